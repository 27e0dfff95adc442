public import Statistics

/// The conclusion about one feature, by the rule of ``Effect``: decided where its Holm-adjusted p-value is
/// below 0.05, with at least three runs.
public struct AssociationVerdict: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case associated
    case notAssociated
    case undecided
  }

  /// Correlations within -0.1...0.1 count as no association.
  public static let negligible = 0.1
  /// Minimum datasets for a decision.
  public static let leastDatasets = 20

  public static let rule = """
    A feature is *associated* with the reward where the p-value of its permutation test within steps \
    (where permutations are left out for size, of its slope within steps), adjusted after Holm over \
    all features, is below 0.05. It is *not* associated where the 95% interval of its correlation \
    within steps lies inside -0.1 to 0.1. All else is *undecided*, and so is everything with fewer \
    than 3 runs or 20 datasets; the smallest correlation that would have been found (with probability \
    0.8, before adjustment) stands beside it. Well-posed goes further with the reward than correct, or \
    the other way round, where the difference of their standardised coefficients within steps has a \
    p-value below 0.05.
    """

  public let feature: QuestionFeature
  public let kind: Kind
  /// Holm-adjusted p-value that decides; nil without a test.
  public let adjusted: Double?
  /// Smallest correlation within steps that would have been found; nil if unknown.
  public let detectable: Double?

  public init(_ association: FeatureAssociation, runs: Int) {
    feature = association.feature
    adjusted = association.adjusted[.permutation] ?? association.adjusted[.withinStepSlope]
    let slope = association.slopes[.withinStepSlope]
    detectable = slope.flatMap { slope in
      guard let correlation = association.withinStep, slope.estimate.value != 0 else { return nil }
      return slope.detectable(power: Effect.power, significance: Effect.significance)
        .map { $0 * abs(correlation.coefficient / slope.estimate.value) }
    }
    guard association.count >= Self.leastDatasets, runs >= Effect.leastSeeds,
      let correlation = association.withinStep?.estimate, let interval = correlation.interval
    else {
      kind = .undecided
      return
    }
    let isNegligible = interval.lower > -Self.negligible && interval.upper < Self.negligible
    let effect = Effect(
      estimate: correlation, seeds: runs, pValue: adjusted, detectable: detectable)
    kind =
      if effect.decision != .undecided {
        .associated
      } else if isNegligible {
        .notAssociated
      } else {
        .undecided
      }
  }
}

/// Whether well-posed or correct goes further with the reward.
public enum AssociationContest: String, Sendable {
  case structure
  case correctness
  case undecided

  public init(_ models: AssociationModels) {
    self =
      switch models.contest?.decision {
      case .above: .structure
      case .below: .correctness
      case .undecided, nil: .undecided
      }
  }
}

extension AssociationModels {
  /// Well-posed less correct, within steps, a table of its own.
  public var contest: Effect? {
    structureLessCorrectness.map { Effect($0, runs: runs) }
  }

  /// What each core feature adds to the others, within steps: the coefficients, as one table.
  public var givenOthers: [(name: String, effect: Effect)] {
    let coefficients = withinStep.model?.coefficients ?? []
    let effects = coefficients.map { Effect($0, runs: runs) }.decided(\.self)
    return zip(coefficients, effects).map { ($0.name, $1) }
  }
}

extension Effect {
  init(_ coefficient: Coefficient, runs: Int) {
    self.init(
      estimate: coefficient.estimate, seeds: runs, pValue: coefficient.pValue,
      detectable: coefficient.detectable(power: Self.power, significance: Self.significance))
  }
}
