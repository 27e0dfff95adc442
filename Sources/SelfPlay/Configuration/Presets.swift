import LanguageModel
import Worlds

extension RunConfiguration {
  /// Names of the presets: those of worlds in the order of their cost, then those for text.
  public static let presetNames = [
    "quick", "chain-6", "skills-12", "causal", "phase", "standard", "paper", "text",
    "smollm2-smoke", "smollm2",
  ]

  /// A configuration by name, or nil.
  public static func preset(_ name: String) -> RunConfiguration? {
    var c = RunConfiguration()
    c.transfer.size = 64
    switch name {
    case "quick": break
    case "text": c = .ownText
    case "smollm2-smoke": c = .smolLM2Smoke
    case "smollm2": c = .smolLM2
    case "chain-6":
      c.world = .chain6
      c.world.seed = 11
    case "skills-12":
      c.world = .skills12
      c.world.seed = 11
    case "phase":
      // One point of a map: few cells and seeds, since there are many points.
      c.seeds = [1, 2, 3]
      c.transfer.size = 0
      c.evaluation.testEvery = 0
      c.teachers = []
      c.arms = ArmConfiguration.causal(steps: 40, questions: 64, lengths: [[1, 2]]).filter {
        $0.source == .designed && $0.designs.count == 1
      }
    case "causal":
      c.seeds = Array(1...8)
      c.transfer.size = 0
      c.evaluation.testEvery = 0
      c.teachers = []
      c.arms =
        ArmConfiguration.reach(steps: 40, questions: 64)
        + ArmConfiguration.causal(steps: 40, questions: 64)
    case "standard":
      c.seeds = [1, 2, 3, 4, 5]
      c.soar.outerSteps = 24
      c.soar.patience = 2
      c.teachers = TeacherRunConfiguration.rivals(steps: 13)
      c.arms = ArmConfiguration.all(steps: 48, syntheticSteps: 16, hardOnlySteps: 20_000)
      c.evaluation.greedyEvery = 8
      c.evaluation.testEvery = 8
    case "paper":
      // Table 3 and section B.7, except for the learning rates, which are for another model.
      c.seeds = [1, 2, 3]
      c.hardSet.samples = 128
      c.soar.outerSteps = 200
      c.soar.datasets = 4
      c.soar.questionsPerDataset = 64
      c.soar.repeats = 4
      c.soar.rewardQuestions = 64
      c.soar.window = 3
      c.soar.threshold = 0.01
      c.soar.confirmationStudents = 0
      c.soar.innerSteps = 10
      c.soar.extraStepsAfterPromotion = 5
      c.soar.rateFactorAfterPromotion = 1
      c.soar.replaysPromotions = false
      c.student.groupSize = 32
      c.student.klCoefficient = 0.001
      c.student.decay = .cosine
      c.teacher.klCoefficient = 0.001
      c.teacher.rewardScale = 1
      c.teacher.optimizer.epsilon = 1e-8
      c.teacher.warmupSteps = 20
      c.evaluation.checkpoint.window = 25
      c.evaluation.checkpoint.horizon = 200
    default: return nil
    }
    c.preset = name
    return c
  }
}
