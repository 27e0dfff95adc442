public import Randomness
public import Worlds

/// One way to reward a teacher: a pure function of what was measured in one outer step.
///
/// A scheme says what it needs, and nothing else is measured, so `needs` decides what it costs. It
/// samples nothing and trains nothing itself. Adding one is one file and one registration
/// (docs/extending.md).
public protocol RewardScheme: Sendable {
  /// What `rewards(for:)` reads of its input beside the questions.
  var needs: RewardNeeds { get }

  /// Whether it rewards datasets or questions: the case that `rewards(for:)` returns.
  var granularity: RewardGranularity { get }

  /// One reward per dataset or per question, in the order of `input.datasets`.
  ///
  /// - Throws: ``MissingMeasurement`` when something was read that `needs` does not ask for.
  func rewards(for input: RewardInput) throws -> Rewards
}

extension RewardScheme {
  /// `rewards(for:)`, with the shape that the teacher's update relies on.
  func checkedRewards(for input: RewardInput) throws -> Rewards {
    let rewards = try self.rewards(for: input)
    switch rewards {
    case .perDataset(let rewards):
      precondition(
        granularity == .dataset && rewards.count == input.datasets.count,
        "a scheme returns one reward per dataset, as it says")
    case .perQuestion(let rewards):
      precondition(
        granularity == .question && rewards.map(\.count) == input.datasets.map(\.count),
        "a scheme returns one reward per question, as it says")
    }
    return rewards
  }
}

/// The unit that a scheme rewards.
public enum RewardGranularity: String, Sendable, Codable, CaseIterable {
  case dataset
  case question
}

/// What a scheme has to have measured, which is what it costs.
public struct RewardNeeds: Sendable, Equatable {
  /// Whether r students train on each dataset and are measured on hard-train. Without it, and
  /// without `referenceProblems`, no hard problem is read by anyone.
  public var grounded: Bool
  /// Completions of the baseline student per question; zero samples none.
  public var completions: Int
  /// Completions per question of each student that was trained on the question's dataset; more
  /// than zero trains r students per dataset.
  public var completionsAfter: Int
  /// Hard-train problems whose rollouts by the baseline student give the reference gradient; more
  /// than zero also takes one gradient per question, from its `completions`, of which it needs at
  /// least 2.
  public var referenceProblems: Int
  /// Whether the questions of earlier steps are kept.
  public var archive: Bool

  public init(
    grounded: Bool = false, completions: Int = 0, completionsAfter: Int = 0,
    referenceProblems: Int = 0, archive: Bool = false
  ) {
    self.grounded = grounded
    self.completions = completions
    self.completionsAfter = completionsAfter
    self.referenceProblems = referenceProblems
    self.archive = archive
  }

  /// Whether any student has to train.
  public var trainsStudents: Bool { grounded || completionsAfter > 0 }
  /// Whether any hard problem has to be read.
  public var readsHardTrain: Bool { grounded || referenceProblems > 0 }

  /// What two schemes need together: nothing is measured twice, and both see the larger number of
  /// completions.
  public func union(_ other: RewardNeeds) -> RewardNeeds {
    RewardNeeds(
      grounded: grounded || other.grounded,
      completions: max(completions, other.completions),
      completionsAfter: max(completionsAfter, other.completionsAfter),
      referenceProblems: max(referenceProblems, other.referenceProblems),
      archive: archive || other.archive)
  }
}

/// What a scheme sees of one outer step: g datasets of n questions, and of the rest what it asked
/// for. Measurements that nobody asked for are nil.
public struct RewardInput: Sendable {
  /// [g][n].
  public var datasets: [[GeneratedQuestion]]
  /// Completions of the baseline student: [g][n].
  public var rollouts: [[QuestionRollouts]]?
  /// Completions of the students trained on the question's dataset, pooled over its r students:
  /// [g][n].
  public var rolloutsAfter: [[QuestionRollouts]]?
  /// R_k of Algorithm 1: [g].
  public var grounded: [Double]?
  /// Cosine of each question's policy gradient and the reference gradient, -1...1: [g][n]. All
  /// zero when the reference gradient is.
  public var alignment: [[Double]]?
  /// Questions of earlier steps, each once.
  public var archive: [[Int32]]?
  /// Named for this step and the reward; for schemes that draw.
  public var stream: RandomStream

  public init(
    datasets: [[GeneratedQuestion]], rollouts: [[QuestionRollouts]]? = nil,
    rolloutsAfter: [[QuestionRollouts]]? = nil, grounded: [Double]? = nil,
    alignment: [[Double]]? = nil, archive: [[Int32]]? = nil, stream: RandomStream
  ) {
    self.datasets = datasets
    self.rollouts = rollouts
    self.rolloutsAfter = rolloutsAfter
    self.grounded = grounded
    self.alignment = alignment
    self.archive = archive
    self.stream = stream
  }

  /// A measurement that the scheme asked for.
  ///
  /// - Throws: ``MissingMeasurement`` when it did not.
  public func require<Value>(_ measurement: KeyPath<RewardInput, Value?>, _ name: String) throws
    -> Value
  {
    guard let value = self[keyPath: measurement] else { throw MissingMeasurement(name: name) }
    return value
  }

  /// One reward per question from what the baseline student made of it.
  ///
  /// - Throws: ``MissingMeasurement`` when the scheme's `needs` ask for no completions.
  public func perQuestion(_ reward: (QuestionRollouts) -> Double) throws -> Rewards {
    .perQuestion(try require(\.rollouts, "completions").map { $0.map(reward) })
  }
}

/// A scheme read a measurement that its `needs` do not ask for: a bug in the scheme.
public struct MissingMeasurement: Error, Sendable, Equatable {
  public let name: String
}

/// A scheme's rewards for one outer step.
public enum Rewards: Sendable, Equatable {
  /// [g].
  case perDataset([Double])
  /// [g][n].
  case perQuestion([[Double]])

  /// One reward per dataset: the mean of its questions' where those are rewarded (paper, B.4).
  public var datasetRewards: [Double] {
    switch self {
    case .perDataset(let rewards): return rewards
    case .perQuestion(let rewards): return rewards.map(mean)
    }
  }

  /// The questions' own rewards; nil where datasets are rewarded.
  public var questionRewards: [[Double]]? {
    if case .perQuestion(let rewards) = self { return rewards }
    return nil
  }
}

/// Something about a step's rewards that a reader of the numbers has to know.
public enum RewardFlag: String, Sendable, Codable, CaseIterable {
  /// The reference gradient is exactly zero, as on a plateau where all rollouts earn the same:
  /// there is no direction to align with, and every alignment is reported as zero.
  case zeroReference
}
