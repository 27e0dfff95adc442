import Foundation
public import Randomness

/// How tokens are drawn.
public struct SamplingParameters: Sendable, Codable, Equatable {
  /// Divides the logits; zero means greedy decoding.
  public var temperature: Double
  /// Keeps only the k most likely tokens; zero keeps all.
  public var topK: Int
  /// Longest response, in tokens; a response cut off here ends with ``StopReason/length``.
  public var maximumTokens: Int
  /// Tokens that end a response. The stop token is part of the response.
  public var stopTokens: [Int32]

  public init(
    temperature: Double = 1, topK: Int = 0, maximumTokens: Int, stopTokens: [Int32]
  ) {
    self.temperature = temperature
    self.topK = topK
    self.maximumTokens = maximumTokens
    self.stopTokens = stopTokens
  }
}

/// Why a response ended.
public enum StopReason: String, Sendable, Codable {
  /// A stop token was drawn.
  case stop
  /// `maximumTokens` or the model's last position was reached.
  case length
  /// The model's logits were not finite.
  case notFinite
}

/// One sampled response.
public struct SampledResponse: Sendable, Equatable {
  /// The response without its prompt, stop token included.
  public var tokens: [Int32]
  /// log p(token) under the model at temperature 1 and without top-k, one per token, in nats.
  public var logprobs: [Float]
  public var stopReason: StopReason

  public init(tokens: [Int32], logprobs: [Float], stopReason: StopReason) {
    self.tokens = tokens
    self.logprobs = logprobs
    self.stopReason = stopReason
  }
}

/// A prompt and the random streams of the responses wanted for it, one stream each.
public struct SamplingRequest: Sendable {
  public var prompt: [Int32]
  public var streams: [RandomStream]

  public init(prompt: [Int32], streams: [RandomStream]) {
    self.prompt = prompt
    self.streams = streams
  }
}

/// Draws one token from a row of logits.
enum TokenSampler {
  /// - Parameters:
  ///   - probabilities: softmax of the logits at temperature 1.
  ///   - order: scratch of V indices for top-k.
  static func draw(
    logits: UnsafePointer<Float>, probabilities: UnsafePointer<Float>, vocabulary: Int,
    parameters: SamplingParameters, stream: inout RandomStream, scratch: inout [Double]
  ) -> Int32 {
    if parameters.temperature == 0 {
      var best = 0
      for v in 1..<vocabulary where logits[v] > logits[best] { best = v }
      return Int32(best)
    }
    if parameters.temperature == 1 && parameters.topK == 0 {
      // The probabilities sum to one within rounding; the remainder falls to the last token with
      // any mass.
      var remaining = stream.uniformFloat()
      var last = 0
      for v in 0..<vocabulary where probabilities[v] > 0 {
        last = v
        remaining -= probabilities[v]
        if remaining < 0 { break }
      }
      return Int32(last)
    }
    scratch.removeAll(keepingCapacity: true)
    var top = -Float.infinity
    for v in 0..<vocabulary { top = max(top, logits[v]) }
    for v in 0..<vocabulary {
      scratch.append(exp(Double(logits[v] - top) / parameters.temperature))
    }
    if parameters.topK > 0 && parameters.topK < vocabulary {
      let kept = (0..<vocabulary).sorted {
        logits[$0] != logits[$1] ? logits[$0] > logits[$1] : $0 < $1
      }
      for v in kept.dropFirst(parameters.topK) { scratch[v] = 0 }
    }
    return Int32(stream.categorical(scratch))
  }
}
