import Statistics

/// The arms with a reach in words and tables.
struct ReachText {
  var effects: ReachEffects
  var terms: DesignTerms

  private var lengths: [[Int]] {
    effects.cells.map(\.lengths).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  var rules: String {
    """
    Fresh students of the base model train on questions whose rewarded answer the base student gives \
    by itself at a known rate, measured on its own samples. *Right* is the true answer of a well-posed \
    question, *wrong* the most frequent other answer within the reach, and a reach of 0 an answer \
    that the student never gave. Reach cannot be drawn freely: a question that the student mostly \
    solves \(terms.solved), so read right answers along the reach with the target share beside \
    them. Wrong answers are chosen by their rate alone.

    Effects are means over the reaches for which both sides found at least \
    \(Int(100 * ReachEffects.leastFound))% of the questions. \(Effect.rule) (docs/statistics.md)
    """
  }

  /// By pass@k on hard-test.
  var conclusion: String {
    ReachEffects.Difference.Contrast.allCases.compactMap { contrast in
      effects.difference(contrast, .testPass).map { "- \(sentence(contrast, $0.effect))" }
    }.joined(separator: "\n")
  }

  private func sentence(
    _ contrast: ReachEffects.Difference.Contrast, _ effect: Effect
  ) -> String {
    let (subject, other) =
      switch contrast {
      case .wrongWithinReach:
        ("wrong answers that the student gives by itself", "ones that it never gave")
      case .illPosedWithinReach:
        (
          "answers to ill-posed questions that the student gives by itself",
          "ones that it never gave"
        )
      case .rightAtReach: ("right answers", "wrong ones that the student gives as often")
      case .posedAtReach:
        (
          "wrong answers to well-posed questions",
          "answers to ill-posed ones that it gives as often"
        )
      }
    let verdict =
      switch effect.decision {
      case .above: "\(subject) teach **more** than \(other)"
      case .below: "\(subject) teach **less** than \(other)"
      case .undecided: "it is **undecided** whether \(subject) teach more or less than \(other)"
      }
    return "\(verdict.prefix(1).uppercased())\(verdict.dropFirst()): \(Format.effect(effect))."
  }

  var effectTable: String {
    let rows = effects.differences.map { difference in
      [
        Self.words(difference.contrast),
        difference.outcome == .trainGain
          ? "greedy gain on hard-train" : "pass@\(effects.k) on hard-test",
      ] + Format.effectCells(difference.effect)
    }
    return Markdown.table(["effect", "measured by"] + Format.effectHeader, rows, leading: 2)
  }

  private static func words(_ contrast: ReachEffects.Difference.Contrast) -> String {
    switch contrast {
    case .wrongWithinReach: "wrong, within reach less never given"
    case .illPosedWithinReach: "ill-posed, within reach less never given"
    case .rightAtReach: "right less wrong at the same reach"
    case .posedAtReach: "well-posed less ill-posed, wrong, at the same reach"
    }
  }

  var cellTable: String {
    let rows = effects.cells.map { cell in
      [
        cell.kind.words, cell.lengths.map(String.init).joined(separator: " or "), Self.reach(cell),
        cell.rate.map { Format.fixed($0, digits: 3) } ?? Format.missing,
        Format.fixed(cell.questions, digits: 0),
        cell.targetShare.map { Format.points($0) } ?? Format.missing, "\(cell.seeds)",
        Format.signedEstimate(cell.trainGain), Format.estimate(cell.testPass),
      ]
    }
    return Markdown.table(
      [
        "questions with", terms.lengths, "reach", "measured rate", "questions", "target share (%)",
        "seeds", "greedy gain on hard-train", "pass@\(effects.k) on hard-test",
      ], rows, leading: 3)
  }

  static func reach(_ cell: ReachEffects.Cell, to word: String = " to ") -> String {
    cell.low == cell.high ? number(cell.low) : "\(number(cell.low))\(word)\(number(cell.high))"
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }
}
