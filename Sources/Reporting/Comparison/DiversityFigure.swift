import Statistics

/// Teachers' questions over the outer steps: how diverse they are, and what share is well-posed.
public struct DiversityFigure: Figure {
  public var teachers: [TeacherCurve]
  /// Names of teachers whose loops match another's cost; these may be many times as long, so they
  /// get their own row of panels.
  public var matched: Set<String>
  /// Nil gives each row of panels its own colours.
  var looks: Looks?
  public var fileName = "questions-by-teacher"

  public init(teachers: [TeacherCurve], matched: Set<String> = []) {
    self.teachers = teachers
    self.matched = matched
  }

  private var rows: [[Int]] {
    let indices = Array(teachers.indices)
    return [
      indices.filter { !matched.contains(names[$0]) },
      indices.filter { matched.contains(names[$0]) },
    ].filter { !$0.isEmpty }
  }

  /// A single empty row if no outer loop was run.
  private var panelRows: [[Int]] { rows.isEmpty ? [[]] : rows }

  /// With more teachers than this, bands hide each other.
  private static let bandLimit = 4
  private var hasBands: Bool { teachers.count <= Self.bandLimit }

  public var caption: String {
    let names = teachers.map { "\($0.teacher) (\($0.seeds.counted("seed")))" }
    let isThinned = teachers.contains { teacher in
      teacher.points.contains { $0.seeds < teacher.seeds }
    }
    let thin =
      isThinned
      ? "Thin: means over the seeds whose loops went on when another's had ended. " : ""
    return """
      The teachers' questions over the outer steps, means over seeds. \(thin)Left: Vendi score of order 1 \
      (effective number of different questions) over bags of words and word pairs, in 100 \
      subsamples of \(teachers.first?.size ?? 0) questions\
      \(hasBands ? "; band: 95% interval over seeds" : ""). \
      Middle: structures that differ, over questions. Right: share well-posed. \
      \(rows.count > 1 ? "Lower row: loops that match the cost of another. " : "")\
      \(names.isEmpty ? "No outer loop was run" : names.joined(separator: "; ")).
      """
  }

  private var names: [String] { teachers.map(\.teacher) }
  private func legend(of row: [Int]) -> LegendGrid {
    let shown = row.map { names[$0] }
    return LegendGrid(
      names: shown, styles: looks?.styles(ofLoops: shown) ?? row.indices.map(SeriesStyle.other),
      width: Self.width)
  }
  private static let width = 1200
  private static let rowHeight = 450.0
  public var size: (width: Int, height: Int) {
    (
      Self.width,
      Int(panelRows.reduce(10) { $0 + legend(of: $1).height + Self.rowHeight })
    )
  }

  public func plot(into script: inout GnuplotScript) {
    let height = Double(size.height)
    script.prepare()
    script.line("set multiplot")
    let panels: [(title: String, value: @Sendable (TeacherCurve.Point) -> Double?)] = [
      ("Vendi score", { $0.vendi.value }),
      ("distinct structures (%)", { $0.distinctShare.map { 100 * $0 } }),
      ("well-posed (%)", { $0.wellPosed.map { 100 * $0 } }),
    ]
    let all = teachers.flatMap(\.points)
    var top = 0.0
    for members in panelRows {
      let legend = legend(of: members)
      legend.draw(into: &script, top: top + 4, figureHeight: height)
      script.line("set xlabel 'outer step t'")
      top += legend.height
      defer { top += Self.rowHeight }
      let points = members.flatMap { teachers[$0].points }
      for (index, panel) in panels.enumerated() {
        let left = 0.065 + 0.325 * Double(index)
        script.panel(
          left: left, right: left + 0.26, top: (top + 48) / height,
          bottom: (top + Self.rowHeight - 76) / height)
        script.line("set title '\(panel.title)' offset 0,-0.4")
        script.stepRange(points.map(\.step))
        if index == 0 {
          script.range("yrange", over: all.map { $0.vendi.interval?.upper ?? $0.vendi.value })
        } else {
          script.line("set yrange [0:100]")
        }
        script.plot(
          elements(
            panel.value, of: members, hasBand: index == 0 && hasBands, styles: legend.styles,
            into: &script))
      }
    }
    script.line("unset multiplot")
  }

  private func elements(
    _ value: (TeacherCurve.Point) -> Double?, of members: [Int], hasBand: Bool,
    styles: [SeriesStyle], into script: inout GnuplotScript
  ) -> [String] {
    var bands: [String] = []
    var lines: [String] = []
    for (index, style) in zip(members, styles) {
      let teacher = teachers[index]
      let rows = teacher.points.compactMap { point in
        value(point).map {
          [Double(point.step), $0, point.vendi.lower, point.vendi.upper]
        }
      }.filter { $0[1].isFinite }
      guard !rows.isEmpty else { continue }
      // Later points average fewer seeds, only those whose loops continued.
      let whole = rows.prefix { row in
        teacher.points.contains { Double($0.step) == row[0] && $0.seeds == teacher.seeds }
      }
      if whole.count < rows.count {
        let rest = script.data(Array(rows[max(0, whole.count - 1)...]))
        lines.append("\(rest) using 1:2 notitle with lines \(style.line(width: 1))")
      }
      guard !whole.isEmpty else { continue }
      let block = script.data(Array(whole))
      if hasBand && whole.count > 1 {
        bands.append(
          "\(block) using 1:3:4 notitle with filledcurves fillcolor rgb '\(style.color)'")
      }
      lines.append(
        "\(block) using 1:2 notitle with linespoints "
          + style.marked(width: 2.6, every: max(1, whole.count / 8), size: 1))
    }
    return bands + lines
  }
}
