package import Foundation

/// The last lines of a file that another process may be writing to.
enum FileTail {
  /// Whole lines only: what is cut off by the window at its front, and a last line whose end is not
  /// written yet, are left out. Bytes that are no UTF-8 are replaced.
  ///
  /// - Parameter window: bytes to look at.
  /// - Returns: none for a file that is not there.
  static func lines(of file: URL, window: Int = 1 << 16) -> [String] {
    guard let handle = try? FileHandle(forReadingFrom: file) else { return [] }
    defer { try? handle.close() }
    guard let length = try? handle.seekToEnd() else { return [] }
    let start = length > UInt64(window) ? length - UInt64(window) : 0
    guard (try? handle.seek(toOffset: start)) != nil,
      let data = try? handle.read(upToCount: window),
      let end = data.lastIndex(of: 0x0A)
    else { return [] }
    var lines = data[..<end].split(separator: 0x0A, omittingEmptySubsequences: false)
    if start > 0 { lines.removeFirst() }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// A line of `run.log`: `2026-11-21T16:50:45Z SOAR, seed 1: 12/20, 0.1/s, 8 s left, R 0.01`.
package struct LogLine: Equatable {
  package var time: Date
  package var text: String

  package init?(_ line: String) {
    let parts = line.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let time = try? Date(String(parts[0]), strategy: .iso8601) else {
      return nil
    }
    self.time = time
    text = String(parts[1])
  }

  /// Where a stage of the run has come to.
  package struct Stage: Equatable, Encodable {
    package var name: String
    package var done: Int
    package var total: Int
    /// Rate, time left and what else the line tells.
    package var detail: String
  }

  /// Nil for a line that tells of no stage that is going on.
  package var stage: Stage? {
    if let begins = text.range(of: ": begins", options: [.anchored, .backwards]) {
      return Stage(name: String(text[..<begins.lowerBound]), done: 0, total: 0, detail: "")
    }
    guard let match = text.firstMatch(of: /^(.*?): ([0-9]{1,9})\/([0-9]{1,9})(?:, (.*))?$/),
      let done = Int(match.2), let total = Int(match.3)
    else { return nil }
    return Stage(
      name: String(match.1), done: done, total: total, detail: match.4.map(String.init) ?? "")
  }
}
