public import Diagnostics
public import Foundation
public import Numerics

/// A float32 tensor to save: name, shape and place in a buffer.
public struct NamedTensor: Sendable {
  public let name: String
  public let shape: [Int]
  public let buffer: FloatBuffer
  public let offset: Int

  public var count: Int { shape.reduce(1, *) }

  /// A tensor stored in `buffer` starting at `offset`; nothing is copied.
  public init(name: String, shape: [Int], buffer: FloatBuffer, offset: Int) {
    self.name = name
    self.shape = shape
    self.buffer = buffer
    self.offset = offset
    precondition(offset >= 0 && offset + count <= buffer.count, "\(name) is outside its buffer")
  }

  public init(name: String, shape: [Int], values: [Float]) {
    precondition(values.count == shape.reduce(1, *), "\(name): values do not fill its shape")
    self.init(name: name, shape: shape, buffer: FloatBuffer(values), offset: 0)
  }
}

extension ParameterLayout {
  /// The tensors of a buffer with this layout, with `prefix` before each name: empty for
  /// parameters, `exp_avg.` and `exp_avg_sq.` for an optimizer's moments.
  public func namedTensors(in buffer: FloatBuffer, prefix: String = "") -> [NamedTensor] {
    precondition(buffer.count == count)
    return tensors.map {
      NamedTensor(name: prefix + $0.name, shape: $0.shape, buffer: buffer, offset: $0.offset)
    }
  }
}

extension SafetensorsFile {
  /// Writes float32 tensors in this order; on failure the file stays as it was before.
  ///
  /// - Throws: ``UserError`` naming the file, also when the disk is full.
  public static func write(
    _ tensors: [NamedTensor], metadata: [(key: String, value: String)] = [("format", "pt")],
    to url: URL
  ) throws(UserError) {
    let temporary = url.deletingLastPathComponent()
      .appendingPathComponent(".\(url.lastPathComponent).\(getpid()).partial")
    let descriptor = open(temporary.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .writing(url.path, posix: errno) }
    var code = write(tensors, header: header(tensors, metadata: metadata), to: descriptor)
    if code == 0, fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0, code == 0 { code = errno }
    if code == 0, rename(temporary.path, url.path) != 0 { code = errno }
    guard code == 0 else {
      unlink(temporary.path)
      throw .writing(url.path, posix: code)
    }
  }

  /// The length and the JSON, padded with spaces so that the data starts at a multiple of 8 bytes.
  private static func header(
    _ tensors: [NamedTensor], metadata: [(key: String, value: String)]
  ) -> [UInt8] {
    var offset = 0
    var members = [
      JSONValue.Member(
        "__metadata__", .object(metadata.map { JSONValue.Member($0.key, .string($0.value)) }))
    ]
    for tensor in tensors {
      let end = offset + 4 * tensor.count
      members.append(
        JSONValue.Member(
          tensor.name,
          .object([
            JSONValue.Member("dtype", .string("F32")),
            JSONValue.Member("shape", .array(tensor.shape.map { .integer($0) })),
            JSONValue.Member("data_offsets", .array([.integer(offset), .integer(end)])),
          ])))
      offset = end
    }
    var json = Array(JSONValue.object(members).text(indented: false).utf8)
    json.append(contentsOf: repeatElement(UInt8(ascii: " "), count: (8 - json.count % 8) % 8))
    let length = UInt64(json.count)
    return (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * UInt64($0))) } + json
  }

  /// Writes header and data; returns errno, or 0 on success.
  package static func write(
    _ tensors: [NamedTensor], header: [UInt8], to descriptor: Int32
  ) -> Int32 {
    var code = header.withUnsafeBytes { writeAll($0, to: descriptor) }
    for tensor in tensors where code == 0 {
      let values = UnsafeBufferPointer(
        start: tensor.buffer.base + tensor.offset, count: tensor.count)
      #if _endian(little)
        code = writeAll(UnsafeRawBufferPointer(values), to: descriptor)
      #else
        code = values.map(\.bitPattern.littleEndian).withUnsafeBytes {
          writeAll($0, to: descriptor)
        }
      #endif
    }
    return code
  }
}

/// Writes every byte; returns errno, or 0 on success.
private func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
  var done = 0
  while done < bytes.count {
    let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
    let count = write(descriptor, rest.baseAddress, rest.count)
    if count >= 0 { done += count } else if errno != EINTR { return errno }
  }
  return 0
}

extension UserError {
  fileprivate static func writing(_ path: String, posix code: Int32) -> UserError {
    writing(path, NSError(domain: NSPOSIXErrorDomain, code: Int(code)))
  }
}
