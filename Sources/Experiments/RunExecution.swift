import Configuration
package import Diagnostics
package import Foundation
package import RunStore
package import SelfPlay

/// A run with its folder and store, begun or continued, that can be carried out to its report.
package struct RunExecution {
  package let configuration: RunConfiguration
  package let folder: RunFolder
  package let store: RunStore
  let workers: Int
  /// Held as long as this value lives: nobody else writes into the folder.
  package let lock: FileLock

  /// Makes the folder and the store of a new run. A failure leaves no folder that was not there.
  ///
  /// - Parameter given: the user's file, to be kept as it is; nil keeps the resolved configuration.
  package static func begin(
    _ configuration: RunConfiguration, given: Data? = nil, at url: URL, workers: Int
  ) throws -> RunExecution {
    let yaml = try ConfigurationLoader.yaml(configuration)
    let isNew = !FileManager.default.fileExists(atPath: url.path)
    try AtomicFile.createFolder(url)
    let folder = RunFolder(url: url)
    let lock: FileLock
    do {
      lock = try RunLock.acquire(url)
    } catch {
      // Another process may have put its run there meanwhile: only an empty folder goes.
      if isNew { rmdir(url.path) }
      throw error
    }
    do {
      try AtomicFile.write(given ?? Data(yaml.utf8), to: folder.givenConfiguration)
      try AtomicFile.write(yaml, to: folder.resolvedConfiguration)
      let store = try RunStore.create(
        at: url, run: Provenance.record(configuration: yaml, workers: workers))
      return RunExecution(
        configuration: configuration, folder: folder, store: store, workers: workers, lock: lock)
    } catch {
      if isNew { try? FileManager.default.removeItem(at: url) }
      throw error
    }
  }

  /// Opens a run to go on with it as it was configured.
  ///
  /// - Parameter warn: called where the results will not be those of an uninterrupted run.
  package static func resume(
    at url: URL, workers: Int, warn: (String) -> Void
  ) throws -> RunExecution {
    // What is no run is told before a lock is left there.
    _ = try RunStore.watch(at: url)
    let lock = try RunLock.acquire(url)
    let store = try RunStore.open(at: url, readOnly: false)
    let record = try store.run()
    let configuration = try ConfigurationLoader.load(
      RunConfiguration(), text: record.config, name: "\(url.relativePath)/\(RunStore.fileName)")
    let core = Provenance.record(configuration: record.config, workers: workers).blasCore
    if core != record.blasCore {
      warn(
        "the run began on OpenBLAS kernels \(record.blasCore) and continues on \(core);"
          + " results will not be bitwise those of an uninterrupted run")
    }
    try store.resume()
    return RunExecution(
      configuration: configuration, folder: RunFolder(url: url), store: store, workers: workers,
      lock: lock)
  }

  /// Runs what is missing, and ends the run in the store whatever happens.
  ///
  /// - Parameters:
  ///   - progress: also writes the run's log from here on.
  ///   - resumeHint: what to type after an interruption.
  package func carryOut(
    usesCache: Bool, progress: ProgressReporter, resumeHint: String
  ) async throws {
    defer { withExtendedLifetime(lock) {} }
    let clock = ContinuousClock.now
    progress.log(to: folder.log)
    func end(_ outcome: RunOutcome) throws {
      try store.end(
        outcome, at: Date(), sessionSeconds: (ContinuousClock.now - clock) / .seconds(1),
        peakMemoryBytes: Provenance.peakMemoryBytes)
    }
    do {
      let experiment = try Experiment(
        configuration: configuration, folder: folder, store: store,
        cache: BaseModelCache(folder: usesCache ? BaseModelCache.userFolder() : nil),
        workers: workers, progress: progress)
      try await experiment.run()
    } catch is CancellationError {
      try? end(.interrupted)
      throw UserError(
        .interrupted, "interrupted; what was finished is saved",
        hint: "continue with \(resumeHint)")
    } catch {
      try? end(.failed)
      throw error
    }
    try end(.finished)
  }
}
