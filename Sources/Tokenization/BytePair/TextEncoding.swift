/// The encoding of one text, from bytes to ids.
struct TextEncoding {
  private let model: BytePairModel
  private let classes = ScalarClasses.shared
  private var words: WordEncoder
  private var ids: [Int32] = []
  private var isComplete = true

  init(_ model: BytePairModel, capacity: Int) {
    self.model = model
    words = model.takeEncoder()
    ids.reserveCapacity(capacity)
  }

  /// - Returns: nil if a byte had no token.
  consuming func finish() -> [Int32]? {
    model.giveBack(words)
    return isComplete ? ids : nil
  }

  mutating func append(_ special: [Int32]) { ids += special }

  /// Appends the ids of valid UTF-8.
  mutating func append(_ bytes: [UInt8], readingSpecialTokens: Bool) {
    let pieces = model.plainTokens.pieces(
      bytes, bytes.indices, readsSpecialTokens: readingSpecialTokens)
    for piece in pieces {
      if let token = piece.token {
        ids.append(model.addedTokens[token].id)
      } else if model.pipeline.composes,
        let normalized = CanonicalComposition.compose(bytes, piece.range)
      {
        appendNormalized(normalized, normalized.indices, readingSpecialTokens)
      } else {
        appendNormalized(bytes, piece.range, readingSpecialTokens)
      }
    }
  }

  private mutating func appendNormalized(
    _ bytes: [UInt8], _ range: Range<Int>, _ readingSpecialTokens: Bool
  ) {
    let pieces = model.normalizedTokens.pieces(
      bytes, range, readsSpecialTokens: readingSpecialTokens)
    for piece in pieces {
      if let token = piece.token {
        ids.append(model.addedTokens[token].id)
      } else {
        split(bytes, piece.range, step: 0)
      }
    }
  }

  /// Splits a piece by the steps of pre-tokenization from `step` on, and encodes what is left.
  private mutating func split(_ bytes: [UInt8], _ range: Range<Int>, step: Int) {
    guard step < model.pipeline.steps.count else {
      if isComplete { isComplete = words.append(bytes, range, to: &ids) }
      return
    }
    let kind = model.pipeline.steps[step]
    if kind == .prefixSpace, bytes[range.lowerBound] != UInt8(ascii: " ") {
      let spaced = [UInt8(ascii: " ")] + bytes[range]
      return split(spaced, spaced.indices, step: step + 1)
    }
    var start = range.lowerBound
    while start < range.upperBound {
      let end = kind.end(bytes, from: start, to: range.upperBound, classes)
      split(bytes, start..<end, step: step + 1)
      start = end
    }
  }
}
