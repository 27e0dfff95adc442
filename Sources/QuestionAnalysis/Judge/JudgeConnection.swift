import Diagnostics
import Foundation
import HTTP

extension JudgeClient {
  /// Requests of a judge, and what their responses mean.
  struct Connection: Sendable {
    let transport: any HTTPTransport
    let policy: RetryPolicy
    let redacting: @Sendable (String) -> String
    let sleep: @Sendable (Duration) async throws -> Void

    /// A response with its cost; nil if it was larger than the transport takes.
    struct Reply {
      var response: HTTPResponse?
      var completion: ChatCompletion?
      var cost: JudgeCost
    }

    /// - Parameter patiently: whether to repeat failures as often as the policy allows; otherwise
    ///   only what cannot come from an unknown dialect is.
    func send(_ body: Data, patiently: Bool) async throws -> Reply {
      let request = HTTPRequest(
        .post, "chat/completions", body: body, accept: "application/json", timeout: .seconds(600))
      let start = ContinuousClock.now
      var policy = policy
      // Some servers answer 500 to a dialect that they do not know: few repetitions tell it from a
      // server in trouble.
      if !patiently { policy.retries = min(policy.retries, 2) }
      var response: HTTPResponse?
      do {
        response = try await repeating(policy).send(request)
        if let first = response, !patiently, self.policy.isWorthRetrying(first),
          !Self.isRefusal(first.status)
        {
          response = try await repeating(self.policy).send(request)
        }
      } catch let failure as TransportFailure {
        guard failure.kind == .tooLarge else {
          throw JudgeFailure(description: redacting(failure.description))
        }
      }
      let completion = response.flatMap { $0.isSuccess ? ChatCompletion($0.body) : nil }
      return Reply(
        response: response, completion: completion,
        cost: JudgeCost(
          requests: 1, promptTokens: completion?.promptTokens,
          completionTokens: completion?.completionTokens,
          seconds: (ContinuousClock.now - start) / .seconds(1)))
    }

    private func repeating(_ policy: RetryPolicy) -> RetryingTransport {
      RetryingTransport(transport, policy, sleep: sleep)
    }

    /// The vote in a response.
    func vote(_ reply: Reply) throws -> Result<Verdict, UnreadableReply> {
      guard let response = reply.response else { return .failure(.tooLong) }
      guard response.isSuccess else {
        guard [400, 413, 422].contains(response.status) else { throw error(response) }
        return .failure(.refused)
      }
      guard let content = reply.completion?.content else { return .failure(.noJSON) }
      do {
        return .success(try Verdict(reply: content))
      } catch {
        return .failure(reply.completion?.isCutShort == true ? .cutShort : error)
      }
    }

    /// Statuses with which servers answer what they do not understand.
    private static func isRefusal(_ status: Int) -> Bool {
      [400, 415, 422, 500, 501].contains(status)
    }

    /// The first manner whose reply is a verdict; the first one that is answered, if none is.
    func findManner(_ settings: JudgeSettings) async throws -> (ChatManner, JudgeCost) {
      let prompt = settings.prompt.filled(question: "What is 2 + 3?", answer: "5")
      var cost = JudgeCost()
      var answered: ChatManner?
      var refusal: HTTPResponse?
      var limitKey = ChatManner.limitKeys[0]
      for dialect in ChatDialect.allCases {
        var manner = ChatManner(dialect: dialect, limitKey: limitKey)
        let isLast = dialect == ChatDialect.allCases.last
        var reply = try await send(manner.body(settings, prompt: prompt), patiently: isLast)
        cost += reply.cost
        if let response = reply.response, response.status == 400,
          limitKey != ChatManner.limitKeys[1],
          String(decoding: response.body, as: UTF8.self).contains(ChatManner.limitKeys[1])
        {
          limitKey = ChatManner.limitKeys[1]
          manner.limitKey = limitKey
          reply = try await send(manner.body(settings, prompt: prompt), patiently: isLast)
          cost += reply.cost
        }
        if let response = reply.response, !response.isSuccess {
          guard Self.isRefusal(response.status) else { throw error(response) }
          refusal = response
        } else {
          switch try vote(reply) {
          // Well-formed, whatever the model thinks.
          case .success, .failure(.contradiction): return (manner, cost)
          case .failure: break
          }
          answered = answered ?? manner
        }
      }
      if let answered { return (answered, cost) }
      guard let refusal else { throw JudgeFailure(description: "no response") }
      throw error(refusal)
    }

    private func error(_ response: HTTPResponse) -> any Error {
      let said = response.excerpt(redacting)
      let message = "status \(response.status)" + (said.isEmpty ? "" : ", \(said)")
      return switch response.status {
      case 401, 403:
        UserError(
          .noPermission, "the judge's server refuses the key: \(message)",
          hint: "--key-from names the environment variable that holds it")
      case 300..<400, 404, 405:
        UserError(
          .configuration, "the judge's server has no such address or model: \(message)",
          hint: "--url is what comes before /chat/completions, such as http://127.0.0.1:8000/v1")
      case 400..<500 where !policy.isWorthRetrying(response):
        UserError(.configuration, "the judge's server refuses the request: \(message)")
      default: JudgeFailure(description: message)
      }
    }
  }
}
