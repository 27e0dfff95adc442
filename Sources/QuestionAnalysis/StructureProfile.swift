public import Worlds

/// The makeup of a set of problems in counts alone: how many operations they need, which, and of
/// which roles. It holds no texts, so that closeness to the hard set can be measured without seeing
/// its problems.
public struct StructureProfile: Sendable, Hashable, Codable {
  /// Problems by the number of operations that they need.
  public private(set) var lengths: [Int] = []
  /// Occurrences of each operation, in the order of `DigitOperation.allCases`.
  public private(set) var operations = [Int](repeating: 0, count: DigitOperation.allCases.count)
  /// Occurrences of each role, in the order of `WorldConfiguration.Role.allCases`.
  public private(set) var roles = [Int](
    repeating: 0, count: WorldConfiguration.Role.allCases.count)

  /// - Parameter structures: ill-posed questions count with all of their operations.
  public init(_ structures: some Sequence<QuestionStructure>, world: EmbeddedWorld) {
    for structure in structures {
      let length = Self.length(structure)
      while lengths.count <= length { lengths.append(0) }
      lengths[length] += 1
      for operation in structure.operations {
        operations[operation.ordinal] += 1
        let role = world.role(of: operation)
        if let place = WorldConfiguration.Role.allCases.firstIndex(of: role) { roles[place] += 1 }
      }
    }
  }

  /// Mean number of operations; nil without problems.
  public var meanLength: Double? {
    let count = lengths.reduce(0, +)
    guard count > 0 else { return nil }
    let total = lengths.enumerated().reduce(0) { $0 + $1.offset * $1.element }
    return Double(total) / Double(count)
  }

  /// How much a question's structure differs from these problems', 0...1; nil for an empty profile.
  ///
  /// The mean of two parts in 0...1: the total variation between the question's shares of
  /// operations and the profile's, and the gap between its length and the profile's mean length,
  /// divided by that mean and capped at 1. A question without operations has a total variation of
  /// 1.
  public func distance(to structure: QuestionStructure) -> Double? {
    guard let meanLength, meanLength > 0 else { return nil }
    let gap = min(1, abs(Double(Self.length(structure)) - meanLength) / meanLength)
    return (operationDistance(to: structure) + gap) / 2
  }

  private func operationDistance(to structure: QuestionStructure) -> Double {
    let total = operations.reduce(0, +)
    guard total > 0, !structure.operations.isEmpty else { return 1 }
    var counts = [Int](repeating: 0, count: operations.count)
    for operation in structure.operations { counts[operation.ordinal] += 1 }
    var sum = 0.0
    for place in counts.indices {
      sum += abs(
        Double(counts[place]) / Double(structure.operations.count)
          - Double(operations[place]) / Double(total))
    }
    return sum / 2
  }

  private static func length(_ structure: QuestionStructure) -> Int {
    structure.operationsNeeded ?? structure.operations.count
  }
}
