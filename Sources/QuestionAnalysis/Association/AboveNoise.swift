public import Statistics

/// Logistic regression of whether a dataset's reward exceeds the noise of its repeats.
public struct AboveNoise: Sendable {
  public enum Reference: String, Sendable, CaseIterable {
    case zero
    /// The mean reward of the step's datasets of the same teacher and run, including this one.
    case stepMean
  }

  /// Datasets with at least two repeats and all core features.
  public let count: Int
  public let runs: Int
  /// Of these, the datasets above the noise.
  public let positive: Int
  public let outcome: LogisticRegression.Outcome

  /// - Returns: nil without a core feature or without datasets with repeats.
  public init?(
    _ data: AssociationData, noise: RepeatNoise, core: [QuestionFeature],
    reference: Reference, level: Double = 0.95
  ) {
    let (rows, places) = data.datasets.complete(in: core)
    let repeated = places.indices.filter { data.repeats[places[$0]].count > 1 }
    guard !core.isEmpty, !repeated.isEmpty, noise.standardDeviation != nil else { return nil }
    let means = reference == .stepMean ? Self.stepMeans(data) : [:]
    let isAbove = repeated.map { row in
      let step = AssociationRows.StepKey(loop: rows.loop[row], step: rows.step[row])
      return noise.exceeds(
        rows.reward[row], means[step] ?? 0, repeats: data.repeats[places[row]].count)
    }
    let grouping = Grouping(repeated.map { rows.run[$0] })
    count = repeated.count
    runs = grouping.count
    positive = isAbove.count { $0 }
    outcome = LogisticRegression.fit(
      Predictors(
        names: core.map(\.rawValue),
        columns: core.map { feature in repeated.map { rows.columns[feature.ordinal][$0] } }),
      outcome: isAbove, errors: grouping.count > 1 ? .clusteredBiasReduced(grouping) : .classical,
      level: level)
  }

  private static func stepMeans(_ data: AssociationData) -> [AssociationRows.StepKey: Double] {
    var sums: [AssociationRows.StepKey: (sum: Double, count: Int)] = [:]
    for row in 0..<data.datasets.count {
      let key = AssociationRows.StepKey(
        loop: data.datasets.loop[row], step: data.datasets.step[row])
      sums[key, default: (0, 0)].sum += data.datasets.reward[row]
      sums[key, default: (0, 0)].count += 1
    }
    return sums.mapValues { $0.sum / Double($0.count) }
  }
}
