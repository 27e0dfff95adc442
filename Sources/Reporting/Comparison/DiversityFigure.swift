/// What teachers ask over the outer steps: how different their questions are, and how many are
/// well-posed.
public struct DiversityFigure: Figure {
  public var teachers: [TeacherCurve]
  public var fileName = "questions-by-teacher"

  public init(teachers: [TeacherCurve]) {
    self.teachers = teachers
  }

  public var caption: String {
    let names = teachers.map { "\($0.teacher) (\($0.seeds.counted("seed")))" }
    return """
      The teachers' questions over the outer steps, means over seeds. Left: Vendi score of order 1 \
      (effective number of different questions) over bags of words and word pairs, in 100 \
      subsamples of \(teachers.first?.size ?? 0) questions; band: their 95% percentile interval. \
      Middle: structures that differ, over questions. Right: share well-posed. \
      \(names.isEmpty ? "No outer loop was run" : names.joined(separator: "; ")).
      """
  }

  private var names: [String] { teachers.map(\.teacher) }
  private var legend: (columns: Int, rows: Int) {
    GnuplotScript.legendShape(of: names, width: size.width, limit: 4)
  }
  private var legendHeight: Double { 14 + 26 * Double(legend.rows) }
  public var size: (width: Int, height: Int) { (1200, 560) }

  public func plot(into script: inout GnuplotScript) {
    let styles = names.indices.map(SeriesStyle.other)
    let height = Double(size.height)
    script.prepare()
    script.line("set multiplot")
    script.legend(
      zip(names, styles).map { name, style in
        "\(GnuplotScript.legendText(name)) with linespoints \(style.marked(width: 2.6))"
      }, columns: legend.columns, top: 4 / height)
    script.line("set xlabel 'outer step t'")
    let panels: [(title: String, value: @Sendable (TeacherCurve.Point) -> Double?)] = [
      ("Vendi score", { $0.vendi.mean }),
      ("distinct structures (%)", { $0.distinctShare.map { 100 * $0 } }),
      ("well-posed (%)", { $0.wellPosed.map { 100 * $0 } }),
    ]
    let points = teachers.flatMap(\.points)
    for (index, panel) in panels.enumerated() {
      let left = 0.065 + 0.325 * Double(index)
      script.panel(
        left: left, right: left + 0.26, top: (legendHeight + 48) / height,
        bottom: (height - 86) / height)
      script.line("set title '\(panel.title)' offset 0,-0.4")
      script.stepRange(points.map(\.step))
      if index == 0 {
        script.range("yrange", over: points.map { $0.vendi.high ?? $0.vendi.mean })
      } else {
        script.line("set yrange [0:100]")
      }
      script.plot(elements(panel.value, hasBand: index == 0, styles: styles, into: &script))
    }
    script.line("unset multiplot")
  }

  private func elements(
    _ value: (TeacherCurve.Point) -> Double?, hasBand: Bool, styles: [SeriesStyle],
    into script: inout GnuplotScript
  ) -> [String] {
    var bands: [String] = []
    var lines: [String] = []
    for (teacher, style) in zip(teachers, styles) {
      let rows = teacher.points.compactMap { point in
        value(point).map {
          [Double(point.step), $0, point.vendi.low ?? .nan, point.vendi.high ?? .nan]
        }
      }.filter { $0[1].isFinite }
      guard !rows.isEmpty else { continue }
      let block = script.data(rows)
      if hasBand && rows.count > 1 {
        bands.append(
          "\(block) using 1:3:4 notitle with filledcurves fillcolor rgb '\(style.color)'")
      }
      lines.append(
        "\(block) using 1:2 notitle with linespoints "
          + style.marked(width: 2.6, every: max(1, rows.count / 8), size: 1))
    }
    return bands + lines
  }
}
