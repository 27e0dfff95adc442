import Diagnostics
import Foundation
import Synchronization

/// Handling of Ctrl-C and similar signals.
enum Interruption {
  /// How a command reacts.
  struct Manner: Sendable {
    /// Whether to announce that it is stopping.
    var announces = true
    /// Called before the second signal ends the process.
    var beforeExit: @Sendable () -> Void = {}
  }

  static let manner = Mutex(Manner())

  /// Runs `body` as a task that the first SIGINT or SIGTERM cancels; it then saves and ends. The
  /// second signal exits at once, with 128 plus its number.
  static func cancelling(_ body: sending @escaping () async throws -> Void) async throws {
    let work = Task(operation: body)
    let queue = DispatchQueue(label: "soar.signals")
    let isFirst = Mutex(true)
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        let cancels = isFirst.withLock { value in
          defer { value = false }
          return value
        }
        let manner = manner.withLock { $0 }
        guard cancels else {
          manner.beforeExit()
          _exit(128 + number)
        }
        if manner.announces {
          Console.message("stopping after the current work; interrupt again to stop at once")
        }
        work.cancel()
      }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    try await work.value
  }
}
