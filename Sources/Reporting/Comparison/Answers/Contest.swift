import Diagnostics
import SelfPlay
import Statistics

/// The arms of a grounded teacher and their rivals, whose questions are of the same kind.
struct Contest {
  struct Rival {
    var label: String
    var kind: SchemeComparison.RivalKind
    var author: DesignedArm.Author
    var scheme: String?
    var costRatio: Double?
  }

  let arms: [DesignedArm]
  let teachers: [LoopedTeacher]
  private let kind: String
  private let isOneOfSeveral: Bool
  let k: Int
  /// Whether all runs have the same test problems.
  let sharesProblems: Bool
  /// The loop that other schemes compete with; of several the paper's, with promotion.
  let grounded: LoopedTeacher?

  /// One for each kind of questions that some grounded loop has; one without a grounded loop if none
  /// has.
  static func all(
    arms: [DesignedArm], teachers: [LoopedTeacher], k: Int, sharesProblems: Bool
  ) -> [Contest] {
    let kinds = teachers.filter(\.isGrounded).map(\.design.questionKind).distinct
    return (kinds.isEmpty ? [""] : kinds).map { kind in
      Contest(
        arms: arms, teachers: teachers.filter { $0.design.questionKind == kind }, kind: kind,
        isOneOfSeveral: kinds.count > 1, k: k, sharesProblems: sharesProblems)
    }
  }

  private init(
    arms: [DesignedArm], teachers: [LoopedTeacher], kind: String, isOneOfSeveral: Bool, k: Int,
    sharesProblems: Bool
  ) {
    self.arms = arms
    self.teachers = teachers
    self.kind = kind
    self.isOneOfSeveral = isOneOfSeveral
    self.k = k
    self.sharesProblems = sharesProblems
    let candidates = teachers.filter(\.isGrounded)
    let contested = candidates.filter { own in
      teachers.contains { !$0.isGrounded && Self.isRival($0, of: own) }
    }
    let choice = contested.isEmpty ? candidates : contested
    grounded = choice.first(where: \.design.promotion) ?? choice.first
  }

  /// Whether a loop has as many outer steps as another, or matches its cost.
  private static func isRival(_ teacher: LoopedTeacher, of own: LoopedTeacher) -> Bool {
    teacher.identity != own.identity
      && (teacher.matched == own.identity
        || teacher.matched == nil && teacher.design.outerSteps == own.design.outerSteps)
  }

  // MARK: Who meets whom

  /// Whose rival it is, where that is not the same for all.
  private var side: String {
    isOneOfSeveral ? grounded.map { " (against \($0.label))" } ?? "" : ""
  }

  /// Loops with as many outer steps as the grounded one, then the untrained and curated rivals.
  private var rivalsPerStep: [Rival] {
    guard let grounded else { return [] }
    return teachers.filter { $0.matched == nil && Self.isRival($0, of: grounded) }.map(rival) + [
      Rival(label: "the untrained teacher\(side)", kind: .untrained, author: .untrained(kind)),
      Rival(label: "curated problems\(side)", kind: .curated, author: .curated),
    ]
  }

  private var rivalsPerFLOP: [Rival] {
    teachers.filter { $0.matched != nil && $0.matched == grounded?.identity }.map(rival)
  }

  private func rival(_ teacher: LoopedTeacher) -> Rival {
    let ratios = teacher.loops.compactMap { loop -> Double? in
      guard let own = loop.flops,
        let other = grounded?.loops.first(where: { $0.seed == loop.seed })?.flops, other > 0
      else { return nil }
      return own / other
    }
    return Rival(
      label: teacher.label, kind: .teacher, author: .teacher(teacher.identity),
      scheme: teacher.design.scheme,
      costRatio: ratios.count == teacher.loops.count ? ratios.mean : nil)
  }

  /// The arm that trains on the grounded teacher's questions with this mixing.
  private func groundedArm(_ mixing: ArmConfiguration.Mixing) -> DesignedArm? {
    guard let grounded else { return nil }
    return arms.first { $0.author == .teacher(grounded.identity) && $0.design.mixing == mixing }
  }

  /// The rival's arm that differs from `arm` only in its questions, preferably with as many.
  private func arm(of rival: Rival, like arm: DesignedArm) -> DesignedArm? {
    let alike = arms.filter { $0.author == rival.author && $0.design.isAlike(arm.design) }
    return alike.first { $0.design.count == arm.design.count } ?? alike.first
  }

  /// Seeds that all arms have; empty if their numbers of problems differ.
  private func sharedSeeds(_ arms: [DesignedArm]) -> [Int] {
    guard let first = arms.first else { return [] }
    let seeds = first.students.keys.filter { seed in
      arms.allSatisfy { $0.students[seed]?.isEmpty == false }
    }.sorted()
    let counts = Set(
      arms.flatMap { arm in seeds.flatMap { arm.students[$0] ?? [] } }.map(\.successes.count))
    return counts.count == 1 && counts.first != 0 ? seeds : []
  }

  // MARK: Differences

  var perStep: [SchemeComparison] { compare(rivalsPerStep) }
  var perFLOP: [SchemeComparison] { compare(rivalsPerFLOP) }

  private func compare(_ rivals: [Rival]) -> [SchemeComparison] {
    ([.alone] + ArmConfiguration.Mixing.withHardTrain).flatMap { mixing in
      rivals.compactMap { rival -> SchemeComparison? in
        guard let own = groundedArm(mixing), let other = arm(of: rival, like: own) else {
          return nil
        }
        let seeds = sharedSeeds([own, other])
        guard !seeds.isEmpty else { return nil }
        return comparison(own, other, rival, seeds: seeds)
      }
    }
  }

  private func comparison(
    _ own: DesignedArm, _ other: DesignedArm, _ rival: Rival, seeds: [Int]
  ) -> SchemeComparison {
    SchemeComparison(
      rival: rival.label, kind: rival.kind, scheme: rival.scheme, mixing: own.design.mixing,
      arm: own.name, rivalArm: other.name,
      difference: Effect(
        CrossedMean(
          arms: [own, other].map { $0.scores(seeds: seeds, k: k) }, weights: [1, -1],
          sharesProblems: sharesProblems)),
      costRatio: rival.costRatio)
  }

  /// Teachers that are in no comparison, with the reason.
  var notCompared: [String] {
    guard let grounded else { return [] }
    let known = Set((perStep + perFLOP).map(\.rival))
    return teachers.compactMap { teacher -> String? in
      guard teacher.identity != grounded.identity, !known.contains(teacher.label) else {
        return nil
      }
      if Self.isRival(teacher, of: grounded) {
        return "\(teacher.label): no arm like one of \(grounded.label)'s, of its seeds"
      }
      return teacher.matched == nil
        ? "\(teacher.label): \(teacher.design.outerSteps) outer steps, not "
          + "\(grounded.design.outerSteps)"
        : "\(teacher.label): matches the cost of another loop"
    }
  }

  // MARK: Mixing

  /// The grounded arm and a rival's, alone and with hard-train, over the seeds that all four have.
  var mixingEffects: [MixingEffect] {
    guard let alone = groundedArm(.alone) else { return [] }
    return ArmConfiguration.Mixing.withHardTrain.flatMap { mixing -> [MixingEffect] in
      guard let mixed = groundedArm(mixing) else { return [] }
      return (rivalsPerStep + rivalsPerFLOP).compactMap { effect(of: $0, alone, mixed) }
    }
  }

  private func effect(
    of rival: Rival, _ alone: DesignedArm, _ mixed: DesignedArm
  ) -> MixingEffect? {
    guard let otherAlone = arm(of: rival, like: alone),
      let otherMixed = arm(of: rival, like: mixed)
    else { return nil }
    let four = [alone, otherAlone, mixed, otherMixed]
    let seeds = sharedSeeds(four)
    guard !seeds.isEmpty else { return nil }
    let means = four.map { $0.scores(seeds: seeds, k: k).map { $0.map(\.mean).mean }.mean }
    let change = Effect(
      CrossedMean(
        arms: four.map { $0.scores(seeds: seeds, k: k) }, weights: [1, -1, -1, 1],
        sharesProblems: sharesProblems))
    return MixingEffect(
      rival: rival.label, mixing: mixed.design.mixing, alone: means[0] - means[1],
      mixed: means[2] - means[3], change: change)
  }

  var spreads: [MixingSpread] {
    ArmConfiguration.Mixing.withHardTrain.compactMap(spread).decided(\.change)
  }

  /// Over trained teachers with as many outer steps, and arms both alone and mixed.
  private func spread(_ mixing: ArmConfiguration.Mixing) -> MixingSpread? {
    guard let alone = groundedArm(.alone), let mixed = groundedArm(mixing), let grounded else {
      return nil
    }
    let rivals = rivalsPerStep.filter { $0.kind == .teacher }
    let own = Rival(
      label: grounded.label, kind: .teacher, author: .teacher(grounded.identity))
    let pairs = ([own] + rivals).compactMap { rival -> (DesignedArm, DesignedArm)? in
      guard let first = arm(of: rival, like: alone), let second = arm(of: rival, like: mixed) else {
        return nil
      }
      return (first, second)
    }
    let all = pairs.map(\.0) + pairs.map(\.1)
    let seeds = sharedSeeds(all)
    guard pairs.count > 1, !seeds.isEmpty else { return nil }
    // [arm][seed]
    let means = all.map { $0.scores(seeds: seeds, k: k).map { $0.map(\.mean).mean } }
    func deviations(_ means: [Double]) -> (alone: Double, mixed: Double) {
      (
        means.prefix(pairs.count).standardDeviation, means.suffix(pairs.count).standardDeviation
      )
    }
    let observed = deviations(means.map(\.mean))
    // A spread is no mean over seeds: the jackknife's pseudo-values are.
    let change = Jackknife.pseudoValues(seeds.indices) { kept in
      let spread = deviations(means.map { arm in kept.map { arm[$0] }.mean })
      return spread.alone - spread.mixed
    }
    return MixingSpread(
      mixing: mixing, teachers: pairs.count, alone: observed.alone, mixed: observed.mixed,
      change: Effect(CrossedMean(seeds: change, extent: means.joined().max())))
  }
}
