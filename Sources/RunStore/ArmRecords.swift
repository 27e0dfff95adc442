public enum ArmStatus: String, Codable, Sendable, CaseIterable {
  case finished
  /// Training met a loss that is not finite; the run up to there is kept.
  case diverged
}

/// One student of one arm with one seed: what it was trained on, what that cost, how it came out. It
/// is stored in one transaction.
public struct ArmRunRecord: Codable, Sendable, Equatable {
  public var arm: String
  public var seed: Int
  /// Which of the seed's students, from 0; an arm without training has one.
  public var student: Int
  /// Where its questions come from, such as `hard-train` or `promotion questions`.
  public var questionsSource: String
  /// How they are mixed with hard-train, such as `alone`, `mixed`, `curriculum`, `none`.
  public var mixing: String
  /// Optimizer steps.
  public var steps: Int
  public var rollouts: Int
  public var tokensSampled: Int
  public var tokensTrained: Int
  public var forwardFLOPs: Double?
  public var backwardFLOPs: Double?
  public var seconds: Double
  public var status: ArmStatus
  public var curve: [ArmCurvePoint]
  public var evaluations: [EvaluationRecord]
  /// Questions sampled for this arm outside an outer loop; stored with the arm as the teacher.
  public var questions: [QuestionRecord]
  public var events: [EventRecord]

  public init(
    arm: String, seed: Int, student: Int = 0, questionsSource: String, mixing: String, steps: Int,
    rollouts: Int,
    tokensSampled: Int, tokensTrained: Int, forwardFLOPs: Double? = nil,
    backwardFLOPs: Double? = nil, seconds: Double = 0, status: ArmStatus = .finished,
    curve: [ArmCurvePoint] = [], evaluations: [EvaluationRecord] = [],
    questions: [QuestionRecord] = [], events: [EventRecord] = []
  ) {
    self.arm = arm
    self.seed = seed
    self.student = student
    self.questionsSource = questionsSource
    self.mixing = mixing
    self.steps = steps
    self.rollouts = rollouts
    self.tokensSampled = tokensSampled
    self.tokensTrained = tokensTrained
    self.forwardFLOPs = forwardFLOPs
    self.backwardFLOPs = backwardFLOPs
    self.seconds = seconds
    self.status = status
    self.curve = curve
    self.evaluations = evaluations
    self.questions = questions
    self.events = events
  }
}

/// A point of an arm's training curve. Accuracies and pass rates are shares, 0 to 1; nil means
/// not measured at this step.
public struct ArmCurvePoint: Codable, Sendable, Equatable {
  public var step: Int
  /// Mean graded reward of the step's rollouts.
  public var trainingReward: Double?
  /// Greedy, on hard-train.
  public var trainAccuracy: Double?
  public var testPass1: Double?
  public var testPass32: Double?

  public init(
    step: Int, trainingReward: Double? = nil, trainAccuracy: Double? = nil,
    testPass1: Double? = nil, testPass32: Double? = nil
  ) {
    self.step = step
    self.trainingReward = trainingReward
    self.trainAccuracy = trainAccuracy
    self.testPass1 = testPass1
    self.testPass32 = testPass32
  }
}

public enum EvaluationKind: String, Codable, Sendable, CaseIterable {
  case greedy, sampled
}

/// Successes out of samples for each problem of one half of the hard set, or of the transfer set.
public struct EvaluationRecord: Codable, Sendable, Equatable {
  public var split: Split
  public var kind: EvaluationKind
  /// The training step evaluated; nil for the arm's final model.
  public var step: Int?
  public var samplesPerProblem: Int
  public var problems: [ProblemSuccesses]

  public init(
    split: Split, kind: EvaluationKind, step: Int? = nil, samplesPerProblem: Int,
    problems: [ProblemSuccesses]
  ) {
    self.split = split
    self.kind = kind
    self.step = step
    self.samplesPerProblem = samplesPerProblem
    self.problems = problems
  }
}

public struct ProblemSuccesses: Codable, Sendable, Equatable {
  /// The id of a ``HardProblemRecord``.
  public var problem: Int
  public var successes: Int

  public init(problem: Int, successes: Int) {
    self.problem = problem
    self.successes = successes
  }
}
