import Configuration
import Diagnostics
import Foundation

/// `range(first, end)` and `range(first, end, step)`: numbers from `first` up to but excluding
/// `end`, as in Python and Hydra. Counted in decimals, so 0.01, 0.02, 0.03 are exact.
enum ValueRange {
  static let mostValues = 1000

  /// Nil for text that is not a range.
  ///
  /// - Throws: ``UserError`` for a malformed, empty or endless range.
  static func values(_ text: String, source: String, place: String?) throws -> [YAMLValue]? {
    let text = text.trimmingCharacters(in: .whitespaces)
    guard text.hasPrefix("range("), text.hasSuffix(")") else { return nil }
    func failure(_ message: String, _ hint: String? = nil) -> UserError {
      UserError(
        .configuration, file: source, place: place, "'\(text.prefix(60))' \(message)",
        hint: hint ?? "write range(first, end) or range(first, end, step)")
    }
    let parts = text.dropFirst("range(".count).dropLast()
      .split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let pattern = /[-+]?[0-9]{1,15}(\.[0-9]{1,15})?/
    let numbers = parts.compactMap { part in
      part.wholeMatch(of: pattern) == nil
        ? nil : Decimal(string: part, locale: Locale(identifier: "en_US_POSIX"))
    }
    guard numbers.count == parts.count, (2...3).contains(numbers.count) else {
      throw failure("is no range")
    }
    let (first, end, step) = (numbers[0], numbers[1], numbers.count == 3 ? numbers[2] : 1)
    guard step != 0 else { throw failure("has a step of zero") }
    let isDecimal = parts.contains { $0.contains(".") }
    var values: [YAMLValue] = []
    var value = first
    while step > 0 ? value < end : value > end {
      guard values.count < mostValues else {
        throw failure("has more than \(mostValues) values", "take a greater step")
      }
      let digits = "\(value)"
      // A whole number in a decimal range stays decimal.
      values.append(.number(isDecimal && !digits.contains(".") ? "\(digits).0" : digits))
      value += step
    }
    guard !values.isEmpty else {
      throw failure("is empty", "the end is not included; a step may be negative")
    }
    return values
  }
}
