/// One token per UTF-8 byte: id 0 ends a text, id b + 1 is byte b. For small tasks without their
/// own vocabulary.
public struct ByteTokenizer: Tokenizer {
  /// Ends a text; represents no byte.
  public static let end: Int32 = 0

  public init() {}

  public var vocabularySize: Int { 257 }

  /// `<end>`, then `<0x00>` to `<0xFF>`.
  public var tokens: [String] {
    ["<end>"]
      + (0..<256).map { byte in
        let digits = String(byte, radix: 16, uppercase: true)
        return "<0x\(digits.count == 1 ? "0" : "")\(digits)>"
      }
  }

  public func encode(_ text: String) -> [Int32]? { text.utf8.map { Int32($0) + 1 } }

  /// Nothing for ids that are not bytes.
  public func bytes(of id: Int32) -> [UInt8]? { UInt8(exactly: Int(id) - 1).map { [$0] } ?? [] }

  /// Skips ids that are not bytes; invalid UTF-8 decodes as the replacement character.
  public func decode(_ tokens: [Int32]) -> String {
    String(decoding: tokens.compactMap { UInt8(exactly: $0 - 1) }, as: UTF8.self)
  }
}
