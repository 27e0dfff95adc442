/// Properties of the questions of one cell of an experiment. Cells that differ only in form or
/// answer share the underlying problems, so that nothing else differs.
public struct QuestionDesign: Sendable, Codable, Equatable {
  public enum Form: String, Sendable, Codable, CaseIterable {
    case wellPosed
    /// The problem with one of the task's defects, in turn; its answer still belongs to the
    /// original problem.
    case illPosed
  }

  /// The answer that a student is rewarded for.
  public enum Answer: String, Sendable, Codable, CaseIterable {
    case correct
    /// A wrong answer that the base model also tends to give.
    case shared
    /// Wrong in its own way: one digit of one step is off, and the later steps build on it.
    case idiosyncratic
    /// Drawn anew for each question: no rule leads to it.
    case random
  }

  public var form = Form.wellPosed
  public var answer = Answer.correct
  /// Numbers of operations, one drawn at random per question; each 1...maximumLength.
  public var lengths = [1, 2]

  public init(form: Form = .wellPosed, answer: Answer = .correct, lengths: [Int] = [1, 2]) {
    self.form = form
    self.answer = answer
    self.lengths = lengths
  }

  /// Every key has a default.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    form = try container.decodeIfPresent(Form.self, forKey: .form) ?? .wellPosed
    answer = try container.decodeIfPresent(Answer.self, forKey: .answer) ?? .correct
    lengths = try container.decodeIfPresent([Int].self, forKey: .lengths) ?? [1, 2]
  }
}
