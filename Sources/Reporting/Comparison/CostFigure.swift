import Foundation
public import SelfPlay
import Statistics

/// pass@k against cost, one curve per arm: by the arm's own cost, and with its outer loop's added.
public struct CostFigure: Figure {
  public var arms: [String]
  /// In arm order.
  public var curves: [[ComparedArm.CurvePoint]]
  public var seeds: [Int]
  public var baseline: String
  public var k: Int
  public var axis: CostAxis
  /// How each arm mixes in hard-train, by arm name.
  public var mixings: [String: ArmConfiguration.Mixing]
  public var fileName = "pass-at-k-by-cost"

  public init(_ comparison: RunComparison) {
    arms = comparison.arms.map(\.name)
    curves = comparison.curves
    seeds = comparison.arms.map(\.seedCount)
    baseline = comparison.baseline
    k = comparison.k
    axis = comparison.axis
    mixings = Dictionary(
      comparison.runs.flatMap(\.design.arms).map { ($0.name, $0.mixing) }, uniquingKeysWith: { $1 })
  }

  /// With more arms than this, each way of mixing in hard-train gets its own panels.
  private static let crowd = 8
  private var isCrowded: Bool { arms.count > Self.crowd }

  /// The arms of each row of panels; the baseline is in each.
  private var rows: [(title: String, members: [Int])] {
    let indices = Array(arms.indices)
    guard isCrowded else { return [("", indices)] }
    let ways = ArmConfiguration.Mixing.withHardTrain
    let rest = indices.filter { index in !ways.contains { $0 == mixings[arms[index]] } }
    let others = ways.compactMap { way -> (title: String, members: [Int])? in
      let members = indices.filter { mixings[arms[$0]] == way }
      return members.isEmpty
        ? nil : (way.words, indices.filter { members.contains($0) || arms[$0] == baseline })
    }
    guard rest.count > 1, !others.isEmpty else { return [("", indices)] }
    return [("not mixed with hard-train", rest)] + others
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
      pass@\(k) on hard-test against \(axis.name). \(panels) Means over seeds (\(size)); \
      bars\(isCrowded ? ", at the last point only" : ""): \(RunComparison.intervals). Costs within \
      an arm are shares of its total by steps.
      """
  }

  /// Whether an outer loop's cost can be added on this axis.
  private var isSplit: Bool { axis != .steps }

  /// The legend of one row of panels; styles are distinct within the row.
  private func legend(of row: [Int]) -> LegendGrid {
    let names = row.map { arms[$0] }
    return LegendGrid(
      names: names, styles: SeriesStyle.styles(of: names, reference: baseline), width: Self.width)
  }

  private static let width = 1200
  private static let rowHeight = 560.0
  public var size: (width: Int, height: Int) {
    (
      Self.width,
      Int(rows.reduce(0) { $0 + legend(of: $1.members).height + Self.rowHeight })
    )
  }

  public func plot(into script: inout GnuplotScript) {
    let height = Double(size.height)
    script.prepare()
    script.line("set multiplot")
    let panels: [(title: String, cost: @Sendable (ComparedArm.CurvePoint) -> Double?)] =
      isSplit
      ? [("own cost", \.own), ("with the teacher's loop", \.withTeacher)]
      : [("", \.own)]
    let points = curves.joined()
    let width = 0.89 / Double(panels.count)
    var top = 0.0
    for group in rows {
      let legend = legend(of: group.members)
      legend.draw(into: &script, top: top + 4, figureHeight: height)
      top += legend.height
      defer { top += Self.rowHeight }
      for (index, panel) in panels.enumerated() {
        let left = 0.08 + Double(index) * (width + 0.015)
        script.panel(
          left: left, right: left + width - 0.045, top: (top + 48) / height,
          bottom: (top + Self.rowHeight - 82) / height)
        let (scale, unit) = Self.unit(points.compactMap(panel.cost).filter(\.isFinite).max() ?? 1)
        let title = [group.title, panel.title].filter { !$0.isEmpty }.joined(separator: ": ")
        script.line("set title \(GnuplotScript.quoted(title)) offset 0,-0.4")
        script.line("set xlabel '\(axis.name)\(unit)'")
        script.line(index == 0 ? "set ylabel 'pass@\(k) on hard-test (%)'" : "unset ylabel")
        let costs = points.compactMap { point in panel.cost(point).map { $0 / scale } }
        let greatest = max(costs.filter(\.isFinite).max() ?? 1, .leastNormalMagnitude)
        script.line("set xrange [\(-0.02 * greatest):\(1.06 * greatest)]")
        script.range(
          "yrange",
          over: points.flatMap { [100 * $0.estimate.value, 100 * $0.estimate.upper] })
        script.plot(
          elements(
            panel.cost, of: group.members, scale: scale, styles: legend.styles, into: &script))
      }
    }
    script.line("unset multiplot")
  }

  private func elements(
    _ cost: (ComparedArm.CurvePoint) -> Double?, of members: [Int], scale: Double,
    styles: [SeriesStyle], into script: inout GnuplotScript
  ) -> [String] {
    var bars: [String] = []
    var lines: [String] = []
    for (index, style) in zip(members, styles) {
      let curve = curves[index]
      let rows = curve.compactMap { point in
        cost(point).map {
          [
            $0 / scale, 100 * point.estimate.value, 100 * point.estimate.lower,
            100 * point.estimate.upper,
          ]
        }
      }
      guard !rows.isEmpty else { continue }
      let block = script.data(rows)
      let barred = isCrowded ? script.data(rows.suffix(1)) : block
      bars.append(
        "\(barred) using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 "
          + "linecolor rgb '#55\(style.color.dropFirst())'")
      lines.append(
        "\(block) using 1:2 notitle with linespoints " + style.marked(width: 2.4, size: 1.4))
    }
    return bars + lines
  }

  /// A power of ten to divide by, with its label: gnuplot's own would crowd the axis.
  static func unit(_ greatest: Double) -> (scale: Double, words: String) {
    guard greatest >= 1e4, greatest.isFinite else { return (1, "") }
    let exponent = Int(log10(greatest) / 3) * 3
    return (pow(10, Double(exponent)), " (10^\(exponent))")
  }
}
