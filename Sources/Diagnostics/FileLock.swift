public import Foundation

/// A file lock that ends with its holder, however the holder dies: an open-file-description lock
/// (fcntl `F_OFD_SETLK`), which the kernel drops when the last process with the open file is gone.
/// Locks therefore need no stale-lock timeout. Works between machines on a file system whose server
/// supports locks (NFS version 4 frees the locks of a crashed machine after its lease, 90 s by
/// default).
///
/// The file remains after unlocking: deleting it would let two processes lock two different files
/// of the same name. It holds one line about its last holder, for messages.
public final class FileLock: Sendable {
  /// Linux's F_OFD_GETLK and F_OFD_SETLK, which glibc declares only under _GNU_SOURCE.
  private static let getLock: Int32 = 36
  private static let setLock: Int32 = 37

  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Takes the lock; returns nil if another process, or another part of this one, holds it.
  ///
  /// - Throws: ``UserError`` if the file cannot be created or its file system does not support
  ///   locks.
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

  /// Whether a process holds the lock, tested without taking it.
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

  /// The whole file, as a write-lock region.
  private static var region: flock {
    var region = flock()
    region.l_type = Int16(F_WRLCK)
    region.l_whence = Int16(SEEK_SET)
    return region
  }

  /// Skips the description when the disk is full: the lock itself needs no space.
  private func describeHolder() {
    let text = "process \(getpid()) on \(HostMachine.name)\n"
    guard ftruncate(descriptor, 0) == 0 else { return }
    let bytes = Array(text.utf8)
    _ = write(descriptor, bytes, bytes.count)
  }
}

/// The machine running this process.
public enum HostMachine {
  /// Host name; Foundation's version may query the network.
  public static var name: String {
    var bytes = [CChar](repeating: 0, count: 256)
    guard gethostname(&bytes, bytes.count - 1) == 0 else { return "localhost" }
    return String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
