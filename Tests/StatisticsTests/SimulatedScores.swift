import Foundation
import Randomness

enum Simulation {
  /// Only optimised: unoptimised they take minutes.
  static var isRun: Bool {
    var isOptimised = true
    assert({ isOptimised = false }() == ())
    return isOptimised
  }
}

/// Scores of seeds on problems with known truth: normal ones, and shares of samples that solve a problem.
struct SimulatedScores: Sendable {
  var name: String
  /// Standard deviations: of seeds, of problems, and of single cells.
  var seed: Double
  var problem: Double
  var cell: Double
  /// Log odds of the mean; nil for normal scores, whose mean is zero.
  var logit: Double?
  var truth = 0.0
  var bounds: ClosedRange<Double>

  static let problems = 48
  static let samples = 32

  var isShare: Bool { logit != nil }

  /// Several ratios of the variances. Where neither seeds nor problems differ, nothing is left to
  /// estimate their variance from, and the interval is wide.
  static let normal: [SimulatedScores] = [
    (0, 0, 1, 0.94...1), (0.1, 0.2, 1, 0.93...0.99), (0.3, 0.2, 1, 0.92...0.98),
    (1, 0.2, 1, 0.92...0.98), (0, 1, 1, 0.92...0.98), (0.1, 1, 1, 0.92...0.98),
    (0.3, 1, 1, 0.91...0.98),
  ].map {
    SimulatedScores(
      name: "normal \($0.0)/\($0.1)/\($0.2)", seed: $0.0, problem: $0.1, cell: $0.2, bounds: $0.3)
  }

  static let shares: [SimulatedScores] = [
    (0.3, 2, 0.5, -3, 0.91...0.98), (0.8, 2, 0.5, -3, 0.90...0.97), (0.3, 2, 0.5, -1, 0.92...0.98),
    (0.5, 0.5, 0.3, -1, 0.90...0.97), (0.1, 0.5, 0.3, -4.5, 0.92...0.99),
  ].map {
    var design = SimulatedScores(
      name: "share \($0.0)/\($0.1)/\($0.2) at \($0.3)", seed: $0.0, problem: $0.1, cell: $0.2,
      logit: $0.3, bounds: $0.4)
    // The three are independent, so that the mean is over one normal variable.
    let deviation = ($0.0 * $0.0 + $0.1 * $0.1 + $0.2 * $0.2).squareRoot()
    let steps = (-400...400).map { Double($0) / 50 }
    let weights = steps.map { exp(-$0 * $0 / 2) }
    let logit = $0.3
    let sum = zip(steps, weights).reduce(0) {
      $0 + $1.1 / (1 + exp(-logit - deviation * $1.0))
    }
    design.truth = sum / weights.reduce(0, +)
    return design
  }

  /// [seed][problem]
  func scores(seeds: Int, random: inout RandomStream) -> [[Double]] {
    let hardness = (0..<Self.problems).map { _ in problem * random.normal() }
    return scores(seeds: seeds, hardness: hardness, random: &random)
  }

  /// Two arms of the same distribution on the same problems; a seed's luck is each arm's own.
  func equalArms(seeds: Int, random: inout RandomStream) -> [[[Double]]] {
    let hardness = (0..<Self.problems).map { _ in problem * random.normal() }
    return (0..<2).map { _ in scores(seeds: seeds, hardness: hardness, random: &random) }
  }

  private func scores(seeds: Int, hardness: [Double], random: inout RandomStream) -> [[Double]] {
    (0..<seeds).map { _ in
      let luck = seed * random.normal()
      return hardness.map { hardness in
        let value = luck + hardness + cell * random.normal()
        guard let logit else { return value }
        let chance = 1 / (1 + exp(-logit - value))
        let solved = (0..<Self.samples).count { _ in random.uniform() < chance }
        return Double(solved) / Double(Self.samples)
      }
    }
  }
}
