import Statistics

/// The conclusion about one feature, by a rule fixed in advance.
public struct AssociationVerdict: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case associated
    case notAssociated
    case undecided
  }

  /// Correlations within -0.1...0.1 count as no association.
  public static let negligible = 0.1
  /// Threshold for adjusted p-values.
  public static let significance = 0.05
  /// Minimum datasets for a decision.
  public static let leastDatasets = 20
  /// Minimum runs to decide whether structure or correctness correlates more with the reward.
  public static let leastRuns = 5

  public static let rule = """
    A feature is *associated* with the reward where its permutation p within runs, adjusted after \
    Holm over all features, is below 0.05 (where permutations are left out for size, the adjusted p \
    of the within-run correlation), and its correlation without the means and linear trends of \
    teachers within runs has an interval that excludes zero, on the same side as Pearson's r. It is \
    *not* associated where the 95% intervals of both of these correlations lie inside -0.1 to 0.1. All \
    else is *undecided*, and so is everything with fewer than 20 datasets. Well-posed goes further \
    with the reward than correct, or the other way round, where the interval of the difference of \
    their standardised coefficients excludes zero, with at least 5 runs.
    """

  public let feature: QuestionFeature
  public let kind: Kind

  public init(_ association: FeatureAssociation) {
    feature = association.feature
    guard association.count >= Self.leastDatasets,
      let pearson = association.correlations[.pearson]?.estimate,
      let trendless = association.correlations[.withinTeacherTrend]?.estimate
    else {
      kind = .undecided
      return
    }
    let p = association.adjusted[.permutation] ?? association.adjusted[.withinRun] ?? 1
    let excludesZero = trendless.lower > 0 || trendless.upper < 0
    let isNegligible = [pearson, trendless].allSatisfy {
      $0.lower > -Self.negligible && $0.upper < Self.negligible
    }
    kind =
      if p < Self.significance && excludesZero && pearson.value * trendless.value > 0 {
        .associated
      } else if isNegligible {
        .notAssociated
      } else {
        .undecided
      }
  }
}

/// Whether well-posed or correct correlates more with the reward.
public enum AssociationContest: String, Sendable {
  case structure
  case correctness
  case undecided

  public init(_ models: AssociationModels) {
    guard models.runs >= AssociationVerdict.leastRuns,
      let difference = models.structureLessCorrectness?.estimate
    else {
      self = .undecided
      return
    }
    self = difference.lower > 0 ? .structure : difference.upper < 0 ? .correctness : .undecided
  }
}
