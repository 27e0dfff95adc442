import SelfPlay
import Statistics

/// What a comparison says where every arm has one seed, which decides nothing.
struct OneSeed {
  private let comparison: RunComparison
  private let answers: ComparisonAnswers

  /// Nil where an arm has several seeds.
  init?(_ comparison: RunComparison, _ answers: ComparisonAnswers) {
    guard comparison.rows.allSatisfy({ $0.seeds == 1 }) else { return nil }
    self.comparison = comparison
    self.answers = answers
  }

  /// What the seed tells, and what it takes to know more.
  ///
  /// - Parameter escape: makes names safe for the place where they are shown.
  func sentences(_ escape: (String) -> String) -> [String] {
    [
      "Each arm has one seed. Intervals are over the test problems: they hold for these students, "
        + "and say nothing about other seeds.",
      ranking(escape), grounded(escape),
      "A verdict takes at least \(Effect.leastSeeds) seeds, such as "
        + "--set 'seeds=\(Array(1...Effect.leastSeeds))'.",
    ].compactMap { $0 }
  }

  private func ranking(_ escape: (String) -> String) -> String? {
    let scores = comparison.rows.compactMap { row in
      row.passAtK.first { $0.k == comparison.k }.map { (arm: row.arm, share: $0.estimate.value) }
    }.filter { $0.share.isFinite }
    guard let best = scores.max(by: { $0.share < $1.share }), scores.count > 1 else { return nil }
    let shown =
      "At pass@\(comparison.k), \(escape(best.arm)) leads with "
      + "\(Format.points(best.share))%"
    guard let baseline = scores.first(where: { $0.arm == comparison.baseline }),
      baseline.arm != best.arm
    else { return shown + "." }
    return shown + "; \(escape(baseline.arm)) has \(Format.points(baseline.share))%."
  }

  /// The grounded teacher's questions against those that nobody trained.
  private func grounded(_ escape: (String) -> String) -> String? {
    let differences = answers.perStep.filter { $0.kind == .untrained }
    guard let teacher = answers.grounded, !differences.isEmpty else { return nil }
    let parts = differences.map {
      "\(Format.signedPoints($0.difference.estimate.value)) points with \($0.mixing.words)"
    }
    return
      "Questions of the trained teacher \(escape(teacher)) against those of the untrained one: "
      + parts.joined(separator: ", ") + "."
  }
}
