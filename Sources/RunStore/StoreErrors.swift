import Diagnostics
import Foundation
import GRDB

extension RunStore {
  /// Runs `body` and turns SQLite errors into one line for the user.
  static func translatingErrors<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw UserError.database(path, error)
    } catch is RowDecodingError {
      // A value that its column does not allow; only `watch` reads without looking for such first.
      throw UserError.damagedStore(path)
    }
  }
}

extension UserError {
  static func damagedStore(_ path: String) -> UserError {
    UserError(
      .dataError, file: path, "is damaged",
      hint: "restore it from a copy, or save what is readable with sqlite3 FILE .recover")
  }

  static func database(_ path: String, _ error: DatabaseError) -> UserError {
    switch error.resultCode.primaryResultCode {
    case .SQLITE_NOTADB:
      return UserError(
        .dataError, file: path, "is not an SQLite database", hint: "give the folder of a run")
    case .SQLITE_CORRUPT:
      return damagedStore(path)
    case .SQLITE_FULL:
      return UserError(
        .ioError, file: path, "no space left on the disk",
        hint: "free some space and \(runAgain)")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      return UserError(
        .noPermission, file: path, "cannot be written: permission denied",
        hint: "copy the run's folder to a place of your own")
    case .SQLITE_CANTOPEN:
      return UserError(
        .cannotCreate, file: path, "cannot be opened",
        hint: "SQLite keeps its log beside the file: the folder must be writable")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return UserError(
        .osError, file: path, "is in use by another process",
        hint: "wait for the other soar to end")
    case .SQLITE_IOERR:
      return UserError(
        .ioError, file: path, "reading or writing failed: \(error.message ?? "disk error")",
        hint: "check the disk and \(runAgain)")
    case .SQLITE_MISMATCH:
      return UserError(
        .dataError, file: path, error.message ?? "holds a value of another type",
        hint: "soar wrote no such text; correct it with sqlite3")
    case .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_SCHEMA, .SQLITE_FORMAT, .SQLITE_TOOBIG:
      // The statements are soar's own: the tables must be damaged.
      return UserError(
        .dataError, file: path,
        "is not as soar writes it: \(error.message ?? "SQLite error \(error.resultCode)")",
        hint: "restore it from a copy")
    case .SQLITE_NOMEM:
      return UserError(.osError, file: path, "out of memory")
    default:
      return UserError(
        .software, file: path, "\(error.message ?? "SQLite error \(error.resultCode)")")
    }
  }
}
