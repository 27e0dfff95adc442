/// Splits command lines into words without a shell: blanks separate words, '...' is literal, in
/// "..." a backslash escapes a quote or a backslash, and outside quotes it escapes any character.
/// Characters with a meaning in a shell are rejected rather than passed on, so that an accepted
/// line means the same in a shell.
public enum CommandWords {
  package struct Mistake: Error, Equatable {
    package var message: String
    package var hint: String?
  }

  /// A command line of a cell.
  public struct Command: Sendable, Equatable {
    /// Its first line in the body, counted from 0.
    public var bodyLine: Int
    public var words: [String]
  }

  /// The commands in a cell's body, one per line; a backslash at the end of a line continues it.
  /// Skips empty lines and lines that begin with #.
  static func commands(_ body: [String]) throws -> [(
    bodyLine: Int, words: Result<[String], Mistake>
  )] {
    var commands: [(Int, Result<[String], Mistake>)] = []
    var index = 0
    while index < body.count {
      let first = index
      var text = body[index]
      while text.hasSuffix("\\"), index + 1 < body.count {
        index += 1
        text = text.dropLast() + " " + body[index].drop { $0 == " " || $0 == "\t" }
      }
      index += 1
      let start = text.first { $0 != " " && $0 != "\t" }
      guard let start, start != "#" else { continue }
      commands.append((first, Result { () throws(Mistake) in try split(text) }))
    }
    return commands
  }

  package static func split(_ text: String) throws(Mistake) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    // An empty pair of quotes is a word too.
    var isInWord = false
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case " ", "\t":
        if isInWord { words.append(String(word)) }
        word = .init()
        isInWord = false
        continue
      case "'":
        guard let end = rest.firstIndex(of: "'") else {
          throw Mistake(message: "a ' is not closed")
        }
        word.append(contentsOf: rest[..<end])
        rest = rest[rest.index(after: end)...]
      case "\"":
        try appendDoubleQuoted(&rest, to: &word)
      case "\\":
        guard let kept = rest.popFirst() else {
          throw Mistake(message: "a \\ with nothing after it")
        }
        word.append(kept)
      case _ where special.contains(scalar), "~" where !isInWord, "#" where !isInWord:
        throw Mistake(
          message: "'\(scalar)' has no meaning here: a cell is not a shell",
          hint: "put it in quotes to pass it on")
      default:
        word.append(scalar)
      }
      isInWord = true
    }
    if isInWord { words.append(String(word)) }
    return words
  }

  private static let special: [Unicode.Scalar] = [
    "|", "&", ";", "<", ">", "(", ")", "$", "`", "*", "?", "{", "}",
  ]

  private static func appendDoubleQuoted(
    _ rest: inout Substring.UnicodeScalarView, to word: inout String.UnicodeScalarView
  ) throws(Mistake) {
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": return
      case "$", "`":
        throw Mistake(
          message: "'\(scalar)' has no meaning here: a cell is not a shell",
          hint: "put it in single quotes to pass it on")
      case "\\" where rest.first == "\"" || rest.first == "\\":
        if let kept = rest.popFirst() { word.append(kept) }
      default: word.append(scalar)
      }
    }
    throw Mistake(message: "a \" is not closed")
  }
}
