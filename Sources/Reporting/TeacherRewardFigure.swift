public import RunStore
public import SelfPlay

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
    /// The run's name, if the figure has several.
    public var run: String?
    /// tau of this loop, 0 to 1; nil takes the figure's tau.
    public var threshold: Double?
    public var points: [Point]

    public init(seed: Int, run: String? = nil, threshold: Double? = nil, points: [Point]) {
      self.seed = seed
      self.run = run
      self.threshold = threshold
      self.points = points
    }

    fileprivate var name: String { (run.map { "\($0), " } ?? "") + "seed \(seed)" }
  }

  public var panels: [Panel]
  /// tau, 0 to 1.
  public var threshold: Double
  public var teacher = OuterStepRecord.defaultTeacher
  /// A reward scheme other than the grounded one, with its own units; nil is the grounded one.
  public var scheme: String?
  /// What of the students the grounded reward is the gain in.
  public var measure = SOARConfiguration.RewardMeasure.greedy
  /// The loop's look.
  var style = SeriesStyle.other(0)
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
    self.teacher = teacher
    scheme = steps.lazy.compactMap(\.scheme).first { !OuterStepRecord.isGain($0) }
  }

  /// One teacher's loops in several runs, a panel per run and seed.
  public init(runs: [(name: String, steps: [OuterStepRecord])], teacher: String) {
    let figures = runs.map { (name: $0.name, figure: Self(steps: $0.steps, teacher: teacher)) }
    self.init(
      panels: figures.flatMap { run in
        run.figure.panels.map { panel in
          var panel = panel
          panel.run = runs.count > 1 ? run.name : nil
          panel.threshold = run.figure.threshold
          return panel
        }
      }, threshold: figures.lazy.map(\.figure.threshold).first(where: \.isFinite) ?? .nan)
    self.teacher = teacher
    scheme = figures.lazy.compactMap(\.figure.scheme).first
  }

  public var caption: String {
    let promotions = panels.map { $0.points.filter(\.isPromoted).count }.reduce(0, +)
    let whose = teacher == OuterStepRecord.defaultTeacher ? "" : " of \(teacher)"
    let thresholds = Set(panels.map { shown($0.threshold ?? threshold) }).sorted()
    let runs = Set(panels.compactMap(\.run)).count
    let seeds = Set(panels.map(\.seed)).sorted()
    let what =
      scheme.map { "of the scheme \($0), in its units" }
      ?? "mean change of the students' \(measure.words) on hard-train, in percentage points"
    return """
      Teacher reward R_t\(whose) over the outer steps (\(what)), its moving average, the threshold \
      (\(thresholds.isEmpty ? shown(threshold) : thresholds.joined(separator: " or "))\
      \(scheme == nil ? " points" : "")\(hidesThreshold ? ", beyond the axis" : "")) and promotions (\(promotions) in all). \
      \(runs > 1 ? "\(panels.count) outer loops, " : "")\(seeds.count.counted("seed")): \(seeds.listed). After Fig. 19 of the paper.
      """
  }

  /// Factor to percentage points, for rewards that are differences of shares.
  private var scale: Double { scheme == nil ? 100 : 1 }

  private func shown(_ value: Double) -> String {
    scheme == nil ? Format.points(value) : Format.fixed(value, digits: 3)
  }

  private var rewards: [Double] {
    panels.flatMap(\.points).flatMap { [scale * $0.reward, scale * $0.movingAverage] }
  }

  /// In the figure's unit.
  private var thresholds: [Double] { panels.map { scale * ($0.threshold ?? threshold) } }

  /// Whether an axis that reaches a threshold would make a flat line of the rewards.
  private var hidesThreshold: Bool {
    let greatest = rewards.filter(\.isFinite).map(abs).max() ?? 0
    return greatest > 0 && thresholds.contains { $0 > 10 * greatest }
  }

  private var shownValues: [Double] { hidesThreshold ? rewards : rewards + thresholds }

  private var columns: Int { panels.count > 4 ? 2 : 1 }
  private var rows: Int { max(1, (panels.count + columns - 1) / columns) }

  /// A name inside a panel would cover what is drawn there.
  private static let titleHeight = 26.0
  private static let legendHeight = 62.0
  private static let footHeight = 78.0

  public var size: (width: Int, height: Int) {
    let rowHeight = rows == 1 ? 430 : 230 + Self.titleHeight
    return (1000, Int(Self.legendHeight + Self.footHeight + rowHeight * Double(rows)))
  }

  public func plot(into script: inout GnuplotScript) {
    let promotion = SeriesStyle.event
    let height = Double(size.height)
    let points = panels.flatMap(\.points)
    script.prepare()
    script.line("set multiplot")
    script.legend(
      [
        "'R_t' with linespoints \(rewardLook)",
        "'moving average' with lines \(style.line(width: 3))",
        "'threshold' with lines \(Self.thresholdLook)",
        "'promotion' with points pointtype 9 pointsize pointScale*2 linecolor rgb '\(promotion.color)'",
      ], columns: 2, top: 4 / height)
    let what = measure == .greedy ? "accuracy" : "probability"
    script.line(
      "set label 1 '\(scheme == nil ? "change in \(what) (percentage points)" : "reward")' at "
        + "screen 0.02,0.5 center rotate by 90")
    if panels.isEmpty {
      script.panel(left: 0.09, right: 0.98, top: 0.13, bottom: 0.88)
      script.plot([])
    }
    let rowHeight = (height - Self.legendHeight - Self.footHeight) / Double(rows)
    let values = shownValues
    let room = GnuplotScript.roomForDigits(of: values) / Double(size.width)
    let columnWidth = (0.885 - room) / Double(columns)
    for (index, panel) in panels.enumerated() {
      let top = Self.legendHeight + Double(index / columns) * rowHeight
      let left = 0.1 + room + Double(index % columns) * columnWidth
      script.panel(
        left: left, right: left + columnWidth - (columns > 1 ? 0.05 + room : 0),
        top: (top + Self.titleHeight + 8) / height, bottom: (top + rowHeight - 10) / height)
      script.stepRange(points.map(\.step))
      script.range("yrange", over: values)
      script.rewardTics(over: values)
      let isLowest = index + columns >= panels.count
      script.line("set format x '\(isLowest ? "%g" : "")'")
      script.line(isLowest ? "set xlabel 'outer step t'" : "unset xlabel")
      script.line("set title \(GnuplotScript.quoted(panel.name)) offset 0,-0.7 font ',13'")
      script.plot(elements(panel, into: &script))
      script.line("unset label 1")
    }
    script.line("unset multiplot")
  }

  private var rewardLook: String {
    "pointtype 7 pointsize pointScale*0.6 linewidth 1.2 linecolor rgb '#88\(style.color.dropFirst())'"
  }
  private static let thresholdLook = "linewidth 2 dashtype 2 linecolor rgb '#000000'"

  private func elements(_ panel: Panel, into script: inout GnuplotScript) -> [String] {
    guard panel.points.contains(where: { $0.reward.isFinite }) else { return [] }
    let rewards = script.data(
      panel.points.map { [Double($0.step), scale * $0.reward, scale * $0.movingAverage] })
    var elements = [
      "0 notitle with lines linewidth 1 linecolor rgb '#888888'",
      "\(rewards) using 1:2 notitle with linespoints \(rewardLook)",
      "\(rewards) using 1:3 notitle with lines \(style.line(width: 3))",
    ]
    let threshold = panel.threshold ?? threshold
    if threshold.isFinite {
      elements.insert("\(scale * threshold) notitle with lines \(Self.thresholdLook)", at: 1)
    }
    // A promotion without a finite average is marked at zero rather than lost.
    let promoted = panel.points.filter(\.isPromoted).map {
      [Double($0.step), $0.movingAverage.isFinite ? scale * $0.movingAverage : 0]
    }
    if !promoted.isEmpty {
      let block = script.data(promoted)
      let color = "linecolor rgb '\(SeriesStyle.event.color)'"
      elements.append("\(block) using 1:2 notitle with impulses linewidth 1.5 \(color)")
      elements.append(
        "\(block) using 1:2 notitle with points pointtype 9 pointsize pointScale*2 \(color)")
    }
    return elements
  }
}
