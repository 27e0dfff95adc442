public import Randomness
public import Tasks
public import Tokenization

/// One way to reward a teacher: a pure function of one outer step's measurements.
///
/// Only what a scheme `needs` is measured, so `needs` decides its cost. A scheme samples and trains
/// nothing itself. To add one, write one file and one registration (docs/extending.md).
public protocol RewardScheme: Sendable {
  /// What `rewards(for:)` reads of its input besides the questions.
  var needs: RewardNeeds { get }

  /// Whether it rewards datasets or questions: the case that `rewards(for:)` returns.
  var granularity: RewardGranularity { get }

  /// One reward per dataset or per question, in the order of `input.datasets`.
  ///
  /// - Throws: ``MissingMeasurement`` if it reads something that `needs` does not request.
  func rewards(for input: RewardInput) throws -> Rewards
}

extension RewardScheme {
  /// `rewards(for:)`, checked for the shape that the teacher's update relies on.
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

/// The measurements that a scheme needs, which decide its cost.
public struct RewardNeeds: Sendable, Equatable {
  /// Whether r students train on each dataset and are measured on hard-train. Without it and
  /// without `referenceProblems`, no hard problem is read.
  public var grounded: Bool
  /// Completions of the baseline student per question; zero samples none.
  public var completions: Int
  /// Completions per question by each student trained on the question's dataset; more than zero
  /// trains r students per dataset.
  public var completionsAfter: Int
  /// Hard-train problems whose rollouts by the baseline student give the reference gradient. More
  /// than zero also takes one gradient per question, which needs at least 2 `completions`.
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

  /// Whether any student must train.
  public var trainsStudents: Bool { grounded || completionsAfter > 0 }
  /// Whether any hard problem must be read.
  public var readsHardTrain: Bool { grounded || referenceProblems > 0 }

  /// The combined needs of two schemes: nothing is measured twice, and both see the larger number
  /// of completions.
  public func union(_ other: RewardNeeds) -> RewardNeeds {
    RewardNeeds(
      grounded: grounded || other.grounded,
      completions: max(completions, other.completions),
      completionsAfter: max(completionsAfter, other.completionsAfter),
      referenceProblems: max(referenceProblems, other.referenceProblems),
      archive: archive || other.archive)
  }
}

/// A scheme's view of one outer step: g datasets of n questions, and the measurements that it
/// requested. The others are nil.
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
  public var archive: [String]?
  /// The task's tokenizer, for schemes that compare texts.
  public var tokenizer: any Tokenizer
  /// The stream of this step's reward, for schemes that draw.
  public var stream: RandomStream

  public init(
    datasets: [[GeneratedQuestion]], rollouts: [[QuestionRollouts]]? = nil,
    rolloutsAfter: [[QuestionRollouts]]? = nil, grounded: [Double]? = nil,
    alignment: [[Double]]? = nil, archive: [String]? = nil,
    tokenizer: any Tokenizer = ByteTokenizer(), stream: RandomStream
  ) {
    self.datasets = datasets
    self.rollouts = rollouts
    self.rolloutsAfter = rolloutsAfter
    self.grounded = grounded
    self.alignment = alignment
    self.archive = archive
    self.tokenizer = tokenizer
    self.stream = stream
  }

  /// The tokens of a question's text.
  public func tokens(of question: String) -> [Int32] { tokenizer.encode(question) ?? [] }

  /// A measurement that the scheme requested.
  ///
  /// - Throws: ``MissingMeasurement`` if it did not request it.
  public func require<Value>(_ measurement: KeyPath<RewardInput, Value?>, _ name: String) throws
    -> Value
  {
    guard let value = self[keyPath: measurement] else { throw MissingMeasurement(name: name) }
    return value
  }

  /// One reward per question from the baseline student's completions.
  ///
  /// - Throws: ``MissingMeasurement`` if the scheme's `needs` request no completions.
  public func perQuestion(_ reward: (QuestionRollouts) -> Double) throws -> Rewards {
    .perQuestion(try require(\.rollouts, "completions").map { $0.map(reward) })
  }
}

/// A scheme read a measurement that its `needs` do not request: a bug in the scheme.
public struct MissingMeasurement: Error, Sendable, Equatable {
  public let name: String
}

/// A scheme's rewards for one outer step.
public enum Rewards: Sendable, Equatable {
  /// [g].
  case perDataset([Double])
  /// [g][n].
  case perQuestion([[Double]])

  /// One reward per dataset, [g]; the mean over its questions if those are rewarded (paper, B.4).
  public var datasetRewards: [Double] {
    switch self {
    case .perDataset(let rewards): return rewards
    case .perQuestion(let rewards): return rewards.map(mean)
    }
  }

  /// The questions' own rewards, [g][n]; nil if datasets are rewarded.
  public var questionRewards: [[Double]]? {
    if case .perQuestion(let rewards) = self { return rewards }
    return nil
  }
}

/// A caveat about a step's rewards.
public enum RewardFlag: String, Sendable, Codable, CaseIterable {
  /// The reference gradient is exactly zero, as on a plateau where all rollouts earn the same:
  /// there is no direction to align with, and every alignment is reported as zero.
  case zeroReference
}
