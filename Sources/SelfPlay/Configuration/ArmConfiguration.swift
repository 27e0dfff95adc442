public import Randomness
public import Worlds

/// An arm: one way to get a student, described by what it is made of. Adding an arm is adding a
/// value to the configuration.
public struct ArmConfiguration: Sendable, Codable, Equatable {
  /// Where the student's weights come from.
  public enum Start: String, Sendable, Codable, CaseIterable {
    case base
    /// The best promoted student of the teacher's run, by hard-train greedy accuracy.
    case promotedStudent
    /// The teacher itself at the end of its run (the paper's "teacher as solver").
    case trainedTeacher
  }

  /// Where the synthetic questions come from.
  public enum Source: String, Sendable, Codable, CaseIterable {
    case none
    /// The datasets of all promotions of the teacher's run.
    case promotionQuestions
    /// Fresh questions of the untrained teacher.
    case untrainedTeacher
    /// Fresh questions of the teacher at the end of its run.
    case trainedTeacher
    /// Well-posed problems of the world with true answers, of every length below the hard ones: the
    /// paper's curated upper bound.
    case curated
    /// Questions of the untrained teacher with the answer that most of the base student's samples
    /// agree on, kept when the share that agrees is neither low nor high (SeRL, arXiv 2505.20347).
    case majorityVoted
    /// Questions of the world made to `designs`, for experiments on what in a question teaches.
    case designed
  }

  /// Which of the questions are trained on. The world decides by calculation.
  public enum Filter: String, Sendable, Codable, CaseIterable {
    case all
    case illPosed
    case wellPosed
    /// Well-posed, and the answer that came with it is right.
    case correct
    /// Well-posed, and the answer that came with it is wrong.
    case wrong
  }

  /// The answers that students are rewarded for.
  public enum Answers: String, Sendable, Codable, CaseIterable {
    /// Those that came with the questions.
    case own
    /// The right ones where there are any; ill-posed questions keep their own.
    case corrected
  }

  /// How synthetic and hard-train questions share the steps.
  public enum Mixing: String, Sendable, Codable, CaseIterable {
    /// Synthetic questions only.
    case alone
    /// Hard-train questions only.
    case hardOnly
    /// Half of each batch each.
    case mixed
    /// Synthetic only for `curriculumSteps`, then hard-train only.
    case curriculum
  }

  public var name: String
  public var start = Start.base
  public var source = Source.none
  /// The entry of `teachers` whose run the arm draws on. For the untrained teacher it says in how
  /// many turns it writes; an entry that no other arm names is not run for that.
  public var teacher = TeacherRunConfiguration.soar
  /// Questions drawn, where the source is not `promotionQuestions`. Paper: 128. Zero, for `curated`
  /// alone, draws as many as the steps use, so that none comes twice.
  public var sourceCount = 128
  /// What `designed` questions are like; they take turns.
  public var designs: [QuestionDesign] = []
  /// Questions that are drawn and not kept are not replaced, so that a filter's set is a subset of
  /// the set without it (the paper's section C.5).
  public var filter = Filter.all
  public var answers = Answers.own
  /// Arms of a seed that give the same name here train on the same questions, each on what its
  /// filter leaves of them; without one an arm has questions of its own. For sources that write.
  public var questionSet = ""
  public var mixing = Mixing.hardOnly
  public var curriculumSteps = 64
  /// Student steps; zero means inference only.
  public var steps = 0
  /// Rollouts per question; zero takes the student's setting.
  public var groupSize = 0

  public init(
    name: String, start: Start = .base, source: Source = .none, mixing: Mixing = .hardOnly,
    steps: Int = 0, groupSize: Int = 0, teacher: String = TeacherRunConfiguration.soar
  ) {
    self.name = name
    self.start = start
    self.source = source
    self.mixing = mixing
    self.steps = steps
    self.groupSize = groupSize
    self.teacher = teacher
  }

  /// Every key but the name has a default, so that an arm in a file says only what it is made of.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func value<T: Decodable>(_ key: CodingKeys, default fallback: T) throws -> T {
      try container.decodeIfPresent(T.self, forKey: key) ?? fallback
    }
    name = try container.decode(String.self, forKey: .name)
    start = try value(.start, default: .base)
    source = try value(.source, default: .none)
    teacher = try value(.teacher, default: TeacherRunConfiguration.soar)
    sourceCount = try value(.sourceCount, default: 128)
    designs = try value(.designs, default: [])
    filter = try value(.filter, default: .all)
    answers = try value(.answers, default: .own)
    questionSet = try value(.questionSet, default: "")
    mixing = try value(.mixing, default: .hardOnly)
    curriculumSteps = try value(.curriculumSteps, default: 64)
    steps = try value(.steps, default: 0)
    groupSize = try value(.groupSize, default: 0)
  }

  /// How many students a seed of this arm has: without training they would differ in the luck of
  /// sampling alone, so that there is one.
  public func students(perSeed: Int) -> Int { steps > 0 ? perSeed : 1 }

  /// The randomness of one student, below the arm's own. The first one's is the arm's itself, as it
  /// was before there were others.
  public static func stream(ofStudent student: Int, arm stream: RandomStream) -> RandomStream {
    student == 0 ? stream : stream.child("student", student)
  }

  /// Whether the arm needs its teacher's run.
  public var needsTeacherRun: Bool {
    start != .base || source == .promotionQuestions || source == .trainedTeacher
  }

  /// The arms of the main comparison (the paper's main results): `steps` student steps each.
  public static func standard(steps: Int, hardOnlySteps: Int) -> [ArmConfiguration] {
    [
      ArmConfiguration(name: "Base"),
      ArmConfiguration(name: "Hard-Only", steps: hardOnlySteps, groupSize: 32),
      ArmConfiguration(name: "PS", start: .promotedStudent),
      ArmConfiguration(
        name: "PQ", source: .promotionQuestions, mixing: .alone, steps: steps),
      ArmConfiguration(
        name: "PQ + hard", source: .promotionQuestions, mixing: .mixed, steps: steps),
      ArmConfiguration(
        name: "Base-T", source: .untrainedTeacher, mixing: .alone, steps: steps),
      ArmConfiguration(
        name: "Base-T + hard", source: .untrainedTeacher, mixing: .mixed, steps: steps),
    ]
  }

  /// Every arm of the paper, and the reward schemes of ``TeacherRunConfiguration/rivals``. Questions
  /// are trained on alone, mixed with hard-train (`+ hard`) and before it (`, then hard`); the last is
  /// the way that was chosen on the untrained teacher's and on curated questions (docs/LAB-NOTES.md).
  public static func all(steps: Int, hardOnlySteps: Int) -> [ArmConfiguration] {
    func arm(_ name: String, _ source: Source, of teacher: String, _ mixing: Mixing)
      -> ArmConfiguration
    {
      let suffix =
        switch mixing {
        case .alone, .hardOnly: ""
        case .mixed: " + hard"
        case .curriculum: ", then hard"
        }
      var arm = ArmConfiguration(
        name: name + suffix, source: source, mixing: mixing, steps: steps, teacher: teacher)
      if mixing == .curriculum { arm.curriculumSteps = steps / 2 }
      return arm
    }
    func inEachWay(
      _ name: String, _ source: Source, of teacher: String = TeacherRunConfiguration.soar
    ) -> [ArmConfiguration] {
      [.alone, .mixed, .curriculum].map { arm(name, source, of: teacher, $0) }
    }
    var arms = [
      ArmConfiguration(name: "Base"),
      ArmConfiguration(name: "Hard-Only", steps: hardOnlySteps, groupSize: 32),
      ArmConfiguration(name: "Hard-Only, group 128", steps: hardOnlySteps / 2, groupSize: 128),
      ArmConfiguration(name: "PS", start: .promotedStudent),
    ]
    arms += inEachWay("PQ", .promotionQuestions)
    arms += inEachWay("Base-T", .untrainedTeacher)
    for (name, teacher) in [
      ("Grounded-T", TeacherRunConfiguration.soar), ("No-promotion-T", "no-promotion"),
      ("Learnability-T", "learnability"), ("Uncertainty-T", "uncertainty"), ("Random-T", "random"),
      ("Long learnability", "learnability-at-cost"), ("Long uncertainty", "uncertainty-at-cost"),
      ("Long random", "random-at-cost"),
    ] {
      arms += inEachWay(name, .trainedTeacher, of: teacher)
    }
    for count in [32, 64] {
      arms.append(
        arm(
          "Base-T, \(count) questions", .untrainedTeacher, of: TeacherRunConfiguration.soar, .alone)
      )
      arms[arms.count - 1].sourceCount = count
    }
    arms.append(arm("Base-T in two turns", .untrainedTeacher, of: "two-turn", .alone))
    arms.append(arm("SeRL-style", .majorityVoted, of: TeacherRunConfiguration.soar, .alone))
    arms.append(ArmConfiguration(name: "Teacher as solver", start: .trainedTeacher))
    arms += inEachWay("Curated-128", .curated)
    arms.append(arm("Curated-full", .curated, of: TeacherRunConfiguration.soar, .alone))
    arms[arms.count - 1].sourceCount = 0
    return arms
  }
}
