import Statistics
import Tasks
import Worlds

/// Student results per cell: a panel per length, a group per answer, one bar each for well-posed
/// and ill-posed questions.
public struct InterventionFigure: Figure {
  public var effects: InterventionEffects
  public var outcome: InterventionOutcome
  public var fileName: String

  public init(_ effects: InterventionEffects, outcome: InterventionOutcome) {
    self.effects = effects
    self.outcome = outcome
    fileName = outcome == .trainGain ? "cells-train-gain" : "cells-pass-at-k"
  }

  private var measure: String {
    outcome == .trainGain ? "greedy gain on hard-train" : "pass@\(effects.k) on hard-test"
  }

  public var caption: String {
    let seeds = effects.cells.map(\.seeds).max() ?? 0
    return """
      Fresh students by what their questions were made to be: \(measure), in points. A panel for \
      each number of operations; bars with 95% intervals over seeds and problems, dots of single seeds \
      (\(seeds.counted("seed"))). All cells of a panel and seed have the same problems behind their \
      questions.
      """
  }

  private var lengths: [[Int]] {
    effects.cells.map(\.cell.lengths).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
  private var answers: [QuestionDesign.Answer] {
    QuestionDesign.Answer.allCases.filter { answer in
      effects.cells.contains { $0.cell.answer == answer }
    }
  }

  public var size: (width: Int, height: Int) { (340 * max(1, lengths.count) + 140, 460) }

  private func estimate(_ cell: InterventionCell) -> Estimate {
    outcome == .trainGain ? cell.trainGain : cell.testPass
  }

  /// In percentage points: mean and interval ends.
  private func points(_ cell: InterventionCell) -> [Double] {
    let value = estimate(cell)
    return [
      100 * value.value, 100 * (value.interval?.lower ?? value.value),
      100 * (value.interval?.upper ?? value.value),
    ]
  }

  private func seeds(_ cell: InterventionCell) -> [Double] {
    (outcome == .trainGain ? cell.seedTrainGains : cell.seedTestPasses).map { 100 * $0 }
  }

  public func plot(into script: inout GnuplotScript) {
    let (lengths, answers) = (lengths, answers)
    script.prepare()
    script.line("set multiplot")
    script.line("unset key")
    let legend = LegendGrid(
      names: QuestionDesign.Form.allCases.map(\.words),
      styles: QuestionDesign.Form.allCases.indices.map(SeriesStyle.other), width: size.width,
      hasBars: true)
    legend.draw(into: &script, top: 4, figureHeight: Double(size.height))
    let values: [Double] = [0] + effects.cells.flatMap { points($0) + seeds($0) }
    let pitch = 0.9 / Double(max(1, lengths.count))
    for (place, group) in lengths.enumerated() {
      let left = 0.085 + pitch * Double(place)
      script.panel(left: left, right: left + pitch - 0.025, top: 0.19, bottom: 0.74)
      let words = group.map(String.init).joined(separator: " or ")
      let unit = group == [1] ? "operation" : "operations"
      script.line("set title '\(words) \(unit)' offset 0,-0.5")
      // All panels share one axis; numbers on each would run under the neighbouring panel's labels.
      script.line(place == 0 ? "set ylabel '\(measure) (%)'" : "unset ylabel")
      script.line("set format y '\(place == 0 ? "%g" : "")'")
      script.range("yrange", over: values)
      script.line("set xrange [-0.6:\(Double(answers.count) - 0.4)]")
      let labels = answers.enumerated().map { "'\($1.rawValue)' \($0)" }
      script.line("set xtics (\(labels.joined(separator: ", "))) rotate by -25")
      var elements: [String] = []
      for (index, form) in QuestionDesign.Form.allCases.enumerated() {
        let shift = index == 0 ? -0.19 : 0.19
        let cells = answers.enumerated().compactMap {
          place, answer -> (place: Double, cell: InterventionCell)? in
          effects.cells.first {
            $0.cell == QuestionDesign(form: form, answer: answer, lengths: group)
          }.map { (place: Double(place) + shift, cell: $0) }
        }
        let rows = cells.map { [$0.place] + points($0.cell) }
        guard !rows.isEmpty else { continue }
        let dots = cells.flatMap { entry -> [[Double]] in
          seeds(entry.cell).map { [entry.place, $0] }
        }
        let block = script.data(rows)
        let color = SeriesStyle.other(index).color
        elements.append(
          "\(block) using 1:2:(0.34) notitle with boxes fillstyle solid 0.55 noborder "
            + "linecolor rgb '\(color)'")
        elements.append(
          "\(block) using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.6 "
            + "linecolor rgb '#333333'")
        elements.append(
          "\(script.data(dots)) using 1:2 notitle with points pointtype 7 "
            + "pointsize pointScale*0.55 linecolor rgb '#222222'")
      }
      script.plot(elements)
    }
    script.line("unset multiplot")
  }
}
