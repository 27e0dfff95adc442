// Locks what a byte-level BPE tokenizer does beyond the reference values:
// - merges by rank, then from the left, in short words and in long ones; a word of a million letters
//   takes no quadratic time
// - no encoding where a byte has no token; ids without a token are shown and never trap
// - bytes decide: texts that Unicode calls equal have their own ids
// - one tokenizer serves many threads
// - the file is written again byte for byte

import Foundation
import TestSupport
import Testing
import Tokenization

@Suite struct BytePairTokenizerTests {
  @Test func theLowestRankMergesFirstAndOfEqualOnesTheLeftmost() throws {
    var tiny = TinyTokenizer()
    tiny.vocabulary = #""a": 0, "b": 1, "aa": 2, "ab": 3, "aab": 4, "aaa": 5"#
    tiny.merges = #"["a b", "a a", "a ab", "aa a"]"#
    let tokenizer = try tiny.read()
    #expect(tokenizer.encode("aab") == [4])
    #expect(tokenizer.encode("aaa") == [5])
    #expect(tokenizer.encode("aaaa") == [2, 2])
    // Long words take another way. Their last "ab" merges first, and takes an "a" that is left.
    let long = String(repeating: "a", count: 100)
    #expect(tokenizer.encode(long) == Array(repeating: 2, count: 50))
    #expect(tokenizer.encode(long + "ab") == Array(repeating: 2, count: 50) + [3])
    #expect(tokenizer.encode(long + "b") == Array(repeating: 2, count: 49) + [4])
  }

  @Test func longWordsTakeNoQuadraticTime() throws {
    let tokenizer = try TokenizerFixture("gpt2").tokenizer
    let count = 200_000
    let ids = try #require(tokenizer.encode(String(repeating: "a", count: count)))
    #expect(tokenizer.decode(ids).utf8.count == count + 1)
  }

  @Test func aByteWithoutATokenHasNoEncoding() throws {
    var tiny = TinyTokenizer()
    let tokenizer = try tiny.read()
    #expect(tokenizer.encode("ab c") == [3, 4, 2])
    #expect(tokenizer.encode("ab d") == nil)
    #expect(tokenizer.encode("é") == nil)
    #expect(tokenizer.encode("") == [])
    #expect(tokenizer.bytesWithoutToken.count == 252)
    #expect(try TokenizerFixture("qwen").tokenizer.bytesWithoutToken == [])
    // An unknown token stands in for them, one per byte.
    tiny.model["unk_token"] = "\"c\""
    #expect(try tiny.read().encode("aéb") == [0, 2, 2, 1])
    tiny.model["unk_token"] = "\"none\""
    #expect(throws: (any Error).self) { try tiny.read() }
  }

  @Test func idsWithoutATokenShow() throws {
    var tiny = TinyTokenizer()
    tiny.vocabulary = #""a": 0, "b": 1, "ab": 4, "Ġ": 2"#
    tiny.document["added_tokens"] = "[]"
    let tokenizer = try tiny.read()
    #expect(tokenizer.vocabularySize == 5)
    #expect(tokenizer.tokens == ["a", "b", "Ġ", "<id 3>", "ab"])
    #expect(tokenizer.decode([0, 3, 4, 5, -1, .max, .min]).hasPrefix("a<id 3>ab<id 5><id -1>"))
    #expect(tokenizer.decode([], skippingSpecialTokens: true) == "")
    #expect(tokenizer.id(of: "ab") == 4)
    #expect(tokenizer.id(of: "<id 3>") == nil)
  }

  @Test func bytesDecideAndNotEquivalence() throws {
    let tokenizer = try TokenizerFixture("gpt2").tokenizer
    let composed = try #require(tokenizer.encode("\u{e9}"))
    let decomposed = try #require(tokenizer.encode("e\u{301}"))
    #expect(composed != decomposed)
    #expect(Array(tokenizer.decode(decomposed).utf8) == Array(" e\u{301}".utf8))
    // An added token too; here a text that is composed before others are looked for.
    var tiny = TinyTokenizer()
    let accents =
      TinyTokenizer.added(5, "\u{e9}", special: false) + ", "
      + TinyTokenizer.added(6, "e\u{301}", special: false)
    tiny.document["added_tokens"] = "[\(accents)]"
    #expect(try tiny.read().encode("a\u{e9}ae\u{301}") == [0, 5, 0, 6])
  }

  @Test func anyNumberOfThreads() async throws {
    let tokenizer = try TokenizerFixture("llama3").tokenizer
    let texts = try TokenizerFixture.texts().cases
    let expected = texts.map { tokenizer.encode($0) }
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { texts.map { tokenizer.encode($0) } == expected }
      }
      for await isEqual in group { #expect(isEqual) }
    }
  }

  @Test func theFileIsWrittenAgain() throws {
    let folder = try TemporaryFolder()
    let fixture = try TokenizerFixture("qwen")
    try fixture.tokenizer.write(to: folder.url)
    let bytes = try Data(contentsOf: folder.file("tokenizer.json"))
    #expect(try bytes == Data(contentsOf: fixture.folder.appendingPathComponent("tokenizer.json")))
    #expect(bytes == fixture.tokenizer.fileContents)
    #expect(throws: (any Error).self) { try fixture.tokenizer.write(to: folder.file("none")) }
  }

  @Test func addedTokensAreDescribed() throws {
    let tokens = try TokenizerFixture("added").tokenizer.addedTokens
    let mask = try #require(tokens.first { $0.content == "<mask>" })
    #expect(mask.isSpecial && mask.stripsLeft && !mask.stripsRight && !mask.singleWord)
    let word = try #require(tokens.first { $0.content == "word" })
    #expect(!word.isSpecial && word.singleWord && !word.isNormalized)
  }
}
