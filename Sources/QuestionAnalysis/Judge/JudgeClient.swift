public import Diagnostics
import Foundation
public import HTTP

/// Asks a server of OpenAI's chat completions for verdicts. May be called concurrently.
public struct JudgeClient: Sendable {
  /// Largest response, in bytes.
  public static let responseLimit = 1 << 20

  /// All votes on one question, and what they took.
  public struct Answer: Sendable, Equatable {
    public var votes = JudgeVotes()
    public var cost = JudgeCost()
  }

  public let settings: JudgeSettings
  private let connection: Connection
  private let manner: ChatManner
  /// What finding out the dialect took.
  public let warmUp: JudgeCost

  public var dialect: ChatDialect { manner.dialect }

  /// Finds out by one question of its own which dialect the server takes, trying the strictest
  /// first.
  ///
  /// - Parameters:
  ///   - transport: relative to the server's base address; need not repeat what fails.
  ///   - redacting: takes the key out of what the server says.
  ///   - sleep: waits before a request is repeated; replaceable by tests.
  /// - Throws: ``UserError`` if the server takes no dialect; ``JudgeFailure`` if it cannot be reached.
  public init(
    _ settings: JudgeSettings, transport: any HTTPTransport, policy: RetryPolicy = RetryPolicy(),
    redacting: @escaping @Sendable (String) -> String = { $0 },
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) async throws {
    self.settings = settings
    connection = Connection(
      transport: transport, policy: policy, redacting: redacting, sleep: sleep)
    (manner, warmUp) = try await connection.findManner(settings)
  }

  /// Puts one question to the judge, as often as there are votes.
  ///
  /// - Throws: ``JudgeFailure`` if the server does not answer, ``UserError`` if it refuses the key or
  ///   the model, `CancellationError`.
  public func ask(question: String, answer: String) async throws -> Answer {
    var result = Answer()
    guard question.utf8.count + answer.utf8.count <= Verdict.replyLimit else {
      for _ in 0..<settings.votes { result.votes.add(.failure(.tooLong)) }
      return result
    }
    let prompt = settings.prompt.filled(question: question, answer: answer)
    for _ in 0..<settings.votes {
      let reply = try await connection.send(manner.body(settings, prompt: prompt), patiently: true)
      result.cost += reply.cost
      result.votes.add(try connection.vote(reply))
    }
    return result
  }
}

/// A server that did not answer, after all repetitions: what was asked may be asked again.
public struct JudgeFailure: Error, Sendable, Equatable, CustomStringConvertible {
  public var description: String

  /// As an error for the user.
  public var userError: UserError {
    UserError(
      .unavailable, "the judge's server does not answer: \(description)",
      hint: "finished questions are stored; the same command continues")
  }
}
