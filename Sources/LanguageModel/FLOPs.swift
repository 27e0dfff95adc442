/// Floating-point operations; a multiply-add counts as two.
public struct FLOPCount: Sendable, Equatable, AdditiveArithmetic {
  public var forward: Double
  public var backward: Double

  public init(forward: Double = 0, backward: Double = 0) {
    self.forward = forward
    self.backward = backward
  }

  public static var zero: FLOPCount { FLOPCount() }
  public var total: Double { forward + backward }

  public static func + (a: FLOPCount, b: FLOPCount) -> FLOPCount {
    FLOPCount(forward: a.forward + b.forward, backward: a.backward + b.backward)
  }

  public static func - (a: FLOPCount, b: FLOPCount) -> FLOPCount {
    FLOPCount(forward: a.forward - b.forward, backward: a.backward - b.backward)
  }
}

/// Adds costs; the sum is unknown (nil) if either is.
public func + (a: FLOPCount?, b: FLOPCount?) -> FLOPCount? {
  guard let a, let b else { return nil }
  return FLOPCount(forward: a.forward + b.forward, backward: a.backward + b.backward)
}

public func += (sum: inout FLOPCount?, part: FLOPCount?) { sum = sum + part }

extension TransformerConfiguration {
  /// Floating-point operations of one forward pass. Counts only the matrix products, as in Kaplan
  /// et al. (arXiv 2001.08361, 2.1) and PaLM's model FLOPs utilisation (arXiv 2204.02311, appendix
  /// B), and in attention only the pairs allowed by the causal mask. Excludes norms, rotations,
  /// softmax and sampling.
  ///
  /// A backward pass takes twice as many: each forward product needs one product for the input
  /// gradient and one for the weight gradient.
  ///
  /// - Parameters:
  ///   - tokens: N, tokens processed by the blocks.
  ///   - attendedPairs: pairs of a query and a key it attends to, per head.
  ///   - rows: M, tokens whose logits are computed.
  public func forwardFLOPs(tokens: Int, attendedPairs: Int, rows: Int) -> Double {
    let perToken =
      2 * hiddenSize * (queryWidth + 2 * keyValueWidth) + 2 * queryWidth * hiddenSize
      + 6 * hiddenSize * intermediateSize
    let perPair = 4 * queryWidth
    return Double(layerCount)
      * (Double(tokens) * Double(perToken) + Double(attendedPairs) * Double(perPair))
      + 2 * Double(rows) * Double(hiddenSize) * Double(vocabularySize)
  }

  /// Floating-point operations of sampling responses to one prompt with a key-value cache: the
  /// prompt once, then every response token except the last, which is never fed back.
  public func samplingFLOPs(promptLength: Int, responseLengths: [Int]) -> Double {
    var flops = forwardFLOPs(
      tokens: promptLength, attendedPairs: promptLength * (promptLength + 1) / 2, rows: 1)
    for length in responseLengths where length > 1 {
      let read = length - 1
      flops += forwardFLOPs(
        tokens: read, attendedPairs: read * promptLength + read * (read + 1) / 2, rows: read)
    }
    return flops
  }
}
