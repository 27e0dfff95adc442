// Behaviours locked here:
// - strings come out of JSON as they went in, byte for byte: byte order marks, NUL, line ends and
//   characters that are canonically equivalent to others; what is not UTF-8 is refused

import Diagnostics
import Testing

@Suite struct JSONTextTests {
  @Test(arguments: [
    "\u{FEFF}", "\u{FEFF}q", "a\u{FEFF}", "\u{FEFF}\u{FEFF}", "a\r\nb\rc\n", "\0", "a\0b",
    "e\u{301}",
    "\u{212A}", "\u{FFFD}", "\u{FFFE}", "\u{85}\u{2028}", "",
  ])
  func stringsAreExact(_ text: String) throws {
    let value = JSONValue.object([.init(text, .string(text))])
    let read = try JSONParser.parse(Array(value.text(indented: false).utf8))
    let member = try #require(read.members?.first)
    #expect(member.key.exact == text.exact)
    #expect(member.value.string?.exact == text.exact)
    let escaped = text.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
    #expect(try JSONParser.parse(Array("\"\(escaped)\"".utf8)).string?.exact == text.exact)
  }

  @Test(arguments: [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF5, 0x80, 0x80, 0x80]])
  func invalidTextIsRefused(_ bytes: [UInt8]) {
    #expect(throws: JSONDefect.self) { try JSONParser.parse([0x22] + bytes + [0x22]) }
  }
}
