/// The alphabet in which byte-level BPE writes bytes: a printable scalar for each, its own for most
/// of Latin-1, and one from U+0100 on for each other byte in order (GPT-2's `bytes_to_unicode`).
enum ByteAlphabet {
  /// The scalar of each byte: [256].
  static let scalars: [Unicode.Scalar] = {
    var shifted: UInt32 = 0x100
    return (0..<256).map { byte -> Unicode.Scalar in
      switch byte {
      case 0x21...0x7E, 0xA1...0xAC, 0xAE...0xFF: return Unicode.Scalar(UInt8(byte))
      default:
        defer { shifted += 1 }
        return Unicode.Scalar(shifted) ?? " "
      }
    }
  }()

  /// The byte of each scalar of the alphabet, by the scalar's value; -1 below the last for others.
  private static let bytes: [Int16] = {
    var bytes = [Int16](repeating: -1, count: 0x144)
    for (byte, scalar) in scalars.enumerated() { bytes[Int(scalar.value)] = Int16(byte) }
    return bytes
  }()

  /// What a token stands for; nil if a scalar of it is not of the alphabet.
  static func bytes(of token: String) -> [UInt8]? {
    let table = bytes
    var result: [UInt8] = []
    result.reserveCapacity(token.utf8.count)
    for scalar in token.unicodeScalars {
      guard scalar.value < 0x144, let byte = UInt8(exactly: table[Int(scalar.value)]) else {
        return nil
      }
      result.append(byte)
    }
    return result
  }
}
