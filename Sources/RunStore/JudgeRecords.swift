public import Foundation

/// A judge that was asked, by the name of its labels' classifier.
public struct JudgeRecord: Codable, Sendable, Equatable {
  public var name: String
  public var model: String
  /// The server's address, as it was first given.
  public var url: String
  /// The template.
  public var prompt: String
  /// SHA-256 of the template.
  public var promptHash: String
  /// Votes on each question.
  public var votes: Int
  public var temperature: Double
  public var created: Date

  public init(
    name: String, model: String, url: String, prompt: String, promptHash: String, votes: Int,
    temperature: Double, created: Date
  ) {
    self.name = name
    self.model = model
    self.url = url
    self.prompt = prompt
    self.promptHash = promptHash
    self.votes = votes
    self.temperature = temperature
    self.created = created
  }
}

extension JudgeRecord: StoredRecord {
  package static let layout = RecordLayout(
    "judge", key: "name",
    blank: JudgeRecord(
      name: "", model: "", url: "", prompt: "", promptHash: "", votes: 0, temperature: 0,
      created: Date(timeIntervalSince1970: 0)),
    [
      StoredColumn("name", \.name, since: 9),
      StoredColumn("model", \.model, since: 9),
      StoredColumn("url", \.url, since: 9),
      StoredColumn("prompt", \.prompt, since: 9),
      StoredColumn("prompt_hash", \.promptHash, since: 9),
      StoredColumn("votes", \.votes, since: 9),
      StoredColumn("temperature", \.temperature, since: 9),
      StoredColumn("created", \.created, since: 9),
    ])
}

/// A judge's votes on one question, and what they took.
public struct JudgementRecord: Codable, Sendable, Equatable {
  public var judge: String
  public var created: Date
  public var votes: Int
  /// Readable votes by error type.
  public var none: Int
  public var arithmetic: Int
  public var logicalFallacy: Int
  public var illPosed: Int
  public var ambiguous: Int
  /// Votes that are no verdict.
  public var unreadable: Int
  /// Answered by the server; 0, like all costs, for a question equal to one that was asked.
  public var requests: Int
  /// Nil if the server did not tell.
  public var promptTokens: Int?
  public var completionTokens: Int?
  public var seconds: Double

  public init(
    judge: String, created: Date, votes: Int, none: Int = 0, arithmetic: Int = 0,
    logicalFallacy: Int = 0, illPosed: Int = 0, ambiguous: Int = 0, unreadable: Int = 0,
    requests: Int = 0, promptTokens: Int? = 0, completionTokens: Int? = 0, seconds: Double = 0
  ) {
    self.judge = judge
    self.created = created
    self.votes = votes
    self.none = none
    self.arithmetic = arithmetic
    self.logicalFallacy = logicalFallacy
    self.illPosed = illPosed
    self.ambiguous = ambiguous
    self.unreadable = unreadable
    self.requests = requests
    self.promptTokens = promptTokens
    self.completionTokens = completionTokens
    self.seconds = seconds
  }

  /// The same votes on an equal question, which was not asked again.
  public var copy: JudgementRecord {
    var copy = self
    copy.requests = 0
    copy.promptTokens = 0
    copy.completionTokens = 0
    copy.seconds = 0
    return copy
  }
}

extension JudgementRecord: StoredRecord {
  package static let layout = RecordLayout(
    "judgement", owner: ["question"], key: "\(QuestionRecord.key), judge",
    from: "judgement JOIN question ON question.id = judgement.question",
    blank: JudgementRecord(judge: "", created: Date(timeIntervalSince1970: 0), votes: 0),
    [
      StoredColumn("judge", \.judge, since: 9),
      StoredColumn("created", \.created, since: 9),
      StoredColumn("votes", \.votes, since: 9),
      StoredColumn("votes_none", \.none, since: 9),
      StoredColumn("votes_arithmetic", \.arithmetic, since: 9),
      StoredColumn("votes_logical_fallacy", \.logicalFallacy, since: 9),
      StoredColumn("votes_ill_posed", \.illPosed, since: 9),
      StoredColumn("votes_ambiguous", \.ambiguous, since: 9),
      StoredColumn("unreadable", \.unreadable, since: 9),
      StoredColumn("requests", \.requests, since: 9),
      StoredColumn("prompt_tokens", \.promptTokens, since: 9),
      StoredColumn("completion_tokens", \.completionTokens, since: 9),
      StoredColumn("seconds", \.seconds, since: 9),
    ])
}
