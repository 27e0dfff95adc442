import Diagnostics
import Tokenization

/// A prompt as pieces: special tokens, and the texts between them. What stands between two special
/// tokens is encoded as one text, so that tokens form across the template and the question as they do
/// in the whole text.
struct PromptTemplate: Sendable {
  private enum Piece: Equatable {
    case special(Int32)
    case text(String)
    case question
  }

  /// Ids before the text that holds the question, encoded once for all prompts.
  private let head: [Int32]
  /// The text around the question, up to the next special tokens.
  private let before: String
  private let after: String
  private let tail: [Int32]
  private let tokenizer: any Tokenizer

  /// - Parameters:
  ///   - message: the student's or the teacher's prompt, or its user message.
  ///   - place: its key path, for errors.
  init(
    _ message: String, of format: PromptFormat, specials: SpecialTexts, at place: String
  ) throws(UserError) {
    var pieces = Self.pieces(message, format, specials)
    if let marks = format.marks {
      try Self.check(marks, of: format, specials)
      func mark(_ text: String) -> [Piece] {
        specials.parts(of: text, placeholders: []).map { part in
          switch part {
          case .special(let id): .special(id)
          case .text(let text), .placeholder(let text): .text(text)
          }
        }
      }
      var opening = mark(marks.begin)
      if !format.system.isEmpty {
        opening +=
          mark(marks.system) + Self.pieces(format.system, format, specials) + mark(marks.end)
      }
      pieces = opening + mark(marks.user) + pieces + mark(marks.end) + mark(marks.assistant)
    }
    let hole = pieces.firstIndex(of: .question) ?? pieces.endIndex
    let isText = { (piece: Piece) in if case .text = piece { true } else { false } }
    let first = pieces[..<hole].lastIndex { !isText($0) }.map { $0 + 1 } ?? 0
    let rest = pieces[min(hole + 1, pieces.count)...]
    let last = rest.firstIndex { !isText($0) } ?? rest.endIndex
    tokenizer = specials.tokenizer
    before = Self.joined(pieces[(hole == pieces.endIndex ? hole : first)..<hole])
    after = Self.joined(rest[..<last])
    head = try Self.encode(
      pieces[..<(hole == pieces.endIndex ? hole : first)], specials.tokenizer, at: place)
    tail = try Self.encode(rest[last...], specials.tokenizer, at: place)
    guard tokenizer.encodeLiterally(before + after) != nil else { throw Self.noTokens(place) }
  }

  /// The ids of the prompt without a question.
  var ids: [Int32] { head + tail }

  /// The ids of the prompt for a question; nil if part of it has no token.
  func ids(for question: String) -> [Int32]? {
    tokenizer.encodeLiterally(before + question + after).map { head + $0 + tail }
  }

  private static func pieces(
    _ text: String, _ format: PromptFormat, _ specials: SpecialTexts
  ) -> [Piece] {
    var pieces: [Piece] = []
    for part in specials.parts(of: text, placeholders: ["{examples}", "{question}"]) {
      switch part {
      case .special(let id): pieces.append(.special(id))
      case .text(let text): pieces.append(.text(text))
      case .placeholder("{question}"): pieces.append(.question)
      case .placeholder:
        for example in format.examples { pieces += Self.pieces(example, format, specials) }
      }
    }
    return pieces
  }

  private static func pieces(
    _ example: PromptFormat.Example, _ format: PromptFormat, _ specials: SpecialTexts
  ) -> [Piece] {
    specials.parts(of: format.example, placeholders: ["{question}", "{answer}"]).map { part in
      switch part {
      case .special(let id): .special(id)
      case .text(let text): .text(text)
      case .placeholder("{question}"): .text(example.question)
      case .placeholder: .text(example.answer)
      }
    }
  }

  private static func joined(_ pieces: ArraySlice<Piece>) -> String {
    pieces.reduce(into: "") { text, piece in
      if case .text(let part) = piece { text += part }
    }
  }

  private static func encode(
    _ pieces: ArraySlice<Piece>, _ tokenizer: any Tokenizer, at place: String
  ) throws(UserError) -> [Int32] {
    var ids: [Int32] = []
    var text = ""
    func flush() throws(UserError) {
      guard !text.isEmpty else { return }
      guard let encoded = tokenizer.encodeLiterally(text) else { throw noTokens(place) }
      ids += encoded
      text = ""
    }
    for piece in pieces {
      switch piece {
      case .text(let part): text += part
      case .special(let id):
        try flush()
        ids.append(id)
      case .question: preconditionFailure("a prompt has one question")
      }
    }
    try flush()
    return ids
  }

  private static func noTokens(_ place: String) -> UserError {
    UserError(
      .configuration, place: place,
      "or an example holds text that the model's tokenizer has no token for",
      hint: "write it with words of the model's vocabulary")
  }

  /// Refuses marks with what looks like a special token and is none of the model's: as mere text it
  /// would mean nothing to the model.
  private static func check(
    _ marks: ChatMarks, of format: PromptFormat, _ specials: SpecialTexts
  ) throws(UserError) {
    for (key, text) in marks.texts {
      for case .text(let rest) in specials.parts(of: text, placeholders: []) {
        guard let start = rest.firstRange(of: "<|"),
          let end = rest[start.upperBound...].firstRange(of: "|>")
        else { continue }
        let name = rest[start.lowerBound..<end.upperBound]
        guard format.template == .chat else {
          throw UserError(
            .configuration, place: "task.format.template",
            "is \(format.template.rawValue), but this model's tokenizer has no token \(name)",
            hint: "set task.format.template: completion, or take a model that was trained with "
              + format.template.rawValue)
        }
        throw UserError(
          .configuration, place: "task.format.chat.\(key)",
          "holds \(name), for which this model's tokenizer has no token",
          hint: "take the texts from chat_template in the model's tokenizer_config.json")
      }
    }
  }
}

/// The texts of a tokenizer's tokens: the special ones, to find in a format's own texts, and the others.
struct SpecialTexts: Sendable {
  enum Part: Equatable {
    case special(Int32)
    case placeholder(String)
    case text(String)
  }

  let tokenizer: any Tokenizer
  let ids: Set<Int32>
  /// The text of each id, in bytes; empty for special tokens.
  let ordinaryTexts: [[UInt8]]
  /// Longest first: `<|end|>` may begin `<|end|>>`.
  private let texts: [(bytes: [UInt8], id: Int32)]

  init(_ tokenizer: any Tokenizer) {
    self.tokenizer = tokenizer
    texts = tokenizer.tokens.compactMap { text in
      text.isEmpty ? nil : tokenizer.specialToken(text).map { (Array(text.utf8), $0) }
    }.sorted { $0.bytes.count > $1.bytes.count }
    let special = Set(texts.map(\.id))
    ids = special
    ordinaryTexts = (0..<Int32(tokenizer.vocabularySize)).map { id in
      special.contains(id) ? [] : Array(tokenizer.decodeText([id]).utf8)
    }
  }

  func parts(of text: String, placeholders: [String]) -> [Part] {
    let bytes = Array(text.utf8)
    let names = placeholders.map { ($0, Array($0.utf8)) }
    var parts: [Part] = []
    var (place, start) = (0, 0)
    func flush() {
      if place > start {
        parts.append(.text(String(decoding: bytes[start..<place], as: UTF8.self)))
      }
    }
    while place < bytes.count {
      let rest = bytes[place...]
      if let (name, found) = names.first(where: { rest.starts(with: $0.1) }) {
        flush()
        parts.append(.placeholder(name))
        place += found.count
        start = place
      } else if let found = texts.first(where: { rest.starts(with: $0.bytes) }) {
        flush()
        parts.append(.special(found.id))
        place += found.bytes.count
        start = place
      } else {
        place += 1
      }
    }
    flush()
    return parts
  }
}
