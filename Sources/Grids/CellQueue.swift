/// Which cell a free process takes next. Pure: it neither starts nor measures anything.
public struct CellQueue: Sendable {
  public struct Item: Sendable, Equatable {
    public var name: String
    /// Names the base model that the cell starts from; empty for one that shares none.
    public var base: String
    /// Expected seconds; nil where nothing is known.
    public var seconds: Double?
    /// Workers that its base model's pretraining can make use of.
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
    /// Pretrain the base model of a cell first, with as many workers, for all cells that share it.
    case base(Item, workers: Int)

    /// Processes' worth of cores that it takes up.
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

  /// In the order in which they are taken: the longest first, those of unknown length before them as
  /// they may be longer still, and otherwise as they were given.
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

  /// Takes the next job for `free` processes; nil when there is none for now.
  ///
  /// Missing base models come first, each once: whatever waits for them must not wait longer than
  /// it has to, and no two processes are to wait for the same one. They share the free processes
  /// among them, as far as their pretraining can use them. A cell whose base is being made stays.
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

  /// Takes out the cells of a base that cannot be made.
  public mutating func removeCells(of base: String) -> [Item] {
    let lost = waiting.filter { $0.base == base }
    waiting.removeAll { $0.base == base }
    return lost
  }
}
