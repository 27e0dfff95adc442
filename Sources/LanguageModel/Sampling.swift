import Foundation
public import Randomness

/// How tokens are drawn.
public struct SamplingParameters: Sendable, Codable, Equatable {
  /// Divisor of the logits; zero means greedy decoding.
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

/// A prompt and one random stream per requested response.
public struct SamplingRequest: Sendable {
  public var prompt: [Int32]
  public var streams: StreamFamily

  public init(prompt: [Int32], streams: StreamFamily) {
    self.prompt = prompt
    self.streams = streams
  }
}

/// Draws one token from a row of logits.
enum TokenSampler {
  /// - Parameters:
  ///   - probabilities: softmax of the logits at temperature 1: [V].
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
      // The probabilities sum to one only within rounding; the remainder goes to the last token
      // with non-zero mass.
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
