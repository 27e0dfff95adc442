import Foundation

extension Double {
  /// Decimal notation with a fixed number of digits.
  package func fixed(_ digits: Int) -> String { String(format: "%.\(digits)f", self) }
}

extension Sequence where Element: Hashable {
  /// Each element once, in the order of first occurrence.
  package var distinct: [Element] {
    var seen = Set<Element>()
    return filter { seen.insert($0).inserted }
  }
}

extension String {
  /// The text on one line, with spaces for control characters that a terminal or file would
  /// interpret.
  package var blankingControlCharacters: String {
    String(
      unicodeScalars.map { scalar -> Character in
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .format: " "
        default: Character(scalar)
        }
      })
  }
}
