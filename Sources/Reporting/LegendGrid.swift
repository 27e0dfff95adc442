/// A legend of marked lines in columns over the whole width of a figure. gnuplot's own
/// key guesses its text width, uses fewer columns than fit, and then covers the panels.
struct LegendGrid: Sendable {
  var names: [String]
  var styles: [SeriesStyle]
  /// Width of the figure, in pixels.
  var width: Int
  /// The last so many entries are marks without a line.
  var bareMarks = 0
  /// Pixels of a letter; nil takes those of the font, which are fewer than those of a character in a figure
  /// drawn as text.
  var letterWidth: Double?

  /// Many names get a smaller font.
  private var isSmall: Bool { names.count > 12 }
  private var fontSize: Int { isSmall ? 13 : 15 }
  private var rowHeight: Double { isSmall ? 22 : 26 }
  private static let sample = 46.0
  private static let gap = 24.0

  private var cellWidth: Double {
    let longest = GnuplotScript.longest(of: names)
    return Self.sample + 10 + Self.gap + (letterWidth ?? (isSmall ? 8.8 : 10.6)) * Double(longest)
  }
  private var columns: Int {
    max(1, min(names.count, Int(0.97 * Double(width) / cellWidth)))
  }
  private var rows: Int { (names.count + columns - 1) / columns }

  /// In pixels.
  var height: Double { names.isEmpty ? 8 : 12 + rowHeight * Double(rows) }

  /// Draws it into a multiplot.
  ///
  /// - Parameters:
  ///   - top: pixels from the figure's upper edge.
  ///   - figureHeight: in pixels.
  func draw(into script: inout GnuplotScript, top: Double, figureHeight: Double) {
    guard !names.isEmpty else { return }
    script.panel(
      left: 0, right: 1, top: top / figureHeight, bottom: (top + height) / figureHeight)
    script.line("unset key")
    script.line("unset border")
    script.line("unset tics")
    script.line("unset grid")
    script.line("unset xlabel")
    script.line("unset ylabel")
    script.line("unset title")
    script.line("set xrange [0:\(width)]")
    script.line("set yrange [\(height):0]")
    let left = (Double(width) - cellWidth * Double(columns) + Self.gap) / 2
    var elements: [String] = []
    for (index, (name, style)) in zip(names, styles).enumerated() {
      // Down the columns, as a list is read.
      let x = left + cellWidth * Double(index / rows)
      let y = 6 + rowHeight * (Double(index % rows) + 0.5)
      let line = script.data([[x, y], [x + Self.sample, y]])
      let mark = script.data([[x + Self.sample / 2, y]])
      if index < names.count - bareMarks {
        elements.append("\(line) using 1:2 notitle with lines \(style.line(width: 2.2))")
      }
      elements.append("\(mark) using 1:2 notitle with points \(style.mark(size: 1.3))")
      script.line(
        "set label \(2000 + index) \(GnuplotScript.legendText(name)) at "
          + "\(x + Self.sample + 10),\(y) left font ',\(fontSize)'")
    }
    script.plot(elements)
    for index in names.indices { script.line("unset label \(2000 + index)") }
    script.line("set tics")
    script.prepare()
  }
}

extension SeriesStyle {
  /// The mark alone.
  func mark(size: Double) -> String {
    "pointtype \(pointType) pointsize pointScale*\(size) linewidth 2 linecolor rgb '\(color)'"
  }
}
