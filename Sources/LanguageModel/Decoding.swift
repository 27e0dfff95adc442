import CKernels
import Numerics
import Randomness

/// The sequences of one `Generator.sample` call: what each has drawn, and which are still going.
struct Decoding {
  struct Slot {
    let request: Int
    let promptLength: Int
    var stream: RandomStream
    var tokens: [Int32] = []
    var logprobs: [Float] = []
    var stopReason: StopReason?
  }
  var slots: [Slot] = []
  /// Indices of unfinished slots, ascending.
  var active: [Int]
  private let parameters: SamplingParameters
  private let positionLimit: Int
  private var weights: [Double] = []
  private let probabilities: FloatBuffer
  private let unused: FloatBuffer
  private let zeros: [Int32]

  init(
    _ requests: [SamplingRequest], _ parameters: SamplingParameters,
    _ configuration: TransformerConfiguration
  ) {
    self.parameters = parameters
    positionLimit = configuration.maximumPositions
    for (index, request) in requests.enumerated() {
      for stream in request.streams {
        slots.append(Slot(request: index, promptLength: request.prompt.count, stream: stream))
      }
    }
    active = parameters.maximumTokens > 0 ? Array(slots.indices) : []
    let rows = max(slots.count, requests.count)
    probabilities = FloatBuffer(count: rows * configuration.vocabularySize)
    unused = FloatBuffer(count: rows)
    zeros = [Int32](repeating: 0, count: rows)
  }

  /// Draws every slot's first token from its prompt's row of logits.
  mutating func drawFirst(_ logits: FloatBuffer, vocabulary: Int) {
    let rows = (slots.last?.request ?? -1) + 1
    softmax(logits, rows: max(rows, 0), vocabulary: vocabulary)
    for slot in active { draw(slot, logits, row: slots[slot].request, vocabulary: vocabulary) }
    retire()
  }

  /// Draws the next token of each active slot; row i of the logits belongs to `active[i]`.
  mutating func drawNext(_ logits: FloatBuffer, vocabulary: Int) {
    softmax(logits, rows: active.count, vocabulary: vocabulary)
    for (row, slot) in active.enumerated() {
      draw(slot, logits, row: row, vocabulary: vocabulary)
    }
    retire()
  }

  private func softmax(_ logits: FloatBuffer, rows: Int, vocabulary: Int) {
    ck_softmax_logprob(
      probabilities.base, unused.base, logits.base, zeros, Int32(rows), Int32(vocabulary))
  }

  private mutating func draw(_ slot: Int, _ logits: FloatBuffer, row: Int, vocabulary: Int) {
    let rowLogits = UnsafePointer(logits.base + row * vocabulary)
    let rowProbabilities = UnsafePointer(probabilities.base + row * vocabulary)
    guard rowProbabilities[0].isFinite else {
      slots[slot].stopReason = .notFinite
      return
    }
    let token = TokenSampler.draw(
      logits: rowLogits, probabilities: rowProbabilities, vocabulary: vocabulary,
      parameters: parameters, stream: &slots[slot].stream, scratch: &weights)
    // Log-softmax at the token. unused[row] is the logprob of token 0.
    let logprob = unused[row] + rowLogits[Int(token)] - rowLogits[0]
    slots[slot].tokens.append(token)
    slots[slot].logprobs.append(logprob)
    if parameters.stopTokens.contains(token) {
      slots[slot].stopReason = .stop
    } else if slots[slot].tokens.count >= parameters.maximumTokens
      || slots[slot].promptLength + slots[slot].tokens.count >= positionLimit
    {
      slots[slot].stopReason = .length
    }
  }

  private mutating func retire() { active.removeAll { slots[$0].stopReason != nil } }

  /// The finished responses, grouped by request.
  func responses(groupSizes: [Int]) -> [[SampledResponse]] {
    var next = 0
    return groupSizes.map { size in
      defer { next += size }
      return slots[next..<next + size].map {
        SampledResponse(
          tokens: $0.tokens, logprobs: $0.logprobs, stopReason: $0.stopReason ?? .length)
      }
    }
  }
}
