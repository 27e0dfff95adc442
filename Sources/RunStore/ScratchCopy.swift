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
  init?(ifNeededFor path: String) throws {
    let manager = FileManager.default
    let logs = ["-wal", "-journal"].filter { suffix in
      let size = try? manager.attributesOfItem(atPath: path + suffix)[.size] as? Int
      return (size ?? 0) > 0
    }
    let place = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard !logs.isEmpty, !manager.isWritableFile(atPath: place) else { return nil }
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

  deinit { try? FileManager.default.removeItem(at: folder) }
}
