import Statistics

extension TrainingSignal {
  /// A table and a sentence per loop; empty if no labelled question was trained on.
  var markdown: String {
    guard !rows.isEmpty else { return "" }
    let cells = rows.map { row in
      [
        Markdown.escape(row.teacher), row.phase.words, row.questionClass.words, "\(row.seeds)",
        Format.estimate(row.share),
      ]
        + [row.solveRate, row.zeroVariance, row.allSolved, row.noneSolved, row.gradientShare].map {
          $0.map(Format.estimate) ?? Format.missing
        }
    }
    let table = Markdown.table(
      [
        "loop", "steps", "questions", "seeds", "share of questions", "training solve rate",
        "zero-variance groups", "all solved", "none solved", "share of groups with a gradient",
      ], cells, leading: 3)
    return """
      #### What students could learn from

      In %, with 95% t intervals over seeds; one seed has none. The training solve rate counts the \
      rollouts in training that give the teacher's answer. A group of rollouts with equal rewards \
      (zero variance) has no gradient. *All solved* and *none solved* are the parts of these groups \
      on questions that every rollout solved, or none; the rest is on questions solved at times, \
      whose groups can be either. The first promotion's own step counts as before it: its students \
      started from the old baseline. The list names the class with the largest share of the groups \
      with a gradient: *most* where the whole interval is above 50%.

      \(table)

      \(sentences.map { "- \($0)" }.joined(separator: "\n"))
      """
  }

  /// For each loop, the class with the largest share of the groups with a gradient: after the first
  /// promotion, or of all steps without one. *Most* where the whole interval is above one half.
  var sentences: [String] {
    let teachers = rows.reduce(into: [String]()) {
      if !$0.contains($1.teacher) { $0.append($1.teacher) }
    }
    return teachers.compactMap { teacher in
      let own = rows.filter { $0.teacher == teacher }
      let phase: Phase =
        own.contains { $0.phase == .afterPromotion } ? .afterPromotion : .noPromotion
      return sentence(teacher, phase, own)
    }
  }

  private func sentence(_ teacher: String, _ phase: Phase, _ own: [Row]) -> String? {
    let candidates = own.filter { $0.phase == phase }
    guard !candidates.isEmpty else { return nil }
    let opening =
      "\(Markdown.escape(teacher)), \(phase == .afterPromotion ? "after promotions" : "no promotion")"
    let measured = candidates.compactMap { row in row.gradientShare.map { (row: row, share: $0) } }
    guard let (row, share) = measured.max(by: { $0.share.value < $1.share.value }) else {
      return "\(opening): no group had a gradient."
    }
    let size = share.lower > 0.5 ? "most" : "the largest part"
    let before = own.first {
      $0.phase == .beforePromotion && $0.questionClass == row.questionClass
    }?.gradientShare
    let earlier = phase == .afterPromotion ? before.map { ", before \(Format.estimate($0))%" } : nil
    let seeds = row.seeds == 1 ? "; one seed, no interval" : ""
    return "\(opening): \(row.questionClass.words) questions make up \(size) of the groups with a "
      + "gradient, \(Format.estimate(share))%\(earlier ?? ""), and \(Format.estimate(row.share))% of "
      + "the questions\(seeds)."
  }
}

extension TrainingSignal.QuestionClass {
  var words: String {
    switch self {
    case .correct: "well-posed and correct"
    case .wrong: "well-posed and wrong"
    case .illPosed: "ill-posed"
    }
  }
}

extension TrainingSignal.Phase {
  var words: String {
    switch self {
    case .noPromotion: "all (no promotion)"
    case .beforePromotion: "before the first promotion"
    case .afterPromotion: "after it"
    }
  }
}
