import Diagnostics
import Foundation

/// The right to write into a run's folder, held by one process at a time: ``FileLock`` on `run.lock`,
/// which is never stale, and can be asked about without being taken, so that a watcher never stands in
/// the way of a run that begins. The file stays in the folder; it says who held the lock last.
enum RunLock {
  static let fileName = "run.lock"

  /// Takes the lock of an existing folder.
  ///
  /// - Throws: ``UserError`` when another process has it, or the folder cannot be written.
  static func acquire(_ folder: URL) throws -> FileLock {
    let file = folder.appendingPathComponent(fileName)
    if let lock = try FileLock.attempt(file) { return lock }
    throw UserError(
      .osError, file: folder.relativePath,
      "another soar is running here: \(FileLock.lastHolder(of: file))",
      hint: "soar watch shows it; wait for its end, or choose another folder")
  }

  /// Whether a process writes into the folder; nil where that cannot be told: the run was begun by a
  /// soar that knew no lock.
  static func isHeld(_ folder: URL) -> Bool? {
    let file = folder.appendingPathComponent(fileName)
    return FileManager.default.fileExists(atPath: file.path) ? FileLock.isHeld(file) : nil
  }
}
