/// The error rates of a binary label, measured on a validation sample, and what they do to estimates
/// that are made with the label in place of the truth x. With the label w,
///
///     sensitivity Se = P(w = 1 | x = 1),  specificity Sp = P(w = 0 | x = 0),  J = Se + Sp - 1.
///
/// Corrections assume nondifferential errors (given x, the label depends on nothing else: not on the
/// outcome, not on the group) and error rates that hold where they are applied. Their intervals are
/// by the delta method, with the validation sample taken for independent of what is corrected.
/// Variances of Se and Sp are Agresti and Coull's (1998), with two successes and two failures added,
/// so that a label without an error in the sample does not count as one that never errs.
public struct Misclassification: Sendable, Equatable {
  public let sensitivity: Double
  public let specificity: Double
  let sensitivityVariance: Double
  let specificityVariance: Double

  /// - Returns: nil if the sample lacks positive or negative items.
  public init?(_ table: ConfusionTable) {
    guard let sensitivity = table.sensitivity, let specificity = table.specificity else {
      return nil
    }
    self.sensitivity = sensitivity.value
    self.specificity = specificity.value
    sensitivityVariance = Self.variance(table.truePositives, of: table.positives)
    specificityVariance = Self.variance(table.trueNegatives, of: table.negatives)
  }

  private static func variance(_ successes: Int, of trials: Int) -> Double {
    let n = Double(trials) + 4
    let p = (Double(successes) + 2) / n
    return p * (1 - p) / n
  }

  /// J (Youden 1950): 1 for a perfect label, 0 for one that says nothing, below 0 for one that is
  /// wrong more often than not.
  public var informedness: Estimate {
    let value = sensitivity + specificity - 1
    let reach =
      (sensitivityVariance + specificityVariance).squareRoot() * StandardNormal.quantile(0.975)
    return Estimate(value: value, lower: max(-1, value - reach), upper: min(1, value + reach))
  }

  /// Whether the label is shown to be better than chance: the 95% interval of J is above 0. Below
  /// that nothing is corrected, for dividing by J blows up.
  public var isInformative: Bool { informedness.lower > 0 }

  /// An estimate from labels, corrected.
  public enum Corrected: Sendable, Equatable {
    case estimate(Estimate)
    /// Not identified: all that can be said.
    case bounds(lower: Double, upper: Double)

    /// Both ends, of the 95% interval or of the bounds.
    public var ends: (lower: Double, upper: Double) {
      switch self {
      case .estimate(let estimate): (estimate.lower, estimate.upper)
      case .bounds(let lower, let upper): (lower, upper)
      }
    }
  }

  /// The share of items with x = 1, (share + Sp - 1) / J (Rogan and Gladen 1978), cut to 0...1.
  ///
  /// - Parameters:
  ///   - share: of items with the label, 0...1.
  ///   - count: of items; nil leaves out their sampling error.
  /// - Returns: bounds 0 and 1 if the label is not informative.
  public func prevalence(labelled share: Double, of count: Int?) -> Corrected {
    precondition((0...1).contains(share) && count.map { $0 > 0 } ?? true)
    guard isInformative else { return .bounds(lower: 0, upper: 1) }
    let j = sensitivity + specificity - 1
    let raw = (share + specificity - 1) / j
    let value = min(1, max(0, raw))
    let sampling = count.map { share * (1 - share) / Double($0) } ?? 0
    let variance =
      (sampling + value * value * sensitivityVariance
        + (1 - value) * (1 - value) * specificityVariance) / (j * j)
    let reach = variance.squareRoot() * StandardNormal.quantile(0.975)
    let (lower, upper) = (min(1, max(0, raw - reach)), min(1, max(0, raw + reach)))
    if lower < upper { return .estimate(Estimate(value: value, lower: lower, upper: upper)) }
    let ends = prevalenceLimits(labelled: share, of: count)
    return .estimate(Estimate(value: value, between: ends.lower, and: ends.upper))
  }

  /// For labels rarer than the label's own errors (or more frequent than it can give): the share at
  /// the ends of the intervals of its three parts, with exact limits of the labelled share. Both ends
  /// are equal if the data contradict the error rates even so.
  private func prevalenceLimits(
    labelled share: Double, of count: Int?
  ) -> (lower: Double, upper: Double) {
    let labelled = count.map {
      BinomialLimits(successes: share * Double($0), of: Double($0))
    }
    func ends(_ rate: Double, _ variance: Double) -> [Double] {
      let reach = variance.squareRoot() * StandardNormal.quantile(0.975)
      return [max(0, rate - reach), min(1, rate + reach)]
    }
    var values: [Double] = []
    for p in [labelled?.lower ?? share, labelled?.upper ?? share] {
      for se in ends(sensitivity, sensitivityVariance) {
        for sp in ends(specificity, specificityVariance) where se + sp > 1 {
          values.append(min(1, max(0, (p + sp - 1) / (se + sp - 1))))
        }
      }
    }
    return (values.min() ?? 0, values.max() ?? 0)
  }
}

extension Misclassification {
  /// What a slope on the label is of the slope on x within groups: the regression calibration slope
  /// of a binary regressor. In one group it is PPV + NPV - 1 (Carroll, Ruppert, Stefanski and
  /// Crainiceanu 2006, section 8.4), at this sample's prevalence. Of several groups with prevalences
  /// that differ,
  ///
  ///     attenuation = sum cov(x, w) / sum var(w) = (W + m (Se - Sp) - Se (1 - Sp)) / (J W)
  ///
  /// with W the variance of labels within groups and m their mean, both weighted by n - 1.
  public struct Attenuation: Sendable, Equatable {
    public let value: Double
    /// By the delta method, from the errors of Se and Sp.
    public let standardError: Double
  }

  /// - Parameter labels: 0 or 1: [rows].
  /// - Returns: nil if the label is not informative, if it never varies within a group, or if its
  ///   variation may be all error (as where the groups' prevalences are 0 or 1): the interval of the
  ///   attenuation must be above 0.
  public func attenuation(labels: [Double], within groups: Grouping) -> Attenuation? {
    precondition(labels.count == groups.rowCount, "one label per row")
    guard isInformative else { return nil }
    var (spread, sum, weight) = (0.0, 0.0, 0.0)
    for (size, mean) in zip(groups.sizes, groups.means(labels)) where size > 1 {
      let n = Double(size)
      spread += n * mean * (1 - mean)
      sum += (n - 1) * mean
      weight += n - 1
    }
    guard spread > 0 else { return nil }
    let (w, m) = (spread / weight, sum / weight)
    let (se, sp, j) = (sensitivity, specificity, sensitivity + specificity - 1)
    let value = (w + m * (se - sp) - se * (1 - sp)) / (j * w)
    let bySensitivity = (m + sp - 1) / (j * w) - value / j
    let bySpecificity = (se - m) / (j * w) - value / j
    let error =
      (bySensitivity * bySensitivity * sensitivityVariance
      + bySpecificity * bySpecificity * specificityVariance).squareRoot()
    guard value > error * StandardNormal.quantile(0.975) else { return nil }
    return Attenuation(value: min(1, value), standardError: error)
  }

  /// The slope of an outcome on x within groups, from its slope on the label.
  ///
  /// - Parameters:
  ///   - slope: on the label alone, within the groups.
  ///   - labels: 0 or 1: [rows].
  ///   - range: greatest less least outcome; no difference of means exceeds it.
  /// - Returns: without an attenuation bounds: errors only shrink a slope, so that it lies between the
  ///   label's and the range, on the same side, if J is above 0 at all; otherwise the range on both
  ///   sides.
  public func corrected(
    _ slope: Coefficient, labels: [Double], within groups: Grouping, range: Double
  ) -> Corrected {
    let naive = slope.estimate.value
    guard let attenuation = attenuation(labels: labels, within: groups) else {
      guard sensitivity + specificity > 1 else { return .bounds(lower: -range, upper: range) }
      return naive < 0
        ? .bounds(lower: -range, upper: naive) : .bounds(lower: naive, upper: range)
    }
    let factor = attenuation.value
    let value = naive / factor
    guard let reference = slope.reference else { return .estimate(Estimate(value: value)) }
    let byFactor = value / factor * attenuation.standardError
    let own = slope.standardError / factor
    let reach = (own * own + byFactor * byFactor).squareRoot() * reference.quantile(0.975)
    guard !Rounding.isAll(of: reach, scale: abs(value)) else {
      return .estimate(Estimate(value: value))
    }
    return .estimate(Estimate(value: value, lower: value - reach, upper: value + reach))
  }
}
