import Diagnostics
public import RunStore

/// What each loop does to its teacher's questions: a row per loop, with well-posedness, variety and the
/// teacher's distance from the base model over the outer steps.
public struct LoopQuestionsFigure: Figure, Equatable {
  private struct Loop: Sendable, Equatable {
    var name: String
    /// Of the loop's seeds, in percent or nats: [seed][step].
    var wellPosed, distinct, divergence: [[SeedMean.Point]]
    /// Where a loop ended because its teacher wrote too little that parses, in percent well-posed.
    var ends: [SeedMean.Point]
  }

  private let loops: [Loop]
  private let seeds: [Int]
  private let classifier: String
  public let fileName = "loop-questions"

  /// Most loops that have a row; later ones are left out.
  private static let limit = 6

  /// - Parameters:
  ///   - shares: of all loops.
  ///   - events: those of the kind `collapse` say where a loop ended.
  /// - Returns: nil with fewer than two loops.
  public init?(
    shares: [QuestionShare], steps: [OuterStepRecord], events: [EventRecord], classifier: String
  ) {
    let names = steps.map(\.teacher).distinct
    guard names.count > 1 else { return nil }
    seeds = Set(steps.map(\.seed)).sorted()
    self.classifier = classifier
    let seeds = seeds
    loops = names.prefix(Self.limit).map { name in
      let (own, ownSteps) = (
        shares.filter { $0.teacher == name }, steps.filter { $0.teacher == name }
      )
      func curves(_ value: (QuestionShare) -> Double) -> [[SeedMean.Point]] {
        seeds.map { seed in
          own.filter { $0.seed == seed }.compactMap { share in
            share.step.map { SeedMean.Point(step: $0, value: 100 * value(share)) }
          }
        }.filter { !$0.isEmpty }
      }
      return Loop(
        name: name, wellPosed: curves(\.wellPosed), distinct: curves(\.distinctShare),
        divergence: seeds.map { seed in
          ownSteps.filter { $0.seed == seed && $0.teacherKL.isFinite }
            .map { SeedMean.Point(step: $0.step, value: $0.teacherKL) }
        }.filter { !$0.isEmpty },
        ends: events.compactMap { event in
          guard event.kind == "collapse", event.teacher == name,
            let last = own.last(where: { $0.seed == event.seed && $0.step != nil }),
            let step = last.step
          else { return nil }
          return SeedMean.Point(step: step, value: 100 * last.wellPosed)
        })
    }
  }

  public var caption: String {
    let ended = loops.contains { !$0.ends.isEmpty }
    return """
      Each loop's questions over its outer steps, by \(classifier): share well-posed, structures that differ, \
      and the teacher's KL divergence from the base model, in nats per token. Bold: mean over seeds, \
      where all have a value; thin: single seeds\(ended ? "; crosses: loops that ended for want of questions" : ""). \
      \(seeds.count.counted("seed")): \(seeds.listed).
      """
  }

  private static let rowHeight = 190.0
  private static let (head, foot) = (40.0, 62.0)
  public var size: (width: Int, height: Int) {
    (1200, Int(Self.head + Self.foot + Self.rowHeight * Double(loops.count)))
  }

  public func plot(into script: inout GnuplotScript) {
    let (width, height) = (Double(size.width), Double(size.height))
    script.prepare()
    script.line("set multiplot")
    script.line("unset key")
    let divergences = loops.flatMap { $0.divergence.joined().map(\.value) }
    for (row, loop) in loops.enumerated() {
      let columns = [
        ("well-posed (%)", loop.wellPosed), ("distinct structures (%)", loop.distinct),
        ("teacher's KL", loop.divergence),
      ]
      let steps = columns.flatMap { $0.1.joined().map(\.step) }
      let top = Self.head + Self.rowHeight * Double(row)
      script.line(
        "set label 1 \(GnuplotScript.legendText(loop.name)) at screen \(14 / width),"
          + "\(1 - (top + 0.42 * Self.rowHeight) / height) left")
      for (column, (title, curves)) in columns.enumerated() {
        let left = 216 + 330 * Double(column)
        script.panel(
          left: left / width, right: (left + 256) / width, top: (top + 8) / height,
          bottom: (top + Self.rowHeight - 34) / height)
        script.line("set format y '\(column == 1 ? "" : "%g")'")
        script.line(
          row == 0 ? "set title \(GnuplotScript.quoted(title)) offset 0,-0.5" : "unset title")
        script.line(row == loops.count - 1 ? "set xlabel 'outer step t'" : "unset xlabel")
        script.stepRange(steps, intervals: 5)
        if column < 2 {
          script.line("set yrange [0:100]")
          script.line("set ytics 50")
        } else {
          script.range("yrange", over: divergences)
          script.tics("ytics", to: divergences.filter(\.isFinite).max() ?? 0, intervals: 3)
        }
        let ends = column == 0 ? loop.ends : []
        script.plot(Self.elements(curves, ends: ends, into: &script))
        script.line("unset label 1")
      }
    }
    script.line("unset multiplot")
  }

  private static func elements(
    _ curves: [[SeedMean.Point]], ends: [SeedMean.Point], into script: inout GnuplotScript
  ) -> [String] {
    guard !curves.isEmpty else { return [] }
    let style = SeriesStyle.other(0)
    var elements: [String] = []
    if curves.count > 1 {
      for curve in curves {
        let block = script.data(curve.map { [Double($0.step), $0.value] })
        elements.append("\(block) using 1:2 with lines \(style.faint)")
      }
    }
    let mean = script.data(SeedMean.over(curves).map { [Double($0.step), $0.value] })
    elements.append("\(mean) using 1:2 with lines \(style.line(width: 2.6))")
    if !ends.isEmpty {
      let block = script.data(ends.map { [Double($0.step), $0.value] })
      elements.append(
        "\(block) using 1:2 with points pointtype 2 pointsize pointScale*1.6 linewidth 2 "
          + "linecolor rgb '#D55E00'")
    }
    return elements
  }
}
