enum Simulation {
  /// Only optimised: unoptimised they take minutes.
  #if DEBUG
    static let isRun = false
  #else
    static let isRun = true
  #endif
}
