public import Randomness
public import Tasks
import Tokenization

/// The rules of ``ProblemTask`` and of its capabilities, to check any implementation against:
///
///     let findings = try await TaskConformance.check(MyTask())
///     #expect(findings.isEmpty, "\(findings)")
public enum TaskConformance {
  /// - Parameters:
  ///   - task: a task with at least `problems` candidates.
  ///   - problems: how many problems to check, 2 or more.
  ///   - stream: source of the problems and the nonsense.
  public static func check(
    _ task: any ProblemTask, problems count: Int = 24,
    stream: RandomStream = RandomStream(seed: 1, path: "conformance")
  ) async throws -> ConformanceFindings {
    var findings = ConformanceFindings()
    let problems = try candidates(of: task, count, stream, &findings).map(\.question)
    prompts(of: task, problems, &findings)
    answers(of: task, problems, &findings)
    let nonsense = nonsense(of: task, 4 * count, stream.child("nonsense"))
    try await grading(of: task, problems, nonsense, &findings)
    parsing(of: task, nonsense, &findings)
    capabilities(of: task, count, stream, nonsense, &findings)
    return findings
  }

  private static func candidates(
    of task: any ProblemTask, _ count: Int, _ stream: RandomStream,
    _ findings: inout ConformanceFindings
  ) throws -> [CandidateProblem] {
    var first = stream.child("candidates")
    var again = stream.child("candidates")
    let problems = try task.hardCandidates(count, using: &first)
    findings.check(
      "there are candidates, and no more than asked for",
      !problems.isEmpty && problems.count <= count)
    findings.check(
      "the same stream gives the same candidates",
      try task.hardCandidates(count, using: &again) == problems)
    return problems
  }

  private static func prompts(
    of task: any ProblemTask, _ problems: [TrainingQuestion],
    _ findings: inout ConformanceFindings
  ) {
    let ids = 0..<Int32(task.tokenizer.vocabularySize)
    findings.check("a task has a name", !task.name.isEmpty)
    findings.check(
      "a tokenizer has one text per id",
      task.tokenizer.tokens.count == task.tokenizer.vocabularySize)
    findings.check(
      "the teacher has a prompt within the vocabulary",
      !task.teacherPrompt.isEmpty && task.teacherPrompt.allSatisfy(ids.contains))
    for limits in [task.studentLimits, task.teacherLimits] {
      findings.check(
        "limits leave room for a token, and stop tokens are in the vocabulary",
        limits.maximumTokens > 0 && limits.stopTokens.allSatisfy(ids.contains))
    }
    for problem in problems {
      let prompt = task.studentPrompt(for: problem.question)
      findings.check(
        "students have a prompt within the vocabulary",
        !prompt.isEmpty && prompt.allSatisfy(ids.contains), problem.question)
      let tokens = task.tokenizer.encode(problem.question)
      findings.check(
        "questions survive the tokenizer",
        tokens.map(task.tokenizer.decode) == problem.question, problem.question)
    }
  }

  private static func answers(
    of task: any ProblemTask, _ problems: [TrainingQuestion],
    _ findings: inout ConformanceFindings
  ) {
    for problem in problems {
      let canonical = task.canonical(problem.answer)
      findings.check("true answers have a canonical form", canonical != nil, problem.answer)
      findings.check(
        "a canonical form is its own", canonical.flatMap(task.canonical) == canonical,
        problem.answer)
    }
    let distinct = Set(problems)
    findings.check(
      "fingerprints tell problems apart",
      Set(distinct.map(task.fingerprint)).count == distinct.count)
  }

  /// Responses that no model would write.
  private static func nonsense(
    of task: any ProblemTask, _ count: Int, _ stream: RandomStream
  ) -> [SampledResponse] {
    (0..<count).map { index in
      var stream = stream.child("response", index)
      let length = index == 0 ? 0 : stream.integer(below: task.studentLimits.maximumTokens + 1)
      let tokens = (0..<length).map { _ in
        Int32(stream.integer(below: task.tokenizer.vocabularySize))
      }
      return SampledResponse(
        tokens: tokens, logprobs: tokens.map { _ in -1 }, stopReason: .length)
    }
  }

  private static func grading(
    of task: any ProblemTask, _ problems: [TrainingQuestion], _ nonsense: [SampledResponse],
    _ findings: inout ConformanceFindings
  ) async throws {
    let requests = problems.enumerated().map { index, problem in
      GradingRequest(
        question: problem, responses: Array(nonsense.dropFirst(index % 3).prefix(5)))
    }
    let grades = try await task.grade(requests)
    findings.check(
      "every response is graded", grades.map(\.count) == requests.map(\.responses.count))
    async let one = task.grade(requests)
    async let other = task.grade(requests.reversed())
    let (again, reversed) = (try await one, try await other)
    findings.check("grading again gives the same", again == grades)
    findings.check("a question's grades do not depend on the batch", reversed == grades.reversed())
    let none = try await task.grade([])
    findings.check("an empty batch has no grades", none.isEmpty)
    for graded in grades.joined() {
      findings.check(
        "an answer is in canonical form, and whoever is right has one",
        graded.answer.map { task.canonical($0) == $0 } ?? (graded.grade != .correct),
        graded.answer ?? "none")
    }
    if let task = task as? any ShortAnswers {
      try await shortAnswers(of: task, problems, &findings)
    }
    let silence = SampledResponse(tokens: [], logprobs: [], stopReason: .length)
    let silent = try await task.grade(
      problems.map { GradingRequest(question: $0, responses: [silence]) })
    findings.check(
      "saying nothing is not right", silent.joined().allSatisfy { $0.grade != .correct })
  }

  private static func shortAnswers(
    of task: any ShortAnswers, _ problems: [TrainingQuestion],
    _ findings: inout ConformanceFindings
  ) async throws {
    let requests = problems.compactMap { problem -> GradingRequest? in
      task.shortestResponse(to: problem.question, answer: problem.answer).map { response in
        GradingRequest(
          question: problem,
          responses: response.endings.prefix(3).map {
            SampledResponse(
              tokens: response.tokens + [$0], logprobs: response.tokens.map { _ in -1 } + [-1],
              stopReason: .stop)
          })
      }
    }
    findings.check("right answers have a shortest response", requests.count == problems.count)
    let graded = try await task.grade(requests)
    findings.check(
      "a shortest response with any ending is right",
      graded.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.grade == .correct } })
  }

  private static func parsing(
    of task: any ProblemTask, _ nonsense: [SampledResponse], _ findings: inout ConformanceFindings
  ) {
    for response in nonsense {
      let rollout = Rollout(prompt: task.teacherPrompt, response: response)
      guard let question = task.parse(rollout) else { continue }
      findings.check("a parsed question keeps its rollout", question.rollout == rollout)
      findings.check(
        "a parsed question has an answer with a canonical form",
        task.canonical(question.answer) != nil, question.answer)
      findings.check(
        "students can be asked a parsed question",
        !task.studentPrompt(for: question.question).isEmpty)
    }
  }
}
