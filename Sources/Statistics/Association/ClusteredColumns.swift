/// Columns compressed as a whole and without each cluster, for the delete-one-cluster jackknife of
/// least-squares statistics: a fit then costs the same for any number of rows.
struct ClusteredColumns {
  let whole: CompressedColumns
  /// Without each cluster in turn: [cluster].
  let without: [CompressedColumns]

  /// - Parameters:
  ///   - columns: [column][row], finite, less their groups' means; the groups lie within clusters, so
  ///     that leaving a cluster out changes no other mean.
  init(_ columns: [[Double]], clusters: Grouping) {
    whole = CompressedColumns(columns, rowCount: clusters.rowCount, centred: false)
    // [cluster][column][value]: a cluster has no more values than columns, with the same products.
    let parts = clusters.rows.map { rows in
      CompressedColumns(
        columns.map { column in rows.map { column[$0] } }, rowCount: rows.count, centred: false)
    }
    without = parts.indices.map { left in
      let kept = parts.indices.filter { $0 != left }
      return CompressedColumns(
        columns.indices.map { column in kept.flatMap { parts[$0].columns[column] } },
        rowCount: kept.count * columns.count, centred: false)
    }
  }

  /// A statistic with its jackknife interval; nil if it is undefined over all rows.
  ///
  /// - Parameter extent: see ``Jackknife/effect(_:leavingOut:level:extent:)``.
  func effect(
    level: Double, extent: Double? = nil, _ statistic: (CompressedColumns) -> Double?
  ) -> Effect? {
    statistic(whole).map {
      Jackknife.effect($0, leavingOut: without.map(statistic), level: level, extent: extent)
    }
  }
}

extension CompressedColumns {
  /// Least squares of one column on others, by their numbers: slopes and the explained share of the
  /// outcome's sum of squares. Nil if a column is a combination of the others, or the outcome zero.
  func fit(_ outcome: Int, on predictors: [Int]) -> (slopes: [Double], rSquared: Double)? {
    let design = Orthogonalization(
      predictors.map { columns[$0] }, tolerances: predictors.map { tolerances[$0] })
    let y = columns[outcome]
    let total = y.dot(y)
    guard design.aliased.isEmpty, total > 0, total.isFinite else { return nil }
    let coordinates = design.split(y).coordinates
    return (
      Triangular.solve(design.triangle, coordinates), coordinates.dot(coordinates) / total
    )
  }
}
