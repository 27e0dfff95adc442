/// What the designs of made-to-measure questions mean for a run's problems, in words.
public enum DesignTerms: Sendable, Equatable {
  /// An embedded world.
  case world
  /// The built-in arithmetic.
  case arithmetic

  /// What a design's lengths count.
  var lengths: String { self == .world ? "operations" : "levels" }

  /// How questions are spoilt, after "well-posed or".
  var spoilt: String {
    switch self {
    case .world: "spoilt in the corpus's four ways in turn"
    case .arithmetic:
      "spoilt in five ways in turn (a missing number, an open parenthesis, an unknown, a division by "
        + "zero, no operation)"
    }
  }

  /// The shared wrong answer, after "the right answer,".
  var shared: String {
    switch self {
    case .world:
      "the one that the world's misconceptions lead to (*shared*: the base model has learned them)"
    case .arithmetic: "the one of someone who never carries (*shared*)"
    }
  }

  /// The shared wrong answer in a caption.
  var sharedInShort: String {
    switch self {
    case .world: "the wrong one that the world's misconceptions lead to and the base model believes"
    case .arithmetic: "the wrong one of someone who never carries"
    }
  }

  /// Questions that the student mostly solves, after "a question that it mostly solves".
  var solved: String {
    self == .world ? "has operations that it uses readily" : "has smaller numbers"
  }

  /// What a panel's title calls a group of lengths.
  func title(_ lengths: [Int]) -> String {
    let words = lengths.map(String.init).joined(separator: " or ")
    switch self {
    case .world: return "\(words) \(lengths == [1] ? "operation" : "operations")"
    case .arithmetic: return "\(lengths.count == 1 ? "level" : "levels") \(words)"
    }
  }

  /// A group of lengths in a sentence, after a verdict.
  func place(_ lengths: [Int]) -> String { " at \(title(lengths))" }
}
