/// Adjusts the p-values of several tests, keeping their order: reject a hypothesis at level a if
/// its adjusted value is at most a. No p-values give an empty result.
public enum MultipleTesting {
  /// Holm (1979): the probability of any false rejection is at most a under any dependence. As
  /// `statsmodels.stats.multitest.multipletests(method="holm")`.
  public static func holm(_ pValues: [Double]) -> [Double] {
    let order = ordered(pValues)
    var adjusted = pValues
    var largest = 0.0
    for (position, index) in order.enumerated() {
      largest = max(largest, min(1, pValues[index] * Double(pValues.count - position)))
      adjusted[index] = largest
    }
    return adjusted
  }

  /// Benjamini and Hochberg (1995): the expected share of false rejections is at most a, for
  /// independent or positively dependent tests. As `multipletests(method="fdr_bh")`.
  public static func benjaminiHochberg(_ pValues: [Double]) -> [Double] {
    let order = ordered(pValues)
    var adjusted = pValues
    var smallest = 1.0
    for (position, index) in order.enumerated().reversed() {
      smallest = min(smallest, pValues[index] * Double(pValues.count) / Double(position + 1))
      adjusted[index] = smallest
    }
    return adjusted
  }

  private static func ordered(_ pValues: [Double]) -> [Int] {
    precondition(pValues.allSatisfy { (0...1).contains($0) }, "a p-value is in 0...1")
    return pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
  }
}
