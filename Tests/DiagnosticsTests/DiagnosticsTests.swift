// Locks: SHA-256 against the vectors of FIPS 180-4 and of sha256sum; one-line errors whatever
// the quoted text holds; the nearest-key hint.

import Diagnostics
import Testing

@Suite struct DiagnosticsTests {
  @Test func sha256MatchesPublishedVectors() {
    #expect(
      SHA256.hexDigest(of: "")
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.hexDigest(of: "abc")
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hexDigest(of: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      SHA256.hexDigest(of: String(repeating: "a", count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    var hash = SHA256()
    hash.update("abc")
    #expect(hash.base64Digest() == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
  }

  @Test func errorsStayOnOneLine() {
    let error = UserError(
      .dataError, file: "a.yaml", place: "soar.x", "unknown \"\u{1B}[31m\n\"", hint: "look")
    #expect(error.description == "a.yaml: soar.x: unknown \"\\u{1b}[31m\\u{a}\" (look)")
  }

  /// Cc, Cf, Zl and Zp; letters of all scripts and combining marks stay.
  @Test(arguments: [
    "\u{202E}", "\u{2066}", "\u{200B}", "\u{200F}", "\u{FEFF}", "\u{AD}", "\u{E0041}", "\u{7}",
    "\u{9B}", "\u{2028}", "\u{2029}",
  ])
  func whatShowsNothingIsSpelledOut(_ text: String) throws {
    let value = try #require(text.unicodeScalars.first).value
    let escaped = "a\(text)é\u{301}".escapingControlCharacters
    #expect(escaped == "a\\u{\(String(value, radix: 16))}é\u{301}")
  }

  @Test func nearestKeyIsSuggestedOnlyWhenNear() {
    #expect("learningRat".nearest(among: ["learningRate", "groupSize"]) == "learningRate")
    #expect("zebra".nearest(among: ["learningRate", "groupSize"]) == nil)
  }
}
