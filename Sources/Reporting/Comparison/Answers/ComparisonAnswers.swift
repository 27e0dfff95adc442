import Statistics

/// Answers to the runs' research questions, by rules fixed independently of the results.
public struct ComparisonAnswers: Encodable, Sendable, Equatable {
  public struct Collapses: Codable, Sendable, Equatable {
    public var teacher: String
    public var scheme: String
    public var loops: [LoopCollapse]

    init(_ teacher: LoopedTeacher) {
      self.teacher = teacher.label
      scheme = teacher.design.scheme
      loops = teacher.loops.map(LoopCollapse.init)
    }
  }

  /// Names of the loops that are compared with others, one for each kind of questions; nil if there is
  /// none.
  public var grounded: String?
  public var k: Int
  public var perStep: [SchemeComparison]
  public var perFLOP: [SchemeComparison]
  /// Teachers in neither comparison, with the reason.
  public var notCompared: [String]
  public var collapses: [Collapses]
  public var mixing: [MixingEffect]
  /// One per way of mixing in hard-train, over teachers with the first kind of questions.
  public var spreads: [MixingSpread]
  public var promotions: [PromotionSummary]
  public var targets: [TargetTrend]

  init(_ comparison: RunComparison) {
    let teachers = LoopedTeacher.of(comparison.runs)
    let contests = Contest.all(
      arms: DesignedArm.of(comparison), teachers: teachers, k: comparison.k,
      sharesProblems: comparison.arms.allSatisfy(\.sharesProblems))
    let names = contests.compactMap(\.grounded?.label)
    grounded = names.isEmpty ? nil : names.listedNames
    k = comparison.k
    perStep = contests.flatMap(\.perStep).decided(\.difference)
    perFLOP = contests.flatMap(\.perFLOP).decided(\.difference)
    let met = contests.flatMap(\.teachers).map(\.identity)
    notCompared =
      contests.flatMap(\.notCompared)
      + (names.isEmpty
        ? []
        : teachers.filter { !met.contains($0.identity) }.map {
          "\($0.label): no loop with the grounded reward has questions of its kind"
        })
    mixing = contests.flatMap(\.mixingEffects).decided(\.change)
    spreads = contests.first?.spreads ?? []
    collapses = teachers.map(Collapses.init)
    promotions = teachers.compactMap(PromotionSummary.init).decided(\.change)
    targets = teachers.compactMap(TargetTrend.init).decided(\.change)
  }
}
