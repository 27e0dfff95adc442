public import Diagnostics
public import Foundation

/// Byte-level byte-pair encoding, as a Hugging Face `tokenizer.json` describes it: the tokenizers of
/// GPT-2, SmolLM2, Llama 3, Qwen 2 to 3 and their like.
///
/// Encodes and decodes exactly as the Python package `tokenizers` 0.23, including its versions of
/// Unicode. Every byte is text: `encode` fails only for a vocabulary without all 256 bytes. Safe to
/// use from several threads at once; copies share one vocabulary and its caches.
public struct BytePairTokenizer: Tokenizer {
  private let model: BytePairModel

  /// The bytes of the file that it was read from.
  public let fileContents: Data

  /// Reads a `tokenizer.json`.
  ///
  /// - Throws: a ``UserError`` that names the key, for a file that is damaged or has a part whose
  ///   meaning is not known here.
  public init(contentsOf url: URL) throws(UserError) {
    try self.init(TokenizerDocument(url))
  }

  init(_ document: TokenizerDocument) throws(UserError) {
    model = try BytePairModel(document.root)
    fileContents = document.contents
  }

  /// Writes the file that it was read from, byte for byte, as `tokenizer.json` into a folder.
  ///
  /// - Throws: ``UserError`` naming the file.
  public func write(to folder: URL) throws {
    try AtomicFile.write(fileContents, to: folder.appendingPathComponent(TokenizerFile.name))
  }

  /// One more than the highest id. Models often have more rows in their embedding, to fill it up.
  public var vocabularySize: Int { model.tokens.count }

  /// Token texts as in the file, where each byte is a printable character and "Ġ" is a space; of an
  /// id that the file leaves out, `<id 7>`.
  public var tokens: [String] { model.tokens }

  /// Tokens that are found in the text before it is split, in the order of the file.
  public var addedTokens: [AddedToken] { model.addedTokens }

  /// The id of a token text as in the file.
  public func id(of token: String) -> Int32? { model.ids[token] }

  /// What an id adds to a text: bytes, of which several ids may make one character. Nil without a
  /// token.
  public func bytes(of id: Int32) -> [UInt8]? {
    guard model.isToken.indices.contains(Int(id)), model.isToken[Int(id)] else { return nil }
    var bytes: [UInt8] = []
    model.appendBytes(of: id, skippingSpecialTokens: false, to: &bytes)
    return bytes
  }

  /// The bytes that have no token, ascending; text with them cannot be encoded. Mostly empty.
  public var bytesWithoutToken: [UInt8] {
    model.byteIDs.indices.filter { model.byteIDs[$0] < 0 }.map { UInt8($0) }
  }

  /// The ids of `text`, without the special tokens that the file's template puts around a text.
  /// Special tokens that the text itself spells out are read as such.
  ///
  /// - Returns: nil if a byte has no token, or for more than 2^31 - 1 bytes.
  public func encode(_ text: String) -> [Int32]? {
    encode(text, addingSpecialTokens: false)
  }

  /// The ids of `text`.
  ///
  /// - Parameters:
  ///   - addingSpecialTokens: puts around the text what the file's template says, such as a token
  ///     that begins it.
  ///   - readingSpecialTokens: false reads special tokens that the text spells out as ordinary
  ///     characters, so that text from elsewhere cannot end a turn of a conversation.
  /// - Returns: nil if a byte has no token, or for more than 2^31 - 1 bytes.
  public func encode(
    _ text: String, addingSpecialTokens: Bool, readingSpecialTokens: Bool = true
  ) -> [Int32]? {
    let bytes = Array(text.utf8)
    // Places in long words are kept in 32 bits.
    guard bytes.count <= Int(Int32.max) else { return nil }
    var encoding = TextEncoding(model, capacity: bytes.count / 3)
    if addingSpecialTokens { encoding.append(model.pipeline.prefix) }
    encoding.append(bytes, readingSpecialTokens: readingSpecialTokens)
    if addingSpecialTokens { encoding.append(model.pipeline.suffix) }
    return encoding.finish()
  }

  /// The text of `ids`, special tokens included. Bytes that are not UTF-8 become U+FFFD; an id
  /// without a token becomes `<id 99>`.
  public func decode(_ ids: [Int32]) -> String { decode(ids, skippingSpecialTokens: false) }

  public func decode(_ ids: [Int32], skippingSpecialTokens: Bool) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * ids.count)
    for id in ids {
      model.appendBytes(of: id, skippingSpecialTokens: skippingSpecialTokens, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Decodes ids one by one, as they are sampled.
  public func streamingDecoder(skippingSpecialTokens: Bool = false) -> StreamingDecoder {
    StreamingDecoder(model, skippingSpecialTokens: skippingSpecialTokens)
  }
}
