import Diagnostics
import GRDB

/// What a judge's votes on one text add to the store.
public struct Judging: Sendable {
  /// The questions with this text; the cost goes to the first.
  public var questions: [Int64]
  public var judgement: JudgementRecord
  /// Nil if the votes decide nothing.
  public var label: LabelRecord?

  public init(questions: [Int64], judgement: JudgementRecord, label: LabelRecord?) {
    self.questions = questions
    self.judgement = judgement
    self.label = label
  }
}

extension RunStore {
  /// The judges that were asked, by name; none in stores of older formats.
  public func judges() throws -> [JudgeRecord] {
    try read { database in
      guard try database.formatVersion() >= 9 else { return [] }
      return try database.records(JudgeRecord.self, "ORDER BY name")
    }
  }

  /// A judge's votes by question.
  public func judgements(by judge: String) throws -> [Int64: JudgementRecord] {
    try read { database in
      guard try database.formatVersion() >= 9 else { return [:] }
      return try database.records(
        JudgementRecord.self, "WHERE judge = ?", arguments: [judge], by: { $0[0] as Int64 }
      ).compactMapValues(\.first)
    }
  }

  /// Stores a judge, unless it is stored already.
  ///
  /// - Throws: ``UserError`` if a stored judge of this name was asked in another way.
  public func begin(_ judge: JudgeRecord) throws {
    try write { database in
      let stored = try database.records(
        JudgeRecord.self, "WHERE name = ?", arguments: [judge.name]
      ).first
      guard let stored else { return try database.insert(judge) }
      guard stored.prompt.exact == judge.prompt.exact, stored.votes == judge.votes else {
        throw UserError(
          .dataError, file: path, place: "judge", "\(judge.name) was asked with another prompt",
          hint: "the hashes of two prompts begin alike; change the prompt by a character")
      }
      guard stored.temperature == judge.temperature else {
        throw UserError(
          .usage, file: path, place: "judge",
          "\(judge.name) was asked at temperature \(stored.temperature)",
          hint: "continue with --temperature \(stored.temperature)")
      }
    }
  }

  /// Stores votes and the labels that they decide, in one transaction. Skips questions that
  /// another process judged meanwhile.
  public func commit(judgings: [Judging]) throws {
    try write { database in
      for judging in judgings {
        var judgement = judging.judgement
        for question in judging.questions {
          let isJudged = try Bool.fetchOne(
            database.cachedStatement(
              sql: "SELECT EXISTS (SELECT 1 FROM judgement WHERE question = ? AND judge = ?)"),
            arguments: [question, judgement.judge])
          if isJudged == true { continue }
          try database.insert(judgement, of: [question])
          if let label = judging.label { try database.insert(label, of: [question]) }
          judgement = judgement.copy
        }
      }
    }
  }
}
