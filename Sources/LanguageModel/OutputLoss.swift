import CKernels
import Numerics

// The output projection with its loss, slice by slice over the M rows that carry one:
//
//   logits = x Wout^T                                              [S, V], x [M, C]
//   loss   = sum over m of  weights[m] * -log p(targets[m])  +  kl[m] * KL(p || reference)
//   dlogits = weights[m] (p - [v = target]) + kl[m] p (log p - log q - KL)
//   dWout += dlogits^T x,  dx = dlogits Wout
extension Transformer {
  /// Adds the loss of the batch's rows to `report`, the output matrix's gradient to `gradients`,
  /// and overwrites the gathered rows x with dx.
  ///
  /// - Parameter reference: the reference model and its gathered rows for the KL term, or nil.
  func outputLoss(
    _ batch: PackedBatch, _ activations: Activations, _ scratch: Activations.Backward,
    reference: (model: Transformer, activations: Activations)?, gradients: FloatBuffer,
    _ report: inout LossReport
  ) {
    let c = configuration
    let vocabulary = Int32(c.vocabularySize)
    let dLogits = scratch.dLogits.base
    for slice in OutputSlices.ranges(rows: batch.lossRows.count, vocabulary: c.vocabularySize) {
      let rows = Int32(slice.count)
      let targets = Array(batch.targets[slice])
      project(slice, activations)
      ck_softmax_logprob(
        dLogits, scratch.logprobs.base, activations.logits.base, targets, rows, vocabulary)
      for (row, m) in slice.enumerated() {
        report.weightedLoss -= Double(batch.weights[m]) * Double(scratch.logprobs.base[row])
      }
      ck_cross_entropy_backward(
        dLogits, dLogits, targets, Array(batch.weights[slice]), rows, vocabulary)
      if let (model, other) = reference {
        model.project(slice, other)
        ck_kl_divergence(
          scratch.divergence.base, dLogits, activations.logits.base, other.logits.base,
          Array(batch.klWeights[slice]), rows, vocabulary)
        for (row, m) in slice.enumerated() {
          report.kl += Double(batch.counts[m]) * Double(scratch.divergence.base[row])
        }
      }
      let gathered = activations.gathered.base + slice.lowerBound * c.hiddenSize
      LinearAlgebra.projectBackwardWeight(
        gradients.base + layout.output, dLogits, gathered, rows: slice.count,
        inputs: c.hiddenSize, outputs: c.vocabularySize)
      // The gathered rows are no longer needed, so their buffer receives their gradient.
      LinearAlgebra.projectBackwardInput(
        gathered, dLogits, parameters.base + layout.output, rows: slice.count,
        inputs: c.hiddenSize, outputs: c.vocabularySize)
    }
  }

  /// Log-probability of each of the batch's targets, without gradients: [M].
  func logprobs(_ batch: PackedBatch, _ activations: Activations) -> [Float] {
    let vocabulary = configuration.vocabularySize
    let count = batch.lossRows.count
    return [Float](unsafeUninitializedCapacity: count) { logprobs, initialized in
      guard let target = logprobs.baseAddress else { return }
      for slice in OutputSlices.ranges(rows: count, vocabulary: vocabulary) {
        project(slice, activations)
        ck_softmax_logprob(
          activations.logits.base, target + slice.lowerBound, activations.logits.base,
          Array(batch.targets[slice]), Int32(slice.count), Int32(vocabulary))
      }
      initialized = count
    }
  }
}
