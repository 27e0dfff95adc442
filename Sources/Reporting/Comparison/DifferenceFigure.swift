import Diagnostics
import SelfPlay
import Statistics

/// Differences of the grounded teacher's arm from each other arm, with intervals: one panel for
/// each way of mixing in hard-train or not.
public struct DifferenceFigure: Figure {
  public var comparisons: [SchemeComparison]
  public var k: Int
  public var fileName = "grounded-against"

  public init(_ answers: ComparisonAnswers) {
    comparisons = answers.perStep + answers.perFLOP
    k = answers.k
  }

  public var caption: String {
    """
    pass@\(k) of the grounded teacher's arm minus that of each other arm, with 95% intervals over \
    seeds in pairs and test problems. Filled: decided, after Holm; open: undecided. From left \
    to right: \(panels.map(\.words).joined(separator: "; ")).
    """
  }

  private var panels: [ArmConfiguration.Mixing] {
    ArmConfiguration.Mixing.reported.filter { mixing in
      comparisons.contains { $0.mixing == mixing }
    }
  }

  private var rivals: [String] { comparisons.map(\.rival).distinct }

  /// Pixels for the longest name.
  private var left: Double {
    max(120, 30 + GnuplotScript.characterWidth * Double(GnuplotScript.longest(of: rivals)))
  }

  public var size: (width: Int, height: Int) {
    (Int(left) + 420 * max(2, panels.count), 150 + 34 * max(4, rivals.count))
  }

  public func plot(into script: inout GnuplotScript) {
    let height = Double(size.height)
    let rivals = rivals
    script.prepare()
    script.line("set multiplot")
    script.line("unset key")
    script.line("set xlabel 'points of pass@\(k)'")
    let reach = comparisons.flatMap {
      [$0.difference.estimate.value, $0.difference.estimate.lower, $0.difference.estimate.upper]
    }.map { 100 * $0 }
    let panels = panels
    let names = left / Double(size.width)
    let pitch = (0.98 - names) / Double(max(1, panels.count))
    for (index, mixing) in panels.enumerated() {
      let left = names + pitch * Double(index)
      script.panel(
        left: left, right: left + pitch - 0.03, top: 50 / height, bottom: (height - 84) / height)
      script.line("set title '\(mixing.words)' offset 0,-0.4")
      script.range("xrange", over: reach, padding: 0.08)
      script.line("set yrange [\(Double(rivals.count) - 0.4):-0.6]")
      let labels = rivals.enumerated().map { place, name in
        "\(index == 0 ? GnuplotScript.legendText(name) : "''") \(place)"
      }
      script.line("set ytics (\(labels.joined(separator: ", ")))")
      let here = comparisons.filter { $0.mixing == mixing }
      var elements: [String] = []
      for isDecided in [true, false] {
        let rows = here.filter { ($0.difference.decision != .undecided) == isDecided }
          .map { comparison -> [Double] in
            let estimate = comparison.difference.estimate
            return [
              100 * estimate.value, Double(rivals.firstIndex(of: comparison.rival) ?? 0),
              100 * (estimate.interval?.lower ?? estimate.value),
              100 * (estimate.interval?.upper ?? estimate.value),
            ]
          }
        guard !rows.isEmpty else { continue }
        let block = script.data(rows)
        let color = SeriesStyle.other(isDecided ? 0 : 1).color
        elements.append(
          "\(block) using 1:2:3:4 notitle with xerrorbars pointtype \(isDecided ? 7 : 6) "
            + "pointsize pointScale*1.6 linewidth 2 linecolor rgb '\(color)'")
      }
      if !elements.isEmpty { script.line("set arrow 1 from 0,graph 0 to 0,graph 1 nohead") }
      script.plot(elements)
      script.line("unset arrow 1")
    }
    script.line("unset multiplot")
  }
}
