public import LanguageModel
public import Tasks

/// Result of one student of one dataset.
public struct StudentOutcome: Sendable {
  /// R_kj: greedy accuracy gained on the reward questions, -1...1.
  public var reward: Double
  /// Greedy accuracy on the reward questions before and after; with several horizons the mean over
  /// them.
  public var accuracyBefore: Double
  public var accuracyAfter: Double
  /// The accuracy at each horizon, by its step; empty if the end is the only one.
  public var accuracyAt: [Int: Double] = [:]
  /// Mean graded training reward over the inner loop, 0...1.
  public var meanTrainingReward: Double
  public var sampledTokens: Int
  public var trainedTokens: Int
  public var refusedSteps: Int
  /// Floating-point operations of its training and measurement; here and below nil if the engine
  /// cannot count them.
  public var flops: FLOPCount?
}

/// Measurements of one question; nil if the reward scheme did not request them.
public struct QuestionOutcome: Sendable, Equatable {
  /// The question's own reward; nil where datasets are rewarded.
  public var reward: Double?
  /// The document's advantage, with per-question credit or questions that datasets share.
  public var advantage: Double?
  /// s: share of the baseline student's completions that give the teacher's answer, 0...1.
  public var solveRate: Double?
  /// Share of its completions that agree with the most frequent answer, 0...1.
  public var majorityShare: Double?
  /// s of the students that trained on the question's dataset.
  public var solveRateAfter: Double?
  /// Cosine of the question's policy gradient and that of hard-train, -1...1.
  public var alignment: Double?
  /// Share of the rollouts in training, over all students of the dataset, that give the teacher's
  /// answer, 0...1; nil if no student trained on the question.
  public var trainingSolveRate: Double?
  /// Share of the question's groups in training with zero variance, 0...1.
  public var zeroVarianceShare: Double?

  public init(
    reward: Double? = nil, advantage: Double? = nil, solveRate: Double? = nil,
    majorityShare: Double? = nil, solveRateAfter: Double? = nil, alignment: Double? = nil,
    trainingSolveRate: Double? = nil, zeroVarianceShare: Double? = nil
  ) {
    self.trainingSolveRate = trainingSolveRate
    self.zeroVarianceShare = zeroVarianceShare
    self.reward = reward
    self.advantage = advantage
    self.solveRate = solveRate
    self.majorityShare = majorityShare
    self.solveRateAfter = solveRateAfter
    self.alignment = alignment
  }
}

public struct DatasetOutcome: Sendable {
  public var questions: [GeneratedQuestion]
  /// The scheme's reward; under the grounded scheme R_k, the mean over the students.
  public var reward: Double
  /// The teacher's advantage, or the mean of its questions' own ones; zero when there was no update.
  public var advantage: Double
  /// Students measured on hard-train; empty under a scheme without grounded rewards.
  public var students: [StudentOutcome]
  /// The questions' places among those of the step, in the order in which they were written, [n];
  /// empty unless datasets share questions.
  public var poolPositions: [Int] = []
  /// One per question, [n]; empty if nothing was measured per question.
  public var questionOutcomes: [QuestionOutcome]
}

/// The fresh students of a promotion that was due.
public struct PromotionConfirmation: Sendable {
  public var dataset: Int
  public var students: [StudentOutcome]
  /// Whether they gained too little, so that there was no promotion.
  public var isRefusal: Bool

  /// Their mean gain.
  public var reward: Double { mean(students.map(\.reward)) }
}

public struct PromotionOutcome: Sendable {
  public var dataset: Int
  /// Index among the dataset's students, or among the fresh ones that confirmed it.
  public var student: Int
  /// Greedy accuracy on all of hard-train.
  public var accuracyBefore: Double
  public var accuracyAfter: Double
}

/// Results of one outer step.
public struct OuterStepResult: Sendable {
  public var step: Int
  public var datasets: [DatasetOutcome]
  /// k: how many of the datasets hold each question.
  public var datasetsPerQuestion = 1
  /// R_t: mean of the datasets' rewards.
  public var reward: Double
  /// Mean of the last m values of R_t since the last promotion, or of all if fewer. Uses the
  /// grounded rewards alone if a scheme combines them with others.
  public var movingAverage: Double
  /// tau, as it was for this step.
  public var threshold: Double
  public var promotion: PromotionOutcome?
  /// Nil where no promotion was due, or none needs to be confirmed.
  public var confirmation: PromotionConfirmation?
  /// Greedy accuracy of the baseline student on all of hard-train, after the step. Zero, and
  /// meaningless, when `isMeasuredOnHardTrain` is false.
  public var baselineAccuracy: Double
  /// Whether the scheme rewards progress on hard-train, so that accuracies were measured.
  public var isMeasuredOnHardTrain: Bool
  public var rejected: Int
  public var teacherSampledTokens: Int
  /// Floating-point operations of the teacher's sampling and update.
  public var teacherFLOPs: FLOPCount?
  /// Nil if the rewards were all equal, or differed too little above noise.
  public var teacherUpdate: TeacherUpdate?
  public var seconds: Double
  /// Caveats for reading the rewards.
  public var flags: [RewardFlag]
  /// Tokens sampled to measure questions: completions and reference rollouts.
  public var measurementTokens: Int
  /// Floating-point operations of measuring questions: completions, gradients, and the training of
  /// students that are not measured on hard-train.
  public var measurementFLOPs: FLOPCount?

  /// Floating-point operations of the whole step, except measuring a promoted student.
  public var flops: FLOPCount? {
    (datasets.flatMap(\.students) + (confirmation?.students ?? [])).reduce(teacherFLOPs) {
      $0 + $1.flops
    }
      + measurementFLOPs
  }
}

/// What the outer loop carries from step to step besides the weights.
public struct OuterLoopState: Sendable, Codable, Equatable {
  public var nextStep = 0
  /// R_t since the last promotion.
  public var rewards: [Double] = []
  public var promotions = 0
  /// Number, from 1, of the promotion with the best student so far; 0 before any promotion.
  public var bestPromotion = 0
  /// Questions of all promoted datasets, in order (D_best).
  public var promotionQuestions: [TrainingQuestion] = []
  /// Greedy accuracy on hard-train of the best promoted student so far.
  public var bestAccuracy = 0.0
  /// Questions of all steps, without repeats; kept only for a scheme that compares with them.
  public var archive: [String]?
  /// R_t of the first m steps, in which the teacher is as good as untrained; nil if no threshold is
  /// relative to it.
  public var firstRewards: [Double]?
  /// The step of the best teacher so far, if the loop keeps it, and its moving average.
  public var bestTeacherStep: Int?
  public var bestTeacherAverage: Double?

  public init() {}
}
