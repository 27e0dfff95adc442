// Locks: a response ends with the token that completes the first stop text, wherever tokens part it,
// even inside a character; a broken start of one does not hide the next; ids that reading ends at
// part texts; where a tokenizer tells no bytes, no text is found.

import Testing
import Tokenization

@Suite struct StopTextsTests {
  /// Ids of pieces, in bytes.
  struct Pieces: Tokenizer {
    var pieces: [[UInt8]]
    var vocabularySize: Int { pieces.count }
    var tokens: [String] { pieces.map { String(decoding: $0, as: UTF8.self) } }
    func encode(_ text: String) -> [Int32]? { nil }
    func decode(_ ids: [Int32]) -> String {
      String(decoding: ids.flatMap { bytes(of: $0) ?? [] }, as: UTF8.self)
    }
    func bytes(of id: Int32) -> [UInt8]? {
      pieces.indices.contains(Int(id)) ? pieces[Int(id)] : nil
    }
  }

  static func bytes(_ text: String) -> [Int32] { text.utf8.map { Int32($0) + 1 } }

  @Test(
    arguments: [
      ("9\n\n8", ["\n\n"], 3), ("9\n8\n", ["\n\n"], nil), ("\n\n", ["\n\n"], 2),
      ("", ["\n\n"], nil),
      // The first to be complete, not the first to begin.
      ("abcd", ["abcd", "bc"], 3), ("abcd", ["cd", "x"], 4),
      // A start that fails holds another.
      ("aaab", ["aab"], 4), ("ababac", ["abac"], 6), ("\nQ\nQ:", ["\nQ:"], 5),
      ("zweiéé", ["éé"], 8),
    ] as [(String, [String], Int?)])
  func endsByBytes(_ text: String, _ stops: [String], _ end: Int?) throws {
    let texts = try #require(StopTexts(stops, tokenizer: ByteTokenizer()))
    #expect(texts.end(of: Self.bytes(text)) == end)
    let response = SampledResponse(
      tokens: Self.bytes(text), logprobs: text.utf8.map { -Float($0) }, stopReason: .length)
    let cut = response.ending(at: texts)
    #expect(cut.tokens == Array(response.tokens.prefix(end ?? text.utf8.count)))
    #expect(cut.logprobs == Array(response.logprobs.prefix(end ?? text.utf8.count)))
    #expect(cut.stopReason == (end == nil ? .length : .stop))
    #expect(response.ending(at: nil) == response)
  }

  @Test func tokensPartCharactersAndTexts() throws {
    // "é€" is C3 A9 E2 82 AC.
    let pieces = Pieces(pieces: [
      [0x61, 0xC3], [0xA9, 0xE2], [0x82], [0xAC, 0x62, 0x63], [0xC3, 0xA9], [], Array("x€y".utf8),
    ])
    let texts = try #require(StopTexts(["é€"], tokenizer: pieces))
    #expect(texts.end(of: [0, 1, 2, 3, 0]) == 4)
    #expect(texts.end(of: [0, 1, 2, 2, 3]) == nil)
    // A token without text parts nothing, an id without a token does.
    #expect(texts.end(of: [0, 5, 1, 2, 5, 3]) == 6)
    #expect(texts.end(of: [0, 99, 1, 2, 3]) == nil)
    #expect(texts.end(of: [4, 6]) == nil)
    let parted = try #require(StopTexts(["é€"], tokenizer: pieces, breaks: [5]))
    #expect(parted.end(of: [0, 5, 1, 2, 3]) == nil)
    #expect(parted.end(of: [5, 0, 1, 2, 3]) == 5)
  }

  @Test func onlyTheLastBytesAreKept() throws {
    let texts = try #require(StopTexts(["abc", "d"], tokenizer: ByteTokenizer()))
    var tail: [UInt8] = []
    for byte in "xyzab".utf8 {
      #expect(!texts.isComplete(with: Int32(byte) + 1, after: &tail))
      #expect(tail.count <= 2)
    }
    #expect(tail == Array("ab".utf8))
    #expect(texts.isComplete(with: Int32(UInt8(ascii: "c")) + 1, after: &tail))
  }

  @Test func bytesOfTokenizers() throws {
    #expect(ByteTokenizer().bytes(of: 98) == Array("a".utf8))
    #expect(ByteTokenizer().bytes(of: 0) == [] && ByteTokenizer().bytes(of: 400) == [])
    let words = Vocabulary(tokens: ["<pad>", "<end>", "a", "b"])
    #expect(words.bytes(of: 2) == nil)
    #expect(try #require(StopTexts(["a b"], tokenizer: words)).end(of: [2, 3]) == nil)
    let pairs: any Tokenizer = try TinyTokenizer().read()
    #expect(pairs.bytes(of: 3) == Array("ab".utf8) && pairs.bytes(of: 4) == Array(" ".utf8))
    let texts = try #require(StopTexts(["b a"], tokenizer: pairs))
    #expect(texts.end(of: [3, 4, 3, 0]) == 3)
    #expect(StopTexts([], tokenizer: words) == nil)
  }
}
