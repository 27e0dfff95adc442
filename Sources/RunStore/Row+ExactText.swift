import Diagnostics
import Foundation
import GRDB

/// GRDB, like other readers through C, ends a text at NUL, when it writes and when it reads, and
/// repairs what is not UTF-8. Texts come out as they went in or not at all, so such ones are
/// refused.
extension Row {
  /// - Parameter place: a column of a row that is still in its cursor; copies are repaired already.
  func exactText(at place: Int) throws -> String? {
    guard !hasNull(atIndex: place) else { return nil }
    let text = try withUnsafeData(atIndex: place) { data -> String? in
      guard let data else { return "" }
      return data.withUnsafeBytes { $0.contains(0) } ? nil : String(validating: data, as: UTF8.self)
    }
    guard let text else {
      throw DatabaseError(
        resultCode: .SQLITE_MISMATCH,
        message: "\(Array(columnNames)[place]) holds a NUL character or bytes that are not UTF-8")
    }
    return text
  }

  /// The row's values, with exact texts.
  func exactValues() throws -> [DatabaseValue] {
    var values = Array(databaseValues)
    for (place, value) in values.enumerated() {
      guard case .string = value.storage, let text = try exactText(at: place) else { continue }
      values[place] = text.databaseValue
    }
    return values
  }
}

extension DatabaseValue {
  /// - Throws: for a text with NUL, of which SQLite would get the part before it.
  func requireExactText(_ column: @autoclosure () -> String) throws {
    guard case .string(let text) = storage, text.utf8.contains(0) else { return }
    throw UserError(
      .dataError, place: column(), "'\(text.shortened(to: 40))' holds a NUL character",
      hint: "SQLite ends texts there; have the task leave it out")
  }
}
