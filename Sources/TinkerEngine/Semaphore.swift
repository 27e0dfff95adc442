import Synchronization

/// A number of places for which tasks queue, first come, first served.
final class Semaphore: Sendable {
  private struct State {
    var free: Int
    var nextTicket = 0
    var waiting: [(ticket: Int, continuation: CheckedContinuation<Void, any Error>)] = []
  }

  private let state: Mutex<State>

  init(_ places: Int) {
    precondition(places > 0, "nobody would ever get a place")
    state = Mutex(State(free: places))
  }

  /// - Throws: `CancellationError` if the task is cancelled while it waits.
  func acquire() async throws {
    try Task.checkCancellation()
    let ticket = state.withLock { state in
      defer { state.nextTicket += 1 }
      return state.nextTicket
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let isFree = state.withLock { state in
          guard state.free == 0 else {
            state.free -= 1
            return true
          }
          state.waiting.append((ticket, continuation))
          return false
        }
        if isFree {
          continuation.resume()
        } else if Task.isCancelled {
          cancel(ticket)
        }
      }
    } onCancel: {
      cancel(ticket)
    }
  }

  func release() {
    let next = state.withLock { state -> CheckedContinuation<Void, any Error>? in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst().continuation }
      state.free += 1
      return nil
    }
    next?.resume()
  }

  func with<Result>(_ body: () async throws -> Result) async throws -> Result {
    try await acquire()
    defer { release() }
    return try await body()
  }

  private func cancel(_ ticket: Int) {
    let cancelled = state.withLock { state -> CheckedContinuation<Void, any Error>? in
      guard let place = state.waiting.firstIndex(where: { $0.ticket == ticket }) else { return nil }
      return state.waiting.remove(at: place).continuation
    }
    cancelled?.resume(throwing: CancellationError())
  }
}
