import Foundation
import Synchronization

/// A fixed number of threads for compute-bound tasks, separate from Swift's cooperative pool, which
/// such tasks would starve.
public final class WorkerPool: TaskExecutor {
  public let workers: Int
  private let queue = Mutex<[UnownedJob]>([])
  private let available = DispatchSemaphore(value: 0)

  /// Starts the threads, which live as long as the process.
  public init(workers: Int) {
    precondition(workers > 0)
    self.workers = workers
    for index in 0..<workers {
      let thread = Thread { [self] in
        while true {
          available.wait()
          let job = queue.withLock { $0.removeFirst() }
          job.runSynchronously(on: asUnownedTaskExecutor())
        }
      }
      thread.name = "soar-worker-\(index)"
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  public func enqueue(_ job: consuming ExecutorJob) {
    let unowned = UnownedJob(job)
    queue.withLock { $0.append(unowned) }
    available.signal()
  }

  /// Runs `body(0)...body(count - 1)` and returns the results in order: [count]. Which worker runs
  /// which index is arbitrary, so `body` must depend only on the index. After a failure, starts no
  /// further index and throws the failure.
  ///
  /// - Parameter atOnce: maximum number of indices in progress; by default the number of workers.
  ///   Bodies that yield (`Task.yield`) between their parts share the workers in turn when all
  ///   start at once. Equal bodies then finish together, and no worker idles while another runs the
  ///   last one.
  public func map<Result: Sendable>(
    count: Int, atOnce: Int? = nil, _ body: @escaping @Sendable (Int) async throws -> Result
  ) async throws -> [Result] {
    let next = Counter()
    return try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
      for _ in 0..<min(atOnce ?? workers, count) {
        group.addTask(executorPreference: self) {
          var finished: [(Int, Result)] = []
          while true {
            try Task.checkCancellation()
            let index = next.take()
            if index >= count { return finished }
            finished.append((index, try await body(index)))
          }
        }
      }
      var results: [(Int, Result)] = []
      for try await part in group { results += part }
      return results.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}

/// Hands out 0, 1, 2, ... to callers.
private final class Counter: Sendable {
  private let value = Mutex(0)

  func take() -> Int {
    value.withLock { value in
      defer { value += 1 }
      return value
    }
  }
}
