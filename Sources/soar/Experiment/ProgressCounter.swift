import Foundation
import Synchronization

/// Counts finished units of parallel work towards one progress line.
final class ProgressCounter: Sendable {
  private let progress: Progress
  private let done = Mutex(0)

  init(_ progress: Progress) { self.progress = progress }

  func add(_ count: Int) {
    let total = done.withLock { value in
      value += count
      return value
    }
    progress.update(total, detail: "")
  }
}

extension Double {
  /// Decimal notation with a fixed number of digits.
  func fixed(_ digits: Int) -> String { String(format: "%.\(digits)f", self) }
}
