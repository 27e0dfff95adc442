import Synchronization

/// Counts finished units of parallel work towards one progress line.
package final class ProgressCounter: Sendable {
  private let progress: ProgressReporter
  private let done = Mutex(0)

  package init(_ progress: ProgressReporter) { self.progress = progress }

  package func add(_ count: Int) {
    let total = done.withLock { value in
      value += count
      return value
    }
    progress.update(total, detail: "")
  }
}
