import Foundation
import Synchronization

/// `metrics.jsonl`: one JSON object per line with slash-keyed numbers and the step, for plotting a
/// run in progress. The store is authoritative; a crash may lose the last line of this file.
final class MetricsFile: Sendable {
  private let url: URL
  private let lock = Mutex(())

  init(url: URL) { self.url = url }

  /// - Parameter student: the arm's student; written only if not the first.
  func append(step: Int, seed: Int, student: Int = 0, _ values: [(String, Double?)]) {
    var fields = ["\"step\":\(step)", "\"seed\":\(seed)"]
    if student > 0 { fields.append("\"student\":\(student)") }
    for (key, value) in values {
      guard let value, value.isFinite else { continue }
      let quoted = (try? JSONEncoder().encode(key)).map { String(decoding: $0, as: UTF8.self) }
      fields.append("\(quoted ?? "\"\""):\(value)")
    }
    let line = "{" + fields.joined(separator: ",") + "}\n"
    lock.withLock { _ in
      if !FileManager.default.fileExists(atPath: url.path) {
        _ = FileManager.default.createFile(atPath: url.path, contents: nil)
      }
      guard let handle = try? FileHandle(forUpdating: url) else { return }
      defer { try? handle.close() }
      guard (try? Self.dropHalfLine(handle)) != nil else { return }
      try? handle.write(contentsOf: Data(line.utf8))
    }
  }

  /// Drops the half line that a kill or a full disk can leave, which would corrupt the next one
  /// too. Leaves the handle at the end.
  private static func dropHalfLine(_ handle: FileHandle) throws {
    let newline = UInt8(ascii: "\n")
    let end = try handle.seekToEnd()
    guard end > 0 else { return }
    try handle.seek(toOffset: end - 1)
    guard try handle.readToEnd()?.first != newline else { return }
    let start = end - min(end, longestLine)
    try handle.seek(toOffset: start)
    let tail = try handle.readToEnd() ?? Data()
    let kept = tail.lastIndex(of: newline).map { $0 - tail.startIndex + 1 } ?? 0
    try handle.truncate(atOffset: start + UInt64(kept))
  }

  /// Bytes; our lines are far shorter.
  private static let longestLine: UInt64 = 1 << 16
}
