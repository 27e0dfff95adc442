// Behaviours locked here, with small tokenizers of TokenizationTests and no other file in the folder:
// - `model tokenize --json` prints {"tokens": [...]}, the reference's ids, from --text, --file and
//   standard input; files count byte for byte
// - `model detokenize` gives the bytes back, from arguments, from a file and from a pipe
// - without --json: one line per token
// - one line for what is wrong: no UTF-8, no JSON, no ids, another tokenizer, no folder

import Diagnostics
import Foundation
import TestSupport
import Testing
import Tokenization

@Suite struct TokenizeCommandTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("TokenizationTests/Fixtures")

  static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  static func tokens(_ outcome: Tool.Outcome) throws -> [Int32] {
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    return try JSONDecoder().decode([String: [Int32]].self, from: Data(outcome.output.utf8))
      .first { $0.key == "tokens" }?.value ?? []
  }

  @Test(arguments: ["smollm2", "llama3", "qwen", "gpt2"])
  func theReferencesIDs(_ name: String) throws {
    struct Expected: Decodable {
      struct Case: Decodable {
        var ids: [Int32]
        var special: [Int32]?
      }
      var cases: [Case]
    }
    struct Texts: Decodable { var cases: [String] }
    let expected = try JSONDecoder().decode(
      Expected.self,
      from: Data(
        contentsOf: Self.folder.appendingPathComponent(
          "\(name)/expected.json")))
    let texts = try JSONDecoder().decode(
      Texts.self, from: Data(contentsOf: Self.folder.appendingPathComponent("texts.json"))
    ).cases
    let files = try TemporaryFolder()
    for index in stride(from: 0, to: texts.count, by: 10) {
      let file = try files.write(texts[index], to: "text").path
      let call = ["model", "tokenize", "--model", Self.path(name), "--file", file, "--json"]
      #expect(try Self.tokens(Tool.run(call)) == expected.cases[index].ids)
      #expect(
        try Self.tokens(Tool.run(call + ["--add-special-tokens"]))
          == expected.cases[index].special ?? expected.cases[index].ids)
    }
  }

  @Test func aFileCountsByteForByte() throws {
    let files = try TemporaryFolder()
    // A byte order mark, CRLF, NUL, an unnormalised letter, no line end.
    let bytes = Array("\u{FEFF}a\r\nb\u{0}e\u{301} <|im_end|> ".utf8)
    let file = try files.write(bytes, to: "text").path
    let model = Self.path("llama3")
    let ids = try Self.tokens(
      Tool.run("model", "tokenize", "--model", model, "--file", file, "--json"))
    let tokenizer = try BytePairTokenizer(
      contentsOf: Self.folder.appendingPathComponent("llama3/tokenizer.json"))
    #expect(ids == tokenizer.encode(String(decoding: bytes, as: UTF8.self)))
    let words = ids.map(String.init)
    let back = try Tool.run(["model", "detokenize", "--model", model] + words)
    #expect(back.status == 0 && Array(back.output.utf8) == bytes)
    let list = try Tool.run(
      "model", "detokenize", "--model", model, words.joined(separator: ","), "--json")
    let answer = try JSONDecoder().decode([String: String].self, from: Data(list.output.utf8))
    #expect(Array((answer["text"] ?? "").utf8) == bytes)
  }

  @Test func throughAPipe() throws {
    let soar = try Tool.url().path
    let model = Self.path("qwen")
    let outcome = try Tool.Running(
      [
        "-c",
        "printf 'a\\r\\n\\303\\251 <think>' | '\(soar)' model tokenize --model '\(model)' --json"
          + " | '\(soar)' model detokenize --model '\(model)' -",
      ], program: URL(fileURLWithPath: "/bin/bash")
    ).outcome()
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.utf8.elementsEqual("a\r\n\u{e9} <think>".utf8))
    let empty = try Tool.run("model", "tokenize", "--model", model, "--json")
    #expect(empty.output == "{\"tokens\": []}\n")
  }

  @Test func specialTokensAreLeftOut() throws {
    let model = Self.path("llama3")
    let ids = try Self.tokens(
      Tool.run(
        "model", "tokenize", "--model", model, "--text", "a<|eot_id|>b", "--add-special-tokens",
        "--json"))
    let words = ids.map(String.init)
    let all = try Tool.run(["model", "detokenize", "--model", model] + words)
    #expect(all.output == "<|begin_of_text|>a<|eot_id|>b")
    let plain = try Tool.run(
      ["model", "detokenize", "--model", model, "--skip-special-tokens"] + words)
    #expect(plain.output == "ab")
    let unknown = try Tool.run("model", "detokenize", "--model", model, "99999")
    #expect(unknown.status == 0 && unknown.output == "<id 99999>")
  }

  @Test func oneLinePerToken() throws {
    let outcome = try Tool.run(
      "model", "tokenize", "--model", Self.path("smollm2"), "--text", "1 é\n")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines[0].split(separator: " ") == ["id", "token", "bytes"])
    #expect(lines[1].split(separator: " ").suffix(2) == ["1", "31"])
    #expect(lines.contains { $0.hasSuffix("Ċ      0A") || $0.hasSuffix("0A") })
    #expect(lines.last?.hasSuffix("5 bytes of text") == true)
  }

  @Test func aWordLevelVocabulary() throws {
    let files = try TemporaryFolder()
    let document = VocabularyFile.document(
      ["<pad>", "<end>", "Dan", "has"], specialTokens: SpecialTokens())
    try files.write(document.text(indented: true), to: "tokenizer.json")
    let call = ["model", "tokenize", "--model", files.url.path, "--json", "--text"]
    #expect(try Self.tokens(Tool.run(call + ["Dan has"])) == [2, 3])
    let unknown = try Tool.run(call + ["Dan hass"])
    #expect(unknown.status == 65 && unknown.isOneError)
    #expect(
      unknown.errors == "error: --text: 'hass' is not a word of the model's vocabulary "
        + "(did you mean 'has'?)\n")
    let back = try Tool.run("model", "detokenize", "--model", files.url.path, "2", "3")
    #expect(back.output == "Dan has")
  }

  @Test func whatIsWrong() throws {
    let files = try TemporaryFolder()
    let model = Self.path("qwen")
    func failure(_ arguments: String..., status: Int32) throws -> String {
      let outcome = try Tool.run(arguments)
      #expect(outcome.status == status, "\(outcome.errors)")
      #expect(outcome.isOneError, "\(outcome.errors)")
      return outcome.errors
    }
    let text = try files.write([0x61, 0xC3, 0xA9, 0xED, 0xA0, 0x80], to: "text").path
    #expect(
      try failure("model", "tokenize", "--model", model, "--file", text, status: 65)
        .contains("is not UTF-8: byte 3 starts no character"))
    #expect(
      try failure(
        "model", "tokenize", "--model", model, "--file", files.path("none"), status: 66
      ).contains("does not exist"))
    #expect(
      try failure("model", "tokenize", "--model", files.url.path, "--text", "a", status: 66)
        .contains("tokenizer.json: does not exist"))
    #expect(
      try failure("model", "detokenize", "--model", model, "1", "x", status: 64)
        .contains("'x' is not a token id"))
    let ids = try files.write(#"{"tokens": [1, "a"]}"#, to: "ids").path
    #expect(
      try failure("model", "detokenize", "--model", model, "--file", ids, status: 65)
        .contains("tokens[1]: is a string, not a token id"))
    try files.write("{}", to: "ids")
    #expect(
      try failure("model", "detokenize", "--model", model, "--file", ids, status: 65)
        .contains("holds no ids"))
    try files.write(#"{"model": {"type": "WordPiece"}}"#, to: "tokenizer.json")
    #expect(
      try failure("model", "tokenize", "--model", files.url.path, "--text", "a", status: 65)
        .contains("model.type: 'WordPiece' is not supported"))
  }
}
