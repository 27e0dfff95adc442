public import Foundation

public enum RunOutcome: String, Codable, Sendable, CaseIterable {
  case running, finished, interrupted, failed
}

/// What was run, where, and how it ended. Provenance: no part of the digest.
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
  /// OpenBLAS's kernel choice; results are bitwise equal only for the same one.
  public var blasCore: String
  public var workers: Int
  public var started: Date
  public var ended: Date?
  /// Seconds at work, summed over the sessions of a resumed run.
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

/// The halves of the hard set, and the problems of another distribution: the test half and the
/// transfer problems are for reporting only.
public enum Split: String, Codable, Sendable, CaseIterable {
  case train, test, transfer
}

public struct HardProblemRecord: Codable, Sendable, Equatable {
  public var id: Int
  public var half: Split
  public var question: String
  public var answer: String
  public var screeningSamples: Int
  public var screeningSuccesses: Int
  /// Operations needed to answer it.
  public var length: Int

  public init(
    id: Int, half: Split, question: String, answer: String, screeningSamples: Int,
    screeningSuccesses: Int, length: Int
  ) {
    self.id = id
    self.half = half
    self.question = question
    self.answer = answer
    self.screeningSamples = screeningSamples
    self.screeningSuccesses = screeningSuccesses
    self.length = length
  }
}

/// One candidate of the screening, of the hard set or of the transfer set, kept or not.
public struct ScreeningRecord: Codable, Sendable, Equatable {
  /// Its number; those of the transfer set go on from the hard set's.
  public var candidate: Int
  public var samples: Int
  public var successes: Int
  public var isKept: Bool
  public var isTransfer: Bool

  public init(
    candidate: Int, samples: Int, successes: Int, isKept: Bool, isTransfer: Bool = false
  ) {
    self.candidate = candidate
    self.samples = samples
    self.successes = successes
    self.isKept = isKept
    self.isTransfer = isTransfer
  }
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

/// Something worth telling that is not a measurement: a promotion, a collapse, a stretch without
/// any signal, an interruption.
public struct EventRecord: Codable, Sendable, Equatable {
  public var teacher: String?
  public var arm: String?
  public var seed: Int?
  /// Of the arm; nil where none is concerned.
  public var student: Int?
  public var step: Int?
  public var kind: String
  public var message: String
  /// False for what depends on the session and not on the seed, such as an interruption: the
  /// digest leaves it out.
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
