/// One outer loop of a run: a teacher and its reward. The loops of a run share base model, hard
/// set, learning rates and KL weight. Each has `soar.outerSteps` steps unless it sets its own
/// length.
public struct TeacherRunConfiguration: Sendable, Codable, Equatable {
  /// Name of the paper's own loop, which arms use by default.
  public static let soar = "SOAR"

  /// Letters, digits, `-` and `_`; arms refer to it, and it names a folder of checkpoints.
  public var name: String
  /// Whether the baseline student is replaced when the moving average of rewards exceeds tau.
  /// Without grounded rewards there is no promotion either way.
  public var promotion = true
  /// What the teacher is rewarded for (docs/reward-schemes.md).
  public var reward = RewardSchemeConfiguration.grounded
  /// Turns of this teacher, 1 or 2, and of the untrained teacher in arms that name this entry; zero
  /// takes `teacher.turns`.
  public var turns = 0
  /// Outer steps of this loop; zero takes `soar.outerSteps`.
  public var outerSteps = 0
  /// An earlier entry of `teachers` whose cost this loop matches. The loop runs until its
  /// floating-point operations reach those of that entry's loop of the same seed, for up to
  /// ``RunConfiguration/matchedStepsLimit`` outer steps. Excludes `outerSteps`; empty matches
  /// nothing.
  public var matchCostOf = ""
  /// Peak learning rate of this teacher; zero takes `teacher.learningRate`.
  public var learningRate = 0.0
  /// Weight of this teacher's KL term; below zero takes `teacher.klCoefficient`.
  public var klCoefficient = -1.0
  /// Who answers this teacher's questions, and those of the untrained teacher in arms that name this
  /// entry: own or oracle; empty takes `teacher.answers`.
  public var answers = ""
  /// Problems that this teacher chooses from, and the untrained one in arms that name this entry;
  /// below zero takes `teacher.poolSize`.
  public var poolSize = -1
  /// How many of this loop's datasets each question is in; zero takes `soar.datasetsPerQuestion`.
  public var datasetsPerQuestion = 0

  public init(
    name: String, promotion: Bool = true, reward: RewardSchemeConfiguration = .grounded,
    turns: Int = 0, outerSteps: Int = 0, matchCostOf: String = "", learningRate: Double = 0,
    klCoefficient: Double = -1
  ) {
    self.name = name
    self.promotion = promotion
    self.reward = reward
    self.turns = turns
    self.outerSteps = outerSteps
    self.matchCostOf = matchCostOf
    self.learningRate = learningRate
    self.klCoefficient = klCoefficient
  }

  /// Every key but the name has a default.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    promotion = try container.decodeIfPresent(Bool.self, forKey: .promotion) ?? true
    reward =
      try container.decodeIfPresent(RewardSchemeConfiguration.self, forKey: .reward) ?? .grounded
    turns = try container.decodeIfPresent(Int.self, forKey: .turns) ?? 0
    outerSteps = try container.decodeIfPresent(Int.self, forKey: .outerSteps) ?? 0
    matchCostOf = try container.decodeIfPresent(String.self, forKey: .matchCostOf) ?? ""
    learningRate = try container.decodeIfPresent(Double.self, forKey: .learningRate) ?? 0
    klCoefficient = try container.decodeIfPresent(Double.self, forKey: .klCoefficient) ?? -1
    answers = try container.decodeIfPresent(String.self, forKey: .answers) ?? ""
    poolSize = try container.decodeIfPresent(Int.self, forKey: .poolSize) ?? -1
    datasetsPerQuestion =
      try container.decodeIfPresent(Int.self, forKey: .datasetsPerQuestion) ?? 0
  }
}

extension RunConfiguration {
  /// The teacher settings of a named outer loop; those of `teacher` if the name has no entry.
  public func teacherConfiguration(of name: String) -> TeacherConfiguration {
    var configuration = teacher
    guard let entry = teachers.first(where: { $0.name == name }) else { return configuration }
    if entry.turns > 0 { configuration.turns = entry.turns }
    if entry.learningRate > 0 { configuration.learningRate = entry.learningRate }
    if entry.klCoefficient >= 0 { configuration.klCoefficient = entry.klCoefficient }
    if let answers = TeacherAnswers(rawValue: entry.answers) { configuration.answers = answers }
    if entry.poolSize >= 0 { configuration.poolSize = entry.poolSize }
    return configuration
  }

  /// What a loop's questions are, apart from how well they are written: who answers them, and from how
  /// many problems they are chosen. Equal for loops and arms whose difference is their teachers'.
  public func questionKind(of name: String) -> String {
    let teacher = teacherConfiguration(of: name)
    return "\(teacher.answers.rawValue) answers, pool of \(teacher.poolSize)"
  }

  /// Algorithm 1's settings in a named outer loop; those of `soar` if the name has no entry. A loop
  /// keeps its best teacher if an arm asks for it.
  public func soarConfiguration(of name: String) -> SOARConfiguration {
    var configuration = soar
    if arms.contains(where: { $0.teacher == name && $0.teacherAt == .best }) {
      configuration.keepsBestTeacher = true
    }
    guard let entry = teachers.first(where: { $0.name == name }) else { return configuration }
    if entry.datasetsPerQuestion > 0 {
      configuration.datasetsPerQuestion = entry.datasetsPerQuestion
    }
    return configuration
  }

  /// Most outer steps of a loop that matches another's cost: a hundred times `soar.outerSteps`.
  public var matchedStepsLimit: Int { 100 * max(1, soar.outerSteps) }

  /// The entries of `teachers` whose loops must run, in order: those that arms use, and those whose
  /// cost an arm or a needed loop matches.
  public var neededTeachers: [TeacherRunConfiguration] {
    var names = Set(arms.filter(\.needsTeacherRun).map(\.teacher))
    names.formUnion(arms.map(\.matchCostOf))
    // Loops match only earlier ones, so one pass from the end finds chains too.
    for teacher in teachers.reversed() where names.contains(teacher.name) {
      names.insert(teacher.matchCostOf)
    }
    return teachers.filter { names.contains($0.name) }
  }
}

extension TeacherRunConfiguration {
  /// The loops of the whole comparison: SOAR, its reward without promotion, and what that reward is
  /// compared with: the controls `permuted` and `random` for as many steps, and the intrinsic rewards
  /// at its cost, with the rate that was the best of four settings for them (docs/LAB-NOTES.md).
  ///
  /// - Parameter steps: outer steps of the loops without promotion.
  public static func rivals(steps: Int) -> [TeacherRunConfiguration] {
    let noPromotion = "no-promotion"
    func loop(_ name: String, _ scheme: String) -> TeacherRunConfiguration {
      TeacherRunConfiguration(
        name: name, promotion: false, reward: .init(scheme), outerSteps: steps)
    }
    func atCost(_ scheme: String) -> TeacherRunConfiguration {
      TeacherRunConfiguration(
        name: scheme, promotion: false, reward: .init(scheme), matchCostOf: noPromotion,
        learningRate: 3e-4)
    }
    return [
      TeacherRunConfiguration(name: soar), loop(noPromotion, "grounded"),
      loop("permuted", "permuted"),
      loop("random", "random"),
      atCost("learnability"), atCost("uncertainty"),
    ]
  }
}
