import Diagnostics
import Foundation
import LanguageModel
import ReinforcementLearning
import Synchronization
import Tokenization

extension DownstreamTests {
  static let engine = LocalEngine(pool: WorkerPool(workers: 1), vocabulary: [])
}

/// How many trainers are alive, and the most there were.
final class TrainerCount: Sendable {
  private let state = Mutex((alive: 0, most: 0))

  func add(_ change: Int) {
    state.withLock { state in
      state.alive += change
      state.most = max(state.most, state.alive)
    }
  }

  var most: Int { state.withLock(\.most) }
}

/// The local engine with an eye on its trainers.
struct CountingEngine: Engine {
  let local: LocalEngine
  let maximumTrainers: Int?
  let count = TrainerCount()

  init(_ local: LocalEngine, maximumTrainers: Int?) {
    self.local = local
    self.maximumTrainers = maximumTrainers
  }

  var name: String { "counting" }
  var countsFLOPs: Bool { true }

  func makeTrainer(
    from weights: any Sampler, reference: any Sampler, optimizer: AdamWParameters
  ) async throws -> any Trainer {
    CountedTrainer(
      local.makeTrainer(from: weights, reference: reference, optimizer: optimizer), count)
  }

  func restoreTrainer(
    from folder: URL, reference: any Sampler, optimizer: AdamWParameters
  ) async throws -> any Trainer {
    CountedTrainer(
      try local.restoreTrainer(from: folder, reference: reference, optimizer: optimizer), count)
  }

  func save(_ weights: any Sampler, to folder: URL) throws { try local.save(weights, to: folder) }
  func load(from folder: URL) throws -> any Sampler { try local.load(from: folder) }

  func map<Result: Sendable>(
    count: Int, atOnce: Int?, _ body: @escaping @Sendable (Int) async throws -> Result
  ) async throws -> [Result] {
    try await local.map(count: count, atOnce: atOnce, body)
  }
}

final class CountedTrainer: Trainer {
  private let trainer: any Trainer
  private let count: TrainerCount

  init(_ trainer: any Trainer, _ count: TrainerCount) {
    self.trainer = trainer
    self.count = count
    count.add(1)
  }

  deinit { count.add(-1) }

  func sample(_ requests: [SamplingRequest], _ parameters: SamplingParameters) async throws
    -> SampledBatch
  { try await trainer.sample(requests, parameters) }

  func forwardBackward(_ sequences: [TrainingSequence]) async throws -> LossReport {
    try await trainer.forwardBackward(sequences)
  }

  func optimizerStep(learningRate: Double) async throws -> OptimizerReport {
    try await trainer.optimizerStep(learningRate: learningRate)
  }

  func freeze() async throws -> any Sampler { try await trainer.freeze() }
  func save(to folder: URL) async throws { try await trainer.save(to: folder) }
}
