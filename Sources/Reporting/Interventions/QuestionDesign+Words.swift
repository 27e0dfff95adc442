import Tasks
import Worlds

extension QuestionDesign {
  /// "1 or 2".
  var lengthWords: String { lengths.map(String.init).joined(separator: " or ") }
}

extension QuestionDesign.Form {
  var words: String { self == .wellPosed ? "well-posed" : "ill-posed" }
}

extension QuestionDesign.Answer {
  /// The kinds of wrong answers.
  static let wrong: [Self] = [.shared, .idiosyncratic, .random]
}
