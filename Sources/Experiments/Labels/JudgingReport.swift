import Diagnostics
public import QuestionAnalysis

/// What a session of judging did.
public struct JudgingReport: Encodable, Sendable {
  public let judge: String
  /// How the server was asked for JSON; nil before it is known.
  public internal(set) var dialect: String?
  /// Texts asked in this session, and what came of them.
  public private(set) var asked = 0
  public private(set) var decided = 0
  public private(set) var undecided = 0
  public private(set) var unreadable = 0
  /// Texts that the server did not answer; the next call asks them again.
  public internal(set) var failed = 0
  /// Unreadable votes of this session by reason, in the order of the reasons.
  public private(set) var unreadableVotes: [(reason: UnreadableReply, count: Int)] =
    UnreadableReply.allCases.map { ($0, 0) }
  public internal(set) var cost = JudgeCost()
  /// All labels of this judge in the store, by teacher.
  public internal(set) var tally = LabelTally()

  init(judge: String) { self.judge = judge }

  mutating func add(_ answer: JudgeClient.Answer, _ outcome: JudgeVotes.Outcome) {
    asked += 1
    switch outcome {
    case .decided: decided += 1
    case .undecided: undecided += 1
    case .unreadable: unreadable += 1
    }
    for reason in answer.votes.unreadable {
      for index in unreadableVotes.indices where unreadableVotes[index].reason == reason {
        unreadableVotes[index].count += 1
      }
    }
    cost += answer.cost
  }

  /// Beside a progress bar.
  var shortText: String {
    let rest = undecided + unreadable
    return "\(decided) decided" + (rest > 0 ? ", \(rest) not" : "")
  }

  /// What was asked, what came of it, and what it took, line by line.
  public var text: String {
    var lines = [
      "\(asked) distinct questions asked: \(decided) decided, \(undecided) undecided, "
        + "\(unreadable) without a readable vote"
    ]
    let reasons = unreadableVotes.filter { $0.count > 0 }
    if !reasons.isEmpty {
      lines.append(
        "unreadable votes: "
          + reasons.map { "\($0.count) \($0.reason.rawValue)" }.joined(separator: ", "))
    }
    if failed > 0 {
      lines.append("\(failed) questions were not answered; the same command asks them again")
    }
    func tokens(_ count: Int?) -> String { count.map(String.init) ?? "an unknown number of" }
    lines.append(
      "cost: \(cost.requests) requests, \(tokens(cost.promptTokens)) prompt tokens, "
        + "\(tokens(cost.completionTokens)) completion tokens, \(cost.seconds.fixed(1)) s of requests"
    )
    return lines.joined(separator: "\n")
  }

  private enum CodingKeys: String, CodingKey {
    case judge, dialect, asked, decided, undecided, unreadable, failed, unreadableVotes, requests
    case promptTokens, completionTokens, seconds, teachers
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(judge, forKey: .judge)
    try container.encode(dialect, forKey: .dialect)
    try container.encode(asked, forKey: .asked)
    try container.encode(decided, forKey: .decided)
    try container.encode(undecided, forKey: .undecided)
    try container.encode(unreadable, forKey: .unreadable)
    try container.encode(failed, forKey: .failed)
    try container.encode(
      Dictionary(uniqueKeysWithValues: unreadableVotes.map { ($0.reason.rawValue, $0.count) }),
      forKey: .unreadableVotes)
    try container.encode(cost.requests, forKey: .requests)
    try container.encode(cost.promptTokens, forKey: .promptTokens)
    try container.encode(cost.completionTokens, forKey: .completionTokens)
    try container.encode(cost.seconds, forKey: .seconds)
    try container.encode(tally, forKey: .teachers)
  }
}
