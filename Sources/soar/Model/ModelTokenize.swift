import ArgumentParser
import Diagnostics
import Foundation
import Tokenization

/// `soar model tokenize`.
struct ModelTokenize: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenize",
    abstract: "Split a text into tokens.",
    discussion: """
      Reads the text from --text, --file or standard input. A file is taken byte for byte, with its \
      line ends and byte order mark, and must be UTF-8.

      Prints one line per token: its id, its text as in the vocabulary, its bytes. In byte-level \
      vocabularies every byte is a printable character, and a space is Ġ. With --json: {"tokens": \
      [12, 7, ...]}.

      Special tokens that the text spells out, such as <|im_start|>, are read as such. \
      --add-special-tokens also puts those around it that the tokenizer's template has.

      EXAMPLES
        soar model tokenize --model DIR --text "Three red apples"
        soar model tokenize --model DIR --file prompt.txt --json
        soar model tokenize --model DIR --json < prompt.txt > ids.json
      """)

  @OptionGroup var model: TokenizerOptions

  @Option(help: ArgumentHelp("The text itself.", valueName: "text"))
  var text: String?

  @Option(
    help: ArgumentHelp(
      "A file with the text; - is standard input, the default.", valueName: "file"),
    completion: .file())
  var file: String?

  @Flag(name: .customLong("add-special-tokens"), help: "Add the special tokens of the template.")
  var addsSpecialTokens = false

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard text == nil || file == nil else {
      throw ValidationError("Give either --text or --file.")
    }
  }

  func run() throws {
    let tokenizer = try model.load()
    let (text, place) = try input()
    guard let ids = encode(text, tokenizer) else { throw failure(text, place, tokenizer) }
    if json {
      return try Console.print("{\"tokens\": [\(ids.map(String.init).joined(separator: ", "))]}")
    }
    var table = TextTable(["id", "token", "bytes"], rightAligned: [0])
    let tokens = tokenizer.tokens
    for id in ids {
      let token = tokens[Int(id)]
      let bytes = (tokenizer as? BytePairTokenizer)?.bytes(of: id) ?? Array(token.utf8)
      table.add(["\(id)", token, bytes.map(Self.hexadecimal).joined(separator: " ")])
    }
    try Console.print(
      table.text + "\n\n\(ids.count) tokens, \(text.utf8.count) bytes of text")
  }

  /// The text, and what a message about it names.
  private func input() throws(UserError) -> (text: String, place: String) {
    if let text { return (text, "--text") }
    let (bytes, name) = try InputBytes.read(file)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UserError(
        .dataError, file: name,
        "is not UTF-8: byte \(Self.validPrefix(bytes)) starts no character",
        hint: "convert it first, for example with iconv")
    }
    return (text, name)
  }

  private func encode(_ text: String, _ tokenizer: any Tokenizer) -> [Int32]? {
    guard let tokenizer = tokenizer as? BytePairTokenizer else { return tokenizer.encode(text) }
    return tokenizer.encode(text, addingSpecialTokens: addsSpecialTokens)
  }

  private func failure(_ text: String, _ place: String, _ tokenizer: any Tokenizer) -> UserError {
    if let tokenizer = tokenizer as? BytePairTokenizer {
      let missing = Set(tokenizer.bytesWithoutToken)
      if let (offset, byte) = text.utf8.enumerated().first(where: { missing.contains($1) }) {
        return UserError(
          .dataError, place: place,
          "byte 0x\(Self.hexadecimal(byte)) at offset \(offset) has no token in this vocabulary")
      }
      return UserError(.dataError, place: place, "has no encoding in this vocabulary")
    }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let unknown = words.first { tokenizer.encode($0) == nil } ?? ""
    return UserError(
      .dataError, place: place,
      "'\(unknown.shortened())' is not a word of the model's vocabulary",
      hint: unknown.nearest(among: tokenizer.tokens).map { "did you mean '\($0)'?" })
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  /// Number of bytes before the first that is not UTF-8.
  private static func validPrefix(_ bytes: [UInt8]) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var count = 0
    while case .valid(let character) = parser.parseScalar(from: &rest) { count += character.count }
    return count
  }
}

/// The option shared by the commands that need a tokenizer only.
struct TokenizerOptions: ParsableArguments {
  @Option(
    name: .customLong("model"),
    help: ArgumentHelp(
      "The model's folder, of which only tokenizer.json is read.", valueName: "dir"),
    completion: .directory)
  var path: String

  func load() throws(UserError) -> any Tokenizer {
    try TokenizerFile.read(URL(fileURLWithPath: path))
  }
}

/// What a command is given to read.
enum InputBytes {
  /// The bytes of a file, or of standard input for nil and `-`, and the name for messages.
  static func read(_ file: String?) throws(UserError) -> (bytes: [UInt8], name: String) {
    guard let file, file != StandardOutput.name else {
      return (try read(.standardInput, "standard input"), "standard input")
    }
    let input = try InputFile(URL(fileURLWithPath: file))
    let handle = FileHandle(fileDescriptor: input.descriptor, closeOnDealloc: false)
    return (try read(handle, input.path), input.path)
  }

  private static func read(_ handle: FileHandle, _ name: String) throws(UserError) -> [UInt8] {
    do {
      return [UInt8](try handle.readToEnd() ?? Data())
    } catch {
      throw UserError(.ioError, file: name, "cannot be read: \(error.localizedDescription)")
    }
  }
}
