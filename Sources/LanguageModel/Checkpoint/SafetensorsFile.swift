public import Diagnostics
public import Foundation
public import Numerics

/// An open safetensors file whose header was checked against the file's real size.
public final class SafetensorsFile: Sendable {
  /// The tensors in the order of the header.
  public let entries: [SafetensorsEntry]
  /// The strings under `__metadata__`.
  public let metadata: [String: String]
  private let file: InputFile
  private let indices: [String: Int]

  public var path: String { file.path }

  public init(_ url: URL) throws(UserError) {
    file = try InputFile(url)
    let prefix = 8
    guard file.size >= prefix else {
      throw UserError(
        .dataError, file: file.path,
        "\(file.size) bytes is too short for a safetensors file", hint: Self.remedy)
    }
    var length: UInt64 = 0
    for byte in try file.bytes(0..<prefix).reversed() { length = length << 8 | UInt64(byte) }
    guard length <= UInt64(SafetensorsHeader.maximumLength) else {
      throw UserError(
        .dataError, file: file.path,
        "claims a header of \(length) bytes; at most \(SafetensorsHeader.maximumLength) are allowed",
        hint: "this is not a safetensors file, or it is damaged")
    }
    guard Int(length) <= file.size - prefix else {
      throw UserError(
        .dataError, file: file.path,
        "claims a header of \(length) bytes and is \(file.size) bytes long", hint: Self.remedy)
    }
    let dataStart = prefix + Int(length)
    let header = try SafetensorsHeader(
      json: try file.bytes(prefix..<dataStart), path: file.path, dataStart: dataStart,
      fileSize: file.size)
    entries = header.entries
    metadata = header.metadata
    // Names with different bytes can be equal Swift strings (canonical equivalence).
    indices = Dictionary(
      header.entries.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static let remedy = "the file is truncated: copy or download it again"

  public func entry(_ name: String) -> SafetensorsEntry? { indices[name].map { entries[$0] } }

  /// The values of a tensor of type F32, BF16 or F16.
  public func values(_ name: String) throws(UserError) -> [Float] {
    guard let entry = entry(name) else {
      throw UserError(.dataError, file: path, place: name.shortened(), "there is no such tensor")
    }
    let buffer = FloatBuffer(count: entry.count)
    try read(entry, shape: entry.shape, into: buffer, at: 0)
    return buffer.array()
  }

  /// Reads a tensor, which must have this shape, into `buffer` starting at `offset`.
  public func read(
    _ entry: SafetensorsEntry, shape: [Int], into buffer: FloatBuffer, at offset: Int
  ) throws(UserError) {
    try check(entry, shape: shape)
    precondition(offset >= 0 && offset + entry.count <= buffer.count)
    let width = entry.type == "F32" ? 4 : 2
    let pieceCount = 1 << 18
    var raw = [UInt8](repeating: 0, count: min(entry.count, pieceCount) * width)
    var done = 0
    while done < entry.count {
      let count = min(pieceCount, entry.count - done)
      try raw.withUnsafeMutableBufferPointer { bytes throws(UserError) in
        let piece = UnsafeMutableRawBufferPointer(start: bytes.baseAddress, count: count * width)
        try file.read(into: piece, at: entry.bytes.lowerBound + done * width)
        Self.convert(
          UnsafeRawBufferPointer(piece), type: entry.type, to: buffer.base + offset + done)
      }
      done += count
    }
  }

  /// Throws unless the tensor has this shape and a readable type.
  func check(_ entry: SafetensorsEntry, shape: [Int]) throws(UserError) {
    guard ["F32", "BF16", "F16"].contains(entry.type) else {
      throw UserError(
        .dataError, file: path, place: entry.name.shortened(),
        "has element type \(entry.type.shortened()); F32, BF16 and F16 are supported",
        hint: "save the model again with one of these types")
    }
    guard entry.shape == shape else {
      throw UserError(
        .dataError, file: path, place: entry.name.shortened(),
        "expected shape \(shape), found \(entry.shape)",
        hint: "the weights do not belong to this config.json")
    }
  }

  private static func convert(
    _ bytes: UnsafeRawBufferPointer, type: String, to target: UnsafeMutablePointer<Float>
  ) {
    switch type {
    case "F32":
      for index in 0..<bytes.count / 4 {
        let bits = bytes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)
        target[index] = Float(bitPattern: UInt32(littleEndian: bits))
      }
    case "BF16":
      for index in 0..<bytes.count / 2 {
        let bits = bytes.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self)
        target[index] = Float(bitPattern: UInt32(UInt16(littleEndian: bits)) << 16)
      }
    default:
      for index in 0..<bytes.count / 2 {
        let bits = bytes.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self)
        target[index] = float(half: UInt16(littleEndian: bits))
      }
    }
  }

  /// IEEE binary16 to float, because Swift's `Float16` is missing on some platforms.
  static func float(half: UInt16) -> Float {
    let sign = UInt32(half & 0x8000) << 16
    let magnitude = UInt32(half & 0x7FFF) << 13
    if half & 0x7C00 == 0x7C00 { return Float(bitPattern: sign | 0x7F80_0000 | magnitude) }
    // In float's exponent field, the half exponent is 127 - 15 too low; exact for subnormals too.
    let value = Float(bitPattern: magnitude) * 0x1p112
    return Float(bitPattern: sign | value.bitPattern)
  }
}
