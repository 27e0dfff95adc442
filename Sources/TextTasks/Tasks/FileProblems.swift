import Diagnostics
import Randomness
import Tasks

/// A file's problems by their use.
struct FileProblems: Sendable {
  let hard: [ProblemFile.Problem]
  let easier: [ProblemFile.Problem]
  private let hardLevels: [String]

  init(_ file: ProblemFile, _ configuration: TaskConfiguration) {
    hardLevels = configuration.hardLevels
    let easierLevels = Set(configuration.easierLevels.map(\.exact))
    let hardLevels = Set(configuration.hardLevels.map(\.exact))
    easier = file.problems.filter { $0.level.map { easierLevels.contains($0.exact) } ?? false }
    hard = file.problems.filter { problem in
      let level = problem.level?.exact
      return hardLevels.isEmpty
        ? !(level.map(easierLevels.contains) ?? false) : level.map(hardLevels.contains) ?? false
    }
  }

  /// Problems without replacement, in an order drawn from the stream; all if there are fewer.
  func hardCandidates(_ count: Int, using stream: inout RandomStream) -> [CandidateProblem] {
    stream.sample(min(count, hard.count), of: hard).map { problem in
      CandidateProblem(question: TrainingQuestion(problem), length: levelNumber(problem))
    }
  }

  func easierProblem(using stream: inout RandomStream) -> TrainingQuestion {
    TrainingQuestion(stream.element(of: easier))
  }

  /// A level that is a number; otherwise its place among the configured levels, from 1; 0 if it has
  /// none.
  private func levelNumber(_ problem: ProblemFile.Problem) -> Int {
    guard let level = problem.level else { return 0 }
    return Int(level) ?? hardLevels.firstIndex { $0.exact == level.exact }.map { $0 + 1 } ?? 0
  }
}

extension TrainingQuestion {
  fileprivate init(_ problem: ProblemFile.Problem) {
    self.init(question: problem.question, answer: problem.answer)
  }
}

/// Checks a file's problems against the rest of the configuration.
struct ProblemFileCheck {
  let configuration: TaskConfiguration
  /// Nil leaves out the checks of prompts.
  let format: TextFormat?
  let verifier: any Verifier

  func findings(in file: ProblemFile) async throws -> [UserError] {
    let unreadable = try await unreadableAnswers(of: file)
    let examples = configuration.format.examples.map(\.question.exact)
    let stops = configuration.format.stop
    var findings: [UserError] = []
    for (index, problem) in file.problems.enumerated() {
      if unreadable.contains(index) {
        findings.append(
          file.defect(
            problem, "answer",
            "is '\(problem.answer.shortened(to: 40))', which task.verifier "
              + "(\(configuration.verifier.kind.rawValue)) cannot read",
            hint: "it takes \(configuration.verifier.answerWords)"))
      }
      let answer = Array(problem.answer.trimmed.utf8)
      if let stop = stops.first(where: { answer.firstRange(ofBytes: Array($0.utf8)) != nil }) {
        findings.append(
          file.defect(
            problem, "answer",
            "holds '\(stop.shortened(to: 40))' of task.format.stop, where a student's answer would be "
              + "cut off", hint: "write the answer without it, or change task.format.stop"))
      }
      if let example = examples.firstIndex(of: problem.question.exact) {
        findings.append(
          file.defect(
            problem, "question",
            "is task.format.examples[\(example)] too, which every prompt answers",
            hint: "remove the line, or take another example"))
      }
      if let defect = format?.promptDefect(problem.question) {
        findings.append(file.defect(problem, "question", defect.message, hint: defect.hint))
      }
    }
    return findings + levelFindings(in: file)
  }

  private func unreadableAnswers(of file: ProblemFile) async throws -> Set<Int> {
    let isReadable = try await verifier.areReadable(file.problems.map(\.answer))
    return Set(isReadable.indices.filter { !isReadable[$0] })
  }

  private func levelFindings(in file: ProblemFile) -> [UserError] {
    let known = file.levels.compactMap(\.level)
    var findings: [UserError] = []
    for (key, levels) in [
      ("hardLevels", configuration.hardLevels), ("easierLevels", configuration.easierLevels),
    ] {
      for level in levels where !known.contains(where: { $0.exact == level.exact }) {
        findings.append(
          UserError(
            .configuration, place: "task.\(key)",
            "names level '\(level.shortened(to: 40))', which no problem of \(file.path) has",
            hint: level.nearest(among: known).map { "did you mean \($0)?" }
              ?? (known.isEmpty
                ? "its problems have no level"
                : "levels there: \(known.joined(separator: ", ").shortened())")))
      }
    }
    if findings.isEmpty, !file.problems.isEmpty, FileProblems(file, configuration).hard.isEmpty {
      findings.append(
        UserError(
          .configuration, place: "task.easierLevels",
          "names every level of \(file.path), so that none is left for the hard set",
          hint: "leave out the levels to be learned"))
    }
    return findings
  }
}
