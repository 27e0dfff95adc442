import SelfPlay

/// An outer loop's progress: in steps, or in percent of the cost that it matches.
struct ExtentProgress: Sendable {
  private let extent: OuterLoopExtent
  /// The loop whose cost is matched; empty if none.
  private let matched: String

  init(_ extent: OuterLoopExtent, matching matched: String) {
    self.extent = extent
    self.matched = matched
  }

  /// The unit of the count, unless it counts steps.
  var words: String { matched.isEmpty ? "" : " (percent of the FLOPs of \(matched))" }

  var total: Int { matched.isEmpty ? extent.maximumSteps : 100 }

  /// - Parameters:
  ///   - step: outer steps done.
  ///   - spent: floating-point operations of those steps.
  func done(step: Int, spent: Double) -> Int {
    guard case .cost(let flops, _) = extent, flops > 0 else { return step }
    return Int(min(100, 100 * spent / flops))
  }

  /// The step number, when the count itself is a cost percentage.
  func detail(step: Int) -> String { matched.isEmpty ? "" : "outer step \(step), " }
}
