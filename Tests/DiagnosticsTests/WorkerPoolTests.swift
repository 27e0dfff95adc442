// Locks: the worker pool's order, failure and use of its threads.

import Diagnostics
import Synchronization
import Testing

@Suite struct WorkerPoolTests {
  @Test func bodiesBegunAtOnceTakeTurns() async throws {
    let pool = WorkerPool(workers: 2)
    let log = Log()
    let begun = Log()
    let results = try await pool.map(count: 6, atOnce: 6) { index in
      begun.append(index)
      while begun.parts.count < 6 { await Task.yield() }
      for part in 0..<3 {
        log.append(part)
        await Task.yield()
      }
      return index
    }
    #expect(results == Array(0..<6))
    // All are past their first part before any begins its last but for those under way beside it.
    let parts = log.parts
    #expect(parts.count == 18)
    #expect(!parts.prefix(5).contains(2), "one body ran through before others began: \(parts)")
  }

  private final class Log: Sendable {
    private let entries = Mutex<[Int]>([])
    func append(_ part: Int) { entries.withLock { $0.append(part) } }
    var parts: [Int] { entries.withLock { $0 } }
  }

  @Test func thePoolKeepsOrderAndStopsAtAFailure() async throws {
    let pool = WorkerPool(workers: 3)
    let squares = try await pool.map(count: 100) { $0 * $0 }
    #expect(squares == (0..<100).map { $0 * $0 })
    struct Failure: Error {}
    await #expect(throws: Failure.self) {
      _ = try await pool.map(count: 10) { index in
        if index == 4 { throw Failure() }
        return index
      }
    }
    // Nested use must not deadlock, even with as many inner maps as workers.
    let nested = try await pool.map(count: 6) { outer in
      try await pool.map(count: 5) { inner in outer * inner }.reduce(0, +)
    }
    #expect(nested == (0..<6).map { $0 * 10 })
  }
}
