public import Foundation

public enum RunOutcome: String, Codable, Sendable, CaseIterable {
  case running, finished, interrupted, failed
}

/// What ran, where, and how it ended. Provenance: not part of the digest.
public struct RunRecord: Codable, Sendable, Equatable {
  public var formatVersion: Int
  public var commandLine: String
  /// The resolved configuration, as YAML.
  public var config: String
  public var configHash: String
  public var gitCommit: String?
  public var toolchain: String
  public var operatingSystem: String
  public var cpu: String
  /// OpenBLAS's kernel choice; results are bitwise equal only for the same choice.
  public var blasCore: String
  public var workers: Int
  public var started: Date
  public var ended: Date?
  /// Active seconds, summed over the sessions of a resumed run.
  public var activeSeconds: Double
  public var outcome: RunOutcome
  public var peakMemoryBytes: Int?

  public init(
    commandLine: String, config: String, configHash: String, gitCommit: String? = nil,
    toolchain: String, operatingSystem: String, cpu: String, blasCore: String, workers: Int,
    started: Date, ended: Date? = nil, activeSeconds: Double = 0, outcome: RunOutcome = .running,
    peakMemoryBytes: Int? = nil
  ) {
    self.formatVersion = Schema.version
    self.commandLine = commandLine
    self.config = config
    self.configHash = configHash
    self.gitCommit = gitCommit
    self.toolchain = toolchain
    self.operatingSystem = operatingSystem
    self.cpu = cpu
    self.blasCore = blasCore
    self.workers = workers
    self.started = started
    self.ended = ended
    self.activeSeconds = activeSeconds
    self.outcome = outcome
    self.peakMemoryBytes = peakMemoryBytes
  }
}

extension RunRecord: StoredRecord {
  package static let layout = RecordLayout(
    "run", owner: ["id"], key: "id",
    blank: RunRecord(
      commandLine: "", config: "", configHash: "", toolchain: "", operatingSystem: "", cpu: "",
      blasCore: "", workers: 0, started: Date(timeIntervalSince1970: 0)),
    [
      StoredColumn("format_version", \.formatVersion),
      StoredColumn("command_line", \.commandLine),
      StoredColumn("config", \.config),
      StoredColumn("config_hash", \.configHash),
      StoredColumn("git_commit", \.gitCommit),
      StoredColumn("toolchain", \.toolchain),
      StoredColumn("operating_system", \.operatingSystem),
      StoredColumn("cpu", \.cpu),
      StoredColumn("blas_core", \.blasCore),
      StoredColumn("workers", \.workers),
      StoredColumn("started", \.started),
      StoredColumn("ended", \.ended),
      StoredColumn("active_seconds", \.activeSeconds),
      StoredColumn("outcome", \.outcome),
      StoredColumn("peak_memory_bytes", \.peakMemoryBytes),
    ])
}

/// The halves of the hard set, and the problems of another distribution. The test half and the
/// transfer problems are used for reporting only.
public enum Split: String, Codable, Sendable, CaseIterable {
  case train, test, transfer
}

public struct HardProblemRecord: Codable, Sendable, Equatable {
  public var id: Int
  public var split: Split
  public var question: String
  public var answer: String
  public var screeningSamples: Int
  public var screeningSuccesses: Int
  /// Operations needed to answer it.
  public var length: Int

  public init(
    id: Int, split: Split, question: String, answer: String, screeningSamples: Int,
    screeningSuccesses: Int, length: Int
  ) {
    self.id = id
    self.split = split
    self.question = question
    self.answer = answer
    self.screeningSamples = screeningSamples
    self.screeningSuccesses = screeningSuccesses
    self.length = length
  }
}

extension HardProblemRecord: StoredRecord {
  package static let layout = RecordLayout(
    "hard_problem", key: "id",
    blank: HardProblemRecord(
      id: 0, split: .train, question: "", answer: "", screeningSamples: 0, screeningSuccesses: 0,
      length: 0),
    [
      StoredColumn("id", \.id),
      StoredColumn("half", \.split),
      StoredColumn("question", \.question),
      StoredColumn("answer", \.answer),
      StoredColumn("screening_samples", \.screeningSamples),
      StoredColumn("screening_successes", \.screeningSuccesses),
      StoredColumn("length", \.length),
    ])
}

/// One screened candidate of the hard set or the transfer set, kept or not.
public struct ScreeningRecord: Codable, Sendable, Equatable {
  /// Its number; transfer set candidates continue the hard set's numbering.
  public var candidate: Int
  public var samples: Int
  public var successes: Int
  public var isKept: Bool
  public var isTransfer: Bool
  /// Probability of the bare right answer, 0...1; nil if the screening was by samples.
  public var probability: Double?

  public init(
    candidate: Int, samples: Int, successes: Int, isKept: Bool, isTransfer: Bool = false,
    probability: Double? = nil
  ) {
    self.candidate = candidate
    self.samples = samples
    self.successes = successes
    self.isKept = isKept
    self.isTransfer = isTransfer
    self.probability = probability
  }
}

extension ScreeningRecord: StoredRecord {
  package static let layout = RecordLayout(
    "screening", key: "candidate",
    blank: ScreeningRecord(candidate: 0, samples: 0, successes: 0, isKept: false),
    [
      StoredColumn("candidate", \.candidate),
      StoredColumn("samples", \.samples),
      StoredColumn("successes", \.successes),
      StoredColumn("is_kept", \.isKept),
      StoredColumn("is_transfer", \.isTransfer, since: 3),
      StoredColumn("probability", \.probability, as: .share, since: 8),
    ])
}

public struct PretrainingPoint: Codable, Sendable, Equatable {
  public var phase: String
  public var step: Int
  /// Tokens seen so far.
  public var tokens: Int
  /// Nats per token.
  public var loss: Double
  public var learningRate: Double

  public init(phase: String, step: Int, tokens: Int, loss: Double, learningRate: Double) {
    self.phase = phase
    self.step = step
    self.tokens = tokens
    self.loss = loss
    self.learningRate = learningRate
  }
}

extension PretrainingPoint: StoredRecord {
  package static let layout = RecordLayout(
    "pretraining_point", key: "phase, step",
    blank: PretrainingPoint(phase: "", step: 0, tokens: 0, loss: .nan, learningRate: .nan),
    [
      StoredColumn("phase", \.phase),
      StoredColumn("step", \.step),
      StoredColumn("tokens", \.tokens),
      StoredColumn("loss", \.loss),
      StoredColumn("learning_rate", \.learningRate),
    ])
}

/// A noteworthy event that is not a measurement: a promotion, a collapse, a stretch without any
/// signal, an interruption.
public struct EventRecord: Codable, Sendable, Equatable {
  public var teacher: String?
  public var arm: String?
  public var seed: Int?
  /// The arm's student; nil if the event concerns none.
  public var student: Int?
  public var step: Int?
  public var kind: String
  public var message: String
  /// False for events that depend on the session rather than the seed, such as an interruption; the
  /// digest skips them.
  public var isResult: Bool

  public init(
    teacher: String? = nil, arm: String? = nil, seed: Int? = nil, student: Int? = nil,
    step: Int? = nil, kind: String, message: String, isResult: Bool = true
  ) {
    self.teacher = teacher
    self.arm = arm
    self.seed = seed
    self.student = student
    self.step = step
    self.kind = kind
    self.message = message
    self.isResult = isResult
  }
}

extension EventRecord: StoredRecord {
  package static let layout = RecordLayout(
    "event", key: "teacher, arm, seed, student, step, kind, message",
    blank: EventRecord(kind: "", message: ""),
    [
      StoredColumn("teacher", \.teacher),
      StoredColumn("arm", \.arm),
      StoredColumn("seed", \.seed),
      StoredColumn("student", \.student, since: 3),
      StoredColumn("step", \.step),
      StoredColumn("kind", \.kind),
      StoredColumn("message", \.message),
      StoredColumn("is_result", \.isResult, isResult: false),
    ])
}
