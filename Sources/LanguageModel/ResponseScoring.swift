import CKernels
import Foundation
import Numerics

/// A response whose probability is asked for.
public struct ScoringRequest: Sendable, Hashable {
  /// [T prompt], at least one token.
  public var prompt: [Int32]
  /// [T response]
  public var response: [Int32]
  /// Tokens of which one has to follow the response: what ends it. Empty asks for none.
  public var endings: [Int32]

  public init(prompt: [Int32], response: [Int32], endings: [Int32] = []) {
    self.prompt = prompt
    self.response = response
    self.endings = endings
  }
}

/// Log-probabilities of a given response, in nats.
public struct ResponseScore: Sendable, Equatable {
  /// log p(token | prompt, response so far): [T response].
  public var logprobs: [Float]
  /// Log of the total probability of the endings after the response; 0 if none were asked for.
  public var endingLogprob: Double

  public init(logprobs: [Float], endingLogprob: Double) {
    self.logprobs = logprobs
    self.endingLogprob = endingLogprob
  }

  /// log p(response and an ending | prompt).
  public var total: Double { logprobs.reduce(endingLogprob) { $0 + Double($1) } }
}

extension Transformer {
  /// Scores given responses by teacher forcing: one forward pass over prompt and response.
  ///
  /// - Precondition: every prompt has a token, and prompt and response fit into the context.
  /// - Returns: one score per request, and the tokens and operations that it took.
  public func score(_ requests: [ScoringRequest]) -> (scores: [ResponseScore], flops: FLOPCount) {
    precondition(requests.allSatisfy { !$0.prompt.isEmpty }, "a prompt has at least one token")
    return Workspace.borrow { workspace in
      var scores: [ResponseScore] = []
      var flops = FLOPCount.zero
      var start = 0
      while start < requests.count {
        var end = start
        var tokens = 0
        repeat {
          tokens += requests[end].prompt.count + requests[end].response.count
          end += 1
        } while end < requests.count
          && tokens + requests[end].prompt.count + requests[end].response.count
            <= Learner.defaultMicroBatchTokens
        scores += score(requests[start..<end], workspace, &flops)
        start = end
      }
      return (scores, flops)
    }
  }

  private func score(
    _ requests: ArraySlice<ScoringRequest>, _ workspace: Workspace, _ flops: inout FLOPCount
  ) -> [ResponseScore] {
    // A header of all prompts, such as few-shot examples, runs once.
    let header = PackedBatch.commonHeader(requests.lazy.map { $0.prompt[...] })
    let batch = PackedBatch(
      prompts: requests.map { $0.prompt + $0.response }[...], headerLength: header)
    // Rows that predict the response's tokens, and the one that predicts what follows it.
    var rows: [Int32] = []
    var targets: [Int32] = []
    for (request, segment) in zip(requests, batch.segments.suffix(requests.count)) {
      let first = segment.range.lowerBound - header + request.prompt.count - 1
      rows += (first...first + request.response.count).map(Int32.init)
      targets += request.response + [request.endings.first ?? 0]
    }
    let activations = Activations.prepare(
      &workspace.inference, configuration, batch, rows: rows.count)
    forward(batch, activations)
    gather(rows: rows, activations)
    let vocabulary = configuration.vocabularySize
    let lasts = requests.indices.reduce(into: [Int: Int]()) { lasts, index in
      let before = requests[requests.startIndex..<index].reduce(0) { $0 + $1.response.count + 1 }
      lasts[before + requests[index].response.count] = index
    }
    var logprobs: [Float] = []
    var endings: [Int: [Double]] = [:]
    for slice in OutputSlices.ranges(rows: rows.count, vocabulary: vocabulary) {
      project(slice, activations)
      // Logits of the endings, before the softmax overwrites them.
      for (row, place) in slice.enumerated() {
        guard let index = lasts[place] else { continue }
        let logits = activations.logits.base + row * vocabulary
        endings[index] = requests[index].endings.map { Double(logits[Int($0)]) }
      }
      let part = FloatBuffer(count: slice.count)
      ck_softmax_logprob(
        activations.logits.base, part.base, activations.logits.base, Array(targets[slice]),
        Int32(slice.count), Int32(vocabulary))
      logprobs += part.array()
    }
    flops += FLOPCount(
      forward: configuration.forwardFLOPs(
        tokens: batch.count, attendedPairs: batch.attendedPairs, rows: rows.count))
    var row = 0
    return requests.indices.map { index in
      let count = requests[index].response.count
      let own = Array(logprobs[row..<row + count])
      row += count + 1
      guard let logits = endings[index], let reference = logits.first else {
        return ResponseScore(logprobs: own, endingLogprob: 0)
      }
      // log sum exp over the endings, from the first one's log-probability.
      let highest = logits.max() ?? reference
      let sum = logits.reduce(0) { $0 + exp($1 - highest) }
      return ResponseScore(
        logprobs: own, endingLogprob: Double(logprobs[row - 1]) + highest - reference + log(sum))
    }
  }
}
