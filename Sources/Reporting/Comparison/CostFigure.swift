import Diagnostics
package import Statistics

/// pass@k against cost on a logarithmic axis: every arm's final result at the cost of all that it needed, its
/// outer loop included, and the front of those that nothing cheaper beats.
public struct CostFigure: Figure, Equatable {
  /// An arm with a cost.
  package struct Place: Sendable, Equatable {
    package var arm: String
    /// Over training, the last one the final result; costs above zero.
    package var points: [Point]

    package struct Point: Sendable, Equatable {
      package var cost: Double
      package var estimate: Estimate
    }

    package var last: Point { points[points.count - 1] }
  }

  /// In arm order, without arms that cost nothing.
  package let places: [Place]
  /// Arms that cost nothing, such as the base model.
  private let free: [String]
  private let baseline: String
  public let k: Int
  private let axis: CostAxis
  private let seeds: [Int]
  /// Of the run, if it is known.
  var looks = Looks(loops: [])
  /// Arms to name whatever they reach, such as those that a finding is about.
  package var subjects: [String] = []
  public let fileName = "pass-at-k-by-cost"

  /// Most arms with a colour and a name.
  package static let labelLimit = 8

  public init(_ comparison: RunComparison) {
    let all = zip(comparison.rows, comparison.curves).map { row, curve in
      let total = comparison.axis.value(row.withTeacher ?? row.own)
      let final = row.passAtK.first { $0.k == comparison.k }.flatMap { result in
        total.map { Place.Point(cost: $0, estimate: result.estimate) }
      }
      // Students that train for different times share no last step, so the end is not on the curve.
      let course = curve.compactMap { point in
        (point.withTeacher ?? point.own).map { Place.Point(cost: $0, estimate: point.estimate) }
      }.filter { $0.cost < final?.cost ?? 0 }
      return Place(
        arm: row.arm,
        points: (course + [final].compactMap { $0 }).filter {
          $0.cost > 0 && $0.cost.isFinite && $0.estimate.value.isFinite
        })
    }
    places = all.filter { !$0.points.isEmpty }
    free = all.filter(\.points.isEmpty).map(\.arm)
    baseline = comparison.baseline
    k = comparison.k
    axis = comparison.axis
    seeds = Set(comparison.arms.map(\.seedCount)).sorted()
  }

  /// Whether there are arms of different costs to compare.
  var isTelling: Bool { places.count > 1 }

  /// The arms that no arm beats at the same cost or less, by cost.
  package var front: [Place] {
    places.sorted {
      ($0.last.cost, -$0.last.estimate.value) < ($1.last.cost, -$1.last.estimate.value)
    }
    .reduce(into: []) { front, place in
      if place.last.estimate.value > front.last?.last.estimate.value ?? -1 { front.append(place) }
    }
  }

  /// The baseline, the subjects, the front, then the best others.
  package var labelled: [Place] {
    let best = places.sorted { $0.last.estimate.value > $1.last.estimate.value }
    let wanted = [baseline] + subjects.prefix(Self.labelLimit / 2)
    let order =
      wanted.flatMap { name in places.filter { $0.arm == name } } + front.reversed() + best
    let chosen = order.map(\.arm).distinct.prefix(Self.labelLimit)
    return places.filter { chosen.contains($0.arm) }
  }

  public var caption: String {
    let hidden = places.count - labelled.count
    let rest =
      hidden > 0
      ? " Grey: the other \(hidden.counted("arm")); named are \(chosen)." : ""
    let without =
      free.isEmpty ? "" : " Not shown (no cost): \(free.listedNames)."
    let size =
      seeds.count == 1 ? (seeds.first ?? 0).counted("seed") : "\(seeds.listed) seeds per arm"
    return """
      pass@\(k) on hard-test against \(axis.name), logarithmic: each arm at the end of its training, with the \
      cost of the outer loop that it uses. Step line: the Pareto front. Thin lines: during training. \
      Means over seeds (\(size)); bars: \(RunComparison.intervals).\(rest)\(without)
      """
  }

  /// What the named arms are.
  private var chosen: String {
    let names = labelled.map(\.arm)
    let wanted = ([baseline] + subjects).distinct.filter(names.contains)
    let isWhole = front.allSatisfy { names.contains($0.arm) }
    let others = isWhole ? "the front and the best of the rest" : "the best of the front"
    return wanted.isEmpty ? others : "\(wanted.listedNames), \(isWhole ? "" : "and ")\(others)"
  }

  private var frame: LegendedPlot {
    let names = labelled.map(\.arm)
    return LegendedPlot(
      legend: LegendGrid(
        names: names, styles: looks.styles(of: names, reference: baseline), width: 1000),
      xlabel: "\(axis.name), logarithmic", ylabel: "pass@\(k) on hard-test (%)")
  }

  public var size: (width: Int, height: Int) { frame.size }

  public func plot(into script: inout GnuplotScript) {
    let frame = frame
    frame.draw(into: &script) { script in
      script.line("set logscale x")
      // 10G, 1T.
      script.line("set format x '%.0s%c'")
      let costs = places.flatMap { $0.points.map(\.cost) }
      script.line("set xrange [\((costs.min() ?? 1) / 1.3):\((costs.max() ?? 10) * 1.3)]")
      script.range(
        "yrange",
        over: places.map { 100 * ($0.last.estimate.interval?.upper ?? $0.last.estimate.value) })
      script.plot(elements(frame.legend.styles, into: &script))
    }
  }

  private func elements(_ styles: [SeriesStyle], into script: inout GnuplotScript) -> [String] {
    guard !places.isEmpty else { return [] }
    let named = labelled
    let others = places.filter { place in !named.contains { $0.arm == place.arm } }
    var elements: [String] = []
    let steps = script.data(front.map { [$0.last.cost, 100 * $0.last.estimate.value] })
    elements.append("\(steps) using 1:2 with steps linewidth 1.6 linecolor rgb '#555555'")
    if !others.isEmpty {
      let block = script.data(others.map { [$0.last.cost, 100 * $0.last.estimate.value] })
      elements.append(
        "\(block) using 1:2 with points pointtype 7 pointsize pointScale*0.7 linecolor rgb '#aaaaaa'"
      )
    }
    for (place, style) in zip(named, styles) {
      let curve = script.data(place.points.map { [$0.cost, 100 * $0.estimate.value] })
      elements.append("\(curve) using 1:2 with lines \(style.faint)")
    }
    for (place, style) in zip(named, styles) {
      let estimate = place.last.estimate
      let block = script.data([
        [
          place.last.cost, 100 * estimate.value, 100 * (estimate.interval?.lower ?? estimate.value),
          100 * (estimate.interval?.upper ?? estimate.value),
        ]
      ])
      elements.append(
        "\(block) using 1:2:3:4 with yerrorbars pointtype 0 linewidth 1.6 linecolor rgb '\(style.color)'"
      )
      elements.append("\(block) using 1:2 with points \(style.mark(size: 1.5))")
    }
    return elements
  }
}
