/// A judge's votes on one question.
public struct JudgeVotes: Sendable, Equatable {
  /// Version of the rule below, and of what a reply must hold; stored with each label.
  public static let version = 1

  /// What the votes come to.
  public enum Outcome: Sendable, Equatable {
    case decided(Verdict)
    /// No majority.
    case undecided
    /// No vote is readable.
    case unreadable
  }

  /// The readable votes, in the order in which they were cast.
  public private(set) var verdicts: [Verdict] = []
  public private(set) var unreadable: [UnreadableReply] = []

  public init() {}

  public mutating func add(_ vote: Result<Verdict, UnreadableReply>) {
    switch vote {
    case .success(let verdict): verdicts.append(verdict)
    case .failure(let reason): unreadable.append(reason)
    }
  }

  public var count: Int { verdicts.count + unreadable.count }

  /// Readable votes for an error type.
  public func count(_ type: ErrorType) -> Int { verdicts.count { $0.errorType == type } }

  /// The rule: a question is well-posed or ill-posed if more than half of *all* votes say so,
  /// unreadable ones counted; its answer is right or wrong if more than half of the votes for
  /// well-posed say so; without these majorities nothing is decided. Of the votes on the winning
  /// side the most frequent error type counts, and among those the most frequent verified answer;
  /// of several as frequent, the one cast first.
  public var outcome: Outcome {
    guard !verdicts.isEmpty else { return .unreadable }
    guard let side = verdicts.majority(\.isWellPosed, of: count) else { return .undecided }
    var winners = verdicts.filter { $0.isWellPosed == side }
    if side {
      guard let isCorrect = winners.majority(\.isCorrect, of: winners.count) else {
        return .undecided
      }
      winners = winners.filter { $0.isCorrect == isCorrect }
    }
    guard let type = winners.mostFrequent(by: { $0.errorType })?.errorType else {
      return .undecided
    }
    let agreeing = winners.filter { $0.errorType == type }
    // Answers are texts here: equal by bytes.
    let verdict = agreeing.mostFrequent { $0.verifiedAnswer.map { Array($0.utf8) } }
    return verdict.map(Outcome.decided) ?? .undecided
  }
}

extension [Verdict] {
  /// The value that more than half of `count` votes have.
  fileprivate func majority(_ property: (Verdict) -> Bool, of count: Int) -> Bool? {
    for value in [true, false] where 2 * self.count(where: { property($0) == value }) > count {
      return value
    }
    return nil
  }

  /// The first vote with the most frequent key.
  fileprivate func mostFrequent<Key: Hashable>(by key: (Verdict) -> Key) -> Verdict? {
    var counts: [Key: Int] = [:]
    for verdict in self { counts[key(verdict), default: 0] += 1 }
    let most = counts.values.max() ?? 0
    return first { counts[key($0)] == most }
  }
}
