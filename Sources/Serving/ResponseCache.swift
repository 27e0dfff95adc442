import Diagnostics
import Foundation
import RunStore
import Synchronization

/// What was said of a run, for as long as its files stay as they are.
final class ResponseCache: Sendable {
  enum Kind: Hashable { case row, run, details }

  private struct Key: Hashable {
    var kind: Kind
    var folder: ExactText
  }

  private let entries = Mutex<[Key: (stamp: FileStamps, text: String)]>([:])
  private let locks = Mutex<[ExactText: NSLock]>([:])
  /// Entries; beyond, all are forgotten.
  private static let limit = 3000

  /// - Parameter make: makes the text, and says whether it holds until a file changes.
  func text(
    _ kind: Kind, of folder: String, _ make: () throws -> (text: String, keeps: Bool)
  ) throws -> String {
    try reading(folder) { try knownText(kind, of: folder, make) }
  }

  /// Lets one thread at a time read a run's files: when a process closes a file, it loses the locks that
  /// its other connections have on it (POSIX), and with them SQLite its protection from writers.
  func reading<Value>(_ folder: String, _ body: () throws -> Value) rethrows -> Value {
    let lock = locks.withLock { locks in
      let lock = locks[folder.exact] ?? NSLock()
      locks[folder.exact] = lock
      return lock
    }
    return try lock.withLock(body)
  }

  private func knownText(
    _ kind: Kind, of folder: String, _ make: () throws -> (text: String, keeps: Bool)
  ) throws -> String {
    let key = Key(kind: kind, folder: folder.exact)
    // Taken first: a change while the run is read leaves an entry that is stale at once.
    let stamp = FileStamps(of: folder)
    let known = entries.withLock { $0[key] }
    if let known, known.stamp == stamp { return known.text }
    let (text, keeps) = try make()
    entries.withLock { entries in
      if entries.count >= Self.limit { entries.removeAll() }
      entries[key] = keeps ? (stamp, text) : nil
    }
    return text
  }
}

/// Sizes and modification times of a run's files.
private struct FileStamps: Equatable {
  private struct Stamp: Equatable {
    var size: Int?
    var changed: Date?
  }

  private let stamps: [Stamp]

  init(of folder: String) {
    let store = "\(folder)/\(RunStore.fileName)"
    let files = [store, "\(store)-wal", "\(folder)/run.log", "\(folder)/metrics.jsonl"]
    stamps = files.map { file in
      let attributes = try? FileManager.default.attributesOfItem(atPath: file)
      return Stamp(
        size: attributes?[.size] as? Int, changed: attributes?[.modificationDate] as? Date)
    }
  }
}
