public import LanguageModel
public import ReinforcementLearning
public import Worlds

/// One student of one dataset.
public struct StudentOutcome: Sendable {
  /// R_kj: greedy accuracy gained on the reward questions, -1...1.
  public var reward: Double
  /// Greedy accuracy on the reward questions before and after.
  public var accuracyBefore: Double
  public var accuracyAfter: Double
  /// Mean graded training reward over the inner loop, 0...1.
  public var meanTrainingReward: Double
  public var sampledTokens: Int
  public var trainedTokens: Int
  public var refusedSteps: Int
  /// Floating-point operations of its training and measurement.
  public var flops: FLOPCount
}

public struct DatasetOutcome: Sendable {
  public var questions: [GeneratedQuestion]
  /// R_k: mean over the students.
  public var reward: Double
  /// The teacher's advantage; zero when there was no update.
  public var advantage: Double
  public var students: [StudentOutcome]
}

public struct PromotionOutcome: Sendable {
  public var dataset: Int
  public var student: Int
  /// Greedy accuracy on all of hard-train.
  public var accuracyBefore: Double
  public var accuracyAfter: Double
}

/// Everything that one outer step did.
public struct OuterStepResult: Sendable {
  public var step: Int
  public var datasets: [DatasetOutcome]
  /// R_t: mean of the datasets' rewards.
  public var reward: Double
  /// Mean of the last m values of R_t since the last promotion, or of as many as there are.
  public var movingAverage: Double
  public var promotion: PromotionOutcome?
  /// Greedy accuracy of the baseline student on all of hard-train, after the step.
  public var baselineAccuracy: Double
  public var rejected: Int
  public var teacherSampledTokens: Int
  /// Floating-point operations of the teacher's sampling and update.
  public var teacherFLOPs: FLOPCount
  /// Nil when the rewards gave the teacher nothing to learn, or too little above noise.
  public var teacherUpdate: TeacherUpdate?
  public var seconds: Double

  /// Floating-point operations of the whole step but for measuring a promoted student.
  public var flops: FLOPCount {
    datasets.flatMap(\.students).reduce(teacherFLOPs) { $0 + $1.flops }
  }
}

/// What the outer loop carries from step to step, beside the weights.
public struct OuterLoopState: Sendable, Codable, Equatable {
  public var nextStep = 0
  /// R_t since the last promotion.
  public var rewards: [Double] = []
  public var promotions = 0
  /// Questions of all promoted datasets, in order (D_best).
  public var promotionQuestions: [TrainingQuestion] = []
  /// Greedy accuracy on hard-train of the best promoted student so far.
  public var bestAccuracy = 0.0
  /// Set when the teacher can no longer write parseable documents.
  public var collapsed = false

  public init() {}
}
