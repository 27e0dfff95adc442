public import Diagnostics
public import Foundation

/// `tokenizer.json`: which tokenizer a model's folder holds.
public enum TokenizerFile {
  public static let name = "tokenizer.json"

  /// Reads a word-level ``Vocabulary`` or a ``BytePairTokenizer``.
  ///
  /// - Parameter url: a model's folder, of which only `tokenizer.json` is read, or that file.
  /// - Throws: a ``UserError`` that names the file and the key, for other kinds of tokenizers too.
  public static func read(_ url: URL) throws(UserError) -> any Tokenizer {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
    let file = exists && isFolder.boolValue ? url.appendingPathComponent(name) : url
    let document = try TokenizerDocument(file)
    let model = try document.root.required("model")
    switch try model.type() {
    case "BPE": return try BytePairTokenizer(document)
    case "WordLevel": return try vocabulary(document, file)
    case let type:
      throw try model.required("type").unsupported(
        "'\(type.shortened())'", hint: "byte-level BPE and word-level tokenizers are")
    }
  }

  private static func vocabulary(
    _ document: TokenizerDocument, _ file: URL
  ) throws(UserError) -> Vocabulary {
    let root = document.root
    if let part = root.member("normalizer") {
      throw part.unsupported("a normalizer of a word-level tokenizer")
    }
    let splitting = try root.required("pre_tokenizer")
    guard try splitting.type() == "WhitespaceSplit" else {
      throw splitting.unsupported(
        "'\(try splitting.type().shortened())' in a word-level tokenizer",
        hint: "'WhitespaceSplit' is")
    }
    let tokens = try VocabularyFile.read(file, vocabularySize: Int(Int32.max)) ?? []
    guard tokens.count >= 2 else {
      throw UserError(
        .dataError, file: file.path, place: "model.vocab",
        "has \(tokens.count) tokens; a vocabulary starts with padding and end")
    }
    return Vocabulary(tokens: tokens)
  }
}

/// A `tokenizer.json` in memory.
struct TokenizerDocument {
  /// The bytes of the file.
  let contents: Data
  let root: FilePart

  /// Largest file accepted, in bytes; the largest in use have 35 million.
  static let maximumSize = 1 << 26
  /// The largest in use have two million.
  static let maximumValueCount = 1 << 22

  init(_ url: URL) throws(UserError) {
    let file = try InputFile(url)
    guard file.size <= Self.maximumSize else {
      throw UserError(
        .dataError, file: file.path,
        "\(file.size) bytes is more than a tokenizer can have (\(Self.maximumSize))",
        hint: "check that it is the right file")
    }
    let handle = FileHandle(fileDescriptor: file.descriptor, closeOnDealloc: false)
    do {
      contents = try handle.read(upToCount: file.size) ?? Data()
    } catch {
      throw UserError(.ioError, file: file.path, "cannot be read: \(error.localizedDescription)")
    }
    guard contents.count == file.size else { throw .cutShort(file.path, at: contents.count) }
    do {
      root = FilePart(
        path: file.path, place: "",
        value: try JSONParser.parse([UInt8](contents), maximumValueCount: Self.maximumValueCount))
    } catch {
      throw UserError(
        .dataError, file: file.path, "is not valid JSON: \(error.phrase)",
        hint: "copy or download the file again")
    }
  }
}
