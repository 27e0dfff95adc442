import Diagnostics
public import Foundation
public import LanguageModel
public import ReinforcementLearning

/// An adapter in training on a server.
///
/// The server is asked for an adapter when training begins, not before. Everything since the last
/// checkpoint is remembered, so that an adapter that is lost with its server is built up again.
public actor TinkerTrainer: Trainer {
  private enum Operation {
    case gradient([TrainingDatum])
    case step(learningRate: Double)
  }

  private let server: TinkerServer
  private let reference: TinkerSampler
  private let optimizer: AdamWParameters
  private let scaling: LossScaling
  /// The weights that `operations` continue.
  private var start: TinkerSampler
  private var startsWithOptimizer: Bool
  private var operations: [Operation] = []
  private var model: TinkerModel?
  /// The present weights, while they are on the server to be sampled.
  private var present: SamplingTarget?
  /// The gradient since the last step.
  private var gradient = Gradient()

  private struct Gradient {
    /// Sequences of the first call, which the advantages are scaled for, and of all.
    var first = 0
    var sequences = 0
    var isFinite = true
  }

  init(
    _ server: TinkerServer, from start: TinkerSampler, hasOptimizer: Bool,
    reference: TinkerSampler, optimizer: AdamWParameters, scaling: LossScaling
  ) {
    self.server = server
    self.start = start
    startsWithOptimizer = hasOptimizer
    self.reference = reference
    self.optimizer = optimizer
    self.scaling = scaling
  }

  private var hasStepped: Bool {
    operations.contains { if case .step = $0 { true } else { false } }
  }

  // MARK: Sampling

  public func sample(_ requests: [SamplingRequest], _ parameters: SamplingParameters) async throws
    -> SampledBatch
  {
    guard hasStepped else { return try await start.sample(requests, parameters) }
    return try await onModel { model in
      let target = try await self.target(on: model)
      return try await self.server.sample(requests, parameters, from: target)
    }
  }

  private func target(on model: TinkerModel) async throws -> SamplingTarget {
    if let present { return present }
    let target = try await model.samplingSession()
    present = target
    return target
  }

  // MARK: Training

  public func forwardBackward(_ sequences: [TrainingSequence]) async throws -> LossReport {
    let useful = sequences.filter { $0.weights.dropFirst().contains { $0 != 0 } }
    for sequence in useful { try server.check(sequence.tokens) }
    var report = LossReport()
    report.flops = nil
    guard !useful.isEmpty else { return report }
    return try await reportingFailures {
      let sampled = try await logprobsWhenSampled(useful)
      let penalties = try await penalties(useful, sampled, &report)
      if gradient.sequences == 0 { gradient.first = useful.count }
      let data = zip(zip(useful, sampled), penalties).map { pair, penalty in
        datum(pair.0, logprobs: pair.1, penalty: penalty)
      }
      guard data.allSatisfy(\.isFinite) else {
        gradient.isFinite = false
        report.weightedLoss = .nan
        return report
      }
      let output = try await onModel { try await $0.forwardBackward(data) }
      operations.append(.gradient(data))
      gradient.sequences += data.count
      account(useful, output.logprobs, sampled, &report)
      gradient.isFinite = gradient.isFinite && report.weightedLoss.isFinite
      return report
    }
  }

  /// log p of each token after the first when it was sampled, or now if nobody says: [T - 1].
  private func logprobsWhenSampled(_ sequences: [TrainingSequence]) async throws -> [[Float]] {
    let unknown = sequences.indices.filter { sequences[$0].sampledLogprobs == nil }
    var logprobs = sequences.map { Array(($0.sampledLogprobs ?? []).dropFirst()) }
    guard !unknown.isEmpty else { return logprobs }
    let data = unknown.map { datum(sequences[$0], logprobs: nil, penalty: []) }
    let output = try await onModel { try await $0.forwardBackward(data, isForwardOnly: true) }
    for (index, values) in zip(unknown, output.logprobs) { logprobs[index] = values }
    return logprobs
  }

  /// The part of the KL term in each token's loss weight: its gradient is that of
  /// klWeight * (log p - log q) * log p with a constant first factor, [T - 1]; empty without one.
  private func penalties(
    _ sequences: [TrainingSequence], _ sampled: [[Float]], _ report: inout LossReport
  ) async throws -> [[Float]] {
    let penalized = sequences.indices.filter { sequences[$0].klWeight != 0 }
    var penalties = [[Float]](repeating: [], count: sequences.count)
    guard !penalized.isEmpty else { return penalties }
    let references = try await reference.scorer.logprobs(
      penalized.map { datum(sequences[$0], logprobs: nil, penalty: []) })
    server.usage.add { usage in
      usage.scoredTokens += penalized.reduce(0) { $0 + sequences[$1].tokens.count - 1 }
    }
    for (index, other) in zip(penalized, references) {
      let sequence = sequences[index]
      penalties[index] = zip(sequence.weights.dropFirst(), zip(sampled[index], other)).map {
        guard $0 != 0 else { return 0 }
        report.kl += Double($1.0 - $1.1)
        return sequence.klWeight * ($1.0 - $1.1)
      }
    }
    return penalties
  }

  private func datum(
    _ sequence: TrainingSequence, logprobs: [Float]?, penalty: [Float]
  ) -> TrainingDatum {
    let weights = sequence.weights.dropFirst()
    let factor = scaling.factor(tokens: weights.count, sequences: gradient.first)
    let advantages = zip(weights, penalty.isEmpty ? weights.map { _ in 0 } : penalty).map {
      $0 == 0 ? 0 : ($0 - $1) * factor
    }
    return TrainingDatum(
      inputs: Array(sequence.tokens.dropLast()), targets: Array(sequence.tokens.dropFirst()),
      advantages: advantages,
      logprobs: zip(weights, logprobs ?? weights.map { _ in 0 }).map { $0 == 0 ? 0 : $1 })
  }

  private func account(
    _ sequences: [TrainingSequence], _ logprobs: [[Float]], _ sampled: [[Float]],
    _ report: inout LossReport
  ) {
    var gap = 0.0
    for (sequence, values) in zip(sequences, zip(logprobs, sampled)) {
      report.tokens += sequence.tokens.count - 1
      for (weight, (now, then)) in zip(sequence.weights.dropFirst(), zip(values.0, values.1))
      where weight != 0 {
        report.scoredTokens += 1
        report.weightedLoss -= Double(weight) * Double(now)
        gap = max(gap, Double(abs(now - then)))
      }
    }
    let tokens = report.tokens
    server.usage.add { usage in
      usage.trainedTokens += tokens
      usage.largestLogprobGap = max(usage.largestLogprobGap, gap)
    }
  }

  public func optimizerStep(learningRate: Double) async throws -> OptimizerReport {
    try await reportingFailures {
      guard gradient.isFinite else {
        discardGradient()
        return OptimizerReport(gradientNorm: .nan, applied: false)
      }
      let reported = try await onModel {
        try await $0.optimizerStep(self.optimizer, learningRate: learningRate)
      }
      if let reported, !reported.isFinite {
        discardGradient()
        return OptimizerReport(gradientNorm: reported, applied: false)
      }
      let share =
        scaling.dividesBySequences && gradient.first > 0
        ? Double(gradient.sequences) / Double(gradient.first) : 1
      operations.append(.step(learningRate: learningRate))
      gradient = Gradient()
      present = nil
      server.usage.add { $0.optimizerSteps += 1 }
      if operations.count >= TinkerEngine.operationsPerCheckpoint { try await checkpoint() }
      return OptimizerReport(gradientNorm: reported.map { $0 * share } ?? .nan, applied: true)
    }
  }

  /// Goes back to before the gradient that is not finite. The server has it in its sum, and after a
  /// step in its weights, so the adapter is built up again without.
  private func discardGradient() {
    while case .gradient = operations.last { operations.removeLast() }
    gradient = Gradient()
    abandonModel()
  }

  // MARK: Freezing and saving

  public func freeze() async throws -> any Sampler {
    try await reportingFailures { try await checkpoint() }
  }

  @discardableResult private func checkpoint() async throws -> TinkerSampler {
    guard hasStepped else { return start }
    let checkpoint = try await onModel { model in
      let weights = try await model.save()
      return TinkerCheckpoint(
        self.server, weights: weights, sampler: try await model.saveForSampler())
    }
    start = TinkerSampler(server, checkpoint)
    startsWithOptimizer = true
    // A checkpoint holds no gradient.
    let steps = operations.lastIndex { if case .step = $0 { true } else { false } }
    operations.removeFirst((steps ?? -1) + 1)
    return start
  }

  public func save(to folder: URL) async throws {
    let weights = try await reportingFailures { try await checkpoint() }
    try TinkerFolder(weights, hasOptimizer: startsWithOptimizer).write(to: folder)
  }

  // MARK: The adapter on the server

  /// Runs `body` on the trainer's adapter. One that the server lost is built up again; one that
  /// refuses requests too, a few times, because servers name the loss in different words.
  private func onModel<Value>(_ body: (TinkerModel) async throws -> Value) async throws -> Value {
    var losses = 0
    var refusals = 0
    while true {
      do {
        return try await body(try await builtModel())
      } catch TinkerFailure.lost where losses < 10 {
        losses += 1
      } catch TinkerFailure.refused where refusals < 3 {
        refusals += 1
      } catch {
        // Nobody knows what the server did of it.
        abandonModel()
        throw error
      }
      abandonModel()
    }
  }

  private func abandonModel() {
    guard model != nil else { return }
    model = nil
    present = nil
    server.usage.add { $0.rebuiltModels += 1 }
  }

  private func builtModel() async throws -> TinkerModel {
    if let model { return model }
    let fresh = try await TinkerModel.create(
      server, in: try await AdapterPlace.take(server.adapters))
    if let checkpoint = start.checkpoint {
      try await fresh.load(checkpoint.weights, optimizer: startsWithOptimizer)
    }
    for operation in operations {
      switch operation {
      case .gradient(let data): _ = try await fresh.forwardBackward(data)
      case .step(let rate): _ = try await fresh.optimizerStep(optimizer, learningRate: rate)
      }
    }
    model = fresh
    return fresh
  }
}
