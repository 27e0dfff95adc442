// Locks:
// - the records of an event file, decoded byte by byte with a second implementation
// - what is no number is left out, and a text is a code block whatever it holds

import Diagnostics
import Exchange
import Foundation
import Testing

@Suite struct EventFileTests {
  /// Bit by bit, after the definition.
  private func slowChecksum(_ bytes: [UInt8]) -> UInt32 {
    var rest = UInt32.max
    for byte in bytes {
      for bit in 0..<8 {
        let mixed = (rest ^ UInt32(byte >> bit)) & 1
        rest = rest >> 1 ^ (mixed == 1 ? 0x82F6_3B78 : 0)
      }
    }
    return ~rest
  }

  private func masked(_ bytes: [UInt8]) -> UInt32 {
    let checksum = slowChecksum(bytes)
    return (checksum >> 15 | checksum << 17) &+ 0xA282_EAD8
  }

  private func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private func records(_ data: Data) throws -> [[UInt8]] {
    var rest = Array(data)[...]
    var records: [[UInt8]] = []
    while !rest.isEmpty {
      let length = Array(rest.prefix(8))
      let count = Int(number(length[...]))
      rest = rest.dropFirst(8)
      #expect(number(rest.prefix(4)) == UInt64(masked(length)))
      rest = rest.dropFirst(4)
      try #require(rest.count >= count + 4)
      records.append(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
      #expect(number(rest.prefix(4)) == UInt64(masked(records[records.count - 1])))
      rest = rest.dropFirst(4)
    }
    return records
  }

  /// Fields of a message with their raw content.
  private func fields(_ message: [UInt8]) throws -> [(number: Int, content: [UInt8])] {
    var rest = message[...]
    func varint() throws -> UInt64 {
      var value: UInt64 = 0
      for shift in stride(from: 0, to: 64, by: 7) {
        let next = rest.popFirst()
        let byte = try #require(next)
        value |= UInt64(byte & 0x7F) << UInt64(shift)
        if byte < 0x80 { break }
      }
      return value
    }
    var found: [(number: Int, content: [UInt8])] = []
    while !rest.isEmpty {
      let tag = try varint()
      let start = rest
      var length = 0
      switch tag & 7 {
      case 0:
        _ = try varint()
        length = rest.startIndex - start.startIndex
        rest = start
      case 1: length = 8
      case 2: length = Int(try varint())
      case 5: length = 4
      default: Issue.record("wire type \(tag & 7)")
      }
      try #require(rest.count >= length)
      found.append((Int(tag >> 3), Array(rest.prefix(length))))
      rest = rest.dropFirst(length)
    }
    return found
  }

  @Test func checksumsAreCastagnolis() {
    // RFC 3720, appendix B.4, and the usual check value.
    #expect(CRC32C.checksum([UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
    #expect(CRC32C.checksum([UInt8](repeating: 0xFF, count: 32)) == 0x62A8_AB43)
    #expect(CRC32C.checksum(UInt8(0)..<32) == 0x46DD_794E)
    #expect(CRC32C.checksum(Array("123456789".utf8)) == 0xE306_9283)
    #expect(slowChecksum(Array("123456789".utf8)) == 0xE306_9283)
    #expect(CRC32C.checksum([]) == 0)
  }

  @Test func recordsHoldWhatWasAppended() throws {
    let start = Date(timeIntervalSince1970: 1_700_000_000.5)
    var file = EventFile(start: start)
    file.append(
      time: start + 2, step: 300,
      scalars: [("a/b", 0.25), ("c", .nan), ("d", nil), ("e", .infinity), ("f", -3)])
    file.append(time: start, step: 1, scalars: [("nothing", .nan)])
    file.append(
      time: start, step: 7, tag: "texts",
      text: EventFile.verbatim(["# <b>x</b>", "a\n\n# b\u{1B}[2J ![](http://x)"]))
    let events = try records(file.data).map(fields)
    #expect(events.count == 3)
    func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }
    #expect(events[0].map(\.number) == [1, 2, 3])
    #expect(text(events[0][2].content) == "brain.Event:2")
    #expect(Double(bitPattern: number(events[0][0].content[...])) == 1_700_000_000.5)
    #expect(Double(bitPattern: number(events[1][0].content[...])) == 1_700_000_002.5)
    // 300 as a varint.
    #expect(events[1][1].content == [0xAC, 0x02])
    let values = try fields(events[1][2].content).map { try fields($0.content) }
    #expect(values.map { text($0[0].content) } == ["a/b", "f"])
    #expect(
      values.map { Float(bitPattern: UInt32(number($0[1].content[...]))) } == [0.25, -3])
    let value = try fields(fields(events[2][2].content)[0].content)
    #expect(value.map(\.number) == [1, 8, 9])
    let tensor = try fields(value[1].content)
    #expect(tensor.map(\.number) == [1, 2, 8] && tensor[0].content == [7])
    // Every line is indented, so that all of it is a code block.
    #expect(text(tensor[2].content) == "    # <b>x</b>\n    a  # b [2J ![](http://x)")
    let metadata = try fields(value[2].content)
    #expect(try text(fields(metadata[0].content)[0].content) == "text")
  }
}
