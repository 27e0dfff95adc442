// Locks: the word-level vocabulary as a tokenizer: words and ids both ways, any white space
// between words, nil for a word that it does not have, any id shown.

import Testing
import Tokenization

@Suite struct VocabularyTests {
  let tokenizer: any Tokenizer = Vocabulary(tokens: ["<pad>", "<end>", "Dan", "has", "é"])

  @Test func encodingAndDecodingAreInverse() {
    #expect(tokenizer.vocabularySize == 5)
    let ids: [Int32] = [2, 3, 4, 1]
    #expect(tokenizer.decode(ids) == "Dan has é <end>")
    #expect(tokenizer.encode("Dan has é <end>") == ids)
    #expect(tokenizer.encode("") == [])
    #expect(tokenizer.decode([]) == "")
  }

  @Test(arguments: ["Dan  has", " Dan\thas\n", "Dan\u{2003}has"])
  func anyWhiteSpaceSeparatesWords(_ text: String) {
    #expect(tokenizer.encode(text) == [2, 3])
  }

  @Test func anUnknownWordHasNoEncoding() {
    #expect(tokenizer.encode("Dan has 3") == nil)
    #expect(tokenizer.encode("é 3") == nil)
  }

  @Test func anIdOutsideTheVocabularyShows() {
    #expect(tokenizer.decode([2, 99, -1]) == "Dan <id 99> <id -1>")
  }
}
