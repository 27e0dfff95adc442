public import Worlds

/// A second set of hard problems, from another distribution than the hard set. Every arm is tested
/// on it and none is trained for it: the paper's OlympiadBench.
public struct TransferConfiguration: Sendable, Codable, Equatable {
  /// Name for reports.
  public var name = "other lengths and operations"
  /// Numbers of operations, drawn uniformly; each 1...world.maximumLength. Empty takes all lengths
  /// from two below the shortest hard one on, except those of hard problems.
  public var lengths: [Int] = []
  /// Fewest target operations of a problem, 0...smallest of `lengths`.
  public var minimumTargetOperations = 0
  /// Operations to draw from. Empty takes the target operations and the irrelevant ones, which no
  /// hard problem has.
  public var operations: [DigitOperation] = []
  /// Problems screened, with as many samples each as in the hard set.
  public var candidates = 72
  /// Most problems kept; zero tests no transfer.
  public var size = 0
  /// Seed of the candidates, of the screening and of the choice.
  public var seed = 1

  public init(size: Int = 0) { self.size = size }

  public var isOn: Bool { size > 0 }

  /// `lengths`, or the default if empty.
  public func lengths(in world: WorldConfiguration) -> [Int] {
    guard lengths.isEmpty else { return lengths }
    let shortest = max(1, (world.hardLengths.min() ?? 1) - 2)
    guard shortest <= world.maximumLength else { return [] }
    return (shortest...world.maximumLength).filter { !world.hardLengths.contains($0) }
  }

  /// `operations`, or the default if empty.
  public func operations(in world: WorldConfiguration) -> [DigitOperation] {
    guard operations.isEmpty else { return operations }
    let hesitant = world.operations.filter { $0.role != .easy }.map(\.name)
    return hesitant.isEmpty ? world.operations.map(\.name) : hesitant
  }
}
