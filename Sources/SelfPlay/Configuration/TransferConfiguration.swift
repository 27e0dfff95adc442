public import Worlds

/// A second set of hard problems, of another distribution than the hard set, that every arm is tested
/// on and none is trained for: the paper's OlympiadBench.
public struct TransferConfiguration: Sendable, Codable, Equatable {
  /// For reports.
  public var name = "other lengths and operations"
  /// Numbers of operations, drawn uniformly; each 1...world.maximumLength. Empty takes all lengths
  /// that hard problems do not have, from two below their shortest on.
  public var lengths: [Int] = []
  /// Fewest target operations of a problem, 0...smallest of `lengths`.
  public var minimumTargetOperations = 0
  /// What problems are made of. Empty takes the target operations and the irrelevant ones, which no
  /// hard problem has.
  public var operations: [DigitOperation] = []
  /// Problems screened, with as many samples as those of the hard set.
  public var candidates = 72
  /// Most problems kept; zero tests no transfer.
  public var size = 0
  /// Seed of the candidates, of the screening and of the choice.
  public var seed = 1

  public init(size: Int = 0) { self.size = size }

  public var isOn: Bool { size > 0 }

  /// `lengths`, or what stands for none.
  public func lengths(in world: WorldConfiguration) -> [Int] {
    guard lengths.isEmpty else { return lengths }
    let shortest = max(1, (world.hardLengths.min() ?? 1) - 2)
    guard shortest <= world.maximumLength else { return [] }
    return (shortest...world.maximumLength).filter { !world.hardLengths.contains($0) }
  }

  /// `operations`, or what stands for none.
  public func operations(in world: WorldConfiguration) -> [DigitOperation] {
    guard operations.isEmpty else { return operations }
    let hesitant = world.operations.filter { $0.role != .easy }.map(\.name)
    return hesitant.isEmpty ? world.operations.map(\.name) : hesitant
  }
}
