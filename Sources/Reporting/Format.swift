import Foundation
import Statistics

/// Number formats of reports. Shares are stored as 0 to 1 and shown in percent.
enum Format {
  static let missing = "–"

  /// `12.3` for the share 0.123.
  static func points(_ share: Double) -> String { points(share, digits: 1) }

  static func points(_ share: Double, digits: Int) -> String {
    share.isFinite ? fixed(100 * share, digits: digits) : missing
  }

  /// With a sign, except for a value that rounds to zero.
  static func signedPoints(_ share: Double) -> String { signedPoints(share, digits: 1) }

  private static func signedPoints(_ share: Double, digits: Int) -> String {
    let text = points(share, digits: digits)
    let isZero = text.allSatisfy { "0.".contains($0) }
    return share > 0 && !isZero && share.isFinite ? "+\(text)" : text
  }

  /// `12.3 [8.1, 17.0]`, or `12.3` if there is no interval.
  static func estimate(_ estimate: Estimate) -> String { Self.estimate(estimate, least: 1) }

  /// - Parameter least: fewest digits after the point.
  static func estimate(_ estimate: Estimate, least: Int) -> String {
    Self.estimate(estimate, least: least) { points($0, digits: $1) }
  }

  /// `12 [8, 17]`, from shares: whole percents where these keep the ends apart.
  static func percent(_ estimate: Estimate) -> String {
    Self.estimate(estimate, least: 0) { points($0, digits: $1) }
  }

  /// `+3.1 [-0.4, +6.0]`, from shares.
  static func signedEstimate(_ estimate: Estimate) -> String { signedEstimate(estimate, least: 1) }

  static func signedEstimate(_ estimate: Estimate, least: Int) -> String {
    Self.estimate(estimate, least: least) { signedPoints($0, digits: $1) }
  }

  /// A value with its interval. Takes as many digits more as keep the ends apart: a narrow interval must
  /// not look like none.
  static func estimate(
    _ estimate: Estimate, least: Int, _ text: (Double, Int) -> String
  ) -> String {
    guard let ends = estimate.interval, ends.lower.isFinite, ends.upper.isFinite else {
      return text(estimate.value, least)
    }
    guard
      let digits = (least...least + 5).first(where: {
        text(ends.lower, $0) != text(ends.upper, $0)
      })
    else { return text(estimate.value, least) }
    return "\(text(estimate.value, digits)) "
      + "[\(text(ends.lower, digits)), \(text(ends.upper, digits))]"
  }

  static func fixed(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return missing }
    let text = String(format: "%.\(digits)f", value)
    let isZero = text.allSatisfy { "-0.".contains($0) }
    return isZero && text.hasPrefix("-") ? String(text.dropFirst()) : text
  }

  /// `12 345 678`, with narrow no-break spaces.
  static func count(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    groups.insert(rest, at: 0)
    return (value < 0 ? "-" : "") + groups.joined(separator: "\u{202f}")
  }

  /// `1.50e12`, for operation counts and small probabilities.
  static func scientific(_ value: Double) -> String {
    value.isFinite ? String(format: "%.2e", value) : missing
  }

  /// `1 h 05 min`, `3 min 20 s`, `12 s`.
  static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return missing }
    let whole = Int(seconds.rounded())
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    if hours > 0 { return "\(hours) h \(two(minutes)) min" }
    if minutes > 0 { return "\(minutes) min \(two(rest)) s" }
    return "\(rest) s"
  }

  static func bytes(_ count: Int) -> String {
    "\(fixed(Double(count) / 1_048_576, digits: 0)) MiB"
  }
}
