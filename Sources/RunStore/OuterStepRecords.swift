/// One step of the outer loop with all that happened in it. It is stored in one transaction.
public struct OuterStepRecord: Codable, Sendable, Equatable {
  /// The name that every outer loop has unless another is given.
  public static let defaultTeacher = "SOAR"
  /// The paper's reward scheme, whose rewards are gains in accuracy; others have units of their own.
  public static let groundedScheme = "grounded"

  /// Which teacher's loop this is; runs may hold several (other rewards, no promotion).
  public var teacher: String
  public var seed: Int
  public var step: Int
  /// Name of the reward scheme; nil in runs that knew only the grounded one (format 1).
  public var scheme: String?
  /// R_t, the mean of the datasets' rewards, as a difference of greedy accuracies (0 to 1).
  public var meanReward: Double
  public var movingAverage: Double
  /// tau.
  public var threshold: Double
  public var isPromoted: Bool
  public var chosenDataset: Int?
  public var chosenRepeat: Int?
  /// Teacher's documents that did not parse and were sampled again.
  public var rejected: Int
  public var tokensSampled: Int
  public var tokensTrained: Int
  /// Floating-point operations of the whole step, teacher and students; nil where not counted.
  public var forwardFLOPs: Double?
  public var backwardFLOPs: Double?
  public var teacherLoss: Double
  public var teacherKL: Double
  public var teacherGradientNorm: Double
  /// Greedy accuracy of the baseline student on the whole of hard-train after the step.
  public var baselineAccuracy: Double?
  public var seconds: Double
  public var datasets: [DatasetRecord]
  public var promotion: PromotionRecord?
  public var events: [EventRecord]

  public init(
    teacher: String = Self.defaultTeacher, seed: Int, step: Int, scheme: String? = nil,
    meanReward: Double, movingAverage: Double, threshold: Double, isPromoted: Bool = false,
    chosenDataset: Int? = nil, chosenRepeat: Int? = nil, rejected: Int, tokensSampled: Int,
    tokensTrained: Int, forwardFLOPs: Double? = nil, backwardFLOPs: Double? = nil,
    teacherLoss: Double, teacherKL: Double, teacherGradientNorm: Double,
    baselineAccuracy: Double? = nil, seconds: Double = 0, datasets: [DatasetRecord] = [],
    promotion: PromotionRecord? = nil, events: [EventRecord] = []
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
    self.seconds = seconds
    self.datasets = datasets
    self.promotion = promotion
    self.events = events
  }
}

/// One of the g datasets of an outer step.
public struct DatasetRecord: Codable, Sendable, Equatable {
  public var index: Int
  /// R_k, the mean over the repeats.
  public var reward: Double
  /// Leave-one-out: R_k minus the mean of the others.
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

/// A question that a teacher wrote, with the teacher's own answer, which nobody verified.
public struct QuestionRecord: Codable, Sendable, Equatable {
  public var position: Int
  public var question: String
  public var answer: String
  /// All that the teacher wrote: question, solution and answer.
  public var document: String
  public var tokenCount: Int
  /// Share of the student's samples that equal the teacher's answer, 0 to 1; nil, like the next
  /// two, where the reward scheme does not look at single questions.
  public var solveRate: Double?
  /// Share of the student's samples that give its most frequent answer, 0 to 1.
  public var majorityShare: Double?
  /// What an intrinsic reward scheme gives the question by itself, in the scheme's units.
  public var questionReward: Double?
  public var labels: [LabelRecord]

  public init(
    position: Int, question: String, answer: String, document: String, tokenCount: Int,
    solveRate: Double? = nil, majorityShare: Double? = nil, questionReward: Double? = nil,
    labels: [LabelRecord] = []
  ) {
    self.position = position
    self.question = question
    self.answer = answer
    self.document = document
    self.tokenCount = tokenCount
    self.solveRate = solveRate
    self.majorityShare = majorityShare
    self.questionReward = questionReward
    self.labels = labels
  }
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

  public init(
    repeatIndex: Int, reward: Double, accuracyBefore: Double, accuracyAfter: Double,
    meanTrainingReward: Double, tokensSampled: Int, tokensTrained: Int
  ) {
    self.repeatIndex = repeatIndex
    self.reward = reward
    self.accuracyBefore = accuracyBefore
    self.accuracyAfter = accuracyAfter
    self.meanTrainingReward = meanTrainingReward
    self.tokensSampled = tokensSampled
    self.tokensTrained = tokensTrained
  }
}

/// A student became the baseline. Accuracies are greedy, on the whole of hard-train.
public struct PromotionRecord: Codable, Sendable, Equatable {
  public var dataset: Int
  public var repeatIndex: Int
  public var accuracyBefore: Double
  public var accuracyAfter: Double

  public init(dataset: Int, repeatIndex: Int, accuracyBefore: Double, accuracyAfter: Double) {
    self.dataset = dataset
    self.repeatIndex = repeatIndex
    self.accuracyBefore = accuracyBefore
    self.accuracyAfter = accuracyAfter
  }
}

/// A stored question with its place. Questions sampled outside an outer loop have no step.
public struct StoredQuestion: Codable, Sendable, Equatable, Identifiable {
  public var id: Int64
  public var teacher: String
  public var seed: Int
  /// Of the arm that the question was written for; nil for those of an outer loop.
  public var student: Int?
  public var step: Int?
  public var dataset: Int?
  public var isPromoted: Bool
  /// With the newest label of each classifier.
  public var question: QuestionRecord

  public init(
    id: Int64, teacher: String, seed: Int, student: Int? = nil, step: Int? = nil,
    dataset: Int? = nil, isPromoted: Bool, question: QuestionRecord
  ) {
    self.id = id
    self.teacher = teacher
    self.seed = seed
    self.student = student
    self.step = step
    self.dataset = dataset
    self.isPromoted = isPromoted
    self.question = question
  }
}
