import Diagnostics

/// One tensor as described in a safetensors header.
public struct SafetensorsEntry: Sendable, Equatable {
  public let name: String
  /// Element type in the format's notation, such as `F32` or `BF16`.
  public let type: String
  public let shape: [Int]
  /// Number of elements.
  public let count: Int
  /// Byte range in the file.
  public let bytes: Range<Int>
}

/// Safetensors header: 8 bytes of length, then JSON that maps each tensor's name to its type, shape
/// and byte range in the data that follows.
///
/// Accepts the same files as the reference implementation: tensors cover the data from first to
/// last byte without gaps, in any order in the JSON.
struct SafetensorsHeader {
  /// Longest JSON that the reference implementation accepts, in bytes.
  static let maximumLength = 100_000_000
  /// Ample: tensors of language models have at most four axes.
  static let maximumRank = 32

  let entries: [SafetensorsEntry]
  let metadata: [String: String]

  /// - Parameters:
  ///   - json: The JSON part.
  ///   - path: The file's name for error messages.
  ///   - dataStart: Byte offset of the data in the file.
  ///   - fileSize: The file's real size in bytes.
  init(json: [UInt8], path: String, dataStart: Int, fileSize: Int) throws(UserError) {
    let document: JSONValue
    do {
      document = try JSONParser.parse(json)
    } catch {
      throw Self.defect(path, nil, "the header is not valid JSON: \(error.phrase)")
    }
    guard let members = document.members else {
      throw Self.defect(path, nil, "the header is \(document.kind), not an object")
    }
    var entries: [SafetensorsEntry] = []
    var metadata: [String: String] = [:]
    for member in members {
      if member.key == "__metadata__" {
        for item in member.value.members ?? [] { metadata[item.key] = item.value.string }
      } else {
        entries.append(
          try Self.entry(
            member, path: path, dataStart: dataStart, dataSize: fileSize - dataStart))
      }
    }
    try Self.checkTiling(entries, path: path, dataStart: dataStart, fileSize: fileSize)
    self.entries = entries
    self.metadata = metadata
  }

  private static func entry(
    _ member: JSONValue.Member, path: String, dataStart: Int, dataSize: Int
  ) throws(UserError) -> SafetensorsEntry {
    let name = member.key.shortened()
    guard let type = member.value["dtype"]?.string else {
      throw defect(path, name, "the header gives no dtype")
    }
    guard let dimensions = member.value["shape"]?.array, dimensions.count <= maximumRank else {
      throw defect(path, name, "the header gives no shape of at most \(maximumRank) axes")
    }
    guard let offsets = member.value["data_offsets"]?.array, offsets.count == 2 else {
      throw defect(path, name, "the header gives no pair of data_offsets")
    }
    var shape: [Int] = []
    var count = 1
    for dimension in dimensions {
      guard let size = dimension.integer, size >= 0 else {
        throw defect(path, name, "a size in its shape is \(dimension.kind), not a whole number")
      }
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow else { throw defect(path, name, "its shape is too large to exist") }
      shape.append(size)
      count = product
    }
    guard let start = offsets[0].integer, let end = offsets[1].integer else {
      throw defect(path, name, "its data_offsets are not whole numbers")
    }
    guard 0 <= start, start <= end, end <= dataSize else {
      throw defect(
        path, name,
        "its data_offsets [\(start), \(end)] are outside the file's \(dataSize) bytes of data",
        hint: "the file is truncated or damaged: copy or download it again")
    }
    if let width = elementWidth(type) {
      let (size, overflow) = count.multipliedReportingOverflow(by: width)
      guard !overflow, size == end - start else {
        throw defect(
          path, name,
          "shape \(shape) of \(type) does not fit the \(end - start) bytes that it is given")
      }
    }
    return SafetensorsEntry(
      name: member.key, type: type, shape: shape, count: count,
      bytes: dataStart + start..<dataStart + end)
  }

  /// Bytes per element; nil for unknown types, which are an error only when read.
  private static func elementWidth(_ type: String) -> Int? {
    switch type {
    case "F64", "I64", "U64", "C64": 8
    case "F32", "I32", "U32": 4
    case "F16", "BF16", "I16", "U16": 2
    case "I8", "U8", "BOOL", "F8_E4M3", "F8_E5M2", "F8_E8M0": 1
    default: nil
    }
  }

  /// Checks that every data byte belongs to exactly one tensor.
  private static func checkTiling(
    _ entries: [SafetensorsEntry], path: String, dataStart: Int, fileSize: Int
  ) throws(UserError) {
    var end = dataStart
    let ordered = entries.sorted {
      ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound)
    }
    for entry in ordered {
      if entry.bytes.lowerBound != end {
        let relation = entry.bytes.lowerBound < end ? "overlaps" : "leaves a gap after"
        throw defect(path, entry.name.shortened(), "its data \(relation) the tensor before it")
      }
      end = entry.bytes.upperBound
    }
    if end != fileSize {
      throw defect(path, nil, "\(fileSize - end) bytes after the last tensor belong to none")
    }
  }

  private static func defect(
    _ path: String, _ tensor: String?, _ message: String,
    hint: String = "the file is damaged: copy or download it again"
  ) -> UserError {
    UserError(.dataError, file: path, place: tensor, message, hint: hint)
  }
}
