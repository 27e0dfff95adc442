import Dispatch
package import Randomness
import Synchronization

/// How often intervals hold the truth and tests find what is not there: the measurements behind
/// `docs/statistics.md`.
package struct CoverageStudy: Sendable {
  package let replicates: Int
  package static let counts = [3, 5, 8]

  package init(replicates: Int) { self.replicates = replicates }

  /// Share of the replicates in which something happens; each has a stream of its own.
  package func rate(_ name: String, _ happens: @Sendable (inout RandomStream) -> Bool) -> Double {
    let hits = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: replicates) { replicate in
      var random = RandomStream(seed: 0, path: "coverage/\(name)/\(replicate)")
      if happens(&random) { hits.add(1, ordering: .relaxed) }
    }
    return Double(hits.load(ordering: .relaxed)) / Double(replicates)
  }

  /// Markdown tables, in percent.
  ///
  /// - Parameter progress: called with the name of each finished row.
  package func markdown(progress: (String) -> Void = { _ in }) -> String {
    let seeds = Self.counts.map { "\($0) seeds" }
    var rows: [[String]] = []
    for design in SimulatedScores.all + SimulatedScores.rare {
      let covered = Self.counts.map { count in
        rate("covered/\(design.name)/\(count)") { design.isCovered(seeds: count, random: &$0) }
      }
      let decided = Self.counts.map { count in
        rate("decided/\(design.name)/\(count)") {
          design.isFalselyDecided(seeds: count, random: &$0)
        }
      }
      rows.append([design.name] + (covered + decided).map(Self.percent))
      progress(design.name)
    }
    let runs = Self.counts.map { "\($0) runs" }
    var tests: [[String]] = []
    for test in SimulatedLog.Test.allCases {
      let rates = [0, 0.8].flatMap { correlation in
        Self.counts.map { count in
          rate("test/\(test.rawValue)/\(correlation)/\(count)") { random in
            let log = SimulatedLog(runs: count, correlation: correlation, random: &random)
            return (log.pValue(test, orders: 499, random: &random) ?? 1) < 0.05
          }
        }
      }
      tests.append([test.rawValue] + rates.map(Self.percent))
      progress(test.rawValue)
    }
    return Self.table(
      ["scores"] + seeds.map { "covered, \($0)" } + seeds.map { "false verdict, \($0)" }, rows)
      + "\n\n"
      + Self.table(
        ["test"] + runs.map { "independent steps, \($0)" } + runs.map { "steps at .8, \($0)" },
        tests)
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((1000 * share).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> String {
    ([header, ["---"] + header.dropFirst().map { _ in "---:" }] + rows)
      .map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }
}
