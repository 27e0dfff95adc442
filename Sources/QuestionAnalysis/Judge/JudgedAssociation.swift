import Randomness
public import Statistics

/// How the reward goes with a label that a judge gives with errors, and how it would without them.
public struct JudgedAssociation: Sendable {
  public let feature: QuestionFeature
  /// The mean reward of questions with the label less that of those without, within steps.
  public let judged: Coefficient
  /// Share of the true difference that errors leave; nil if it is not identified.
  public let attenuation: Misclassification.Attenuation?
  public let corrected: Misclassification.Corrected
  public let questions: Int

  /// - Parameter errors: of the judge's label.
  /// - Returns: nil if the label or the reward never varies within a step.
  public static func estimate(
    _ feature: QuestionFeature, in rows: AssociationRows, errors: Misclassification
  ) -> JudgedAssociation? {
    let rows = rows.complete(in: [feature]).rows
    guard let labels = rows.column(feature),
      let slope = difference(feature, in: rows), let most = rows.reward.max(),
      let least = rows.reward.min()
    else { return nil }
    return JudgedAssociation(
      feature: feature, judged: slope,
      attenuation: errors.attenuation(labels: labels, within: rows.steps),
      corrected: errors.corrected(
        slope, labels: labels, within: rows.steps, range: most - least), questions: rows.count)
  }

  /// The difference in mean reward between questions with a label and without, within steps; errors
  /// by run, or by step of a single run.
  public static func difference(
    _ feature: QuestionFeature, in rows: AssociationRows
  ) -> Coefficient? {
    let rows = rows.complete(in: [feature]).rows
    guard let labels = rows.column(feature), rows.count > 2 else { return nil }
    return WithinGroups(rows.steps).fit(
      [feature.rawValue: labels], outcome: rows.reward,
      errors: .byRunOrStep(Grouping(rows.run), rows.steps))?[feature.rawValue]
  }
}

/// Finding 3 of the paper as one number, by labels with errors and without: the standardised
/// coefficient of well-posed less that of correct, in a regression of the reward on both within steps
/// (``AssociationModels/structureLessCorrectness``).
public struct JudgedContrast: Sendable {
  public let judged: Coefficient
  /// With an interval by the parametric bootstrap; nil where it is not identified.
  public let corrected: Estimate?

  /// - Returns: nil if one of the labels does not vary within steps beside the other.
  public static func estimate(
    in rows: AssociationRows, errors: NestedMisclassification?
  ) -> JudgedContrast? {
    let features = [QuestionFeature.wellPosed, .correct]
    let rows = rows.complete(in: features).rows
    let models = AssociationModels(rows, core: features, drawn: false)
    guard let model = models.withinStep.model, let judged = models.structureLessCorrectness,
      model.coefficients.count == features.count
    else { return nil }
    let columns = features.compactMap { rows.column($0) }
    let scale = rows.reward.standardDeviation
    let widening = judged.degreesOfFreedom.map {
      StudentT.quantile(0.975, degreesOfFreedom: $0) / StandardNormal.quantile(0.975)
    }
    var random = RandomStream(seed: 0, path: "judge-check/contrast")
    let corrected = NestedMisclassification.Labels(columns, within: rows.steps).flatMap { labels in
      errors?.interval(
        model.coefficients.map(\.estimate.value), covariance: model.covariance,
        widening: widening ?? 1, labels: labels, random: &random
      ) { correction in
        let spreads = correction.shares.map { ($0 * (1 - $0)).squareRoot() }
        return (correction.coefficients[0] * spreads[0] - correction.coefficients[1] * spreads[1])
          / scale
      }
    }
    return JudgedContrast(judged: judged, corrected: corrected)
  }
}
