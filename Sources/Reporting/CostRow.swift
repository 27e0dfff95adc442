import RunStore
import SelfPlay
import Statistics

/// Mean cost of one arm per student of a seed, or of one outer loop per seed.
struct CostRow: Sendable, Equatable {
  var name: String
  var source: String
  var mixing: String
  var runs: Int
  var steps: Double
  var rollouts: Double?
  var tokensSampled: Double
  var tokensTrained: Double
  var operations: Double?
  var seconds: Double

  /// The outer loops first, then the arms in their stored order.
  static func rows(_ data: ReportData) -> [CostRow] {
    outerLoops(data.outerSteps) + arms(data.armRuns)
  }

  private static func outerLoops(_ steps: [OuterStepRecord]) -> [CostRow] {
    Set(steps.map(\.teacher)).sorted().map { teacher in
      let steps = steps.filter { $0.teacher == teacher }
      let seeds = Double(Set(steps.map(\.seed)).count)
      let operations = steps.reduce(0) {
        $0 + ($1.forwardFLOPs ?? .nan) + ($1.backwardFLOPs ?? .nan)
      }
      return CostRow(
        name: "\(teacher) outer loop", source: "its own teacher", mixing: "alone",
        runs: Int(seeds), steps: Double(steps.count) / seeds, rollouts: nil,
        tokensSampled: steps.reduce(0) { $0 + Double($1.tokensSampled) } / seeds,
        tokensTrained: steps.reduce(0) { $0 + Double($1.tokensTrained) } / seeds,
        operations: operations.isFinite ? operations / seeds : nil,
        seconds: steps.reduce(0) { $0 + $1.seconds } / seeds)
    }
  }

  private static func arms(_ runs: [ArmRunRecord]) -> [CostRow] {
    let names = runs.reduce(into: [String]()) { if !$0.contains($1.arm) { $0.append($1.arm) } }
    return names.compactMap { name in
      let runs = runs.filter { $0.arm == name }
      guard let first = runs.first else { return nil }
      func mean(_ value: (ArmRunRecord) -> Double) -> Double {
        runs.map(value).mean
      }
      let operations = mean { ($0.forwardFLOPs ?? .nan) + ($0.backwardFLOPs ?? .nan) }
      return CostRow(
        name: name, source: first.questionsSource, mixing: first.mixing, runs: runs.count,
        steps: mean { Double($0.steps) }, rollouts: mean { Double($0.rollouts) },
        tokensSampled: mean { Double($0.tokensSampled) },
        tokensTrained: mean { Double($0.tokensTrained) },
        operations: operations.isFinite ? operations : nil, seconds: mean(\.seconds))
    }
  }
}
