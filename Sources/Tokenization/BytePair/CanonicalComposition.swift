import Foundation

/// NFC of UTF-8 text.
///
/// Swift normalizes only the stretches that the reference may change. It treats scalars that its
/// older Unicode has not assigned as letters that combine with nothing, and so they are passed by
/// here. On all others every version of Unicode agrees.
enum CanonicalComposition {
  /// - Parameter range: starts and ends between scalars of `bytes`.
  /// - Returns: the normalized text, or nil if nothing in the range can change.
  static func compose(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8]? {
    let classes = ScalarClasses.shared
    var result: [UInt8] = []
    var isChanged = false
    var copied = range.lowerBound
    var previous = range.lowerBound
    var position = range.lowerBound
    while position < range.upperBound {
      // Below U+0300 nothing changes by itself or joins what is before it.
      guard bytes[position] >= 0xCC else {
        previous = position
        position += UTF8Text.width(lead: bytes[position])
        continue
      }
      let (kind, width) = classes.scalar(bytes, at: position)
      guard kind.contains(.changing) else {
        previous = position
        position += width
        continue
      }
      var start = position
      if previous < position, isComposing(UTF8Text.scalar(bytes, at: previous), classes) {
        start = previous
      }
      var end = position + width
      while end < range.upperBound {
        let (kind, width) = classes.scalar(bytes, at: end)
        guard kind.contains(.changing) else { break }
        end += width
      }
      result += bytes[copied..<start]
      result += compose(String(decoding: bytes[start..<end], as: UTF8.self)).utf8
      isChanged = true
      copied = end
      previous = end
      position = end
    }
    guard isChanged else { return nil }
    result += bytes[copied..<range.upperBound]
    return result
  }

  /// Taken apart first: Swift 6.3 leaves a Hangul syllable and a final consonant after it as they
  /// are, though it joins the three parts of the same syllable.
  private static func compose(_ text: String) -> String {
    let text = text.utf8.count > mostUnordered ? ordered(text) : text
    return text.decomposedStringWithCanonicalMapping.precomposedStringWithCanonicalMapping
  }

  /// Bytes up to which Swift may order marks by itself: it takes quadratic time.
  private static let mostUnordered = 256

  /// The text decomposed, with its marks in canonical order.
  private static func ordered(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var marks: [(key: UInt64, scalar: Unicode.Scalar)] = []
    func appendMarks() {
      for mark in marks.sorted(by: { $0.key < $1.key }) { result.append(mark.scalar) }
      marks.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      let parts = String(Character(scalar)).decomposedStringWithCanonicalMapping.unicodeScalars
      for part in parts {
        let combiningClass = UInt64(part.properties.canonicalCombiningClass.rawValue)
        if combiningClass == 0 {
          appendMarks()
          result.append(part)
        } else {
          // Marks of one class keep their order.
          marks.append((combiningClass << 32 | UInt64(marks.count), part))
        }
      }
    }
    appendMarks()
    return String(result)
  }

  /// Hangul syllables without a final consonant take one; the table leaves them out, as there are
  /// 399 of them at equal distances.
  private static func isComposing(_ scalar: UInt32, _ classes: ScalarClasses) -> Bool {
    if 0xAC00...0xD7A3 ~= scalar { return (scalar - 0xAC00) % 28 == 0 }
    return classes[scalar].contains(.composing)
  }
}
