/// One step of the outer loop with everything it produced, stored in one transaction.
public struct OuterStepRecord: Codable, Sendable, Equatable {
  /// The default name of an outer loop.
  public static let defaultTeacher = "SOAR"
  /// The paper's reward scheme, whose rewards are accuracy gains; other schemes have their own
  /// units.
  public static let groundedScheme = "grounded"
  /// Its control, which shuffles the rewards.
  public static let permutedScheme = "permuted"

  /// Whether a scheme's rewards are gains of accuracy on hard-train: the grounded one's, and the
  /// control's that shuffles them. Nil is the grounded scheme.
  public static func isGain(_ scheme: String?) -> Bool {
    [nil, groundedScheme, permutedScheme].contains(scheme)
  }

  /// Which teacher's loop this is; a run may hold several (other rewards, no promotion).
  public var teacher: String
  public var seed: Int
  public var step: Int
  /// Name of the reward scheme; nil in runs of format 1, which had only the grounded scheme.
  public var scheme: String?
  /// R_t, the mean of the datasets' rewards, as a difference of greedy accuracies (0 to 1).
  public var meanReward: Double
  public var movingAverage: Double
  /// tau.
  public var threshold: Double
  public var isPromoted: Bool
  public var chosenDataset: Int?
  public var chosenRepeat: Int?
  /// Teacher documents that failed to parse and were resampled.
  public var rejected: Int
  public var tokensSampled: Int
  public var tokensTrained: Int
  /// Floating-point operations of the whole step, teacher and students; nil where not counted.
  public var forwardFLOPs: Double?
  public var backwardFLOPs: Double?
  public var teacherLoss: Double
  public var teacherKL: Double
  public var teacherGradientNorm: Double
  /// Greedy accuracy of the baseline student on all of hard-train after the step.
  public var baselineAccuracy: Double?
  /// How many of the datasets hold each question; nil where it is one.
  public var datasetsPerQuestion: Int?
  public var seconds: Double
  public var datasets: [DatasetRecord]
  public var promotion: PromotionRecord?
  /// The fresh students of a promotion that was due, whether they confirmed it or not.
  public var confirmations: [ConfirmationRecord]
  public var events: [EventRecord]

  public init(
    teacher: String = Self.defaultTeacher, seed: Int, step: Int, scheme: String? = nil,
    meanReward: Double, movingAverage: Double, threshold: Double, isPromoted: Bool = false,
    chosenDataset: Int? = nil, chosenRepeat: Int? = nil, rejected: Int, tokensSampled: Int,
    tokensTrained: Int, forwardFLOPs: Double? = nil, backwardFLOPs: Double? = nil,
    teacherLoss: Double, teacherKL: Double, teacherGradientNorm: Double,
    baselineAccuracy: Double? = nil, datasetsPerQuestion: Int? = nil, seconds: Double = 0,
    datasets: [DatasetRecord] = [],
    promotion: PromotionRecord? = nil, confirmations: [ConfirmationRecord] = [],
    events: [EventRecord] = []
  ) {
    self.teacher = teacher
    self.seed = seed
    self.step = step
    self.scheme = scheme
    self.meanReward = meanReward
    self.movingAverage = movingAverage
    self.threshold = threshold
    self.isPromoted = isPromoted
    self.chosenDataset = chosenDataset
    self.chosenRepeat = chosenRepeat
    self.rejected = rejected
    self.tokensSampled = tokensSampled
    self.tokensTrained = tokensTrained
    self.forwardFLOPs = forwardFLOPs
    self.backwardFLOPs = backwardFLOPs
    self.teacherLoss = teacherLoss
    self.teacherKL = teacherKL
    self.teacherGradientNorm = teacherGradientNorm
    self.baselineAccuracy = baselineAccuracy
    self.datasetsPerQuestion = datasetsPerQuestion
    self.seconds = seconds
    self.datasets = datasets
    self.promotion = promotion
    self.confirmations = confirmations
    self.events = events
  }
}

extension OuterStepRecord: StoredRecord {
  package static let layout = RecordLayout(
    "outer_step", key: "teacher, seed, step",
    blank: OuterStepRecord(
      seed: 0, step: 0, meanReward: .nan, movingAverage: .nan, threshold: .nan, rejected: 0,
      tokensSampled: 0, tokensTrained: 0, teacherLoss: .nan, teacherKL: .nan,
      teacherGradientNorm: .nan, seconds: .nan),
    [
      StoredColumn("teacher", \.teacher),
      StoredColumn("seed", \.seed),
      StoredColumn("step", \.step),
      StoredColumn("scheme", \.scheme, since: 2),
      StoredColumn("mean_reward", \.meanReward),
      StoredColumn("moving_average", \.movingAverage),
      StoredColumn("threshold", \.threshold),
      StoredColumn("is_promoted", \.isPromoted),
      StoredColumn("chosen_dataset", \.chosenDataset),
      StoredColumn("chosen_repeat", \.chosenRepeat),
      StoredColumn("rejected", \.rejected),
      StoredColumn("tokens_sampled", \.tokensSampled),
      StoredColumn("tokens_trained", \.tokensTrained),
      StoredColumn("forward_flops", \.forwardFLOPs, since: 2),
      StoredColumn("backward_flops", \.backwardFLOPs, since: 2),
      StoredColumn("teacher_loss", \.teacherLoss),
      StoredColumn("teacher_kl", \.teacherKL),
      StoredColumn("teacher_gradient_norm", \.teacherGradientNorm),
      StoredColumn("baseline_accuracy", \.baselineAccuracy),
      StoredColumn("seconds", \.seconds, isResult: false),
      StoredColumn("datasets_per_question", \.datasetsPerQuestion, since: 10),
    ])
}

/// One of the g datasets of an outer step.
public struct DatasetRecord: Codable, Sendable, Equatable {
  public var index: Int
  /// R_k, the mean over the repeats.
  public var reward: Double
  /// Leave-one-out: R_k minus the mean of the others; the mean of its questions' advantages where
  /// they have their own.
  public var advantage: Double
  public var isPromoted: Bool
  public var questions: [QuestionRecord]
  public var trainings: [StudentTrainingRecord]

  public init(
    index: Int, reward: Double, advantage: Double, isPromoted: Bool = false,
    questions: [QuestionRecord] = [], trainings: [StudentTrainingRecord] = []
  ) {
    self.index = index
    self.reward = reward
    self.advantage = advantage
    self.isPromoted = isPromoted
    self.questions = questions
    self.trainings = trainings
  }
}

extension DatasetRecord: StoredRecord {
  package static let layout = RecordLayout(
    "dataset", owner: ["teacher", "seed", "step"], key: "teacher, seed, step, dataset",
    blank: DatasetRecord(index: 0, reward: .nan, advantage: .nan),
    [
      StoredColumn("dataset", \.index),
      StoredColumn("reward", \.reward),
      StoredColumn("advantage", \.advantage),
      StoredColumn("is_promoted", \.isPromoted),
    ])
}

/// One student trained on one dataset.
public struct StudentTrainingRecord: Codable, Sendable, Equatable {
  public var repeatIndex: Int
  /// R_kj: `accuracyAfter` minus `accuracyBefore`.
  public var reward: Double
  public var accuracyBefore: Double
  public var accuracyAfter: Double
  /// Mean graded reward of its rollouts, in the units of the reward levels.
  public var meanTrainingReward: Double
  public var tokensSampled: Int
  public var tokensTrained: Int
  /// Greedy accuracy at each horizon of the reward, by its student step; empty if there is one.
  public var accuracyAt: [String: Double]

  public init(
    repeatIndex: Int, reward: Double, accuracyBefore: Double, accuracyAfter: Double,
    meanTrainingReward: Double, tokensSampled: Int, tokensTrained: Int,
    accuracyAt: [String: Double] = [:]
  ) {
    self.repeatIndex = repeatIndex
    self.reward = reward
    self.accuracyBefore = accuracyBefore
    self.accuracyAfter = accuracyAfter
    self.meanTrainingReward = meanTrainingReward
    self.tokensSampled = tokensSampled
    self.tokensTrained = tokensTrained
    self.accuracyAt = accuracyAt
  }
}

extension StudentTrainingRecord: StoredRecord {
  package static let layout = RecordLayout(
    "student_training", owner: ["teacher", "seed", "step", "dataset"],
    key: "teacher, seed, step, dataset, repeat",
    blank: StudentTrainingRecord(
      repeatIndex: 0, reward: .nan, accuracyBefore: .nan, accuracyAfter: .nan,
      meanTrainingReward: .nan, tokensSampled: 0, tokensTrained: 0),
    [
      StoredColumn("repeat", \.repeatIndex),
      StoredColumn("reward", \.reward),
      StoredColumn("accuracy_before", \.accuracyBefore),
      StoredColumn("accuracy_after", \.accuracyAfter),
      StoredColumn("mean_training_reward", \.meanTrainingReward),
      StoredColumn("tokens_sampled", \.tokensSampled),
      StoredColumn("tokens_trained", \.tokensTrained),
      StoredColumn("accuracy_at", \.accuracyAt, since: 6),
    ])
}

/// A fresh student on the dataset of a due promotion, trained to confirm or refuse it.
public struct ConfirmationRecord: Codable, Sendable, Equatable {
  public var dataset: Int
  public var repeatIndex: Int
  /// `accuracyAfter` minus `accuracyBefore`.
  public var reward: Double
  public var accuracyBefore: Double
  public var accuracyAfter: Double
  public var tokensSampled: Int
  public var tokensTrained: Int

  public init(
    dataset: Int, repeatIndex: Int, reward: Double, accuracyBefore: Double, accuracyAfter: Double,
    tokensSampled: Int, tokensTrained: Int
  ) {
    self.dataset = dataset
    self.repeatIndex = repeatIndex
    self.reward = reward
    self.accuracyBefore = accuracyBefore
    self.accuracyAfter = accuracyAfter
    self.tokensSampled = tokensSampled
    self.tokensTrained = tokensTrained
  }
}

extension ConfirmationRecord: StoredRecord {
  package static let layout = RecordLayout(
    "confirmation", owner: ["teacher", "seed", "step"], key: "teacher, seed, step, repeat",
    blank: ConfirmationRecord(
      dataset: 0, repeatIndex: 0, reward: .nan, accuracyBefore: .nan, accuracyAfter: .nan,
      tokensSampled: 0, tokensTrained: 0),
    [
      StoredColumn("dataset", \.dataset, since: 6),
      StoredColumn("repeat", \.repeatIndex, since: 6),
      StoredColumn("reward", \.reward, since: 6),
      StoredColumn("accuracy_before", \.accuracyBefore, since: 6),
      StoredColumn("accuracy_after", \.accuracyAfter, since: 6),
      StoredColumn("tokens_sampled", \.tokensSampled, since: 6),
      StoredColumn("tokens_trained", \.tokensTrained, since: 6),
    ])
}

/// A student became the baseline. Accuracies are greedy, on all of hard-train.
public struct PromotionRecord: Codable, Sendable, Equatable {
  public var dataset: Int
  public var repeatIndex: Int
  public var accuracyBefore: Double
  public var accuracyAfter: Double
  /// Mean gain of the fresh students that confirmed it; nil if none were asked.
  public var confirmedReward: Double?

  public init(
    dataset: Int, repeatIndex: Int, accuracyBefore: Double, accuracyAfter: Double,
    confirmedReward: Double? = nil
  ) {
    self.confirmedReward = confirmedReward
    self.dataset = dataset
    self.repeatIndex = repeatIndex
    self.accuracyBefore = accuracyBefore
    self.accuracyAfter = accuracyAfter
  }
}

extension PromotionRecord: StoredRecord {
  package static let layout = RecordLayout(
    "promotion", owner: ["teacher", "seed", "step"], key: "teacher, seed, step",
    blank: PromotionRecord(
      dataset: 0, repeatIndex: 0, accuracyBefore: .nan, accuracyAfter: .nan),
    [
      StoredColumn("dataset", \.dataset),
      StoredColumn("repeat", \.repeatIndex),
      StoredColumn("accuracy_before", \.accuracyBefore),
      StoredColumn("accuracy_after", \.accuracyAfter),
      StoredColumn("confirmed_reward", \.confirmedReward, since: 6),
    ])
}
