import ArgumentParser
import Diagnostics
import Foundation
import Tokenization

/// `soar model detokenize`.
struct ModelDetokenize: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detokenize",
    abstract: "Give the text of tokens.",
    discussion: """
      Takes ids as arguments, or JSON from --file or standard input: [12, 7] or {"tokens": [12, 7]}, \
      which soar model tokenize --json prints.

      Prints the text byte for byte and nothing after it; on a terminal, control characters are \
      escaped. Bytes that are not UTF-8 become U+FFFD, an id without a token becomes <id 99>. With \
      --json: {"text": "..."}.

      EXAMPLES
        soar model detokenize --model DIR 12 7 931
        soar model detokenize --model DIR --skip-special-tokens 1,12,7,2
        soar model detokenize --model DIR --file ids.json > text.txt
      """)

  @OptionGroup var model: TokenizerOptions

  @Argument(
    help: ArgumentHelp(
      "Token ids, separated by spaces or commas; - is standard input.", valueName: "ids"))
  var ids: [String] = []

  @Option(
    help: ArgumentHelp("A JSON file with the ids; - is standard input.", valueName: "file"),
    completion: .file())
  var file: String?

  @Flag(name: .customLong("skip-special-tokens"), help: "Leave special tokens out of the text.")
  var skipsSpecialTokens = false

  @Flag(help: "Print JSON.")
  var json = false

  private struct Result: Encodable {
    var text: String
  }

  func validate() throws {
    guard ids.isEmpty || file == nil else {
      throw ValidationError("Give ids either as arguments or in --file.")
    }
  }

  func run() throws {
    let tokenizer = try model.load()
    let ids = try tokens()
    let text =
      if let tokenizer = tokenizer as? BytePairTokenizer {
        tokenizer.decode(ids, skippingSpecialTokens: skipsSpecialTokens)
      } else { tokenizer.decode(ids) }
    if json { return try printJSON(Result(text: text)) }
    if isatty(STDOUT_FILENO) == 1 { return try Console.print(Self.shown(text)) }
    try StandardOutput.write(Array(text.utf8))
  }

  /// Escapes control characters, except line ends and tabs.
  private static func shown(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar == "\n" || scalar == "\t" ? String(scalar) : String(scalar).escapingControlCharacters
    }.joined()
  }

  private func tokens() throws(UserError) -> [Int32] {
    guard ids.isEmpty || ids == [StandardOutput.name] else {
      var result: [Int32] = []
      for part in ids.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
        guard let id = Int32(part), id >= 0 else {
          throw UserError(
            .usage, place: "ids", "'\(String(part).shortened())' is not a token id",
            hint: "give ids separated by spaces or commas, such as 1 2 3")
        }
        result.append(id)
      }
      return result
    }
    let (bytes, name) = try InputBytes.read(file)
    let document: JSONValue
    do {
      document = try JSONParser.parse(bytes, maximumValueCount: Self.mostIDs)
    } catch {
      throw UserError(
        .dataError, file: name, "is not valid JSON: \(error.phrase)",
        hint: "give ids as [1, 2, 3] or {\"tokens\": [1, 2, 3]}")
    }
    guard let array = document.array ?? document["tokens"]?.array else {
      throw UserError(
        .dataError, file: name, "holds no ids",
        hint: "give them as [1, 2, 3] or {\"tokens\": [1, 2, 3]}")
    }
    var result: [Int32] = []
    for (index, value) in array.enumerated() {
      guard let id = value.integer.flatMap(Int32.init(exactly:)), id >= 0 else {
        throw UserError(
          .dataError, file: name, place: "tokens[\(index)]", "is \(value.kind), not a token id")
      }
      result.append(id)
    }
    return result
  }

  private static let mostIDs = 1 << 26
}
