// Locks:
// - what is written is read back bit for bit, also NaN, infinities and negative zero;
// - half-precision types widen exactly;
// - every malformed header is a one-line data error that names the file, and never a crash or an
//   allocation of the size that it claims;
// - a failed write leaves the old file and nothing else.

import Diagnostics
import Foundation
import LanguageModel
import TestSupport
import Testing

@Suite struct SafetensorsTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func roundTripIsBitwise() throws {
    let special: [Float] = [.nan, .infinity, -.infinity, -0.0, .leastNonzeroMagnitude, 1.5]
    let many = (0..<600_001).map { Float($0) * 0.1 }
    let url = folder.file("a.safetensors")
    try SafetensorsFile.write(
      [
        NamedTensor(name: "special", shape: [2, 3], values: special),
        NamedTensor(name: "empty", shape: [0, 4], values: []),
        NamedTensor(name: "scalar", shape: [], values: [3]),
        NamedTensor(name: "many", shape: [600_001], values: many),
      ], metadata: [("format", "pt"), ("step", "12")], to: url)
    let file = try SafetensorsFile(url)
    #expect(file.entries.map(\.name) == ["special", "empty", "scalar", "many"])
    #expect(file.entries.map(\.shape) == [[2, 3], [0, 4], [], [600_001]])
    #expect(file.metadata == ["format": "pt", "step": "12"])
    #expect(try file.values("special").map(\.bitPattern) == special.map(\.bitPattern))
    #expect(try file.values("empty") == [])
    #expect(try file.values("scalar") == [3])
    #expect(try file.values("many") == many)
    #expect(file.entries[0].bytes.lowerBound % 8 == 0)
    #expect(try folder.contents == ["a.safetensors"])
  }

  @Test func halfPrecisionWidensExactly() throws {
    // 1, -2, largest finite, smallest subnormal, largest subnormal, infinity, -0.
    let half: [UInt16] = [0x3C00, 0xC000, 0x7BFF, 0x0001, 0x03FF, 0x7C00, 0x8000]
    let brain: [UInt16] = [0x3F80, 0xC000, 0x7F7F, 0x0001, 0x7F80, 0x8000]
    let data = (half + brain).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let url = try safetensors(
      """
      {"h": {"dtype": "F16", "shape": [7], "data_offsets": [0, 14]},
       "b": {"dtype": "BF16", "shape": [6], "data_offsets": [14, 26]}}
      """, data: data)
    let file = try SafetensorsFile(url)
    let expectedHalf: [Float] = [1, -2, 65504, 0x1p-24, 0x3FFp-24, .infinity, -0.0]
    #expect(try file.values("h").map(\.bitPattern) == expectedHalf.map(\.bitPattern))
    let expectedBrain = brain.map { UInt32($0) << 16 }
    #expect(try file.values("b").map(\.bitPattern) == expectedBrain)
  }

  @Test func nanOfHalfPrecisionStaysNaN() throws {
    let url = try safetensors(
      #"{"h": {"dtype": "F16", "shape": [2], "data_offsets": [0, 4]}}"#,
      data: [0x01, 0x7C, 0x00, 0xFE])
    #expect(try SafetensorsFile(url).values("h").allSatisfy(\.isNaN))
  }

  @Test func otherTypesMatterOnlyWhenRead() throws {
    let url = try safetensors(
      """
      {"i": {"dtype": "I64", "shape": [1], "data_offsets": [0, 8]},
       "new": {"dtype": "F4", "shape": [4], "data_offsets": [8, 10]},
       "f": {"dtype": "F32", "shape": [1], "data_offsets": [10, 14]}}
      """, data: [UInt8](repeating: 0, count: 14))
    let file = try SafetensorsFile(url)
    #expect(try file.values("f") == [0])
    for name in ["i", "new", "absent"] {
      let error = #expect(throws: UserError.self) { try file.values(name) }
      #expect(error?.place == name && error?.status == .dataError)
    }
  }

  static let hostileHeaders: [(header: String, complaint: String)] = [
    ("", "ends too early"),
    ("[]", "not an object"),
    ("{", "expected a member name"), (#"{"a""#, "ends too early"),
    ("{} x", "after the JSON document"),
    (#"{"a": 1}"#, "dtype"),
    (tensor("F32", "[2]", "[0, 8]") + tensor("F32", "[2]", "[0, 8]"), "after the JSON document"),
    (#"{"a": {"dtype": "F32", "shape": [2]}}"#, "data_offsets"),
    (#"{"a": {"dtype": "F32", "data_offsets": [0, 8]}}"#, "shape"),
    (tensor("F32", "[2]", "[8, 0]"), "outside"),
    (tensor("F32", "[2]", "[-8, 0]"), "outside"),
    (tensor("F32", "[2]", "[0, 8, 8]"), "data_offsets"),
    (tensor("F32", "[2]", "[0.0, 8.0]"), "not whole numbers"),
    (tensor("F32", "[2]", "[0, 1e2]"), "not whole numbers"),
    (tensor("F32", "[4]", "[0, 16]"), "outside the file's 8 bytes"),
    (tensor("F32", "[3]", "[0, 8]"), "does not fit"),
    (tensor("F32", "[-2]", "[0, 8]"), "whole number"),
    (tensor("F32", "[2.5]", "[0, 8]"), "whole number"),
    (tensor("F32", "[1099511627776, 1099511627776]", "[0, 8]"), "too large"),
    (tensor("F32", "[4611686018427387904]", "[0, 8]"), "does not fit"),
    (tensor("F32", "[99999999999999999999999]", "[0, 8]"), "whole number"),
    (
      tensor("F32", "[\(Array(repeating: "1", count: 33).joined(separator: ","))]", "[0, 4]"),
      "axes"
    ),
    (tensor("F32", "[1]", "[0, 4]"), "belong to none"),
    (tensor("F32", "[1]", "[4, 8]"), "gap"),
    (
      #"{"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]},"#
        + #""b": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}}"#, "overlaps"
    ),
    (
      #"{"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]},"#
        + #""a": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}}"#, "twice"
    ),
    (
      #"{"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]},"#
        + #""\u0061": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}}"#, "twice"
    ),
    (String(repeating: "[", count: 1_000_000), "nested deeper"),
    (String(repeating: #"{"a":"#, count: 1_000_000), "nested deeper"),
    ("[" + String(repeating: "0,", count: 5_000_000), "more than"),
    (#"{"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}, "b": 1e999}"#, "out of range"),
    (#"{"\ud800": 1}"#, "surrogate"),
    ("{\"line\nbreak\": 1}", "control character"),
    (#"{"tab\u001b[2J": {"dtype": "F32", "shape": [3], "data_offsets": [0, 8]}}"#, "does not fit"),
    (
      "{\"\(String(repeating: "n", count: 100_000))\": "
        + #"{"dtype": "F32", "shape": [3], "data_offsets": [0, 8]}}"#, "does not fit"
    ),
  ]

  static func tensor(_ type: String, _ shape: String, _ offsets: String) -> String {
    #"{"a": {"dtype": "\#(type)", "shape": \#(shape), "data_offsets": \#(offsets)}}"#
  }

  @Test(arguments: hostileHeaders.indices)
  func malformedHeaderIsOneLine(_ index: Int) throws {
    let (header, complaint) = Self.hostileHeaders[index]
    try expectDataError(try safetensors(header, data: [UInt8](repeating: 0, count: 8)), complaint)
  }

  @Test func headerOfInvalidTextIsOneLine() throws {
    let json = Array(#"{"a"#.utf8) + [0xFF, 0xC0] + Array(#"": 1}"#.utf8)
    try expectDataError(
      try folder.write(lengthPrefix(UInt64(json.count)) + json, to: "a"), "UTF-8")
  }

  @Test(arguments: [
    (0, "too short"), (7, "too short"), (8, "truncated"), (20, "truncated"), (100, "outside"),
  ])
  func truncatedFileIsOneLine(_ size: Int, _ complaint: String) throws {
    let url = folder.file("whole.safetensors")
    try SafetensorsFile.write(
      [NamedTensor(name: "a", shape: [64], values: [Float](repeating: 1, count: 64))], to: url)
    let whole = try Data(contentsOf: url)
    try #require(whole.count > 200)
    // 100 bytes hold no whole header of this file; keep the header and cut the data instead.
    let kept = size == 100 ? whole.count - 100 : size
    try expectDataError(try folder.write(whole.prefix(kept), to: "cut.safetensors"), complaint)
  }

  @Test(arguments: [9, 100_000_000, 100_000_001, 1 << 40, UInt64.max, UInt64.max - 7])
  func claimedHeaderLengthIsNotTrusted(_ length: UInt64) throws {
    let url = try folder.write(lengthPrefix(length) + Array("{}      ".utf8), to: "a")
    try expectDataError(url, "claims a header")
  }

  @Test func namesEqualUnderCanonicalEquivalenceDoNotCrash() throws {
    let url = try safetensors(
      #"{"\u00e9": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]},"#
        + #""e\u0301": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}}"#,
      data: [UInt8](repeating: 0, count: 8))
    #expect(try SafetensorsFile(url).entries.count == 2)
  }

  @Test func missingFileFolderAndPipeAreErrors() throws {
    for (name, status) in [
      ("absent", Diagnostics.ExitStatus.noInput), (".", .noInput), ("pipe", .noInput),
    ] {
      if name == "pipe" { #expect(mkfifo(folder.file(name).path, 0o600) == 0) }
      let error = #expect(throws: UserError.self) { try SafetensorsFile(folder.file(name)) }
      #expect(error?.status == status)
    }
  }

  @Test func fullDiskIsReported() throws {
    let descriptor = open("/dev/full", O_WRONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let tensor = NamedTensor(name: "a", shape: [1], values: [1])
    #expect(SafetensorsFile.write([tensor], header: [1, 2, 3], to: descriptor) == ENOSPC)
  }

  @Test func failedWriteLeavesNothing() throws {
    let tensor = NamedTensor(name: "a", shape: [1], values: [1])
    let error = #expect(throws: UserError.self) {
      try SafetensorsFile.write([tensor], to: folder.file("absent/a.safetensors"))
    }
    #expect(error?.status == .cannotCreate)
    try FileManager.default.createDirectory(
      at: folder.file("a.safetensors/inner"), withIntermediateDirectories: true)
    #expect(throws: UserError.self) {
      try SafetensorsFile.write([tensor], to: folder.file("a.safetensors"))
    }
    #expect(try folder.contents == ["a.safetensors"])
  }

  private func lengthPrefix(_ length: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * UInt64($0))) }
  }

  private func safetensors(_ header: String, data: [UInt8]) throws -> URL {
    let json = Array(header.utf8)
    return try folder.write(lengthPrefix(UInt64(json.count)) + json + data, to: "t.safetensors")
  }

  private func expectDataError(_ url: URL, _ complaint: String) throws {
    let error = try #require(throws: UserError.self) { try SafetensorsFile(url) }
    let line = error.description
    #expect(error.status == .dataError)
    #expect(line.hasPrefix(url.path))
    #expect(line.contains(complaint), "\(line)")
    #expect(line.utf8.count < 600 && !line.contains { $0.isNewline })
    #expect(!line.contains("\u{1b}"))
    #expect(error.hint != nil)
  }
}
