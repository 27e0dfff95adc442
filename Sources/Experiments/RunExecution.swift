import Configuration
public import Diagnostics
public import Foundation
public import ReinforcementLearning
public import RunStore
public import SelfPlay
public import Tasks
import Tokenization
import Worlds

/// A new or resumed run with its folder and store, ready to be carried out to its report.
public struct RunExecution: Sendable {
  public let configuration: RunConfiguration
  public let folder: RunFolder
  public let store: RunStore
  let workers: Int
  /// Held as long as this value lives: nobody else writes into the folder.
  public let lock: FileLock
  /// Nil connects to the server that the configuration names, if it names one.
  package var network: RemoteNetwork?

  /// Creates the folder and the store of a new run. On failure it removes a folder it created.
  ///
  /// - Parameter given: the user's file, kept verbatim; nil keeps the resolved configuration.
  public static func begin(
    _ configuration: RunConfiguration, given: Data? = nil, at url: URL, workers: Int
  ) throws -> RunExecution {
    let yaml = try ConfigurationLoader.yaml(configuration)
    // Before the folder is made: an address or a key that is none leaves none behind.
    if configuration.engine.kind == .tinker {
      _ = try RemoteEngine.engine(configuration.engine, vocabularySize: 1)
    }
    let isNew = !FileManager.default.fileExists(atPath: url.path)
    try AtomicFile.createFolder(url)
    let folder = RunFolder(url: url)
    let lock: FileLock
    do {
      lock = try RunLock.acquire(url)
    } catch {
      // Another process may have put its run there meanwhile: remove only an empty folder.
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

  /// Opens a run to continue it as configured.
  ///
  /// - Parameter warn: called when the results will differ from those of an uninterrupted run.
  public static func resume(
    at url: URL, workers: Int, warn: (String) -> Void = { _ in }
  ) throws -> RunExecution {
    // Reject non-runs before creating a lock.
    _ = try RunStore.watch(at: url)
    guard FileManager.default.isWritableFile(atPath: url.path) else {
      throw UserError(
        .noPermission, file: url.relativePath, "cannot be written: permission denied",
        hint: "copy the run's folder to a place of your own")
    }
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
    return RunExecution(
      configuration: configuration, folder: RunFolder(url: url), store: store, workers: workers,
      lock: lock)
  }

  /// Runs everything missing, and always ends the run in the store. Refuses another task than the
  /// one the run began with, and leaves the run as it is then.
  ///
  /// - Parameters:
  ///   - subject: what the configuration describes, if it is at hand already.
  ///   - task: the problems; nil uses those that the configuration describes. A run on another task is
  ///     continued by a program that knows the task.
  ///   - engine: where models live and train; nil uses the one that the configuration describes.
  ///   - base: the base model; nil takes the configuration's, or pretrains one on the task's corpus.
  ///   - schemes: reward schemes by their configuration names.
  ///   - usesCache: whether base models are read from and stored in the user's cache.
  ///   - progress: also writes the run's log from here on.
  ///   - expecting: how long the whole run should take, shown until the run has measured rates of its own;
  ///     called once, beside the work.
  ///   - resumeHint: what to type after an interruption.
  public func carryOut(
    subject: RunSubject? = nil, task: (any ProblemTask)? = nil, engine: (any Engine)? = nil,
    base: BaseModel? = nil,
    schemes: RewardSchemeRegistry = .standard, usesCache: Bool = true,
    progress: ProgressReporter = ProgressReporter(),
    expecting: @escaping @Sendable () -> ExpectedDuration? = { nil },
    resumeHint: String = "RunExecution.resume"
  ) async throws {
    defer { withExtendedLifetime(lock) {} }
    let clock = ContinuousClock.now
    let subject: RunSubject? =
      if task != nil { nil } else if let subject { subject } else {
        try await RunSubject(configuration)
      }
    guard let task = task ?? subject?.task else { preconditionFailure("a run has a task") }
    // Before anything is written: a refused run stays as it was.
    try store.claim(task: task.name)
    try store.resume()
    progress.log(to: folder.log)
    let cache = BaseModelCache(folder: usesCache ? BaseModelCache.userFolder() : nil)
    var remote: RemoteEngine?
    func end(_ outcome: RunOutcome) throws {
      try remote?.recordUsage(in: store)
      try store.end(
        outcome, at: Date(), sessionSeconds: (ContinuousClock.now - clock) / .seconds(1),
        peakMemoryBytes: Provenance.peakMemoryBytes)
    }
    do {
      if engine == nil, configuration.engine.kind == .tinker {
        remote = try await RemoteEngine(
          configuration.engine, network: network, task: task, store: store, progress: progress)
      }
      let engine: any Engine =
        if let engine { engine } else if let remote { remote.engine } else {
          localEngine(task, subject)
        }
      let experiment = try Experiment(
        configuration: configuration, folder: folder, store: store, task: task, engine: engine,
        base: base ?? remote?.base ?? subject?.model.map { .folder($0, cache) }
          ?? .pretrained(cache),
        schemes: schemes, progress: progress)
      try await showingRemainingTime(expecting, on: progress) { try await experiment.run() }
    } catch is CancellationError {
      try? end(.interrupted)
      throw UserError(
        .interrupted, "interrupted; what was finished is saved",
        hint: "continue with \(resumeHint)")
    } catch {
      try? end(.failed)
      throw (error as? UserError)?.continuing(with: resumeHint) ?? error
    }
    do {
      try end(.finished)
    } catch let error as UserError {
      throw error.continuing(with: resumeHint)
    }
  }
}

extension RunExecution {
  /// Tells every few seconds how long the whole run still takes, as long as the work goes on.
  private func showingRemainingTime(
    _ expecting: @escaping @Sendable () -> ExpectedDuration?, on progress: ProgressReporter,
    _ work: () async throws -> Void
  ) async throws {
    let plan = RunPlan(configuration)
    let store = store
    let teller = Task {
      let expected = expecting()
      while !Task.isCancelled {
        // What cannot be read now can be read the next time.
        if let read = try? store.progress(rewards: 1, questions: 0) {
          progress.expect(RemainingTime(plan, read, expected: expected, now: Date()).words)
        }
        try? await Task.sleep(for: .seconds(5))
      }
      progress.expect(nil)
    }
    // Waited for: an open reader would keep the store's log from being folded in.
    func stop() async {
      teller.cancel()
      await teller.value
    }
    do {
      try await work()
    } catch {
      await stop()
      throw error
    }
    await stop()
  }

  private func localEngine(_ task: any ProblemTask, _ subject: RunSubject?) -> LocalEngine {
    LocalEngine(
      pool: WorkerPool(workers: workers), vocabulary: task.tokenizer.tokens,
      tokenizerFile: (task.tokenizer as? BytePairTokenizer)?.fileContents,
      specialTokens: subject?.specialTokens
        ?? SpecialTokens(end: task.studentLimits.stopTokens.map(Int.init)),
      sharesPrefixes: configuration.compute.sharesPrefixes)
  }
}

extension RunStore {
  /// Records the run's task if it is not the embedded world of its configuration, and refuses to
  /// continue with a different task.
  fileprivate func claim(task name: String) throws {
    let embedded = "embedded-world"
    let event = try events().first { $0.kind == "task" }
    let claimed = event?.message ?? embedded
    if event == nil && name != embedded, try screening().isEmpty {
      try record(EventRecord(kind: "task", message: name))
    } else if name != claimed {
      throw UserError(
        .configuration, place: "task", "the run's problems are of task '\(claimed)', not '\(name)'",
        hint: "continue it with the program that defines '\(claimed)'")
    }
  }
}
