import Numerics

extension Transformer {
  /// Mean over positions of each sequence's last hidden states, after the final norm (the last of
  /// transformers' `hidden_states`): [sequences.count][C]. Represents a text in diversity measures.
  /// Sequences must not be empty.
  public func meanHiddenStates(_ sequences: [[Int32]]) -> [[Float]] {
    precondition(sequences.allSatisfy { !$0.isEmpty }, "a sequence has at least one token")
    let width = configuration.hiddenSize
    return Workspace.borrow { workspace in
      var means: [[Float]] = []
      means.reserveCapacity(sequences.count)
      var start = 0
      while start < sequences.count {
        var end = start
        var tokens = 0
        repeat {
          tokens += sequences[end].count
          end += 1
        } while end < sequences.count
          && tokens + sequences[end].count <= Learner.defaultMicroBatchTokens
        let batch = PackedBatch(reading: Array(sequences[start..<end]))
        let activations = Activations.prepare(
          &workspace.inference, configuration, batch, rows: 0)
        forward(batch, activations)
        for segment in batch.segments {
          let rows = activations.finalNorm.array(
            segment.range.lowerBound * width..<segment.range.upperBound * width)
          var mean = [Float](repeating: 0, count: width)
          for (index, value) in rows.enumerated() { mean[index % width] += value }
          means.append(mean.map { $0 / Float(segment.range.count) })
        }
        start = end
      }
      return means
    }
  }
}
