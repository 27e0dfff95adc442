import Diagnostics
import Foundation
import LanguageModel
import Randomness
import ReinforcementLearning
public import SelfPlay
public import Tasks
public import TextTasks
import Tokenization

/// What a run would make of a file of problems: what is wrong with it, and a few prompts with
/// responses of the model.
public struct TaskInspection: Sendable {
  /// A problem as the model sees it.
  public struct Example: Sendable, Encodable {
    public var question: String
    public var answer: String
    public var prompt: String
    public var promptTokens: Int
    /// What the model wrote; nil without weights.
    public var response: String?
    public var grade: ResponseGrade?
    /// The answer that was read from the response, in canonical form; nil if there is none.
    public var readAnswer: String?
  }

  public var report: ProblemFileReport
  public var examples: [Example]

  /// - Parameters:
  ///   - configuration: with `task.file`; an empty `model.folder` leaves out prompts and responses.
  ///   - count: problems shown, drawn at random.
  ///   - samples: whether the model answers them.
  /// - Throws: ``UserError`` for what keeps the whole file, the model or the format from being read.
  public init(
    _ configuration: RunConfiguration, count: Int, samples: Bool, seed: UInt64
  ) async throws {
    let task = configuration.task
    guard !configuration.model.folder.isEmpty else {
      report = try await TextTask.check(task)
      examples = []
      return
    }
    let folder = URL(fileURLWithPath: configuration.model.folder)
    let (model, _) = try RunSubject.textModel(folder)
    report = try await TextTask.check(task, model: model)
    examples = []
    guard report.findings.isEmpty else { return }
    let subject = try await RunSubject(configuration)
    let stream = RandomStream(seed: seed, path: "task/check")
    var draw = stream.child("problems")
    let problems = draw.sample(min(count, report.file.problems.count), of: report.file.problems)
    let prompts = problems.map { subject.task.studentPrompt(for: $0.question) }
    examples = zip(problems, prompts).map { problem, prompt in
      Example(
        question: problem.question, answer: problem.answer,
        prompt: subject.task.tokenizer.decode(prompt), promptTokens: prompt.count)
    }
    guard samples, !problems.isEmpty else { return }
    let weights = LocalSampler(try ModelFolder.load(folder).transformer)
    let sampled = await weights.sample(
      prompts.enumerated().map { index, prompt in
        SamplingRequest(prompt: prompt, streams: stream.family("response/\(index)", 0..<1))
      },
      SamplingParameters(
        subject.task.studentLimits, temperature: configuration.student.temperature))
    let graded = try await subject.task.grade(
      zip(problems, sampled.responses).map { problem, responses in
        GradingRequest(
          question: TrainingQuestion(question: problem.question, answer: problem.answer),
          responses: responses)
      })
    for index in examples.indices {
      examples[index].response = subject.task.tokenizer.decode(sampled.responses[index][0].tokens)
      examples[index].grade = graded[index][0].grade
      examples[index].readAnswer = graded[index][0].answer
    }
  }
}
