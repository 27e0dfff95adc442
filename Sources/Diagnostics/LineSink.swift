import Foundation

/// Writes lines atomically to a file, or to standard output.
package final class LineSink {
  private let path: String?
  private let temporary: URL?
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var isGone = false
  package private(set) var lines = 0

  /// - Parameter path: output file; nil means standard output.
  package init(_ path: String?) throws {
    self.path = path
    guard let path else {
      temporary = nil
      handle = .standardOutput
      return
    }
    let url = URL(fileURLWithPath: path)
    let temporary = url.deletingLastPathComponent()
      .appendingPathComponent(".\(url.lastPathComponent).\(getpid()).partial")
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw UserError(.cannotCreate, file: path, "is a folder")
    }
    guard FileManager.default.createFile(atPath: temporary.path, contents: nil),
      let handle = FileHandle(forWritingAtPath: temporary.path)
    else {
      throw UserError(
        .cannotCreate, file: path, "cannot be written", hint: "is there such a folder?")
    }
    self.temporary = temporary
    self.handle = handle
  }

  /// - Parameter line: includes its line ending.
  package func write(_ line: [UInt8]) throws {
    buffer += line
    lines += 1
    if buffer.count >= 1 << 16 { try flush() }
  }

  private func flush() throws {
    guard !isGone else { return buffer.removeAll(keepingCapacity: true) }
    do {
      try handle.write(contentsOf: Data(buffer))
    } catch {
      // A closed reader, as in `soar export DIR | head`, is not an error.
      guard path == nil, errno == EPIPE else {
        throw UserError.writing(path ?? "standard output", error)
      }
      isGone = true
    }
    buffer.removeAll(keepingCapacity: true)
  }

  package func finish() throws {
    try flush()
    guard let path, let temporary else { return }
    do {
      try handle.synchronize()
      try handle.close()
    } catch {
      throw UserError.writing(path, error)
    }
    guard rename(temporary.path, path) == 0 else {
      throw UserError(.cannotCreate, file: path, String(cString: strerror(errno)))
    }
  }

  /// Removes the partial output.
  package func discard() {
    if let temporary { try? FileManager.default.removeItem(at: temporary) }
  }
}
