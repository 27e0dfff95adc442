import CKernels
import Numerics
import Randomness
import Tokenization

/// The sequences of one `Generator.sample` call: drawn tokens, and the rows of the batch that draws
/// the next ones.
///
/// A row is a prefix, its members are the unfinished slots that draw from its distribution. At
/// first each request is a row with all its slots. Then every slot has a row to itself; or, with
/// `sharesPrefixes`, slots whose tokens are equal so far stay together until they differ.
struct Decoding {
  struct Slot {
    let request: Int
    let promptLength: Int
    var stream: RandomStream
    var tokens: [Int32] = []
    var logprobs: [Float] = []
    /// The last bytes, if texts can end the response.
    var tail: [UInt8] = []
    var stopReason: StopReason?
  }
  private(set) var slots: [Slot] = []
  /// Slots of all rows, row by row, ascending within a request.
  private var members: [Int] = []
  /// Row i has the members at starts[i]..<starts[i + 1]: [rows + 1].
  private var starts = [0]
  /// Last token of each row: [rows].
  private(set) var lastTokens: [Int32] = []
  /// Position of that token in its sequence: [rows].
  private(set) var positions: [Int32] = []
  /// Ranges of consecutive rows that belong to one request.
  private(set) var runs: [(request: Int, promptLength: Int, rows: Range<Int>)] = []
  private let parameters: SamplingParameters
  private let positionLimit: Int
  private let vocabulary: Int
  private var sampler: TokenSampler

  init(
    _ requests: [SamplingRequest], _ parameters: SamplingParameters,
    _ configuration: TransformerConfiguration
  ) {
    self.parameters = parameters
    positionLimit = configuration.maximumPositions
    vocabulary = configuration.vocabularySize
    sampler = TokenSampler(parameters, vocabulary: configuration.vocabularySize)
    for (index, request) in requests.enumerated() {
      for stream in request.streams {
        slots.append(Slot(request: index, promptLength: request.prompt.count, stream: stream))
        if parameters.maximumTokens > 0 { members.append(slots.count - 1) }
      }
      starts.append(members.count)
    }
  }

  var rowCount: Int { starts.count - 1 }
  /// Unfinished slots: the most rows that can still come.
  var unfinished: Int { members.count }

  /// Draws the next token of each member of `rows` from logits [rows.count, V].
  mutating func draw(
    rows: Range<Int>, logits: UnsafePointer<Float>, _ buffers: DecodingBuffers
  ) {
    let probabilities = buffers.probabilities.base
    ck_softmax_logprob(
      probabilities, buffers.firstLogprobs.base, logits,
      [Int32](repeating: 0, count: rows.count), Int32(rows.count), Int32(vocabulary))
    for (index, row) in rows.enumerated() {
      let logits = logits + index * vocabulary
      sampler.prepare(
        logits: logits, probabilities: UnsafePointer(probabilities + index * vocabulary))
      for member in starts[row]..<starts[row + 1] {
        draw(members[member], logits, firstLogprob: buffers.firstLogprobs.base[index])
      }
    }
  }

  private mutating func draw(
    _ slot: Int, _ logits: UnsafePointer<Float>, firstLogprob: Float
  ) {
    guard let token = sampler.draw(&slots[slot].stream) else {
      slots[slot].stopReason = .notFinite
      return
    }
    // Log-softmax at the token, derived from the value at token 0.
    let logprob = firstLogprob + logits[Int(token)] - logits[0]
    slots[slot].tokens.append(token)
    slots[slot].logprobs.append(logprob)
    let completesText =
      parameters.stopTexts?.isComplete(with: token, after: &slots[slot].tail) ?? false
    if completesText || parameters.stopTokens.contains(token) {
      slots[slot].stopReason = .stop
    } else if slots[slot].tokens.count >= parameters.maximumTokens
      || slots[slot].promptLength + slots[slot].tokens.count >= positionLimit
    {
      slots[slot].stopReason = .length
    }
  }

  /// Removes finished slots, once every row has drawn, and makes the rows of the next step.
  ///
  /// - Returns: the old row that each new row continues, ascending.
  mutating func advance() -> [Int] {
    var parents: [Int] = []
    var next: [Int] = []
    var nextStarts = [0]
    func add(_ group: some Sequence<Int>, from row: Int) {
      next += group
      nextStarts.append(next.count)
      parents.append(row)
    }
    for row in 0..<rowCount {
      let left = members[starts[row]..<starts[row + 1]].lazy.filter { [slots] in
        slots[$0].stopReason == nil
      }
      if parameters.sharesPrefixes {
        for group in grouped(left) { add(group, from: row) }
      } else {
        for slot in left { add(CollectionOfOne(slot), from: row) }
      }
    }
    (members, starts) = (next, nextStarts)
    describeRows()
    return parents
  }

  /// Slots by their last token, in the order of the first with each.
  private func grouped(_ slots: some Sequence<Int>) -> [[Int]] {
    var places: [Int32: Int] = [:]
    var groups: [[Int]] = []
    for slot in slots {
      guard let token = self.slots[slot].tokens.last else { continue }
      if let place = places[token] {
        groups[place].append(slot)
      } else {
        places[token] = groups.count
        groups.append([slot])
      }
    }
    return groups
  }

  private mutating func describeRows() {
    lastTokens.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    for row in 0..<rowCount {
      let slot = slots[members[starts[row]]]
      lastTokens.append(slot.tokens[slot.tokens.count - 1])
      positions.append(Int32(slot.promptLength + slot.tokens.count - 1))
      if let last = runs.last, last.request == slot.request {
        runs[runs.count - 1].rows = last.rows.lowerBound..<row + 1
      } else {
        runs.append((slot.request, slot.promptLength, row..<row + 1))
      }
    }
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
