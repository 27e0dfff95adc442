public import RunStore

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
  public var fileName = "training-curves"

  public init(series: [Series], reference: String) {
    self.series = series
    self.reference = reference
  }

  /// Arms that were evaluated once only have no curve and are left out.
  public init(armRuns: [ArmRunRecord], reference: String) {
    self.init(
      series: armRuns.filter { $0.curve.count > 1 }.map {
        Series(arm: $0.arm, seed: $0.seed, points: $0.curve)
      }, reference: reference)
  }

  private var arms: [String] {
    series.reduce(into: []) { if !$0.contains($1.arm) { $0.append($1.arm) } }
  }

  public var caption: String {
    let seeds = Set(series.map(\.seed)).sorted()
    return """
      Greedy accuracy on hard-train, and pass@1 and pass@32 on hard-test, over the training \
      steps of each arm. Bold: mean over seeds, where all have a value; faint: single seeds. \
      \(seeds.count.counted("seed")): \(seeds.listed). After Fig. 9 of the paper.
      """
  }

  private var keyRows: Int { (arms.count + 2) / 3 }
  public var size: (width: Int, height: Int) { (1200, 520 + 28 * keyRows) }

  public func plot(into script: inout GnuplotScript) {
    let styles = SeriesStyle.styles(of: arms, reference: reference)
    let height = Double(size.height)
    script.prepare()
    script.line(
      """
      set multiplot layout 1,3 margins screen \
      0.065,0.985,\(76 / height),\(1 - (52 + 28 * Double(keyRows)) / height) spacing screen 0.055,0
      """)
    script.line(
      """
      set key at screen 0.52,\(1 - 6 / height) center top horizontal maxcols 3 samplen 2.5 \
      width 2 Left reverse
      """)
    script.line("set xlabel 'training step'")
    let panels: [(title: String, value: @Sendable (ArmCurvePoint) -> Double?)] = [
      ("hard-train, greedy", { $0.trainAccuracy }),
      ("hard-test, pass@1", { $0.testPass1 }),
      ("hard-test, pass@32", { $0.testPass32 }),
    ]
    for (index, panel) in panels.enumerated() {
      script.line("set title '\(panel.title)' offset 0,-0.4")
      script.line(index == 0 ? "set ylabel 'solved (%)' offset 1,0" : "unset ylabel")
      script.stepRange(series.flatMap(\.points).map(\.step))
      script.range(
        "yrange", over: series.flatMap(\.points).map { 100 * (panel.value($0) ?? .nan) })
      script.plot(elements(panel.value, styles: styles, into: &script))
      script.line("unset key")
    }
    script.line("unset multiplot")
  }

  private func elements(
    _ value: (ArmCurvePoint) -> Double?, styles: [SeriesStyle], into script: inout GnuplotScript
  ) -> [String] {
    var faint: [String] = []
    var bold: [String] = []
    for (arm, style) in zip(arms, styles) {
      let curves = series.filter { $0.arm == arm }.map { series in
        series.points.compactMap { point in
          value(point).map { SeedMean.Point(step: point.step, value: 100 * $0) }
        }
      }.filter { $0.contains { $0.value.isFinite } }
      guard !curves.isEmpty else { continue }
      if curves.count > 1 {
        for curve in curves {
          let block = script.data(curve.map { [Double($0.step), $0.value] })
          faint.append("\(block) using 1:2 notitle with lines \(style.faint)")
        }
      }
      let mean = SeedMean.over(curves)
      let block = script.data(mean.map { [Double($0.step), $0.value] })
      bold.append(
        "\(block) using 1:2 title \(GnuplotScript.quoted(arm)) with linespoints "
          + style.marked(width: 2.6, every: max(1, mean.count / 6)))
    }
    return faint + bold
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
      return Point(step: point.step, value: values.reduce(0, +) / Double(values.count))
    }
  }
}
