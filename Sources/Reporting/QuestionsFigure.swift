import Diagnostics
public import RunStore

/// The teacher's questions over the outer loop: well-posedness, correctness, operations, distinctness.
public struct QuestionsFigure: Figure {
  public var shares: [QuestionShare]
  public var classifier: String
  /// The loop's look.
  var style = SeriesStyle.other(0)
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
    let loops = shares.map(\.teacher).distinct
    let whose =
      loops.isEmpty
      ? "The teacher's questions"
      : "Questions of the \(loops.count == 1 ? "loop" : "loops") \(loops.listedNames)"
    return """
      \(whose) over the outer steps, as labelled by \(classifier): share \
      well-posed; share whose answer is correct (ill-posed ones count as not correct); share of target \
      operations among those needed; operations needed; share of distinct structures. \(size) questions \
      per step. Bold: mean over seeds; faint: single seeds. \(seeds.count.counted("seed")): \
      \(seeds.listed).
      """
  }

  public var size: (width: Int, height: Int) { (1200, 700) }

  private static let panels:
    [(title: String, isShare: Bool, value: @Sendable (QuestionShare) -> Double?)] = [
      ("well-posed (%)", true, { 100 * $0.wellPosed }),
      ("correct (%)", true, { 100 * $0.correct }),
      ("target operations (%)", true, { $0.targetShare.map { 100 * $0 } }),
      ("operations needed", false, \.meanOperations),
      ("distinct structures (%)", true, { 100 * $0.distinctShare }),
    ]

  public func plot(into script: inout GnuplotScript) {
    script.prepare()
    script.line("set multiplot")
    script.line("unset key")
    let columns = 3
    for (index, panel) in Self.panels.enumerated() {
      let left = 0.055 + 0.325 * Double(index % columns)
      let top = 0.06 + 0.47 * Double(index / columns)
      script.panel(left: left, right: left + 0.26, top: top, bottom: top + 0.345)
      let isLowest = index + columns >= Self.panels.count
      script.line(isLowest ? "set xlabel 'outer step t'" : "unset xlabel")
      script.line("set title '\(panel.title)' offset 0,-0.5")
      script.stepRange(shares.compactMap(\.step))
      if panel.isShare {
        script.line("set yrange [0:100]")
        script.line("set ytics 25")
      } else {
        let values = shares.map { panel.value($0) ?? .nan }
        script.range("yrange", over: values)
        script.tics("ytics", to: values.filter(\.isFinite).max() ?? 0, intervals: 4)
      }
      script.plot(elements(panel.value, into: &script))
    }
    script.line("unset multiplot")
  }

  private func elements(
    _ value: (QuestionShare) -> Double?, into script: inout GnuplotScript
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
        elements.append("\(block) using 1:2 with lines \(style.faint)")
      }
    }
    let mean = SeedMean.over(curves)
    let block = script.data(mean.map { [Double($0.step), $0.value] })
    elements.append(
      "\(block) using 1:2 with linespoints "
        + style.marked(width: 2.6, every: max(1, mean.count / 8), size: 1))
    return elements
  }
}
