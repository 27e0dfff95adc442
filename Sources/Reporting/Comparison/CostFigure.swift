import Foundation

/// pass@k against what it cost, a curve per arm: by the arm's own cost, and with the outer loop that
/// it draws on added.
public struct CostFigure: Figure {
  public var arms: [String]
  /// In the order of the arms.
  public var curves: [[ComparedArm.CurvePoint]]
  public var seeds: [Int]
  public var baseline: String
  public var k: Int
  public var axis: CostAxis
  public var fileName = "pass-at-k-by-cost"

  public init(_ comparison: RunComparison) {
    arms = comparison.arms.map(\.name)
    curves = comparison.curves
    seeds = comparison.arms.map(\.seedCount)
    baseline = comparison.baseline
    k = comparison.k
    axis = comparison.axis
  }

  public var caption: String {
    let counts = Set(seeds).sorted()
    let size =
      counts.count == 1 ? (counts.first ?? 0).counted("seed") : "\(counts.listed) seeds per arm"
    let panels =
      isSplit
      ? "Left: the arm's own training and sampling; right: with the outer loop of the teacher that "
        + "it draws on, up to what it needs of it, so that its curve starts at that cost."
      : "Steps are those of the student alone; an outer loop has no place on this axis."
    return """
      pass@\(k) on hard-test against \(axis.name). \(panels) Means over seeds (\(size)); bars: \
      \(RunComparison.intervals). Costs within an arm are shares of its total by steps.
      """
  }

  /// Whether an outer loop's cost can be added on this axis.
  private var isSplit: Bool { axis != .steps }

  private var legend: (columns: Int, rows: Int) {
    GnuplotScript.legendShape(of: arms, width: size.width, limit: 4)
  }
  private var legendHeight: Double { 14 + 26 * Double(legend.rows) }
  public var size: (width: Int, height: Int) { (1200, 640) }

  public func plot(into script: inout GnuplotScript) {
    let styles = SeriesStyle.styles(of: arms, reference: baseline)
    let height = Double(size.height)
    script.prepare()
    script.line("set multiplot")
    script.legend(
      zip(arms, styles).map { arm, style in
        "\(GnuplotScript.legendText(arm)) with linespoints \(style.marked(width: 2.4, size: 1.4))"
      }, columns: legend.columns, top: 4 / height)
    let panels: [(title: String, cost: @Sendable (ComparedArm.CurvePoint) -> Double?)] =
      isSplit
      ? [("own cost", \.own), ("with the teacher's outer loop", \.withTeacher)]
      : [("", \.own)]
    let points = curves.joined()
    for (index, panel) in panels.enumerated() {
      let width = 0.89 / Double(panels.count)
      let left = 0.08 + Double(index) * (width + 0.015)
      script.panel(
        left: left, right: left + width - 0.045, top: (legendHeight + 48) / height,
        bottom: (height - 88) / height)
      let (scale, unit) = Self.unit(points.compactMap(panel.cost).filter(\.isFinite).max() ?? 1)
      script.line("set title \(GnuplotScript.quoted(panel.title)) offset 0,-0.4")
      script.line("set xlabel '\(axis.name)\(unit)'")
      script.line(index == 0 ? "set ylabel 'pass@\(k) on hard-test (%)'" : "unset ylabel")
      let costs = points.compactMap { point in panel.cost(point).map { $0 / scale } }
      let greatest = max(costs.filter(\.isFinite).max() ?? 1, .leastNormalMagnitude)
      script.line("set xrange [\(-0.02 * greatest):\(1.06 * greatest)]")
      script.range(
        "yrange",
        over: points.flatMap { [100 * $0.estimate.mean, 100 * ($0.estimate.high ?? .nan)] }
      )
      script.plot(elements(panel.cost, scale: scale, styles: styles, into: &script))
    }
    script.line("unset multiplot")
  }

  private func elements(
    _ cost: (ComparedArm.CurvePoint) -> Double?, scale: Double, styles: [SeriesStyle],
    into script: inout GnuplotScript
  ) -> [String] {
    var bars: [String] = []
    var lines: [String] = []
    for (curve, style) in zip(curves, styles) {
      let rows = curve.compactMap { point in
        cost(point).map {
          [
            $0 / scale, 100 * point.estimate.mean, 100 * (point.estimate.low ?? .nan),
            100 * (point.estimate.high ?? .nan),
          ]
        }
      }
      guard !rows.isEmpty else { continue }
      let block = script.data(rows)
      bars.append(
        "\(block) using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 "
          + "linecolor rgb '#55\(style.color.dropFirst())'")
      lines.append(
        "\(block) using 1:2 notitle with linespoints " + style.marked(width: 2.4, size: 1.4))
    }
    return bars + lines
  }

  /// A power of ten to divide by, with its words: gnuplot's own would crowd the axis.
  static func unit(_ greatest: Double) -> (scale: Double, words: String) {
    guard greatest >= 1e4, greatest.isFinite else { return (1, "") }
    let exponent = Int(log10(greatest) / 3) * 3
    return (pow(10, Double(exponent)), " (10^\(exponent))")
  }
}
