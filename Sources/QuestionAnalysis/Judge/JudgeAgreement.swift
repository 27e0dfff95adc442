public import Statistics

/// A judge's verdicts beside those of a reference on the same questions.
public struct JudgeAgreement: Sendable, Equatable {
  /// One label, as a yes or a no.
  public struct Label: Sendable, Equatable {
    /// A question feature: well-posed, correct (no for ill-posed questions), or an error type.
    public let feature: QuestionFeature
    /// The reference is the truth.
    public fileprivate(set) var table = ConfusionTable()
    /// Nil if the reference says only yes or only no.
    public var errors: Misclassification? { Misclassification(table) }
  }

  /// By label, in the order of ``features``.
  public private(set) var labels = Self.features.map { Label(feature: $0) }
  /// Questions by the reference's error type and the judge's: [reference][judge], in the order of
  /// `ErrorType.allCases`.
  public private(set) var errorTypes = [[Int]](
    repeating: [Int](repeating: 0, count: ErrorType.allCases.count),
    count: ErrorType.allCases.count)
  public private(set) var count = 0

  /// "None" is the same as correct.
  static let features: [QuestionFeature] = [
    .wellPosed, .correct, .arithmetic, .logicalFallacy, .illPosed, .ambiguous,
  ]

  public init() {}

  /// Adds a question. An error type says everything: which error, and with it whether the question
  /// is well-posed and its answer right.
  public mutating func add(reference: ErrorType, judge: ErrorType) {
    count += 1
    for index in labels.indices {
      let feature = labels[index].feature
      labels[index].table.add(truth: reference.has(feature), label: judge.has(feature))
    }
    if let row = ErrorType.allCases.firstIndex(of: reference),
      let column = ErrorType.allCases.firstIndex(of: judge)
    {
      errorTypes[row][column] += 1
    }
  }

  /// Agreement on the five error types.
  public var kappa: CohenKappa? { CohenKappa(errorTypes) }

  public subscript(feature: QuestionFeature) -> Label? { labels.first { $0.feature == feature } }
}

extension ErrorType {
  fileprivate func has(_ feature: QuestionFeature) -> Bool {
    switch feature {
    case .wellPosed: isOfWellPosed
    case .correct: self == .none
    case .arithmetic: self == .arithmetic
    case .logicalFallacy: self == .logicalFallacy
    case .illPosed: self == .illPosed
    case .ambiguous: self == .ambiguous
    default: false
    }
  }
}

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
