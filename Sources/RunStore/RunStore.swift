import Diagnostics
public import Foundation
import GRDB

/// The facts of one run, in the SQLite file `run.sqlite` of its folder. Tables, views and units
/// are described in `docs/schema.md`.
public final class RunStore: Sendable {
  public static let fileName = "run.sqlite"

  /// The file, with its folder as the user named it.
  public let path: String
  private let queue: DatabaseQueue
  /// Where the file really is read, if not in its folder.
  private let scratch: ScratchCopy?

  private init(path: String, queue: DatabaseQueue, scratch: ScratchCopy? = nil) {
    self.path = path
    self.queue = queue
    self.scratch = scratch
  }

  /// Creates the store of a new run in an existing folder.
  ///
  /// - Parameter run: the run's record. The file appears with it already inside, so a store without
  ///   a run, which could be neither continued nor restarted, never exists.
  /// - Throws: ``UserError`` if a store already exists or the folder cannot be written.
  public static func create(at folder: URL, run: RunRecord? = nil) throws -> RunStore {
    let path = file(in: folder)
    guard !FileManager.default.fileExists(atPath: path) else {
      throw UserError(
        .cannotCreate, file: path, "already exists",
        hint: "continue that run with --resume, or choose another folder")
    }
    guard FileManager.default.isWritableFile(atPath: folder.path) else {
      let exists = FileManager.default.fileExists(atPath: folder.path)
      throw exists
        ? UserError(
          .noPermission, file: path, "cannot be written: permission denied",
          hint: "choose another folder")
        : UserError(.cannotCreate, file: path, "the folder does not exist")
    }
    let partial = folder.appendingPathComponent(".\(fileName).partial").path
    func removePartial() {
      for suffix in ["", "-journal", "-shm", "-wal"] {
        try? FileManager.default.removeItem(atPath: partial + suffix)
      }
    }
    return try translatingErrors(path) {
      removePartial()
      do {
        let queue = try DatabaseQueue(path: partial, configuration: configuration(readOnly: false))
        try Schema.migrator.migrate(queue)
        let store = RunStore(path: path, queue: queue)
        if let run { try store.begin(run) }
        try store.consolidate()
        try queue.close()
        try FileManager.default.moveItem(atPath: partial, toPath: path)
      } catch {
        removePartial()
        throw error
      }
      return RunStore(
        path: path,
        queue: try DatabaseQueue(path: path, configuration: configuration(readOnly: false)))
    }
  }

  /// Opens the store of an earlier run, to continue it or, with `readOnly`, to inspect it. Upgrades
  /// a store of an older format unless it is opened read-only.
  public static func open(at folder: URL, readOnly: Bool) throws -> RunStore {
    try open(at: folder, readOnly: readOnly, checksIntegrity: true)
  }

  /// Opens a store to inspect a run that may be active, without the full integrity check. Creates no
  /// file in the run's folder and rolls nothing back there: what a killed writer left is read in a
  /// copy. Release it soon: while it is open the writer cannot fold its log into the file.
  public static func watch(at folder: URL) throws -> RunStore {
    try open(at: folder, readOnly: true, checksIntegrity: false)
  }

  private static func open(
    at folder: URL, readOnly: Bool, checksIntegrity: Bool
  ) throws -> RunStore {
    let path = file(in: folder)
    guard FileManager.default.fileExists(atPath: path) else {
      throw UserError(
        .noInput, file: path, "no such file", hint: "is \(folder.path) the folder of a run?")
    }
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw UserError(.noPermission, file: path, "cannot be read: permission denied")
    }
    guard readOnly || FileManager.default.isWritableFile(atPath: path) else {
      throw UserError(
        .noPermission, file: path, "cannot be written: permission denied",
        hint: "copy the run's folder to a place of your own")
    }
    return try translatingErrors(path) {
      let scratch =
        readOnly ? try ScratchCopy(ifNeededFor: path, leavesFolderAlone: !checksIntegrity) : nil
      let file = scratch?.path ?? path
      try rollBackJournal(file)
      // Check header, identity and integrity before writing anything, so a foreign file stays as it
      // is.
      try check(
        path, queue: DatabaseQueue(path: file, configuration: configuration(readOnly: true)),
        integrity: checksIntegrity)
      let queue = try DatabaseQueue(
        path: file, configuration: configuration(readOnly: readOnly))
      if !readOnly { try Schema.migrator.migrate(queue) }
      return RunStore(path: path, queue: queue, scratch: scratch)
    }
  }

  /// Rolls back the journal of a writer killed while consolidating a store, since only a connection
  /// that may write can do it and SQLite rejects all others. SQLite ignores the journal of a living
  /// writer; the application ID check spares foreign files.
  private static func rollBackJournal(_ path: String) throws {
    let manager = FileManager.default
    guard manager.fileExists(atPath: "\(path)-journal"), manager.isWritableFile(atPath: path),
      applicationID(in: path) == Schema.applicationID
    else { return }
    var configuration = GRDB.Configuration()
    configuration.busyMode = .timeout(10)
    try DatabaseQueue(path: path, configuration: configuration).writeWithoutTransaction {
      _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema")
    }
  }

  /// Stored by SQLite as four big-endian bytes at offset 68.
  private static func applicationID(in path: String) -> Int? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    guard let header = try? handle.read(upToCount: 72), header.count == 72 else { return nil }
    return header.suffix(4).reduce(0) { $0 << 8 | Int($1) }
  }

  private static func file(in folder: URL) -> String {
    folder.appendingPathComponent(fileName).path
  }

  private static func configuration(readOnly: Bool) -> GRDB.Configuration {
    var configuration = GRDB.Configuration()
    configuration.readonly = readOnly
    configuration.foreignKeysEnabled = true
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(10)
    return configuration
  }

  private static func check(_ path: String, queue: DatabaseQueue, integrity: Bool) throws {
    try queue.read { database in
      let identity = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      guard identity == Schema.applicationID else {
        throw UserError(
          .dataError, file: path, "is not a store written by soar",
          hint: "give the folder of a run")
      }
      guard version <= Schema.version else {
        throw UserError(
          .dataError, file: path,
          "has format version \(version); this soar reads up to \(Schema.version)",
          hint: "update soar")
      }
      guard try !integrity || String.fetchOne(database, sql: "PRAGMA quick_check(1)") == "ok" else {
        throw UserError.damagedStore(path)
      }
    }
  }

  /// Folds the write-ahead log into the file, so a finished run is one plain file that can be
  /// copied and read from a read-only folder. The store stays usable. SQLite refuses while somebody
  /// else reads it; after `patience` seconds the log stays, a harmless extra file.
  public func consolidate(patience: Double = 10) throws {
    let deadline = ContinuousClock.now + .seconds(patience)
    try Self.translatingErrors(path) {
      while true {
        do {
          try queue.writeWithoutTransaction { database in
            _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
          }
          return
        } catch let error as DatabaseError
          where error.resultCode.primaryResultCode == .SQLITE_BUSY
          || error.resultCode.primaryResultCode == .SQLITE_LOCKED
        {
          guard ContinuousClock.now < deadline else { return }
          usleep(50_000)
        }
      }
    }
  }

  /// One transaction: stores all of `body`, or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try Self.translatingErrors(path) {
      try queue.writeWithoutTransaction { database in
        // Sync the log with each commit, so that a weight checkpoint is ahead of the store by at
        // most the interrupted step.
        try database.execute(sql: "PRAGMA synchronous = FULL")
        var value: Value?
        try database.inTransaction(.immediate) {
          value = try body(database)
          return .commit
        }
        guard let value else {
          throw UserError(.software, file: path, "a transaction ended without a value")
        }
        return value
      }
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try Self.translatingErrors(path) { try queue.read(body) }
  }
}
