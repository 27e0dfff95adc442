import CKernels
import Foundation
import LanguageModel
import NaiveKernels
import Numerics
import Randomness

/// The kernels of one layer over 1024 packed tokens, each first checked against its naive twin.
package struct BenchKernels {
  let shape: BenchShape
  /// 32 sequences of 32 tokens.
  static let sequences = 32
  static let length = 32
  static var tokens: Int { sequences * length }

  private let c: TransformerConfiguration
  private let qkv, x, gain, gateUp, out, rstd, transposed, probabilities, gradient,
    scratch: FloatBuffer
  private var stride: Int { c.queryWidth + 2 * c.keyValueWidth }
  private static var rowWidth: Int { (length + 15) / 16 * 16 }

  package init(_ shape: BenchShape) {
    self.shape = shape
    c = shape.transformer
    let n = Self.tokens
    var stream = RandomStream(seed: 1, path: "bench/kernels")
    func random(_ count: Int) -> FloatBuffer {
      FloatBuffer((0..<count + 16).map { _ in Float(stream.normal()) })
    }
    let width = c.queryWidth + 2 * c.keyValueWidth
    qkv = random(n * width)
    x = random(n * max(c.hiddenSize, c.queryWidth))
    gain = random(c.hiddenSize)
    gateUp = random(n * 2 * c.intermediateSize)
    out = FloatBuffer(count: n * max(width, 2 * c.intermediateSize) + 16)
    rstd = FloatBuffer(count: n)
    transposed = FloatBuffer(count: c.keyValueWidth * (n + 32) + 16)
    probabilities = FloatBuffer(count: n * c.headCount * Self.rowWidth + 16)
    gradient = FloatBuffer(count: n * width + 16)
    scratch = FloatBuffer(count: Self.length * Self.rowWidth + 16)
  }

  package func run(_ clock: BenchClock) async throws -> [BenchResult] {
    let n = Double(Self.tokens)
    let layer = c.forwardFLOPs(tokens: 1, attendedPairs: 0, rows: 0) / Double(c.layerCount)
    let pairs = n * Double(Self.length + 1) / 2
    let attention = pairs * 4 * Double(c.queryWidth)
    func result(
      _ name: String, _ verified: String, flops: Double? = nil, _ body: () -> Void
    ) async -> BenchResult {
      // Twenty calls per repeat: a single call is too short for the clock.
      let timing = await clock.time { for _ in 0..<20 { body() } }
      return BenchResult(
        .kernels, model: shape.name, name, verified: verified, count: 20 * n,
        flops: flops.map { 20 * $0 }, timing: timing)
    }
    let normTwin = try verifyNorm()
    let swigluTwin = try verifySwiGLU()
    let productTwin = try verifyProduct()
    let attentionTwin = try verifyAttention()
    let gradientTwin = try verifyAttentionGradient()
    return [
      await result("projections of a layer", productTwin, flops: n * layer) { projections() },
      await result("attention forward", attentionTwin, flops: attention) { attentionForward() },
      await result("attention backward", gradientTwin, flops: 2 * attention) {
        attentionBackward()
      },
      await result("RMSNorm", normTwin) { norm() },
      await result("SwiGLU", swigluTwin) { swiglu() },
    ]
  }

  private func projections() {
    let n = Self.tokens
    // The gate's buffer serves as weights: their values do not affect the time.
    LinearAlgebra.project(
      out.base, x.base, gateUp.base, rows: n, inputs: c.hiddenSize, outputs: stride)
    LinearAlgebra.project(
      out.base, x.base, gateUp.base, rows: n, inputs: c.queryWidth, outputs: c.hiddenSize)
    LinearAlgebra.project(
      out.base, x.base, gateUp.base, rows: n, inputs: c.hiddenSize, outputs: 2 * c.intermediateSize)
    LinearAlgebra.project(
      out.base, gateUp.base, qkv.base, rows: n, inputs: c.intermediateSize, outputs: c.hiddenSize)
  }

  private var ld: Int64 { Int64(Self.tokens + 16) }
  private var scale: Float { 1 / Float(c.headDimension).squareRoot() }

  private func rows(_ sequence: Int) -> ck_attention_rows {
    ck_attention_rows(
      start: Int32(sequence * Self.length), length: Int32(Self.length), prefix_start: 0,
      prefix_length: 0, header_start: 0, header_length: 0)
  }

  private func attentionForward() {
    ck_transpose(
      transposed.base, ld, qkv.base + c.queryWidth, Int64(stride), Int32(Self.tokens),
      Int32(c.keyValueWidth))
    for s in 0..<Self.sequences {
      ck_attention_forward(
        out.base, probabilities.base + s * Self.length * Self.rowWidth * c.headCount, 1, qkv.base,
        transposed.base, ld, rows(s), Int32(c.headCount), Int32(c.keyValueHeadCount),
        Int32(c.headDimension), scale)
    }
  }

  private func attentionBackward() {
    ck_transpose(
      transposed.base, ld, qkv.base + c.queryWidth + c.keyValueWidth, Int64(stride),
      Int32(Self.tokens), Int32(c.keyValueWidth))
    for s in 0..<Self.sequences {
      ck_attention_backward(
        gradient.base, x.base,
        probabilities.base + s * Self.length * Self.rowWidth * c.headCount, qkv.base,
        transposed.base, transposed.base, ld, scratch.base, rows(s), Int32(c.headCount),
        Int32(c.keyValueHeadCount), Int32(c.headDimension), scale)
    }
  }

  private func norm() {
    ck_rmsnorm_forward(
      out.base, rstd.base, x.base, gain.base, Int32(Self.tokens), Int32(c.hiddenSize), 1e-5)
  }

  private func swiglu() {
    ck_swiglu_forward(out.base, gateUp.base, Int32(Self.tokens), Int32(c.intermediateSize))
  }

  // MARK: Checks, on the last row or sequence

  private func verifyNorm() throws -> String {
    norm()
    let start = (Self.tokens - 1) * c.hiddenSize
    let row = x.array(start..<start + c.hiddenSize).map(Double.init)
    let twin = Naive.rmsNorm(
      row, gain: gain.array(0..<c.hiddenSize).map(Double.init), epsilon: 1e-5)
    return try compare(out.array(start..<start + c.hiddenSize), twin, "RMSNorm")
  }

  private func verifySwiGLU() throws -> String {
    swiglu()
    let (width, row) = (c.intermediateSize, Self.tokens - 1)
    let gate = gateUp.array(row * 2 * width..<(row * 2 + 1) * width).map(Double.init)
    let up = gateUp.array((row * 2 + 1) * width..<(row * 2 + 2) * width).map(Double.init)
    return try compare(
      out.array(row * width..<(row + 1) * width), Naive.swiglu(gate: gate, up: up), "SwiGLU")
  }

  private func verifyProduct() throws -> String {
    let row = Self.tokens - 1
    var verified = ""
    let products = [
      (x, gateUp, c.hiddenSize, stride), (x, gateUp, c.queryWidth, c.hiddenSize),
      (x, gateUp, c.hiddenSize, 2 * c.intermediateSize),
      (gateUp, qkv, c.intermediateSize, c.hiddenSize),
    ]
    for (input, weights, inputs, outputs) in products {
      LinearAlgebra.project(
        out.base, input.base, weights.base, rows: Self.tokens, inputs: inputs, outputs: outputs)
      let a = input.array(row * inputs..<(row + 1) * inputs).map(Double.init)
      let twin = (0..<outputs).map { o in
        a.indices.reduce(0) { $0 + a[$1] * Double(weights[o * inputs + $1]) }
      }
      verified = try compare(
        out.array(row * outputs..<(row + 1) * outputs), twin, "projection")
    }
    return verified
  }

  /// Compares the gradient of the last sequence's first query, key and value heads with the naive
  /// twin's derivative along a random direction.
  private func verifyAttentionGradient() throws -> String {
    attentionForward()
    attentionBackward()
    let first = Self.tokens - Self.length
    let (h, k, d) = (c.headCount, c.keyValueHeadCount, c.headDimension)
    var stream = RandomStream(seed: 2, path: "bench/direction")
    let direction = (0..<Self.length * stride).map { _ in stream.normal() }
    func loss(_ step: Double) -> Double {
      func heads(_ start: Int, _ count: Int) -> [[[Double]]] {
        (0..<Self.length).map { row in
          (0..<count).map { head in
            (0..<d).map {
              let index = row * stride + (start + head) * d + $0
              return Double(qkv[first * stride + index]) + step * direction[index]
            }
          }
        }
      }
      let out = Naive.attention(
        q: heads(0, h), k: heads(h, k), v: heads(h + k, k), scale: Double(scale))
      return out.joined().joined().enumerated().reduce(0) {
        $0 + $1.element * Double(x[first * c.queryWidth + $1.offset])
      }
    }
    let numeric = (loss(1e-4) - loss(-1e-4)) / 2e-4
    var analytic = 0.0
    var size = 0.0
    for index in direction.indices {
      let g = Double(gradient[first * stride + index])
      analytic += g * direction[index]
      size += g * g
    }
    let gap = abs(numeric - analytic) / size.squareRoot()
    try benchRequire(gap < 1e-3, "attention's gradient is off by \(gap)")
    return "gradient equals the derivative of its naive twin (relative \(short(gap)))"
  }

  private func verifyAttention() throws -> String {
    attentionForward()
    let first = Self.tokens - Self.length
    func heads(_ start: Int, _ count: Int) -> [[[Double]]] {
      (first..<Self.tokens).map { row in
        (0..<count).map { head in
          (0..<c.headDimension).map {
            Double(qkv[row * stride + (start + head) * c.headDimension + $0])
          }
        }
      }
    }
    let (h, k) = (c.headCount, c.keyValueHeadCount)
    let twin = Naive.attention(
      q: heads(0, h), k: heads(h, k), v: heads(h + k, k), scale: Double(scale))
    return try compare(
      out.array(first * c.queryWidth..<Self.tokens * c.queryWidth),
      twin.flatMap { $0.flatMap { $0 } }, "attention")
  }

  private func compare(_ fast: [Float], _ twin: [Double], _ name: String) throws -> String {
    var worst = 0.0
    try benchRequire(fast.count == twin.count, "\(name) has another size than its twin")
    for (a, b) in zip(fast, twin) {
      let difference = abs(Double(a) - b) / max(1, abs(b))
      // `max` would ignore a NaN.
      try benchRequire(difference < 1e-4, "\(name): \(a), but its twin has \(b)")
      worst = max(worst, difference)
    }
    return "equals its naive twin (worst difference \(short(worst)))"
  }
}
