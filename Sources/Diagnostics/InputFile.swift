package import Foundation

/// A regular file open for random-access reads. Requests are checked against the real file size
/// before allocating memory, so a file with false sizes costs nothing.
package final class InputFile: Sendable {
  /// The path, as the user named it.
  package let path: String
  /// Size in bytes when the file was opened.
  package let size: Int
  private let descriptor: Int32

  package init(_ url: URL) throws(UserError) {
    path = url.path
    // Non-blocking, so that a named pipe in place of a file cannot hang the command.
    descriptor = open(url.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .reading(url.path, errno: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw .reading(url.path, errno: code)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw UserError(.noInput, file: url.path, "is not a regular file")
    }
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Fills `destination` starting at byte `offset` of the file.
  package func read(
    into destination: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(UserError) {
    var done = 0
    while done < destination.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: destination[done...])
      let count = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + done))
      if count > 0 {
        done += count
      } else if count == 0 {
        throw UserError(
          .dataError, file: path, "ends at byte \(offset + done), while it is being read",
          hint: "another program is changing the file")
      } else if errno != EINTR {
        throw .reading(path, errno: errno)
      }
    }
  }

  /// The bytes of a range within the file.
  package func bytes(_ range: Range<Int>) throws(UserError) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= size)
    var bytes = [UInt8](repeating: 0, count: range.count)
    try bytes.withUnsafeMutableBufferPointer { buffer throws(UserError) in
      try read(into: UnsafeMutableRawBufferPointer(buffer), at: range.lowerBound)
    }
    return bytes
  }

  /// The JSON document in a small file.
  package static func json(
    _ url: URL, maximumSize: Int, maximumValueCount: Int = JSONParser.maximumValueCount
  ) throws(UserError) -> JSONValue {
    let file = try InputFile(url)
    guard file.size <= maximumSize else {
      throw UserError(
        .dataError, file: file.path,
        "\(file.size) bytes is more than such a file can be (\(maximumSize))",
        hint: "check that it is the right file")
    }
    let bytes = try file.bytes(0..<file.size)
    do {
      return try JSONParser.parse(bytes, maximumValueCount: maximumValueCount)
    } catch {
      throw UserError(
        .dataError, file: file.path, "is not valid JSON: \(error.phrase)",
        hint: "copy or download the file again")
    }
  }
}

extension UserError {
  /// Describes why a file could not be read.
  package static func reading(_ path: String, errno code: Int32) -> UserError {
    switch code {
    case ENOENT, ENOTDIR:
      UserError(.noInput, file: path, "does not exist")
    case EACCES, EPERM:
      UserError(.noPermission, file: path, "cannot be read: permission denied")
    default:
      UserError(.ioError, file: path, "cannot be read: \(String(cString: strerror(code)))")
    }
  }
}
