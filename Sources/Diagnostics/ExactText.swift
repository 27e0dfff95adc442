/// A text as a key: equal to the same bytes only.
///
/// Swift strings are equal when Unicode calls them canonically equivalent: "é" in one scalar and in
/// two, the Kelvin sign and K. SQLite, JSON and other programs compare bytes, so texts that count,
/// group or find each other are compared so here too.
public struct ExactText: Hashable, Sendable {
  public let text: String

  public init(_ text: String) { self.text = text }

  public static func == (one: Self, other: Self) -> Bool {
    // Lengths and canonical equivalence part almost all that differ, and are fast.
    one.text.utf8.count == other.text.utf8.count && one.text == other.text
      && one.text.utf8.elementsEqual(other.text.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    // Keeps keys of several texts apart, as String's own hash does.
    hasher.combine(UInt8.max)
  }
}

extension String {
  /// The text as a key.
  public var exact: ExactText { ExactText(self) }

  /// The text with every scalar outside ASCII as its number, to tell apart what looks the same.
  package var spelledOut: String {
    unicodeScalars.map { $0.isASCII ? String($0) : "\\u{\(String($0.value, radix: 16))}" }.joined()
  }
}

/// Names of one kind. Names that differ but are canonically equivalent look the same in every table
/// and figure, so they are refused where names meet.
package struct NameRegister {
  /// The first spelling of each name. Strings as keys are canonically equivalent.
  private var spellings: [String: String] = [:]

  package init() {}

  /// - Returns: a name added before that looks the same but has other bytes.
  package mutating func add(_ name: String) -> String? {
    guard let known = spellings[name] else {
      spellings[name] = name
      return nil
    }
    return known.exact == name.exact ? nil : known
  }
}
