/// How a student's answer is compared with the reference.
public struct VerifierConfiguration: Sendable, Codable, Equatable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// The same text, byte for byte, after white space at both ends is removed.
    case exact
    /// The same integer of any size; a sign, leading zeros and thousands separators are allowed.
    case integer
    /// Numbers no further apart than the tolerances allow: `1,234.5`, `-2.5e-3` or `3/4`.
    case number
    /// The same fraction: `3/4`, `0.75`, `-1 1/2` or `\frac{3}{4}`.
    case fraction
    /// The same letter of a multiple choice: `B`, `(b)` or `B.`.
    case choice
    /// Mathematical equality by the Python package math-verify, in a helper process.
    case mathVerify = "math-verify"
  }

  public var kind = Kind.integer
  /// For `number`: largest difference as a share of the reference, 0...1.
  public var relativeTolerance = 1e-6
  /// For `number`: largest difference, at least 0. An answer is right if it is within either
  /// tolerance; with both at 0 only the same number is.
  public var absoluteTolerance = 1e-9
  /// For `math-verify`: the Python that has the package, by name or path.
  public var python = "python3"
  /// For `math-verify`: CPU seconds for one answer before it counts as wrong, 0.1...600. CPU time, so
  /// that a busy machine grades as an idle one does.
  public var secondsPerAnswer = 5.0

  public init() {}
}
