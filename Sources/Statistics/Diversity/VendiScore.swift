import Foundation
import Numerics
public import Randomness

/// Vendi score (Friedman and Dieng 2023, arXiv 2210.02410; orders: Pasarkar and Dieng, arXiv
/// 2310.12952): effective number of distinct items, 1 if all are equal, n if all are dissimilar.
/// The exponential of the Rényi entropy of order q of the eigenvalues of K / n, where K is the
/// [n, n] similarity matrix with ones on its diagonal.
public enum VendiScore {
  /// Eigenvalues of K / n below this are rounding errors of zero.
  private static let negligible = 1e-13

  /// Score of vectors [n], by cosine similarity.
  ///
  /// - Parameter order: q, from 0 to infinity. 1 weights items by their share, lower values
  ///   emphasise rare items, higher values common ones; infinity uses only the largest eigenvalue.
  public static func score(_ vectors: [SparseVector], order: Double = 1) -> Double {
    score(kernel: cosineKernel(vectors), count: vectors.count, order: order)
  }

  /// Score of a similarity matrix [n, n]: symmetric, positive semidefinite, ones on the diagonal.
  public static func score(kernel: [Double], count n: Int, order q: Double = 1) -> Double {
    precondition(n > 0 && kernel.count == n * n, "the kernel is [n, n] and not empty")
    precondition(q >= 0, "orders start at 0")
    return score(of: kernel.map { $0 / Double(n) }, size: n, order: q)
  }

  /// Score of embeddings `[item][dimension]`, such as hidden states, by cosine similarity. Zero
  /// vectors are equal to each other and unlike everything else; NaN if values are not finite.
  ///
  /// Uses the smaller of the item and dimension Gram matrices, which have the same non-zero
  /// eigenvalues: a thousand items of 64 dimensions cost as little as 64 items.
  public static func score(embeddings: [[Double]], order q: Double = 1) -> Double {
    let n = embeddings.count
    let width = embeddings.first?.count ?? 0
    precondition(n > 0 && embeddings.allSatisfy { $0.count == width }, "[item][dimension]")
    precondition(q >= 0, "orders start at 0")
    guard embeddings.allSatisfy(\.allFinite) else { return .nan }
    // Put the zero vectors in an extra dimension.
    let unit = embeddings.map { vector in
      let norm = vector.norm
      return norm > 0
        ? vector.map { $0 / norm } + [0] : [Double](repeating: 0, count: width) + [1]
    }
    let root = Double(n).squareRoot()
    let size = min(n, width + 1)
    let matrix =
      n <= width + 1
      ? LinearAlgebra.gram(unit.flatMap { $0.map { $0 / root } }, rows: width + 1, columns: n)
      : LinearAlgebra.gram(
        (0...width).flatMap { dimension in unit.map { $0[dimension] / root } }, rows: n,
        columns: width + 1)
    return score(of: matrix, size: size, order: q)
  }

  /// Score of a matrix [size, size] whose eigenvalues are the shares.
  private static func score(of matrix: [Double], size: Int, order q: Double) -> Double {
    let values = Eigen.symmetricEigenvalues(matrix, order: size)
    guard values.allSatisfy(\.isFinite) else { return .nan }
    let shares = values.filter { $0 > negligible }
    if q == 1 { return exp(-shares.reduce(0) { $0 + $1 * log($1) }) }
    if q == .infinity { return 1 / (shares.max() ?? .nan) }
    return pow(shares.reduce(0) { $0 + pow($1, q) }, 1 / (1 - q))
  }

  /// Score over 100 subsamples of 128 items, as in the SOAR paper: see
  /// ``Subsampling/estimate(sets:size:replicates:level:random:statistic:)``.
  public static func subsampled(
    _ vectors: [SparseVector], size: Int = 128, replicates: Int = 100, order: Double = 1,
    level: Double = 0.95, random: inout RandomStream
  ) -> Estimate {
    Subsampling.estimate(
      sets: [vectors], size: size, replicates: replicates, level: level, random: &random
    ) { score($0, order: order) }
  }

  /// Cosines of all pairs, row by row: [n, n].
  private static func cosineKernel(_ vectors: [SparseVector]) -> [Double] {
    let n = vectors.count
    var kernel = [Double](repeating: 1, count: n * n)
    SparseVector.forEachCosine(vectors) { i, j, cosine in
      kernel[i * n + j] = cosine
      kernel[j * n + i] = cosine
    }
    return kernel
  }
}
