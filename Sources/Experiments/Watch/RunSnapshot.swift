import Configuration
package import Diagnostics
package import Foundation
import RunStore
import SelfPlay

/// A run at one moment, as far as its folder tells.
package struct RunSnapshot: Encodable {
  package enum State: String, Encodable {
    /// No run has begun in the folder.
    case waiting
    case running
    /// A process has the run, and writes nothing.
    case stalled
    /// No process has the run, and none has ended it.
    case killed
    /// Begun by a soar that knew no lock: running, or killed.
    case unknown
    case finished, interrupted, failed

    /// Whether nothing more is to be expected.
    package var isOver: Bool {
      switch self {
      case .waiting, .running, .stalled, .unknown: false
      case .killed, .finished, .interrupted, .failed: true
      }
    }
  }

  package struct Loop: Encodable {
    package var teacher: String
    package var seed, steps: Int
    /// Nil for a loop that goes on until a cost is matched.
    package var stepsWanted: Int?
    package var promotions: [Int]
    /// R_t of the last steps, in their order.
    package var rewards: [Measured]
    package var movingAverage, threshold, baselineAccuracy: Measured
    /// Whether rewards are differences of accuracies.
    package var isGrounded: Bool
  }

  package struct Question: Encodable {
    package var teacher: String
    package var seed: Int
    package var step: Int?
    package var question, answer: String
    package var isWellPosed, isCorrect: Bool?
  }

  package struct Event: Encodable {
    package var place, kind, message: String
  }

  package var folder: String
  package var state: State
  package var preset: String?
  package var seeds: [Int] = []
  package var started: Date?
  package var ended: Date?
  /// Since anything was written.
  package var quietSeconds: Double?
  package var stage: LogLine.Stage?
  package var loops: [Loop] = []
  /// Index of the loop that wrote last.
  package var latestLoop: Int?
  package var outerSteps = 0
  /// Nil where a loop's length is not known before.
  package var outerStepsWanted: Int?
  package var arms = 0
  package var armsWanted: Int?
  package var remaining: RemainingTime?
  package var questions: [Question] = []
  package var events: [Event] = []
  /// The last whole record of metrics.jsonl; names are as in the file.
  package var metrics: [String: Double] = [:]

  /// - Parameter now: what the age of files is measured against.
  package init(folder path: String, now: Date = Date()) throws {
    let folder = RunFolder(url: URL(fileURLWithPath: path))
    self.folder = path
    var isHeld = RunLock.isHeld(folder.url)
    let log = FileTail.lines(of: folder.log).compactMap(LogLine.init)
    quietSeconds = Self.age(folder, now: now)
    state = isHeld == true ? .running : .waiting
    guard var progress = try Self.progress(folder) else { return }
    if isHeld == false, progress.run.outcome == .running {
      // The store may have kept us waiting while the run was resumed. Killed is what still has no
      // process after that, and has not ended in between either.
      isHeld = RunLock.isHeld(folder.url)
      progress = try Self.progress(folder) ?? progress
    }
    let run = progress.run
    started = run.started
    ended = run.ended
    switch run.outcome {
    case .finished: state = .finished
    case .interrupted: state = .interrupted
    case .failed: state = .failed
    case .running:
      let isQuiet = (quietSeconds ?? 0) > Self.patience(log)
      switch isHeld {
      case true?: state = isQuiet ? .stalled : .running
      case false?: state = .killed
      case nil: state = .unknown
      }
    }
    if !state.isOver { stage = log.last?.stage }
    metrics = Self.lastMetrics(folder)
    take(progress)
  }

  private mutating func take(_ progress: RunProgress) {
    // A run of another release may have a configuration that this one does not know.
    let configuration = try? ConfigurationLoader.load(
      RunConfiguration(), text: progress.run.config, name: folder)
    preset = configuration?.preset
    seeds = configuration?.seeds ?? []
    let plan = configuration.map(RunPlan.init)
    loops = progress.loops.map { loop in
      Loop(
        teacher: loop.teacher, seed: loop.seed, steps: loop.steps,
        stepsWanted: plan?.steps(of: loop.teacher), promotions: loop.promotions,
        rewards: loop.rewards.map { Measured($0) }, movingAverage: Measured(loop.movingAverage),
        threshold: Measured(loop.threshold), baselineAccuracy: Measured(loop.baselineAccuracy),
        isGrounded: loop.scheme ?? OuterStepRecord.groundedScheme == OuterStepRecord.groundedScheme)
    }
    latestLoop = progress.latestLoop
    outerSteps = progress.loops.reduce(0) { $0 + $1.steps }
    outerStepsWanted = plan?.outerSteps
    arms = progress.arms.count
    armsWanted = plan?.armCount
    if !state.isOver { remaining = plan.map { RemainingTime($0, progress) } }
    questions = progress.questions.map {
      Question(
        teacher: $0.teacher, seed: $0.seed, step: $0.step, question: $0.question,
        answer: $0.answer, isWellPosed: $0.isWellPosed, isCorrect: $0.isCorrect)
    }
    events = progress.events.map { event in
      let place = [
        event.arm ?? event.teacher, event.seed.map { "seed \($0)" },
        event.step.map { "step \($0)" },
      ]
      return Event(
        place: place.compactMap { $0 }.joined(separator: ", "), kind: event.kind,
        message: event.message)
    }
  }

  // MARK: The folder

  /// Nil where no run has begun. A writer that changes the journal at this very moment is waited for.
  private static func progress(_ folder: RunFolder) throws -> RunProgress? {
    let file = folder.url.appendingPathComponent(RunStore.fileName)
    var attempts = 0
    while true {
      guard FileManager.default.fileExists(atPath: file.path) else { return nil }
      do {
        return try RunStore.watch(at: folder.url).progress(rewards: 60, questions: 4)
      } catch let error as UserError {
        // Between the store's creation and its first transaction it is no store of soar's yet.
        if RunLock.isHeld(folder.url) == true, error.status == .dataError { return nil }
        attempts += 1
        guard error.status == .osError || error.status == .cannotCreate, attempts < 20 else {
          throw error
        }
        usleep(100_000)
      }
    }
  }

  /// Seconds since the youngest of the files that a run writes all the time was written; none where
  /// there is no such file. A clock that was set back gives zero.
  private static func age(_ folder: RunFolder, now: Date) -> Double? {
    let store = folder.url.appendingPathComponent(RunStore.fileName).path
    let times = [folder.log.path, folder.metrics.path, store, "\(store)-wal"].compactMap { path in
      (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
    }
    return times.max().map { max(0, now.timeIntervalSince($0)) }
  }

  /// Seconds without a word after which a run counts as stalled: two minutes, or ten times the longest
  /// silence between its last lines.
  private static func patience(_ log: [LogLine]) -> Double {
    let times = log.suffix(50).map(\.time)
    let gaps = zip(times.dropFirst(), times).map { $0.timeIntervalSince($1) }
    return max(120, 10 * (gaps.max() ?? 0))
  }

  private static func lastMetrics(_ folder: RunFolder) -> [String: Double] {
    for line in FileTail.lines(of: folder.metrics).reversed() {
      let record = try? JSONDecoder().decode([String: Double].self, from: Data(line.utf8))
      if let record { return record }
    }
    return [:]
  }
}
