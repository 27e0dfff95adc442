import Foundation

/// Slow twins of the kernels in double precision, as close to the formulas as possible. The tests
/// use them as oracle; `soar bench` checks the kernels against them before timing.
package enum Naive {
  package static func rmsNorm(_ x: [Double], gain: [Double], epsilon: Double) -> [Double] {
    let meanSquare = x.reduce(0) { $0 + $1 * $1 } / Double(x.count)
    return zip(x, gain).map { $0 / (meanSquare + epsilon).squareRoot() * $1 }
  }

  package static func swiglu(gate: [Double], up: [Double]) -> [Double] {
    zip(gate, up).map { $0 / (1 + exp(-$0)) * $1 }
  }

  package static func softmax(_ row: [Double]) -> [Double] {
    let top = row.max() ?? 0
    let powers = row.map { exp($0 - top) }
    let total = powers.reduce(0, +)
    return powers.map { $0 / total }
  }

  /// Causal attention of a sequence's last T tokens: q [T][H][D], k and v [P + T][K][D]. Query t
  /// sees keys 0...P + t; query head h reads key head h * K / H.
  package static func attention(
    q: [[[Double]]], k: [[[Double]]], v: [[[Double]]], scale: Double
  ) -> [[[Double]]] {
    let prefix = k.count - q.count
    return q.indices.map { t in
      q[t].indices.map { h in
        let kv = h * k[0].count / q[t].count
        let scores = (0...prefix + t).map { s in
          scale * zip(q[t][h], k[s][kv]).reduce(0) { $0 + $1.0 * $1.1 }
        }
        let weights = softmax(scores)
        return v[0][kv].indices.map { d in
          (0...prefix + t).reduce(0) { $0 + weights[$1] * v[$1][kv][d] }
        }
      }
    }
  }

  package static func matrixProduct(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
    a.map { row in
      (b.first ?? []).indices.map { j in row.indices.reduce(0) { $0 + row[$1] * b[$1][j] } }
    }
  }
}
