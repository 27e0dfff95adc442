import Foundation

/// One command line of `soar` as a page shows it, and what is wrong with it.
struct DocumentedCommand: CustomStringConvertible {
  let text: String
  /// As it is typed: without the description that may follow it in a code block.
  let line: String
  /// Spans of prose may name a command without what it needs.
  let isSpan: Bool
  /// Without `soar`, up to a comment, a pipe, a redirection or a second command.
  let words: [String]

  var description: String { text }

  init(_ text: some StringProtocol, isSpan: Bool) {
    self.text = String(text)
    self.isSpan = isSpan
    // In code blocks two blanks part a command from its description.
    let command = isSpan ? self.text : self.text.components(separatedBy: "  ")[0]
    line = command.trimmingCharacters(in: .whitespaces)
    words = Array(
      Self.split(command.replacing("\\|", with: "|")).dropFirst()
        .prefix { !["|", ">", "<", "&&", "#"].contains($0) }
        .map(Self.unbracketed))
  }

  /// Words as a shell parts them, without its quotes.
  private static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if character == " " {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  /// `[--preset NAME]` without the brackets that say that it may be left out.
  private static func unbracketed(_ word: String) -> String {
    if word.hasPrefix("[") { return unbracketed(String(word.dropFirst())) }
    return word.hasSuffix("]") && !word.contains("[") ? String(word.dropLast()) : word
  }

  /// Mistakes against the help of the whole program; none for a line that would be parsed.
  func mistakes(_ root: CommandHelp) -> [String] {
    // Options that the parser adds itself and does not tell.
    if words.first == "--generate-completion-script" { return [] }
    var command = root
    var rest = words[...]
    while let name = rest.first,
      let next = command.subcommands?.first(where: { $0.commandName == name })
    {
      command = next
      rest = rest.dropFirst()
    }
    if command.commandName == "help" { return [] }
    if let word = rest.first, command.subcommands != nil, !word.hasPrefix("-") {
      return ["no command \(word)"]
    }
    return mistakes(in: rest, of: command.arguments ?? [])
  }

  private func mistakes(in words: ArraySlice<String>, of arguments: [CommandHelp.Argument])
    -> [String]
  {
    var mistakes: [String] = []
    var given: Set<String> = []
    var positionals: [String] = []
    var rest = words
    while let word = rest.popFirst() {
      if word == "--" {
        positionals += rest
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        positionals.append(word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard
        let option = arguments.first(where: {
          ($0.names ?? []).contains { $0.typed == parts[0] }
        })
      else {
        mistakes.append("no option \(parts[0])")
        continue
      }
      given.insert(option.valueName ?? "")
      guard option.kind == "option" else { continue }
      guard let value = parts.count > 1 ? parts[1] : rest.popFirst() else {
        if !isSpan { mistakes.append("\(word) lacks its value") }
        continue
      }
      mistakes += Self.unknown(value, of: option)
    }
    guard !isSpan else { return mistakes }
    let slots = arguments.filter { $0.kind == "positional" }
    if positionals.count < slots.filter(\.isRequired).count { mistakes.append("too few arguments") }
    if positionals.count > slots.count, !slots.contains(where: \.isRepeating) {
      mistakes.append("too many arguments")
    }
    for option in arguments where option.kind == "option" && option.isRequired {
      let name = option.valueName ?? ""
      if !given.contains(name) { mistakes.append("\(name) is missing") }
    }
    return mistakes
  }

  /// Of an option with a list of values those that are not in it; NAME is a placeholder, a|b two values.
  private static func unknown(_ value: String, of option: CommandHelp.Argument) -> [String] {
    guard let known = option.values, !known.isEmpty, value != value.uppercased() else { return [] }
    return value.split(separator: "|").map(String.init).filter { !known.contains($0) }
      .map { "no value \($0) of \(option.valueName ?? "")" }
  }

  /// Arguments with which `soar run` prints the configuration of this run, where the line has all of it.
  var configuration: [String]? {
    guard words.first == "run", words.contains("--set") || words.contains("--preset"),
      !words.contains("key.path=value"), !words.contains("NAME"), !words.contains("--resume"),
      !words.contains(where: { $0.hasSuffix(".yaml") || $0 == "FILE" || $0.contains("=...") })
    else { return nil }
    return words.contains("--print-config") ? words : words + ["--print-config"]
  }
}
