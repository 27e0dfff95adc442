/// The values of one JSON array, or of JSON documents one after the other, each as its bytes, in
/// bounded memory.
struct JSONSequenceReader {
  private var input: InputBytes
  private let isArray: Bool
  private let limit: Int
  private var chunk: [UInt8] = []
  private var place = 0
  private var line = 1
  private var hasValues = false
  private var isDone = false
  /// Line on which the value returned last begins, from 1.
  private(set) var number = 1
  var path: String { input.path }

  /// - Parameters:
  ///   - isArray: whether the values are the elements of an array.
  ///   - limit: maximum bytes of a value.
  init(_ input: InputBytes, isArray: Bool, limit: Int) {
    self.input = input
    self.isArray = isArray
    self.limit = limit
  }

  /// The next value; nil after the last.
  ///
  /// - Throws: ``LineDefect`` where the array itself is broken; nothing follows then.
  mutating func next() throws -> LineReader.Line? {
    guard !isDone else { return nil }
    do {
      guard try skipToValue() else {
        isDone = true
        return nil
      }
      number = line
      hasValues = true
      return try value()
    } catch let defect as LineDefect {
      isDone = true
      number = line
      throw defect
    }
  }

  /// Skips space and what parts values.
  ///
  /// - Returns: false at the end.
  private mutating func skipToValue() throws -> Bool {
    guard var byte = try firstNonSpace() else { return try endOfFile() }
    if isArray {
      if !hasValues {
        // The opening bracket, which made this an array.
        advance()
        guard let next = try firstNonSpace() else { return try endOfFile() }
        byte = next
      } else if byte == UInt8(ascii: ",") {
        advance()
        guard let next = try firstNonSpace() else { return try endOfFile() }
        byte = next
      } else if byte != UInt8(ascii: "]") {
        throw LineDefect(message: "a comma is missing in the array")
      }
      if byte == UInt8(ascii: "]") {
        advance()
        guard try firstNonSpace() == nil else {
          throw LineDefect(message: "text follows the array")
        }
        return false
      }
    }
    return true
  }

  private func endOfFile() throws -> Bool {
    guard isArray else { return false }
    throw LineDefect(message: "the file ends inside the array", hint: "copy it again")
  }

  private mutating func value() throws -> LineReader.Line {
    var bytes: [UInt8] = []
    var length = 0
    var depth = 0
    var isInString = false
    var isEscaped = false
    while let byte = try current() {
      if depth == 0, !isInString, length > 0, Self.endsScalar(byte) { break }
      advance()
      length += 1
      if length <= limit { bytes.append(byte) }
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          depth -= 1
          if depth <= 0 { return length > limit ? .tooLong : .text(bytes) }
        default: break
        }
      }
    }
    guard depth == 0, !isInString else {
      throw LineDefect(message: "the file ends inside a JSON value", hint: "copy it again")
    }
    return length > limit ? .tooLong : .text(bytes)
  }

  private static func endsScalar(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private mutating func firstNonSpace() throws -> UInt8? {
    while let byte = try current() {
      let isMark = line == 1 && !hasValues && [0xEF, 0xBB, 0xBF].contains(byte)
      guard Self.isSpace(byte) || isMark else { return byte }
      advance()
    }
    return nil
  }

  private mutating func current() throws -> UInt8? {
    while place >= chunk.count {
      guard let next = try input.next() else { return nil }
      chunk = next
      place = 0
    }
    return chunk[place]
  }

  private mutating func advance() {
    if chunk[place] == 0x0A { line += 1 }
    place += 1
  }
}
