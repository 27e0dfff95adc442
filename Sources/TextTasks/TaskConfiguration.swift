/// Where a run's problems come from: the embedded world, or problems that are text.
public struct TaskConfiguration: Sendable, Codable, Equatable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// The embedded world (`world`), whose model is pretrained by the run.
    case world
    /// Text problems for a pretrained model (`model.folder`): those of `file`, or the built-in
    /// arithmetic.
    case text
  }

  public var kind = Kind.world
  /// JSON Lines of problems, each an object with `question` and `answer`, and optionally `id`, `level`
  /// and `source`. Empty takes the problems of `arithmetic`.
  public var file = ""
  /// Levels of the file's problems that the hard set is screened from; empty takes every level that is
  /// not among `easierLevels`.
  public var hardLevels: [String] = []
  /// Levels of the file's problems that the `curated` arms train on; empty if there are none.
  public var easierLevels: [String] = []
  /// The built-in problems, which have an exact oracle and an exact classifier.
  public var arithmetic = ArithmeticConfiguration()
  public var verifier = VerifierConfiguration()
  public var format = PromptFormat()

  public init() {}
}

/// Built-in families of arithmetic problems.
public struct ArithmeticConfiguration: Sendable, Codable, Equatable {
  /// Families that the hard set is screened from.
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
  /// zero.
  public var digits: [Int]
  /// One is drawn between each two terms. Results of subtraction are not negative: terms are drawn
  /// until every step's value is at least zero.
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
