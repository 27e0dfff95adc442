import Diagnostics
import Foundation
public import HTTP

/// Embeds texts by a server that speaks OpenAI's `POST /v1/embeddings`
/// (https://platform.openai.com/docs/api-reference/embeddings/create), such as vLLM, llama.cpp,
/// text-embeddings-inference or OpenAI. Nothing that it sends is believed unchecked.
public struct EmbeddingClient: Sendable {
  /// Texts of one request.
  public static let batchSize = 64
  /// Largest number of dimensions that is believed.
  public static let mostDimensions = 1 << 16

  let model: String
  private let transport: any HTTPTransport
  private let key: APIKey?

  /// - Parameters:
  ///   - model: as the server names it.
  ///   - key: to blot out of what the server says.
  public init(model: String, transport: any HTTPTransport, key: APIKey? = nil) {
    self.model = model
    self.transport = transport
    self.key = key
  }

  /// - Parameter base: address up to the version, such as `http://127.0.0.1:8000/v1`.
  public init(base: String, model: String, key: APIKey?) throws {
    self.init(
      model: model,
      transport: RetryingTransport(
        try URLSessionTransport(base: base, key: key, maximumBytes: 64 << 20)),
      key: key)
  }

  /// Unit vectors of equal dimension, in the order of the texts.
  ///
  /// - Parameter dimensions: what they must have; nil takes what the server sends.
  /// - Throws: ``UserError`` if the server fails, or sends what cannot be its embeddings.
  public func embeddings(
    of texts: [String], dimensions: Int? = nil
  ) async throws -> [[Float]] {
    var vectors: [[Float]] = []
    for start in stride(from: 0, to: texts.count, by: Self.batchSize) {
      let batch = Array(texts[start..<min(texts.count, start + Self.batchSize)])
      let response = try await send(batch)
      vectors += try vectorsOf(
        response, count: batch.count, dimensions: dimensions ?? vectors.first?.count)
    }
    return vectors
  }

  private func send(_ texts: [String]) async throws -> Data {
    let body = JSONValue.object([
      .init("model", .string(model)), .init("input", .array(texts.map(JSONValue.string))),
      .init("encoding_format", .string("float")),
    ])
    let response: HTTPResponse
    do {
      response = try await transport.send(
        HTTPRequest(
          .post, "embeddings", body: Data(body.text(indented: false).utf8),
          accept: "application/json", timeout: .seconds(300)))
    } catch let failure as TransportFailure {
      throw UserError(
        .unavailable, place: "embeddings", failure.description,
        hint: "--embeddings-url is the address up to /v1")
    }
    guard response.isSuccess else {
      throw UserError(
        .unavailable, place: "embeddings",
        "the server answered \(response.status): "
          + response.excerpt { key?.redacting($0) ?? $0 },
        hint: response.status == 401
          ? "--embeddings-key names the environment variable with its key"
          : "the model is '\(model)'")
    }
    return response.body
  }

  private func vectorsOf(_ body: Data, count: Int, dimensions: Int?) throws -> [[Float]] {
    func wrong(_ message: String) -> UserError {
      UserError(
        .dataError, place: "embeddings", "the server sent \(message)",
        hint: "it has to speak OpenAI's /v1/embeddings")
    }
    let document: JSONValue
    do {
      document = try JSONParser.parse([UInt8](body), maximumValueCount: 1 << 24)
    } catch {
      throw wrong("no JSON: \(error.phrase)")
    }
    guard let data = document["data"]?.array else { throw wrong("no array 'data'") }
    guard data.count == count else {
      throw wrong("\(data.count) embeddings for \(count) texts")
    }
    var vectors = [[Float]](repeating: [], count: count)
    var wanted = dimensions
    for (place, item) in data.enumerated() {
      let index = item["index"]?.integer ?? place
      guard vectors.indices.contains(index), vectors[index].isEmpty else {
        throw wrong("the index \(index) twice, or out of range")
      }
      guard let numbers = item["embedding"]?.array else { throw wrong("no array 'embedding'") }
      guard (1...Self.mostDimensions).contains(numbers.count),
        numbers.count == wanted ?? numbers.count
      else {
        throw wrong(
          "\(numbers.count) dimensions"
            + (wanted.map { ", and \($0) before" } ?? ""))
      }
      wanted = numbers.count
      guard let vector = Self.unit(numbers.map(\.number)) else {
        throw wrong("an embedding that is no direction: not numbers, not finite, or all zero")
      }
      vectors[index] = vector
    }
    return vectors
  }

  /// Of length 1, so that the cosines of half-precision and unscaled servers agree; nil if there is
  /// no direction.
  private static func unit(_ numbers: [Double?]) -> [Float]? {
    let known = numbers.compactMap { $0 }
    // Scaled first: squares of huge or tiny numbers leave the range.
    guard known.count == numbers.count, let largest = known.map(abs).max(), largest > 0,
      largest.isFinite
    else { return nil }
    let scaled = known.map { $0 / largest }
    let length = scaled.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length.isFinite, length > 0 else { return nil }
    return scaled.map { Float($0 / length) }
  }
}
