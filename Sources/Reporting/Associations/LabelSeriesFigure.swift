import Diagnostics
import Statistics

/// Shares of well-posed and of correct questions over the outer steps, a line per teacher.
public struct LabelSeriesFigure: Figure {
  public var points: [AssociationFacts.LabelPoint]
  /// Nil gives colours in the order of the points.
  var looks: Looks?
  public var fileName = "labels"

  public init(_ points: [AssociationFacts.LabelPoint]) { self.points = points }

  public var caption: String {
    """
    Labels over the outer steps, of each teacher: share of well-posed questions, and share of \
    questions with a right answer (ill-posed ones count as not), over all questions of a step with a \
    label, of all runs together.
    """
  }

  private var teachers: [String] {
    let names = points.map(\.teacher).distinct
    return looks?.ordered(names) ?? names
  }

  private static let width = 1000

  private var legend: LegendGrid {
    let teachers = teachers
    return LegendGrid(
      names: teachers,
      styles: looks?.styles(ofLoops: teachers) ?? teachers.indices.map(SeriesStyle.other),
      width: Self.width)
  }

  public var size: (width: Int, height: Int) { (Self.width, 432 + Int(legend.height)) }

  public func plot(into script: inout GnuplotScript) {
    let height = Double(size.height)
    let legend = legend
    script.prepare()
    script.line("set multiplot")
    script.line("unset key")
    legend.draw(into: &script, top: 4, figureHeight: height)
    script.line("set xlabel 'outer step t'")
    let panels: [(String, KeyPath<AssociationFacts.LabelPoint, Double>)] = [
      ("well-posed (%)", \.wellPosed), ("correct (%)", \.correct),
    ]
    for (place, panel) in panels.enumerated() {
      let left = 0.07 + 0.49 * Double(place)
      script.panel(
        left: left, right: left + 0.42, top: (legend.height + 40) / height,
        bottom: 1 - 92 / height)
      script.line("set title '\(panel.0)' offset 0,-0.5")
      script.stepRange(points.map(\.step))
      script.line("set yrange [0:100]")
      script.line("set ytics 25")
      var elements: [String] = []
      for (teacher, style) in zip(legend.names, legend.styles) {
        let rows = points.filter { $0.teacher == teacher }.map {
          [Double($0.step), 100 * $0[keyPath: panel.1]]
        }
        let block = script.data(rows)
        elements.append(
          "\(block) using 1:2 notitle with linespoints "
            + style.marked(width: 2.4, every: max(1, rows.count / 8)))
      }
      script.plot(elements)
    }
    script.line("unset multiplot")
  }
}

/// Added-variable plots: residuals of reward and feature, given the other features.
public struct PartialEffectsFigure: Figure {
  public var effects: [AssociationFacts.PartialEffect]
  public var fileName = "partial-effects"

  /// More points than these are thinned evenly, since the figure's data go into its file.
  private static let mostPoints = 4000

  public init(_ effects: [AssociationFacts.PartialEffect]) { self.effects = effects }

  public var caption: String {
    let counts = effects.map { effect in
      effect.points.count > Self.mostPoints
        ? "\(effect.title): every \(Self.pitch(effect))th of \(effect.points.count)"
        : "\(effect.title): \(effect.points.count)"
    }
    return """
      Added-variable plots: the feature and the reward of each dataset, each less what the other core \
      features explain of it. The slope of the line is the feature's coefficient among all. Datasets: \
      \(counts.joined(separator: "; ")).
      """
  }

  public var size: (width: Int, height: Int) { (max(1000, 500 * effects.count), 470) }

  private static let verticalIntervals = 8

  private static func pitch(_ effect: AssociationFacts.PartialEffect) -> Int {
    max(1, (effect.points.count + mostPoints - 1) / mostPoints)
  }

  public func plot(into script: inout GnuplotScript) {
    script.prepare()
    script.line("set multiplot")
    script.line("unset key")
    let width = Double(size.width)
    let characters = effects.map { effect in
      GnuplotScript.ticCharacters(
        over: effect.points.map(\.y), intervals: Self.verticalIntervals)
    }
    // Pixels of the numbers beside a panel, which small rewards need more of.
    let numbers = 28 + GnuplotScript.characterWidth * Double(characters.max() ?? 1)
    let (leftEdge, rightEdge, gap) = (56 + numbers, 28.0, numbers + 26)
    let pitch = (width - leftEdge - rightEdge + gap) / Double(max(1, effects.count))
    for (place, effect) in effects.enumerated() {
      let left = leftEdge + pitch * Double(place)
      script.panel(
        left: left / width, right: (left + pitch - gap) / width, top: 0.1, bottom: 0.83)
      script.line("set title \(GnuplotScript.legendText(effect.title)) offset 0,-0.5")
      script.line("set xlabel 'feature, given the others'")
      script.line(place == 0 ? "set ylabel 'reward, given the others'" : "unset ylabel")
      let values = effect.points.map(\.x)
      script.range(
        "xrange", over: values,
        intervals: GnuplotScript.ticIntervals(over: values, width: pitch - gap))
      script.range(
        "yrange", over: effect.points.map(\.y), intervals: Self.verticalIntervals)
      let points = stride(from: 0, to: effect.points.count, by: Self.pitch(effect)).map {
        [effect.points[$0].x, effect.points[$0].y]
      }
      guard let least = points.map({ $0[0] }).min(), let most = points.map({ $0[0] }).max() else {
        script.plot([])
        continue
      }
      let dots = script.data(points)
      let line = script.data([least, most].map { [$0, effect.slope.value * $0] })
      script.plot([
        "\(dots) using 1:2 notitle with points pointtype 6 pointsize pointScale*0.8 "
          + "linecolor rgb '\(SeriesStyle.other(0).color)'",
        "\(line) using 1:2 notitle with lines \(SeriesStyle.other(1).line(width: 2.6))",
      ])
    }
    script.line("unset multiplot")
  }
}
