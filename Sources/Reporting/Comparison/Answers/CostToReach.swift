import Statistics

/// What arms cost to reach one level of pass@k: the only compute comparison if no loop matches
/// another's cost.
struct CostToReach {
  var k: Int
  var share: Double
  /// How the level was chosen.
  var rule: String
  var rows: [(arm: String, reach: ComparedArm.Reach, students: Int)]

  /// - Returns: nil if no goal is set and every arm ends at pass@k zero.
  init?(_ comparison: RunComparison) {
    let fresh = DesignedArm.of(comparison).map(\.name)
    let arms = comparison.arms.filter { fresh.contains($0.name) }
    if let goal = comparison.goal {
      k = goal.k
      share = goal.share
      rule = "the level asked for"
    } else {
      k = comparison.k
      let best = arms.map { $0.means(k: comparison.k).joined().mean }.max()
      guard let best, best > 0 else { return nil }
      share = best / 2
      rule = "half of what the best of these arms ends with"
    }
    let (k, share) = (k, share)
    rows = arms.map { arm in
      (
        arm.name,
        arm.reach(share, k: k, axis: .flops), arm.units.count
      )
    }
  }

  var markdown: String {
    """
    FLOPs to pass@\(k) of \(Format.points(share))% or more (\(rule)): at the first measured step at \
    which the mean over seeds is there.

    \(Markdown.table(
      ["arm", "step", "own FLOPs", "with teacher", "students there"],
      rows.map { row in
        [
          Markdown.escape(row.arm), row.reach.step.map(String.init) ?? "not reached",
          row.reach.step == nil ? "" : Format.amount(row.reach.own, .flops),
          row.reach.step == nil ? "" : Format.amount(row.reach.withTeacher, .flops),
          "\(row.reach.students) of \(row.students)",
        ]
      }))
    """
  }
}
