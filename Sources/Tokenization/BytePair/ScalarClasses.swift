/// What a scalar is to the reference tokenizer.
///
/// Patterns, digits, added tokens and normalization of the Python package `tokenizers` are done by
/// four libraries with four versions of Unicode: letters and numbers of patterns are those of
/// Unicode 16, digits those of 17, and NFC knows no combining mark newer than Unicode 9. Swift has
/// one version, which depends on the compiler and, on Apple systems, on the machine. On scalars that
/// a later version assigned they disagree (with Swift 6.3, on 4,657 letters and numbers and on 154
/// marks), and a model would get other tokens than it was trained on. So the reference's own answers
/// are kept in a table, made by `tools/make_scalar_classes.py`.
struct ScalarClass: OptionSet {
  let rawValue: UInt8

  /// `\p{L}`.
  static let letter = ScalarClass(rawValue: 1)
  /// `\p{N}`.
  static let number = ScalarClass(rawValue: 2)
  /// A digit to the pre-tokenizer Digits: `\p{N}` of a newer Unicode.
  static let digit = ScalarClass(rawValue: 4)
  /// `\s`: White_Space. U+0085 is in it; U+200B, U+180E and U+FEFF are not.
  static let space = ScalarClass(rawValue: 8)
  /// `\w`, which keeps an added token with `single_word` from matching beside it.
  static let word = ScalarClass(rawValue: 16)
  /// NFC may change the scalar, move it, or join it to one before it.
  static let changing = ScalarClass(rawValue: 32)
  /// NFC may change the scalar when a changing one follows.
  static let composing = ScalarClass(rawValue: 64)
}

/// The class of every scalar.
struct ScalarClasses {
  static let shared = ScalarClasses()

  private static let blockSize = 256
  /// Which block holds the scalars from 256 i on: [4352].
  private let blockOfIndex: [UInt16]
  /// Distinct blocks of 256 classes; the first is that of the scalars below 256.
  private let blocks: [UInt8]

  private init() {
    var blockOfIndex: [UInt16] = []
    var blocks: [UInt8] = []
    var uniform: [UInt8: UInt16] = [:]
    var open: [UInt8] = []
    for run in Self.runs.split(whereSeparator: \.isWhitespace) {
      let parts = run.split(separator: ":")
      guard parts.count == 2, let value = UInt8(parts[0], radix: 16), var rest = Int(parts[1])
      else {
        preconditionFailure("the table of scalar classes is damaged")
      }
      while rest > 0 {
        if open.isEmpty && rest >= Self.blockSize {
          let block = uniform[value] ?? UInt16(blocks.count / Self.blockSize)
          if uniform.updateValue(block, forKey: value) == nil {
            blocks += Array(repeating: value, count: Self.blockSize)
          }
          let count = rest / Self.blockSize
          blockOfIndex += Array(repeating: block, count: count)
          rest -= count * Self.blockSize
        } else {
          let count = min(rest, Self.blockSize - open.count)
          open += Array(repeating: value, count: count)
          rest -= count
          if open.count == Self.blockSize {
            blockOfIndex.append(UInt16(blocks.count / Self.blockSize))
            blocks += open
            open = []
          }
        }
      }
    }
    precondition(blockOfIndex.count == 0x110000 / Self.blockSize, "the table has other scalars")
    self.blockOfIndex = blockOfIndex
    self.blocks = blocks
  }

  subscript(scalar: UInt32) -> ScalarClass {
    let block = Int(blockOfIndex[Int(scalar >> 8)])
    return ScalarClass(rawValue: blocks[block << 8 | Int(scalar & 0xFF)])
  }

  /// The class of the scalar whose first byte is `bytes[position]`, and its number of bytes.
  @inline(__always)
  func scalar(_ bytes: [UInt8], at position: Int) -> (is: ScalarClass, width: Int) {
    let lead = bytes[position]
    guard lead >= 0x80 else { return (ScalarClass(rawValue: blocks[Int(lead)]), 1) }
    let value = UTF8Text.scalar(bytes, at: position)
    return (self[value], UTF8Text.width(lead: lead))
  }
}

/// Valid UTF-8, read at known positions.
enum UTF8Text {
  /// Bytes of a scalar that starts with `lead`.
  @inline(__always)
  static func width(lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  @inline(__always)
  static func scalar(_ bytes: [UInt8], at position: Int) -> UInt32 {
    let lead = UInt32(bytes[position])
    func next(_ offset: Int) -> UInt32 { UInt32(bytes[position + offset]) & 0x3F }
    if lead < 0x80 { return lead }
    if lead < 0xE0 { return (lead & 0x1F) << 6 | next(1) }
    if lead < 0xF0 { return (lead & 0x0F) << 12 | next(1) << 6 | next(2) }
    return (lead & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3)
  }

  /// Where the scalar before `position` starts, not below `lowest`.
  static func start(before position: Int, _ bytes: [UInt8], from lowest: Int) -> Int {
    var start = position - 1
    while start > lowest && bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}
