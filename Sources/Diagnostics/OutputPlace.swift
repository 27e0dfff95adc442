import Foundation

/// Where the bytes for a file go that somebody named.
///
/// Only regular files may be replaced by a rename. Renaming onto a FIFO, a device or a descriptor
/// such as `/dev/stdout` would put a file in its place, and its reader would get nothing.
package enum OutputPlace: Equatable, Sendable {
  /// A regular file, or none yet, where all symbolic links end.
  case file(String)
  /// A FIFO or a device, to be written through.
  case stream(String)
  /// A descriptor of this process, named as in `/dev/stdout` or `/dev/fd/3`.
  case descriptor(Int32)

  /// Longest chain of links that Linux follows too.
  private static let mostLinks = 40

  package init(_ path: String) throws(UserError) {
    var place = path
    for _ in 0..<Self.mostLinks {
      if let descriptor = Self.ownDescriptor(place) {
        self = .descriptor(descriptor)
        return
      }
      guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: place) else {
        break
      }
      place = target.hasPrefix("/") ? target : "\(Self.folder(of: place))/\(target)"
    }
    var status = stat()
    guard stat(place, &status) == 0 else {
      let code = errno
      guard code == ENOENT else {
        throw .writing(path, NSError(domain: NSPOSIXErrorDomain, code: Int(code)))
      }
      self = .file(place)
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file(place)
    case S_IFDIR: throw UserError(.cannotCreate, file: path, "is a folder", hint: "name a file")
    default: self = .stream(place)
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The number in a name such as `/dev/fd/3` or `/proc/self/fd/3`; opening such a name again would
  /// begin a regular file from its start.
  private static func ownDescriptor(_ path: String) -> Int32? {
    guard let slash = path.lastIndex(of: "/"), let number = Int32(path[slash...].dropFirst()),
      let folder = realpath(folder(of: path), nil)
    else { return nil }
    defer { free(folder) }
    return String(cString: folder) == "/proc/\(getpid())/fd" ? number : nil
  }
}

/// Standard output, every write to which is checked.
package enum StandardOutput {
  /// What a file name stands for it, where a command takes one file.
  package static let name = "-"

  /// A reader that is gone, as in `soar export DIR | head`, is not an error.
  package static func write(_ bytes: [UInt8]) throws(UserError) {
    try FileDescriptorOutput.write(bytes, to: STDOUT_FILENO, named: "standard output")
  }

  /// Occupies the standard descriptors that the caller closed. The next file opened would get
  /// their numbers, and results or messages would be written into it. Writing to standard output
  /// still fails.
  package static func occupyClosedDescriptors() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) == -1 {
      // Descriptors are handed out from the lowest number, so this one is taken.
      _ = open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}

/// Writing to open descriptors.
enum FileDescriptorOutput {
  /// Writes everything. A pipe without a reader takes it and drops it.
  static func write(
    _ bytes: some ContiguousBytes, to descriptor: Int32, named name: String
  ) throws(UserError) {
    switch write(bytes, to: descriptor) {
    case 0, EPIPE: return
    case ENOSPC where descriptor == STDOUT_FILENO:
      throw UserError(.ioError, file: name, "no space left on device")
    case let code where [ENOSPC, EDQUOT].contains(code):
      throw .writing(name, NSError(domain: NSPOSIXErrorDomain, code: Int(code)))
    case let code:
      throw UserError(
        .ioError, file: name, "cannot be written: \(String(cString: strerror(code)).lowercased())")
    }
  }

  /// Writes everything, also to a descriptor that another program made non-blocking.
  ///
  /// - Returns: 0, or the errno.
  static func write(_ bytes: some ContiguousBytes, to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count = Foundation.write(descriptor, part.baseAddress, part.count)
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno == EAGAIN || errno == EWOULDBLOCK {
          var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&waiting, 1, -1)
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }
}
