/// Chooses the next cell for a free process. Pure: it neither starts nor measures anything.
public struct CellQueue: Sendable {
  public struct Item: Sendable, Equatable {
    public var name: String
    /// Identifies the cell's base model; empty if none is shared.
    public var base: String
    /// Expected seconds; nil if unknown.
    public var seconds: Double?
    /// Workers that its base model's pretraining can use.
    public var baseWorkers: Int

    public init(name: String, base: String, seconds: Double? = nil, baseWorkers: Int = 1) {
      self.name = name
      self.base = base
      self.seconds = seconds
      self.baseWorkers = baseWorkers
    }
  }

  public enum Job: Sendable, Equatable {
    case cell(Item)
    /// Pretrain a cell's base model first, with `workers` workers, for all cells that share it.
    case base(Item, workers: Int)

    /// Cores used, in units of one process.
    public var slots: Int {
      switch self {
      case .cell: 1
      case .base(_, let workers): workers
      }
    }

    public var item: Item {
      switch self {
      case .cell(let item), .base(let item, _): item
      }
    }
  }

  /// In taking order: longest first, preceded by cells of unknown length, which may be longer
  /// still; otherwise in the given order.
  public private(set) var waiting: [Item]
  private var bases: [String: BaseState] = [:]

  private enum BaseState { case missing, beingMade, ready }

  /// - Parameter missing: bases that no cache holds.
  public init(_ items: [Item], missingBases missing: Set<String>) {
    waiting = items.enumerated().sorted {
      let (first, second) = ($0.element.seconds ?? .infinity, $1.element.seconds ?? .infinity)
      return first != second ? first > second : $0.offset < $1.offset
    }.map(\.element)
    for item in items where !item.base.isEmpty {
      bases[item.base] = missing.contains(item.base) ? .missing : .ready
    }
  }

  public var isEmpty: Bool { waiting.isEmpty }

  /// Takes the next job for `free` processes; nil if there is none for now.
  ///
  /// Missing base models come first, each once: dependent cells wait as briefly as possible, and no
  /// two processes wait for the same model. They share the free processes as far as their
  /// pretraining can use them. A cell whose base is being made stays queued.
  public mutating func next(free: Int) -> Job? {
    guard free > 0 else { return nil }
    let missing = waiting.reduce(into: [Item]()) { found, item in
      if bases[item.base] == .missing, !found.contains(where: { $0.base == item.base }) {
        found.append(item)
      }
    }
    if let item = missing.first {
      bases[item.base] = .beingMade
      let share = max(1, free / missing.count)
      return .base(item, workers: min(share, max(1, item.baseWorkers)))
    }
    guard let index = waiting.firstIndex(where: { bases[$0.base] != .beingMade }) else {
      return nil
    }
    return .cell(waiting.remove(at: index))
  }

  public mutating func baseIsReady(_ base: String) { bases[base] = .ready }

  /// Removes the cells of a base that cannot be made.
  public mutating func removeCells(of base: String) -> [Item] {
    let lost = waiting.filter { $0.base == base }
    waiting.removeAll { $0.base == base }
    return lost
  }
}
