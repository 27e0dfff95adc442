import SelfPlay
import Statistics

/// The answers in words. Each sentence follows from the numbers by a rule stated before it.
struct AnswersText {
  let answers: ComparisonAnswers
  /// What the teachers' arms cost to reach a level, for runs in which no loop matches a cost.
  let reach: CostToReach?
  /// Nil where an arm has several seeds.
  let oneSeed: OneSeed?
  /// Markdown of the figure that shows the collapses; empty without one.
  var collapseFigure = ""

  private struct Section {
    var title: String
    var body: String
    /// What the runs lack to answer it; nil if they answer it.
    var missing: String?

    var markdown: String { "### \(title)\n\n\(body)" }
  }

  var markdown: String {
    let sections = sections
    guard let oneSeed else {
      return (["## Answers", rules] + sections.map(\.markdown)).joined(separator: "\n\n")
    }
    let answered = sections.filter { $0.missing == nil }
    let missing = sections.compactMap(\.missing)
    var parts = [
      "## Answers", "### What one seed can tell",
      oneSeed.sentences { Markdown.escape($0) }.joined(separator: " "),
    ]
    if !missing.isEmpty {
      parts.append("More seeds would still lack " + missing.joined(separator: "; ") + ".")
    }
    if !answered.isEmpty { parts += [rules] + answered.map(\.markdown) }
    if answers.perFLOP.isEmpty, answers.grounded != nil, let reach {
      parts += ["### What arms cost on their way", reach.markdown]
    }
    return parts.joined(separator: "\n\n")
  }

  private var sections: [Section] {
    let grounded = answers.grounded == nil ? "a loop with the grounded reward" : nil
    return [
      Section(
        title: "Does the grounded reward beat each other scheme per outer step?", body: perStep,
        missing: grounded
          ?? (answers.perStep.isEmpty
            ? "an arm that differs from the grounded teacher's in nothing but who wrote its questions"
            : nil)),
      Section(
        title: "Does it per FLOP?", body: perFLOP,
        missing: answers.perFLOP.isEmpty
          ? "a teacher's loop at the grounded one's cost (`matchCostOf`) with an arm to compare"
          : nil),
      Section(
        title: "Which schemes collapse, how, and when?", body: collapses,
        missing: answers.collapses.isEmpty ? "an outer loop" : nil),
      Section(
        title: "Where does mixing with hard-train hide the difference?", body: mixing,
        missing: answers.mixing.isEmpty
          ? "arms of two teachers both alone and with hard-train" : nil),
      Section(
        title: "Promotions", body: promotions,
        missing: answers.promotions.isEmpty && answers.targets.isEmpty
          ? "a loop that measures its students on hard-train" : nil),
    ]
  }

  private var rules: String {
    """
    The rules do not depend on the numbers. A difference is pass@\(answers.k) on hard-test of \
    the arm that trains on fresh questions of the grounded teacher minus that of the other arm; both \
    are fresh students of the base model with the same steps, rollouts and mixing. Seeds are in \
    pairs, and the test problems are the same for all. The grounded reward **beats** the other if \
    the difference is decided to be above zero and **loses** if it is decided to be below. \
    \(Effect.rule) (docs/statistics.md)
    """
  }

  // MARK: Differences

  private var missingGrounded: String? {
    answers.grounded == nil
      ? "This cannot be answered from these runs: no loop has the grounded reward and a number of outer "
        + "steps." : nil
  }

  private var perStep: String {
    if let missingGrounded { return missingGrounded }
    let grounded = Markdown.escape(answers.grounded ?? "")
    guard !answers.perStep.isEmpty else {
      return "This cannot be answered from these runs: no arm trains on fresh questions of "
        + "\(grounded) beside one that differs from it in nothing but who wrote them."
        + notCompared
    }
    // Names of loops hold no commas.
    let loops =
      grounded.contains(", ")
      ? "Grounded are the loops \(grounded), each compared with what has questions of its kind"
      : "Grounded is the loop \(grounded)"
    return "\(loops); the others have as many outer steps.\n\n"
      + verdicts(answers.perStep) + "\n\n" + table(answers.perStep) + notCompared
  }

  private var notCompared: String {
    guard !answers.notCompared.isEmpty else { return "" }
    return "\n\nNot compared: "
      + answers.notCompared.map { Markdown.escape($0) }.joined(separator: "; ") + "."
  }

  private var perFLOP: String {
    if let missingGrounded { return missingGrounded }
    guard answers.perFLOP.isEmpty else {
      return """
        These loops went on until their own floating-point operations reached those of \
        \(Markdown.escape(answers.grounded ?? "")) at the same seed.\(shortOfCost)

        \(verdicts(answers.perFLOP))

        \(table(answers.perFLOP))
        """
    }
    let plain =
      "This cannot be answered from these runs: no teacher's loop matches the cost of the grounded "
      + "one (`matchCostOf`), or none that does has an arm to compare."
    guard let reach else { return plain }
    return plain + " What can be told is what arms cost on their way:\n\n" + reach.markdown
  }

  /// Loops that reached their step limit or collapsed before spending the matched cost.
  private var shortOfCost: String {
    let names = answers.perFLOP.filter { ($0.costRatio ?? 0) < 0.99 }
      .map { Markdown.escape($0.rival) }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return names.isEmpty
      ? ""
      : " Not all did, so that their verdicts are not at equal compute: "
        + names.listedNames + "."
  }

  /// One sentence for each way of mixing that the arms have, and one on what is missing.
  private func verdicts(_ comparisons: [SchemeComparison]) -> String {
    let present = Set(comparisons.map(\.mixing))
    let hasBoth =
      present.contains(.alone)
      && !present.isDisjoint(with: ArmConfiguration.Mixing.withHardTrain)
    let missing =
      hasBoth
      ? []
      : present.contains(.alone)
        ? ["- **with hard-train**: cannot be answered, there are no such arms."]
        : [
          "- **\(ArmConfiguration.Mixing.alone.words)**: cannot be answered, there are no such arms."
        ]
    return
      (ArmConfiguration.Mixing.reported.filter(present.contains).map { mixing in
        let here = comparisons.filter { $0.mixing == mixing }
        let parts = [
          (Decision.above, "it beats"), (.below, "it loses to"),
          (.undecided, "it is undecided against"),
        ].compactMap { verdict, words -> String? in
          let rivals = here.filter { $0.difference.decision == verdict }.map {
            Markdown.escape($0.rival)
          }
          return rivals.isEmpty ? nil : "\(words) \(rivals.listedNames)"
        }
        return "- **\(mixing.words)**: " + parts.joined(separator: "; ")
          + " (\(here.count.counted("comparison")))."
      } + missing).joined(separator: "\n")
  }

  private func table(_ comparisons: [SchemeComparison]) -> String {
    let rows = comparisons.map { comparison in
      [
        Markdown.escape(comparison.rival), comparison.scheme.map { Markdown.escape($0) } ?? "",
        comparison.mixing.rawValue, Markdown.escape(comparison.arm),
        Markdown.escape(comparison.rivalArm),
        comparison.costRatio.map { Format.fixed($0, digits: 2) } ?? Format.missing,
      ] + Format.effectCells(comparison.difference, words: ("beats", "loses"))
    }
    return """
      In percentage points; positive: the grounded teacher's arm is better. Cost: FLOPs of the \
      rival's loop over those of the grounded one.

      \(Markdown.table(
        [
          "grounded against", "scheme", "mixing", "its arm", "rival's arm", "cost",
        ] + Format.effectHeader, rows, leading: 5))
      """
  }

  // MARK: Collapse

  private var collapses: String {
    guard !answers.collapses.isEmpty else {
      return "This cannot be answered from these runs: they hold no outer loop."
    }
    let rows = answers.collapses.map { teacher in
      let collapsed = teacher.loops.filter { !$0.onsets.isEmpty }
      let isShort = collapsed.isEmpty && teacher.loops.allSatisfy { $0.steps < 2 * Collapse.window }
      return [
        Markdown.escape(teacher.teacher), Markdown.escape(teacher.scheme),
        isShort ? "too short to tell" : "\(collapsed.count) of \(teacher.loops.count)",
      ]
        + Collapse.Kind.allCases.map { kind in
          let steps = teacher.loops.compactMap { loop in
            loop.onsets.first { $0.kind == kind }.map { "\($0.step) (seed \(loop.seed))" }
          }
          return steps.isEmpty ? Format.missing : steps.joined(separator: ", ")
        } + [Set(teacher.loops.map(\.steps)).sorted().listed]
    }
    let header =
      ["teacher", "scheme", "seeds collapsed"] + Collapse.Kind.allCases.map(\.words)
      + ["outer steps done"]
    return Collapse.rules + " Cells hold the outer step at which it set in.\n\n" + collapseSentence
      + "\n\n" + Markdown.table(header, rows, numeric: false)
      + (collapseFigure.isEmpty ? "" : "\n\n" + collapseFigure)
  }

  private var collapseSentence: String {
    let counts = answers.collapses.map { teacher in
      (teacher, teacher.loops.count { !$0.onsets.isEmpty })
    }
    func names(_ wanted: (Int, Int) -> Bool) -> String? {
      let names = counts.filter { wanted($0.1, $0.0.loops.count) }
        .map { Markdown.escape($0.0.teacher) }
      return names.isEmpty ? nil : names.listedNames
    }
    let parts = [
      names { $0 == $1 }.map { "In every seed: \($0)." },
      names { $0 > 0 && $0 < $1 }.map { "In some seeds: \($0)." },
      names { count, _ in count == 0 }.map { "In none, as far as they go: \($0)." },
    ]
    return parts.compactMap { $0 }.joined(separator: " ")
  }

  // MARK: Mixing

  private var mixing: String {
    guard !answers.mixing.isEmpty else {
      return
        "This cannot be answered from these runs: no pair of arms is there both alone and with "
        + "hard-train."
    }
    let rows = answers.mixing.map { effect in
      [
        Markdown.escape(effect.rival), effect.mixing.words,
        Format.signedPoints(effect.alone), Format.signedPoints(effect.mixed),
      ] + Format.effectCells(effect.change)
    }
    let ways = ArmConfiguration.Mixing.withHardTrain.filter { way in
      answers.mixing.contains { $0.mixing == way }
    }
    return """
      Hard-train narrows the spread where (spread alone less spread with it) is decided to be above \
      zero, and widens it where it is decided to be below; the spread is the standard deviation of the \
      arms of those trained teachers that have as many outer steps (jackknife over seeds). Both spreads \
      hold some noise.

      \(ways.map { "- **\($0.words)**: \(spreadSentence($0)) \(pairsSentence($0))" }
        .joined(separator: "\n"))

      \(Markdown.table(
        [
          "grounded against", "hard-train", "difference alone", "difference with it",
        ] + Format.effectHeader, rows, leading: 2))

      The effect is the difference alone less that with hard-train.
      """
  }

  private func spreadSentence(_ mixing: ArmConfiguration.Mixing) -> String {
    guard let spread = answers.spreads.first(where: { $0.mixing == mixing }) else {
      return "The spread over teachers cannot be told: fewer than two have arms of both kinds."
    }
    let numbers =
      "\(Format.points(spread.alone)) points alone, \(Format.points(spread.mixed)) with it, change "
      + "\(Format.effect(spread.change)) "
      + "(\(spread.teachers) teachers, \(spread.change.seeds.counted("seed")))"
    return switch spread.change.decision {
    case .above: "It narrows the spread between teachers: \(numbers)."
    case .below: "It widens the spread between teachers: \(numbers)."
    case .undecided: "Whether it narrows the spread between teachers is undecided: \(numbers)."
    }
  }

  private func pairsSentence(_ mixing: ArmConfiguration.Mixing) -> String {
    let hidden = answers.mixing.filter { effect in
      guard effect.mixing == mixing else { return false }
      return switch effect.change.decision {
      case .above: effect.alone > 0
      case .below: effect.alone < 0
      case .undecided: false
      }
    }.map { Markdown.escape($0.rival) }
    return hidden.isEmpty
      ? "In no pair is it decided that it takes away from a difference."
      : "It takes away from the difference to \(hidden.listedNames)."
  }

  // MARK: Promotions

  private var promotions: String {
    guard !answers.promotions.isEmpty else {
      return "This cannot be answered from these runs: no loop measured its students on hard-train."
        + targets
    }
    return answers.promotions.map { summary in
      let rows = summary.seeds.map { seed in
        [
          Markdown.code(seed.run), "\(seed.seed)", "\(seed.outerSteps)", "\(seed.steps.count)",
          seed.steps.isEmpty ? Format.missing : seed.steps.map(String.init).joined(separator: ", "),
          seed.before.map(Format.signedPoints) ?? Format.missing,
          seed.after.map(Format.signedPoints) ?? Format.missing,
        ]
      }
      return """
        **\(Markdown.escape(summary.teacher))**. \(change(summary)) \(selection(summary))\
        \(noise(summary.noise))

        \(Markdown.table(
          [
            "run", "seed", "outer steps", "promotions", "at steps", "R_t before", "R_t after",
          ], rows))
        """
    }.joined(separator: "\n\n") + targets
  }

  private func change(_ summary: PromotionSummary) -> String {
    guard let before = summary.before, let after = summary.after, let change = summary.change else {
      return summary.promotes
        ? "No seed went on after a promotion, so that R_t before and after cannot be compared."
        : "It promotes nobody."
    }
    let verdict =
      switch change.decision {
      case .above: "R_t rises"
      case .below: "R_t falls"
      case .undecided: "Whether R_t changes is undecided"
      }
    return
      "\(verdict) with the first promotion: \(Format.signedEstimate(before)) points before the window "
      + "that triggered it, \(Format.signedEstimate(after)) after it, change \(Format.effect(change)) "
      + "(\(change.seeds.counted("seed")); the window is left out, as it ended for being high)."
  }

  /// The promoted student is the median one of the best dataset, so its luck enters the baseline
  /// for later rewards.
  private func selection(_ summary: PromotionSummary) -> String {
    guard let selection = summary.selection, let drop = summary.drop else { return "" }
    return "The student that a promotion chooses stands \(Format.signedEstimate(selection)) points "
      + "above the mean of all students of its step, and so much R_t loses by the choice alone; "
      + "from the step of a promotion to the next it changes by \(Format.signedEstimate(drop)). "
  }

  private func noise(_ noise: RewardNoise?) -> String {
    guard let noise else {
      return "With one student per dataset, rewards cannot be told from noise."
    }
    return "R_k spreads by more than the standard error of its repeats in "
      + "\(Format.points(noise.share))% of \(noise.steps.counted("outer step")), where noise alone "
      + "would in \(Format.points(noise.chance))%; standard deviation "
      + "\(Format.points(noise.between)) points between datasets, \(Format.points(noise.within)) "
      + "between students of one dataset."
  }

  private var targets: String {
    guard !answers.targets.isEmpty else { return "" }
    let rows = answers.targets.map { trend in
      [
        Markdown.escape(trend.teacher), Format.points(trend.first), Format.points(trend.last),
      ] + Format.effectCells(trend.change, words: ("rises", "falls"))
    }
    return """


      Share of the questions' operations that hard problems need (percent), in the first and the last \
      \(TargetTrend.window) outer steps; the effect is the change.

      \(Markdown.table(["teacher", "first", "last"] + Format.effectHeader, rows))
      """
  }
}
