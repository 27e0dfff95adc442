public import Tokenization

/// The levels that a graded reward distinguishes, from best to worst.
public enum ResponseGrade: String, Sendable, Codable, CaseIterable {
  /// A boxed answer equal to the reference.
  case correct
  /// A boxed answer that differs from the reference, although the reference occurs in the text.
  case wrongButMentionsReference
  /// A boxed answer that differs from the reference, which occurs nowhere.
  case wrong
  /// The response gave up in due form. Not a fault of form: rewarding any box would teach answering
  /// for its own sake, which in the embedded world is the very habit to be learned.
  case gaveUp
  /// No boxed answer: the response was cut off or lost the form.
  case unboxed
}

/// The responses to one question to grade.
public struct GradingRequest: Sendable {
  public var question: TrainingQuestion
  /// [G]
  public var responses: [SampledResponse]

  public init(question: TrainingQuestion, responses: [SampledResponse]) {
    self.question = question
    self.responses = responses
  }
}

/// The grade of one response.
public struct GradedResponse: Sendable, Hashable {
  public var grade: ResponseGrade
  /// The response's boxed answer in canonical form, whatever the reference; nil if it boxes none.
  public var answer: String?

  public init(grade: ResponseGrade, answer: String?) {
    self.grade = grade
    self.answer = answer
  }
}
