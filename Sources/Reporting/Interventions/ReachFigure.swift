import Statistics

/// What students learn by how often they give the rewarded answer anyway: one series each for right
/// answers, wrong ones, and ill-posed questions.
public struct ReachFigure: Figure {
  public var effects: ReachEffects
  public let fileName = "reach"

  public init(_ effects: ReachEffects) { self.effects = effects }

  public var caption: String {
    let seeds = effects.cells.map(\.seeds).max() ?? 0
    let few = effects.cells.filter { !$0.counts }
    return """
      Fresh students by how often the base student gives the rewarded answer by itself: \
      pass@\(effects.k) on hard-test, in percent, with 95% intervals over seeds and problems, and dots of \
      single seeds (\(seeds.counted("seed"))).\
      \(few.isEmpty ? "" : " Hollow marks: fewer than half of the questions that the arm asks for exist at that rate.")
      """
  }

  public var size: (width: Int, height: Int) { (860, 460) }

  /// The reaches of all cells, ascending.
  private var places: [ReachEffects.Cell] {
    effects.cells.reduce(into: [ReachEffects.Cell]()) { places, cell in
      if !places.contains(where: { $0.low == cell.low && $0.high == cell.high }) {
        places.append(cell)
      }
    }.sorted { ($0.low, $0.high) < ($1.low, $1.high) }
  }

  private var kinds: [ReachEffects.Kind] {
    ReachEffects.Kind.allCases.filter { kind in effects.cells.contains { $0.kind == kind } }
  }

  public func plot(into script: inout GnuplotScript) {
    let (places, kinds) = (places, kinds)
    script.prepare()
    script.line("set multiplot")
    script.line("unset key")
    let legend = LegendGrid(
      names: kinds.map(\.words), styles: kinds.indices.map(SeriesStyle.other), width: size.width)
    legend.draw(into: &script, top: 4, figureHeight: Double(size.height))
    script.panel(left: 0.1, right: 0.98, top: 0.13, bottom: 0.83)
    script.line("set ylabel 'pass@\(effects.k) on hard-test (%)'")
    script.line("set xlabel 'share of the base student''s samples with the rewarded answer'")
    let values: [Double] = [0] + effects.cells.flatMap { points($0) + seeds($0) }
    script.range("yrange", over: values)
    script.line("set xrange [-0.5:\(Double(places.count) - 0.5)]")
    let labels = places.enumerated().map { "'\(ReachText.reach($1, to: "–"))' \($0)" }
    script.line("set xtics (\(labels.joined(separator: ", "))) font ',13'")
    var elements: [String] = []
    for (index, kind) in kinds.enumerated() {
      let shift = (Double(index) - Double(kinds.count - 1) / 2) * 0.24
      let style = SeriesStyle.other(index)
      let own = effects.cells.filter { $0.kind == kind }.compactMap { cell in
        places.firstIndex { $0.low == cell.low && $0.high == cell.high }
          .map { (x: Double($0) + shift, cell: cell) }
      }
      for (x, cell) in own {
        let dots = script.data(seeds(cell).map { [x, $0] })
        elements.append(
          "\(dots) using 1:2 notitle with points pointtype 7 pointsize pointScale*0.4 "
            + "linecolor rgb '#999999'")
      }
      for isFull in [true, false] {
        let rows = own.filter { $0.cell.counts == isFull }.map { [$0.x] + points($0.cell) }
        guard !rows.isEmpty else { continue }
        let block = script.data(rows)
        elements.append(
          "\(block) using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.8 "
            + "linecolor rgb '\(style.color)'")
        elements.append("\(block) using 1:2 notitle with points \(style.mark(size: 1.1))")
        if !isFull {
          elements.append(
            "\(block) using 1:2 notitle with points pointtype 7 pointsize pointScale*0.55 "
              + "linecolor rgb 'white'")
        }
      }
    }
    script.plot(elements)
    script.line("unset multiplot")
  }

  /// In percentage points: mean and interval ends.
  private func points(_ cell: ReachEffects.Cell) -> [Double] {
    let estimate = cell.testPass
    return [
      100 * estimate.value, 100 * (estimate.interval?.lower ?? estimate.value),
      100 * (estimate.interval?.upper ?? estimate.value),
    ]
  }

  private func seeds(_ cell: ReachEffects.Cell) -> [Double] { cell.seedTestPasses.map { 100 * $0 } }
}
