import Foundation

/// A defect in a JSON text, with its byte position.
package struct JSONDefect: Error, Equatable {
  package var message: String
  package var byte: Int

  /// The defect in one phrase.
  package var phrase: String { "\(message) at byte \(byte)" }
}

/// A strict RFC 8259 parser for untrusted input: bounded depth and value count, valid UTF-8 only,
/// and unique member names in each object.
package struct JSONParser {
  /// Deeper than any checkpoint file, yet safe for the smallest thread stack.
  package static let maximumDepth = 64
  /// Ten times the index size of the largest models in use.
  package static let maximumValueCount = 1 << 20

  private let bytes: [UInt8]
  private let maximumValueCount: Int
  private var position = 0
  private var valueCount = 0

  private init(_ bytes: [UInt8], maximumValueCount: Int) {
    self.bytes = bytes
    self.maximumValueCount = maximumValueCount
  }

  package static func parse(
    _ bytes: [UInt8], maximumValueCount: Int = maximumValueCount
  ) throws(JSONDefect) -> JSONValue {
    var parser = JSONParser(bytes, maximumValueCount: maximumValueCount)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    if parser.position < bytes.count {
      throw parser.defect("unexpected text after the JSON document")
    }
    return value
  }

  private func defect(_ message: String, at byte: Int? = nil) -> JSONDefect {
    JSONDefect(message: message, byte: byte ?? position)
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  /// Consumes `byte` if it comes next after white space.
  private mutating func accept(_ byte: Unicode.Scalar) -> Bool {
    skipSpace()
    guard let current, UInt32(current) == byte.value else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ byte: Unicode.Scalar) throws(JSONDefect) {
    guard accept(byte) else {
      throw defect(current == nil ? "the JSON text ends too early" : "expected '\(byte)'")
    }
  }

  private mutating func value(depth: Int) throws(JSONDefect) -> JSONValue {
    skipSpace()
    valueCount += 1
    if valueCount > maximumValueCount {
      throw defect("more than \(maximumValueCount) JSON values")
    }
    guard let byte = current else { throw defect("the JSON text ends too early") }
    switch byte {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw defect("unexpected character in JSON")
    }
  }

  private mutating func word(
    _ word: String, _ value: JSONValue
  ) throws(JSONDefect) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else {
      throw defect("unexpected character in JSON")
    }
    position += word.utf8.count
    return value
  }

  private func checkDepth(_ depth: Int) throws(JSONDefect) {
    if depth >= Self.maximumDepth {
      throw defect("JSON nested deeper than \(Self.maximumDepth) levels")
    }
  }

  private mutating func array(depth: Int) throws(JSONDefect) -> JSONValue {
    try checkDepth(depth)
    try expect("[")
    var values: [JSONValue] = []
    if accept("]") { return .array(values) }
    repeat { values.append(try value(depth: depth + 1)) } while accept(",")
    try expect("]")
    return .array(values)
  }

  private mutating func object(depth: Int) throws(JSONDefect) -> JSONValue {
    try checkDepth(depth)
    try expect("{")
    var members: [JSONValue.Member] = []
    if accept("}") { return .object(members) }
    var seen = MemberNames()
    repeat {
      skipSpace()
      let start = position
      guard current == UInt8(ascii: "\"") else { throw defect("expected a member name") }
      let key = try string()
      guard seen.insert(key.exact, before: members) else {
        throw defect("the name '\(key.shortened())' occurs twice", at: start)
      }
      try expect(":")
      members.append(JSONValue.Member(key, try value(depth: depth + 1)))
    } while accept(",")
    try expect("}")
    return .object(members)
  }

  private mutating func string() throws(JSONDefect) -> String {
    let start = position
    position += 1
    // Mostly there is no escape, and the text is a range of the document.
    var end = position
    while end < bytes.count, bytes[end] >= 0x20, bytes[end] != UInt8(ascii: "\""),
      bytes[end] != UInt8(ascii: "\\")
    {
      end += 1
    }
    var content = bytes[position..<end]
    position = end
    while true {
      guard let byte = current else { throw defect("the JSON text ends inside a string") }
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        // Foundation's decoder would drop a byte order mark at the string's start.
        guard let string = String(validating: content, as: UTF8.self) else {
          throw defect("text that is not valid UTF-8", at: start)
        }
        return string
      case UInt8(ascii: "\\"):
        let scalar = try escape()
        content.append(contentsOf: String(Character(scalar)).utf8)
      case 0..<0x20: throw defect("a control character inside a string", at: position - 1)
      default: content.append(byte)
      }
    }
  }

  /// Reads an escape sequence after its backslash.
  private mutating func escape() throws(JSONDefect) -> Unicode.Scalar {
    guard let byte = current else { throw defect("the JSON text ends inside a string") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if 0xD800..<0xDC00 ~= code, bytes[position...].starts(with: "\\u".utf8) {
        position += 2
        let low = try hexadecimal()
        if 0xDC00..<0xE000 ~= low { code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00) }
      }
      guard let scalar = Unicode.Scalar(code) else { throw defect("an unpaired surrogate") }
      return scalar
    default: throw defect("an unknown escape in a string", at: position - 1)
    }
  }

  private mutating func hexadecimal() throws(JSONDefect) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw defect("expected four hexadecimal digits")
      }
      code = code << 4 | UInt32(digit)
      position += 1
    }
    return code
  }

  private mutating func number() throws(JSONDefect) -> JSONValue {
    let start = position
    var isInteger = true
    if current == UInt8(ascii: "-") { position += 1 }
    let leading = current
    let digits = try skipDigits()
    if leading == UInt8(ascii: "0"), digits > 1 { throw defect("a number with a leading zero") }
    if current == UInt8(ascii: ".") {
      isInteger = false
      position += 1
      _ = try skipDigits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      isInteger = false
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      _ = try skipDigits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isInteger, let value = Int(text) { return .integer(value) }
    guard let value = Double(text), value.isFinite else {
      throw defect("a number out of range", at: start)
    }
    return .real(value)
  }

  private mutating func skipDigits() throws(JSONDefect) -> Int {
    let start = position
    while let byte = current, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { position += 1 }
    if position == start { throw defect("expected a digit") }
    return position - start
  }
}

/// The member names of one object so far. Names are compared by bytes: Swift strings use canonical
/// equivalence, JSON names do not.
private struct MemberNames {
  /// Objects of a few members, which most are, are searched faster than they are hashed.
  private static let few = 32
  private var hashed: Set<ExactText> = []

  /// - Parameter members: those whose names were inserted before.
  /// - Returns: false if the name is there already.
  mutating func insert(_ name: ExactText, before members: [JSONValue.Member]) -> Bool {
    if members.count < Self.few { return !members.contains { $0.key.exact == name } }
    if hashed.isEmpty { hashed = Set(members.map(\.key.exact)) }
    return hashed.insert(name).inserted
  }
}
