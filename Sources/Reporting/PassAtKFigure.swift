import Statistics

/// pass@k per arm against the number of samples, after the paper's figure 3.
public struct PassAtKFigure: Figure {
  public var arms: [ArmResult]
  /// The arm that the others are compared with.
  public var reference: String
  public var seedCount: Int
  public var problemCount: Int
  public var intervals: String
  /// Of the run, if it is known.
  let looks: Looks
  public var fileName = "pass-at-k"

  public init(
    arms: [ArmResult], reference: String, seedCount: Int, problemCount: Int, intervals: String
  ) {
    self.init(
      arms: arms, reference: reference, seedCount: seedCount, problemCount: problemCount,
      intervals: intervals, looks: Looks(loops: []))
  }

  init(
    arms: [ArmResult], reference: String, seedCount: Int, problemCount: Int, intervals: String,
    looks: Looks
  ) {
    self.looks = looks
    self.arms = arms
    self.reference = reference
    self.seedCount = seedCount
    self.problemCount = problemCount
    self.intervals = intervals
  }

  /// With many arms, one row per arm.
  private var rows: IntervalFigure? {
    arms.count < ManyArms.least
      ? nil
      : ArmRowsFigure(arms: arms).figure(
        fileName: fileName,
        caption: """
          Final models on the hard set's test half (\(problemCount.counted("problem")), \
          \(seedCount.counted("seed"))); bars: \(intervals); dots: single seeds.
          """)
  }

  public var caption: String {
    if let rows { return rows.caption }
    return """
      pass@k on the hard set's test half (\(problemCount.counted("problem")), \
      \(seedCount.counted("seed"))) against k; bars: \(intervals); \
      dots: single seeds. Points of one k are set apart sideways so that the bars can be read. \
      \(looks.knowsArms ? "Arms of one loop share a colour." : "\(reference) is dashed.") After Fig. 3 of the paper.
      """
  }

  public var size: (width: Int, height: Int) {
    // Of the names in the legend at the right.
    let longest = GnuplotScript.longest(of: arms.map(\.name))
    return rows?.size ?? (max(1000, 790 + 12 * longest), 620)
  }

  public func plot(into script: inout GnuplotScript) {
    if let rows { return rows.plot(into: &script) }
    let styles = looks.styles(of: arms.map(\.name), reference: reference)
    let points = arms.flatMap(\.passAtK)
    let ks = Set(points.map(\.k)).sorted()
    script.prepare()
    script.line("set logscale x 2")
    script.line("set xlabel 'k (samples per problem)'")
    script.line("set ylabel 'pass@k on hard-test (%)'")
    script.line("set key outside right top vertical Left reverse samplen 2.2 spacing 1.35")
    script.line(
      "set xtics (" + ks.map { "'\($0)' \($0)" }.joined(separator: ", ") + ")")
    script.line("set xrange [\(0.84 * Double(ks.first ?? 1)):\(1.2 * Double(ks.last ?? 32))]")
    script.range(
      "yrange",
      over: points.flatMap {
        [100 * $0.estimate.value, 100 * $0.estimate.upper] + $0.seeds.map { 100 * $0 }
      })
    var bars: [String] = []
    var lines: [String] = []
    for (index, (arm, style)) in zip(arms, styles).enumerated()
    where arm.passAtK.contains(where: { $0.estimate.value.isFinite }) {
      let shift = 1 + 0.025 * (Double(index) - Double(arms.count - 1) / 2)
      let block = script.data(
        arm.passAtK.map {
          [
            shift * Double($0.k), 100 * $0.estimate.value, 100 * $0.estimate.lower,
            100 * $0.estimate.upper,
          ]
        })
      let seeds = arm.passAtK.flatMap { point in
        point.seeds.filter(\.isFinite).map { [shift * Double(point.k), 100 * $0] }
      }
      if arm.seedCount > 1, !seeds.isEmpty {
        bars.append("\(script.data(seeds)) using 1:2 notitle with points \(style.dot)")
      }
      bars.append(
        "\(block) using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.4 "
          + "linecolor rgb '#55\(style.color.dropFirst())'")
      lines.append(
        "\(block) using 1:2 title \(GnuplotScript.legendText(arm.name)) with linespoints "
          + style.marked(width: 2.4, size: 1.5))
    }
    script.plot(bars + lines)
  }
}
