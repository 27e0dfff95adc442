import Foundation
import Synchronization

/// `metrics.jsonl`: one JSON object per line with slash-keyed numbers and the step, for plotting
/// while a run is going on. The store is the record; a crash may lose the last line of this file.
final class MetricsFile: Sendable {
  private let url: URL
  private let lock = Mutex(())

  init(url: URL) { self.url = url }

  /// - Parameter student: of an arm; written where it is not the first.
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
      guard let handle = try? FileHandle(forWritingTo: url) else { return }
      _ = try? handle.seekToEnd()
      try? handle.write(contentsOf: Data(line.utf8))
      try? handle.close()
    }
  }
}
