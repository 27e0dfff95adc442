import CKernels
import Foundation
import Randomness

/// Draws tokens from rows of logits: `prepare` once per row, then any number of draws.
///
/// Small vocabularies are summed token by token in float32, as recorded runs did. Over tens of
/// thousands of tokens that would lose the small probabilities beside the sum so far, and take
/// longer than the model; there sums are in double precision, by blocks.
struct TokenSampler {
  /// Largest vocabulary that is summed token by token.
  private static let narrow = 1024

  private let parameters: SamplingParameters
  private let vocabulary: Int
  private var logits: UnsafePointer<Float>?
  private var probabilities: UnsafePointer<Float>?
  /// The greedy token, once one is drawn.
  private var best: Int32?
  /// Weights of the prepared row: of all tokens [V], or of `kept`.
  private var weights: [Double] = []
  private var kept: [Int32] = []
  private var wideWeights: [Float] = []
  private var wideTotal = 0.0

  init(_ parameters: SamplingParameters, vocabulary: Int) {
    self.parameters = parameters
    self.vocabulary = vocabulary
  }

  private var isWide: Bool { vocabulary > Self.narrow }
  private var isPlain: Bool { parameters.temperature == 1 && parameters.topK == 0 }

  /// - Parameters:
  ///   - logits: one row: [V]; valid until the next call.
  ///   - probabilities: their softmax at temperature 1: [V].
  mutating func prepare(logits: UnsafePointer<Float>, probabilities: UnsafePointer<Float>) {
    self.logits = logits
    self.probabilities = probabilities
    best = nil
    weights.removeAll(keepingCapacity: true)
    kept.removeAll(keepingCapacity: true)
    wideTotal = 0
  }

  /// The next token; nil if the row is not finite.
  mutating func draw(_ stream: inout RandomStream) -> Int32? {
    guard let logits, let probabilities, probabilities[0].isFinite else { return nil }
    if parameters.temperature == 0 { return greedy(logits) }
    if isPlain {
      return isWide
        ? ck_pick(probabilities, Int32(vocabulary), stream.uniform())
        : drawNarrow(probabilities, &stream)
    }
    if isWide && parameters.topK == 0 {
      if wideTotal == 0 {
        if wideWeights.isEmpty { wideWeights = [Float](repeating: 0, count: vocabulary) }
        wideTotal = ck_tempered(
          &wideWeights, logits, Int32(vocabulary), Float(1 / parameters.temperature))
      }
      return ck_pick(wideWeights, Int32(vocabulary), wideTotal * stream.uniform())
    }
    if weights.isEmpty { weigh(logits) }
    let place = stream.categorical(weights)
    return kept.isEmpty ? Int32(place) : kept[place]
  }

  private mutating func greedy(_ logits: UnsafePointer<Float>) -> Int32 {
    if let best { return best }
    var place = 0
    for v in 1..<vocabulary where logits[v] > logits[place] { place = v }
    best = Int32(place)
    return Int32(place)
  }

  /// The probabilities sum to one only within rounding; the remainder goes to the last token with
  /// non-zero mass.
  private func drawNarrow(
    _ probabilities: UnsafePointer<Float>, _ stream: inout RandomStream
  ) -> Int32 {
    var remaining = stream.uniformFloat()
    var last = 0
    for v in 0..<vocabulary where probabilities[v] > 0 {
      last = v
      remaining -= probabilities[v]
      if remaining < 0 { break }
    }
    return Int32(last)
  }

  private mutating func weigh(_ logits: UnsafePointer<Float>) {
    let keepsAll = parameters.topK <= 0 || parameters.topK >= vocabulary
    if isWide && !keepsAll {
      kept = Self.largest(parameters.topK, of: logits, count: vocabulary)
      let top = logits[Int(kept[0])]
      weights = kept.map { exp(Double(logits[Int($0)] - top) / parameters.temperature) }
      return
    }
    var top = -Float.infinity
    for v in 0..<vocabulary { top = max(top, logits[v]) }
    for v in 0..<vocabulary {
      weights.append(exp(Double(logits[v] - top) / parameters.temperature))
    }
    if !keepsAll {
      let order = (0..<vocabulary).sorted {
        logits[$0] != logits[$1] ? logits[$0] > logits[$1] : $0 < $1
      }
      for v in order.dropFirst(parameters.topK) { weights[v] = 0 }
    }
  }

  /// The tokens with the largest logits, largest first; of equal ones the first.
  private static func largest(_ count: Int, of logits: UnsafePointer<Float>, count size: Int)
    -> [Int32]
  {
    var kept: [Int32] = []
    func precedes(_ a: Int32, _ b: Int32) -> Bool {
      let (x, y) = (logits[Int(a)], logits[Int(b)])
      return x != y ? x > y : a < b
    }
    // Twice as many as wanted are gathered before the lesser half is dropped: most tokens are
    // below the threshold and cost one comparison.
    var threshold = -Float.infinity
    for v in 0..<size where logits[v] > threshold || kept.count < count {
      kept.append(Int32(v))
      if kept.count >= 2 * count + 16 {
        kept.sort(by: precedes)
        kept.removeLast(kept.count - count)
        threshold = logits[Int(kept[count - 1])]
      }
    }
    kept.sort(by: precedes)
    return Array(kept.prefix(count))
  }
}
