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
  /// Less linear trends over steps of each teacher within each run.
  public let withinTeacherTrend: Fit<OrdinaryLeastSquares>
  /// Less the means of steps: the primary model.
  public let withinStep: Fit<OrdinaryLeastSquares>
  public let importance: Fit<RelativeImportance>
  /// The standardised coefficient of well-posed less that of correct, in `withinStep`.
  public let structureLessCorrectness: Coefficient?
  /// The reward, and well-posed and correct, each less its step's mean and the other core features.
  public let addedVariables: [AddedVariable]

  /// - Parameter drawn: whether to compute ``addedVariables``, which visit every row for each feature.
  public init(
    _ all: AssociationRows, core: [QuestionFeature], level: Double = 0.95, drawn: Bool = true
  ) {
    let rows = core.isEmpty ? AssociationRows() : all.complete(in: core).rows
    let y = rows.reward
    let columns = rows.predictors(core)
    let grouping = Grouping(rows.run)
    let steps = rows.steps
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
    withinStep = fit("the reward does not vary within steps, or rows are too few") {
      WithinGroups(steps)
        .fit(columns, outcome: y, errors: .byRunOrStep(grouping, steps), level: level)
    }
    importance = fit("undefined") { RelativeImportance.shapley(columns, outcome: y) }
    structureLessCorrectness = withinStep.model.flatMap { model in
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
      !drawn || withinStep.model == nil
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

/// One feature and the reward, each less its step's mean and what the other core features explain
/// within steps: the slope of the line through these points is the feature's coefficient in
/// `withinStep`.
public struct AddedVariable: Sendable {
  public let feature: QuestionFeature
  public let x: [Double]
  public let y: [Double]
  public let slope: Coefficient

  init?(
    _ feature: QuestionFeature, in rows: AssociationRows, core: [QuestionFeature], level: Double
  ) {
    let others = core.filter { $0 != feature }
    let within = WithinGroups(rows.steps)
    self.feature = feature
    x = Self.rest(of: rows.columns[feature.ordinal], within, rows, others)
    y = Self.rest(of: rows.reward, within, rows, others)
    guard
      let slope = OrdinaryLeastSquares.fit(
        Predictors(names: [feature.rawValue], columns: [x]), outcome: y, intercept: false,
        errors: .byRunOrStep(Grouping(rows.run), rows.steps), level: level)?[feature.rawValue]
    else { return nil }
    self.slope = slope
  }

  private static func rest(
    of column: [Double], _ within: WithinGroups, _ rows: AssociationRows,
    _ others: [QuestionFeature]
  ) -> [Double] {
    var rest = within.centred(column)
    guard !others.isEmpty,
      let model = within.fit(rows.predictors(others), outcome: column)
    else { return rest }
    for coefficient in model.coefficients {
      guard let feature = others.first(where: { $0.rawValue == coefficient.name }) else { continue }
      let values = within.centred(rows.columns[feature.ordinal])
      for row in rest.indices { rest[row] -= coefficient.estimate.value * values[row] }
    }
    return rest
  }
}
