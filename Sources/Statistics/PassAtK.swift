/// pass@k: the probability that at least one of k samples solves a problem.
public enum PassAtK {
  /// Unbiased estimate from n samples with c successes, 1 - C(n-c, k) / C(n, k) (Chen et al. 2021,
  /// "Evaluating large language models trained on code"), as a product that neither overflows nor
  /// cancels:
  ///
  ///     1 - prod_{i = n-c+1 ... n} (1 - k/i)
  ///
  /// Its mean over draws of n samples is exactly 1 - (1 - p)^k, unlike that of 1 - (1 - c/n)^k.
  public static func estimate(samples n: Int, successes c: Int, k: Int) -> Double {
    precondition(k >= 1 && k <= n, "pass@k needs 1 <= k <= samples")
    precondition(c >= 0 && c <= n, "successes are at most samples")
    if n - c < k { return 1 }
    var allFail = 1.0
    for i in (n - c + 1)..<(n + 1) { allFail *= 1 - Double(k) / Double(i) }
    return 1 - allFail
  }

  /// One estimate per problem, from its number of successes in n samples: [problems].
  public static func estimates(samples n: Int, successes: [Int], k: Int) -> [Double] {
    let table = (0...n).map { estimate(samples: n, successes: $0, k: k) }
    return successes.map { table[$0] }
  }

  /// Mean over problems, as in the paper's tables.
  public static func mean(samples n: Int, successes: [Int], k: Int) -> Double {
    estimates(samples: n, successes: successes, k: k).mean
  }
}
