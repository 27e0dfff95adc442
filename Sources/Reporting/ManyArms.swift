import RunStore
import Statistics

/// Figures of a run with more arms than one panel can show clearly.
enum ManyArms {
  /// From this many arms on, rows and panels replace lines in one panel.
  static let least = 13
}

/// pass@1 and pass@k at the greatest k, one row per arm.
struct ArmRowsFigure {
  var arms: [ArmResult]

  private var ks: [Int] {
    let all = Set(arms.flatMap(\.passAtK).map(\.k)).sorted()
    return all.first == all.last ? Array(all.prefix(1)) : [all.last, all.first].compactMap { $0 }
  }

  func figure(fileName: String, caption: String) -> IntervalFigure {
    var figure = IntervalFigure(
      fileName: fileName, caption: caption, axis: "solved on hard-test (%)", rows: arms.map(\.name),
      series: ks.map { k in
        (
          "pass@\(k)",
          arms.map { arm in
            arm.passAtK.first { $0.k == k && $0.estimate.value.isFinite }.map {
              $0.estimate.scaled(by: 100)
            }
          }
        )
      })
    figure.dots = ks.map { k in
      arms.map { arm in
        (arm.passAtK.first { $0.k == k }?.seeds ?? []).filter(\.isFinite).map { 100 * $0 }
      }
    }
    return figure
  }
}

/// Training curves, one panel per arm, all with the same axes, except that an arm which trains for much
/// longer than the others has steps of its own.
struct ArmPanelsFigure {
  var series: [TrainingCurvesFigure.Series]

  /// How many times as long as the median arm an arm trains that would squeeze the others' curves.
  private static let long = 3

  private func lastStep(_ arm: String) -> Int {
    series.filter { $0.arm == arm }.flatMap(\.points).map(\.step).max() ?? 0
  }

  private var longArms: [String] {
    let median = arms.map(lastStep).sorted()[arms.count / 2]
    return arms.filter { lastStep($0) > Self.long * median }
  }

  private static let width = 1200
  /// Widths in pixels of the figure's left edge, with tics and axis label, and of its right edge.
  private static let (leftEdge, rightEdge) = (72.0, 14.0)
  private static let panelHeight = 150.0

  /// As many columns as leave room for the longest title.
  private var columns: Int {
    let longest = GnuplotScript.longest(of: arms)
    let room = Double(Self.width) - Self.leftEdge - Self.rightEdge
    return max(2, min(6, Int(room / (8.2 * Double(longest) + 6))))
  }

  private var arms: [String] {
    series.reduce(into: []) { if !$0.contains($1.arm) { $0.append($1.arm) } }
  }
  private var rows: Int { (arms.count + columns - 1) / columns }
  private var measures: [(measure: TrainingCurvesFigure.Measure, style: SeriesStyle)] {
    [(TrainingCurvesFigure.greedy, .other(0))]
      + (TrainingCurvesFigure.pass32.isMeasured(in: series)
        ? [(TrainingCurvesFigure.pass32, .other(1))] : [])
  }

  var size: (width: Int, height: Int) { (Self.width, Int(112 + Self.panelHeight * Double(rows))) }

  func plot(into script: inout GnuplotScript) {
    let height = Double(size.height)
    script.prepare()
    script.line("set multiplot")
    script.line("unset key")
    let legend = LegendGrid(
      names: measures.map(\.measure.title), styles: measures.map(\.style), width: size.width)
    legend.draw(into: &script, top: 4, figureHeight: height)
    let points = series.flatMap(\.points)
    let longArms = longArms
    // At the end, where their own steps have room below.
    let arms = arms.filter { !longArms.contains($0) } + longArms
    let shared = series.filter { !longArms.contains($0.arm) }.flatMap(\.points).map(\.step)
    let most =
      points.flatMap { [$0.trainAccuracy, $0.testPass32] }.compactMap { $0 }.filter(\.isFinite)
      .max() ?? 0
    script.line("set label 1 'solved (%)' at screen 0.014,0.5 center rotate by 90 font ',13'")
    script.line("set label 2 'training step' at screen 0.5,\(18 / height) center font ',13'")
    let width = Double(size.width)
    let pitch = (width - Self.leftEdge - Self.rightEdge) / Double(columns)
    for (index, arm) in arms.enumerated() {
      let (row, column) = (index / columns, index % columns)
      let left = (Self.leftEdge + pitch * Double(column)) / width
      let top = legend.height + 28 + Self.panelHeight * Double(row)
      script.panel(
        left: left, right: left + (pitch - 26) / width, top: top / height,
        bottom: (top + Self.panelHeight - 46) / height)
      script.line("set title \(GnuplotScript.legendText(arm)) offset 0,-0.8 font ',11'")
      script.line("set tics font ',11'")
      let isLong = longArms.contains(arm)
      script.stepRange(
        isLong ? series.filter { $0.arm == arm }.flatMap(\.points).map(\.step) : shared,
        intervals: 3)
      script.range("yrange", over: [100 * most])
      script.tics("ytics", to: 100 * most, intervals: 3)
      if arms.count - index > columns, !isLong { script.line("set format x ''") }
      if column > 0 { script.line("set format y ''") }
      script.plot(elements(arm, into: &script))
      script.line("set format '%g'")
      if index == 0 {
        script.line("unset label 1")
        script.line("unset label 2")
      }
    }
    script.line("unset multiplot")
  }

  private func elements(_ arm: String, into script: inout GnuplotScript) -> [String] {
    var faint: [String] = []
    var bold: [String] = []
    for (measure, style) in measures {
      let lines = TrainingCurvesFigure.lines(
        series.filter { $0.arm == arm }, measure.value, style, isSmall: true, into: &script)
      faint += lines.faint
      bold += lines.bold
    }
    return faint + bold
  }
}
