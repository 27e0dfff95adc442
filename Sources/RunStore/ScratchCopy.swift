import Diagnostics
import Foundation

/// A copy of a store with its log or journal, in a folder that goes with this object.
///
/// A writer that was killed leaves a log or a journal beside the store. To read it SQLite has to
/// write there, which read-only media and other people's folders do not let it.
final class ScratchCopy: Sendable {
  let path: String
  private let folder: URL

  /// Nil if the store can be read where it is.
  ///
  /// - Parameter leavesFolderAlone: whether to copy also where SQLite may write but would: without a
  ///   living writer's index it creates one, and it rolls a journal back.
  init?(ifNeededFor path: String, leavesFolderAlone: Bool = false) throws {
    let manager = FileManager.default
    let logs = ["-wal", "-journal"].filter { suffix in
      let size = try? manager.attributesOfItem(atPath: path + suffix)[.size] as? Int
      return (size ?? 0) > 0
    }
    let place = URL(fileURLWithPath: path).deletingLastPathComponent().path
    if leavesFolderAlone {
      let needsIndex = try Self.isInLogMode(path) && !manager.fileExists(atPath: "\(path)-shm")
      guard needsIndex || logs.contains("-journal") else { return nil }
    } else {
      guard !logs.isEmpty, !manager.isWritableFile(atPath: place) else { return nil }
    }
    folder = manager.temporaryDirectory.appendingPathComponent("soar-store-\(UUID().uuidString)")
    self.path = folder.appendingPathComponent(RunStore.fileName).path
    try AtomicFile.createFolder(folder)
    do {
      for suffix in [""] + logs {
        try manager.copyItem(atPath: path + suffix, toPath: self.path + suffix)
        // A copy keeps the mode, which may allow no writing.
        try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: self.path + suffix)
      }
    } catch {
      try? manager.removeItem(at: folder)
      throw UserError.writing(folder.path, error)
    }
  }

  /// Whether SQLite keeps a write-ahead log for the file: its read version is 2, at offset 19. Closing
  /// the file drops this process's other locks on it, so one process reads a store once at a time.
  private static func isInLogMode(_ path: String) throws -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? handle.close() }
    return try handle.read(upToCount: 20)?.dropFirst(19).first == 2
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}
