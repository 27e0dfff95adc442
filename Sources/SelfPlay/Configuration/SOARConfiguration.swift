public import LanguageModel
public import ReinforcementLearning

/// Which problems are hard: those that the base model never solves, or as good as never.
public struct HardSetConfiguration: Sendable, Codable, Equatable {
  /// How a candidate is judged.
  public enum Criterion: String, Sendable, Codable, CaseIterable {
    /// No success in `samples` responses (fail@128 in the paper).
    case samples
    /// The exact probability of the bare right answer is at most `maximumProbability`: sharper and
    /// cheaper than sampling where answers are short. Needs an engine that scores texts.
    case probability
  }

  /// Problems screened; all of a file that has fewer.
  public var candidates = 320
  /// Samples per candidate at temperature 1. Paper: 128. More here, so that direct RL, which
  /// samples each problem some 250 times, cannot get lucky (docs/LAB-NOTES.md).
  public var samples = 1024
  public var by = Criterion.samples
  /// For `by: probability`: the highest probability of a hard problem's answer, 0...1.
  public var maximumProbability = 1e-4
  /// Fresh samples of every problem that is to be kept; those solved after all are dropped, because
  /// rates just above zero slip through a first screening. Zero leaves this out.
  public var confirmationSamples = 0
  /// A file that `soar hardset --json` wrote: its counts are taken instead of screening. It must be of
  /// the same model and candidates. Relative to where the program runs; empty screens.
  public var counts = ""
  /// Most problems kept, half for training and half for the test; the rest are left out.
  public var size = 256
  /// Seed of the candidates, of the screening and of the split.
  public var seed = 1

  public init() {}

  /// Samples of a problem that is kept: those of the screening and of its confirmation.
  public var drawnSamples: Int { (by == .samples ? samples : 0) + confirmationSamples }
}

/// How a student trains on a set of questions, in the inner loop and in every arm alike.
public struct StudentConfiguration: Sendable, Codable, Equatable {
  /// Peak learning rate. Paper: 1e-5 for a 3B model.
  public var learningRate = 1e-3
  /// Decay of the rate after its peak over one training. Paper: cosine.
  public var decay = LearningRateDecay.constant
  /// Questions per step. Paper: 8.
  public var batchQuestions = 8
  /// G: rollouts per question. Paper: 32.
  public var groupSize = 16
  /// Sampling temperature. Paper: 1.
  public var temperature = 1.0
  /// Weight of the KL term to the base model. Paper: 0.001.
  public var klCoefficient = 0.001
  public var optimizer = AdamWParameters(
    beta1: 0.9, beta2: 0.98, epsilon: 1e-8, weightDecay: 0, clipNorm: 1)
  public var reward = GradedReward()

  public init() {}
}

/// Who answers a teacher's questions.
public enum TeacherAnswers: String, Sendable, Codable, CaseIterable {
  /// The teacher.
  case own
  /// The task's oracle, where a question has a right answer; ill-posed ones keep the teacher's.
  case oracle
}

/// How the teacher learns from its datasets' rewards.
public struct TeacherConfiguration: Sendable, Codable, Equatable {
  /// Peak learning rate. Paper: 1e-5.
  public var learningRate = 1e-3
  /// Outer steps of linear warm-up. Paper: 20.
  public var warmupSteps = 0
  /// Sampling temperature. Paper: 1.
  public var temperature = 1.0
  /// Weight of the KL term to the base model, relative to advantages times `rewardScale`. Paper:
  /// 0.001.
  public var klCoefficient = 0.01
  /// Multiplies the datasets' advantages before the update. With Adam it only sets their weight
  /// against the KL term and epsilon.
  public var rewardScale = 10.0
  /// Skips the update if the standard deviation of the datasets' rewards is below this many
  /// standard errors of one dataset's mean reward: such differences are noise. Zero always updates,
  /// as in the paper.
  public var noiseGate = 0.0
  /// Epsilon is large, so that small gradients, which are mostly noise, do not move the teacher in
  /// full-size steps (docs/LAB-NOTES.md).
  public var optimizer = AdamWParameters(
    beta1: 0.9, beta2: 0.98, epsilon: 1e-4, weightDecay: 0, clipNorm: 1)
  /// 1: question, solution and answer are one document, kept or rejected whole. 2: the teacher
  /// writes a question, kept if valid, and then its answer. Paper: 1; 2 in an ablation.
  public var turns = 1
  /// With two turns: samples of an answer before a question is rejected. Unused with one turn.
  public var answerAttempts = 8
  /// Most documents (questions with two turns) sampled per outer step, as a multiple of those
  /// needed; beyond it the teacher counts as collapsed.
  public var samplingLimit = 60
  /// Documents sampled at once, until enough of them can be read; a multiple of 4, at least 4. Unused
  /// with two turns.
  public var documentsPerRound = 512
  /// Whose answers the students are rewarded for. Paper: the teacher's own.
  public var answers = TeacherAnswers.own
  /// Easier problems with true answers that the teacher chooses its questions from, by its own
  /// probability of each, instead of writing them; zero lets it write. Paper: 0.
  public var poolSize = 0

  public init() {}
}

/// Algorithm 1 and its hyperparameters (paper, Table 3).
public struct SOARConfiguration: Sendable, Codable, Equatable {
  /// T: most outer steps. Paper: 200.
  public var outerSteps = 12
  /// Promotions after which the loop ends early; zero never ends it.
  public var maximumPromotions = 0
  /// g: datasets per outer step. Paper: 4. Many datasets with one student each tell the teacher more
  /// than few with several (docs/statistics.md).
  public var datasets = 12
  /// n: questions per dataset. Paper: 64.
  public var questionsPerDataset = 16
  /// How many of the g datasets each question is in; a divisor of g. Above 1 the teacher writes that
  /// many times fewer questions, datasets share them, and a regression of the rewards on membership
  /// credits each question (docs/statistics.md). Paper: 1.
  public var datasetsPerQuestion = 1
  /// r: students per dataset. Paper: 4.
  public var repeats = 1
  /// What of a student on hard-train problems the reward is the gain in.
  public var rewardBy = RewardMeasure.greedy
  /// M: hard-train problems per reward measurement; at most the half's size. Paper: 64.
  public var rewardQuestions = 128
  /// m: outer steps in the moving average of R_t. Paper: 3.
  public var window = 3
  /// tau: the moving average above which the student is promoted. Paper: 0.01. More here, so that an
  /// untrained teacher does not pass it.
  public var threshold = 0.015
  /// Raises tau to this multiple of what the untrained teacher earned: the mean R_t of the loop's
  /// first m steps. Paper: 0.
  public var thresholdMultiple = 0.0
  /// Outer steps without a new highest moving average before a promotion: the teacher's own curve
  /// has to flatten first. Paper: 0.
  public var patience = 0
  /// Fresh students that train on the chosen dataset before a promotion. Their mean gain has to
  /// exceed tau too, and the median of them is promoted, so that the new baseline is not the
  /// luckiest of many. Paper: 0, which promotes the median of the dataset's own students.
  public var confirmationStudents = 3
  /// Student steps per inner loop before the first promotion. Paper: 10.
  public var innerSteps = 16
  /// Steps on hard-train problems that follow those on questions in every inner loop, as in the arms
  /// that go on to hard-train. Paper: 0.
  public var hardSteps = 0
  /// Steps of the inner loop after which a student is measured, `hardSteps` included; R_kj is the
  /// mean of the gains. After a promotion they lie `extraStepsAfterPromotion` later. Empty measures
  /// at the end alone, as the paper does.
  public var rewardAt: [Int] = []
  /// Further steps per inner loop after the first promotion. Paper: 5.
  public var extraStepsAfterPromotion = 5
  /// Factor on the student's learning rate after the first promotion. Paper: 1.
  public var rateFactorAfterPromotion = 0.5
  /// Whether half of each inner-loop batch comes from the promotion questions, once there are any,
  /// so that a promoted student keeps the skills it was promoted for. Paper: no.
  public var replaysPromotions = true
  /// Whether arms that do not say (`teacherAt`) take the teacher of the highest moving average since
  /// the last promotion, measured on hard-train alone, and not that of the last step. Only for rewards
  /// that are grounded. Paper: no.
  public var keepsBestTeacher = false
  /// KL reference of the students of a promoted baseline. Paper: base.
  public var klReference = KLReference.base

  public enum RewardMeasure: String, Sendable, Codable, CaseIterable {
    /// The share that greedy decoding solves, as in the paper.
    case greedy
    /// The mean probability of the bare right answer: the expected pass@1, without the noise of
    /// sampling or of a threshold. Needs an engine that scores texts and answers that are written
    /// without work.
    case probability

    /// For reports and events.
    public var words: String {
      switch self {
      case .greedy: "greedy accuracy"
      case .probability: "probability of the answer"
      }
    }
  }

  public enum KLReference: String, Sendable, Codable, CaseIterable {
    /// The base model.
    case base
    /// The baseline student, which each promotion moves.
    case baseline
  }

  public init() {}
}
