import CKernels
public import Numerics

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
  /// Limit on the memory of a micro-batch's intermediates, in bytes. What does not fit is computed
  /// again in the backward pass, to the same bits: first norms, gates and attention, which is cheap,
  /// then whole blocks, which takes a third more operations.
  public let activationBytes: Int
  /// Whether a header common to all sequences, and sequences with the same tokens, run through the
  /// network once. The same loss and gradient up to rounding.
  public let sharesPrefixes: Bool

  public init(
    _ model: Transformer, microBatchTokens: Int = Learner.defaultMicroBatchTokens,
    activationBytes: Int = Learner.defaultActivationBytes, sharesPrefixes: Bool = false
  ) {
    self.model = model
    self.microBatchTokens = microBatchTokens
    self.activationBytes = activationBytes
    self.sharesPrefixes = sharesPrefixes
    gradients = FloatBuffer(count: model.layout.count, isRecycled: true)
  }

  /// Fastest at the embedded model's width (docs/performance.md): one layer's activations fit a
  /// core's cache.
  public static let defaultMicroBatchTokens = 512
  /// 512 MB: with the scratch beside them, less than 1 GB.
  public static let defaultActivationBytes = 512 << 20

  public func zeroGradients() { gradients.zero() }

  /// Adds the gradient of the sequences' loss to `gradients`. Skips sequences whose weights are all
  /// zero.
  ///
  /// - Parameter reference: reference model of the KL term; needed only if a KL weight is non-zero.
  public func accumulate(
    _ sequences: [TrainingSequence], reference: Transformer? = nil
  ) -> LossReport {
    var useful = sequences.filter { $0.weights.dropFirst().contains { $0 != 0 } }
      .map(ScoredSequence.init)
    var header = 0
    if sharesPrefixes {
      useful = ScoredSequence.merging(useful)
      header = PackedBatch.commonHeader(useful.lazy.map { $0.tokens[..<$0.headLength] })
    }
    return Workspace.borrow { workspace in
      var report = LossReport()
      for range in microBatches(useful, headerLength: header) {
        let batch = PackedBatch(useful[range], headerLength: header)
        report += learn(batch, reference: reference, workspace)
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
        &workspace.inference, model.configuration, batch, rows: tokens.count)
      model.forward(batch, activations)
      model.gather(rows: tokens.indices.map(Int32.init), activations)
      let width = model.configuration.vocabularySize
      return OutputSlices.ranges(rows: tokens.count, vocabulary: width).flatMap { slice in
        model.project(slice, activations)
        return (0..<slice.count).map { activations.logits.array($0 * width..<($0 + 1) * width) }
      }
    }
  }

  private func learn(
    _ batch: PackedBatch, reference: Transformer?, _ workspace: Workspace
  ) -> LossReport {
    let c = model.configuration
    let rows = batch.lossRows.count
    let activations = Activations.prepare(
      &workspace.training, c, batch, rows: rows, trainingBytes: activationBytes)
    guard let scratch = activations.backward else { preconditionFailure("made for training") }
    precondition(
      batch.targets.allSatisfy { $0 >= 0 && $0 < c.vocabularySize },
      "a target is not in the vocabulary")
    model.forward(batch, activations)
    model.gather(rows: batch.lossRows, activations)
    let forward = c.forwardFLOPs(
      tokens: batch.count, attendedPairs: batch.attendedPairs, rows: rows)
    var report = LossReport()
    report.tokens = batch.count
    report.scoredTokens = batch.counts.reduce(0) { $0 + Int($1) }
    report.flops = FLOPCount(forward: forward, backward: 2 * forward)
    var other: (model: Transformer, activations: Activations)?
    if let reference, batch.klWeights.contains(where: { $0 != 0 }) {
      let activations = Activations.prepare(
        &workspace.inference, reference.configuration, batch, rows: rows)
      reference.forward(batch, activations)
      reference.gather(rows: batch.lossRows, activations)
      report.flops += FLOPCount(forward: forward)
      other = (reference, activations)
    }
    model.outputLoss(
      batch, activations, scratch, reference: other, gradients: gradients, &report)
    model.backward(batch, activations, scratch, gradients: gradients)
    return report
  }

  private func score(_ batch: PackedBatch, _ workspace: Workspace) -> LossReport {
    let rows = batch.lossRows.count
    let activations = Activations.prepare(
      &workspace.inference, model.configuration, batch, rows: rows)
    model.forward(batch, activations)
    model.gather(rows: batch.lossRows, activations)
    var report = LossReport()
    report.tokens = batch.count
    report.scoredTokens = rows
    report.logprobs = model.logprobs(batch, activations)
    report.flops = FLOPCount(
      forward: model.configuration.forwardFLOPs(
        tokens: batch.count, attendedPairs: batch.attendedPairs, rows: rows))
    return report
  }

  /// Splits the sequences into consecutive runs of at most `microBatchTokens` tokens each.
  private func microBatches(_ sequences: [ScoredSequence], headerLength: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var tokens = 0
    func added(_ index: Int, after previous: ScoredSequence?) -> Int {
      PackedBatch.addedTokens(sequences[index], after: previous, headerLength: headerLength)
    }
    for (index, _) in sequences.enumerated() {
      let previous = index > start ? sequences[index - 1] : nil
      // At least one token each, so that the rows of logits are bounded too.
      let count = max(1, added(index, after: previous))
      if tokens > 0 && tokens + count > microBatchTokens {
        ranges.append(start..<index)
        start = index
        tokens = headerLength + added(index, after: nil)
      } else {
        tokens += (tokens == 0 ? headerLength : 0) + count
      }
    }
    if start < sequences.count { ranges.append(start..<sequences.count) }
    return ranges
  }
}
