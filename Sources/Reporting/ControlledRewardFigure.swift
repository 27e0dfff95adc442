import Diagnostics
public import RunStore
public import SelfPlay

/// R_t of each grounded loop beside that of the loop with permuted rewards: what the control earns is
/// drift, so only the distance between the two is learning.
public struct ControlledRewardFigure: Figure {
  private struct Loop: Sendable {
    var name: String
    /// R_t of each seed, in percentage points.
    var curves: [[SeedMean.Point]]
    /// R_t at the promotions of all seeds.
    var promotions: [SeedMean.Point]
    var seeds: [Int]

    init(_ name: String, _ steps: [OuterStepRecord]) {
      self.name = name
      let own = steps.filter { $0.teacher == name && $0.meanReward.isFinite }
        .sorted { $0.step < $1.step }
      func point(_ step: OuterStepRecord) -> SeedMean.Point {
        SeedMean.Point(step: step.step, value: 100 * step.meanReward)
      }
      seeds = Set(own.map(\.seed)).sorted()
      curves = seeds.map { seed in own.filter { $0.seed == seed }.map(point) }
      promotions = own.filter(\.isPromoted).map(point)
    }
  }

  private var loops: [Loop]
  /// By the name of the loop that they are beside.
  private var controls: [String: Loop]
  var looks: Looks
  /// What of the students the rewards are gains in.
  public var measure = SOARConfiguration.RewardMeasure.greedy
  public var fileName = "teacher-reward"

  /// - Parameter kinds: what each loop's questions are (``RunConfiguration/questionKind(of:)``), by its
  ///   name: a control is one only for loops of the same kind.
  /// - Returns: nil without a grounded loop and a permuted one of its kind.
  public init?(steps: [OuterStepRecord], kinds: [String: String] = [:]) {
    let gains = steps.filter { OuterStepRecord.isGain($0.scheme) && $0.meanReward.isFinite }
    func names(_ isControl: Bool) -> [String] {
      gains.filter { ($0.scheme == OuterStepRecord.permutedScheme) == isControl }
        .reduce(into: []) { if !$0.contains($1.teacher) { $0.append($1.teacher) } }
    }
    loops = names(false).map { Loop($0, gains) }
    looks = Looks(steps: steps)
    controls = [:]
    for name in loops.map(\.name) {
      controls[name] = names(true).first { kinds[$0] == kinds[name] }.map { Loop($0, gains) }
    }
    guard !controls.isEmpty else { return nil }
  }

  private var controlNames: String {
    loops.compactMap { controls[$0.name]?.name }.distinct.listedNames
  }

  public var caption: String {
    let promotions = loops.map(\.promotions.count).reduce(0, +)
    let seeds = (loops + controls.values).flatMap(\.seeds)
    let all = Set(seeds).sorted()
    return """
      Teacher reward R_t over the outer steps: mean change of the students' \(measure.words) on \
      hard-train, in percentage points, of the \(loops.count == 1 ? "loop" : "loops") \(loops.map(\.name).listedNames) beside \
      \(controlNames), whose rewards are shuffled among the datasets of each step (only where it has \
      questions of the same kind). Bold: mean over \
      seeds, where all have a value; thin: single seeds; triangles: promotions (\(promotions) in all). \
      \(all.count.counted("seed")): \(all.listed).
      """
  }

  private var columns: Int { loops.count > 1 ? 2 : 1 }
  private var rows: Int { (loops.count + columns - 1) / columns }
  private static let panelHeight = 376.0
  private static let footHeight = 66.0

  private var legend: LegendGrid {
    let beside = loops.compactMap { controls[$0.name]?.name }.distinct
    let hasPromotions = loops.contains { !$0.promotions.isEmpty }
    return LegendGrid(
      names: loops.map(\.name) + beside.map { "control: \($0)" }
        + (hasPromotions ? ["promotion"] : []),
      styles: (loops.map(\.name) + beside).map(looks.loop) + [.event], width: width,
      bareMarks: hasPromotions ? 1 : 0)
  }
  private var width: Int { columns > 1 ? 1200 : 1000 }

  public var size: (width: Int, height: Int) {
    (width, Int(legend.height + Self.footHeight + Self.panelHeight * Double(rows)))
  }

  public func plot(into script: inout GnuplotScript) {
    let (width, height) = (Double(size.width), Double(size.height))
    script.prepare()
    script.line("set multiplot")
    let legend = legend
    legend.draw(into: &script, top: 4, figureHeight: height)
    script.line("unset key")
    script.line(
      "set label 1 'R_t (percentage points of hard-train)' at screen "
        + "\(20 / width),0.5 center rotate by 90")
    let curves = (loops + controls.values).flatMap(\.curves).joined()
    let (leftEdge, rightEdge, gap) = (
      104 + GnuplotScript.roomForDigits(of: curves.map(\.value)), 20.0, 30.0
    )
    let pitch = (width - leftEdge - rightEdge + gap) / Double(columns)
    for (index, loop) in loops.enumerated() {
      let left = leftEdge + pitch * Double(index % columns)
      let top = legend.height + Self.panelHeight * Double(index / columns)
      script.panel(
        left: left / width, right: (left + pitch - gap) / width,
        top: (top + (loops.count > 1 ? 44 : 14)) / height,
        bottom: (top + Self.panelHeight - 16) / height)
      script.stepRange(curves.map(\.step))
      script.range("yrange", over: curves.map(\.value))
      script.rewardTics(over: curves.map(\.value))
      let isLowest = index + columns >= loops.count
      script.line("set format x '\(isLowest ? "%g" : "")'")
      script.line("set format y '\(index % columns == 0 ? "%g" : "")'")
      script.line(isLowest ? "set xlabel 'outer step t'" : "unset xlabel")
      if loops.count > 1 {
        script.line("set title \(GnuplotScript.quoted(loop.name)) offset 0,-0.6")
      }
      script.plot(elements(loop, into: &script))
      script.line("unset label 1")
    }
    script.line("unset multiplot")
  }

  private func elements(_ loop: Loop, into script: inout GnuplotScript) -> [String] {
    var elements = ["0 notitle with lines linewidth 1.4 linecolor rgb '#333333'"]
    var means: [String] = []
    for curve in [controls[loop.name], loop].compactMap({ $0 }) {
      let style = looks.loop(curve.name)
      if curve.curves.count > 1 {
        for seed in curve.curves {
          let block = script.data(seed.map { [Double($0.step), $0.value] })
          elements.append("\(block) using 1:2 notitle with lines \(style.faint)")
        }
      }
      let mean = SeedMean.over(curve.curves)
      let block = script.data(mean.map { [Double($0.step), $0.value] })
      means.append(
        "\(block) using 1:2 notitle with linespoints "
          + style.marked(width: 3, every: max(1, mean.count / 12), size: 1))
    }
    if !loop.promotions.isEmpty {
      let block = script.data(loop.promotions.map { [Double($0.step), $0.value] })
      means.append("\(block) using 1:2 notitle with points \(SeriesStyle.event.mark(size: 1.8))")
    }
    return elements + means
  }
}
