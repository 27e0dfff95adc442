import Statistics

/// The part of an experiment's effects that the base student's rate explains, in words and a table.
struct RateMediationText {
  var mediations: [RateMediation]
  /// The k of `testPass`.
  var k: Int

  var rules: String {
    """
    *Rate* is the share of the base student's own samples that give the rewarded answer, a mean over \
    a cell's questions. The direct effect is left between cells of equal rates, by least squares over \
    cells and seeds, less their seed's mean; the indirect one is the total less the direct one. \
    Intervals leave out one seed at a time, t(seeds - 1), in points. A share stands only where the \
    total is decided. Cells were not made to have equal rates, so this describes; cells with a reach \
    are made so. (docs/statistics.md)
    """
  }

  /// By pass@k on hard-test.
  var sentence: String {
    mediations.filter { $0.outcome == .testPass }.map { mediation in
      let indirect = Format.effect(mediation.indirect)
      let name = "the effect of \(Self.words(mediation.kind))"
      guard let share = mediation.share else {
        return "- No share of \(name), which is undecided (indirect \(indirect))."
      }
      return "- The rate explains \(Format.percent(share))% of \(name) (indirect \(indirect))."
    }.joined(separator: "\n")
  }

  var table: String {
    let rows = mediations.map { mediation in
      [
        Self.words(mediation.kind),
        mediation.outcome == .trainGain ? "greedy gain on hard-train" : "pass@\(k) on hard-test",
        Format.signedEstimate(mediation.total.estimate),
        Format.signedEstimate(mediation.direct.estimate),
      ] + Format.effectCells(mediation.indirect)
        + [mediation.share.map(Format.percent) ?? Format.missing]
    }
    var header = Format.effectHeader
    (header[0], header[1]) = ("seeds", "indirect")
    return Markdown.table(
      ["effect", "measured by", "total", "direct"] + header + ["share (%)"], rows, leading: 2)
  }

  private static func words(_ kind: InterventionEffect.Kind) -> String {
    kind == .structure ? "structure" : "correctness"
  }
}
