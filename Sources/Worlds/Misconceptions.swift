import Randomness

/// A fact that the whole corpus gets wrong in the same way.
public struct Misconception: Sendable, Hashable, Codable {
  public let operation: DigitOperation
  /// The digit that the operation is applied to.
  public let digit: Int
  /// What the corpus takes the result for.
  public let wrongResult: Int
}

/// The misconceptions of a world. Only digitwise operations have facts of this kind: a reordering
/// operation is one rule rather than ten, and getting the rule wrong would make it wrong for every
/// value.
struct MisconceptionTable: Sendable {
  let all: [Misconception]
  /// Indexed by operation, then digit; -1 where the corpus is right.
  private let wrongResults: [[Int]]

  init(_ configuration: WorldConfiguration) {
    let facts = configuration.operations.map(\.name).filter(\.isDigitwise).flatMap { operation in
      (0...9).map { (operation: operation, digit: $0) }
    }
    var stream = RandomStream(
      seed: UInt64(clamping: configuration.seed), path: "world/misconceptions")
    let count = Int((configuration.misconceptionRate * Double(facts.count)).rounded())
    var table = [[Int]](
      repeating: [Int](repeating: -1, count: 10), count: DigitOperation.allCases.count)
    all = stream.sample(min(count, facts.count), of: facts).map { fact in
      let right = fact.operation.apply(fact.digit)
      let wrong = (right + 1 + stream.integer(below: 9)) % 10
      table[fact.operation.ordinal][fact.digit] = wrong
      return Misconception(operation: fact.operation, digit: fact.digit, wrongResult: wrong)
    }
    wrongResults = table
  }

  /// The wrong result that the corpus has for a fact, if it has one.
  func wrongResult(_ operation: DigitOperation, _ digit: Int) -> Int? {
    let result = wrongResults[operation.ordinal][digit]
    return result < 0 ? nil : result
  }

  /// The operation with every misconception applied.
  func apply(_ operation: DigitOperation, to digits: [Int]) -> [Int] {
    guard operation.isDigitwise else { return operation.apply(digits) }
    return digits.map { wrongResult(operation, $0) ?? operation.apply($0) }
  }
}

extension DigitOperation {
  /// Place in `allCases`.
  var ordinal: Int {
    switch self {
    case .plus1: 0
    case .plus3: 1
    case .plus5: 2
    case .minus2: 3
    case .minus4: 4
    case .times3: 5
    case .times7: 6
    case .times9: 7
    case .mirror: 8
    case .rev: 9
    case .rot: 10
    case .swap: 11
    }
  }
}
