public import Foundation

/// A lock on a file that its holder's death ends, whatever the death: an open-file-description lock
/// (fcntl `F_OFD_SETLK`), which the kernel keeps with the open file and drops when the last process
/// that has it open is gone. There is no time after which a lock counts as stale, and none is needed.
/// It holds between machines on a file system whose server keeps locks (NFS does: version 4 frees
/// those of a machine that went down after its lease, 90 s by default).
///
/// The file stays: removing it would let two processes lock two files of one name. It holds a line
/// about its last holder, for messages.
public final class FileLock: Sendable {
  /// Linux's F_OFD_GETLK and F_OFD_SETLK, which its C library shows under _GNU_SOURCE only.
  private static let getLock: Int32 = 36
  private static let setLock: Int32 = 37

  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Takes the lock, or returns nil when another process, or another part of this one, holds it.
  ///
  /// - Throws: ``UserError`` when the file cannot be made, or its file system keeps no locks.
  public static func attempt(_ url: URL) throws -> FileLock? {
    let descriptor = open(url.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw UserError.writing(url.path, NSError(domain: NSPOSIXErrorDomain, code: Int(errno)))
    }
    var request = region
    guard fcntl(descriptor, Self.setLock, &request) == 0 else {
      let code = errno
      close(descriptor)
      if code == EAGAIN || code == EACCES { return nil }
      throw UserError(
        .osError, file: url.path,
        "cannot be locked: \(String(cString: strerror(code)).lowercased())",
        hint: "use a folder on a file system that keeps locks")
    }
    let lock = FileLock(descriptor: descriptor)
    lock.describeHolder()
    return lock
  }

  /// Whether a process holds the lock, found out without taking it.
  public static func isHeld(_ url: URL) -> Bool {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var request = region
    return fcntl(descriptor, Self.getLock, &request) == 0 && request.l_type != Int16(F_UNLCK)
  }

  /// `process 123 on node-7`: who took the lock last.
  public static func lastHolder(of url: URL) -> String {
    let text = (try? Data(contentsOf: url)).map { String(decoding: $0.prefix(200), as: UTF8.self) }
    let line = text?.split(separator: "\n").first.map(String.init) ?? ""
    return line.isEmpty ? "another process" : line.escapingControlCharacters
  }

  /// The whole file, for writing.
  private static var region: flock {
    var region = flock()
    region.l_type = Int16(F_WRLCK)
    region.l_whence = Int16(SEEK_SET)
    return region
  }

  /// Left out where the disk is full: the lock itself needs no space.
  private func describeHolder() {
    let text = "process \(getpid()) on \(HostMachine.name)\n"
    guard ftruncate(descriptor, 0) == 0 else { return }
    let bytes = Array(text.utf8)
    _ = write(descriptor, bytes, bytes.count)
  }
}

/// The machine that a process runs on.
public enum HostMachine {
  /// Its host name; Foundation's own may ask the network for it.
  public static var name: String {
    var bytes = [CChar](repeating: 0, count: 256)
    guard gethostname(&bytes, bytes.count - 1) == 0 else { return "localhost" }
    return String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
