public import Statistics

/// Arms that train on different subsets of one question set, or with different answers: the paper's
/// section C.5, where a set's well-posed questions beat its correct ones alone.
public struct SubsetComparison: Codable, Sendable, Equatable {
  public var set: String
  public var arm: String
  /// Empty for the whole set, unchanged.
  public var selection: String
  public var seeds: Int
  public var trainGain: Estimate
  public var testPass: Estimate
  /// pass@k minus the well-posed arm's; nil for that arm.
  public var difference: Effect?

  static func of(_ run: ComparedRun, k: Int) -> [SubsetComparison] {
    let named = run.design.arms.filter { !$0.questionSet.isEmpty }
    let sets = named.map(\.questionSet).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return sets.flatMap { set in
      let arms = named.filter { $0.questionSet == set }.compactMap { design in
        MeasuredArm(design, in: run, k: k).map { (design: design, arm: $0) }
      }
      let reference = arms.first { $0.design.selection == "wellPosed" }
      return arms.map { design, arm in
        let seeds = arm.seeds.filter { reference?.arm.seeds.contains($0) ?? true }
        let isReference = design.name == reference?.design.name
        var comparison = SubsetComparison(
          set: set, arm: design.name, selection: design.selection, seeds: arm.seeds.count,
          trainGain: arm.mean(.trainGain, arm.seeds), testPass: arm.mean(.testPass, arm.seeds))
        guard let reference, !isReference, !seeds.isEmpty else { return comparison }
        comparison.difference = Effect(
          CrossedMean(
            arms: [arm, reference.arm].map { $0.scores(.testPass, seeds) }, weights: [1, -1]))
        return comparison
      }
    }.decided(\.difference)
  }
}
