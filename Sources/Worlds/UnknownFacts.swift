import Randomness

/// The facts of target operations that the corpus does not show: its writers put a random digit, so
/// that a base model can do no better than guess. With some of them a hard problem is hard for want
/// of a skill and not of a habit.
///
/// Only digitwise operations have them, as with ``Misconception``; a fact that has a misconception
/// stays known. Their number is fixed, and they are spread evenly over the operations. A higher rate
/// adds facts to those of a lower one.
package struct UnknownFacts: Sendable {
  /// [operation][digit].
  private let unknown: [[Bool]]
  package let all: [(operation: DigitOperation, digit: Int)]

  init(_ configuration: WorldConfiguration, misconceptions: MisconceptionTable) {
    var table = [[Bool]](
      repeating: [Bool](repeating: false, count: 10), count: DigitOperation.allCases.count)
    var stream = RandomStream(
      seed: UInt64(clamping: configuration.seed), path: "world/unknown-facts")
    let targets = configuration.operations.filter { $0.role == .target && $0.name.isDigitwise }
    let operations = stream.shuffled(targets.map(\.name))
    let digits = operations.map { operation in
      stream.shuffled(Array(0...9)).filter { misconceptions.wrongResult(operation, $0) == nil }
    }
    // One fact of each operation in turn, as long as it has any.
    let order = (0..<10).flatMap { round in
      operations.indices.compactMap { index in
        round < digits[index].count
          ? (operation: operations[index], digit: digits[index][round]) : nil
      }
    }
    let count = (configuration.unknownFactRate * Double(10 * operations.count)).rounded()
    all = Array(order.prefix(Int(count)))
    for fact in all { table[fact.operation.ordinal][fact.digit] = true }
    unknown = table
  }

  func contains(_ operation: DigitOperation, _ digit: Int) -> Bool {
    unknown[operation.ordinal][digit]
  }
}
