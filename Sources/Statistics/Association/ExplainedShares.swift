/// Whether one column explains more of an outcome than others do: R^2 of least squares on columns less
/// their groups' means, and the differences, with the intervals of the delete-one-cluster jackknife.
/// R^2 is of the rows at hand and never falls when a column joins, which favours sets of several.
public struct ExplainedShares: Sendable, Equatable {
  /// Another set of columns.
  public struct Rival: Sendable, Equatable {
    public let names: [String]
    public let rSquared: Double
    /// R^2 of the column less that of this set.
    public var difference: Effect
  }

  /// R^2 of the column alone.
  public let rSquared: Double
  public private(set) var rivals: [Rival]

  /// - Parameters:
  ///   - sets: names of the columns of `others` in each rival.
  ///   - groups: removed from all columns beforehand; they lie within clusters.
  ///   - clusters: independent of each other; fewer than three give no intervals.
  /// - Returns: nil if nothing can be estimated, as for ``Mediation``. Leaves out rivals that cannot be
  ///   estimated.
  public static func compare(
    _ column: [Double], with others: Predictors, sets: [[String]], outcome: [Double],
    within groups: WithinGroups, clusters: Grouping, level: Double = 0.95
  ) -> ExplainedShares? {
    let columns = others.columns + [column, outcome]
    precondition(
      columns.allSatisfy { $0.count == clusters.rowCount }, "columns have one value per row")
    guard columns.allSatisfy(\.allFinite), outcome.count > groups.absorbed + others.count + 1 else {
      return nil
    }
    let data = ClusteredColumns(columns.map(groups.centred), clusters: clusters)
    let (own, y) = (others.count, others.count + 1)
    guard let rSquared = data.whole.fit(y, on: [own])?.rSquared else { return nil }
    let rivals = sets.compactMap { names -> Rival? in
      let places = names.compactMap { others.names.firstIndex(of: $0) }
      guard places.count == names.count, let value = data.whole.fit(y, on: places)?.rSquared,
        let difference = data.effect(
          level: level, extent: 1,
          { data in
            guard let first = data.fit(y, on: [own]), let second = data.fit(y, on: places) else {
              return nil
            }
            return first.rSquared - second.rSquared
          })
      else { return nil }
      return Rival(names: names, rSquared: value, difference: difference)
    }
    return ExplainedShares(rSquared: rSquared, rivals: rivals.decided(\.difference))
  }
}
