import LanguageModel
import ReinforcementLearning
import TextTasks

// Presets for pretrained language models on text problems. Rates and sizes are chosen for SmolLM2-135M
// on two cores, and not tuned; another model may need others.

extension RunConfiguration {
  /// What the presets for text share.
  private static var text: RunConfiguration {
    var c = RunConfiguration()
    c.task.kind = .text
    c.model.folder = "models/smollm2-135m"
    c.student.learningRate = 1e-5
    c.student.klCoefficient = 0
    c.student.optimizer = AdamWParameters(
      beta1: 0.9, beta2: 0.95, epsilon: 1e-8, weightDecay: 0, clipNorm: 1)
    // Almost every response has the right form, so that form earns nothing.
    c.student.reward = GradedReward(
      correct: 1, wrongButMentionsReference: 0, wrong: 0, gaveUp: 0, unboxed: 0)
    c.teacher.learningRate = 1e-5
    c.teacher.optimizer = c.student.optimizer
    c.teacher.documentsPerRound = 64
    c.soar.confirmationStudents = 0
    c.soar.extraStepsAfterPromotion = 0
    c.soar.rateFactorAfterPromotion = 1
    return c
  }

  /// A user's own problems: `task.file` and `model.folder`.
  static var ownText: RunConfiguration {
    var c = text
    c.hardSet.candidates = 256
    c.hardSet.samples = 128
    c.hardSet.size = 128
    c.soar.outerSteps = 8
    c.soar.datasets = 6
    c.soar.innerSteps = 8
    c.soar.rewardQuestions = 64
    c.teachers = [
      TeacherRunConfiguration(name: TeacherRunConfiguration.soar),
      TeacherRunConfiguration(
        name: "permuted", promotion: false, reward: RewardSchemeConfiguration("permuted")),
    ]
    c.arms = ArmConfiguration.standard(steps: 24, hardOnlySteps: 48)
    for (name, mixing) in [
      ("Permuted-T", ArmConfiguration.Mixing.alone), ("Permuted-T + hard", .mixed),
    ] {
      c.arms.append(
        ArmConfiguration(
          name: name, source: .trainedTeacher, mixing: mixing, steps: 24, teacher: "permuted"))
    }
    c.evaluation.greedyEvery = 8
    c.evaluation.testEvery = 8
    return c
  }

  /// Three-digit sums that SmolLM2 never solves: every part of a run once, in minutes. It shows that
  /// all of it works and claims nothing.
  static var smolLM2Smoke: RunConfiguration {
    var c = text
    c.hardSet.candidates = 160
    c.hardSet.by = .probability
    c.hardSet.maximumProbability = 1e-4
    c.hardSet.size = 32
    c.student.batchQuestions = 4
    c.student.groupSize = 16
    c.soar.outerSteps = 2
    c.soar.datasets = 2
    c.soar.questionsPerDataset = 8
    c.soar.innerSteps = 3
    c.soar.rewardBy = .probability
    c.soar.rewardQuestions = 16
    c.soar.threshold = 0
    c.soar.window = 1
    c.teacher.documentsPerRound = 16
    c.teachers = [TeacherRunConfiguration(name: TeacherRunConfiguration.soar)]
    c.arms = [
      ArmConfiguration(name: "Base"), ArmConfiguration(name: "Hard-Only", steps: 4),
      .questionsAlone("Curated", .curated, count: 16, steps: 4),
      .questionsAlone("Base-T", .untrainedTeacher, count: 16, steps: 4),
      .questionsAlone("Grounded-T", .trainedTeacher, count: 16, steps: 4),
    ]
    c.evaluation.samples = 8
    c.evaluation.passAt = [1, 4, 8]
    c.evaluation.exact = true
    c.evaluation.testEvery = 0
    return c
  }

  /// Can a grounded teacher unlock three-digit sums for SmolLM2: when it answers by itself, when an
  /// oracle answers, when it only chooses?
  static var smolLM2: RunConfiguration {
    var c = text
    c.seeds = [1, 2, 3]
    c.hardSet.candidates = 1280
    c.hardSet.by = .probability
    c.hardSet.maximumProbability = 5e-5
    c.hardSet.confirmationSamples = 192
    c.hardSet.size = 128
    c.student.batchQuestions = 8
    c.student.groupSize = 8
    c.soar.outerSteps = 6
    c.soar.datasets = 4
    c.soar.questionsPerDataset = 16
    c.soar.innerSteps = 4
    c.soar.rewardBy = .probability
    c.soar.rewardQuestions = 64
    // Students always start from the base model, as the fresh ones do that teachers are judged by.
    let (own, oracle, choosing) = ("own", "oracle", "choosing")
    c.teachers = [
      TeacherRunConfiguration(name: own, promotion: false),
      TeacherRunConfiguration(name: oracle, promotion: false),
      TeacherRunConfiguration(name: choosing, promotion: false),
      TeacherRunConfiguration(
        name: "permuted", promotion: false, reward: RewardSchemeConfiguration("permuted")),
    ]
    c.teachers[1].answers = TeacherAnswers.oracle.rawValue
    c.teachers[2].poolSize = 256
    c.teachers[3].answers = TeacherAnswers.oracle.rawValue
    let (steps, permuted) = (10, "permuted")
    func arm(
      _ name: String, _ source: ArmConfiguration.Source, of teacher: String
    ) -> ArmConfiguration {
      .questionsAlone(name, source, of: teacher, count: 64, steps: steps)
    }
    func curated(_ name: String, _ answers: ArmConfiguration.Answers) -> ArmConfiguration {
      var curated = arm(name, .curated, of: own)
      curated.questionSet = "curated"
      curated.answers = answers
      return curated
    }
    func thenHard(_ arm: ArmConfiguration) -> ArmConfiguration {
      var arm = arm
      arm.name += ", then hard"
      arm.mixing = .curriculum
      arm.curriculumSteps = steps
      arm.steps = 2 * steps
      return arm
    }
    let continued = [
      arm("Base-T", .untrainedTeacher, of: own), arm("Grounded-T", .trainedTeacher, of: own),
      arm("Grounded-T, oracle", .trainedTeacher, of: oracle),
      arm("Grounded-T, choosing", .trainedTeacher, of: choosing), curated("Curated", .own),
    ]
    c.arms =
      [ArmConfiguration(name: "Base"), ArmConfiguration(name: "Hard-Only", steps: 40)]
      + continued
      + [
        arm("Base-T, oracle", .untrainedTeacher, of: oracle),
        arm("Base-T, choosing", .untrainedTeacher, of: choosing),
        arm("Permuted-T, oracle", .trainedTeacher, of: permuted),
        curated("Curated, majority answers", .majority),
        curated("Curated, shared wrong answers", .otherMajority),
        curated("Curated, shuffled answers", .shuffled),
      ] + continued.map(thenHard)
    // Chosen after the first seed of the first study, so that a claim takes fresh seeds.
    c.plan = [
      ("Grounded-T, oracle", "Base-T, oracle"), ("Grounded-T, oracle", "Permuted-T, oracle"),
      ("Grounded-T, choosing", "Base-T, choosing"), ("Grounded-T", "Base-T"),
      ("Grounded-T, oracle, then hard", "Hard-Only"),
    ].map { PlannedComparison(arm: $0, reference: $1) }
    c.evaluation.exact = true
    c.evaluation.greedyEvery = steps / 2
    c.evaluation.testEvery = steps
    return c
  }
}

extension ArmConfiguration {
  /// A fresh student on questions alone.
  fileprivate static func questionsAlone(
    _ name: String, _ source: Source, of teacher: String = TeacherRunConfiguration.soar,
    count: Int, steps: Int
  ) -> ArmConfiguration {
    var arm = ArmConfiguration(
      name: name, source: source, mixing: .alone, steps: steps, teacher: teacher)
    arm.sourceCount = count
    return arm
  }
}
