import Statistics

/// Three heat maps over the same axes: the structure effect, the correctness effect, and structure
/// minus correctness, with the verdict written into each field.
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
    Effects in points of pass@k on hard-test, one colour scale for all panels; right, with the \
    verdict on finding 3: + holds, - does not hold, ? undecided. Blank: nothing was measured.
    """
  }

  var size: (width: Int, height: Int) {
    (1200, 190 + 62 * max(2, map.y.values.count))
  }

  /// In percentage points; nil if nothing was measured.
  private func value(_ kind: InterventionEffect.Kind, row: Int, column: Int) -> Double? {
    map.points[row][column]?.effect(kind, .testPass).map { 100 * $0.effect.estimate.value }
  }

  func plot(into script: inout GnuplotScript) {
    let (rows, columns) = (map.y.values.count, map.x.values.count)
    let height = Double(size.height)
    script.prepare()
    script.line("set multiplot")
    script.line("unset key")
    script.line("unset grid")
    // This also draws the colour box, not only the fields.
    script.line("set style fill solid 1 noborder")
    let all = Self.panels.flatMap { panel in
      (0..<rows).flatMap { row in
        (0..<columns).compactMap { value(panel.kind, row: row, column: $0) }
      }
    }
    let reach = max(1e-9, all.map { abs($0) }.max() ?? 1)
    script.line("set palette defined (-1 '#2166AC', 0 '#F7F7F7', 1 '#B2182B')")
    script.line("set cbrange [\(-reach):\(reach)]")
    script.line("set xrange [-0.5:\(Double(columns) - 0.5)]")
    script.line("set yrange [\(Double(rows) - 0.5):-0.5]")
    script.line("set xtics scale 0 (\(Self.tics(map.x.values)))")
    script.line("set xlabel \(GnuplotScript.legendText(map.x.key))")
    for (place, panel) in Self.panels.enumerated() {
      let left = 0.1 + 0.278 * Double(place)
      script.panel(
        left: left, right: left + 0.253, top: 44 / height, bottom: (height - 84) / height)
      script.line("set title '\(panel.title)' offset 0,-0.5")
      if place == 0 {
        script.line("set ylabel \(GnuplotScript.legendText(map.y.key))")
        script.line("set ytics scale 0 (\(Self.tics(map.y.values)))")
      } else {
        script.line("unset ylabel")
        script.line("set ytics scale 0 (\(Self.tics(map.y.values.map { _ in "" })))")
      }
      script.line(
        place == Self.panels.count - 1
          ? "set colorbox user origin 0.925,0.3 size 0.012,0.5" : "unset colorbox")
      var data: [[Double]] = []
      var label = 0
      for row in 0..<rows {
        for column in 0..<columns {
          guard let value = value(panel.kind, row: row, column: column) else { continue }
          data.append([Double(column), Double(row), value])
          label += 1
          let mark = panel.kind == .difference ? " \(verdict(row, column))" : ""
          script.line(
            "set label \(label) '\(Format.fixed(value, digits: 1))\(mark)' at "
              + "\(column),\(row) center front font ',13'")
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
    case .above: "+"
    case .below: "-"
    case .undecided, nil: "?"
    }
  }

  private static func tics(_ values: [String]) -> String {
    values.enumerated().map {
      "\(GnuplotScript.legendText($1, limit: GnuplotScript.panelLimit)) \($0)"
    }.joined(separator: ", ")
  }
}
