import Diagnostics
import Tasks
import Tokenization

/// Where a response ends: at an end token of the model, and before the first stop string of its text.
struct StopRule: Sendable {
  /// Ids whose sampling ends a response: the model's end tokens and all whose text holds a stop
  /// string, ascending.
  let tokens: [Int32]
  /// The stop strings that several tokens can make together, so that no single id tells the end.
  let strings: [String]

  /// Ids that end the text when it is read: all special ones.
  private let endTokens: Set<Int32>
  private let stops: [[UInt8]]
  private let tokenizer: any Tokenizer

  init(_ stops: [String], endTokens: [Int32], specials: SpecialTexts) {
    let tokenizer = specials.tokenizer
    self.tokenizer = tokenizer
    self.stops = stops.map { Array($0.utf8) }
    let texts = specials.ordinaryTexts
    var ids = Set(endTokens)
    ids.formUnion(stops.compactMap(tokenizer.specialToken))
    for (id, text) in texts.enumerated()
    where self.stops.contains(where: { text.firstRange(ofBytes: $0) != nil }) {
      ids.insert(Int32(id))
    }
    tokens = ids.sorted()
    self.endTokens = specials.ids.union(endTokens)
    let joins = Self.joinsTexts(tokenizer)
    strings = stops.filter { Self.canSpanTokens(Array($0.utf8), texts, joins: joins) }
  }

  func limits(_ maximumTokens: Int) -> ResponseLimits {
    ResponseLimits(
      maximumTokens: maximumTokens, stopTokens: tokens,
      stopTexts: StopTexts(strings, tokenizer: tokenizer, breaks: endTokens))
  }

  /// Whether a text holds a stop string.
  func isStopped(_ text: String) -> Bool { end(of: Array(text.utf8)) != nil }

  /// A response's text up to where it ends, and whether it does end rather than being cut off.
  func text(of tokens: [Int32]) -> (text: String, isComplete: Bool) {
    let kept = tokens.prefix { !endTokens.contains($0) }
    let bytes = Array(tokenizer.decodeText(Array(kept)).utf8)
    guard let end = end(of: bytes) else {
      return (String(decoding: bytes, as: UTF8.self), kept.count < tokens.count)
    }
    return (String(decoding: bytes[..<end], as: UTF8.self), true)
  }

  private func end(of bytes: [UInt8]) -> Int? {
    stops.compactMap { bytes.firstRange(ofBytes: $0)?.lowerBound }.min()
  }

  /// Whether the text of several tokens is their texts end to end; word-level vocabularies put
  /// spaces between.
  private static func joinsTexts(_ tokenizer: any Tokenizer) -> Bool {
    let last = Int32(tokenizer.vocabularySize) - 1
    return tokenizer.decodeText([last, last]).exact
      == (tokenizer.decodeText([last]) + tokenizer.decodeText([last])).exact
  }

  /// Whether tokens can make a stop string that none of them holds. Walks from how much of the string
  /// stands to how much stands after one more token.
  private static func canSpanTokens(_ stop: [UInt8], _ texts: [[UInt8]], joins: Bool) -> Bool {
    guard stop.count > 1 else { return false }
    // Tokens may hold part of a character, which their text alone does not show.
    guard joins, stop.allSatisfy({ $0 < 0x80 }) else { return true }
    var reached = Set<Int>()
    for length in 1..<stop.count
    where texts.contains(where: {
      $0.count >= length && $0.suffix(length).elementsEqual(stop[..<length])
    }) {
      reached.insert(length)
    }
    for length in 1..<stop.count where reached.contains(length) {
      let rest = stop[length...]
      for text in texts where !text.isEmpty {
        if text.starts(with: rest) { return true }
        if text.count < rest.count, rest.starts(with: text) { reached.insert(length + text.count) }
      }
    }
    return false
  }
}
