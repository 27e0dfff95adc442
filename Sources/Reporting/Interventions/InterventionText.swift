import Statistics
import Tasks
import Worlds

/// An experiment in words: the decision rule, then the cells, effects and conclusions.
struct InterventionText {
  var effects: InterventionEffects
  var terms: DesignTerms

  var rules: String {
    """
    Fresh students of the base model train on questions made to measure: well-posed or \
    \(terms.spoilt), with the right answer, \(terms.shared), one with a slip of its own \
    (*idiosyncratic*), or random digits. Within a seed all cells of the same lengths have the same \
    problems behind their questions, the same number of distinct ones, and the same steps. An ill-posed \
    question keeps the answer to the problem that it was before.

    The rule, fixed before the data: *structure* is well-posed less ill-posed, over all answers; \
    *correctness* is right less wrong answers, over all kinds of wrong ones, of well-posed questions. \
    The paper's finding 3, that structure matters more than correctness, **holds** where (structure \
    less correctness) is decided to be above zero and **does not hold** where it is decided to be below; \
    all else is **undecided**. \(Effect.rule) (docs/statistics.md)
    """
  }

  var conclusion: String {
    let sentences = InterventionOutcome.allCases.map { "- \(sentence($0))" }
      .joined(separator: "\n")
    guard lengths.contains(where: { effects.verdict(.testPass, lengths: $0) == nil }) else {
      return sentences
    }
    return sentences + "\n\n" + """
      A test needs well-posed and ill-posed questions with right answers, and of both sorts the \
      same kinds of wrong answers.
      """
  }

  func sentence(_ outcome: InterventionOutcome) -> String {
    let sentences = lengths.map { group in
      let difference = effects.effect(.difference, outcome, lengths: group)
      let place = lengths.count == 1 ? "" : (group.map(terms.place) ?? "over all lengths") + " "
      return "\(place)it \(verdict(outcome, group))"
        + (difference.map { " (\(Format.effect($0.effect)))" } ?? "")
    }
    return "By \(words(outcome)), \(sentences.joined(separator: ";"))."
  }

  private func verdict(_ outcome: InterventionOutcome, _ group: [Int]?) -> String {
    switch effects.verdict(outcome, lengths: group) {
    case .above: "**holds**"
    case .below: "**does not hold**"
    case .undecided: "is **undecided**"
    case nil: "was **not tested**"
    }
  }

  /// All lengths together, then each length if there are several.
  private var lengths: [[Int]?] {
    effects.effects.map(\.lengths).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func words(_ outcome: InterventionOutcome) -> String {
    outcome == .trainGain ? "greedy gain on hard-train" : "pass@\(effects.k) on hard-test"
  }

  /// Nil if the experiment has none of these effects.
  func effectTable(_ family: InterventionEffect.Family) -> String? {
    let rows = InterventionOutcome.allCases.flatMap { outcome in
      lengths.flatMap { group in
        InterventionEffect.Kind.allCases.filter { $0.family == family }
          .compactMap { kind -> [String]? in
            guard let effect = effects.effect(kind, outcome, lengths: group) else { return nil }
            return [
              Self.words(kind), words(outcome),
              group.map { $0.map(String.init).joined(separator: " or ") } ?? "all",
            ] + Format.effectCells(effect.effect)
          }
      }
    }
    guard !rows.isEmpty else { return nil }
    return Markdown.table(
      ["effect", "measured by", terms.lengths] + Format.effectHeader, rows, leading: 3)
  }

  private static func words(_ kind: InterventionEffect.Kind) -> String {
    switch kind {
    case .structure: "structure: well-posed less ill-posed"
    case .correctness: "correctness: right less wrong"
    case .difference: "**structure less correctness**"
    case .interaction: "interaction: correctness where well-posed less where ill-posed"
    case .againstShared: "right less shared wrong"
    case .againstIdiosyncratic: "right less idiosyncratic wrong"
    case .againstRandom: "right less random"
    }
  }

  var cellTable: String {
    let isSampled = effects.cells.contains { $0.rate != nil }
    return Markdown.table(
      ["questions", "answer", terms.lengths] + (isSampled ? ["base student's rate (%)"] : [])
        + ["seeds", "greedy gain on hard-train", "pass@\(effects.k) on hard-test"],
      effects.cells.map { cell in
        [cell.cell.form.words, cell.cell.answer.rawValue, cell.cell.lengthWords]
          + (isSampled ? [cell.rate.map(Format.points) ?? Format.missing] : []) + [
            "\(cell.seeds)", Format.signedEstimate(cell.trainGain),
            Format.estimate(cell.testPass),
          ]
      }, leading: 3)
  }
}
