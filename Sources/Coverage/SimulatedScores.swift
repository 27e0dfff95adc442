import Foundation
package import Randomness
import Statistics

/// Scores of seeds, their students and problems with a known truth: normal ones, and shares of 32 samples
/// that solve a problem.
package struct SimulatedScores: Sendable {
  package var name: String
  /// Standard deviations: of seeds, of students within seeds, of problems, and of single cells.
  var seed, student, problem, cell: Double
  /// Log odds of the mean; nil for normal scores, whose mean is zero.
  var logit: Double?
  var students = 1
  /// The mean over new seeds and new problems.
  package var truth = 0.0

  static let problems = 48
  static let samples = 32

  package var isShare: Bool { logit != nil }
  /// Whether neither seeds nor students nor problems differ, so that an interval has nothing to estimate
  /// their variance from and is wide.
  package var isNoise: Bool { seed == 0 && student == 0 && problem == 0 }

  /// Several ratios of the variances.
  package static let all =
    normal
    + shares([
      (0.3, 0, 2, -3), (0.8, 0, 2, -3), (0.3, 0, 2, -1), (0.5, 0, 0.5, -1), (0.2, 0.4, 1, -2),
      (0.1, 0, 0.5, -4.5), (0.3, 0, 2, -4.5),
    ])

  /// Problems that are seldom solved and differ much: a sample of them does not show the tail.
  package static let rare = shares([(0.3, 0, 2, -6)])

  private static let normal = [
    (0.0, 0.0, 0.0), (0.1, 0, 0.2), (0.3, 0, 0.2), (1, 0, 0.2), (0, 0, 1), (0.1, 0, 1),
    (0.3, 0, 1), (0.1, 0.3, 0.5),
  ].map {
    SimulatedScores(
      name: "normal, SD \($0.0) of seeds, \($0.1) of students, \($0.2) of problems", seed: $0.0,
      student: $0.1, problem: $0.2, cell: 1, students: $0.1 > 0 ? 3 : 1)
  }

  private static func shares(
    _ designs: [(seed: Double, student: Double, problem: Double, logit: Double)]
  ) -> [SimulatedScores] {
    designs.map { seed, student, problem, logit in
      var design = SimulatedScores(
        name: "", seed: seed, student: student, problem: problem, cell: 0.4, logit: logit,
        students: student > 0 ? 3 : 1)
      design.truth = design.meanShare
      let percent = (1000 * design.truth).rounded() / 10
      design.name =
        "\(percent)% solved, SD of log odds \(seed) of seeds, \(student) of students, \(problem) of problems"
      return design
    }
  }

  /// The parts are independent, so that the mean is over one normal variable.
  private var meanShare: Double {
    let deviation = [seed, student, problem, cell].reduce(0) { $0 + $1 * $1 }.squareRoot()
    let steps = (-400...400).map { Double($0) / 50 }
    let weights = steps.map { exp(-$0 * $0 / 2) }
    let sum = zip(steps, weights).reduce(0) {
      $0 + $1.1 / (1 + exp(-(logit ?? 0) - deviation * $1.0))
    }
    return sum / weights.reduce(0, +)
  }

  /// [seed][student][problem]
  package func scores(seeds: Int, random: inout RandomStream) -> [[[Double]]] {
    arms(1, seeds: seeds, random: &random)[0]
  }

  /// Arms of the same distribution on the same problems, each with luck of its own: [arm][seed][student]
  /// [problem].
  package func arms(_ count: Int, seeds: Int, random: inout RandomStream) -> [[[[Double]]]] {
    let hardness = (0..<Self.problems).map { _ in problem * random.normal() }
    return (0..<count).map { _ in
      (0..<seeds).map { _ in
        let luck = seed * random.normal()
        return (0..<students).map { _ in
          let own = luck + student * random.normal()
          return hardness.map { score(own + $0 + cell * random.normal(), &random) }
        }
      }
    }
  }

  private func score(_ value: Double, _ random: inout RandomStream) -> Double {
    guard let logit else { return value }
    let chance = 1 / (1 + exp(-logit - value))
    let solved = (0..<Self.samples).count { _ in random.uniform() < chance }
    return Double(solved) / Double(Self.samples)
  }

  /// Whether the interval of a simulated arm holds the truth.
  package func isCovered(seeds: Int, random: inout RandomStream) -> Bool {
    CrossedMean(
      students: scores(seeds: seeds, random: &random), scale: isShare ? .share : .unbounded
    ).estimate().covers(truth)
  }

  /// Whether one of two equal arms is declared better.
  package func isFalselyDecided(seeds: Int, random: inout RandomStream) -> Bool {
    let arms = arms(2, seeds: seeds, random: &random)
    return Effect(CrossedMean(arms: arms, weights: [1, -1])).decision != .undecided
  }
}
