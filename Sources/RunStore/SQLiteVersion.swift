import GRDB

extension RunStore {
  /// Version of the SQLite library in use, such as `3.40.1`.
  public static func sqliteVersion() throws -> String {
    try DatabaseQueue().read { database in
      try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? "unknown"
    }
  }
}
