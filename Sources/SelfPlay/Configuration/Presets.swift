import LanguageModel
import Worlds

extension RunConfiguration {
  /// Names of the presets, in the order of ``Preset``.
  public static let presetNames = Preset.allCases.map(\.rawValue)

  /// A configuration by name, or nil.
  public static func preset(_ name: String) -> RunConfiguration? {
    Preset(rawValue: name)?.configuration
  }

  /// The presets: those of worlds in the order of their cost, then those for text.
  public enum Preset: String, Sendable, CaseIterable {
    case quick
    case chain6 = "chain-6"
    case skills12 = "skills-12"
    case causal, phase, standard, paper, text
    case smolLM2Smoke = "smollm2-smoke"
    case smolLM2 = "smollm2"

    /// What the preset is for: one line, for listings.
    public var explanation: String {
      switch self {
      case .quick: "SOAR and its arms in the world habits-12: minutes on two cores"
      case .chain6: "quick in a world of 6 operations, unsure of long chains"
      case .skills12: "quick in a world of 12 operations, of which 8 are to be learned"
      case .causal: "which properties of a question teach: designed questions"
      case .phase: "one point of a map of soar phase: few designs, no teacher"
      case .standard: "SOAR and its rivals, with all arms: hours"
      case .paper: "the paper's hyperparameters, without its model: many hours"
      case .text: "your own problems (task.file) for a model (model.folder)"
      case .smolLM2Smoke: "every part of a run once with SmolLM2-135M: minutes, 8 GB"
      case .smolLM2: "can a teacher unlock three-digit sums for SmolLM2-135M: hours"
      }
    }

    public var configuration: RunConfiguration {
      var c = base
      c.preset = rawValue
      return c
    }

    private var base: RunConfiguration {
      var c = RunConfiguration()
      c.transfer.size = 64
      switch self {
      case .quick: break
      case .text: return .ownText
      case .smolLM2Smoke: return .smolLM2Smoke
      case .smolLM2: return .smolLM2
      case .chain6:
        c.world = .chain6
        c.world.seed = 11
      case .skills12:
        c.world = .skills12
        c.world.seed = 11
      case .phase:
        // One point of a map: few cells and seeds, since there are many points.
        c.seeds = [1, 2, 3]
        c.transfer.size = 0
        c.evaluation.testEvery = 0
        c.teachers = []
        c.arms = ArmConfiguration.causal(steps: 40, questions: 64, lengths: [[1, 2]]).filter {
          $0.source == .designed && $0.designs.count == 1
        }
      case .causal:
        c.seeds = Array(1...8)
        c.transfer.size = 0
        c.evaluation.testEvery = 0
        c.teachers = []
        c.arms =
          ArmConfiguration.reach(steps: 40, questions: 64)
          + ArmConfiguration.causal(steps: 40, questions: 64)
      case .standard:
        c.seeds = [1, 2, 3, 4, 5]
        c.soar.outerSteps = 16
        c.soar.patience = 2
        c.teachers = TeacherRunConfiguration.rivals(steps: 13)
        c.arms = ArmConfiguration.all(steps: 48, syntheticSteps: 16, hardOnlySteps: 20_000)
        c.evaluation.greedyEvery = 8
        c.evaluation.testEvery = 8
      case .paper:
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
      }
      return c
    }
  }
}
