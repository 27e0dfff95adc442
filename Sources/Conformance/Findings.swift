/// Rules that an implementation of a protocol breaks. A suite collects all of them, so that one run
/// shows everything.
public struct ConformanceFindings: Sendable, CustomStringConvertible {
  public private(set) var violations: [String] = []
  /// Checked rules in order, broken or not; rules about a missing capability are left out.
  public private(set) var rules: [String] = []

  init() {}

  public var isEmpty: Bool { violations.isEmpty }
  public var description: String { violations.joined(separator: "\n") }

  /// Checks one rule.
  mutating func check(_ rule: String, _ holds: Bool, _ detail: @autoclosure () -> String = "") {
    if !rules.contains(rule) { rules.append(rule) }
    guard !holds else { return }
    let detail = detail()
    violations.append(detail.isEmpty ? rule : "\(rule): \(detail)")
  }
}
