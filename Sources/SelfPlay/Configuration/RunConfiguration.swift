public import TextTasks
public import Worlds

/// How students are measured.
public struct EvaluationConfiguration: Sendable, Codable, Equatable {
  /// Samples per test problem at temperature 1. Paper: 32.
  public var samples = 32
  /// The k of pass@k; each at most `samples`.
  public var passAt = [1, 4, 8, 16, 32]
  /// Whether the exact probability of every test problem's bare right answer is measured besides the
  /// samples, and with it the expected pass@k. Needs an engine that scores texts and answers that are
  /// written without work.
  public var exact = false
  /// Student steps between hard-train greedy measurements along an arm.
  public var greedyEvery = 10
  /// Student steps between test pass@k measurements along an arm; zero measures at the end only.
  public var testEvery = 20
  /// Plain questions of each form and length that arms with a `reach` choose from, and samples of the
  /// base student for each.
  public var reachQuestions = 1024
  public var reachSamples = 256
  /// When a student's training counts as levelled off.
  public var checkpoint = CheckpointConfiguration()

  public init() {}
}

/// The paper's rule for the checkpoint of a fresh student, found from its training reward alone
/// (`Statistics/CheckpointRule.swift`).
public struct CheckpointConfiguration: Sendable, Codable, Equatable {
  /// Steps in the centred moving average of the training reward, odd. Paper: 25.
  public var window = 9
  /// The average has levelled off when its slope is below this share of its maximum, 0...1. Paper:
  /// 0.15.
  public var slopeShare = 0.15
  /// Steps after the checkpoint whose test measurements are averaged into the result. Paper: 200.
  public var horizon = 20

  public init() {}
}

/// How the local engine computes; what it computes stays the same.
public struct ComputeConfiguration: Sendable, Codable, Equatable {
  /// Whether what rollouts have in common is computed once: responses whose tokens are equal so far, and
  /// few-shot headers. The same distribution, loss and gradient, in a fraction of the time where answers
  /// are short or many rollouts give up alike; but sums round differently, so that results are not
  /// those of a run without it, bit for bit. Runs of releases before 27 November 2026 were without it.
  public var sharesPrefixes = true

  public init() {}
}

/// Everything that decides a run's results.
public struct RunConfiguration: Sendable, Codable, Equatable {
  /// Name of the preset that this configuration started from.
  public var preset = "quick"
  /// Run seeds: each is a teacher with its students, on the same base model and hard set.
  public var seeds = [1]
  /// Students of every training arm within each run seed, each with new questions and its own
  /// randomness. Paper: 6 to 12 nested seeds, teachers times students.
  public var studentsPerSeed = 1
  /// Where the problems come from: the embedded world, or text.
  public var task = TaskConfiguration()
  public var world = Self.defaultWorld
  public var model = ModelConfiguration()
  public var pretraining = PretrainingConfiguration()
  public var hardSet = HardSetConfiguration()
  /// Off here, because runs of earlier releases had none; the presets turn it on.
  public var transfer = TransferConfiguration()
  public var student = StudentConfiguration()
  public var teacher = TeacherConfiguration()
  public var soar = SOARConfiguration()
  /// The outer loops of each seed, which share all settings except those given here. A loop runs
  /// only if an arm uses it.
  public var teachers = [TeacherRunConfiguration(name: TeacherRunConfiguration.soar)]
  public var arms = ArmConfiguration.standard(steps: 60, hardOnlySteps: 120)
  public var evaluation = EvaluationConfiguration()
  public var compute = ComputeConfiguration()
  /// Where models live and train: in this process, or on a server.
  public var engine = EngineConfiguration()
  /// The primary outcomes, fixed before the run and one family of tests; reports open with them.
  public var plan: [PlannedComparison] = []

  private static var defaultWorld: WorldConfiguration {
    var world = WorldConfiguration.habits12
    world.seed = 11
    return world
  }

  public init() {}
}
