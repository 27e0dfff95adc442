public enum ArmStatus: String, Codable, Sendable, CaseIterable {
  case finished
  /// Training hit a non-finite loss; the run up to that point is kept.
  case diverged
}

/// One student of one arm with one seed: its training data, cost and result. Stored in one
/// transaction.
public struct ArmRunRecord: Codable, Sendable, Equatable {
  public var arm: String
  public var seed: Int
  /// The student's number within the seed, from 0; an arm without training has one student.
  public var student: Int
  /// Source of its questions, such as `hard-train` or `promotion questions`.
  public var questionsSource: String
  /// How the questions are mixed with hard-train: `alone`, `mixed`, `curriculum`, `none`.
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

extension ArmRunRecord: StoredRecord {
  package static let layout = RecordLayout(
    "arm_run", key: "arm, seed, student",
    blank: ArmRunRecord(
      arm: "", seed: 0, questionsSource: "", mixing: "", steps: 0, rollouts: 0, tokensSampled: 0,
      tokensTrained: 0),
    [
      StoredColumn("arm", \.arm),
      StoredColumn("seed", \.seed),
      StoredColumn("student", \.student, since: 3),
      StoredColumn("questions_source", \.questionsSource),
      StoredColumn("mixing", \.mixing),
      StoredColumn("steps", \.steps),
      StoredColumn("rollouts", \.rollouts),
      StoredColumn("tokens_sampled", \.tokensSampled),
      StoredColumn("tokens_trained", \.tokensTrained),
      StoredColumn("forward_flops", \.forwardFLOPs),
      StoredColumn("backward_flops", \.backwardFLOPs),
      StoredColumn("seconds", \.seconds, isResult: false),
      StoredColumn("status", \.status),
    ])
}

/// A point of an arm's training curve. Accuracies and pass rates are shares, 0 to 1; nil means not
/// measured at this step.
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

extension ArmCurvePoint: StoredRecord {
  package static let layout = RecordLayout(
    "arm_curve", owner: ["arm", "seed", .student], key: "arm, seed, student, step",
    blank: ArmCurvePoint(step: 0),
    [
      StoredColumn("step", \.step),
      StoredColumn("training_reward", \.trainingReward),
      StoredColumn("train_accuracy", \.trainAccuracy),
      StoredColumn("test_pass_1", \.testPass1),
      StoredColumn("test_pass_32", \.testPass32),
    ])
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

extension EvaluationRecord: StoredRecord {
  package static let layout = RecordLayout(
    "evaluation", owner: ["arm", "seed", .student],
    key: "arm, seed, student, split, kind, step",
    blank: EvaluationRecord(split: .train, kind: .greedy, samplesPerProblem: 0, problems: []),
    [
      StoredColumn("split", \.split),
      StoredColumn("kind", \.kind),
      StoredColumn("step", \.step),
      StoredColumn("samples_per_problem", \.samplesPerProblem),
    ])
}

public struct ProblemSuccesses: Codable, Sendable, Equatable {
  /// The id of a ``HardProblemRecord``.
  public var problem: Int
  public var successes: Int
  /// Probability of the bare right answer, 0...1; nil if it was not calculated.
  public var probability: Double?

  public init(problem: Int, successes: Int, probability: Double? = nil) {
    self.problem = problem
    self.successes = successes
    self.probability = probability
  }
}

extension ProblemSuccesses: StoredRecord {
  package static let layout = RecordLayout(
    "evaluation_problem", owner: ["evaluation"],
    key: "arm, seed, student, split, kind, step, problem",
    from: """
      evaluation_problem JOIN evaluation ON evaluation.id = evaluation_problem.evaluation
      """,
    blank: ProblemSuccesses(problem: 0, successes: 0),
    [
      StoredColumn("problem", \.problem),
      StoredColumn("successes", \.successes),
      StoredColumn("probability", \.probability, as: .share, since: 8),
    ])
}
