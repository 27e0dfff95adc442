public import Tokenization

/// A world small enough to study whole: word problems over chains of definitions, a corpus that
/// teaches every skill and hides the habit of using it, and problems that a model of that corpus
/// almost never solves. Questions have one exact meaning, so that well-posedness, correctness and
/// the steps of a solution can be calculated.
///
/// ```
/// Q Dan has 0 1 2 . Jim plus3 Bob . Dan plus3 Jim . Bob ?
/// A Dan has 0 1 2 Dan plus3 Jim 3 4 5 Jim plus3 Bob 6 7 8 # 6 7 8 <end>
/// ```
public struct EmbeddedWorld: Sendable {
  public let configuration: WorldConfiguration
  public let vocabulary: Vocabulary
  public let lexicon: Lexicon
  let misconceptionTable: MisconceptionTable
  package let unknownFacts: UnknownFacts
  /// Ids of the names, for drawing.
  let nameTokens: [Int32]
  /// Relative probability of each corpus length, starting at one operation.
  let lengthWeights: [Double]
  let textbookLengthWeights: [Double]
  /// Probability of carrying out a step, by the operation's ordinal.
  let confidenceByOperation: [Double]
  /// Where writers balk at an operation, by its ordinal.
  let balkingPlaces: [WorldConfiguration.BalkingPlace]

  /// - Throws: what ``WorldConfiguration/validate()`` finds.
  public init(_ configuration: WorldConfiguration) throws {
    try configuration.validate()
    self.configuration = configuration
    lexicon = Lexicon(
      nameCount: configuration.nameCount, operations: configuration.operations.map(\.name))
    vocabulary = Vocabulary(tokens: lexicon.tokens)
    misconceptionTable = MisconceptionTable(configuration)
    unknownFacts = UnknownFacts(configuration, misconceptions: misconceptionTable)
    nameTokens = Array(lexicon.names)
    func weights(_ decay: Double) -> [Double] {
      var weight = 1.0
      return (0..<configuration.maximumLength).map { _ in
        weight *= decay
        return weight
      }
    }
    lengthWeights = weights(configuration.lengthDecay)
    textbookLengthWeights = weights(configuration.textbookLengthDecay)
    var confidence = [Double](repeating: 1, count: DigitOperation.allCases.count)
    for operation in configuration.operations {
      confidence[operation.name.ordinal] = operation.confidence
    }
    confidenceByOperation = confidence
    balkingPlaces = DigitOperation.allCases.map { name in
      configuration.operations.first { $0.name == name }?.balksAt ?? .step
    }
  }

  /// Digits of a value.
  public var digitCount: Int { configuration.digitCount }

  /// The facts that the corpus gets wrong.
  public var misconceptions: [Misconception] { misconceptionTable.all }

  /// All operations, in the order of the configuration.
  public var operations: [DigitOperation] { configuration.operations.map(\.name) }

  /// The operations with one of the roles, in the order of the configuration.
  public func operations(_ roles: WorldConfiguration.Role...) -> [DigitOperation] {
    configuration.operations.filter { roles.contains($0.role) }.map(\.name)
  }

  /// The target operations grouped by the place where writers balk, in the order of places.
  public var targetFamilies: [[DigitOperation]] {
    WorldConfiguration.BalkingPlace.allCases.compactMap { place in
      let family = configuration.operations.filter { $0.role == .target && $0.balksAt == place }
      return family.isEmpty ? nil : family.map(\.name)
    }
  }

  /// The end of a document, and giving up: `quit` is always followed by the end.
  public var stopTokens: [Int32] { [Vocabulary.end, Lexicon.quit] }

  /// The prompt of a student, in token ids: `Q ... ? A`.
  public func studentPrompt(for question: [Int32]) -> [Int32] { question + [Lexicon.solution] }

  /// Length of the longest problem's solution plus one more step.
  public var maximumResponseLength: Int { responseLength(configuration.maximumLength + 1) }

  /// Length of the longest question and its solution, plus one more sentence and step.
  public var maximumDocumentLength: Int {
    let sentences = configuration.maximumLength + 1
    let question = 1 + (3 + digitCount) + 4 * sentences + 2
    return question + 1 + maximumResponseLength
  }

  private func responseLength(_ steps: Int) -> Int {
    (2 + digitCount) + steps * (3 + digitCount) + (1 + digitCount + 1)
  }

  /// The answer to a problem with every misconception applied: the result of a model that believes
  /// the corpus. Equals the true answer if no misconception comes up on the way.
  public func misconceivedAnswer(of problem: Problem) -> [Int] {
    misconceivedAnswer(from: problem.givenDigits, along: problem.links)
  }

  /// The value at the end of a chain of definitions with every misconception applied.
  public func misconceivedAnswer(from digits: [Int], along links: [Problem.Link]) -> [Int] {
    links.reduce(digits) { misconceptionTable.apply($1.operation, to: $0) }
  }
}
