public import RunStore

/// The teacher's questions over the outer loop: well-posedness, correctness, length, distinctness.
public struct QuestionsFigure: Figure {
  public var shares: [QuestionShare]
  public var classifier: String
  public var fileName = "questions"

  public init(shares: [QuestionShare], classifier: String) {
    self.shares = shares.filter { $0.step != nil }
    self.classifier = classifier
  }

  private var seeds: [Int] { Set(shares.map(\.seed)).sorted() }

  public var caption: String {
    let perStep = shares.map(\.questions)
    let least = perStep.min() ?? 0
    let greatest = perStep.max() ?? 0
    let size = least == greatest ? "\(least)" : "\(least) to \(greatest)"
    return """
      The teacher's questions over the outer steps, as labelled by \(classifier): share \
      well-posed; share whose answer is correct (ill-posed ones count as not correct); \
      operations needed (solid, left) and the share of target operations among them (dashed, \
      right); share of distinct structures. \(size) questions per step. Bold: mean over seeds; \
      faint: single seeds. \(seeds.count.counted("seed")): \(seeds.listed).
      """
  }

  public var size: (width: Int, height: Int) { (1000, 780) }

  public func plot(into script: inout GnuplotScript) {
    script.prepare()
    script.line("set multiplot")
    script.line("unset key")
    let percent: [(title: String, value: @Sendable (QuestionShare) -> Double?)] = [
      ("well-posed (%)", { 100 * $0.wellPosed }), ("correct (%)", { 100 * $0.correct }),
      ("distinct structures (%)", { 100 * $0.distinctShare }),
    ]
    place(row: 0, column: 0, into: &script)
    share(percent[0].title, percent[0].value, into: &script)
    place(row: 0, column: 1, into: &script)
    share(percent[1].title, percent[1].value, into: &script)
    script.line("set xlabel 'outer step t'")
    place(row: 1, column: 0, into: &script)
    lengths(into: &script)
    place(row: 1, column: 1, into: &script)
    share(percent[2].title, percent[2].value, into: &script)
    script.line("unset multiplot")
  }

  private func place(row: Int, column: Int, into script: inout GnuplotScript) {
    let left = 0.07 + 0.51 * Double(column)
    let top = 0.055 + 0.475 * Double(row)
    script.panel(left: left, right: left + 0.355, top: top, bottom: top + 0.345)
  }

  private func share(
    _ title: String, _ value: (QuestionShare) -> Double?, into script: inout GnuplotScript
  ) {
    script.line("set title '\(title)' offset 0,-0.5")
    script.stepRange(shares.compactMap(\.step))
    script.line("set yrange [0:100]")
    script.line("set ytics 25")
    script.plot(elements(value, style: .other(0), axes: "x1y1", into: &script))
    script.line("set ytics autofreq")
  }

  private func lengths(into script: inout GnuplotScript) {
    let left = SeriesStyle.other(0)
    var right = SeriesStyle.other(1)
    right.dashType = 2
    script.line("set title 'operations needed, target share (%)' offset 0,-0.5")
    script.stepRange(shares.compactMap(\.step))
    script.range("yrange", over: shares.map { $0.meanOperations ?? .nan })
    let operations = elements(\.meanOperations, style: left, axes: "x1y1", into: &script)
    let targets = elements(
      { $0.targetShare.map { 100 * $0 } }, style: right, axes: "x1y2", into: &script)
    if !operations.isEmpty {
      script.line("set ytics textcolor rgb '\(left.color)'")
    }
    if !targets.isEmpty {
      script.line("set border 11")
      script.line("set y2range [0:100]")
      script.line("set y2tics 25 textcolor rgb '\(right.color)'")
    }
    script.plot(operations + targets)
    script.line("unset y2tics")
    script.line("set border 3")
    script.line("set ytics textcolor default")
  }

  private func elements(
    _ value: (QuestionShare) -> Double?, style: SeriesStyle, axes: String,
    into script: inout GnuplotScript
  ) -> [String] {
    let curves = seeds.map { seed in
      shares.filter { $0.seed == seed }.compactMap { share in
        guard let step = share.step, let value = value(share), value.isFinite else {
          return SeedMean.Point?.none
        }
        return SeedMean.Point(step: step, value: value)
      }
    }.filter { !$0.isEmpty }
    guard !curves.isEmpty else { return [] }
    var elements: [String] = []
    if curves.count > 1 {
      for curve in curves {
        let block = script.data(curve.map { [Double($0.step), $0.value] })
        elements.append("\(block) using 1:2 axes \(axes) with lines \(style.faint)")
      }
    }
    let mean = SeedMean.over(curves)
    let block = script.data(mean.map { [Double($0.step), $0.value] })
    elements.append(
      "\(block) using 1:2 axes \(axes) with linespoints "
        + style.marked(width: 2.6, every: max(1, mean.count / 8), size: 1))
    return elements
  }
}
