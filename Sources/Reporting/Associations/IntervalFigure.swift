public import Statistics

/// Estimates with their intervals along one axis: a row per item, a mark per series.
public struct IntervalFigure: Figure {
  public var fileName: String
  public var caption: String
  public var axis: String
  public var rows: [String]
  /// One estimate per row for each series; nil if missing.
  public var series: [(name: String, estimates: [Estimate?])]
  /// Single seeds' values, drawn as dots: [series][row][seed]; empty for none.
  var dots: [[[Double]]] = []

  public init(
    fileName: String, caption: String, axis: String, rows: [String],
    series: [(name: String, estimates: [Estimate?])]
  ) {
    self.fileName = fileName
    self.caption = caption
    self.axis = axis
    self.rows = rows
    self.series = series
  }

  public var size: (width: Int, height: Int) {
    (1000 + Int(max(0, left - 340)), 160 + max(34, 18 * series.count) * max(4, rows.count))
  }

  /// Pixels for the longest name.
  private var left: Double {
    let longest = GnuplotScript.longest(of: rows)
    return max(120, 44 + 12.2 * Double(longest))
  }

  public func plot(into script: inout GnuplotScript) {
    let height = Double(size.height)
    script.prepare()
    script.line("set multiplot")
    script.line("unset key")
    let legend = LegendGrid(
      names: series.map(\.name), styles: series.indices.map(SeriesStyle.other), width: size.width)
    legend.draw(into: &script, top: 4, figureHeight: height)
    script.panel(
      left: left / Double(size.width), right: 0.97, top: (legend.height + 14) / height,
      bottom: 1 - 92 / height)
    script.line("set xlabel '\(axis)'")
    let reach =
      series.flatMap(\.estimates).compactMap { $0 }.flatMap { [$0.value, $0.lower, $0.upper] }
      + dots.joined().joined()
    script.range("xrange", over: reach, padding: 0.08)
    script.line("set yrange [\(Double(rows.count) - 0.4):-0.6]")
    let labels = rows.enumerated().map { "\(GnuplotScript.legendText($1)) \($0)" }
    script.line("set ytics (\(labels.joined(separator: ", ")))")
    var elements: [String] = []
    for (index, item) in series.enumerated() {
      // Offset the marks of one row vertically.
      let shift = (Double(index) - Double(series.count - 1) / 2) * 0.24
      let points = item.estimates.enumerated().compactMap { row, estimate in
        estimate.map {
          [
            $0.value, Double(row) + shift, $0.interval?.lower ?? $0.value,
            $0.interval?.upper ?? $0.value,
          ]
        }
      }
      guard !points.isEmpty else { continue }
      let style = SeriesStyle.other(index)
      if dots.indices.contains(index) {
        let seeds = dots[index].enumerated().flatMap { row, values in
          values.map { [$0, Double(row) + shift] }
        }
        if !seeds.isEmpty {
          elements.append("\(script.data(seeds)) using 1:2 notitle with points \(style.dot)")
        }
      }
      let block = script.data(points)
      elements.append(
        "\(block) using 1:2:3:4 notitle with xerrorbars \(style.mark(size: 1.3))")
    }
    if !elements.isEmpty {
      script.line("set arrow 1 from 0,graph 0 to 0,graph 1 nohead linecolor rgb '#555555'")
    }
    script.plot(elements)
    script.line("unset arrow 1")
    script.line("unset multiplot")
  }
}
