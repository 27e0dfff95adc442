// Behaviours locked here:
// - slopes, intervals and p-values of a mediation, and differences of R^2, equal statsmodels' OLS with
//   dummies of steps and a jackknife by NumPy
// - the share is there only if the total slope is decided, by the table that it stands in
// - two clusters give estimates without intervals; what cannot be estimated is nil
import Statistics
import Testing

@Suite struct MediationTests {
  struct Row: Decodable {
    struct Path: Decodable {
      /// Value, both ends of the 95% interval, p; the value alone without an interval.
      var total: [Double]
      var direct: [Double]
      var indirect: [Double]
      var ratio: [Double]
      var onMediator: Double
    }
    struct Model: Decodable {
      var paths: [Path]
      var ofMediator: [Double]
    }
    var step: [Int]
    var cluster: [Int]
    var first: [Double]
    var second: [Double]
    var mediator: [Double]
    var outcome: [Double]
    /// On the first column, the second, and both.
    var models: [Model]
    /// Of the mediator, then of the same columns.
    var rSquared: [Double]
    var differences: [[Double]]

    var columns: Predictors { ["first": first, "second": second] }
    var sets: [[String]] { [["first"], ["second"], ["first", "second"]] }
    var within: WithinGroups { WithinGroups(Grouping(step)) }

    func mediation(_ names: [String]) -> Mediation? {
      let kept = zip(columns.names, columns.columns).filter { names.contains($0.0) }
      return Mediation.fit(
        Predictors(names: kept.map(\.0), columns: kept.map(\.1)), mediator: mediator,
        outcome: outcome, within: within, clusters: Grouping(cluster))
    }
  }

  private func expect(
    _ effect: Effect, _ reference: [Double], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(isClose(effect.estimate.value, reference[0]), sourceLocation: sourceLocation)
    guard reference.count == 4 else {
      #expect(
        effect.estimate.interval == nil && effect.pValue == nil, sourceLocation: sourceLocation)
      return
    }
    #expect(isClose(effect.estimate.lower, reference[1]), sourceLocation: sourceLocation)
    #expect(isClose(effect.estimate.upper, reference[2]), sourceLocation: sourceLocation)
    #expect(isClose(effect.pValue ?? .nan, reference[3]), sourceLocation: sourceLocation)
  }

  @Test func pathsEqualStatsmodels() throws {
    var shares = 0
    for row: Row in try Fixtures.load("mediations.json") {
      let fitted = row.sets.map(row.mediation)
      for (mediation, model) in zip(fitted, row.models) {
        let mediation = try #require(mediation)
        #expect(mediation.rowCount == row.outcome.count)
        expect(mediation.ofMediator, model.ofMediator)
        for (path, reference) in zip(mediation.paths, model.paths) {
          expect(path.total, reference.total)
          expect(path.direct, reference.direct)
          expect(path.indirect, reference.indirect)
          #expect(isClose(path.onMediator, reference.onMediator))
          #expect((path.share == nil) == (path.total.decision == .undecided))
          guard let share = path.share else { continue }
          #expect(isClose(share.value, reference.ratio[0]))
          #expect(isClose(share.lower, reference.ratio[1]))
          #expect(isClose(share.upper, reference.ratio[2]))
        }
      }
      shares += fitted.flatMap { $0?.paths ?? [] }.count { $0.share != nil }
    }
    #expect(shares > 3)
  }

  @Test func aTableIsOneFamily() throws {
    let rows: [Row] = try Fixtures.load("mediations.json")
    let row = try #require(rows.first)
    let table = Mediation.decided([row.mediation(["first"]), nil, row.mediation(["second"])])
    #expect(table[1] == nil)
    let paths = table.compactMap { $0?.paths.first }
    #expect(paths.map(\.name) == ["first", "second"])
    for measure in [\Mediation.Path.total, \.direct, \.indirect] {
      let effects = paths.map { $0[keyPath: measure] }
      #expect(effects.map(\.adjusted) == MultipleTesting.holm(effects.compactMap(\.pValue)))
    }
  }

  @Test func differencesEqualStatsmodels() throws {
    for row: Row in try Fixtures.load("mediations.json") {
      let shares = try #require(
        ExplainedShares.compare(
          row.mediator, with: row.columns, sets: row.sets, outcome: row.outcome,
          within: row.within, clusters: Grouping(row.cluster)))
      #expect(isClose(shares.rSquared, row.rSquared[0]))
      #expect(shares.rivals.map(\.names) == row.sets)
      for (index, rival) in shares.rivals.enumerated() {
        #expect(isClose(rival.rSquared, row.rSquared[index + 1]))
        expect(rival.difference, row.differences[index])
      }
      let tested = shares.rivals.compactMap(\.difference.pValue)
      #expect(shares.rivals.compactMap(\.difference.adjusted) == MultipleTesting.holm(tested))
    }
  }

  @Test func undetermined() throws {
    let step = [0, 0, 0, 1, 1, 1, 2, 2, 2]
    let x: [Double] = [1, 2, 3, 1, 3, 2, 5, 1, 2]
    let y: [Double] = [2, 1, 4, 3, 3, 1, 5, 2, 2]
    let m: [Double] = [1, 1, 2, 0, 1, 1, 2, 0, 2]
    func fit(_ x: [Double], _ m: [Double], _ y: [Double]) -> Mediation? {
      Mediation.fit(
        ["x": x], mediator: m, outcome: y, within: WithinGroups(Grouping(step)),
        clusters: Grouping(step))
    }
    #expect(fit(x, m, y) != nil)
    #expect(fit(x, x.map { 2 * $0 + 1 }, y) == nil, "the column determines the mediator")
    #expect(fit(step.map(Double.init), m, y) == nil, "nothing varies within steps")
    #expect(fit(x, m, step.map(Double.init)) == nil)
    #expect(fit(x, m, y.map { _ in .nan }) == nil)
    let few = Mediation.fit(
      ["x": [1, 2, 4]], mediator: [1, 3, 2], outcome: [2, 1, 3],
      within: WithinGroups(.single(rows: 3)), clusters: .single(rows: 3))
    #expect(few == nil, "as many coefficients as rows")
    // Without the second cluster the mediator does not vary.
    let flat = try #require(fit(x, [0, 0, 0, 1, 2, 0, 1, 1, 1], y))
    #expect(flat.paths[0].indirect.estimate.interval == nil)
    #expect(flat.paths[0].total.estimate.interval != nil)
  }
}
