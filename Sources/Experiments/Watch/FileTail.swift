public import Foundation

/// The last lines of a file that another process may be writing to.
enum FileTail {
  /// Whole lines only: drops a first line cut off by the window and a last line not yet complete.
  /// Replaces bytes that are not UTF-8.
  ///
  /// - Parameter window: bytes to read.
  /// - Returns: empty if the file is missing.
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
public struct LogLine: Equatable {
  public var time: Date
  public var text: String

  public init?(_ line: String) {
    let parts = line.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let time = try? Date(String(parts[0]), strategy: .iso8601) else {
      return nil
    }
    self.time = time
    text = String(parts[1])
  }

  /// The progress of one stage of the run.
  public struct Stage: Equatable, Encodable {
    public var name: String
    public var done: Int
    public var total: Int
    /// Rate, time left and the rest of the line.
    public var detail: String
  }

  /// Nil for a line that shows no ongoing stage.
  public var stage: Stage? {
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
