public import Randomness
public import Tokenization

/// What training, self-play and evaluation need to know of a source of problems. Everything is
/// in token ids; text exists for people only.
public protocol World: Sendable {
  var vocabulary: Vocabulary { get }

  /// What the teacher continues to write a question with its solution.
  var teacherPrompt: [Int32] { get }

  /// Ids that end a rollout when sampled. The rollout keeps the stop token as its last token.
  var stopTokens: [Int32] { get }

  /// Ids that end a question, for a teacher that writes it by itself.
  var questionStopTokens: [Int32] { get }

  /// Whether what a teacher wrote by itself, prompt included, is a question that an answer can be
  /// asked of. What it says is not looked at.
  func isQuestion(_ tokens: [Int32]) -> Bool

  /// The most tokens a student may write after its prompt, stop token included.
  var maximumResponseLength: Int { get }

  /// The most tokens of a teacher's document, prompt and stop token included.
  var maximumDocumentLength: Int { get }

  /// What the student continues: the question, then the mark that asks for a solution.
  func studentPrompt(for question: [Int32]) -> [Int32]

  /// The question and answer in what a teacher wrote, or nil when the document is to be rejected
  /// and sampled again.
  ///
  /// - Parameter tokens: the whole document, prompt and stop token included.
  func parseDocument(_ tokens: [Int32]) -> GeneratedQuestion?

  /// How good a student's response is.
  ///
  /// - Parameters:
  ///   - response: what the student wrote after its prompt, stop token included.
  ///   - reference: the answer to compare with, as token ids.
  func grade(response: [Int32], reference: [Int32]) -> ResponseGrade

  /// The answer that a student's response boxes, whatever the reference; nil when it boxes none.
  ///
  /// - Parameter response: what the student wrote after its prompt, stop token included.
  func boxedAnswer(of response: [Int32]) -> [Int32]?

  /// A well-posed problem that is easier than the hard ones, with its true answer.
  func sampleEasierProblem(using stream: inout RandomStream) -> (
    question: [Int32], answer: [Int32]
  )

  /// The right answer to a question, as token ids; nil when it is ill-posed or the world cannot tell.
  func trueAnswer(to question: [Int32]) -> [Int32]?

  /// A question made to a design, with the answer to be rewarded
  /// (``EmbeddedWorld/designedQuestion(_:index:stream:)``).
  func designedQuestion(
    _ design: QuestionDesign, index: Int, stream: RandomStream
  ) -> (question: [Int32], answer: [Int32])

  /// A question as readable English; any token sequence has a rendering.
  func renderQuestion(_ tokens: [Int32]) -> String

  /// A solution as readable English; any token sequence has a rendering.
  func renderResponse(_ tokens: [Int32]) -> String
}

/// A question that a teacher wrote, with the teacher's own solution and answer. The answer may be
/// wrong and the question may be nonsense: both are classified later, not here.
public struct GeneratedQuestion: Sendable, Hashable, Codable {
  /// From the opening mark through the question mark.
  public let question: [Int32]
  /// All that follows the solution mark, the boxed answer and the stop token included.
  public let response: [Int32]
  /// The boxed answer, as digit tokens: the reference against which students are graded.
  public let answer: [Int32]

  public init(question: [Int32], response: [Int32], answer: [Int32]) {
    self.question = question
    self.response = response
    self.answer = answer
  }
}

/// The levels that a graded reward tells apart, from best to worst.
public enum ResponseGrade: String, Sendable, Codable, CaseIterable {
  /// A boxed answer equal to the reference.
  case correct
  /// A boxed answer that differs from the reference, although the reference occurs in the text.
  case wrongButMentionsReference
  /// A boxed answer that differs from the reference, which occurs nowhere.
  case wrong
  /// The response gave up in due form. Not a fault of form: a reward for any box would teach
  /// answering for its own sake, which in the embedded world is the very habit to be learned.
  case gaveUp
  /// No boxed answer: the response was cut off or lost the form.
  case unboxed
}
