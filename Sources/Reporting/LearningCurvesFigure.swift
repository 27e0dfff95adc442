public import RunStore
public import SelfPlay
import Statistics

/// Fresh students over their training by who wrote their questions, a panel per way of mixing.
public struct LearningCurvesFigure: Figure, Equatable {
  struct Point: Sendable, Equatable {
    var step: Int
    /// Over seeds and problems, 0 to 1.
    var mean: CrossedMean
    /// Each seed's mean.
    var seeds: [Double]

    /// One standard error below and above: 95% intervals of six lines would cover each other.
    var band: [Double] {
      [max(0, mean.value - mean.standardError), min(1, mean.value + mean.standardError)]
    }
  }

  struct Line: Sendable, Equatable {
    /// Index among the writers.
    var writer: Int
    var mixing: ArmConfiguration.Mixing
    /// For a curriculum: the step from which on the student trains on hard-train.
    var hardFrom: Int
    var seeds: Int
    var points: [Point]
  }

  private struct Series: Sendable, Equatable {
    var name: String
    var style: SeriesStyle
  }

  /// Most writers in one figure.
  static let limit = 6

  private var writers: [Series]
  private var lines: [Line]
  private var leftOut: [String]
  private var measure: String
  /// Steps at which the plan compares.
  private var plannedSteps: [Int]
  public var fileName = "learning-curves"

  /// - Returns: nil if no arm with synthetic questions was measured at three or more steps.
  public init?(
    _ configuration: RunConfiguration, armRuns: [ArmRunRecord], plannedSteps: [Int] = []
  ) {
    guard let curves = LearningCurves(configuration, armRuns: armRuns) else { return nil }
    let order = curves.writers.indices.sorted {
      (curves.writers[$0].rank, $0) < (curves.writers[$1].rank, $1)
    }
    let shown = Array(order.prefix(Self.limit))
    let looks = Looks(configuration)
    writers = shown.map { place in
      let arm = curves.writers[place].arm
      return Series(name: arm, style: looks.arm(arm))
    }
    lines = curves.lines.compactMap { line in
      guard let place = shown.firstIndex(of: line.writer) else { return nil }
      var line = line
      line.writer = place
      return line
    }
    leftOut = order.dropFirst(Self.limit).map { curves.writers[$0].arm } + curves.repeated
    measure =
      curves.isTest
      ? "pass@\(configuration.evaluation.largestK) on hard-test" : "greedy accuracy on hard-train"
    self.plannedSteps = plannedSteps
  }

  private var mixings: [ArmConfiguration.Mixing] {
    [.alone, .mixed, .curriculum].filter { mixing in lines.contains { $0.mixing == mixing } }
  }

  public var caption: String {
    let counts = lines.map(\.seeds)
    let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
    let seeds = least == most ? most.counted("seed") : "\(least) to \(most.counted("seed"))"
    let spread =
      hasBands
      ? "; bands: one standard error of the mean, over seeds and problems"
      : most > 1 ? "; thin: single seeds" : ""
    let plan =
      plannedSteps.isEmpty
      ? "" : " Dotted: where the plan compares arms, step \(plannedSteps.listed)."
    let rest = leftOut.isEmpty ? "" : " Not shown: \(leftOut.listedNames)."
    return """
      Fresh students over their training steps by who wrote their questions, named by an arm on these \
      questions: \(measure), in percent, mean of \(seeds)\(spread). All panels have the same axes.\(plan)\(rest)
      """
  }

  /// A standard error needs a few seeds; fewer are drawn one by one.
  private var hasBands: Bool { lines.contains { $0.seeds >= Effect.leastSeeds } }

  private var legend: LegendGrid {
    LegendGrid(names: writers.map(\.name), styles: writers.map(\.style), width: width)
  }

  private var width: Int {
    switch mixings.count {
    case ...1: 800
    case 2: 1100
    default: 1300
    }
  }

  public var size: (width: Int, height: Int) { (width, 516 + Int(legend.height)) }

  public func plot(into script: inout GnuplotScript) {
    let (width, height) = (Double(size.width), Double(size.height))
    script.prepare()
    script.line("set style fill transparent solid 0.14 noborder")
    script.line("set multiplot")
    let legend = legend
    legend.draw(into: &script, top: 4, figureHeight: height)
    script.line("set style fill transparent solid 0.14 noborder")
    script.line("unset key")
    script.line("set xlabel 'student step'")
    let points = lines.flatMap(\.points)
    let values = points.flatMap { point in
      (hasBands ? point.band : point.seeds) + [point.mean.value]
    }
    for (index, step) in plannedSteps.enumerated() {
      script.line(
        "set arrow \(index + 1) from \(step), graph 0 to \(step), graph 1 nohead back "
          + "linewidth 1.4 dashtype 3 linecolor rgb '#555555'")
    }
    let (leftEdge, rightEdge, gap) = (98.0, 20.0, 34.0)
    let pitch = (width - leftEdge - rightEdge + gap) / Double(mixings.count)
    for (index, mixing) in mixings.enumerated() {
      let left = leftEdge + pitch * Double(index)
      script.panel(
        left: left / width, right: (left + pitch - gap) / width,
        top: (legend.height + 48) / height, bottom: (height - 86) / height)
      script.line("set title \(GnuplotScript.quoted(title(mixing))) offset 0,-0.4")
      script.line(
        index == 0 ? "set ylabel \(GnuplotScript.quoted("\(measure) (%)"))" : "unset ylabel")
      script.line("set format y '\(index == 0 ? "%g" : "")'")
      script.stepRange(points.map(\.step), intervals: 6)
      script.range("yrange", over: values.map { 100 * $0 })
      script.plot(elements(mixing, into: &script))
    }
    script.line("unset multiplot")
  }

  private func title(_ mixing: ArmConfiguration.Mixing) -> String {
    switch mixing {
    case .alone, .hardOnly: return "questions alone"
    case .mixed: return "mixed with hard-train"
    case .curriculum:
      let steps = Set(lines.filter { $0.mixing == mixing }.map(\.hardFrom))
      guard let step = steps.first, steps.count == 1 else { return "then hard-train" }
      return "then hard-train, from step \(step)"
    }
  }

  private func elements(
    _ mixing: ArmConfiguration.Mixing, into script: inout GnuplotScript
  ) -> [String] {
    var spread: [String] = []
    var means: [String] = []
    // The first writers lie on top.
    for line in lines.filter({ $0.mixing == mixing }).sorted(by: { $0.writer > $1.writer }) {
      let style = writers[line.writer].style
      let block = script.data(
        line.points.map { point in
          [Double(point.step), 100 * point.mean.value] + point.band.map { 100 * $0 }
        })
      if hasBands && line.points.count > 1 && line.seeds >= Effect.leastSeeds {
        spread.append(
          "\(block) using 1:3:4 notitle with filledcurves fillcolor rgb '\(style.color)'")
      }
      if !hasBands && line.seeds > 1 {
        for seed in 0..<line.seeds {
          let single = script.data(
            line.points.map { [Double($0.step), 100 * $0.seeds[seed]] })
          spread.append("\(single) using 1:2 notitle with lines \(style.faint)")
        }
      }
      means.append(
        "\(block) using 1:2 notitle with linespoints "
          + style.marked(width: 2.4, every: max(1, line.points.count / 8)))
    }
    return spread + means
  }
}
