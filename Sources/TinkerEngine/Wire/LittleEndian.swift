package import Foundation

extension Data {
  /// The numbers' bytes, little-endian and end to end: how the protocol writes arrays.
  package init(littleEndian values: [Int32]) {
    self = Self.bytes(values, \.littleEndian)
  }

  package init(littleEndian values: [Int64]) {
    self = Self.bytes(values, \.littleEndian)
  }

  package init(littleEndian values: [Float]) {
    self = Self.bytes(values, \.bitPattern.littleEndian)
  }

  private static func bytes<Value, Word: FixedWidthInteger>(
    _ values: [Value], _ word: (Value) -> Word
  ) -> Data {
    var data = Data(capacity: values.count * Word.bitWidth / 8)
    for value in values {
      Swift.withUnsafeBytes(of: word(value)) { data.append(contentsOf: $0) }
    }
    return data
  }

  /// - Throws: ``WireDefect`` if the bytes end within a number.
  package func int32s() throws(WireDefect) -> [Int32] {
    try words(UInt32.self).map { Int32(bitPattern: $0) }
  }

  package func int64s() throws(WireDefect) -> [Int64] {
    try words(UInt64.self).map { Int64(bitPattern: $0) }
  }

  package func floats() throws(WireDefect) -> [Float] {
    try words(UInt32.self).map { Float(bitPattern: $0) }
  }

  private func words<Word: FixedWidthInteger>(_: Word.Type) throws(WireDefect) -> [Word] {
    let size = Word.bitWidth / 8
    guard count % size == 0 else { throw WireDefect("an array that ends within an element") }
    let bytes = [UInt8](self)
    return stride(from: 0, to: count, by: size).map { place in
      bytes[place..<place + size].reversed().reduce(0) { $0 << 8 | Word($1) }
    }
  }
}

/// What a server sent is not what the protocol says.
package struct WireDefect: Error, Equatable {
  package var message: String

  package init(_ message: String) { self.message = message }
}
