public import Statistics

/// Regressions of the reward on the core features, over the rows that have all of them.
public struct AssociationModels: Sendable {
  /// Result of fitting a model, which can fail.
  public enum Fit<Model: Sendable>: Sendable {
    case fitted(Model)
    case notFitted(reason: String)

    public var model: Model? {
      if case .fitted(let model) = self { model } else { nil }
    }
  }

  public let core: [QuestionFeature]
  /// Rows that have all core features.
  public let count: Int
  public let runs: Int
  public let ols: Fit<OrdinaryLeastSquares>
  public let withinRun: Fit<OrdinaryLeastSquares>
  /// Minus linear trends over steps of each teacher within each run.
  public let withinTeacherTrend: Fit<OrdinaryLeastSquares>
  public let mixed: Fit<RandomInterceptModel>
  public let importance: Fit<RelativeImportance>
  /// The standardised coefficient of well-posed minus that of correct, in `ols`.
  public let structureLessCorrectness: Coefficient?
  /// The reward, and well-posed and correct, each after removing the other core features.
  public let addedVariables: [AddedVariable]

  public init(_ all: AssociationRows, core: [QuestionFeature], level: Double = 0.95) {
    let rows = core.isEmpty ? AssociationRows() : all.complete(in: core).rows
    let y = rows.reward
    let columns = rows.predictors(core)
    let grouping = Grouping(rows.run)
    let errors = OrdinaryLeastSquares.Errors.byRun(grouping)
    self.core = core
    count = rows.count
    runs = grouping.count
    let obstacle = Self.obstacle(rows, core)
    func fit<Model>(_ why: String, _ model: () -> Model?) -> Fit<Model> {
      if let obstacle { return .notFitted(reason: obstacle) }
      return model().map(Fit.fitted) ?? .notFitted(reason: why)
    }
    ols = fit("too few rows") {
      OrdinaryLeastSquares.fit(columns, outcome: y, errors: errors, level: level)
    }
    withinRun = fit("the reward does not vary within runs, or rows are too few") {
      WithinGroups(grouping).fit(columns, outcome: y, errors: errors, level: level)
    }
    withinTeacherTrend = fit("rows are too few for a trend of each teacher") {
      WithinGroups(Grouping(rows.loop), time: rows.step)
        .fit(columns, outcome: y, errors: errors, level: level)
    }
    mixed = fit(
      grouping.count < 2 ? "one run only" : "runs of one row, or no variation left within runs"
    ) {
      RandomInterceptModel.fit(columns, outcome: y, groups: grouping, level: level)
    }
    importance = fit("undefined") { RelativeImportance.shapley(columns, outcome: y) }
    structureLessCorrectness = ols.model.flatMap { model in
      guard model["well_posed"] != nil, model["correct"] != nil,
        let wellPosed = rows.column(.wellPosed), let correct = rows.column(.correct)
      else { return nil }
      let scale = y.standardDeviation
      return model.combination(
        [
          "well_posed": wellPosed.standardDeviation / scale,
          "correct": -correct.standardDeviation / scale,
        ], name: "well_posed - correct", level: level)
    }
    let pictured = [QuestionFeature.wellPosed, .correct].filter(core.contains)
    addedVariables =
      ols.model == nil
      ? [] : pictured.compactMap { AddedVariable($0, in: rows, core: core, level: level) }
  }

  private static func obstacle(_ rows: AssociationRows, _ core: [QuestionFeature]) -> String? {
    if core.isEmpty { return "no core feature varies" }
    if rows.count <= core.count + 1 {
      return "\(rows.count) rows for \(core.count + 1) coefficients"
    }
    return rows.reward.isConstant ? "the reward is constant" : nil
  }
}

/// One feature and the reward, each minus what the other core features and an intercept explain:
/// the slope of the line through these points is the feature's coefficient in the full model.
public struct AddedVariable: Sendable {
  public let feature: QuestionFeature
  public let x: [Double]
  public let y: [Double]
  public let slope: Coefficient

  init?(
    _ feature: QuestionFeature, in rows: AssociationRows, core: [QuestionFeature], level: Double
  ) {
    let others = core.filter { $0 != feature }
    let column = rows.columns[feature.ordinal]
    self.feature = feature
    x = Self.rest(of: column, rows, others)
    y = Self.rest(of: rows.reward, rows, others)
    guard
      let slope = OrdinaryLeastSquares.fit(
        Predictors(names: [feature.rawValue], columns: [x]), outcome: y,
        errors: .byRun(Grouping(rows.run)), level: level)?[feature.rawValue]
    else { return nil }
    self.slope = slope
  }

  private static func rest(
    of column: [Double], _ rows: AssociationRows, _ others: [QuestionFeature]
  ) -> [Double] {
    let mean = column.mean
    guard !others.isEmpty,
      let model = OrdinaryLeastSquares.fit(rows.predictors(others), outcome: column)
    else { return column.map { $0 - mean } }
    var rest = column
    for coefficient in model.coefficients {
      let feature = others.first { $0.rawValue == coefficient.name }
      let values = feature.map { rows.columns[$0.ordinal] }
      for row in rest.indices {
        rest[row] -= coefficient.estimate.value * (values?[row] ?? 1)
      }
    }
    return rest
  }
}
