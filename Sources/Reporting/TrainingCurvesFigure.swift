public import RunStore
import Statistics

/// Accuracy over training per arm, after the paper's figure 9: means with a faint line per seed.
public struct TrainingCurvesFigure: Figure {
  public struct Series: Sendable, Equatable {
    public var arm: String
    public var seed: Int
    public var points: [ArmCurvePoint]

    public init(arm: String, seed: Int, points: [ArmCurvePoint]) {
      self.arm = arm
      self.seed = seed
      self.points = points
    }
  }

  public var series: [Series]
  public var reference: String
  /// All arms of the report in order, with or without a curve: an arm keeps its colour and mark
  /// across figures.
  public var allArms: [String]
  /// Of the run, if it is known.
  var looks = Looks(loops: [])
  public var fileName = "training-curves"

  public init(series: [Series], reference: String, allArms: [String] = []) {
    self.series = series
    self.reference = reference
    self.allArms = allArms
  }

  /// Leaves out arms that were evaluated only once: they have no curve.
  public init(armRuns: [ArmRunRecord], reference: String) {
    self.init(
      series: armRuns.filter { $0.curve.count > 1 }.map {
        Series(arm: $0.arm, seed: $0.seed, points: $0.curve)
      }, reference: reference,
      allArms: armRuns.reduce(into: []) { if !$0.contains($1.arm) { $0.append($1.arm) } })
  }

  private var arms: [String] {
    series.reduce(into: []) { if !$0.contains($1.arm) { $0.append($1.arm) } }
  }

  public var caption: String {
    let seeds = Set(series.map(\.seed)).sorted()
    let test = Self.measures.dropFirst().filter { $0.isMeasured(in: series) }.map(\.short)
    if panels != nil {
      return """
        Greedy accuracy on hard-train\(test.contains("pass@32") ? ", and pass@32 on hard-test" : ""), \
        in percent, over the training steps of each arm, all with the same axes except for arms that train much longer. Bold: mean over seeds and their students, where all have \
        a value; faint: single students. \
        \(seeds.count.counted("seed")): \(seeds.listed). After Fig. 9 of the paper.
        """
    }
    return """
      Greedy accuracy on hard-train\(test.isEmpty ? "" : ", and \(test.joined(separator: " and ")) on hard-test"), over the \
      training steps of each arm. Bold: mean over seeds and their students, where all have a value; faint: \
      single students. \
      \(seeds.count.counted("seed")): \(seeds.listed). After Fig. 9 of the paper.
      """
  }

  private var legend: (columns: Int, rows: Int) {
    GnuplotScript.legendShape(of: arms, width: Self.width, limit: 3)
  }
  private var legendHeight: Double { 14 + 26 * Double(legend.rows) }
  private static let width = 1200
  public var size: (width: Int, height: Int) {
    panels?.size ?? (Self.width, 530 + Int(legendHeight))
  }

  /// With many arms, one panel per arm.
  private var panels: ArmPanelsFigure? {
    arms.count < ManyArms.least ? nil : ArmPanelsFigure(series: series)
  }

  public func plot(into script: inout GnuplotScript) {
    if let panels { return panels.plot(into: &script) }
    let known = allArms + arms.filter { !allArms.contains($0) }
    let palette = looks.styles(of: known, reference: reference)
    let styles = arms.map { arm in palette[known.firstIndex(of: arm) ?? 0] }
    let height = Double(size.height)
    script.prepare()
    script.line("set multiplot")
    script.legend(
      zip(arms, styles).map { arm, style in
        "\(GnuplotScript.legendText(arm)) with linespoints \(style.marked(width: 2.6))"
      }, columns: legend.columns, top: 4 / height)
    script.line("set xlabel 'training step'")
    let shown = Self.measures.enumerated().filter { $0 == 0 || $1.isMeasured(in: series) }
    for (index, panel) in shown.map(\.element).enumerated() {
      let left = 0.085 + 0.31 * Double(index)
      script.panel(
        left: left, right: left + 0.265, top: (legendHeight + 40) / height,
        bottom: (height - 86) / height)
      script.line("set title '\(panel.title)' offset 0,-0.4")
      script.line(index == 0 ? "set ylabel 'solved (%)'" : "unset ylabel")
      script.stepRange(series.flatMap(\.points).map(\.step))
      script.range(
        "yrange", over: series.flatMap(\.points).map { 100 * (panel.value($0) ?? .nan) })
      script.plot(elements(panel.value, styles: styles, into: &script))
    }
    script.line("unset multiplot")
  }

  /// What a curve can show.
  struct Measure: Sendable {
    var title: String
    /// Within a sentence on hard-test.
    var short: String
    var value: @Sendable (ArmCurvePoint) -> Double?

    /// Whether any arm was measured by it during or after its training.
    func isMeasured(in series: [Series]) -> Bool {
      series.contains { $0.points.contains { value($0)?.isFinite == true } }
    }
  }

  static let greedy = Measure(title: "hard-train, greedy", short: "greedy") { $0.trainAccuracy }
  static let pass32 = Measure(title: "hard-test, pass@32", short: "pass@32") { $0.testPass32 }
  private static let measures = [
    greedy, Measure(title: "hard-test, pass@1", short: "pass@1") { $0.testPass1 }, pass32,
  ]

  private func elements(
    _ value: (ArmCurvePoint) -> Double?, styles: [SeriesStyle], into script: inout GnuplotScript
  ) -> [String] {
    var faint: [String] = []
    var bold: [String] = []
    for (arm, style) in zip(arms, styles) {
      let lines = Self.lines(series.filter { $0.arm == arm }, value, style, into: &script)
      faint += lines.faint
      bold += lines.bold
    }
    return faint + bold
  }

  /// One arm's mean, with a faint line per student if there are several; nothing without a value.
  static func lines(
    _ series: [Series], _ value: (ArmCurvePoint) -> Double?, _ style: SeriesStyle,
    isSmall: Bool = false, into script: inout GnuplotScript
  ) -> (faint: [String], bold: [String]) {
    let curves = series.map { series in
      series.points.compactMap { point in
        value(point).map { SeedMean.Point(step: point.step, value: 100 * $0) }
      }
    }.filter { $0.contains { $0.value.isFinite } }
    guard !curves.isEmpty else { return ([], []) }
    var faint: [String] = []
    if curves.count > 1 {
      for curve in curves {
        let block = script.data(curve.map { [Double($0.step), $0.value] })
        faint.append("\(block) using 1:2 notitle with lines \(style.faint)")
      }
    }
    let mean = SeedMean.over(curves)
    let block = script.data(mean.map { [Double($0.step), $0.value] })
    let look =
      isSmall
      ? style.marked(width: 2, size: 0.8)
      : style.marked(width: 2.6, every: max(1, mean.count / 6))
    return (faint, ["\(block) using 1:2 notitle with linespoints \(look)"])
  }
}

/// A mean over seeds at the steps where all of them have a value.
enum SeedMean {
  struct Point: Sendable, Equatable {
    var step: Int
    var value: Double
  }

  static func over(_ curves: [[Point]]) -> [Point] {
    guard let first = curves.first else { return [] }
    return first.compactMap { point in
      let values = curves.compactMap { curve in
        curve.first { $0.step == point.step && $0.value.isFinite }?.value
      }
      guard values.count == curves.count else { return nil }
      return Point(step: point.step, value: values.mean)
    }
  }
}
