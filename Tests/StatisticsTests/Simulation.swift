enum Simulation {
  /// Only optimised: unoptimised they take minutes.
  static var isRun: Bool {
    var isOptimised = true
    assert({ isOptimised = false }() == ())
    return isOptimised
  }
}
