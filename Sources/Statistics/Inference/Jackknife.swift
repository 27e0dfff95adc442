/// Statistics that are no mean, over few seeds.
public enum Jackknife {
  /// Pseudo-values (Tukey 1958), n theta - (n - 1) theta without one: their mean estimates theta and
  /// their variance its error, as if they were a sample. [indices]
  ///
  /// - Parameter statistic: of the seeds that are kept; with a single seed it is the only value.
  public static func pseudoValues(
    _ indices: Range<Int>, statistic: ([Int]) -> Double
  ) -> [Double] {
    let all = statistic(Array(indices))
    let n = Double(indices.count)
    guard indices.count > 1 else { return [all] }
    return indices.map { left in n * all - (n - 1) * statistic(indices.filter { $0 != left }) }
  }
}
