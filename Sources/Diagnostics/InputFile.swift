package import Foundation

/// A regular file open for reading. Its real size is known before memory is allocated, so a file
/// with false sizes costs nothing.
package final class InputFile: Sendable {
  /// The path, as the user named it.
  package let path: String
  /// Size in bytes when the file was opened.
  package let size: Int
  /// Open for reading as long as this object lives.
  package let descriptor: Int32

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

  /// The JSON document in a small file.
  package static func json(
    _ url: URL, maximumSize: Int, maximumValueCount: Int = JSONParser.maximumValueCount
  ) throws(UserError) -> JSONValue {
    let file = try InputFile(url)
    let bytes = try file.bytes(maximumSize: maximumSize)
    do {
      return try JSONParser.parse(bytes, maximumValueCount: maximumValueCount)
    } catch {
      throw UserError(
        .dataError, file: file.path, "is not valid JSON: \(error.phrase)",
        hint: "copy or download the file again")
    }
  }

  /// The UTF-8 text in a small file, byte for byte.
  package static func text(_ url: URL, maximumSize: Int) throws(UserError) -> String {
    let file = try InputFile(url)
    guard let text = String(validating: try file.bytes(maximumSize: maximumSize), as: UTF8.self)
    else {
      throw UserError(.dataError, file: file.path, "is not UTF-8 text")
    }
    return text
  }

  /// The whole file, if it is small.
  private func bytes(maximumSize: Int) throws(UserError) -> [UInt8] {
    guard size <= maximumSize else {
      throw UserError(
        .dataError, file: path,
        "\(size) bytes is more than such a file can be (\(maximumSize))",
        hint: "check that it is the right file")
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    let data: Data?
    do {
      data = try handle.read(upToCount: size)
    } catch {
      throw UserError(.ioError, file: path, "cannot be read: \(error.localizedDescription)")
    }
    let bytes = [UInt8](data ?? Data())
    guard bytes.count == size else { throw .cutShort(path, at: bytes.count) }
    return bytes
  }
}

extension UserError {
  /// A file that ended at a byte before its end.
  package static func cutShort(_ path: String, at byte: Int) -> UserError {
    UserError(
      .dataError, file: path, "ends at byte \(byte), while it is being read",
      hint: "another program is changing the file")
  }

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
