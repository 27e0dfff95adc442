/// The lines of a file, one after the other, in bounded memory.
package struct LineReader {
  package enum Line {
    case text([UInt8])
    /// Longer than ``limit``; its bytes are discarded.
    case tooLong
  }

  /// Maximum bytes of a line; a language model's document has some thousands.
  package static let limit = 1 << 20

  private var input: InputBytes
  /// The file, for messages.
  package var path: String { input.path }
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// Number of the line returned last, from 1.
  package private(set) var number = 0

  /// - Parameter path: the file; `-` is standard input.
  package init(path: String) throws { self.init(try InputBytes(path: path)) }

  init(_ input: InputBytes) { self.input = input }

  /// The next line, without its LF or CRLF and, on the first line, without a byte order mark; nil
  /// after the last.
  package mutating func next() throws -> Line? {
    var searched = start
    var isTooLong = false
    while true {
      if let end = newline(from: searched) {
        defer { start = end + 1 }
        number += 1
        return isTooLong || end - start > Self.limit ? .tooLong : .text(line(until: end))
      }
      if isAtEnd {
        guard start < buffer.count || isTooLong else { return nil }
        defer { start = buffer.count }
        number += 1
        return isTooLong || buffer.count - start > Self.limit
          ? .tooLong : .text(line(until: buffer.count))
      }
      if buffer.count - start > Self.limit {
        isTooLong = true
        start = buffer.count
      }
      buffer.removeSubrange(..<start)
      start = 0
      searched = buffer.count
      try fill()
    }
  }

  private func newline(from searched: Int) -> Int? {
    buffer[min(searched, buffer.count)...].firstIndex(of: 0x0A)
  }

  private func line(until end: Int) -> [UInt8] {
    var bytes = buffer[start..<end]
    if bytes.last == 0x0D { bytes.removeLast() }
    if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return Array(bytes)
  }

  private mutating func fill() throws {
    if let bytes = try input.next() {
      buffer.append(contentsOf: bytes)
    } else {
      isAtEnd = true
    }
  }
}
