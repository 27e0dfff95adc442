package import Randomness
import Statistics

/// A log of labels and rewards without any association: runs, steps and datasets differ in both, and
/// steps follow each other.
package struct SimulatedLog: Sendable {
  package private(set) var x: [Double] = []
  package private(set) var y: [Double] = []
  package private(set) var runs: [Int] = []
  package private(set) var steps: [Int] = []

  /// 16 steps of 4 datasets in each run; run, step and dataset have equal variances.
  ///
  /// - Parameter correlation: of a step with the one before it.
  package init(runs count: Int, correlation: Double, random: inout RandomStream) {
    let rest = (1 - correlation * correlation).squareRoot()
    for run in 0..<count {
      let level = (random.normal(), random.normal())
      var state = (random.normal(), random.normal())
      for step in 0..<16 {
        if step > 0 {
          state.0 = correlation * state.0 + rest * random.normal()
          state.1 = correlation * state.1 + rest * random.normal()
        }
        for _ in 0..<4 {
          x.append(level.0 + state.0 + random.normal())
          y.append(level.1 + state.1 + random.normal())
          runs.append(run)
          steps.append(run * 100 + step)
        }
      }
    }
  }

  /// The tests that `soar analyze` makes of it.
  package enum Test: String, Sendable, CaseIterable {
    case permutation = "permutation within steps"
    case withinSteps = "slope within steps, CR2"
    case wild = "the same, wild bootstrap"
    case withinRuns = "slope within runs, CR2"
    case all = "slope over all rows, CR2"
    case logistic = "logistic over all rows, CR2"
  }

  /// The p-value of no association; nil where it is undefined.
  package func pValue(_ test: Test, orders: Int, random: inout RandomStream) -> Double? {
    let errors = OrdinaryLeastSquares.Errors.clusteredBiasReduced(Grouping(runs))
    func fit(within groups: [Int]) -> OrdinaryLeastSquares? {
      WithinGroups(Grouping(groups)).fit(["x": x], outcome: y, errors: errors)
    }
    switch test {
    case .permutation:
      return PermutationTest.correlation(
        x, y, blocks: Grouping(steps), permutations: orders, random: &random)?.pValue
    case .withinSteps: return fit(within: steps)?["x"]?.pValue
    case .wild:
      return fit(within: steps)?.wildBootstrap("x", replicates: orders, random: &random)
    case .withinRuns: return fit(within: runs)?["x"]?.pValue
    case .all:
      return OrdinaryLeastSquares.fit(["x": x], outcome: y, errors: errors)?["x"]?.pValue
    case .logistic:
      guard
        case .fitted(let model) = LogisticRegression.fit(
          ["x": x], outcome: y.map { $0 > 0 }, errors: .clusteredBiasReduced(Grouping(runs)))
      else { return nil }
      return model["x"]?.pValue
    }
  }
}
