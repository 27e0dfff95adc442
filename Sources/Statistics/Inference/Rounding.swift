/// What is left of equal numbers after sums and differences: 0.1 + 0.2 is not 0.3. An error of that
/// size is none, and to divide by it would find everything significant.
enum Rounding {
  /// Rounding of doubles, about 1e-16, times room for long sums.
  static let share = 1e-12

  /// Whether a value is no more than the rounding of data with these magnitudes. False for NaN.
  static func isAll(of value: Double, scale: Double) -> Bool { abs(value) <= share * scale }
}

extension Sequence where Element == Double {
  /// Greatest magnitude, 0 of nothing.
  var extent: Double { reduce(0) { Swift.max($0, abs($1)) } }
}
