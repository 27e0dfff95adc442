/// How much of an outcome's slope on one or several columns runs through a mediator (Baron and Kenny
/// 1986), by least squares on columns less their groups' means:
///
///     y = c x + e           total slope c
///     m = a x + e
///     y = c' x + b m + e    direct slope c'
///     indirect = c - c'     and share = (c - c') / c
///
/// In least squares on the same rows c - c' = a b, for each of several columns x too (MacKinnon,
/// Warsi and Dwyer 1995; MacKinnon 2008, chapter 3). The shares are of association: they are of
/// causes only if nothing else moves m and y together.
///
/// Intervals come from the jackknife that leaves out one cluster at a time, see
/// ``Jackknife/effect(_:leavingOut:level:extent:)``.
public struct Mediation: Sendable, Equatable {
  /// One column x.
  public struct Path: Sendable, Equatable {
    public let name: String
    /// c.
    public var total: Effect
    /// c'.
    public var direct: Effect
    /// c - c'.
    public var indirect: Effect
    /// a.
    public let onMediator: Double
    private let ratio: Estimate

    fileprivate init(
      name: String, total: Effect, direct: Effect, indirect: Effect, onMediator: Double,
      ratio: Estimate
    ) {
      self.name = name
      self.total = total
      self.direct = direct
      self.indirect = indirect
      self.onMediator = onMediator
      self.ratio = ratio
    }

    /// (c - c') / c, which is outside 0...1 where the direct and the indirect slope have different
    /// signs. Nil unless c is decided to differ from zero: a ratio whose denominator may be zero has
    /// no interval, and its value says nothing.
    public var share: Estimate? { total.decision == .undecided ? nil : ratio }
  }

  /// One per column, given the others.
  public private(set) var paths: [Path]
  /// b.
  public let ofMediator: Effect
  public let rowCount: Int

  /// - Parameters:
  ///   - groups: removed from all columns beforehand; they lie within clusters.
  ///   - clusters: independent of each other; fewer than three give no intervals.
  /// - Returns: nil if nothing can be estimated: values that are not finite, a column or mediator that
  ///   the others determine, a constant outcome, or no more rows than coefficients.
  public static func fit(
    _ predictors: Predictors, mediator: [Double], outcome: [Double], within groups: WithinGroups,
    clusters: Grouping, level: Double = 0.95
  ) -> Mediation? {
    let columns = predictors.columns + [mediator, outcome]
    precondition(
      columns.allSatisfy { $0.count == clusters.rowCount }, "columns have one value per row")
    guard predictors.count > 0, columns.allSatisfy(\.allFinite),
      outcome.count > groups.absorbed + predictors.count + 1
    else { return nil }
    let data = ClusteredColumns(columns.map(groups.centred), clusters: clusters)
    let x = Array(0..<predictors.count)
    let (m, y) = (predictors.count, predictors.count + 1)
    func total(_ data: CompressedColumns) -> [Double]? { data.fit(y, on: x)?.slopes }
    func direct(_ data: CompressedColumns) -> [Double]? { data.fit(y, on: x + [m])?.slopes }
    func effect(extent: Double? = nil, _ statistic: (CompressedColumns) -> Double?) -> Effect? {
      data.effect(level: level, extent: extent, statistic)
    }
    /// Of c and c'.
    func effect(
      of index: Int, extent: Double? = nil, _ statistic: (Double, Double) -> Double
    ) -> Effect? {
      effect(extent: extent) { data in
        guard let c = total(data), let rest = direct(data) else { return nil }
        return statistic(c[index], rest[index])
      }
    }
    guard let onMediator = data.whole.fit(m, on: x)?.slopes,
      let ofMediator = effect({ direct($0)?[m] })
    else { return nil }
    var paths: [Path] = []
    for (index, name) in predictors.names.enumerated() {
      guard let whole = effect({ total($0)?[index] }), let rest = effect({ direct($0)?[index] }),
        let indirect = effect(
          of: index, extent: max(abs(whole.estimate.value), abs(rest.estimate.value)), { $0 - $1 }),
        let ratio = effect(of: index, { ($0 - $1) / $0 })
      else { return nil }
      paths.append(
        Path(
          name: name, total: whole, direct: rest, indirect: indirect,
          onMediator: onMediator[index], ratio: ratio.estimate))
    }
    return Mediation(paths: paths, ofMediator: ofMediator, rowCount: outcome.count)
  }

  /// The mediations as one table: adjusts the p-values of each measure after Holm over all their paths.
  public static func decided(_ table: [Mediation?]) -> [Mediation?] {
    let paths = table.flatMap { $0?.paths ?? [] }
      .decided(\.total).decided(\.direct).decided(\.indirect)
    var rest = paths[...]
    return table.map { mediation in
      guard var mediation else { return nil }
      mediation.paths = Array(rest.prefix(mediation.paths.count))
      rest = rest.dropFirst(mediation.paths.count)
      return mediation
    }
  }
}
