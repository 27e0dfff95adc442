/// What the questions of one cell of an experiment were made to be.
public struct ExperimentCell: Sendable, Codable, Hashable {
  public enum Form: String, Sendable, Codable, CaseIterable {
    case wellPosed, illPosed

    public var words: String { self == .wellPosed ? "well-posed" : "ill-posed" }
  }

  /// The answer that students were rewarded for.
  public enum Answer: String, Sendable, Codable, CaseIterable {
    case correct, shared, idiosyncratic, random

    /// The kinds of wrong answers.
    static let wrong: [Answer] = [.shared, .idiosyncratic, .random]
  }

  public var form: Form
  public var answer: Answer
  /// Operations of the problems.
  public var lengths: [Int]

  public init(form: Form, answer: Answer, lengths: [Int]) {
    self.form = form
    self.answer = answer
    self.lengths = lengths
  }

  /// "1 or 2".
  var lengthWords: String { lengths.map(String.init).joined(separator: " or ") }
}
