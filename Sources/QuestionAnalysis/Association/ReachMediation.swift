public import Statistics

/// How much of what goes with well-posed and with correct questions runs through reachability: how
/// often the student gives the rewarded answer by itself. Within steps, over datasets that have all
/// three values.
public struct ReachMediation: Sendable {
  public enum Status: String, Sendable {
    case fitted
    /// No dataset has the mediator.
    case absent
    /// Fewer than half of the labelled datasets have it.
    case tooSparse
    /// Too few rows, or nothing varies within steps.
    case undetermined
  }

  /// Slopes of the reward on one or both labels.
  public struct Model: Sendable {
    public let features: [QuestionFeature]
    /// Nil if it cannot be estimated.
    public fileprivate(set) var mediation: Mediation?
  }

  /// Measured before training, of all samples and of those with an answer, and during the training
  /// that the reward measures.
  public static let mediators: [QuestionFeature] = [
    .baseAgreement, .baseAgreementIfAnswered, .trainingSolveRate,
  ]
  /// On each label alone, and on both.
  static let features: [[QuestionFeature]] = [[.wellPosed], [.correct], [.wellPosed, .correct]]
  static let leastShare = 0.5

  public let mediator: QuestionFeature
  public let status: Status
  /// Datasets with both labels and the mediator.
  public let count: Int
  /// Independent runs, the clusters of the intervals.
  public let runs: Int
  /// Their p-values are adjusted over the table of all models.
  public let models: [Model]
  /// R^2 of the mediator against the labels.
  public let explained: ExplainedShares?

  public init(_ mediator: QuestionFeature, in all: AssociationRows, level: Double = 0.95) {
    let labels: [QuestionFeature] = [.wellPosed, .correct]
    let labelled = all.complete(in: labels).rows.count
    let rows = all.complete(in: labels + [mediator]).rows
    self.mediator = mediator
    count = rows.count
    runs = Set(rows.run).count
    let isDense = rows.count > 0 && Double(rows.count) >= Self.leastShare * Double(labelled)
    guard isDense else {
      status = all.column(mediator) == nil ? .absent : .tooSparse
      models = []
      explained = nil
      return
    }
    let within = WithinGroups(rows.steps)
    let clusters = Grouping(rows.run)
    let reach = rows.columns[mediator.ordinal]
    let fitted = Mediation.decided(
      Self.features.map { features in
        Mediation.fit(
          rows.predictors(features), mediator: reach, outcome: rows.reward, within: within,
          clusters: clusters, level: level)
      })
    models = zip(Self.features, fitted).map { Model(features: $0, mediation: $1) }
    explained = ExplainedShares.compare(
      reach, with: rows.predictors(labels), sets: Self.features.map { $0.map(\.rawValue) },
      outcome: rows.reward, within: within, clusters: clusters, level: level)
    status = fitted.contains { $0 != nil } ? .fitted : .undetermined
  }
}
