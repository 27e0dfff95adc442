import Diagnostics
import Foundation

/// The bytes of a file or of standard input, chunk by chunk.
struct InputBytes {
  private static let chunkSize = 1 << 20

  private let handle: FileHandle
  /// The file, for messages.
  let path: String
  private var peeked: [UInt8]?

  /// How messages call a file; `-` is standard input.
  static func name(of path: String) -> String { path == "-" ? "standard input" : path }

  /// - Parameter path: the file; `-` is standard input.
  init(path: String) throws {
    guard path != "-" else {
      self.path = Self.name(of: path)
      handle = .standardInput
      return
    }
    self.path = path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw UserError(.noInput, file: path, "no such file")
    }
    guard !isFolder.boolValue else {
      throw UserError(.noInput, file: path, "is a folder", hint: "give a file of JSON lines")
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw UserError(.noPermission, file: path, "cannot be read: permission denied")
    }
    self.handle = handle
  }

  /// The next chunk, which ``next()`` returns again; empty at the end.
  mutating func peek() throws -> [UInt8] {
    let chunk = try peeked ?? next() ?? []
    peeked = chunk
    return chunk
  }

  /// Nil at the end.
  mutating func next() throws -> [UInt8]? {
    if let chunk = peeked {
      peeked = nil
      return chunk.isEmpty ? nil : chunk
    }
    do {
      let data = try handle.read(upToCount: Self.chunkSize) ?? Data()
      return data.isEmpty ? nil : [UInt8](data)
    } catch {
      throw UserError(.ioError, file: path, "reading failed: \(error.localizedDescription)")
    }
  }
}
