import Diagnostics

/// The vocabulary, merges and added tokens of a byte-level BPE `tokenizer.json`, checked.
struct BytePairFile {
  /// The text of each id; nil where the file leaves one out: [vocabularySize].
  private(set) var tokens: [String?] = []
  /// The same without added tokens: words may be these only.
  private(set) var vocabulary: [String?] = []
  /// Ids by token text.
  private(set) var ids = ByteStringTable(capacity: 0)
  /// The token of each byte, or -1: [256].
  private(set) var byteIDs: [Int32] = []
  /// Pairs of ids to `rank << 32 | id of the merged token`.
  private(set) var merges = PairTable()
  /// Whether a word that is a token stays one.
  private(set) var ignoresMerges = false
  private(set) var addedTokens: [AddedToken] = []
  private var addedIDs: Set<Int32> = []

  /// An id may exceed the number of tokens by this much: room for rows that pad an embedding, but
  /// not for a file that would take memory for two billion ids.
  private static let mostHoles = 1 << 16

  /// Reads `model` and `added_tokens`.
  init(_ document: FilePart) throws(UserError) {
    try document.allow([
      "version", "truncation", "padding", "added_tokens", "normalizer", "pre_tokenizer",
      "post_processor", "decoder", "model",
    ])
    if let version = document.member("version"), version.value.string?.exact != "1.0".exact {
      throw version.unsupported("\(version.value.string?.shortened() ?? version.value.kind)")
    }
    // Set, they would cut or fill up what `encode` gives. Who trains a model resets them at each
    // call, so a file that has them does not say how the model was trained.
    for key in ["truncation", "padding"] {
      if let part = document.member(key) {
        throw part.unsupported("what is not null", hint: "set it to null")
      }
    }
    let model = try document.required("model")
    try Self.checkSettings(model)
    ignoresMerges = try model.flag("ignore_merges", default: false)
    let added = try document.member("added_tokens")?.elements() ?? []
    let vocabularyPart = try model.required("vocab")
    try readVocabulary(vocabularyPart, addedCount: added.count)
    vocabulary = tokens
    try readBytes(model)
    try readMerges(model.required("merges"))
    var next = vocabularyPart.value.members?.count ?? 0
    for part in added { try add(part, &next) }
  }

  private static func checkSettings(_ model: FilePart) throws(UserError) {
    try model.allow([
      "type", "dropout", "unk_token", "continuing_subword_prefix", "end_of_word_suffix", "fuse_unk",
      "byte_fallback", "ignore_merges", "vocab", "merges",
    ])
    if let dropout = model.member("dropout"), dropout.value.number != 0 {
      throw dropout.unsupported("leaving out merges at random (\(dropout.value.kind))")
    }
    for key in ["continuing_subword_prefix", "end_of_word_suffix"] {
      if let part = model.member(key), try !part.string().isEmpty {
        throw part.unsupported("'\(try part.string().shortened())'")
      }
    }
    for key in ["fuse_unk", "byte_fallback"] {
      if let part = model.member(key), try part.flag() { throw part.unsupported("true") }
    }
  }

  private mutating func readVocabulary(_ part: FilePart, addedCount: Int) throws(UserError) {
    guard let members = part.value.members else {
      throw part.defect("is \(part.value.kind), not an object")
    }
    ids = ByteStringTable(capacity: members.count + addedCount)
    tokens = [String?](repeating: nil, count: members.count)
    for member in members {
      let name = member.key.shortened()
      guard let id = member.value.integer, id >= 0 else {
        throw part.defect("the id of '\(name)' is \(member.value.kind)")
      }
      guard id < members.count + Self.mostHoles else {
        throw part.defect("the id of '\(name)' is \(id), in a vocabulary of \(members.count)")
      }
      if id >= tokens.count {
        tokens += [String?](repeating: nil, count: id + 1 - tokens.count)
      }
      if let other = tokens[id] {
        throw part.defect("'\(other.shortened())' and '\(name)' have the same id \(id)")
      }
      tokens[id] = member.key
      _ = ids.insert(Array(member.key.utf8)[...], id: Int32(id))
    }
  }

  /// A byte without a token becomes the unknown token, if there is one.
  private mutating func readBytes(_ model: FilePart) throws(UserError) {
    byteIDs = ByteAlphabet.scalars.map { ids[String($0)] ?? -1 }
    guard let part = model.member("unk_token") else { return }
    let text = try part.string()
    guard byteIDs.contains(-1) else { return }
    guard let unknown = ids[text] else {
      throw part.defect("'\(text.shortened())' is not in the vocabulary")
    }
    byteIDs = byteIDs.map { $0 < 0 ? unknown : $0 }
  }

  /// Merges in order of rank: pairs of texts or, in older files, texts with a space between the two.
  /// Of two merges of one pair the last counts, as in the reference.
  private mutating func readMerges(_ part: FilePart) throws(UserError) {
    guard let array = part.value.array else {
      throw part.defect("is \(part.value.kind), not an array")
    }
    let areTexts = array.first?.string != nil
    merges = PairTable(minimumCapacity: array.count)
    var rank: UInt64 = 0
    for (index, value) in array.enumerated() {
      func defect(_ message: String) -> UserError {
        UserError(.dataError, file: part.path, place: "\(part.place)[\(index)]", message)
      }
      func id(_ token: ArraySlice<UInt8>) throws(UserError) -> Int32 {
        if let id = ids[token] { return id }
        let text = String(decoding: token, as: UTF8.self).shortened()
        throw defect("'\(text)' is not in the vocabulary")
      }
      let halves: [ArraySlice<UInt8>]
      if areTexts, let text = value.string {
        // The first line of a file of merges may have got into the list.
        if text.utf8.starts(with: "#version".utf8) { continue }
        halves = Array(text.utf8)
          .split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
      } else if !areTexts, let pair = value.array {
        halves = pair.compactMap { $0.string.map { Array($0.utf8)[...] } }
      } else {
        throw defect("is \(value.kind), while the first merge is \(array[0].kind)")
      }
      guard halves.count == 2 else { throw defect("does not name two tokens") }
      let merged = try id(halves[0] + halves[1])
      merges.set(try id(halves[0]), try id(halves[1]), rank << 32 | UInt64(merged))
      rank += 1
    }
  }

  /// Reads an added token. The reference ignores its id: a text of the vocabulary keeps the id that
  /// it has there, and others are numbered from the size of the vocabulary on. A file that says
  /// otherwise would mean another token there, and is refused.
  private mutating func add(_ part: FilePart, _ next: inout Int) throws(UserError) {
    try part.allow(["id", "content", "single_word", "lstrip", "rstrip", "normalized", "special"])
    let contentPart = try part.required("content")
    let content = try contentPart.string()
    let name = content.shortened()
    guard !content.isEmpty else { throw contentPart.defect("is empty") }
    let known = ids[content]
    let id = known ?? Int32(next)
    let idPart = try part.required("id")
    guard idPart.value.integer == Int(id) else {
      let place = known == nil ? "'\(name)' comes as number \(id)" : "'\(name)' has the id \(id)"
      throw idPart.defect("is \(idPart.value.kind), but \(place)")
    }
    guard addedIDs.insert(id).inserted else {
      throw contentPart.defect("'\(name)' is there twice")
    }
    if known == nil {
      while tokens.count <= next { tokens.append(nil) }
      if let other = tokens[next] {
        throw idPart.defect("is the id of '\(other.shortened())'")
      }
      tokens[next] = content
      _ = ids.insert(Array(content.utf8)[...], id: id)
      next += 1
    }
    addedTokens.append(
      AddedToken(
        id: id, content: content, singleWord: try part.required("single_word").flag(),
        stripsLeft: try part.required("lstrip").flag(),
        stripsRight: try part.required("rstrip").flag(),
        isNormalized: try part.required("normalized").flag(),
        isSpecial: try part.required("special").flag()))
  }
}
