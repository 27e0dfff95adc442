import Diagnostics
import Foundation

/// How a server of OpenAI's chat completions is asked for JSON.
public enum ChatDialect: String, Sendable, CaseIterable {
  /// `response_format: {type: json_schema, json_schema: {name, strict, schema}}`: OpenAI, vLLM,
  /// llama.cpp.
  case jsonSchema = "json_schema"
  /// `response_format: {type: json_object, schema}`: llama-cpp-python, Together.
  case jsonObject = "json_object"
  /// No `response_format`: JSON is looked for in the text.
  case text

  var responseFormat: JSONValue? {
    switch self {
    case .jsonSchema:
      .object([
        .init("type", .string("json_schema")),
        .init(
          "json_schema",
          .object([
            .init("name", .string("verdict")), .init("strict", .bool(true)),
            .init("schema", Self.schema),
          ])),
      ])
    case .jsonObject:
      .object([.init("type", .string("json_object")), .init("schema", Self.schema)])
    case .text: nil
    }
  }

  /// Reasoning comes first and the verdict last: a model that writes from left to right then
  /// judges what it has worked out.
  private static let schema = JSONValue.object([
    .init("type", .string("object")),
    .init(
      "properties",
      .object([
        .init("reasoning", .object([.init("type", .string("string"))])),
        .init(
          "verified_answer",
          .object([.init("type", .array([.string("string"), .string("null")]))])),
        .init("is_well_posed", .object([.init("type", .string("boolean"))])),
        .init("is_correct", .object([.init("type", .string("boolean"))])),
        .init(
          "error_type",
          .object([
            .init("type", .string("string")),
            .init("enum", .array(ErrorType.allCases.map { .string($0.rawValue) })),
          ])),
      ])),
    .init(
      "required",
      .array(
        ["reasoning", "verified_answer", "is_well_posed", "is_correct", "error_type"]
          .map(JSONValue.string))),
    .init("additionalProperties", .bool(false)),
  ])
}

/// What a server takes, found out by trying.
struct ChatManner: Sendable, Equatable {
  var dialect: ChatDialect
  /// The newer name of the token limit, which OpenAI's reasoning models insist on.
  var limitKey = ChatManner.limitKeys[0]

  static let limitKeys = ["max_tokens", "max_completion_tokens"]

  /// The body of a request.
  func body(_ settings: JudgeSettings, prompt: String) -> Data {
    var members: [JSONValue.Member] = [
      .init("model", .string(settings.model)),
      .init(
        "messages",
        .array([.object([.init("role", .string("user")), .init("content", .string(prompt))])])),
      .init(limitKey, .integer(settings.maximumTokens)),
      .init("temperature", .real(settings.temperature)),
    ]
    if let format = dialect.responseFormat { members.append(.init("response_format", format)) }
    return Data(JSONValue.object(members).text(indented: false).utf8)
  }
}

/// What is read of a chat completion; nil for what is missing or is no such value.
struct ChatCompletion {
  /// The text of the first choice.
  var content: String?
  var isCutShort = false
  var promptTokens: Int?
  var completionTokens: Int?

  init(_ body: Data) {
    guard let document = try? JSONParser.parse(Array(body), maximumValueCount: 100_000) else {
      return
    }
    let choice = document["choices"]?.array?.first
    content = choice?["message"]?["content"]?.string
    isCutShort = choice?["finish_reason"]?.string == "length"
    promptTokens = document["usage"]?["prompt_tokens"]?.tokenCount
    completionTokens = document["usage"]?["completion_tokens"]?.tokenCount
  }
}

extension JSONValue {
  /// A number of tokens that can be believed, so that sums of them stay in range.
  fileprivate var tokenCount: Int? {
    integer.flatMap { (0...100_000_000).contains($0) ? $0 : nil }
  }
}
