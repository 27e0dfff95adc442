public import Randomness
public import Tasks

/// An arm: one way to get a student, described by its parts. To add an arm, add a value to the
/// configuration.
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
    /// Well-posed problems of the task with true answers, of every length below the hard ones: the
    /// paper's curated upper bound.
    case curated
    /// Questions of the untrained teacher with the base student's majority answer, kept if the
    /// share that agrees is neither low nor high (SeRL, arXiv 2505.20347).
    case majorityVoted
    /// Questions of the world made to `designs`, to find out which properties of a question teach.
    case designed
  }

  /// Which of the questions to train on, decided by the world's exact calculation.
  public enum Filter: String, Sendable, Codable, CaseIterable {
    case all
    case illPosed
    case wellPosed
    /// Well-posed, and its own answer is right.
    case correct
    /// Well-posed, and its own answer is wrong.
    case wrong
  }

  /// The answers that students are rewarded for.
  public enum Answers: String, Sendable, Codable, CaseIterable {
    /// The answers that came with the questions.
    case own
    /// The right answers where they exist; ill-posed questions keep their own.
    case corrected
    /// The base student's most frequent answer to each question, right or wrong; questions to which it
    /// gives none are dropped.
    case majority
    /// The base student's most frequent answer that differs from the question's own; questions to which
    /// it gives none are dropped. Of curated problems: a wrong answer that the student shares.
    case otherMajority
    /// The answers of the other questions of the set, dealt anew: as likely answers, to no question in
    /// particular.
    case shuffled
  }

  /// Which teacher of a loop is the trained one.
  public enum TeacherStep: String, Sendable, Codable, CaseIterable {
    /// The best one with `soar.keepsBestTeacher`, otherwise the last.
    case kept
    /// The one after the loop's last step.
    case last
    /// Early stopping: the one after the step with the highest moving average of R_t since the last
    /// promotion, measured on hard-train alone; the last one if no window was full.
    case best
  }

  /// How synthetic and hard-train questions share the steps.
  public enum Mixing: String, Sendable, Codable, CaseIterable {
    /// Synthetic questions only.
    case alone
    /// Hard-train questions only.
    case hardOnly
    /// Half of each batch from each.
    case mixed
    /// Synthetic only for `curriculumSteps`, then hard-train only.
    case curriculum
  }

  public var name: String
  public var start = Start.base
  public var source = Source.none
  /// The entry of `teachers` whose run the arm uses. For the untrained teacher it only sets the
  /// number of turns, and does not cause the entry's loop to run.
  public var teacher = TeacherRunConfiguration.soar
  /// Which of that run's teachers, for an arm of a trained teacher.
  public var teacherAt = TeacherStep.kept
  /// Questions drawn, unless the source is `promotionQuestions`. Paper: 128. Zero, for `curated`
  /// alone, draws as many as the steps use, so that none repeats.
  public var sourceCount = 128
  /// Designs of the `designed` questions, used in turn.
  public var designs: [QuestionDesign] = []
  /// For one design of `designed`: the lowest and the highest success rate of the base student on the
  /// answer that is rewarded, each 0...1. Questions are drawn plain, whatever misconceptions do to
  /// them. `correct` is the right answer, every other kind a wrong one that the student gives as
  /// often; a highest rate of 0 takes one that it never gave. Empty leaves the rate open.
  public var reach: [Double] = []
  /// Which questions to keep. Dropped questions are not replaced, so that a filtered set is a
  /// subset of the unfiltered one (the paper's section C.5).
  public var filter = Filter.all
  public var answers = Answers.own
  /// Arms of a seed with the same name here train on the same questions, each after its own filter;
  /// empty gives an arm its own questions. For sources that write.
  public var questionSet = ""
  public var mixing = Mixing.hardOnly
  public var curriculumSteps = 64
  /// Student steps; zero means inference only.
  public var steps = 0
  /// Rollouts per question; zero takes the student's setting.
  public var groupSize = 0
  /// An entry of `teachers` whose cost this arm's training matches: it ends with the step at which
  /// its floating-point operations reach those of that loop of the same seed, and after `steps` at
  /// the latest. Empty matches nothing.
  public var matchCostOf = ""
  /// Student steps between measurements, on hard-train and on the test half alike; zero takes
  /// `evaluation.greedyEvery` and `evaluation.testEvery`.
  public var measureEvery = 0

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

  /// Every key but the name has a default, so that an arm in a file states only its parts.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func value<T: Decodable>(_ key: CodingKeys, default fallback: T) throws -> T {
      try container.decodeIfPresent(T.self, forKey: key) ?? fallback
    }
    name = try container.decode(String.self, forKey: .name)
    start = try value(.start, default: .base)
    source = try value(.source, default: .none)
    teacher = try value(.teacher, default: TeacherRunConfiguration.soar)
    teacherAt = try value(.teacherAt, default: .kept)
    sourceCount = try value(.sourceCount, default: 128)
    designs = try value(.designs, default: [])
    reach = try value(.reach, default: [])
    filter = try value(.filter, default: .all)
    answers = try value(.answers, default: .own)
    questionSet = try value(.questionSet, default: "")
    mixing = try value(.mixing, default: .hardOnly)
    curriculumSteps = try value(.curriculumSteps, default: 64)
    steps = try value(.steps, default: 0)
    groupSize = try value(.groupSize, default: 0)
    matchCostOf = try value(.matchCostOf, default: "")
    measureEvery = try value(.measureEvery, default: 0)
  }

  /// Students of this arm per seed; only one without training, since more would differ in sampling
  /// noise alone.
  public func students(perSeed: Int) -> Int { steps > 0 ? perSeed : 1 }

  /// The random stream of one student, below the arm's. The first student uses the arm's own
  /// stream.
  public static func stream(ofStudent student: Int, arm stream: RandomStream) -> RandomStream {
    student == 0 ? stream : stream.child("student", student)
  }

  /// Whether the arm needs its teacher's run.
  public var needsTeacherRun: Bool {
    start != .base || source == .promotionQuestions || source == .trainedTeacher
  }

  /// Whether its student, or its questions, are a trained teacher's.
  public var takesTrainedTeacher: Bool { start == .trainedTeacher || source == .trainedTeacher }

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
      ArmConfiguration(
        name: "Grounded-T", source: .trainedTeacher, mixing: .alone, steps: steps),
      ArmConfiguration(
        name: "Grounded-T + hard", source: .trainedTeacher, mixing: .mixed, steps: steps),
    ]
  }

  /// The arms of the whole comparison, for the loops of ``TeacherRunConfiguration/rivals(steps:)``:
  /// direct RL at SOAR's whole cost, the promoted student, and fresh students on questions of each
  /// teacher, alone, mixed with hard-train (`+ hard`) and before it (`, then hard`).
  ///
  /// - Parameters:
  ///   - steps: of each fresh student.
  ///   - syntheticSteps: those on questions, where hard-train follows.
  ///   - hardOnlySteps: most steps of direct RL.
  public static func all(
    steps: Int, syntheticSteps: Int, hardOnlySteps: Int
  ) -> [ArmConfiguration] {
    func inEachWay(
      _ name: String, _ source: Source, of teacher: String = TeacherRunConfiguration.soar
    ) -> [ArmConfiguration] {
      [("", Mixing.alone), (" + hard", .mixed), (", then hard", .curriculum)].map {
        suffix, mixing in
        var arm = ArmConfiguration(
          name: name + suffix, source: source, mixing: mixing, steps: steps, teacher: teacher)
        if mixing == .curriculum { arm.curriculumSteps = syntheticSteps }
        return arm
      }
    }
    var hardOnly = ArmConfiguration(name: "Hard-Only", steps: hardOnlySteps, groupSize: 32)
    hardOnly.matchCostOf = TeacherRunConfiguration.soar
    hardOnly.measureEvery = hardOnlySteps / 10
    var arms = [
      ArmConfiguration(name: "Base"), hardOnly,
      ArmConfiguration(name: "PS", start: .promotedStudent),
    ]
    arms += inEachWay("PQ", .promotionQuestions)
    arms += inEachWay("Base-T", .untrainedTeacher)
    for (name, teacher) in [
      ("Grounded-T", TeacherRunConfiguration.soar), ("No-promotion-T", "no-promotion"),
      ("Permuted-T", "permuted"),
      ("Random-T", "random"), ("Learnability-T", "learnability"), ("Uncertainty-T", "uncertainty"),
    ] {
      arms += inEachWay(name, .trainedTeacher, of: teacher)
    }
    arms += inEachWay("Curated-128", .curated)
    arms.append(
      ArmConfiguration(name: "SeRL-style", source: .majorityVoted, mixing: .alone, steps: steps))
    arms.append(ArmConfiguration(name: "Teacher as solver", start: .trainedTeacher))
    return arms
  }
}
