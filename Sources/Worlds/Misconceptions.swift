import Randomness

/// A fact that the whole corpus gets wrong in the same way.
public struct Misconception: Sendable, Hashable, Codable {
  public let operation: DigitOperation
  /// The digit that the operation is applied to.
  public let digit: Int
  /// The result that the corpus gives.
  public let wrongResult: Int
}

/// The misconceptions of a world. Only digitwise operations have them: a reordering operation is
/// one rule rather than ten facts, and a wrong rule would be wrong for every value.
///
/// Their number is fixed, and they are spread in proportion over the roles and evenly over the
/// operations of a role. If drawn freely, all three of the default world would fall on irrelevant
/// operations under some seeds and on target ones under others, and the share of hard problems that
/// a believer can solve would vary from 0.43 to 1 with the seed alone.
struct MisconceptionTable: Sendable {
  let all: [Misconception]
  /// [operation][digit]; -1 where the corpus is right.
  private let wrongResults: [[Int]]

  init(_ configuration: WorldConfiguration) {
    var stream = RandomStream(
      seed: UInt64(clamping: configuration.seed), path: "world/misconceptions")
    var all: [Misconception] = []
    var table = [[Int]](
      repeating: [Int](repeating: -1, count: 10), count: DigitOperation.allCases.count)
    let groups = WorldConfiguration.Role.allCases.map { role in
      configuration.operations.filter { $0.role == role && $0.name.isDigitwise }.map(\.name)
    }
    let quotas = Self.quotas(
      rate: configuration.misconceptionRate, facts: groups.map { $0.count * 10 })
    for (group, quota) in zip(groups, quotas) {
      let operations = stream.shuffled(group)
      let digits = operations.map { _ in stream.shuffled(Array(0...9)) }
      for index in 0..<quota {
        let operation = operations[index % operations.count]
        let digit = digits[index % operations.count][index / operations.count]
        let wrong = (operation.apply(digit) + 1 + stream.integer(below: 9)) % 10
        table[operation.ordinal][digit] = wrong
        all.append(Misconception(operation: operation, digit: digit, wrongResult: wrong))
      }
    }
    self.all = all
    wrongResults = table
  }

  /// Number of misconceptions per group: the rounded share of all facts, distributed in proportion,
  /// with the remainder going to the largest remainders.
  private static func quotas(rate: Double, facts: [Int]) -> [Int] {
    let exact = facts.map { rate * Double($0) }
    var quotas = exact.map { Int($0) }
    let total = Int((rate * Double(facts.reduce(0, +))).rounded())
    let order = exact.indices.sorted {
      (exact[$1] - Double(quotas[$1]), $0) < (exact[$0] - Double(quotas[$0]), $1)
    }
    for group in order.prefix(max(0, total - quotas.reduce(0, +))) { quotas[group] += 1 }
    return quotas
  }

  /// The corpus's wrong result for a fact, if it has one.
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
  public var ordinal: Int {
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
