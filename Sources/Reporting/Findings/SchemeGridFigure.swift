import SelfPlay
import Statistics

/// A panel per way of mixing, a row per writer: means with intervals, and a dot per seed.
struct SchemeGridFigure: Figure {
  let grid: SchemeGrid
  /// The arm that trains on hard-train alone, drawn as a line through all panels.
  let reference: ArmResult?
  let intervals: String
  let problemCount: Int
  let seedCount: Int
  let looks: Looks

  var fileName: String { "who-wrote-the-questions" }

  var caption: String {
    let line =
      referenceResult.map {
        " Dashed: \(reference?.name ?? ""), trained on the hard problems alone, "
          + "\(Format.percent($0.estimate))."
      } ?? ""
    return """
      Fresh students by who wrote their questions, named by an arm on these questions (defined in the appendix): \
      pass@\(grid.k) on hard-test (\(problemCount.counted("problem")), \
      \(seedCount.counted("seed"))) at the end of training. Bars: \(intervals); dots: single seeds. All \
      panels have the same axis.\(line)
      """
  }

  private var referenceResult: ArmResult.PassAtK? {
    reference?.passAtK.first { $0.k == grid.k && $0.estimate.value.isFinite }
  }
  private var referenceValue: Double? { referenceResult.map { 100 * $0.estimate.value } }

  private static let rowHeight = 40.0

  var size: (width: Int, height: Int) {
    (1200, Int(146 + Self.rowHeight * Double(grid.writers.count)))
  }

  func plot(into script: inout GnuplotScript) {
    let (width, height) = (Double(size.width), Double(size.height))
    script.prepare()
    script.line("set multiplot")
    script.line("unset key")
    let names = grid.writers.map(\.arm)
    let longest = GnuplotScript.longest(of: names)
    let (leftEdge, rightEdge, gap) = (30 + 12.2 * Double(longest), 24.0, 30.0)
    let mixings = grid.mixings
    let pitch = (width - leftEdge - rightEdge + gap) / Double(max(1, mixings.count))
    for (index, mixing) in mixings.enumerated() {
      let left = leftEdge + pitch * Double(index)
      script.panel(
        left: left / width, right: (left + pitch - gap) / width, top: 44 / height,
        bottom: (height - 92) / height)
      script.line(
        "set title \(GnuplotScript.quoted(SchemeGrid.title(mixing))) offset 0,-0.4")
      script.line("set xlabel 'pass@\(grid.k) (%)'")
      script.range("xrange", over: values, padding: 0.06)
      script.tics("xtics", to: values.max() ?? 0, intervals: 5)
      script.line("set yrange [\(Double(names.count) - 0.4):-0.6]")
      let labels = names.enumerated().map { row, name in
        "\(index == 0 ? GnuplotScript.legendText(name) : "''") \(row)"
      }
      script.line("set ytics (\(labels.joined(separator: ", ")))")
      if let referenceValue {
        script.line(
          "set arrow 1 from \(referenceValue), graph 0 to \(referenceValue), graph 1 nohead back "
            + SeriesStyle.reference.line(width: 1.6))
      }
      script.plot(elements(mixing, into: &script))
    }
    script.line("unset multiplot")
  }

  private var values: [Double] {
    grid.writers.indices.flatMap { writer in
      grid.mixings.compactMap { grid.cell(writer, $0) }.flatMap { cell in
        ([cell.estimate.value, cell.estimate.lower, cell.estimate.upper] + cell.seeds)
          .filter(\.isFinite).map { 100 * $0 }
      }
    } + [referenceValue].compactMap { $0 }
  }

  private func elements(
    _ mixing: ArmConfiguration.Mixing, into script: inout GnuplotScript
  ) -> [String] {
    grid.writers.indices.flatMap { writer -> [String] in
      guard let cell = grid.cell(writer, mixing) else { return [] }
      let style = looks.arm(grid.writers[writer].arm)
      let row = Double(writer)
      let seeds = script.data(cell.seeds.filter(\.isFinite).map { [100 * $0, row + 0.22] })
      let value = cell.estimate.value
      let ends = [cell.estimate.interval?.lower ?? value, cell.estimate.interval?.upper ?? value]
      let mean = script.data([[100 * value, row] + ends.map { 100 * $0 }])
      return [
        "\(seeds) using 1:2 notitle with points \(style.dot)",
        "\(mean) using 1:2:3:4 notitle with xerrorbars \(style.mark(size: 1.4))",
      ]
    }
  }
}
