import Diagnostics
import Experiments
import Foundation

/// One measurement.
package struct BenchResult: Encodable {
  var stage: String
  var model: String
  var name: String
  /// How the result was checked before timing.
  var verified: String
  var seconds: Spread
  /// The unit counted per second: tokens by default.
  var unit = "tokens"
  var count: Double
  var perSecond: Spread
  /// Floating-point operations of the work's matrix products; absent if not counted.
  var flops: Double?
  var flopsPerSecond: Spread?
  /// Share of the single-thread sgemm rate.
  var mfu: Spread?
  /// Other facts, such as a digest or bytes of memory.
  var notes: [String: String] = [:]

  init(
    _ stage: BenchStage, model: String, _ name: String, verified: String, count: Double,
    unit: String = "tokens", flops: Double? = nil, timing: BenchClock.Timing
  ) {
    self.stage = stage.rawValue
    self.model = model
    self.name = name
    self.verified = verified
    self.unit = unit
    self.count = count
    self.flops = flops
    seconds = Spread(timing.seconds)
    perSecond = Spread(timing.seconds.map { count / $0 })
    if let flops {
      flopsPerSecond = Spread(timing.seconds.map { flops / $0 })
      mfu = Spread(zip(timing.seconds, timing.sgemm).map { flops / $0 / $1 })
    }
  }
}

/// Our time and another program's for the same work.
package struct BenchComparison: Encodable {
  var name: String
  var threads: Int
  /// Ours, in seconds per step.
  var soar: Spread
  var rival: Spread
  /// The rival's time divided by ours, pair by pair.
  var ratio: Spread
  var details: [String: Double]
}

/// The whole output of `soar bench`.
package struct BenchReport: Encodable {
  var processor = Processor()
  var sgemmFlopsPerSecond = BenchClock.sgemmRate()
  package var results: [BenchResult] = []
  package var comparisons: [BenchComparison] = []

  package init() {}

  package var text: String {
    var parts = [
      "\(processor.model), kernels \(processor.kernels); "
        + "sgemm on one thread \((sgemmFlopsPerSecond / 1e9).fixed(1)) GFLOP/s"
    ]
    if !results.isEmpty {
      var table = TextTable(
        [
          "stage", "model", "what", "ms", "min", "max", "rate", "", "GFLOP/s", "MFU %", "min",
          "max",
        ], rightAligned: [3, 4, 5, 6, 8, 9, 10, 11])
      for r in results {
        table.add([
          r.stage, r.model, r.name, Self.milliseconds(r.seconds.median),
          Self.milliseconds(r.seconds.min), Self.milliseconds(r.seconds.max),
          Self.rate(r.perSecond.median), "\(r.unit)/s",
          r.flopsPerSecond.map { ($0.median / 1e9).fixed(1) } ?? "-",
          r.mfu.map { (100 * $0.median).fixed(1) } ?? "-",
          r.mfu.map { (100 * $0.min).fixed(1) } ?? "-",
          r.mfu.map { (100 * $0.max).fixed(1) } ?? "-",
        ])
      }
      parts.append(table.text)
      parts.append(
        results.map { r in
          let notes = r.notes.sorted { $0.key < $1.key }.map { "; \($0.key) \($0.value)" }
          return "\(r.stage) \(r.model) \(r.name): \(r.verified)\(notes.joined())"
        }.joined(separator: "\n"))
    }
    if !comparisons.isEmpty {
      var table = TextTable(
        [
          "compared", "threads", "soar ms", "other ms", "ratio", "min", "max", "soar tokens",
          "other tokens",
        ], rightAligned: [1, 2, 3, 4, 5, 6, 7, 8])
      for c in comparisons {
        table.add([
          c.name, "\(c.threads)", Self.milliseconds(c.soar.median),
          Self.milliseconds(c.rival.median), c.ratio.median.fixed(1), c.ratio.min.fixed(1),
          c.ratio.max.fixed(1), (c.details["soar_sampled_tokens"] ?? 0).fixed(0),
          (c.details["rival_sampled_tokens"] ?? 0).fixed(0),
        ])
      }
      parts.append(table.text)
    }
    return parts.joined(separator: "\n\n")
  }

  private static func milliseconds(_ seconds: Double) -> String {
    (1000 * seconds).fixed(seconds < 0.01 ? 3 : 1)
  }

  private static func rate(_ value: Double) -> String {
    value >= 1e6
      ? "\((value / 1e6).fixed(2))M"
      : value >= 1e4
        ? "\((value / 1e3).fixed(1))k"
        : value.fixed(2)
  }
}
