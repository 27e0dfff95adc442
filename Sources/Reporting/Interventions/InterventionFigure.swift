import Statistics
import Tasks
import Worlds

/// Student results per cell: a panel per length, a group per answer, well-posed beside ill-posed
/// questions.
public struct InterventionFigure: Figure {
  public var effects: InterventionEffects
  public var outcome: InterventionOutcome
  public var terms: DesignTerms
  public var fileName: String

  public init(_ effects: InterventionEffects, outcome: InterventionOutcome, terms: DesignTerms) {
    self.effects = effects
    self.terms = terms
    self.outcome = outcome
    fileName = outcome == .trainGain ? "cells-train-gain" : "cells-pass-at-k"
  }

  private var measure: String {
    outcome == .trainGain ? "greedy gain on hard-train" : "pass@\(effects.k) on hard-test"
  }

  public var caption: String {
    let seeds = effects.cells.map(\.seeds).max() ?? 0
    return """
      Fresh students by their questions: \(measure), in \(outcome == .trainGain ? "points" : "percent"). Answers: correct (for an ill-posed question: \
      of the original problem); shared, \(terms.sharedInShort); idiosyncratic, with one \
      wrong digit; random digits. A panel for each group of lengths; means with 95% intervals over seeds and \
      problems, small dots for single seeds (\(seeds.counted("seed"))). All cells of a panel and seed start \
      from the same problems.
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

  private static let (leftEdge, panelWidth, gap) = (96.0, 380.0, 40.0)
  public var size: (width: Int, height: Int) {
    (Int(Self.leftEdge + (Self.panelWidth + Self.gap) * Double(max(1, lengths.count))), 524)
  }

  /// The finding in numbers: what structure and correctness are worth over all lengths.
  private var title: String {
    func worth(_ kind: InterventionEffect.Kind) -> String? {
      effects.effect(kind, outcome).map { Format.signedPoints($0.effect.estimate.value) }
    }
    guard let structure = worth(.structure), let correctness = worth(.correctness) else {
      return ""
    }
    return "structure \(structure), correctness \(correctness) points"
  }

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
    let (width, height) = (Double(size.width), Double(size.height))
    let forms = QuestionDesign.Form.allCases
    let legend = LegendGrid(
      names: forms.map(\.words), styles: forms.indices.map(SeriesStyle.other), width: size.width)
    legend.draw(into: &script, top: 32, figureHeight: height)
    script.line(
      "set label 2 \(GnuplotScript.quoted(title)) at screen 0.5,\(1 - 18 / height) center")
    let values: [Double] = [0] + effects.cells.flatMap { points($0) + seeds($0) }
    for (place, group) in lengths.enumerated() {
      let left = Self.leftEdge + (Self.panelWidth + Self.gap) * Double(place)
      script.panel(
        left: left / width, right: (left + Self.panelWidth) / width,
        top: (legend.height + 70) / height, bottom: (height - 142) / height)
      script.line("set title '\(terms.title(group))' offset 0,-0.5")
      // All panels share one axis; numbers on each would run under the neighbouring panel's labels.
      script.line(place == 0 ? "set ylabel '\(measure) (%)'" : "unset ylabel")
      script.line("set format y '\(place == 0 ? "%g" : "")'")
      script.range("yrange", over: values)
      script.line("set xrange [-0.6:\(Double(answers.count) - 0.4)]")
      let labels = answers.enumerated().map { "'\($1.rawValue)' \($0)" }
      script.line("set xtics (\(labels.joined(separator: ", "))) rotate by -30")
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
          "\(script.data(dots)) using 1:2 notitle with points \(SeriesStyle.other(index).dot)")
        elements.append(
          "\(block) using 1:2:3:4 notitle with yerrorbars pointtype 0 linewidth 1.8 "
            + "linecolor rgb '\(color)'")
        elements.append(
          "\(block) using 1:2 notitle with points \(SeriesStyle.other(index).mark(size: 1.3))")
      }
      script.plot(elements)
      script.line("unset label 2")
    }
    script.line("unset multiplot")
  }
}
