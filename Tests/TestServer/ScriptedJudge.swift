public import Foundation
public import HTTP
import Synchronization

/// A judge's server in memory: answers chat completions by a script and remembers what it was asked.
public final class ScriptedJudge: HTTPTransport {
  public struct Asked: Sendable {
    /// Counted from 0.
    public var index: Int
    public var body: Data
    /// The first message.
    public var prompt: String
    /// `response_format.type`; nil without one.
    public var format: String?
    /// Whether the format holds a schema where its type wants it.
    public var hasSchema: Bool

    public init(_ body: Data, index: Int = 0) {
      self.index = index
      self.body = body
      let document = try? JSONSerialization.jsonObject(with: body) as? [String: Any]
      let messages = document?["messages"] as? [[String: Any]]
      prompt = messages?.first?["content"] as? String ?? ""
      let format = document?["response_format"] as? [String: Any]
      self.format = format?["type"] as? String
      let schema = (format?["json_schema"] as? [String: Any])?["schema"] ?? format?["schema"]
      hasSchema = schema is [String: Any]
    }

    /// The text between the first data tags.
    public var question: String {
      guard let start = prompt.range(of: ">\n"), let end = prompt.range(of: "\n</data-") else {
        return ""
      }
      return String(prompt[start.upperBound..<end.lowerBound])
    }

    /// Whether it is the client's own first question.
    public var isWarmUp: Bool { question == "What is 2 + 3?" }
  }

  private let answer: @Sendable (Asked) async throws -> HTTPResponse
  private let log = Mutex<[Asked]>([])

  public init(_ answer: @escaping @Sendable (Asked) async throws -> HTTPResponse) {
    self.answer = answer
  }

  public var asked: [Asked] { log.withLock { $0 } }

  /// What was asked beside warm-ups.
  public var questions: [String] { asked.filter { !$0.isWarmUp }.map(\.question) }

  public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
    let asked = log.withLock { log in
      let asked = Asked(request.body ?? Data(), index: log.count)
      log.append(asked)
      return asked
    }
    return try await answer(asked)
  }

  /// A chat completion with this text, of 100 prompt and 10 completion tokens.
  public static func completion(_ content: String, finish: String = "stop") -> HTTPResponse {
    let document: [String: Any] = [
      "choices": [
        ["message": ["role": "assistant", "content": content], "finish_reason": finish]
      ],
      "usage": ["prompt_tokens": 100, "completion_tokens": 10],
    ]
    let body = try? JSONSerialization.data(withJSONObject: document)
    return HTTPResponse(status: 200, body: body ?? Data())
  }

  /// The verdict as a judge writes it.
  public static func verdict(_ errorType: String, answer: String? = "5") -> String {
    let isWellPosed = ["None", "Arithmetic", "Logical_Fallacy"].contains(errorType)
    let verified = isWellPosed ? answer.map { "\"\($0)\"" } ?? "null" : "null"
    return """
      {"reasoning": "because", "verified_answer": \(verified), "is_well_posed": \(isWellPosed), \
      "is_correct": \(errorType == "None"), "error_type": "\(errorType)"}
      """
  }
}
