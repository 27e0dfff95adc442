import Diagnostics
import Synchronization

/// A user's regular expression to search a model's text with. Patterns that may backtrack without
/// end are refused.
final class BoundedRegex: Sendable {
  /// Locked, because `Regex` is not `Sendable`.
  private let regex: Mutex<Regex<AnyRegexOutput>>

  /// - Parameters:
  ///   - place: the key path, for errors.
  ///   - groups: names of groups that the pattern must have.
  init(_ pattern: String, at place: String, groups: [String] = []) throws(UserError) {
    let regex: Regex<AnyRegexOutput>
    do {
      regex = try Regex(pattern).matchingSemantics(.unicodeScalar)
    } catch {
      throw UserError(
        .configuration, place: place,
        "is no regular expression: \("\(error)".blankingControlCharacters.shortened(to: 120))",
        hint: "escape . * + ? ( ) [ ] { } | ^ $ by \\ where they stand for themselves")
    }
    for name in groups where !regex.contains(captureNamed: name) {
      throw UserError(
        .configuration, place: place, "has no group named \(name)",
        hint: "write (?<question>...) and (?<answer>...), or {question} and {answer}")
    }
    if let group = Self.riskyGroup(in: pattern) {
      throw UserError(
        .configuration, place: place,
        "repeats \(group.shortened(to: 40)), which can match in several ways and so may take forever",
        hint: "write [ab]+ for (a|b)+, and repeat no group that repeats")
    }
    self.regex = Mutex(regex)
  }

  /// The first match in a text.
  struct Match: Sendable {
    /// The named groups that were asked for, nil if they are not part of the match.
    var named: [String?]
    /// The first group, or the whole match if there is no group; nil if it is not part of the match.
    var group: String?
    /// Whether that group ends where the text ends.
    var reachesEnd: Bool
  }

  /// Searches the text's first ``PromptFormat/regexBytes``.
  func firstMatch(in text: String, named names: [String] = []) -> Match? {
    let limit = PromptFormat.regexBytes
    let text =
      text.utf8.count <= limit ? text : String(decoding: text.utf8.prefix(limit), as: UTF8.self)
    return regex.withLock { regex in
      guard let output = text.firstMatch(of: regex)?.output else { return nil }
      let range = (output.count > 1 ? output[1] : output[0]).range
      return Match(
        named: names.map { output[$0]?.substring.map(String.init) },
        group: range.map { String(text[$0]) }, reachesEnd: range?.upperBound == text.endIndex)
    }
  }

  /// A repeated group with a choice or a variable repeat inside, or nil.
  static func riskyGroup(in pattern: String) -> String? {
    let scalars = Array(pattern.unicodeScalars)
    /// Where each open group starts, and whether something in it can match in several ways.
    var open: [(start: Int, isVariable: Bool)] = [(0, false)]
    var place = 0
    while place < scalars.count {
      defer { place += 1 }
      switch scalars[place] {
      case "\\":
        if scalars[place...].dropFirst().first == "Q" {
          place = literalEnd(scalars, from: place)
        } else {
          place += 1
        }
      case "[": place = setEnd(scalars, from: place)
      case "(":
        open.append((place, false))
        // What follows a question mark says which kind of group it is.
        if scalars[place...].dropFirst().first == "?" { place += 1 }
      case "|": open[open.count - 1].isVariable = true
      case ")":
        guard open.count > 1, let group = open.popLast() else { return nil }
        let repeats = repetition(scalars, at: place + 1)
        if group.isVariable, repeats == .many {
          return String(String.UnicodeScalarView(scalars[group.start...place]))
        }
        if group.isVariable || repeats != .none { open[open.count - 1].isVariable = true }
      case "*", "+", "?", "{":
        if repetition(scalars, at: place) != .none { open[open.count - 1].isVariable = true }
      default: break
      }
    }
    return nil
  }

  private enum Repetition { case none, few, many }

  /// Whether what ends before a place is repeated, and a varying number of times. A fixed number of
  /// times, `{3}`, counts as none.
  private static func repetition(_ scalars: [Unicode.Scalar], at place: Int) -> Repetition {
    guard place < scalars.count else { return .none }
    switch scalars[place] {
    case "*", "+": return .many
    case "?": return .few
    case "{":
      let inside = scalars[(place + 1)...].prefix { $0 != "}" }
      let text = String(String.UnicodeScalarView(inside))
      let bounds = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
      guard bounds.count == 2, bounds[0] != bounds[1] else { return .none }
      return (bounds[1] ?? .max) > 4 ? .many : .few
    default: return .none
    }
  }

  private static func setEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var place = start + 1
    if place < scalars.count, scalars[place] == "^" { place += 1 }
    if place < scalars.count, scalars[place] == "]" { place += 1 }
    while place < scalars.count, scalars[place] != "]" {
      if scalars[place] == "\\" {
        place += 1
      } else if scalars[place] == "[" {
        place = setEnd(scalars, from: place)
      }
      place += 1
    }
    return place
  }

  /// The end of `\Q...\E`.
  private static func literalEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    var place = start + 2
    while place + 1 < scalars.count, !(scalars[place] == "\\" && scalars[place + 1] == "E") {
      place += 1
    }
    return place + 1
  }
}
