/// pass@k over training, a panel per arm and a line per seed: the variation behind each mean.
public struct TrajectoriesFigure: Figure {
  public var arms: [ComparedArm]
  public var k: Int
  public var fileName = "trajectories"

  /// Leaves out arms that were measured only once.
  public init(arms: [ComparedArm], k: Int) {
    self.arms = arms.filter { arm in arm.units.contains { $0.points.count > 1 } }
    self.k = k
  }

  public var caption: String {
    """
    pass@\(k) on hard-test over the training steps of each arm, a line per student; students of \
    one seed and run look alike (\(lines.count) seeds in all). All panels have the same axes.
    """
  }

  /// The seeds of all arms, each with its run; the run is named only if there are several.
  private var lines: [(run: String, seed: Int)] {
    arms.flatMap(\.units).reduce(into: []) { lines, unit in
      if !lines.contains(where: { $0.run == unit.run && $0.seed == unit.seed }) {
        lines.append((unit.run, unit.seed))
      }
    }
  }

  private var names: [String] {
    let isOneRun = Set(lines.map(\.run)).count < 2
    return lines.map { isOneRun ? "seed \($0.seed)" : "\(Self.tail($0.run)), seed \($0.seed)" }
  }

  /// The last component of a path, which best distinguishes runs.
  private static func tail(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func width(columns: Int) -> Int { columns > 3 ? 1500 : 1200 }
  /// The part of the width that panels have.
  private static let panelShare = 0.91

  /// As many as leave room for the longest title, but two at least.
  private var columns: Int {
    let longest = GnuplotScript.longest(of: arms.map(\.name))
    let title = GnuplotScript.characterWidth * Double(longest) + 12
    let fitting = (2...(arms.count > 12 ? 4 : 3)).last { columns in
      Double(columns) * title <= Self.panelShare * Double(Self.width(columns: columns))
    }
    return max(1, min(fitting ?? 2, arms.count))
  }
  private var rows: Int { max(1, (arms.count + columns - 1) / columns) }
  private var legend: LegendGrid {
    LegendGrid(
      names: names, styles: names.indices.map(SeriesStyle.other),
      width: Self.width(columns: columns))
  }
  private static let footHeight = 66.0
  public var size: (width: Int, height: Int) {
    (
      legend.width,
      Int(legend.height + Self.footHeight) + 40 + (columns > 3 ? 265 : 320) * rows
    )
  }

  public func plot(into script: inout GnuplotScript) {
    let legend = legend
    let styles = legend.styles
    let height = Double(size.height)
    script.prepare()
    script.line("set multiplot")
    legend.draw(into: &script, top: 4, figureHeight: height)
    script.line(
      "set label 1 'pass@\(k) on hard-test (%)' at screen 0.016,0.5 center rotate by 90")
    if arms.isEmpty {
      script.panel(left: 0.09, right: 0.98, top: 0.13, bottom: 0.8)
      script.plot([])
    }
    let points = arms.flatMap(\.units).flatMap(\.points)
    let values = points.map { 100 * $0.mean(k: k) }
    let rowHeight = (height - legend.height - Self.footHeight) / Double(rows)
    let width = Self.panelShare / Double(columns)
    for (index, arm) in arms.enumerated() {
      let top = legend.height + Double(index / columns) * rowHeight
      let left = 0.08 + Double(index % columns) * width
      script.panel(
        left: left, right: left + width - 0.04, top: (top + 48) / height,
        bottom: (top + rowHeight - 40) / height)
      script.line("set format y '\(index % columns == 0 ? "%g" : "")'")
      script.stepRange(points.map(\.step), intervals: columns > 3 ? 4 : 6)
      script.range("yrange", over: values)
      script.tics("ytics", to: values.filter(\.isFinite).max() ?? 0, intervals: 5)
      script.line("set title \(GnuplotScript.legendText(arm.name)) offset 0,-0.5")
      script.line(
        index + columns >= arms.count ? "set xlabel 'training step'" : "unset xlabel")
      script.plot(
        arm.units.compactMap { unit in
          guard
            let line = lines.firstIndex(where: { $0.run == unit.run && $0.seed == unit.seed })
          else { return nil }
          let block = script.data(
            unit.points.map { [Double($0.step), 100 * $0.mean(k: k)] })
          return "\(block) using 1:2 notitle with linespoints \(styles[line].marked(width: 2))"
        })
      script.line("unset label 1")
    }
    script.line("unset multiplot")
  }
}
