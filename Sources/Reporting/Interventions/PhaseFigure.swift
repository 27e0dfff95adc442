import Statistics

/// Three heat maps over the same axes, one above the other: the structure effect, the correctness
/// effect, and structure minus correctness, with value, interval and verdict written into each field.
struct PhaseFigure: Figure {
  var map: PhaseMap
  var fileName = "phase"

  init(_ map: PhaseMap) { self.map = map }

  private static let panels: [(kind: InterventionEffect.Kind, title: String)] = [
    (.structure, "structure"), (.correctness, "correctness"),
    (.difference, "structure less correctness"),
  ]

  var caption: String {
    """
    Effects in points of pass@k on hard-test with 95% intervals, one colour scale for all panels; below, with \
    the verdict on finding 3. Blank: nothing was measured.
    """
  }

  /// Pixels for the longest label of the vertical axis and its title.
  private var left: Double { 64 + Self.pixels(map.y.values) }
  /// Each field has room for an interval and for its column's label, and all have it for the axis's title.
  private var panelWidth: Double {
    let field = max(150, 16 + Self.pixels(map.x.values))
    return max(field * Double(max(1, map.x.values.count)), 20 + Self.pixels([map.x.key]))
  }
  private var panelHeight: Double {
    max(76 * Double(max(1, map.y.values.count)), 20 + Self.pixels([map.y.key]))
  }
  /// Above the first panel, between panels, below the last, and for the scale.
  private static let (top, gap, foot, right) = (40.0, 44.0, 84.0, 96.0)

  var size: (width: Int, height: Int) {
    let panels = Double(Self.panels.count)
    return (
      Int(left + panelWidth + Self.right),
      Int(Self.top + panels * panelHeight + (panels - 1) * Self.gap + Self.foot)
    )
  }

  private static func pixels(_ names: [String]) -> Double {
    GnuplotScript.characterWidth * Double(GnuplotScript.longest(of: names))
  }

  /// Nil if nothing was measured.
  private func estimate(_ kind: InterventionEffect.Kind, row: Int, column: Int) -> Estimate? {
    map.points[row][column]?.effect(kind, .testPass)?.effect.estimate
  }

  func plot(into script: inout GnuplotScript) {
    let (rows, columns) = (map.y.values.count, map.x.values.count)
    let (width, height) = (Double(size.width), Double(size.height))
    script.prepare()
    script.line("set multiplot")
    script.line("unset key")
    script.line("unset grid")
    // This also draws the colour box, not only the fields.
    script.line("set style fill solid 1 noborder")
    let all = Self.panels.flatMap { panel in
      (0..<rows).flatMap { row in
        (0..<columns).compactMap { estimate(panel.kind, row: row, column: $0)?.value }
      }
    }
    let reach = max(1e-9, 100 * (all.map { abs($0) }.max() ?? 0.01))
    script.line("set palette defined (-1 '#2166AC', 0 '#F7F7F7', 1 '#B2182B')")
    script.line("set cbrange [\(-reach):\(reach)]")
    script.line("set xrange [-0.5:\(Double(columns) - 0.5)]")
    script.line("set yrange [\(Double(rows) - 0.5):-0.5]")
    script.line("set ylabel \(GnuplotScript.legendText(map.y.key))")
    script.line("set ytics scale 0 (\(Self.tics(map.y.values)))")
    for (place, panel) in Self.panels.enumerated() {
      let top = Self.top + (panelHeight + Self.gap) * Double(place)
      let isLast = place == Self.panels.count - 1
      script.panel(
        left: left / width, right: (left + panelWidth) / width, top: top / height,
        bottom: (top + panelHeight) / height)
      script.line("set title '\(panel.title)' offset 0,-0.5")
      let columnNames = isLast ? map.x.values : map.x.values.map { _ in "" }
      script.line("set xtics scale 0 (\(Self.tics(columnNames)))")
      script.line(isLast ? "set xlabel \(GnuplotScript.legendText(map.x.key))" : "unset xlabel")
      script.line(
        isLast
          ? "set colorbox user origin \(1 - (Self.right - 14) / width),0.3 size \(16 / width),0.5"
          : "unset colorbox")
      var data: [[Double]] = []
      var label = 0
      for row in 0..<rows {
        for column in 0..<columns {
          guard let estimate = estimate(panel.kind, row: row, column: column) else { continue }
          let value = 100 * estimate.value
          data.append([Double(column), Double(row), value])
          let isDark = abs(value) > 0.6 * reach
          // Value and interval.
          var lines = Format.signedEstimate(estimate).split(separator: " ", maxSplits: 1)
            .map(String.init)
          if panel.kind == .difference { lines.append(verdict(row, column)) }
          for (index, text) in lines.enumerated() {
            label += 1
            let shift = 0.24 * (Double(lines.count - 1) / 2 - Double(index))
            script.line(
              "set label \(label) '\(text)' at \(column),\(Double(row) - shift) center front "
                + "font ',\(index == 0 ? 15 : 12)' textcolor rgb '\(isDark ? "#FFFFFF" : "#000000")'"
            )
          }
        }
      }
      if data.isEmpty {
        script.plot([])
      } else {
        let block = script.data(data)
        script.plot([
          "\(block) using 1:2:(0.5):(0.5):3 notitle with boxxyerror fillcolor palette"
        ])
      }
      for index in 1...max(1, label) { script.line("unset label \(index)") }
    }
    script.line("unset multiplot")
  }

  private func verdict(_ row: Int, _ column: Int) -> String {
    switch map.findings[row][column]?.decision {
    case .above: "holds"
    case .below: "does not hold"
    case .undecided, nil: "undecided"
    }
  }

  private static func tics(_ values: [String]) -> String {
    values.enumerated().map { "\(GnuplotScript.legendText($1)) \($0)" }.joined(separator: ", ")
  }
}
