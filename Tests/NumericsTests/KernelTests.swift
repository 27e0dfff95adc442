// Locks: every kernel against its naive twin in double precision, for sizes that do and do not
// fill a vector; the worker pool's order, failure and use of its threads.

import CKernels
import Foundation
import Numerics
import Randomness
import Testing

@Suite struct KernelTests {
  static func random(_ count: Int, _ name: String, scale: Double = 1) -> [Float] {
    var stream = RandomStream(seed: 5, path: name)
    return (0..<count).map { _ in Float(scale * stream.normal()) }
  }

  static func close(_ a: Float, _ b: Double, _ tolerance: Double = 2e-5) -> Bool {
    abs(Double(a) - b) <= tolerance * max(1, abs(b))
  }

  @Test(arguments: [1, 7, 16, 64, 100]) func rmsNormMatchesItsTwin(channels: Int) {
    let rows = 3
    let x = Self.random(rows * channels, "x\(channels)")
    let gain = Self.random(channels, "gain\(channels)")
    var out = [Float](repeating: 0, count: x.count)
    var rstd = [Float](repeating: 0, count: rows)
    ck_rmsnorm_forward(&out, &rstd, x, gain, Int32(rows), Int32(channels), 1e-5)
    for n in 0..<rows {
      let row = x[n * channels..<(n + 1) * channels].map(Double.init)
      let expected = Naive.rmsNorm(row, gain: gain.map(Double.init), epsilon: 1e-5)
      for c in 0..<channels { #expect(Self.close(out[n * channels + c], expected[c])) }
    }
  }

  @Test(arguments: [1, 31, 176]) func swigluMatchesItsTwin(width: Int) {
    let gateUp = Self.random(4 * width, "gate\(width)", scale: 4)
    var out = [Float](repeating: 0, count: 2 * width)
    ck_swiglu_forward(&out, gateUp, 2, Int32(width))
    for n in 0..<2 {
      let row = gateUp[n * 2 * width..<(n + 1) * 2 * width].map(Double.init)
      let expected = Naive.swiglu(gate: Array(row[..<width]), up: Array(row[width...]))
      for f in 0..<width { #expect(Self.close(out[n * width + f], expected[f])) }
    }
  }

  @Test(arguments: [2, 43, 129]) func softmaxMatchesItsTwin(vocabulary: Int) {
    let logits = Self.random(3 * vocabulary, "logits\(vocabulary)", scale: 8)
    let targets: [Int32] = [0, Int32(vocabulary - 1), 1]
    var probabilities = [Float](repeating: 0, count: logits.count)
    var logprobs = [Float](repeating: 0, count: 3)
    ck_softmax_logprob(&probabilities, &logprobs, logits, targets, 3, Int32(vocabulary))
    for m in 0..<3 {
      let expected = Naive.softmax(
        logits[m * vocabulary..<(m + 1) * vocabulary].map(Double.init))
      for v in 0..<vocabulary {
        #expect(Self.close(probabilities[m * vocabulary + v], expected[v], 1e-6))
      }
      #expect(Self.close(logprobs[m], log(expected[Int(targets[m])])))
    }
  }

  struct Shape: Sendable {
    var length, heads, kvHeads, dim: Int
  }

  static let shapes = [
    Shape(length: 1, heads: 1, kvHeads: 1, dim: 4),
    Shape(length: 33, heads: 4, kvHeads: 2, dim: 16),
    Shape(length: 70, heads: 6, kvHeads: 2, dim: 8),
    Shape(length: 64, heads: 2, kvHeads: 1, dim: 10),
  ]

  @Test(arguments: shapes) func attentionMatchesItsTwin(shape: Shape) {
    let (t, h, k, d) = (shape.length, shape.heads, shape.kvHeads, shape.dim)
    let stride = (h + 2 * k) * d
    let qkv = Self.random(t * stride, "qkv\(t)-\(h)")
    let scale = 1 / Float(d).squareRoot()
    var out = [Float](repeating: 0, count: t * h * d)
    var probabilities = [Float](repeating: 0, count: h * t * t)
    var scratch = [Float](repeating: 0, count: (2 * d + 2) * (t + 32))
    ck_attention_forward(
      &out, &probabilities, qkv, &scratch, Int32(t), Int32(h), Int32(k), Int32(d), scale)
    func heads(_ first: Int, _ count: Int) -> [[[Double]]] {
      (0..<t).map { row in
        (0..<count).map { head in
          (0..<d).map { Double(qkv[row * stride + (first + head) * d + $0]) }
        }
      }
    }
    let expected = Naive.attention(
      q: heads(0, h), k: heads(h, k), v: heads(h + k, k), scale: Double(scale))
    for row in 0..<t {
      for head in 0..<h {
        for i in 0..<d {
          #expect(Self.close(out[(row * h + head) * d + i], expected[row][head][i]))
        }
      }
    }
    // Decoding the last position from a split cache gives the same as the full pass.
    let prefix = t / 2
    let ld = (t + 31) / 32 * 32
    func cache(_ first: Int, rows: Range<Int>, transposed: Bool) -> [Float] {
      var values = [Float](repeating: 0, count: k * d * ld)
      for head in 0..<k {
        for (position, row) in rows.enumerated() {
          for i in 0..<d {
            let value = qkv[row * stride + (first + head) * d + i]
            values[transposed ? (head * d + i) * ld + position : (head * ld + position) * d + i] =
              value
          }
        }
      }
      return values
    }
    var last = [Float](repeating: 0, count: h * d)
    var scores = [Float](repeating: 0, count: 2 * ld + 64)
    ck_attention_decode(
      &last, Array(qkv[(t - 1) * stride..<(t - 1) * stride + h * d]),
      cache(h, rows: 0..<prefix, transposed: true),
      cache(h + k, rows: 0..<prefix, transposed: false), Int32(prefix), Int32(ld),
      cache(h, rows: prefix..<t, transposed: true),
      cache(h + k, rows: prefix..<t, transposed: false), Int32(t - prefix), Int32(ld), &scores,
      Int32(h), Int32(k), Int32(d), scale)
    for i in 0..<h * d { #expect(Self.close(last[i], expected[t - 1][i / d][i % d])) }
  }

  @Test func productsMatchTheirTwins() {
    let (n, inputs, outputs) = (5, 7, 3)
    let x = FloatBuffer(Self.random(n * inputs, "x"))
    let w = FloatBuffer(Self.random(outputs * inputs, "w"))
    let dy = FloatBuffer(Self.random(n * outputs, "dy"))
    func matrix(_ b: FloatBuffer, _ rows: Int, _ columns: Int) -> [[Double]] {
      (0..<rows).map { r in (0..<columns).map { Double(b[r * columns + $0]) } }
    }
    func transposed(_ m: [[Double]]) -> [[Double]] {
      (m.first ?? []).indices.map { j in m.map { $0[j] } }
    }
    func check(_ b: FloatBuffer, _ expected: [[Double]]) {
      for (index, value) in expected.joined().enumerated() {
        #expect(Self.close(b[index], value))
      }
    }
    let y = FloatBuffer(count: n * outputs)
    LinearAlgebra.project(y.base, x.base, w.base, rows: n, inputs: inputs, outputs: outputs)
    let inputMatrix = matrix(x, n, inputs)
    let weightMatrix = matrix(w, outputs, inputs)
    let gradientMatrix = matrix(dy, n, outputs)
    check(y, Naive.matrixProduct(inputMatrix, transposed(weightMatrix)))
    let dx = FloatBuffer(count: n * inputs)
    LinearAlgebra.projectBackwardInput(
      dx.base, dy.base, w.base, rows: n, inputs: inputs, outputs: outputs)
    check(dx, Naive.matrixProduct(gradientMatrix, weightMatrix))
    let dw = FloatBuffer(count: outputs * inputs)
    LinearAlgebra.projectBackwardWeight(
      dw.base, dy.base, x.base, rows: n, inputs: inputs, outputs: outputs)
    check(dw, Naive.matrixProduct(transposed(gradientMatrix), inputMatrix))
  }

  @Test func klDivergenceMatchesItsDefinition() {
    let vocabulary = 43
    let a = Self.random(vocabulary, "a", scale: 3)
    let b = Self.random(vocabulary, "b", scale: 3)
    var divergence: [Float] = [0]
    var gradient = [Float](repeating: 0, count: vocabulary)
    ck_kl_divergence(&divergence, &gradient, a, b, [0.5], 1, Int32(vocabulary))
    let p = Naive.softmax(a.map(Double.init))
    let q = Naive.softmax(b.map(Double.init))
    let expected = zip(p, q).reduce(0) { $0 + $1.0 * log($1.0 / $1.1) }
    #expect(Self.close(divergence[0], expected))
    for v in 0..<vocabulary {
      #expect(Self.close(gradient[v], 0.5 * p[v] * (log(p[v] / q[v]) - expected)))
    }
  }

  @Test func thePoolKeepsOrderAndStopsAtAFailure() async throws {
    let pool = WorkerPool(workers: 3)
    let squares = try await pool.map(count: 100) { $0 * $0 }
    #expect(squares == (0..<100).map { $0 * $0 })
    struct Failure: Error {}
    await #expect(throws: Failure.self) {
      _ = try await pool.map(count: 10) { index in
        if index == 4 { throw Failure() }
        return index
      }
    }
    // Nested use must not deadlock, even with as many inner maps as workers.
    let nested = try await pool.map(count: 6) { outer in
      try await pool.map(count: 5) { inner in outer * inner }.reduce(0, +)
    }
    #expect(nested == (0..<6).map { $0 * 10 })
  }
}
