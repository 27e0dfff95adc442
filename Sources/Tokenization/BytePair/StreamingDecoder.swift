/// Decodes ids as they come, and never shows half a character: bytes that may become one wait for
/// the rest of it. What `append` and `finish` return, joined, is what `decode` gives for all ids.
public struct StreamingDecoder: Sendable {
  private let model: BytePairModel
  private let skippingSpecialTokens: Bool
  /// The start of a character, or nothing between two calls.
  private var pending: [UInt8] = []

  init(_ model: BytePairModel, skippingSpecialTokens: Bool) {
    self.model = model
    self.skippingSpecialTokens = skippingSpecialTokens
  }

  /// Takes the next id.
  ///
  /// - Returns: the text that is now certain; often empty inside a character of several bytes.
  public mutating func append(_ id: Int32) -> String {
    model.appendBytes(of: id, skippingSpecialTokens: skippingSpecialTokens, to: &pending)
    let certain = pending.count - Self.unfinished(pending)
    let text = String(decoding: pending[..<certain], as: UTF8.self)
    pending.removeFirst(certain)
    return text
  }

  /// Ends the text.
  ///
  /// - Returns: U+FFFD if it ends inside a character; otherwise nothing. More ids may follow.
  public mutating func finish() -> String {
    defer { pending = [] }
    return String(decoding: pending, as: UTF8.self)
  }

  /// Number of bytes at the end that are the start of a character and not a whole one.
  private static func unfinished(_ bytes: [UInt8]) -> Int {
    for count in 1...3 where count <= bytes.count {
      let lead = bytes[bytes.count - count]
      if 0x80...0xBF ~= lead { continue }
      guard 0xC2...0xF4 ~= lead, count < UTF8Text.width(lead: lead) else { return 0 }
      guard count > 1 else { return count }
      // The second byte is limited after some leads; the text is not UTF-8 then.
      let second = bytes[bytes.count - count + 1]
      let isValid =
        switch lead {
        case 0xE0: second >= 0xA0
        case 0xED: second <= 0x9F
        case 0xF0: second >= 0x90
        case 0xF4: second <= 0x8F
        default: true
        }
      return isValid ? count : 0
    }
    return 0
  }
}
