import CKernels
public import Numerics

/// Result of one gradient accumulation.
public struct LossReport: Sendable, Equatable {
  /// Sum over scored tokens of weight * -logprob.
  public var weightedLoss: Double = 0
  /// Sum over scored tokens of KL(model || reference), in nats; unweighted.
  public var kl: Double = 0
  /// Number of scored tokens.
  public var scoredTokens = 0
  /// Number of tokens passed through the network, counting a shared beginning once.
  public var tokens = 0
  /// Floating-point operations of the matrix products (see
  /// `TransformerConfiguration.forwardFLOPs`); nil where an engine cannot report them.
  public var flops: FLOPCount? = FLOPCount.zero
  /// Log-probability of each scored token, in order: [scoredTokens]; filled only by `score`.
  public var logprobs: [Float] = []

  public init() {}

  /// KL per scored token, in nats; 0 if none were scored.
  public var meanKL: Double { scoredTokens > 0 ? kl / Double(scoredTokens) : 0 }

  public static func += (sum: inout LossReport, other: LossReport) {
    sum.weightedLoss += other.weightedLoss
    sum.kl += other.kl
    sum.scoredTokens += other.scoredTokens
    sum.tokens += other.tokens
    sum.flops += other.flops
    sum.logprobs += other.logprobs
  }
}

/// Accumulates gradients of one model over packed micro-batches of bounded size.
///
/// Not for concurrent use: one learner belongs to one worker at a time.
///
/// `@unchecked Sendable` because tasks hand it over whole and never share it.
public final class Learner: @unchecked Sendable {
  public let model: Transformer
  /// d loss / d parameters, summed since the last `zeroGradients`; laid out like the parameters.
  public let gradients: FloatBuffer
  /// Token limit of a micro-batch, unless a single sequence is longer; bounds the memory.
  public let microBatchTokens: Int

  public init(_ model: Transformer, microBatchTokens: Int = Learner.defaultMicroBatchTokens) {
    self.model = model
    self.microBatchTokens = microBatchTokens
    gradients = FloatBuffer(count: model.layout.count)
  }

  /// Fastest at the embedded model's width (docs/performance.md): one layer's activations fit a
  /// core's cache.
  public static let defaultMicroBatchTokens = 512

  public func zeroGradients() { gradients.zero() }

  /// Adds the gradient of the sequences' loss to `gradients`. Skips sequences whose weights are all
  /// zero.
  ///
  /// - Parameter reference: reference model of the KL term; needed only if a KL weight is non-zero.
  public func accumulate(
    _ sequences: [TrainingSequence], reference: Transformer? = nil
  ) -> LossReport {
    let useful = sequences.filter { $0.weights.dropFirst().contains { $0 != 0 } }
    return Workspace.borrow { workspace in
      var report = LossReport()
      for range in microBatches(useful) {
        report += learn(PackedBatch(useful[range]), reference: reference, workspace)
      }
      return report
    }
  }

  /// Loss and logprobs of every token except the first of each sequence, without gradients.
  public func score(_ sequences: [TrainingSequence]) -> LossReport {
    Workspace.borrow { workspace in
      var report = LossReport()
      for sequence in sequences {
        var part = score(PackedBatch(reading: [sequence.tokens]), workspace)
        part.weightedLoss = zip(sequence.weights.dropFirst(), part.logprobs).reduce(0) {
          $0 - Double($1.0) * Double($1.1)
        }
        report += part
      }
      return report
    }
  }

  /// Logits after every token of one sequence: [T][V].
  public func logits(_ tokens: [Int32]) -> [[Float]] {
    Workspace.borrow { workspace in
      let batch = PackedBatch(reading: [tokens])
      let activations = Activations.prepare(
        &workspace.inference, model.configuration, batch, rows: tokens.count, backward: false)
      model.forward(batch, activations)
      model.project(rows: tokens.indices.map(Int32.init), activations)
      let width = model.configuration.vocabularySize
      return tokens.indices.map { activations.logits.array($0 * width..<($0 + 1) * width) }
    }
  }

  private func learn(
    _ batch: PackedBatch, reference: Transformer?, _ workspace: Workspace
  ) -> LossReport {
    let c = model.configuration
    let activations = Activations.prepare(
      &workspace.training, c, batch, rows: batch.lossRows.count, backward: true)
    guard let scratch = activations.backward else { preconditionFailure("made for training") }
    precondition(
      batch.targets.allSatisfy { $0 >= 0 && $0 < c.vocabularySize },
      "a target is not in the vocabulary")
    let vocabulary = Int32(c.vocabularySize)
    let rows = Int32(batch.lossRows.count)
    model.forward(batch, activations)
    model.project(rows: batch.lossRows, activations)
    ck_softmax_logprob(
      scratch.probabilities.base, scratch.logprobs.base, activations.logits.base, batch.targets,
      rows, vocabulary)
    let forward = c.forwardFLOPs(
      tokens: batch.count, attendedPairs: batch.attendedPairs, rows: batch.lossRows.count)
    var report = LossReport()
    report.tokens = batch.count
    report.scoredTokens = batch.lossRows.count
    report.flops = FLOPCount(forward: forward, backward: 2 * forward)
    for m in 0..<batch.lossRows.count {
      report.weightedLoss -= Double(batch.weights[m]) * Double(scratch.logprobs.base[m])
    }
    ck_cross_entropy_backward(
      scratch.dLogits.base, scratch.probabilities.base, batch.targets, batch.weights, rows,
      vocabulary)
    if let reference, batch.klWeights.contains(where: { $0 != 0 }) {
      let other = Activations.prepare(
        &workspace.inference, reference.configuration, batch, rows: batch.lossRows.count,
        backward: false)
      reference.forward(batch, other)
      reference.project(rows: batch.lossRows, other)
      ck_kl_divergence(
        scratch.divergence.base, scratch.dLogits.base, activations.logits.base, other.logits.base,
        batch.klWeights, rows, vocabulary)
      for m in 0..<batch.lossRows.count {
        report.kl += Double(scratch.divergence.base[m])
      }
      report.flops += FLOPCount(forward: forward)
    }
    model.backward(batch, activations, scratch, gradients: gradients)
    return report
  }

  private func score(_ batch: PackedBatch, _ workspace: Workspace) -> LossReport {
    let rows = batch.lossRows.count
    let activations = Activations.prepare(
      &workspace.inference, model.configuration, batch, rows: rows, backward: false)
    model.forward(batch, activations)
    model.project(rows: batch.lossRows, activations)
    let logprobs = FloatBuffer(count: rows)
    ck_softmax_logprob(
      activations.logits.base, logprobs.base, activations.logits.base, batch.targets, Int32(rows),
      Int32(model.configuration.vocabularySize))
    var report = LossReport()
    report.tokens = batch.count
    report.scoredTokens = rows
    report.logprobs = logprobs.array()
    report.flops = FLOPCount(
      forward: model.configuration.forwardFLOPs(
        tokens: batch.count, attendedPairs: batch.attendedPairs, rows: rows))
    return report
  }

  /// Splits the sequences into consecutive runs of at most `microBatchTokens` tokens each.
  private func microBatches(_ sequences: [TrainingSequence]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var tokens = 0
    for (index, sequence) in sequences.enumerated() {
      let previous = index > start ? sequences[index - 1] : nil
      // At least one token each, so that the rows of logits are bounded too.
      let added = max(1, PackedBatch.addedTokens(sequence, after: previous))
      if tokens > 0 && tokens + added > microBatchTokens {
        ranges.append(start..<index)
        start = index
        tokens = PackedBatch.addedTokens(sequence, after: nil)
      } else {
        tokens += added
      }
    }
    if start < sequences.count { ranges.append(start..<sequences.count) }
    return ranges
  }
}
