import Diagnostics
import Foundation

/// The exclusive right to write into a run's folder: ``FileLock`` on `run.lock`. It is never stale
/// and can be queried without being taken, so a watcher never blocks a starting run. The file stays
/// in the folder and names the last holder.
enum RunLock {
  static let fileName = "run.lock"

  /// Takes the lock of an existing folder.
  ///
  /// - Throws: ``UserError`` if another process has it, or the folder cannot be written.
  static func acquire(_ folder: URL) throws -> FileLock {
    let file = folder.appendingPathComponent(fileName)
    if let lock = try FileLock.attempt(file) { return lock }
    throw UserError(
      .osError, file: folder.relativePath,
      "another soar is running here: \(FileLock.lastHolder(of: file))",
      hint: "soar watch shows it; wait for its end, or choose another folder")
  }

  /// Whether a process writes into the folder; nil if unknown: a soar that had no lock began the
  /// run.
  static func isHeld(_ folder: URL) -> Bool? {
    let file = folder.appendingPathComponent(fileName)
    return FileManager.default.fileExists(atPath: file.path) ? FileLock.isHeld(file) : nil
  }
}
