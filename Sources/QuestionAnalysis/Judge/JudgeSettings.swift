import Diagnostics

/// Who judges, and how it is asked.
public struct JudgeSettings: Sendable, Equatable {
  /// Largest number of votes on a question.
  public static let mostVotes = 99

  /// The server's name of the model.
  public let model: String
  public let prompt: JudgePrompt
  /// Times that each question is asked.
  public let votes: Int
  public let temperature: Double
  /// Longest reply, in tokens.
  public let maximumTokens: Int

  /// - Parameters:
  ///   - temperature: by default 0 for one vote and 1 for several, which would otherwise be equal.
  /// - Throws: ``UserError`` for values out of range.
  public init(
    model: String, prompt: JudgePrompt = .standard, votes: Int = 1, temperature: Double? = nil,
    maximumTokens: Int = 1024
  ) throws {
    guard !model.isEmpty, model.utf8.count <= 200, model == model.blankingControlCharacters else {
      throw UserError(
        .usage, "'\(model.shortened())' is no model's name",
        hint: "the server lists its models under URL/models")
    }
    guard (1...Self.mostVotes).contains(votes) else {
      throw UserError(
        .usage, "\(votes) votes", hint: "1 to \(Self.mostVotes); odd numbers never tie")
    }
    guard temperature.map({ (0...2).contains($0) }) ?? true else {
      throw UserError(.usage, "the temperature is not from 0 to 2")
    }
    guard (16...1_000_000).contains(maximumTokens) else {
      throw UserError(.usage, "\(maximumTokens) tokens for a reply", hint: "16 to 1000000")
    }
    self.model = model
    self.prompt = prompt
    self.votes = votes
    self.temperature = temperature ?? (votes == 1 ? 0 : 1)
    self.maximumTokens = maximumTokens
  }

  /// The name under which labels are stored: protocol, model, and the prompt's version; with several
  /// votes their number too.
  public var name: String {
    let base = "openai:\(model):\(prompt.version)"
    return votes == 1 ? base : "\(base):votes\(votes)"
  }
}

/// What judging took.
public struct JudgeCost: Sendable, Equatable {
  /// Requests that were answered; those repeated after a failure count once.
  public var requests = 0
  /// Nil if a server did not tell.
  public var promptTokens: Int? = 0
  public var completionTokens: Int? = 0
  /// From request to answer, waits after failures included, summed over requests.
  public var seconds = 0.0

  public init() {}

  public init(requests: Int, promptTokens: Int?, completionTokens: Int?, seconds: Double) {
    self.requests = requests
    self.promptTokens = promptTokens
    self.completionTokens = completionTokens
    self.seconds = seconds
  }

  public static func += (one: inout JudgeCost, other: JudgeCost) {
    one.requests += other.requests
    one.promptTokens = one.promptTokens.flatMap { tokens in
      other.promptTokens.map { tokens + $0 }
    }
    one.completionTokens = one.completionTokens.flatMap { tokens in
      other.completionTokens.map { tokens + $0 }
    }
    one.seconds += other.seconds
  }
}
