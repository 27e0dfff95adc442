import Diagnostics
import Synchronization

/// What a byte-level BPE tokenizer consists of, shared by all copies of it.
final class BytePairModel: Sendable {
  let addedTokens: [AddedToken]
  let pipeline: Pipeline
  /// The text of each id; of one that the file leaves out, `<id 7>`: [vocabularySize].
  let tokens: [String]
  /// Whether an id has a token: [vocabularySize].
  let isToken: [Bool]
  /// Whether decoding leaves the token out on demand: [vocabularySize].
  let isSkipped: [Bool]
  let ids: ByteStringTable
  let byteIDs: [Int32]
  /// Finds tokens in the text as it is, and in normalized text.
  let plainTokens: AddedTokenMatcher
  let normalizedTokens: AddedTokenMatcher
  /// What each id adds to decoded text, one after the other, and where each ends: [vocabularySize].
  private let decoded: [UInt8]
  private let decodedEnds: [Int]
  private let merges: PairTable
  private let wholeWords: ByteStringTable?
  /// Encoders that no call uses, with their caches. A call takes one, so that threads wait for each
  /// other only for that, and puts it back.
  private let idleEncoders = Mutex<[WordEncoder]>([])

  init(_ document: FilePart) throws(UserError) {
    let file = try BytePairFile(document)
    let texts = file.tokens
    pipeline = try Pipeline(document) { texts.indices.contains($0) && texts[$0] != nil }
    ids = file.ids
    byteIDs = file.byteIDs
    merges = file.merges
    addedTokens = file.addedTokens
    isToken = texts.map { $0 != nil }
    tokens = texts.enumerated().map { $1 ?? Self.mark(Int32($0)) }

    // Decoding gives the text under which an added token is found.
    let added = Self.normalized(file.addedTokens, composes: pipeline.composes)
    try Self.checkDistinct(added, file.addedTokens, document)
    var shown = texts.map { $0 ?? "" }
    for (token, text) in zip(file.addedTokens, added) { shown[Int(token.id)] = text }
    let special = Set(file.addedTokens.filter(\.isSpecial).map(\.content.exact))
    var isSkipped = [Bool](repeating: false, count: texts.count)
    for (token, text) in zip(file.addedTokens, added) {
      isSkipped[Int(token.id)] = special.contains(text.exact)
    }
    self.isSkipped = isSkipped
    var decoded: [UInt8] = []
    var decodedEnds: [Int] = []
    decodedEnds.reserveCapacity(shown.count)
    for text in shown {
      if let bytes = ByteAlphabet.bytes(of: text) { decoded += bytes } else { decoded += text.utf8 }
      decodedEnds.append(decoded.count)
    }
    self.decoded = decoded
    self.decodedEnds = decodedEnds

    func matcher(normalized: Bool) -> AddedTokenMatcher {
      let chosen = added.indices.filter { file.addedTokens[$0].isNormalized == normalized }
      return AddedTokenMatcher(
        tokens: file.addedTokens, patterns: chosen.map { (Array(added[$0].utf8), $0) })
    }
    plainTokens = matcher(normalized: false)
    normalizedTokens = matcher(normalized: true)
    wholeWords = file.ignoresMerges ? Self.wholeWords(file.vocabulary) : nil
  }

  /// The text under which each added token is found.
  private static func normalized(_ tokens: [AddedToken], composes: Bool) -> [String] {
    tokens.map { token in
      guard composes && token.isNormalized else { return token.content }
      let bytes = Array(token.content.utf8)
      let normalized = CanonicalComposition.compose(bytes, bytes.indices)
      return String(decoding: normalized ?? bytes, as: UTF8.self)
    }
  }

  private static func checkDistinct(
    _ texts: [String], _ tokens: [AddedToken], _ document: FilePart
  ) throws(UserError) {
    var seen: Set<ExactText> = []
    for (text, token) in zip(texts, tokens)
    where token.isNormalized && !seen.insert(text.exact).inserted {
      throw UserError(
        .dataError, file: document.path, place: "added_tokens",
        "'\(token.content.shortened())' is the same as another token once it is normalized")
    }
  }

  /// Tokens by what they stand for, for looking up words of a text.
  private static func wholeWords(_ vocabulary: [String?]) -> ByteStringTable {
    var words = ByteStringTable(capacity: vocabulary.count)
    for (id, text) in vocabulary.enumerated() {
      guard let text, let bytes = ByteAlphabet.bytes(of: text) else { continue }
      _ = words.insert(bytes[...], id: Int32(id))
    }
    return words
  }

  /// How an id without a token is shown.
  static func mark(_ id: Int32) -> String { "<id \(id)>" }

  /// Appends what `id` adds to decoded text.
  func appendBytes(of id: Int32, skippingSpecialTokens: Bool, to bytes: inout [UInt8]) {
    let index = Int(id)
    guard isToken.indices.contains(index), isToken[index] else {
      bytes += Self.mark(id).utf8
      return
    }
    if skippingSpecialTokens && isSkipped[index] { return }
    bytes += decoded[(index > 0 ? decodedEnds[index - 1] : 0)..<decodedEnds[index]]
  }

  func takeEncoder() -> WordEncoder {
    idleEncoders.withLock { $0.popLast() }
      ?? WordEncoder(merges: merges, byteIDs: byteIDs, wholeWords: wholeWords)
  }

  func giveBack(_ encoder: consuming WordEncoder) {
    let encoder = encoder
    idleEncoders.withLock { $0.append(encoder) }
  }
}
