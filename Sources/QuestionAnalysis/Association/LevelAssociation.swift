import Dispatch
import Statistics
import Synchronization

/// All features of one level, datasets or questions, with p-values adjusted over them.
public struct LevelAssociation: Sendable {
  /// In the order of the features, without those that no row has.
  public let features: [FeatureAssociation]
  public let core: [QuestionFeature]
  public let leftOut: [AssociationRows.LeftOut]
  /// Rows, with or without labels.
  public let count: Int
  public let runs: Int
  /// Random orders of each permutation test; 0 if the tests were skipped.
  public let permutations: Int

  public subscript(feature: QuestionFeature) -> FeatureAssociation? {
    features.first { $0.feature == feature }
  }

  /// Associations of datasets.
  ///
  /// - Parameter permutations: nil takes ``PermutationBudget``.
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

  /// Associations of questions. Leaves out core features that some labelled question lacks: the
  /// number of operations is undefined for ill-posed questions, so all rows that have it are
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

  /// Measures features in parallel: they are independent of each other, and a million rows take
  /// seconds each. Results keep the order of the features.
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

/// How many random orders the time allows: each visits every row of every feature.
public enum PermutationBudget {
  public static let most = 9999
  /// Visits over all features, about ten seconds.
  public static let visits = 200_000_000

  /// - Returns: 0 if the budget is too small for p-values below 0.05 after adjustment over all
  ///   features.
  public static func count(rows: Int, features: Int) -> Int {
    let count = min(most, visits / max(1, rows * features))
    return count >= 40 * max(1, features) ? count : 0
  }
}
