// Locks: every kernel against its naive twin in double precision, for sizes that do and do not
// fill a vector, amid NaNs that it must not use.

import CKernels
import Foundation
import NaiveKernels
import Numerics
import Randomness
import Synchronization
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

  @Test(arguments: [2, 6, 64]) func headNormMatchesItsTwin(dim: Int) {
    let (rows, heads, stride) = (3, 2, 3 * dim + 1)
    let before = Self.random(rows * stride, "head\(dim)")
    let gain = Self.random(dim, "head gain\(dim)")
    let dout = Self.random(rows * stride, "head dout\(dim)")
    var y = before
    var input = [Float](repeating: .nan, count: before.count)
    var rstd = [Float](repeating: 0, count: rows * heads)
    ck_head_norm_forward(
      &y, &input, &rstd, gain, Int32(rows), Int32(heads), Int32(dim), Int32(stride), 1e-5)
    var dx = dout
    var dgain = [Float](repeating: 0, count: dim)
    ck_head_norm_backward(
      &dx, &dgain, input, gain, rstd, Int32(rows), Int32(heads), Int32(dim), Int32(stride))
    /// The loss is dout . y; its derivative is taken by differences of the twin.
    func twin(_ row: [Float]) -> [Double] {
      Naive.rmsNorm(row.map(Double.init), gain: gain.map(Double.init), epsilon: 1e-5)
    }
    var expectedGain = [Double](repeating: 0, count: dim)
    for n in 0..<rows {
      for place in heads * dim..<stride {
        #expect(y[n * stride + place] == before[n * stride + place])
      }
      for h in 0..<heads {
        let range = n * stride + h * dim..<n * stride + (h + 1) * dim
        let row = Array(before[range])
        let expected = twin(row)
        for i in 0..<dim {
          #expect(Self.close(y[range.lowerBound + i], expected[i]))
          expectedGain[i] += Double(dout[range.lowerBound + i]) * expected[i] / Double(gain[i])
          func loss(_ step: Double) -> Double {
            var moved = row.map(Double.init)
            moved[i] += step
            let y = Naive.rmsNorm(moved, gain: gain.map(Double.init), epsilon: 1e-5)
            return zip(y, dout[range]).reduce(0) { $0 + $1.0 * Double($1.1) }
          }
          let slope = (loss(1e-5) - loss(-1e-5)) / 2e-5
          #expect(Self.close(dx[range.lowerBound + i], slope, 1e-4))
        }
      }
    }
    for i in 0..<dim { #expect(Self.close(dgain[i], expectedGain[i], 1e-4)) }
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

  /// Real vocabularies, where float32 sums lose what is small beside the sum so far; the odd one is
  /// nearly uniform. In place, as scoring calls it, and apart.
  @Test(arguments: [(49_152, 3.0), (151_936, 3.0), (20_001, 0.1)])
  func logprobsOfLargeVocabulariesAreExact(vocabulary: Int, scale: Double) {
    var logits = Self.random(2 * vocabulary, "wide\(vocabulary)", scale: scale)
    logits[vocabulary + 7] = 18
    let targets: [Int32] = [Int32(vocabulary - 1), 7]
    let exact = (0..<2).map { m in
      let row = logits[m * vocabulary..<(m + 1) * vocabulary].map(Double.init)
      let top = row.max() ?? 0
      return row[Int(targets[m])] - top - log(row.reduce(0) { $0 + exp($1 - top) })
    }
    var logprobs: [Float] = [0, 0]
    var probabilities = [Float](repeating: 0, count: logits.count)
    ck_softmax_logprob(&probabilities, &logprobs, logits, targets, 2, Int32(vocabulary))
    for m in 0..<2 { #expect(abs(Double(logprobs[m]) - exact[m]) < 1e-6) }
    var sum = 0.0
    for p in probabilities[..<vocabulary] { sum += Double(p) }
    #expect(abs(sum - 1) < 1e-6)
    let before = logits
    logits.withUnsafeMutableBufferPointer {
      ck_softmax_logprob(
        $0.baseAddress, &logprobs, $0.baseAddress, targets, 2, Int32(vocabulary))
    }
    for m in 0..<2 { #expect(abs(Double(logprobs[m]) - exact[m]) < 1e-6) }
    #expect(logits == probabilities)

    // KL to a reference that has another row for each.
    let reference = Array(before[vocabulary...] + before[..<vocabulary])
    var divergence: [Float] = [0, 0]
    var gradient = [Float](repeating: 0, count: before.count)
    ck_kl_divergence(
      &divergence, &gradient, before, reference, [1, 1], 2, Int32(vocabulary))
    for m in 0..<2 {
      func logSoftmax(_ values: [Float]) -> [Double] {
        let row = values[m * vocabulary..<(m + 1) * vocabulary].map(Double.init)
        let total = log(row.reduce(0) { $0 + exp($1) })
        return row.map { $0 - total }
      }
      let expected = zip(logSoftmax(before), logSoftmax(reference)).reduce(0) {
        $0 + exp($1.0) * ($1.0 - $1.1)
      }
      #expect(abs(Double(divergence[m]) - expected) < 2e-6 * max(1, expected))
    }
  }

  struct Shape: Sendable {
    /// Tokens of the prefix and of the sequence.
    var prefix, length, heads, kvHeads, dim: Int
    /// Tokens of the header.
    var header = 0

    var stride: Int { (heads + 2 * kvHeads) * dim }
    var scale: Float { 1 / Float(dim).squareRoot() }
    var rowWidth: Int { [header, prefix, length].reduce(0) { $0 + ($1 + 15) / 16 * 16 } }
  }

  static let shapes = [
    Shape(prefix: 0, length: 1, heads: 1, kvHeads: 1, dim: 4),
    Shape(prefix: 3, length: 33, heads: 4, kvHeads: 2, dim: 16),
    Shape(prefix: 17, length: 5, heads: 2, kvHeads: 2, dim: 32),
    Shape(prefix: 0, length: 70, heads: 6, kvHeads: 2, dim: 8),
    Shape(prefix: 32, length: 16, heads: 2, kvHeads: 1, dim: 10),
    Shape(prefix: 5, length: 20, heads: 4, kvHeads: 2, dim: 16, header: 19),
    Shape(prefix: 0, length: 9, heads: 2, kvHeads: 1, dim: 10, header: 32),
  ]

  /// Rows of a packed batch: three of another sequence, the header, one of another, the prefix, two
  /// more of others, then the sequence. Everything that the kernels must not use is NaN.
  struct Packed {
    let shape: Shape
    let start: Int
    let headerStart = 3
    let prefixStart: Int
    var qkv: [Float]
    let rows: Int

    init(_ shape: Shape) {
      self.shape = shape
      prefixStart = headerStart + shape.header + 1
      start = prefixStart + shape.prefix + 2
      rows = start + shape.length
      let values = KernelTests.random(rows * shape.stride, "qkv\(shape.length)-\(shape.heads)")
      qkv = values + [Float](repeating: .nan, count: 16)
      for row in 0..<rows where !(used.contains(row)) {
        for i in 0..<shape.stride { qkv[row * shape.stride + i] = .nan }
      }
    }

    var used: [Int] {
      Array(headerStart..<headerStart + shape.header)
        + Array(prefixStart..<prefixStart + shape.prefix) + Array(start..<start + shape.length)
    }

    var at: ck_attention_rows {
      ck_attention_rows(
        start: Int32(start), length: Int32(shape.length), prefix_start: Int32(prefixStart),
        prefix_length: Int32(shape.prefix), header_start: Int32(headerStart),
        header_length: Int32(shape.header))
    }

    /// [rows][heads][D] of the used rows.
    func heads(_ first: Int, _ count: Int) -> [[[Double]]] {
      used.map { row in
        (0..<count).map { head in
          (0..<shape.dim).map {
            Double(qkv[row * shape.stride + (first + head) * shape.dim + $0])
          }
        }
      }
    }

    var expected: [[[Double]]] {
      let (h, k) = (shape.heads, shape.kvHeads)
      return Naive.attention(
        q: Array(heads(0, h).dropFirst(shape.header + shape.prefix)), k: heads(h, k),
        v: heads(h + k, k),
        scale: Double(shape.scale))
    }

    /// Columns `first`... of qkv transposed, with a row stride of `ld`.
    func transposed(_ first: Int, ld: Int) -> [Float] {
      var out = [Float](repeating: .nan, count: shape.kvHeads * shape.dim * ld + 16)
      ck_transpose(
        &out, Int64(ld), Array(qkv[(first * shape.dim)...]), Int64(shape.stride), Int32(rows),
        Int32(shape.kvHeads * shape.dim))
      return out
    }

    func forward(_ probabilities: inout [Float], keep: Bool = true) -> [Float] {
      let ld = rows + 16
      var out = [Float](repeating: .nan, count: rows * shape.heads * shape.dim)
      ck_attention_forward(
        &out, &probabilities, keep ? 1 : 0, qkv, transposed(shape.heads, ld: ld), Int64(ld), at,
        Int32(shape.heads), Int32(shape.kvHeads), Int32(shape.dim), shape.scale)
      return out
    }
  }

  @Test(arguments: shapes) func attentionMatchesItsTwin(shape: Shape) {
    let packed = Packed(shape)
    var probabilities = [Float](
      repeating: .nan, count: shape.heads * shape.length * shape.rowWidth)
    let out = packed.forward(&probabilities)
    var scratch = [Float](repeating: .nan, count: 6 * shape.rowWidth)
    let again = packed.forward(&scratch, keep: false)
    #expect(zip(out, again).allSatisfy { $0.bitPattern == $1.bitPattern || $0.isNaN })
    let expected = packed.expected
    let width = shape.heads * shape.dim
    for row in 0..<packed.rows {
      for i in 0..<width {
        let value = out[row * width + i]
        if row < packed.start {
          #expect(value.isNaN, "rows of other sequences are left alone")
        } else {
          #expect(Self.close(value, expected[row - packed.start][i / shape.dim][i % shape.dim]))
        }
      }
    }
  }

  @Test(arguments: shapes) func attentionGradientsMatchDifferences(shape: Shape) {
    let packed = Packed(shape)
    var probabilities = [Float](
      repeating: .nan, count: shape.heads * shape.length * shape.rowWidth)
    _ = packed.forward(&probabilities)
    let width = shape.heads * shape.dim
    var dout = Self.random(packed.rows * width + 16, "dout\(shape.length)")
    for i in 0..<packed.start * width { dout[i] = .nan }
    let ld = packed.rows + 16
    // The sequence's own rows are written whatever they hold; the prefix's are added to.
    var gradient = [Float](repeating: 0, count: packed.rows * shape.stride)
    for i in packed.start * shape.stride..<gradient.count { gradient[i] = .nan }
    var again = gradient
    var scratch = [Float](repeating: .nan, count: 2 * shape.length * shape.rowWidth)
    let keys = packed.transposed(shape.heads, ld: ld)
    let values = packed.transposed(shape.heads + shape.kvHeads, ld: ld)
    ck_attention_backward(
      &gradient, dout, probabilities, packed.qkv, keys, values, Int64(ld), &scratch, packed.at,
      Int32(shape.heads), Int32(shape.kvHeads), Int32(shape.dim), shape.scale)
    ck_attention_backward(
      &again, dout, nil, packed.qkv, keys, values, Int64(ld), &scratch, packed.at,
      Int32(shape.heads), Int32(shape.kvHeads), Int32(shape.dim), shape.scale)
    #expect(gradient.map(\.bitPattern) == again.map(\.bitPattern))
    func loss(_ packed: Packed) -> Double {
      var sum = 0.0
      for (t, row) in packed.expected.enumerated() {
        for (i, value) in row.joined().enumerated() {
          sum += value * Double(dout[(packed.start + t) * width + i])
        }
      }
      return sum
    }
    // Along random directions, one for each part of qkv, in the twin's double precision.
    let parts = [
      0..<shape.heads, shape.heads..<shape.heads + shape.kvHeads,
      shape.heads + shape.kvHeads..<shape.heads + 2 * shape.kvHeads,
    ]
    for part in parts {
      let columns = part.lowerBound * shape.dim..<part.upperBound * shape.dim
      let direction = Self.random(gradient.count, "direction\(part)")
      var analytic = 0.0
      var size = 0.0
      func moved(_ step: Float) -> Double {
        var other = packed
        for row in packed.used {
          for i in columns {
            other.qkv[row * shape.stride + i] += step * direction[row * shape.stride + i]
          }
        }
        return loss(other)
      }
      for row in packed.used {
        for i in columns {
          let g = Double(gradient[row * shape.stride + i])
          analytic += g * Double(direction[row * shape.stride + i])
          size += g * g
        }
      }
      let step: Float = 0x1p-8
      let numeric = (moved(step) - moved(-step)) / (2 * Double(step))
      #expect(abs(numeric - analytic) < 3e-3 * size.squareRoot() + 1e-4)
    }
    let untouched = Set(0..<packed.rows).subtracting(packed.used)
    for row in untouched {
      for i in 0..<shape.stride { #expect(gradient[row * shape.stride + i] == 0) }
    }
  }

  @Test(arguments: shapes.filter { $0.header == 0 }) func decodingMatchesItsTwin(shape: Shape) {
    // The sequence is decoded token by token, beside a neighbour that shares the prefix, in rows
    // that are not where their chunks are.
    let packed = Packed(shape)
    let (kvWidth, rowSize) = (shape.kvHeads * shape.dim, 32 * shape.kvHeads * shape.dim)
    let prefixLD = (shape.prefix + 15) / 16 * 16
    var prefixKeys = [Float](repeating: .nan, count: kvWidth * prefixLD + 16)
    var prefixValues = [Float](repeating: .nan, count: shape.prefix * kvWidth + 16)
    for position in 0..<shape.prefix {
      for i in 0..<kvWidth {
        let row = (packed.prefixStart + position) * shape.stride + shape.heads * shape.dim
        prefixKeys[i * prefixLD + position] = packed.qkv[row + i]
        prefixValues[position * kvWidth + i] = packed.qkv[row + kvWidth + i]
      }
    }
    let chunkCount = (shape.length + 15) / 16
    let memory = (0..<chunkCount).map { _ in
      let chunk = FloatBuffer(count: 3 * rowSize + 16)
      chunk.write([Float](repeating: .nan, count: chunk.count), at: 0)
      return chunk
    }
    // Pointers alone would not keep the chunks.
    defer { withExtendedLifetime(memory) {} }
    let chunks: [UnsafeMutablePointer<Float>?] = memory.map(\.base)
    // Row 0 has part 2 of every chunk, row 1 part 0.
    let chunkRows: [Int32] = (0..<chunkCount).flatMap { _ in [2, 0] as [Int32] }
    var scratch = [Float](repeating: .nan, count: 6 * shape.rowWidth)
    let expected = packed.expected
    let width = shape.heads * shape.dim
    for t in 0..<shape.length {
      let row = Array(
        packed.qkv[(packed.start + t) * shape.stride..<(packed.start + t + 1) * shape.stride])
      var out = [Float](repeating: .nan, count: 2 * width)
      ck_attention_decode(
        &out, Self.random(shape.stride, "neighbour\(t)") + row, 2, prefixKeys, prefixValues,
        Int32(shape.prefix), Int64(prefixLD), chunks, chunkRows, 2, Int32(t + 1), &scratch,
        Int32(shape.heads), Int32(shape.kvHeads), Int32(shape.dim), shape.scale)
      for i in 0..<width {
        #expect(Self.close(out[width + i], expected[t][i / shape.dim][i % shape.dim]))
      }
    }
  }

  @Test func productsMatchTheirTwins() {
    let (n, inputs, outputs) = (5, 7, 3)
    let x = FloatBuffer(Self.random(n * inputs, "x"))
    let w = FloatBuffer(Self.random(outputs * inputs, "w"))
    let dy = FloatBuffer(Self.random(n * outputs, "dy"))
    defer { withExtendedLifetime((x, w, dy)) {} }
    func matrix(_ b: FloatBuffer, _ rows: Int, _ columns: Int) -> [[Double]] {
      (0..<rows).map { r in (0..<columns).map { Double(b[r * columns + $0]) } }
    }
    func transposed(_ m: [[Double]]) -> [[Double]] {
      (m.first ?? []).indices.map { j in m.map { $0[j] } }
    }
    func check(_ name: String, _ b: FloatBuffer, _ expected: [[Double]]) {
      for (index, value) in expected.joined().enumerated() {
        #expect(Self.close(b[index], value), "\(name)[\(index)]")
      }
    }
    let y = FloatBuffer(count: n * outputs)
    LinearAlgebra.project(y.base, x.base, w.base, rows: n, inputs: inputs, outputs: outputs)
    let inputMatrix = matrix(x, n, inputs)
    let weightMatrix = matrix(w, outputs, inputs)
    let gradientMatrix = matrix(dy, n, outputs)
    check("x W^T", y, Naive.matrixProduct(inputMatrix, transposed(weightMatrix)))
    let dx = FloatBuffer(count: n * inputs)
    LinearAlgebra.projectBackwardInput(
      dx.base, dy.base, w.base, rows: n, inputs: inputs, outputs: outputs)
    check("dy W", dx, Naive.matrixProduct(gradientMatrix, weightMatrix))
    let dw = FloatBuffer(count: outputs * inputs)
    LinearAlgebra.projectBackwardWeight(
      dw.base, dy.base, x.base, rows: n, inputs: inputs, outputs: outputs)
    check("dy^T x", dw, Naive.matrixProduct(transposed(gradientMatrix), inputMatrix))
  }

  /// Every height of a tile and its remainders, amid NaNs, each row with the bits that it has alone.
  @Test(arguments: [1, 15, 16, 50], [false, true])
  func projectionOfFewRowsMatchesItsTwin(inputs: Int, isNarrow: Bool) {
    let project = isNarrow ? ck_project_narrow : ck_project
    let (most, outputs) = (13, 9)
    let x = Self.random(most * inputs, "few \(inputs)")
    let w = Self.random(outputs * inputs, "weights \(inputs)")
    func rows(_ values: [Float], _ count: Int) -> [[Double]] {
      (0..<count).map { r in values[r * inputs..<(r + 1) * inputs].map(Double.init) }
    }
    let weights = rows(w, outputs)
    let expected = Naive.matrixProduct(
      rows(x, most), (0..<inputs).map { i in weights.map { $0[i] } }
    ).flatMap { $0 }
    var alone: [Float] = []
    for row in 0..<most {
      var y = [Float](repeating: .nan, count: outputs)
      project(
        &y, Array(x[row * inputs..<(row + 1) * inputs]), w, 1, Int32(inputs), Int32(outputs))
      alone += y
    }
    for count in 1...most {
      var y = [Float](repeating: .nan, count: count * outputs + 16)
      let known = Array(x.prefix(count * inputs)) + [Float](repeating: .nan, count: 32)
      project(
        &y, known, w + [Float](repeating: .nan, count: 32), Int32(count), Int32(inputs),
        Int32(outputs))
      for place in 0..<count * outputs {
        #expect(Self.close(y[place], expected[place]), "\(count) rows, \(place)")
        #expect(y[place].bitPattern == alone[place].bitPattern, "\(count) rows, \(place)")
      }
      #expect(y[(count * outputs)...].allSatisfy { $0.isNaN }, "nothing past the last row")
    }
  }

  /// Both sides of the boundary between the two products.
  @Test func largeWeightsMatchTheirTwinForFewAndManyRows() {
    let (most, inputs, outputs) = (40, 258, 509)
    #expect(inputs * outputs >= LinearAlgebra.largeWeights)
    let x = FloatBuffer(Self.random(most * inputs, "large x"))
    let w = FloatBuffer(Self.random(outputs * inputs, "large w"))
    let y = FloatBuffer(count: most * outputs)
    defer { withExtendedLifetime((x, w, y)) {} }
    for rows in [1, 16, 17, 32, 33, most] {
      y.zero()
      LinearAlgebra.project(y.base, x.base, w.base, rows: rows, inputs: inputs, outputs: outputs)
      for (row, output) in [(0, 0), (rows - 1, outputs - 1), (rows / 2, 255)] {
        let expected = (0..<inputs).reduce(0.0) {
          $0 + Double(x[row * inputs + $1]) * Double(w[output * inputs + $1])
        }
        #expect(Self.close(y[row * outputs + output], expected, 1e-4), "\(rows) rows")
      }
      #expect(rows == most || y[rows * outputs] == 0)
    }
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
}
