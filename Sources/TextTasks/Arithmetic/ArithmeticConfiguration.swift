import Diagnostics
import Randomness

/// Built-in families of arithmetic problems.
public struct ArithmeticConfiguration: Sendable, Codable, Equatable {
  /// Families that the hard set is screened from, in equal parts. Their levels follow those of
  /// `easier`.
  public var hard = [ArithmeticFamily(digits: [3, 3])]
  /// Families of the curated and of the designed questions, from easy to hard: the first is level 1.
  public var easier = [
    ArithmeticFamily(digits: [1, 1]), ArithmeticFamily(digits: [2, 1]),
    ArithmeticFamily(digits: [2, 2]), ArithmeticFamily(digits: [3, 1]),
    ArithmeticFamily(digits: [3, 2]),
  ]

  public init() {}
}

/// Problems of one shape: digits per term, operations between them, and the words around them.
public struct ArithmeticFamily: Sendable, Codable, Equatable {
  public enum Operation: String, Sendable, Codable, CaseIterable {
    case add, subtract, multiply
  }

  public enum Form: String, Sendable, Codable, CaseIterable {
    /// `14 + 25`
    case expression
    /// `What is 14 + 25?`
    case question
    /// A short story, such as one of apples that are bought and eaten.
    case story
  }

  public var form = Form.expression
  /// Digits of each term, 1...9 each, 2 to 8 terms; a term of two or more digits does not start with
  /// zero. Stories have no terms below 2, so that their plurals are right.
  public var digits: [Int]
  /// One is drawn between each two terms. Expressions multiply first; stories go from step to step.
  /// Results of subtraction are not negative: operations and terms are drawn until every step's value
  /// is at least zero.
  public var operations: [Operation] = [.add]

  public init(form: Form = .expression, digits: [Int], operations: [Operation] = [.add]) {
    self.form = form
    self.digits = digits
    self.operations = operations
  }

  /// All keys but `digits` have a default.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    form = try container.decodeIfPresent(Form.self, forKey: .form) ?? .expression
    digits = try container.decode([Int].self, forKey: .digits)
    operations =
      try container.decodeIfPresent([Operation].self, forKey: .operations) ?? [.add]
  }
}

extension ArithmeticConfiguration {
  /// Levels of the families: 1 for the first of `easier`, and so on to the last of `hard`. A designed
  /// question's `lengths` are levels.
  public var levelCount: Int { easier.count + hard.count }

  /// All families; a family's level is its index + 1.
  var levels: [ArithmeticFamily] { easier + hard }

  static let maximumFamilies = 100

  func validate(_ verifier: VerifierConfiguration) throws {
    let place = "task.arithmetic"
    try require(
      verifier.kind != .choice, "task.verifier.kind",
      "is choice, but the answers of the built-in arithmetic are numbers", "set it to integer")
    for (key, families) in [("hard", hard), ("easier", easier)] {
      try require(
        (1...Self.maximumFamilies).contains(families.count), "\(place).\(key)",
        families.isEmpty ? "is empty" : "has more than \(Self.maximumFamilies) families",
        families.isEmpty ? "give a family, such as {digits: [2, 2]}" : "leave some out")
      for (index, family) in families.enumerated() {
        try family.validate(at: "\(place).\(key)[\(index)]")
      }
    }
    for (index, family) in easier.enumerated() {
      guard let twin = hard.firstIndex(where: family.overlaps) else { continue }
      throw UserError(
        .configuration, place: "\(place).easier[\(index)]",
        "makes problems that \(place).hard[\(twin)] makes too, which would be trained on and tested with",
        hint: "change its digits or its operations")
    }
  }
}

extension ArithmeticFamily {
  func validate(at place: String) throws {
    try require(
      (2...8).contains(digits.count), "\(place).digits",
      "has \(digits.count) terms, but a problem has 2 to 8")
    for count in digits { try check("\(place).digits", count, 1...9) }
    try require(!operations.isEmpty, "\(place).operations", "is empty", "give one, such as add")
    try require(
      Set(operations).count == operations.count, "\(place).operations", "names an operation twice")
    try require(
      isDrawable, "\(place).operations",
      "with these digits almost never stay at zero or more",
      "give the first term more digits, or allow add")
  }

  /// Whether drawing problems takes a reasonable number of attempts.
  private var isDrawable: Bool {
    guard operations.contains(.subtract) else { return true }
    var stream = RandomStream(seed: 1, path: "arithmetic/check")
    return (0..<5_000).contains { _ in ArithmeticProblem.attempt(self, using: &stream) != nil }
  }

  /// Whether a problem may belong to both families, whatever its words.
  func overlaps(_ other: ArithmeticFamily) -> Bool {
    digits == other.digits && !Set(operations).isDisjoint(with: other.operations)
  }
}
