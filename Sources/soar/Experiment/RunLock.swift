import Diagnostics
import Foundation

/// The right to write into a run's folder, held by one process at a time.
///
/// It is a lock of the open file description on `run.lock`, which the system gives back when the
/// process ends, however it ends: a lock is never stale. Unlike flock(2) it can be asked about without
/// being taken, so that a watcher never stands in the way of a run that begins. The file stays in the
/// folder; it says who held the lock last.
final class RunLock: Sendable {
  static let fileName = "run.lock"

  private let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Takes the lock of an existing folder.
  ///
  /// - Throws: ``UserError`` when another process has it, or the folder cannot be written.
  static func acquire(_ folder: URL) throws -> RunLock {
    let path = folder.appendingPathComponent(fileName).path
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw UserError.writing(
        path, NSError(domain: NSPOSIXErrorDomain, code: Int(errno)))
    }
    var wanted = request(F_WRLCK)
    guard fcntl(descriptor, openFileSetLock, &wanted) == 0 else {
      let code = errno
      let holder = holder(descriptor)
      close(descriptor)
      guard code == EAGAIN || code == EACCES else {
        throw UserError(.osError, file: path, String(cString: strerror(code)))
      }
      throw UserError(
        .osError, file: folder.relativePath,
        "another soar is running here" + (holder.map { ": \($0)" } ?? ""),
        hint: "soar watch shows it; wait for its end, or choose another folder")
    }
    let text = Array("process \(getpid()) on \(hostName)\n".utf8)
    // Only a courtesy for the message above.
    _ = ftruncate(descriptor, 0)
    _ = pwrite(descriptor, text, text.count, 0)
    return RunLock(descriptor: descriptor)
  }

  /// Whether a process writes into the folder; nil where that cannot be told: the run was begun by a
  /// soar that knew no lock.
  static func isHeld(_ folder: URL) -> Bool? {
    let path = folder.appendingPathComponent(fileName).path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var lock = request(F_WRLCK)
    guard fcntl(descriptor, openFileGetLock, &lock) == 0 else { return nil }
    return Int32(lock.l_type) != Int32(F_UNLCK)
  }

  private static func holder(_ descriptor: Int32) -> String? {
    var bytes = [UInt8](repeating: 0, count: 200)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static var hostName: String {
    var bytes = [CChar](repeating: 0, count: 256)
    guard gethostname(&bytes, bytes.count - 1) == 0 else { return "an unknown machine" }
    return String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Of the whole file.
  private static func request(_ type: Int32) -> flock {
    var lock = flock()
    lock.l_type = Int16(type)
    lock.l_whence = Int16(SEEK_SET)
    return lock
  }

  /// `F_OFD_GETLK` and `F_OFD_SETLK` of Linux's <fcntl.h>, which shows them to GNU programs only.
  private static let openFileGetLock: Int32 = 36
  private static let openFileSetLock: Int32 = 37
}
