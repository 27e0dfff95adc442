// Locks, for six shapes of byte-level BPE against the Python package `tokenizers`
// (tools/make_tokenizer_fixtures.py):
// - ids of short awkward texts, of a corpus as a whole, of ten thousand fuzzed texts and of every
//   scalar up to U+1FFFF between letters, digits and white space
// - the template's special tokens; special tokens in a text read as text
// - the text of ids, also of ids that are no text, with and without special tokens
// - the streaming decoder never shows half a character, and gives the same text in all

import Diagnostics
import Foundation
import Testing
import Tokenization

@Suite struct BytePairReferenceTests {
  @Test(arguments: TokenizerFixture.names) func cases(_ name: String) throws {
    let fixture = try TokenizerFixture(name)
    let expected = try fixture.expected()
    let texts = try TokenizerFixture.texts().cases
    #expect(texts.count == expected.cases.count && texts.count > 100)
    #expect(fixture.tokenizer.vocabularySize == expected.vocabularySize)
    for (text, ids) in zip(texts, expected.cases) {
      #expect(fixture.tokenizer.encode(text) == ids.ids, "\(text.spelledOut)")
      #expect(
        fixture.tokenizer.encode(text, addingSpecialTokens: true) == ids.special ?? ids.ids,
        "\(text.spelledOut)")
      #expect(
        fixture.tokenizer.encode(text, addingSpecialTokens: false, readingSpecialTokens: false)
          == ids.plain ?? ids.ids, "\(text.spelledOut)")
    }
  }

  @Test(arguments: TokenizerFixture.names) func corpus(_ name: String) throws {
    let fixture = try TokenizerFixture(name)
    let expected = try fixture.numbers("corpus.ids", UInt16.self).map { Int32($0) }
    let ids = try #require(fixture.tokenizer.encode(try TokenizerFixture.corpus()))
    if ids != expected {
      let place = zip(ids, expected).prefix { $0 == $1 }.count
      let before = fixture.tokenizer.decode(Array(expected[..<place].suffix(20)))
      let found = ids[place...].prefix(8)
      Issue.record("id \(place), after \(before): \(found), not \(expected[place...].prefix(8))")
    }
    let text = fixture.tokenizer.decode(ids)
    #expect(try SHA256.hexDigest(of: text) == fixture.expected().decodedCorpus)
  }

  @Test(arguments: TokenizerFixture.names) func fuzzedTexts(_ name: String) throws {
    let fixture = try TokenizerFixture(name)
    let fragments = try TokenizerFixture.texts().fragments
    let sums = try fixture.numbers("fuzz.sums", UInt32.self)
    #expect(sums.count == 10_000)
    for (seed, sum) in sums.enumerated() {
      let text = drawn(seed: seed, most: 24, below: fragments.count).map { fragments[$0] }.joined()
      let ids = fixture.tokenizer.encode(text)
      guard ids.map(checksum) == sum else {
        Issue.record("text \(seed): \(text.spelledOut) has \(ids ?? [])")
        return
      }
    }
  }

  /// All patterns read the same classes. Unoptimised, one takes two seconds.
  #if DEBUG
    static let scalarNames = ["qwen"]
  #else
    static let scalarNames = ["gpt2", "llama3", "qwen"]
  #endif

  @Test(arguments: scalarNames) func scalars(_ name: String) throws {
    let fixture = try TokenizerFixture(name)
    let sums = try fixture.numbers("scalars.sums", UInt32.self)
    var block = 0
    for first in stride(from: UInt32(0), to: 0x20000, by: 256) {
      var text = ""
      for scalar in (first..<first + 256).compactMap(Unicode.Scalar.init) {
        text += "\(scalar)a\(scalar) 1\(scalar)\n"
      }
      guard !text.isEmpty else { continue }
      #expect(
        fixture.tokenizer.encode(text).map(checksum) == sums[block],
        "U+\(String(first, radix: 16)) to U+\(String(first + 255, radix: 16))")
      block += 1
    }
    #expect(block == sums.count)
  }

  @Test(arguments: TokenizerFixture.names) func decoding(_ name: String) throws {
    let fixture = try TokenizerFixture(name)
    let sums = try fixture.numbers("decoded.sums", UInt32.self)
    #expect(sums.count == 2_000)
    for seed in 0..<sums.count / 2 {
      let ids = drawn(seed: seed, most: 40, below: fixture.tokenizer.vocabularySize)
        .map { Int32($0) }
      for skips in [false, true] {
        let text = fixture.tokenizer.decode(ids, skippingSpecialTokens: skips)
        let isRight = checksum(text.utf8) == sums[2 * seed + (skips ? 1 : 0)]
        #expect(isRight, "\(ids) gives \(text.spelledOut)")
        var decoder = fixture.tokenizer.streamingDecoder(skippingSpecialTokens: skips)
        let parts = ids.map { decoder.append($0) } + [decoder.finish()]
        #expect(parts.joined().exact == text.exact, "\(ids)")
      }
    }
  }

  @Test func everyCharacterComesWhole() throws {
    let tokenizer = try TokenizerFixture("smollm2").tokenizer
    let text = "naïve 漢字 🙂👍🏽 \u{1F468}\u{200D}\u{1F469} ก \u{0}é\u{301}"
    var decoder = tokenizer.streamingDecoder()
    let ids = try #require(tokenizer.encode(text))
    let parts = ids.map { decoder.append($0) } + [decoder.finish()]
    #expect(parts.joined().exact == text.exact)
    #expect(!parts.contains { $0.unicodeScalars.contains("\u{FFFD}") })
    #expect(parts.contains(""), "no character of several tokens")
  }

  @Test func theManifestNamesTheFiles() throws {
    let manifest = try String(contentsOf: TokenizerFixture.url("MANIFEST.sha256"), encoding: .utf8)
    let lines = manifest.split(separator: "\n")
    #expect(lines.count == 2 + 6 * TokenizerFixture.names.count)
    for line in lines {
      let parts = line.components(separatedBy: "  ")
      let data = try Data(contentsOf: TokenizerFixture.url(parts[1]))
      // Digests of all would take seconds unoptimised. The script checks them.
      guard data.count < 25_000 else { continue }
      var hash = SHA256()
      hash.update(data)
      #expect(hash.hexDigest() == parts[0], "\(parts[1])")
    }
  }
}
