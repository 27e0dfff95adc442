import Randomness
public import Statistics

/// How one feature correlates with the reward.
public struct FeatureAssociation: Sendable {
  public enum Status: String, Sendable {
    case determined
    /// Fewer than three rows have it.
    case tooFewRows
    /// It has one value only.
    case constant
    /// The reward has one value only.
    case constantReward
  }

  /// The measures of association; the raw value is the key in JSON.
  public enum Measure: String, Sendable, CaseIterable {
    /// Coefficients that describe the rows, without a test: rows of one step, loop or run are not
    /// independent of each other.
    case pearson, spearman, kendall
    /// Given the (other) core features.
    case partial
    /// Less the means of runs; less the means and linear trends over steps of the teachers within
    /// runs.
    case withinRun, withinTeacherTrend
    /// Less the means of steps: the primary association. The datasets of a step share their teacher,
    /// their baseline student and its luck; what is left is between them.
    case withinStep
    /// Permutation test of `withinStep`, exchanging datasets within steps.
    case permutation
    /// Regressions on this feature alone, with errors by run.
    case slope, withinRunSlope, withinTeacherTrendSlope, withinStepSlope
  }

  public let feature: QuestionFeature
  public let status: Status
  /// Rows that have the feature.
  public let count: Int
  public let mean: Double
  /// With denominator n - 1; nil for one row.
  public let standardDeviation: Double?
  public internal(set) var coefficients: [Measure: Double] = [:]
  /// The primary association with its interval, by the errors of `withinStepSlope`.
  public internal(set) var withinStep: CorrelationTest?
  public internal(set) var slopes: [Measure: Coefficient] = [:]
  public internal(set) var permutation: PermutationTest?
  /// P-value of `withinStepSlope` by the wild cluster bootstrap: a check of the other two.
  public internal(set) var wildBootstrap: Double?
  /// Pearson's correlation corrected for noise in the reward.
  public internal(set) var disattenuated: Double?
  /// Holm-adjusted p-values over all features of the level, separately for each measure.
  public internal(set) var adjusted: [Measure: Double] = [:]

  /// Permutations and reliability apply to datasets only: at the level of questions, rows of one
  /// dataset share their reward and cannot be exchanged.
  struct Options {
    var core: [QuestionFeature]
    var level: Double
    /// 0 for none.
    var permutations: Int
    /// Reliability of the reward; nil if unknown.
    var reliability: Double?
  }

  init(_ feature: QuestionFeature, in all: AssociationRows, _ options: Options) {
    let rows = all.complete(in: [feature]).rows
    let x = rows.columns[feature.ordinal]
    let y = rows.reward
    self.feature = feature
    count = x.count
    mean = x.isEmpty ? 0 : x.mean
    standardDeviation = x.count > 1 ? x.standardDeviation : nil
    status =
      if x.count < 3 {
        .tooFewRows
      } else if x.isConstant {
        .constant
      } else if y.isConstant {
        .constantReward
      } else {
        .determined
      }
    guard status == .determined else { return }
    let level = options.level
    coefficients[.pearson] = Correlation.pearson(x, y)?.coefficient
    coefficients[.spearman] = Correlation.spearman(x, y)?.coefficient
    coefficients[.kendall] = Correlation.kendall(x, y)?.coefficient
    coefficients[.partial] = Self.partial(feature, in: all, options)

    let runs = Grouping(rows.run)
    let steps = rows.steps
    let withinRuns = WithinGroups(runs)
    let withinTrends = WithinGroups(Grouping(rows.loop), time: rows.step)
    let withinSteps = WithinGroups(steps)
    coefficients[.withinRun] = withinRuns.correlation(x, y)?.coefficient
    coefficients[.withinTeacherTrend] = withinTrends.correlation(x, y)?.coefficient

    let name = feature.rawValue
    let column = Predictors(names: [name], columns: [x])
    let errors = OrdinaryLeastSquares.Errors.byRun(runs)
    slopes[.slope] =
      OrdinaryLeastSquares.fit(column, outcome: y, errors: errors, level: level)?[name]
    slopes[.withinRunSlope] =
      withinRuns.fit(column, outcome: y, errors: errors, level: level)?[name]
    slopes[.withinTeacherTrendSlope] =
      withinTrends.fit(column, outcome: y, errors: errors, level: level)?[name]
    let primary = withinSteps.fit(
      column, outcome: y, errors: .byRunOrStep(runs, steps), level: level)
    if let slope = primary?[name] {
      slopes[.withinStepSlope] = slope
      withinStep = withinSteps.correlation(x, y, slope: slope)
      coefficients[.withinStep] = withinStep?.coefficient
      var random = RandomStream(seed: 0, path: "analyze/wild/\(name)")
      wildBootstrap = primary?.wildBootstrap(name, random: &random)
    }

    if options.permutations > 0 {
      var random = RandomStream(seed: 0, path: "analyze/\(name)")
      permutation = PermutationTest.correlation(
        x, y, blocks: steps, permutations: options.permutations, random: &random)
    }
    if let reliability = options.reliability, let pearson = coefficients[.pearson] {
      disattenuated =
        Reliability.disattenuated(Estimate(value: pearson), reliability: reliability)?.value
    }
  }

  private static func partial(
    _ feature: QuestionFeature, in all: AssociationRows, _ options: Options
  ) -> Double? {
    let others = options.core.filter { $0 != feature }
    guard !others.isEmpty else { return nil }
    let rows = all.complete(in: others + [feature]).rows
    return PartialCorrelation.between(
      rows.columns[feature.ordinal], rows.reward, given: rows.predictors(others)
    )?.coefficient
  }

  /// P-value of one measure; nil if undefined.
  public func pValue(_ measure: Measure) -> Double? {
    measure == .permutation ? permutation?.pValue : slopes[measure]?.pValue
  }
}

extension OrdinaryLeastSquares.Errors {
  /// By run if there are several. One run gives no errors: they would be about other runs.
  static func byRun(_ runs: Grouping) -> Self {
    runs.count > 1 ? .clusteredBiasReduced(runs) : .unknown
  }

  /// Within steps, one run's steps are independent draws of its teacher; the result is then about
  /// this run.
  static func byRunOrStep(_ runs: Grouping, _ steps: Grouping) -> Self {
    runs.count > 1 ? .clusteredBiasReduced(runs) : .clusteredBiasReduced(steps)
  }
}
