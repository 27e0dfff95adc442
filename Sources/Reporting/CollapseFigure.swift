import Diagnostics

/// When and how teachers collapse: a column of small panels per loop, over its outer steps, with the share of
/// well-posed questions, their Vendi score and the teacher's distance from the base model. A thin line per
/// seed, their mean, and a cross where a loop ended because too few documents could be parsed.
public struct CollapseFigure: Figure, Equatable {
  private let loops: [ComparisonAnswers.Collapses]
  /// Names of loops without a column.
  private let hidden: [String]
  var looks: Looks
  public let fileName = "collapse"

  /// Most loops that have a column.
  private static let limit = 6

  /// Takes the first loop of each scheme before further ones of the same scheme.
  ///
  /// - Returns: nil without any measured outer step.
  package init?(_ collapses: [ComparisonAnswers.Collapses]) {
    let measured = collapses.filter { $0.loops.contains { !$0.course.isEmpty } }
    guard !measured.isEmpty else { return nil }
    let first = measured.reduce(into: [ComparisonAnswers.Collapses]()) { chosen, loop in
      if !chosen.contains(where: { $0.scheme == loop.scheme }) { chosen.append(loop) }
    }
    let chosen = (first + measured).map(\.teacher).distinct.prefix(Self.limit)
    loops = measured.filter { chosen.contains($0.teacher) }
    looks = Looks(loops: collapses.map { ($0.teacher, $0.scheme) })
    hidden = measured.map(\.teacher).filter { !chosen.contains($0) }
  }

  /// Whether there are loops to compare.
  var isTelling: Bool { loops.count > 1 }

  private struct Measure: Sendable {
    var title: String
    /// In the panel's unit.
    var value: @Sendable (LoopCollapse) -> [SeedMean.Point]
  }

  private static let measures = [
    Measure(title: "well-posed (%)") { $0.course.wellPosed.points(times: 100) },
    Measure(title: "Vendi score (% of the first step)") { loop in
      let first = loop.course.vendi.values.first ?? 1
      return loop.course.vendi.points(times: 100 / first)
    },
    Measure(title: "KL per token (nats)") { $0.course.divergence.points(times: 1) },
  ]

  public var caption: String {
    let names = loops.map { loop in
      let kind = loop.scheme == loop.teacher ? "" : "\(loop.scheme), "
      return "\(loop.teacher) (\(kind)\(loop.loops.count.counted("seed")))"
    }
    let ended = loops.contains { $0.loops.contains(where: \.hasEnded) }
    let rest = hidden.isEmpty ? "" : " Not shown: \(hidden.listedNames)."
    return """
      Each loop's questions over its outer steps: share well-posed, Vendi score over words and word pairs of at \
      most \(LoopCollapse.vendiLimit) questions, as a share of the same seed's first one, and the teacher's KL \
      divergence from the base model. Thin: single seeds; bold: their mean, where all have a \
      value\(ended ? "; crosses: loops that ended for want of questions that parse" : ""). \
      \(names.joined(separator: "; ")).\(rest)
      """
  }

  // Pixels of a block of panels: names above, labels over each panel, steps below.
  private static let (width, left) = (1000.0, 104.0)
  private static let (head, pitch, label, panel, foot) = (34.0, 128.0, 26.0, 90.0, 68.0)
  private static var blockHeight: Double { head + Double(measures.count) * pitch + foot }

  /// Fewer where names need the room.
  private var columns: Int {
    let longest = loops.map(\.teacher.count).max() ?? 0
    let fitting = Int((Self.width - Self.left - 12) / (28 + 13 * Double(longest)))
    return min(loops.count, max(2, min(3, fitting)))
  }
  public var size: (width: Int, height: Int) {
    let blocks = (loops.count + columns - 1) / columns
    return (Int(Self.width), Int(Double(blocks) * Self.blockHeight))
  }

  public func plot(into script: inout GnuplotScript) {
    let (width, height) = (Self.width, Double(size.height))
    script.prepare()
    script.line("set multiplot")
    script.line("unset key")
    let columnWidth = (width - Self.left - 12) / Double(columns)
    let room = columnWidth - 28
    for (index, loop) in loops.enumerated() {
      let left = Self.left + columnWidth * Double(index % columns)
      let start = Double(index / columns) * Self.blockHeight + Self.head
      let isFirst = index % columns == 0
      let steps = Self.measures.flatMap { measure in
        loop.loops.flatMap { measure.value($0).map(\.step) }
      }
      for (row, measure) in Self.measures.enumerated() {
        let top = start + Self.pitch * Double(row) + Self.label
        script.panel(
          left: left / width, right: (left + room) / width, top: top / height,
          bottom: (top + Self.panel) / height)
        script.line(
          row == 0
            ? "set label 1 \(GnuplotScript.legendText(loop.teacher, limit: Int(room / 13))) at screen "
              + "\((left + room / 2) / width),\(1 - (start - 16) / height) center"
            : "unset label 1")
        script.line(
          isFirst
            ? "set label 2 '\(measure.title)' at screen \(left / width),\(1 - (top - 13) / height) "
              + "left font ',14'"
            : "unset label 2")
        let isLast = row == Self.measures.count - 1
        script.line("set format y '\(isFirst ? "%g" : "")'")
        script.line("set format x '\(isLast ? "%g" : "")'")
        script.line(
          isLast && index + columns >= loops.count
            ? "set xlabel 'outer step t' offset 0,0.4" : "unset xlabel")
        script.stepRange(steps, intervals: 4)
        // All loops have the same axes, so that they can be compared.
        let values = loops.flatMap { $0.loops.flatMap { measure.value($0).map(\.value) } }
        if row == 0 {
          script.line("set yrange [0:105]")
          script.line("set ytics 50")
        } else {
          script.range("yrange", over: values)
          script.tics("ytics", to: values.max() ?? 0, intervals: isLast ? 2 : 3)
        }
        script.plot(
          Self.elements(loop.loops, measure, looks.loop(loop.teacher), into: &script))
      }
    }
    script.line("unset label 1")
    script.line("unset label 2")
    script.line("unset multiplot")
  }

  private static func elements(
    _ loops: [LoopCollapse], _ measure: Measure, _ style: SeriesStyle,
    into script: inout GnuplotScript
  ) -> [String] {
    let measured = loops.filter { !measure.value($0).isEmpty }
    let curves = measured.map(measure.value)
    guard !curves.isEmpty else { return [] }
    var elements: [String] = []
    if curves.count > 1 {
      for curve in curves {
        let block = script.data(curve.map { [Double($0.step), $0.value] })
        elements.append(
          "\(block) using 1:2 with lines linewidth 1.3 linecolor rgb '#66\(style.color.dropFirst())'"
        )
      }
    }
    let mean = script.data(SeedMean.over(curves).map { [Double($0.step), $0.value] })
    elements.append("\(mean) using 1:2 with lines \(style.line(width: 2.6))")
    let ends = zip(measured, curves).compactMap { loop, curve in
      loop.hasEnded ? curve.last.map { [Double($0.step), $0.value] } : nil
    }
    if !ends.isEmpty {
      elements.append(
        "\(script.data(ends)) using 1:2 with points pointtype 2 pointsize pointScale*1.6 linewidth 2 "
          + "linecolor rgb '\(SeriesStyle.event.color)'")
    }
    return elements
  }
}

extension Collapse.Series {
  fileprivate func points(times factor: Double) -> [SeedMean.Point] {
    zip(steps, values).map { SeedMean.Point(step: $0, value: factor * $1) }
  }
}
