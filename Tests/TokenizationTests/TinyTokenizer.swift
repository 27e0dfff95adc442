import Foundation
import TestSupport
import Tokenization

/// A `tokenizer.json` small enough to see, of which tests change one part each.
struct TinyTokenizer {
  /// Members of the document as JSON text.
  var document: [String: String] = [
    "version": "\"1.0\"", "truncation": "null", "padding": "null", "added_tokens": "[]",
    "normalizer": "null", "post_processor": "null",
    "pre_tokenizer":
      #"{"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": true}"#,
    "decoder": #"{"type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true}"#,
  ]
  /// Members of `model`; `vocab` and `merges` apart.
  var model: [String: String] = ["type": "\"BPE\"", "unk_token": "null", "fuse_unk": "false"]
  /// Five tokens.
  var vocabulary = #""a": 0, "b": 1, "c": 2, "ab": 3, "Ġ": 4"#
  var merges = #"[["a", "b"]]"#

  static func added(
    _ id: Int, _ content: String, special: Bool = true, _ flags: String...
  ) -> String {
    let all = ["single_word", "lstrip", "rstrip", "normalized"]
      .map { "\"\($0)\": \(flags.contains($0))" }.joined(separator: ", ")
    return "{\"id\": \(id), \"content\": \"\(content)\", \(all), \"special\": \(special)}"
  }

  var text: String {
    var model = model
    model["vocab"] = "{\(vocabulary)}"
    model["merges"] = merges
    var document = document
    document["model"] = Self.object(model)
    return Self.object(document)
  }

  private static func object(_ members: [String: String]) -> String {
    "{" + members.sorted { $0.key < $1.key }.map { "\"\($0)\": \($1)" }.joined(separator: ", ")
      + "}"
  }

  /// Writes the file and reads it.
  func read() throws -> BytePairTokenizer {
    let folder = try TemporaryFolder()
    return try BytePairTokenizer(contentsOf: folder.write(text, to: "tokenizer.json"))
  }
}
