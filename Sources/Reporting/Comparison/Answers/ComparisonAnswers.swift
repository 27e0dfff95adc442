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

  /// Name of the loop that is compared with the others; nil if there is none.
  public var grounded: String?
  public var k: Int
  public var perStep: [SchemeComparison]
  public var perFLOP: [SchemeComparison]
  /// Teachers in neither comparison, with the reason.
  public var notCompared: [String]
  public var collapses: [Collapses]
  public var mixing: [MixingEffect]
  /// One per way of mixing in hard-train.
  public var spreads: [MixingSpread]
  public var promotions: [PromotionSummary]
  public var targets: [TargetTrend]

  init(_ comparison: RunComparison) {
    let teachers = LoopedTeacher.of(comparison.runs)
    let contest = Contest(
      arms: DesignedArm.of(comparison), teachers: teachers, k: comparison.k,
      sharesProblems: comparison.arms.allSatisfy(\.sharesProblems))
    grounded = contest.grounded?.label
    k = comparison.k
    perStep = contest.perStep
    perFLOP = contest.perFLOP
    notCompared = contest.notCompared
    mixing = contest.mixingEffects
    spreads = contest.spreads
    collapses = teachers.map(Collapses.init)
    promotions = teachers.compactMap(PromotionSummary.init).decided(\.change)
    targets = teachers.compactMap(TargetTrend.init).decided(\.change)
  }
}
