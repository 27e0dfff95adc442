public import LanguageModel
import Randomness
public import SelfPlay
public import Tasks
import Tokenization

/// How long texts can get, in tokens: what turns counts of responses into bounds of tokens.
public struct TokenLimits: Sendable, Equatable {
  /// The longest student prompt of the hard candidates.
  public var hardPrompt: Int
  /// A student prompt of the longest question that a teacher can write.
  public var writtenPrompt: Int
  /// A student's response.
  public var response: Int
  public var teacherPrompt: Int
  /// A teacher's document, or its question where it takes two turns.
  public var document: Int
  public var question: Int
  /// The longest text whose probability is calculated, prompt included, and the endings of which each
  /// is a request of its own.
  public var scoredText: Int
  public var endings: Int
  /// How many candidates the task has, if they are fewer than the hard set's.
  public private(set) var fewerCandidates: Int?
  /// Nil if the model's shape is unknown, and with it the cost in operations.
  public var model: TransformerConfiguration?

  /// For counts alone: every length is 0.
  package static let none = TokenLimits()

  private init() {
    (hardPrompt, writtenPrompt, response, teacherPrompt, document, question, scoredText, endings) =
      (0, 0, 0, 0, 0, 0, 0, 1)
  }

  /// - Parameters:
  ///   - hardSet: whose candidates are drawn, to measure their prompts.
  ///   - model: the shape of the model.
  /// - Throws: ``UserError`` if a generator has too few problems.
  public init(
    of task: any ProblemTask, hardSet: HardSetConfiguration, model: TransformerConfiguration?
  ) throws {
    var stream = RandomStream(seed: UInt64(hardSet.seed), path: "hardset/candidates")
    // A thousand tell the longest well enough, and a million would take minutes.
    let asked = min(1000, hardSet.candidates)
    let candidates = try task.hardCandidates(asked, using: &stream).map(\.question)
    fewerCandidates = candidates.count < asked ? candidates.count : nil
    hardPrompt = candidates.map { task.studentPrompt(for: $0.question).count }.max() ?? 0
    teacherPrompt = task.teacherPrompt.count
    document = task.teacherLimits.maximumTokens
    question = (task as? any TwoTurnTeaching)?.questionLimits.maximumTokens ?? document
    response = task.studentLimits.maximumTokens
    // What a student's prompt has around its question, by the shortest of the candidates' texts.
    let shortest = candidates.min { $0.question.utf8.count < $1.question.utf8.count }
    let around = shortest.map {
      task.studentPrompt(for: $0.question).count
        - (task.tokenizer.encodeLiterally($0.question)?.count ?? 0)
    }
    writtenPrompt = max(0, around ?? 0) + question
    endings = 1
    scoredText = hardPrompt
    if let task = task as? any ShortAnswers {
      for candidate in candidates {
        guard let bare = task.shortestResponse(to: candidate.question, answer: candidate.answer)
        else { continue }
        endings = max(endings, bare.endings.count)
        scoredText = max(scoredText, hardPrompt + bare.tokens.count + 1)
      }
    }
    self.model = model
  }
}
