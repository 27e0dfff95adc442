public import Worlds

/// How students are measured.
public struct EvaluationConfiguration: Sendable, Codable, Equatable {
  /// Samples per test problem at temperature 1. Paper: 32.
  public var samples = 32
  /// The k of pass@k; each at most `samples`.
  public var passAt = [1, 4, 8, 16, 32]
  /// Student steps between hard-train greedy measurements along an arm.
  public var greedyEvery = 10
  /// Student steps between test pass@k measurements along an arm; zero measures at the end only.
  public var testEvery = 20

  public init() {}
}

/// Everything that decides a run's results.
public struct RunConfiguration: Sendable, Codable, Equatable {
  /// Name of the preset that this configuration started from.
  public var preset = "quick"
  /// Run seeds: each is a teacher with its students, on the same base model and hard set.
  public var seeds = [1]
  public var world = Self.defaultWorld
  public var model = ModelConfiguration()
  public var pretraining = PretrainingConfiguration()
  public var hardSet = HardSetConfiguration()
  public var student = StudentConfiguration()
  public var teacher = TeacherConfiguration()
  public var soar = SOARConfiguration()
  /// The outer loops of each seed, with the same settings but for what is said here. A loop runs
  /// only when an arm draws on it.
  public var teachers = [TeacherRunConfiguration(name: TeacherRunConfiguration.soar)]
  public var arms = ArmConfiguration.standard(steps: 60, hardOnlySteps: 120)
  public var evaluation = EvaluationConfiguration()

  private static var defaultWorld: WorldConfiguration {
    var world = WorldConfiguration.habits12
    world.seed = 11
    return world
  }

  public init() {}
}
