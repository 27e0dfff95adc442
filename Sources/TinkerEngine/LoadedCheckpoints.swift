import Diagnostics
import Synchronization

/// Checkpoints in adapters of their own, to be sampled on servers that sample loaded models alone:
/// SkyRL over JAX takes a checkpoint's path only while the model that saved it is loaded, and puts the
/// checkpoint in the place of that model's weights.
///
/// An adapter stays until its place is needed or its checkpoint is no longer referred to.
actor LoadedCheckpoints {
  private final class Entry {
    let path: String
    let making: Task<Loaded, any Error>
    var users = 0

    init(_ path: String, _ making: Task<Loaded, any Error>) {
      self.path = path
      self.making = making
    }
  }

  /// The target is good as long as the model is held.
  private struct Loaded: Sendable {
    var model: TinkerModel
    var target: SamplingTarget
  }

  private let capacity: Int
  private let places: Semaphore
  /// Least recently used first. Those beyond the capacity wait for a place.
  private var entries: [Entry] = []

  /// - Parameter capacity: most adapters at once.
  init(_ capacity: Int) {
    self.capacity = capacity
    places = Semaphore(capacity)
  }

  /// Runs `body` with the checkpoint loaded; loads it again if the server loses it.
  ///
  /// - Parameter path: of the checkpoint to train from, which is what servers load.
  func with<Value: Sendable>(
    _ path: String, on server: TinkerServer,
    _ body: @Sendable (SamplingTarget) async throws -> Value
  ) async throws -> Value {
    for attempt in 0... {
      let entry = entry(path, on: server)
      entry.users += 1
      do {
        let loaded = try await entry.making.value
        let value = try await body(loaded.target)
        release(entry)
        return value
      } catch let failure as TinkerFailure where attempt < 10 {
        remove(entry)
        if case .refused = failure, attempt >= 3 { throw failure }
      } catch {
        remove(entry)
        throw error
      }
    }
    preconditionFailure("the loop ends by returning or throwing")
  }

  /// Gives up a checkpoint that nobody refers to any more.
  func drop(_ path: String) { entries.removeAll { $0.path == path } }

  private func entry(_ path: String, on server: TinkerServer) -> Entry {
    if let index = entries.firstIndex(where: { $0.path == path }) {
      entries.append(entries.remove(at: index))
      return entries[entries.count - 1]
    }
    if entries.count >= capacity, let idle = entries.firstIndex(where: { $0.users == 0 }) {
      entries.remove(at: idle)
    }
    let making = Task { [places] in
      let model = try await TinkerModel.create(server, in: try await AdapterPlace.take(places))
      try await model.load(path, optimizer: false)
      return Loaded(model: model, target: try await model.samplingSession())
    }
    let entry = Entry(path, making)
    entries.append(entry)
    return entry
  }

  private func release(_ entry: Entry) {
    entry.users -= 1
    if entry.users == 0 && entries.count > capacity { remove(entry) }
  }

  private func remove(_ entry: Entry) { entries.removeAll { $0 === entry } }
}

extension TinkerServer {
  /// Samples from frozen weights in the way that the server knows.
  ///
  /// - Parameter checkpoint: nil for the base model.
  func sampling<Value: Sendable>(
    from checkpoint: TinkerCheckpoint?, _ body: @Sendable (SamplingTarget) async throws -> Value
  ) async throws -> Value {
    guard let checkpoint else { return try await body(.base) }
    guard samplesLoadedOnly.withLock(\.self) else {
      return try await body(.path(checkpoint.sampler))
    }
    return try await loaded.with(checkpoint.weights, on: self, body)
  }
}
