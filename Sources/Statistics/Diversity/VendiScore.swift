import Foundation
import Numerics
public import Randomness

/// The Vendi score (Friedman and Dieng 2023, arXiv 2210.02410; its orders: Pasarkar and Dieng,
/// arXiv 2310.12952): the effective number of different items, 1 when all are alike, n when all are
/// wholly different. It is the exponential of the Rényi entropy of order q of the eigenvalues of
/// K / n, where K is the n by n matrix of similarities with ones on its diagonal.
public enum VendiScore {
  /// Eigenvalues of K / n below this are zeros that rounding has moved.
  private static let negligible = 1e-13

  /// Of vectors, by the cosine of their angles.
  ///
  /// - Parameter order: q, from 0 to infinity. 1 weighs items by their share; below it rare ones
  ///   count more, above it common ones, and at infinity only the largest eigenvalue is left.
  public static func score(_ vectors: [SparseVector], order: Double = 1) -> Double {
    score(kernel: cosineKernel(vectors), count: vectors.count, order: order)
  }

  /// Of a matrix of similarities [n, n], symmetric, positive semidefinite, with ones on the
  /// diagonal.
  public static func score(kernel: [Double], count n: Int, order q: Double = 1) -> Double {
    precondition(n > 0 && kernel.count == n * n, "the kernel is [n, n] and not empty")
    precondition(q >= 0, "orders start at 0")
    let scaled = kernel.map { $0 / Double(n) }
    let values = Eigen.symmetricEigenvalues(scaled, order: n)
    guard values.allSatisfy(\.isFinite) else { return .nan }
    let shares = values.filter { $0 > negligible }
    if q == 1 { return exp(-shares.reduce(0) { $0 + $1 * log($1) }) }
    if q == .infinity { return 1 / (shares.max() ?? .nan) }
    return pow(shares.reduce(0) { $0 + pow($1, q) }, 1 / (1 - q))
  }

  /// Subsamples without replacement: the mean of their scores with a percentile interval. The score
  /// grows with the number of items, so that sets can be compared at one size only; the paper of
  /// SOAR takes 100 subsamples of 128 questions.
  ///
  /// Sets of at most `size` items have one subsample, themselves, and an interval of no width. With
  /// `size` at half of the set the subsamples vary about as much as resampling with replacement
  /// does, without its repeated items, which would lower the score.
  public static func subsampled(
    _ vectors: [SparseVector], size: Int = 128, replicates: Int = 100, order: Double = 1,
    level: Double = 0.95, random: inout RandomStream
  ) -> Estimate {
    subsampled(
      sets: [vectors], size: size, replicates: replicates, order: order, level: level,
      random: &random)
  }

  /// The mean over several sets, each subsampled as
  /// ``subsampled(_:size:replicates:order:level:random:)`` does: over the seeds of one teacher, say.
  public static func subsampled(
    sets: [[SparseVector]], size: Int = 128, replicates: Int = 100, order: Double = 1,
    level: Double = 0.95, random: inout RandomStream
  ) -> Estimate {
    precondition(!sets.isEmpty && sets.allSatisfy { !$0.isEmpty } && size > 0 && replicates > 0)
    let whole = sets.map { $0.count <= size ? score($0, order: order) : nil }
    let count = whole.contains(nil) ? replicates : 1
    let means = (0..<count).map { _ in
      zip(sets, whole).map { set, known in
        known ?? score(random.sample(size, of: set), order: order)
      }.mean
    }
    return Bootstrap.percentile(means, around: means.mean, level: level)
  }

  /// Cosines of all pairs, row by row.
  static func cosineKernel(_ vectors: [SparseVector]) -> [Double] {
    let n = vectors.count
    var kernel = [Double](repeating: 1, count: n * n)
    for i in 0..<n {
      for j in 0..<i {
        let cosine = vectors[i].cosine(vectors[j])
        kernel[i * n + j] = cosine
        kernel[j * n + i] = cosine
      }
    }
    return kernel
  }
}
