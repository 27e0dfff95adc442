public import RunStore

/// The teacher's reward over the outer loop, a panel per seed, after the paper's figure 19.
public struct TeacherRewardFigure: Figure {
  public struct Point: Sendable, Equatable {
    public var step: Int
    /// R_t, 0 to 1.
    public var reward: Double
    public var movingAverage: Double
    public var isPromoted: Bool

    public init(step: Int, reward: Double, movingAverage: Double, isPromoted: Bool) {
      self.step = step
      self.reward = reward
      self.movingAverage = movingAverage
      self.isPromoted = isPromoted
    }
  }

  public struct Panel: Sendable, Equatable {
    public var seed: Int
    public var points: [Point]

    public init(seed: Int, points: [Point]) {
      self.seed = seed
      self.points = points
    }
  }

  public var panels: [Panel]
  /// tau, 0 to 1.
  public var threshold: Double
  public var fileName = "teacher-reward"

  public init(panels: [Panel], threshold: Double) {
    self.panels = panels
    self.threshold = threshold
  }

  public init(steps: [OuterStepRecord], teacher: String = OuterStepRecord.defaultTeacher) {
    let steps = steps.filter { $0.teacher == teacher }
    let seeds = Set(steps.map(\.seed)).sorted()
    self.init(
      panels: seeds.map { seed in
        Panel(
          seed: seed,
          points: steps.filter { $0.seed == seed }.map {
            Point(
              step: $0.step, reward: $0.meanReward, movingAverage: $0.movingAverage,
              isPromoted: $0.isPromoted)
          })
      },
      threshold: steps.first?.threshold ?? .nan)
  }

  public var caption: String {
    let promotions = panels.map { $0.points.filter(\.isPromoted).count }.reduce(0, +)
    return """
      Teacher reward R_t over the outer steps (mean change of the students' greedy accuracy on \
      hard-train, in percentage points), its moving average, the threshold \
      (\(Format.points(threshold)) points) and promotions (\(promotions) in all). \
      \(panels.count.counted("seed")): \(panels.map(\.seed).listed). After Fig. 19 of the paper.
      """
  }

  private var columns: Int { panels.count > 4 ? 2 : 1 }
  private var rows: Int { max(1, (panels.count + columns - 1) / columns) }

  public var size: (width: Int, height: Int) {
    (1000, 130 + (rows == 1 ? 420 : 230 * rows))
  }

  public func plot(into script: inout GnuplotScript) {
    script.prepare()
    let height = Double(size.height)
    script.line(
      """
      set multiplot layout \(rows),\(columns) rowsfirst margins screen \
      0.09,0.975,\(72 / height),\(1 - 70 / height) \
      spacing screen 0.07,\(34 / height)
      """)
    script.line(
      """
      set key at screen 0.53,\(1 - 8 / height) center top horizontal maxcols 4 samplen 2.5 \
      width 1
      """)
    script.line(
      "set label 1 'change in accuracy (percentage points)' at screen 0.018,0.5 "
        + "center rotate by 90")
    let points = panels.flatMap(\.points)
    script.stepRange(points.map(\.step))
    script.range(
      "yrange",
      over: points.flatMap { [100 * $0.reward, 100 * $0.movingAverage] } + [100 * threshold])
    if panels.isEmpty { script.plot([]) }
    for (index, panel) in panels.enumerated() {
      if index >= panels.count - columns {
        script.line("set xlabel 'outer step t'")
      }
      script.line(
        "set label 2 'seed \(panel.seed)' at graph 0.012,0.93 left front "
          + "textcolor rgb '#333333' font ',14'")
      script.plot(elements(panel, into: &script))
      script.line("unset key")
      script.line("unset label 1")
    }
    script.line("unset multiplot")
  }

  private func elements(_ panel: Panel, into script: inout GnuplotScript) -> [String] {
    let finite = panel.points.filter { $0.reward.isFinite }
    guard !finite.isEmpty else { return [] }
    let rewards = script.data(
      panel.points.map { [Double($0.step), 100 * $0.reward, 100 * $0.movingAverage] })
    // A promotion without a finite average stands at the bottom, not nowhere; when a seed has
    // none, the legend still explains the mark.
    let promoted = panel.points.filter(\.isPromoted).map {
      [Double($0.step), $0.movingAverage.isFinite ? 100 * $0.movingAverage : 0]
    }
    let promotions = script.data(promoted.isEmpty ? [[-1e9, 0]] : promoted)
    let average = SeriesStyle.other(0)
    let promotion = SeriesStyle.other(1)
    return [
      "0 notitle with lines linewidth 1 linecolor rgb '#888888'",
      threshold.isFinite
        ? "\(100 * threshold) title 'threshold' with lines linewidth 2 dashtype 2 "
          + "linecolor rgb '#000000'" : nil,
      "\(promotions) using 1:2 notitle with impulses linewidth 1.5 "
        + "linecolor rgb '\(promotion.color)'",
      "\(rewards) using 1:2 title 'R_t' with linespoints pointtype 7 pointsize 0.6 "
        + "linewidth 1.2 linecolor rgb '#56B4E9'",
      "\(rewards) using 1:3 title 'moving average' with lines \(average.line(width: 3))",
      "\(promotions) using 1:2 title 'promotion' with points pointtype 9 pointsize 2 "
        + "linecolor rgb '\(promotion.color)'",
    ].compactMap { $0 }
  }
}
