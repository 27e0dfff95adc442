import Dispatch
import Statistics
import Synchronization

/// All features of one level, datasets or questions, with p-values adjusted over them.
public struct LevelAssociation: Sendable {
  /// In the order of the features; those that no row has are not among them.
  public let features: [FeatureAssociation]
  public let core: [QuestionFeature]
  public let leftOut: [AssociationRows.LeftOut]
  /// Rows, with or without labels.
  public let count: Int
  public let runs: Int
  /// Random orders of each permutation test; 0 where they were left out.
  public let permutations: Int

  public subscript(feature: QuestionFeature) -> FeatureAssociation? {
    features.first { $0.feature == feature }
  }

  /// Of datasets.
  ///
  /// - Parameter permutations: nil for ``PermutationBudget``.
  public static func datasets(
    _ data: AssociationData, noise: RepeatNoise, permutations: Int?, level: Double = 0.95
  ) -> LevelAssociation {
    let rows = data.datasets
    let count =
      permutations
      ?? PermutationBudget.count(rows: rows.count, features: rows.features.count)
    return LevelAssociation(
      rows, leastShare: 0.5, permutations: count, reliability: noise.reliability?.average.value,
      level: level)
  }

  /// Of questions. Core features that some labelled question lacks are left out: the number of
  /// operations is undefined where a question is ill-posed, and rows that have it are all
  /// well-posed.
  public static func questions(
    _ data: AssociationData, level: Double = 0.95
  ) -> LevelAssociation {
    LevelAssociation(
      data.questions, leastShare: 1, permutations: 0, reliability: nil, level: level)
  }

  private init(
    _ rows: AssociationRows, leastShare: Double, permutations: Int, reliability: Double?,
    level: Double
  ) {
    let (core, leftOut) = rows.core(leastShare: leastShare)
    let options = FeatureAssociation.Options(
      core: core, level: level, permutations: permutations, reliability: reliability)
    self.core = core
    self.leftOut = leftOut
    self.permutations = permutations
    count = rows.count
    runs = Set(rows.run).count
    features = Self.adjusted(Self.measured(rows, options))
  }

  /// Features are independent of each other: a million rows take seconds each, so that all
  /// processors help. The order of the results is that of the features.
  private static func measured(
    _ rows: AssociationRows, _ options: FeatureAssociation.Options
  ) -> [FeatureAssociation] {
    let names = rows.features
    let results = Mutex<[FeatureAssociation?]>(Array(repeating: nil, count: names.count))
    DispatchQueue.concurrentPerform(iterations: names.count) { index in
      let feature = FeatureAssociation(names[index], in: rows, options)
      results.withLock { $0[index] = feature }
    }
    return results.withLock { $0.compactMap { $0 } }
  }

  private static func adjusted(_ features: [FeatureAssociation]) -> [FeatureAssociation] {
    var features = features
    for measure in FeatureAssociation.Measure.allCases {
      let tested = features.indices.compactMap { index in
        features[index].pValue(measure).map { (index: index, p: $0) }
      }
      for (test, p) in zip(tested, MultipleTesting.holm(tested.map(\.p))) {
        features[test.index].adjusted[measure] = p
      }
    }
    return features
  }
}

/// How many random orders there is time for: a test visits every row of every feature in each.
public enum PermutationBudget {
  public static let most = 9999
  /// Visits of all features together, some ten seconds.
  public static let visits = 200_000_000

  /// - Returns: 0 where the time is not enough for p-values that could stay below 0.05 after they
  ///   are adjusted over all features.
  public static func count(rows: Int, features: Int) -> Int {
    let count = min(most, visits / max(1, rows * features))
    return count >= 40 * max(1, features) ? count : 0
  }
}
