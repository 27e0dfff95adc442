// Locks:
// - a folder's tokenizer.json gives the tokenizer of its kind, and needs no other file
// - what may change ids and is not known here is refused in one line that names the key; so is a
//   file that is damaged or contradicts itself
// - thousands of damaged files give a tokenizer or an error, and no crash

import Diagnostics
import Foundation
import TestSupport
import Testing
import Tokenization

@Suite struct TokenizerFileTests {
  @Test func theKindDecides() throws {
    let folder = try TemporaryFolder()
    try folder.write(TinyTokenizer().text, to: "tokenizer.json")
    let bytePair = try TokenizerFile.read(folder.url)
    #expect(bytePair is BytePairTokenizer)
    #expect(bytePair.encode("ab") == [3])
    #expect(try TokenizerFile.read(folder.file("tokenizer.json")) is BytePairTokenizer)

    func write(wordLevel changes: [String: JSONValue]) throws {
      var document = VocabularyFile.document(
        ["<pad>", "<end>", "Dan", "has"], specialTokens: SpecialTokens())
      for (key, value) in changes {
        document = .object(
          (document.members ?? []).map { $0.key == key ? JSONValue.Member(key, value) : $0 })
      }
      try folder.write(document.text(indented: true), to: "tokenizer.json")
    }
    try write(wordLevel: [:])
    let vocabulary = try #require(TokenizerFile.read(folder.url) as? Vocabulary)
    #expect(vocabulary.encode("Dan has") == [2, 3])
    try write(wordLevel: ["pre_tokenizer": .object([.init("type", .string("Whitespace"))])])
    #expect(throws: UserError.self) { try TokenizerFile.read(folder.url) }
    try write(wordLevel: ["normalizer": .object([.init("type", .string("Lowercase"))])])
    #expect(throws: UserError.self) { try TokenizerFile.read(folder.url) }

    try folder.write(#"{"model": {"type": "Unigram", "vocab": []}}"#, to: "tokenizer.json")
    let error = try #require(throws: UserError.self) { try TokenizerFile.read(folder.url) }
    #expect(error.place == "model.type" && error.message == "'Unigram' is not supported")
    let none = try #require(throws: UserError.self) {
      try TokenizerFile.read(folder.file("none"))
    }
    #expect(none.status == .noInput && none.message == "does not exist")
  }

  /// A change to the tiny file, and the error that it gives.
  struct Refusal: Sendable, CustomTestStringConvertible {
    var place: String
    var message: String
    var change: @Sendable (inout TinyTokenizer) -> Void

    init(
      _ place: String, _ message: String,
      _ change: @escaping @Sendable (inout TinyTokenizer) -> Void
    ) {
      self.place = place
      self.message = message
      self.change = change
    }

    var testDescription: String { "\(place): \(message)" }

    static func document(_ key: String, _ value: String, _ place: String, _ message: String)
      -> Refusal
    {
      Refusal(place, message) { $0.document[key] = value }
    }

    static func model(_ key: String, _ value: String, _ message: String) -> Refusal {
      Refusal("model.\(key)", message) { $0.model[key] = value }
    }

    static func vocabulary(_ text: String, _ message: String) -> Refusal {
      Refusal("model.vocab", message) { $0.vocabulary = text }
    }

    static func merges(_ text: String, _ place: String, _ message: String) -> Refusal {
      Refusal("model.merges\(place)", message) { $0.merges = text }
    }

    static func added(_ tokens: String..., place: String, _ message: String) -> Refusal {
      Refusal("added_tokens\(place)", message) {
        $0.document["added_tokens"] = "[\(tokens.joined(separator: ", "))]"
      }
    }
  }

  static let split =
    #"{"type": "Split", "pattern": {"Regex": "\\s+"}, "behavior": "Isolated", "invert": false}"#
  static let byteLevel = #"{"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true}"#

  static let refusals: [Refusal] = [
    .document("version", "\"2.0\"", "version", "2.0 is not supported"),
    .document(
      "truncation", #"{"max_length": 8}"#, "truncation", "what is not null is not supported"),
    .document("padding", #"{"pad_id": 0}"#, "padding", "what is not null is not supported"),
    .document("cleaner", "{}", "cleaner", "this key is not supported"),
    .document(
      "normalizer", #"{"type": "NFKC"}"#, "normalizer", "the normalizer 'NFKC' is not supported"),
    .document(
      "normalizer",
      #"{"type": "Sequence", "normalizers": [{"type": "NFC"}, {"type": "Lowercase"}]}"#,
      "normalizer.normalizers[1]", "the normalizer 'Lowercase' is not supported"),
    .document("normalizer", "[]", "normalizer.type", "is missing"),
    .document("pre_tokenizer", "null", "pre_tokenizer", "is missing"),
    .document(
      "pre_tokenizer", #"{"type": "Metaspace"}"#, "pre_tokenizer",
      "the pre-tokenizer 'Metaspace' is not supported"),
    .document(
      "pre_tokenizer", #"{"type": "Digits", "individual_digits": true}"#, "pre_tokenizer",
      "pre-tokenization without ByteLevel is not supported"),
    .document(
      "pre_tokenizer", #"{"type": "Digits", "individual_digits": 1}"#,
      "pre_tokenizer.individual_digits", "is 1, not true or false"),
    .document(
      "pre_tokenizer",
      #"{"type": "Sequence", "pretokenizers": [\#(byteLevel), \#(byteLevel)]}"#,
      "pre_tokenizer.pretokenizers[1]", "'ByteLevel' after ByteLevel is not supported"),
    .document(
      "pre_tokenizer", #"{"type": "ByteLevel", "trim_offsets": true}"#,
      "pre_tokenizer.add_prefix_space", "is missing"),
    .document(
      "pre_tokenizer", #"{"type": "ByteLevel", "add_prefix_space": true, "lowercase": true}"#,
      "pre_tokenizer.lowercase", "this key is not supported"),
    .document(
      "pre_tokenizer", split, "pre_tokenizer.pattern.Regex",
      #"the pattern '\s+' is not supported"#),
    .document(
      "pre_tokenizer", split.replacing("Regex", with: "String"), "pre_tokenizer.pattern",
      "splitting at a literal string is not supported"),
    .document(
      "pre_tokenizer",
      "{\"type\": \"Sequence\", \"pretokenizers\": ["
        + Array(repeating: #"{"type": "Digits", "individual_digits": true}"#, count: 16)
        .joined(separator: ",") + ",\(byteLevel)]}", "pre_tokenizer",
      "pre-tokenization in more than 16 steps is not supported"),
    .document("decoder", "null", "decoder", "is missing"),
    .document(
      "decoder", #"{"type": "Metaspace"}"#, "decoder", "the decoder 'Metaspace' is not supported"),
    .document(
      "decoder", #"{"type": "Sequence", "decoders": [\#(byteLevel), {"type": "Fuse"}]}"#,
      "decoder", "a sequence of 2 decoders is not supported"),
    .document(
      "post_processor", #"{"type": "RobertaProcessing"}"#, "post_processor",
      "the post-processor 'RobertaProcessing' is not supported"),
    .document(
      "post_processor",
      #"{"type": "TemplateProcessing", "single": [], "pair": [], "special_tokens": {}}"#,
      "post_processor.single", "a template that does not hold the text 'A' once is not supported"),
    .document(
      "post_processor",
      #"{"type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "x", "type_id": 0}}], "#
        + #""special_tokens": {"x": {"id": "x", "ids": [9], "tokens": ["x"]}}}"#,
      "post_processor.special_tokens.x.ids[0]", "is 9, which is not the id of a token"),
    .model("dropout", "0.1", "leaving out merges at random (0.1) is not supported"),
    .model("continuing_subword_prefix", "\"##\"", "'##' is not supported"),
    .model("end_of_word_suffix", "\"</w>\"", "'</w>' is not supported"),
    .model("fuse_unk", "true", "true is not supported"),
    .model("byte_fallback", "true", "true is not supported"),
    .model("ignore_merges", "\"yes\"", "is a string, not true or false"),
    .model("score", "1", "this key is not supported"),
    .vocabulary(#""a": 0, "b": 0"#, "'a' and 'b' have the same id 0"),
    .vocabulary(#""a": 0, "b": -1"#, "the id of 'b' is -1"),
    .vocabulary(#""a": 0, "b": "1""#, "the id of 'b' is a string"),
    .vocabulary(#""a": 0, "b": 1.5"#, "the id of 'b' is 1.5"),
    .vocabulary(
      #""a": 0, "b": 4294967296"#, "the id of 'b' is 4294967296, in a vocabulary of 2"),
    .merges("{}", "", "is an object, not an array"),
    .merges(#"[["a", "x"]]"#, "[0]", "'ax' is not in the vocabulary"),
    .merges(#"["a b", ["a", "b"]]"#, "[1]", "is an array, while the first merge is a string"),
    .merges(#"["a b c"]"#, "[0]", "does not name two tokens"),
    .merges(#"[["a", 1]]"#, "[0]", "does not name two tokens"),
    .merges(#"[["b", "a"]]"#, "[0]", "'ba' is not in the vocabulary"),
    .added(TinyTokenizer.added(7, "<s>"), place: "[0].id", "is 7, but '<s>' comes as number 5"),
    .added(TinyTokenizer.added(5, "ab"), place: "[0].id", "is 5, but 'ab' has the id 3"),
    .added(
      TinyTokenizer.added(5, "<s>"), TinyTokenizer.added(5, "<s>"), place: "[1].content",
      "'<s>' is there twice"),
    .added(TinyTokenizer.added(5, ""), place: "[0].content", "is empty"),
    .added(
      TinyTokenizer.added(5, "<s>").replacing("\"lstrip\": false, ", with: ""), place: "[0].lstrip",
      "is missing"),
    Refusal("added_tokens[0].id", "is the id of 'ab'") {
      $0.vocabulary = #""a": 0, "b": 1, "ab": 3"#
      $0.document["added_tokens"] = "[\(TinyTokenizer.added(3, "<s>"))]"
    },
    Refusal("added_tokens", "'e\u{301}' is the same as another token once it is normalized") {
      $0.document["normalizer"] = #"{"type": "NFC"}"#
      $0.document["added_tokens"] =
        "[\(TinyTokenizer.added(5, "\u{e9}", "normalized")), "
        + "\(TinyTokenizer.added(6, "e\u{301}", "normalized"))]"
    },
  ]

  @Test(arguments: refusals) func whatIsNotKnownIsRefused(_ refusal: Refusal) throws {
    var tiny = TinyTokenizer()
    _ = try tiny.read()
    refusal.change(&tiny)
    let error = try #require(throws: UserError.self) { try tiny.read() }
    #expect(error.place == refusal.place)
    #expect(error.message.exact == refusal.message.exact)
    #expect(error.status == .dataError)
    #expect(error.file?.hasSuffix("/tokenizer.json") == true)
    #expect(!error.description.contains("\n"))
  }

  @Test func whatHasNoEffectIsAccepted() throws {
    var tiny = TinyTokenizer()
    tiny.model["dropout"] = "0.0"
    tiny.model["continuing_subword_prefix"] = "\"\""
    tiny.model["end_of_word_suffix"] = "\"\""
    tiny.model["unk_token"] = "null"
    tiny.merges = ##"["#version: 0.2", "a b", "a b"]"##
    tiny.document["normalizer"] = #"{"type": "Sequence", "normalizers": []}"#
    tiny.document["decoder"] = #"{"type": "Sequence", "decoders": [\#(Self.byteLevel)]}"#
    tiny.document["post_processor"] = #"{"type": "Sequence", "processors": [\#(Self.byteLevel)]}"#
    #expect(try tiny.read().encode("ab") == [3])
  }

  @Test func damagedFiles() throws {
    let folder = try TemporaryFolder()
    var tiny = TinyTokenizer()
    tiny.document["added_tokens"] = "[\(TinyTokenizer.added(5, "<s>", "normalized", "lstrip"))]"
    tiny.document["normalizer"] = #"{"type": "NFC"}"#
    tiny.document["post_processor"] =
      #"{"type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}}, "#
      + #"{"Sequence": {"id": "A", "type_id": 0}}], "pair": [], "#
      + #""special_tokens": {"<s>": {"id": "<s>", "ids": [5], "tokens": ["<s>"]}}}"#
    let whole = Array(tiny.text.utf8)
    let pieces = ["\"", "0", "9999999999", "null", "[", "{}", "true", "é", "\\u0000", "\u{301}"]
    var readable = 0
    for seed in 0..<600 {
      let numbers = drawn(seed: seed, most: 6, below: whole.count)
      var bytes = whole
      for place in numbers {
        switch place % 3 {
        case 0: bytes.remove(at: place % bytes.count)
        case 1: bytes[place % bytes.count] = UInt8(truncatingIfNeeded: place &* 31 &+ seed)
        default:
          bytes.insert(contentsOf: pieces[place % pieces.count].utf8, at: place % bytes.count)
        }
      }
      let url = try folder.write(bytes, to: "tokenizer.json")
      do {
        let tokenizer = try TokenizerFile.read(url)
        _ = tokenizer.encode("a <s>é ab\u{301} <s>").map { tokenizer.decode($0) }
        readable += 1
      } catch { #expect(!error.description.contains("\n")) }
    }
    #expect(readable > 0)
  }
}
