import Diagnostics
public import Randomness
public import Tokenization

/// Limits of a student's or teacher's response: its length, and where it ends.
public struct ResponseLimits: Sendable, Hashable {
  /// The most tokens after the prompt, stop token included.
  public var maximumTokens: Int
  /// Ids that end a response when sampled; the response keeps the stop token as its last one.
  public var stopTokens: [Int32]
  /// Texts that end a response too, but that several tokens can form together, so that no id marks
  /// them. The response keeps the token that completes one as its last; the task grades the text
  /// before it.
  public var stopTexts: StopTexts?

  public init(maximumTokens: Int, stopTokens: [Int32], stopTexts: StopTexts? = nil) {
    self.maximumTokens = maximumTokens
    self.stopTokens = stopTokens
    self.stopTexts = stopTexts
  }
}

/// A source of problems, as training, self-play and evaluation see it. Questions and answers are
/// text; prompts are token ids, made by the task's tokenizer.
///
/// Features that not every task has are capabilities, each its own protocol: ``EasierProblems``,
/// ``AnswerOracle``, ``QuestionDesigner``, ``QuestionValidator``, ``TwoTurnTeaching``,
/// ``PretrainingCorpus``. Reading the configuration rejects an arm or a reward scheme whose
/// capability is missing.
public protocol ProblemTask: Sendable {
  /// Name for reports and for stores, such as `embedded-world`.
  var name: String { get }

  var tokenizer: any Tokenizer { get }

  /// The prompt from which the student answers a question.
  ///
  /// - Parameter question: of this task, or written by a teacher and parsed by it.
  func studentPrompt(for question: String) -> [Int32]
  var studentLimits: ResponseLimits { get }

  /// The prompt from which the teacher writes a question with its solution and answer. Always the
  /// same, so that no hard problem can leak into it.
  var teacherPrompt: [Int32] { get }
  var teacherLimits: ResponseLimits { get }

  /// The question and answer in a teacher's document, or nil to reject the document and sample it
  /// again (rejection sampling).
  func parse(_ document: Rollout) -> GeneratedQuestion?

  /// The canonical form, in which equal answers are equal texts; nil if a text is not an answer.
  func canonical(_ answer: String) -> String?

  /// Grades responses, G for each question. May be slow, and may run elsewhere.
  ///
  /// - Returns: [question][G], in the order of the requests.
  func grade(_ requests: [GradingRequest]) async throws -> [[GradedResponse]]

  /// The candidates of the hard set: at most `count`, fewer only if the task has no more. The same
  /// stream gives the same candidates.
  func hardCandidates(_ count: Int, using stream: inout RandomStream) throws -> [CandidateProblem]

  /// Identifies a sealed problem where its text must not appear: in the store and between runs.
  func fingerprint(of problem: TrainingQuestion) -> String
}

extension ProblemTask {
  /// SHA-256 of the texts, with their lengths so that no two problems hash the same bytes.
  public func fingerprint(of problem: TrainingQuestion) -> String {
    SHA256.hexDigest(of: "\(problem.question.utf8.count) \(problem.question)\(problem.answer)")
  }

  /// Whether two answers are equal; a text that is not an answer equals none.
  public func areEqual(_ answer: String, _ other: String) -> Bool {
    guard let one = canonical(answer) else { return false }
    return one.exact == canonical(other)?.exact
  }
}
