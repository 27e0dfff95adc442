import Configuration
public import Diagnostics
public import Foundation
import RunStore
public import SelfPlay

/// A run at one moment, as read from its folder.
public struct RunSnapshot: Encodable {
  public enum State: String, Encodable {
    /// No run has begun in the folder.
    case waiting
    case running
    /// A process holds the run but writes nothing.
    case stalled
    /// No process holds the run, and none ended it.
    case killed
    /// Begun by a soar that had no lock: running, or killed.
    case unknown
    case finished, interrupted, failed

    /// Whether nothing more will happen.
    public var isOver: Bool {
      switch self {
      case .waiting, .running, .stalled, .unknown: false
      case .killed, .finished, .interrupted, .failed: true
      }
    }
  }

  /// An outer loop.
  public struct Loop: Encodable {
    public var teacher: String
    public var seed, steps: Int
    /// Nil for a loop that runs until it matches a cost.
    public var stepsWanted: Int?
    public var promotions: [Int]
    /// R_t of the last steps, in order.
    public var rewards: [Measured]
    public var movingAverage, threshold: Measured
    /// Of the baseline student on hard-train, by the run's `rewardBy`.
    public var baselineAccuracy: Measured
    /// Whether rewards are differences of accuracies.
    public var isGrounded: Bool
  }

  public struct Question: Encodable {
    public var teacher: String
    public var seed: Int
    public var step: Int?
    public var question, answer: String
    public var isWellPosed, isCorrect: Bool?
  }

  public struct Event: Encodable {
    public var place, kind, message: String
  }

  public var folder: String
  public var state: State
  public var preset: String?
  public var seeds: [Int] = []
  /// What of a student on hard-train the rewards are gains in, and `baselineAccuracy` is.
  public var rewardBy: SOARConfiguration.RewardMeasure?
  public var started: Date?
  public var ended: Date?
  /// Seconds since the last write.
  public var quietSeconds: Double?
  public var stage: LogLine.Stage?
  public var loops: [Loop] = []
  /// Index of the loop that wrote last.
  public var latestLoop: Int?
  public var outerSteps = 0
  /// Nil if a loop's length is not known in advance.
  public var outerStepsWanted: Int?
  public var arms = 0
  public var armsWanted: Int?
  public var remaining: RemainingTime?
  public var questions: [Question] = []
  public var events: [Event] = []
  /// The last complete record of metrics.jsonl; names as in the file.
  public var metrics: [String: Double] = [:]

  /// - Parameters:
  ///   - now: the reference time for the age of files.
  ///   - rewards: how many of each loop's last rewards to read.
  ///   - expecting: how long a run that is not over should take in all, by its configuration and workers.
  public init(
    folder path: String, now: Date = Date(), rewards: Int = 60,
    expecting: (RunConfiguration, Int) -> ExpectedDuration? = { _, _ in nil }
  ) throws {
    let folder = RunFolder(url: URL(fileURLWithPath: path))
    self.folder = path
    var isHeld = RunLock.isHeld(folder.url)
    let log = FileTail.lines(of: folder.log).compactMap(LogLine.init)
    quietSeconds = Self.age(folder, now: now)
    state = isHeld == true ? .running : .waiting
    guard var progress = try Self.progress(folder, rewards) else { return }
    if isHeld == false, progress.run.outcome == .running {
      // The run may have been resumed while we waited for the store. It is killed if it still has
      // no process and has not ended meanwhile.
      isHeld = RunLock.isHeld(folder.url)
      progress = try Self.progress(folder, rewards) ?? progress
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
    take(progress, now: now, expecting: expecting)
  }

  private mutating func take(
    _ progress: RunProgress, now: Date, expecting: (RunConfiguration, Int) -> ExpectedDuration?
  ) {
    // A run of another release may have a configuration unknown to this one.
    let configuration = try? ConfigurationLoader.load(
      RunConfiguration(), text: progress.run.config, name: folder)
    preset = configuration?.preset
    seeds = configuration?.seeds ?? []
    rewardBy = configuration?.soar.rewardBy
    let plan = configuration.map(RunPlan.init)
    loops = progress.loops.map { loop in
      Loop(
        teacher: loop.teacher, seed: loop.seed, steps: loop.steps,
        stepsWanted: plan?.steps(of: loop.teacher), promotions: loop.promotions,
        rewards: loop.rewards.map { Measured($0) }, movingAverage: Measured(loop.movingAverage),
        threshold: Measured(loop.threshold), baselineAccuracy: Measured(loop.baselineAccuracy),
        isGrounded: OuterStepRecord.isGain(loop.scheme))
    }
    latestLoop = progress.latestLoop
    outerSteps = progress.loops.reduce(0) { $0 + $1.steps }
    outerStepsWanted = plan?.outerSteps
    arms = progress.arms.count
    armsWanted = plan?.armCount
    if !state.isOver, let plan, let configuration {
      remaining = RemainingTime(
        plan, progress, expected: expecting(configuration, progress.run.workers), now: now)
    }
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

  /// Nil if no run has begun. Retries while a writer is changing the journal.
  private static func progress(_ folder: RunFolder, _ rewards: Int) throws -> RunProgress? {
    let file = folder.url.appendingPathComponent(RunStore.fileName)
    var attempts = 0
    while true {
      guard FileManager.default.fileExists(atPath: file.path) else { return nil }
      do {
        return try RunStore.watch(at: folder.url).progress(rewards: rewards, questions: 4)
      } catch let error as UserError {
        // Between its creation and first transaction the store is not recognisable as soar's.
        if RunLock.isHeld(folder.url) == true, error.status == .dataError { return nil }
        attempts += 1
        guard error.status == .osError || error.status == .cannotCreate, attempts < 20 else {
          throw error
        }
        usleep(100_000)
      }
    }
  }

  /// Seconds since the latest write to a file that an active run keeps writing; nil without such a
  /// file, zero if the clock was set back.
  private static func age(_ folder: RunFolder, now: Date) -> Double? {
    let store = folder.url.appendingPathComponent(RunStore.fileName).path
    let times = [folder.log.path, folder.metrics.path, store, "\(store)-wal"].compactMap { path in
      (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
    }
    return times.max().map { max(0, now.timeIntervalSince($0)) }
  }

  /// Seconds of silence after which a run counts as stalled: two minutes, or ten times the longest
  /// gap between its last lines.
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
