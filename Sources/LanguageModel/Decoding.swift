import CKernels
import Numerics
import Randomness
import Tokenization

/// The sequences of one `Generator.sample` call: drawn tokens and unfinished sequences.
struct Decoding {
  struct Slot {
    let request: Int
    let promptLength: Int
    var stream: RandomStream
    var tokens: [Int32] = []
    var logprobs: [Float] = []
    var stopReason: StopReason?
  }
  private(set) var slots: [Slot] = []
  /// Indices of unfinished slots, ascending, one per batch row: [rows].
  private(set) var active: [Int]
  /// Last token of each row: [rows].
  private(set) var lastTokens: [Int32] = []
  /// Position of that token in its sequence: [rows].
  private(set) var positions: [Int32] = []
  /// Ranges of consecutive rows that belong to one request.
  private(set) var runs: [(request: Int, promptLength: Int, rows: Range<Int>)] = []
  private let parameters: SamplingParameters
  private let positionLimit: Int
  private let vocabulary: Int
  private var weights: [Double] = []

  init(
    _ requests: [SamplingRequest], _ parameters: SamplingParameters,
    _ configuration: TransformerConfiguration
  ) {
    self.parameters = parameters
    positionLimit = configuration.maximumPositions
    vocabulary = configuration.vocabularySize
    for (index, request) in requests.enumerated() {
      for stream in request.streams {
        slots.append(Slot(request: index, promptLength: request.prompt.count, stream: stream))
      }
    }
    active = parameters.maximumTokens > 0 ? Array(slots.indices) : []
  }

  /// Draws every slot's first token from its prompt's logits: [requests, V].
  mutating func drawFirst(_ buffers: DecodingBuffers) {
    softmax(buffers, rows: (slots.last?.request ?? -1) + 1)
    for slot in active { draw(slot, buffers, row: slots[slot].request) }
    _ = retire()
  }

  /// Draws the next token of each active slot from logits [rows, V]; row i belongs to `active[i]`.
  ///
  /// - Returns: the old indices of the rows that continue, ascending.
  mutating func drawNext(_ buffers: DecodingBuffers) -> [Int] {
    softmax(buffers, rows: active.count)
    for (row, slot) in active.enumerated() { draw(slot, buffers, row: row) }
    return retire()
  }

  private func softmax(_ buffers: DecodingBuffers, rows: Int) {
    let targets = [Int32](repeating: 0, count: rows)
    ck_softmax_logprob(
      buffers.probabilities.base, buffers.firstLogprobs.base, buffers.logits.base, targets,
      Int32(rows), Int32(vocabulary))
  }

  private mutating func draw(_ slot: Int, _ buffers: DecodingBuffers, row: Int) {
    let logits = UnsafePointer(buffers.logits.base + row * vocabulary)
    let probabilities = UnsafePointer(buffers.probabilities.base + row * vocabulary)
    guard probabilities[0].isFinite else {
      slots[slot].stopReason = .notFinite
      return
    }
    let token = TokenSampler.draw(
      logits: logits, probabilities: probabilities, vocabulary: vocabulary,
      parameters: parameters, stream: &slots[slot].stream, scratch: &weights)
    // Log-softmax at the token, derived from the value at token 0.
    let logprob = buffers.firstLogprobs.base[row] + logits[Int(token)] - logits[0]
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

  /// Removes finished slots from the batch and describes the remaining rows.
  private mutating func retire() -> [Int] {
    let kept = active.indices.filter { slots[active[$0]].stopReason == nil }
    active = kept.map { active[$0] }
    lastTokens.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    for (row, slot) in active.enumerated() {
      let request = slots[slot].request
      let count = slots[slot].tokens.count
      lastTokens.append(slots[slot].tokens[count - 1])
      positions.append(Int32(slots[slot].promptLength + count - 1))
      if let last = runs.last, last.request == request {
        runs[runs.count - 1].rows = last.rows.lowerBound..<row + 1
      } else {
        runs.append((request, slots[slot].promptLength, row..<row + 1))
      }
    }
    return kept
  }

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
