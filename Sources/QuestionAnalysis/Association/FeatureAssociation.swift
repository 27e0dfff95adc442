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
    case pearson, spearman, kendall
    /// Given the (other) core features.
    case partial
    /// Minus the means of runs, or of the teachers within runs; and minus linear trends over steps.
    case withinRun, withinTeacher, withinRunTrend, withinTeacherTrend
    /// Permutation test of the within-run correlation, exchanging datasets within runs.
    case permutation
    /// Regressions on this feature alone, with errors clustered by run.
    case slope, withinRunSlope, withinTeacherTrendSlope
  }

  public let feature: QuestionFeature
  public let status: Status
  /// Rows that have the feature.
  public let count: Int
  public let mean: Double
  /// With denominator n - 1; nil for one row.
  public let standardDeviation: Double?
  public internal(set) var correlations: [Measure: CorrelationTest] = [:]
  public internal(set) var slopes: [Measure: Coefficient] = [:]
  public internal(set) var permutation: PermutationTest?
  /// Pearson's correlation corrected for noise in the reward.
  public internal(set) var disattenuated: Estimate?
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
    correlations[.pearson] = Correlation.pearson(x, y, level: level)
    correlations[.spearman] = Correlation.spearman(x, y, level: level)
    correlations[.kendall] = Correlation.kendall(x, y, level: level)
    correlations[.partial] = Self.partial(feature, in: all, options)

    let runs = Grouping(rows.run)
    let loops = Grouping(rows.loop)
    let withinRuns = WithinGroups(runs)
    let withinTrends = WithinGroups(loops, time: rows.step)
    correlations[.withinRun] = withinRuns.correlation(x, y, level: level)
    correlations[.withinTeacher] = WithinGroups(loops).correlation(x, y, level: level)
    correlations[.withinRunTrend] =
      WithinGroups(runs, time: rows.step).correlation(x, y, level: level)
    correlations[.withinTeacherTrend] = withinTrends.correlation(x, y, level: level)

    let name = feature.rawValue
    let column = Predictors(names: [name], columns: [x])
    let errors = OrdinaryLeastSquares.Errors.byRun(runs)
    slopes[.slope] =
      OrdinaryLeastSquares.fit(column, outcome: y, errors: errors, level: level)?[name]
    slopes[.withinRunSlope] =
      withinRuns.fit(column, outcome: y, errors: errors, level: level)?[name]
    slopes[.withinTeacherTrendSlope] =
      withinTrends.fit(column, outcome: y, errors: errors, level: level)?[name]

    if options.permutations > 0 {
      var random = RandomStream(seed: 0, path: "analyze/\(name)")
      permutation = PermutationTest.correlation(
        x, y, blocks: runs, permutations: options.permutations, random: &random)
    }
    if let reliability = options.reliability, let pearson = correlations[.pearson] {
      disattenuated = Reliability.disattenuated(pearson.estimate, reliability: reliability)
    }
  }

  private static func partial(
    _ feature: QuestionFeature, in all: AssociationRows, _ options: Options
  ) -> CorrelationTest? {
    let others = options.core.filter { $0 != feature }
    guard !others.isEmpty else { return nil }
    let rows = all.complete(in: others + [feature]).rows
    return PartialCorrelation.between(
      rows.columns[feature.ordinal], rows.reward, given: rows.predictors(others),
      level: options.level)
  }

  /// P-value of one measure; nil if undefined.
  public func pValue(_ measure: Measure) -> Double? {
    switch measure {
    case .permutation: permutation?.pValue
    case .slope, .withinRunSlope, .withinTeacherTrendSlope: slopes[measure]?.pValue
    default: correlations[measure]?.pValue
    }
  }
}

extension OrdinaryLeastSquares.Errors {
  /// Clustered by run if there are several; the rows of a single run count as independent, each
  /// with its own variance.
  static func byRun(_ runs: Grouping) -> Self {
    runs.count > 1 ? .clustered(runs) : .heteroscedastic
  }
}
