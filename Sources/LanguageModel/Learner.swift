import CKernels
public import Numerics

/// What one accumulation of gradients saw.
public struct LossReport: Sendable, Equatable {
  /// Sum over scored tokens of weight * -logprob.
  public var weightedLoss: Double = 0
  /// Sum over scored tokens of the KL divergence to the reference, in nats; unweighted.
  public var divergence: Double = 0
  /// Number of scored tokens.
  public var scoredTokens = 0
  /// Number of tokens that passed through the network.
  public var tokens = 0
  /// Log-probability of each scored token, in order; filled by `score` alone.
  public var logprobs: [Float] = []

  public init() {}

  public static func += (sum: inout LossReport, other: LossReport) {
    sum.weightedLoss += other.weightedLoss
    sum.divergence += other.divergence
    sum.scoredTokens += other.scoredTokens
    sum.tokens += other.tokens
    sum.logprobs += other.logprobs
  }
}

/// Accumulates gradients of one model over packed micro-batches of bounded size.
///
/// Not for concurrent use: one learner belongs to one worker at a time.
///
/// `@unchecked Sendable` because it is handed between tasks whole, never shared.
public final class Learner: @unchecked Sendable {
  public let model: Transformer
  /// d loss / d parameters, summed since the last `zeroGradients`.
  public let gradients: FloatBuffer
  /// Most tokens in one micro-batch, unless a single sequence is longer; bounds the memory.
  public let microBatchTokens: Int
  private let rotary: RotaryTable
  private var activations: Activations?
  private var referenceActivations: Activations?

  public init(_ model: Transformer, microBatchTokens: Int = 2048) {
    self.model = model
    self.microBatchTokens = microBatchTokens
    gradients = FloatBuffer(count: model.layout.count)
    rotary = RotaryTable(model.configuration)
  }

  public func zeroGradients() { gradients.zero() }

  /// Adds the gradient of the sequences' loss to `gradients`. Sequences whose weights are all
  /// zero are skipped.
  ///
  /// - Parameter reference: the model of the KL term; needed only when a KL weight is non-zero.
  public func accumulate(
    _ sequences: [TrainingSequence], reference: Transformer? = nil
  ) -> LossReport {
    let useful = sequences.filter { $0.weights.dropFirst().contains { $0 != 0 } }
    var report = LossReport()
    for range in microBatches(useful) {
      let batch = PackedBatch(useful[range])
      report += run(batch, reference: reference, backward: true)
    }
    return report
  }

  /// Loss and logprobs of every token but the first of each sequence; no gradient.
  public func score(_ sequences: [TrainingSequence]) -> LossReport {
    var report = LossReport()
    for range in microBatches(sequences) {
      let batch = PackedBatch(sequences[range], scoresEverything: true)
      var part = run(batch, reference: nil, backward: false)
      part.logprobs = self.lastLogprobs(batch.lossRows.count)
      report += part
    }
    return report
  }

  /// Logits after every token of one sequence: [T][V].
  public func logits(_ tokens: [Int32]) -> [[Float]] {
    let weights = [Float](repeating: 0, count: tokens.count)
    let batch = PackedBatch([TrainingSequence(tokens: tokens, weights: weights)][...])
    let activations = prepare(&activations, batch)
    model.forward(batch, activations, rotary)
    model.project(rows: Array(tokens.indices), activations)
    let width = model.configuration.vocabularySize
    return tokens.indices.map { activations.logits.array($0 * width..<($0 + 1) * width) }
  }

  private func run(_ batch: PackedBatch, reference: Transformer?, backward: Bool) -> LossReport {
    let activations = prepare(&activations, batch)
    let vocabulary = Int32(model.configuration.vocabularySize)
    let rows = Int32(batch.lossRows.count)
    model.forward(batch, activations, rotary)
    model.project(rows: batch.lossRows, activations)
    ck_softmax_logprob(
      activations.probabilities.base, activations.logprobs.base, activations.logits.base,
      batch.targets, rows, vocabulary)
    var report = LossReport()
    report.tokens = batch.count
    report.scoredTokens = batch.lossRows.count
    for m in 0..<batch.lossRows.count {
      report.weightedLoss -= Double(batch.weights[m]) * Double(activations.logprobs.base[m])
    }
    guard backward else { return report }
    ck_cross_entropy_backward(
      activations.dLogits.base, activations.probabilities.base, batch.targets, batch.weights, rows,
      vocabulary)
    if let reference, batch.klWeights.contains(where: { $0 != 0 }) {
      let referenceActivations = prepare(&referenceActivations, batch)
      reference.forward(batch, referenceActivations, rotary)
      reference.project(rows: batch.lossRows, referenceActivations)
      ck_kl_divergence(
        activations.divergence.base, activations.dLogits.base, activations.logits.base,
        referenceActivations.logits.base, batch.klWeights, rows, vocabulary)
      for m in 0..<batch.lossRows.count {
        report.divergence += Double(activations.divergence.base[m])
      }
    }
    model.backward(batch, activations, rotary, gradients: gradients)
    return report
  }

  private func lastLogprobs(_ count: Int) -> [Float] {
    activations?.logprobs.array(0..<count) ?? []
  }

  /// Activations that hold the batch: the present ones, or new ones with room to spare.
  private func prepare(_ slot: inout Activations?, _ batch: PackedBatch) -> Activations {
    if let slot, slot.holds(batch) { return slot }
    let tokens = max(batch.count, min(microBatchTokens, max(256, 2 * batch.count)))
    let squares = max(
      batch.probabilityStarts.last ?? 0, slot?.probabilityCapacity ?? 0, 64 * tokens)
    slot = nil
    let fresh = Activations(
      model.configuration, tokens: tokens, squares: squares, longest: batch.longest)
    slot = fresh
    return fresh
  }

  /// Consecutive runs of sequences of at most `microBatchTokens` tokens.
  private func microBatches(_ sequences: [TrainingSequence]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var tokens = 0
    for (index, sequence) in sequences.enumerated() {
      if tokens > 0 && tokens + sequence.tokens.count > microBatchTokens {
        ranges.append(start..<index)
        start = index
        tokens = 0
      }
      tokens += sequence.tokens.count
    }
    if start < sequences.count { ranges.append(start..<sequences.count) }
    return ranges
  }
}
