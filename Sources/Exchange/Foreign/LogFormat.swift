package import Diagnostics

/// The programs whose logs `soar import` reads; docs/importing.md has their fields.
public enum LogFormat: String, CaseIterable, Sendable {
  /// JSON lines of questions and rewards (docs/import-format.md).
  case soar
  case trl
  case verl
  case skyrl
  case tinker
  case rZero = "r-zero"
  case absoluteZero = "absolute-zero"

  /// The program's name, which names the teacher or the questions' source in the store.
  public var title: String {
    switch self {
    case .soar: "soar"
    case .trl: "TRL"
    case .verl: "verl"
    case .skyrl: "SkyRL"
    case .tinker: "tinker-cookbook"
    case .rZero: "R-Zero"
    case .absoluteZero: "Absolute Zero"
    }
  }

  /// Whether its records are rollouts: a prompt, a completion and a reward.
  public var isOfRollouts: Bool {
    switch self {
    case .trl, .verl, .skyrl, .tinker: true
    case .soar, .rZero, .absoluteZero: false
    }
  }

  /// The format that has all of a record's telling keys; nil if none has.
  package static func detect(_ record: JSONValue) -> LogFormat? {
    func has(_ keys: String...) -> Bool { keys.allSatisfy { record[$0] != nil } }
    if has("input_prompt", "output_response") { return .skyrl }
    if has("prompt", "completion") { return .trl }
    if has("input", "output", "score") { return .verl }
    if has("snippet") { return .absoluteZero }
    if has("turns", "benchmark") || has("root", "title") || has("traj_idx", "total_reward")
      || has("progress/batch")
    {
      return .tinker
    }
    let hasQuestion = has("question") || has("problem")
    if hasQuestion, has("answer", "score"), !has("step") { return .rZero }
    return has("question") ? .soar : nil
  }
}

/// How to read a foreign log.
public struct LogOptions: Sendable, Equatable {
  /// Which text of a rollout is the question.
  public enum Side: String, CaseIterable, Sendable {
    /// The log is of a student: a question is what it was asked, and its rollouts are pooled.
    case prompt
    /// The log is of a teacher: a question is what it wrote, and each rollout is one.
    case completion
  }

  public var side: Side
  /// The fields whose sum is the reward, nested ones with dots; empty for the format's own.
  public var rewards: [String]
  /// The field with the answer, nested with dots; nil for the format's own.
  public var answer: String?
  /// The question begins after the last occurrence of this text in the prompt.
  public var after: String?
  /// The question ends before the first occurrence of this text, after ``after``.
  public var before: String?

  public init(
    side: Side = .prompt, rewards: [String] = [], answer: String? = nil, after: String? = nil,
    before: String? = nil
  ) {
    self.side = side
    self.rewards = rewards
    self.answer = answer
    self.after = after
    self.before = before
  }
}
