/// Estimates cell costs, only from measured cells.
public struct CostEstimate: Sendable, Equatable {
  /// A completed run, scaled to one thread.
  public struct Measurement: Sendable, Equatable {
    /// Identifies the base model: only cells with the same model and world share a rate.
    public var base: String
    public var work: ExpectedWork
    /// Single-thread seconds.
    public var seconds: Double

    public init(base: String, work: ExpectedWork, seconds: Double) {
      self.base = base
      self.work = work
      self.seconds = seconds
    }
  }

  /// Seconds per rollout by base, and the number of measurements behind each.
  private var rates: [String: (seconds: Double, count: Int)] = [:]
  /// Origins of the measurements: `3 finished cells`, `runs/quick-1`.
  public private(set) var origins: [String] = []

  public init() {}

  public static func == (first: CostEstimate, second: CostEstimate) -> Bool {
    first.origins == second.origins
      && first.rates.mapValues(\.seconds) == second.rates.mapValues(\.seconds)
  }

  /// Sets the median rate of each base that has none yet.
  ///
  /// - Parameter origin: names the measurements' origin.
  public mutating func add(_ measurements: [Measurement], origin: String) {
    var isUsed = false
    for base in Set(measurements.map(\.base)).sorted() where rates[base] == nil {
      let seconds = measurements.filter {
        $0.base == base && $0.work.rollouts > 0 && $0.seconds > 0
      }
      .map { $0.seconds / $0.work.rollouts }.sorted()
      guard !seconds.isEmpty else { continue }
      let middle = seconds.count / 2
      let median =
        seconds.count.isMultiple(of: 2)
        ? (seconds[middle - 1] + seconds[middle]) / 2 : seconds[middle]
      rates[base] = (median, seconds.count)
      isUsed = true
    }
    if isUsed { origins.append(origin) }
  }

  public func covers(_ base: String) -> Bool { rates[base] != nil }

  /// Single-thread seconds; nil if that base has no measurement.
  public func seconds(_ work: ExpectedWork, base: String) -> Double? {
    rates[base].map { $0.seconds * work.rollouts }
  }

  /// Seconds until the last of the given cells ends, with a number of processes that each take the
  /// longest remaining cell.
  ///
  /// - Parameter running: remaining seconds of running cells.
  public static func makespan(
    _ waiting: [Double], running: [Double] = [], processes: Int
  ) -> Double {
    var busy = [Double](repeating: 0, count: max(1, processes))
    for seconds in running.sorted(by: >) + waiting.sorted(by: >) {
      guard let next = busy.indices.min(by: { busy[$0] < busy[$1] }) else { continue }
      busy[next] += max(0, seconds)
    }
    return busy.max() ?? 0
  }
}
