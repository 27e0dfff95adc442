import CKernels
import Numerics
import Randomness

/// Samples responses with a key-value cache. The prompt of a request runs once and is shared by
/// all its responses; responses of all requests decode in one batch; a finished one leaves it.
///
/// Results depend on the requests alone, but bitwise on the whole call: products of another batch
/// size may round differently.
public struct Generator {
  let model: Transformer
  private let rotary: RotaryTable

  public init(_ model: Transformer) {
    self.model = model
    rotary = RotaryTable(model.configuration)
  }

  /// One response per stream of each request, in the requests' order.
  public func sample(_ requests: [SamplingRequest], _ parameters: SamplingParameters)
    -> [[SampledResponse]]
  {
    let limit = model.configuration.maximumPositions
    for request in requests {
      precondition(
        !request.prompt.isEmpty && request.prompt.count < limit, "prompt is empty or too long")
    }
    guard !requests.isEmpty else { return [] }
    let prefill = prefill(requests.map(\.prompt))
    var decoding = Decoding(requests, parameters, model.configuration)
    decoding.drawFirst(prefill.logits, vocabulary: model.configuration.vocabularySize)
    let suffix = KeyValueCache(
      model.configuration, slots: decoding.slots.count,
      positions: min(parameters.maximumTokens, limit))
    let scratch = Scratch(
      model.configuration, rows: decoding.active.count,
      positions: prefill.cache.capacity + suffix.capacity)
    while !decoding.active.isEmpty {
      step(&decoding, prefill.cache, suffix, scratch)
    }
    return decoding.responses(groupSizes: requests.map(\.streams.count))
  }

  private struct Prefill {
    let cache: KeyValueCache
    /// [prompts, V]
    let logits: FloatBuffer
  }

  /// Runs the prompts through the training forward and keeps their keys and values.
  private func prefill(_ prompts: [[Int32]]) -> Prefill {
    let c = model.configuration
    let cache = KeyValueCache(
      c, slots: prompts.count, positions: prompts.map(\.count).max() ?? 0)
    let logits = FloatBuffer(count: prompts.count * c.vocabularySize)
    let stride = c.queryWidth + 2 * c.keyValueWidth
    var activations: Activations?
    var slot = 0
    while slot < prompts.count {
      // As many prompts as fit in a bounded chunk.
      var end = slot
      var tokens = 0
      while end < prompts.count && (end == slot || tokens + prompts[end].count <= 2048) {
        tokens += prompts[end].count
        end += 1
      }
      let batch = PackedBatch(
        prompts[slot..<end].map {
          TrainingSequence(tokens: $0, weights: [Float](repeating: 0, count: $0.count))
        }[...])
      if activations.map({ !$0.holds(batch) }) ?? true {
        activations = Activations(
          c, tokens: max(batch.count, 512),
          squares: max(batch.probabilityStarts.last ?? 0, 1 << 15),
          longest: batch.longest)
      }
      guard let activations else { break }
      model.forward(batch, activations, rotary)
      for layer in 0..<c.layerCount {
        let rows = UnsafePointer(activations.blocks[layer].queryKeyValue.base)
        for s in 0..<(end - slot) {
          for (position, row) in (batch.starts[s]..<batch.starts[s + 1]).enumerated() {
            let key = rows + row * stride + c.queryWidth
            cache.store(
              layer: layer, slot: slot + s, position: position, key: key,
              value: key + c.keyValueWidth)
          }
        }
      }
      model.project(rows: batch.starts.dropFirst().map { $0 - 1 }, activations)
      (logits.base + slot * c.vocabularySize).update(
        from: activations.logits.base, count: (end - slot) * c.vocabularySize)
      slot = end
    }
    return Prefill(cache: cache, logits: logits)
  }

  /// Buffers of one decoding step over at most `rows` sequences.
  private final class Scratch {
    let x, hidden, rstd, queryKeyValue, attention, gateUp, activated, logits, scores: FloatBuffer

    init(_ c: TransformerConfiguration, rows: Int, positions: Int) {
      x = FloatBuffer(count: rows * c.hiddenSize)
      hidden = FloatBuffer(count: rows * c.hiddenSize)
      rstd = FloatBuffer(count: rows)
      queryKeyValue = FloatBuffer(count: rows * (c.queryWidth + 2 * c.keyValueWidth))
      attention = FloatBuffer(count: rows * c.queryWidth)
      gateUp = FloatBuffer(count: rows * 2 * c.intermediateSize)
      activated = FloatBuffer(count: rows * c.intermediateSize)
      logits = FloatBuffer(count: rows * c.vocabularySize)
      scores = FloatBuffer(count: positions + 64)
    }
  }

  /// Feeds every active sequence its last token and draws the next one.
  private func step(
    _ decoding: inout Decoding, _ prefix: KeyValueCache, _ suffix: KeyValueCache,
    _ scratch: Scratch
  ) {
    let c = model.configuration
    let layout = model.layout
    let weights = UnsafePointer(model.parameters.base)
    let rows = decoding.active.count
    let epsilon = Float(c.rmsNormEpsilon)
    let scale = 1 / Float(c.headDimension).squareRoot()
    let stride = c.queryWidth + 2 * c.keyValueWidth
    let active = decoding.active.map { decoding.slots[$0] }
    for (row, sequence) in active.enumerated() {
      let token = Int(sequence.tokens.last ?? 0)
      (scratch.x.base + row * c.hiddenSize).update(
        from: weights + layout.embedding + token * c.hiddenSize, count: c.hiddenSize)
    }
    let positions = active.map { Int32($0.promptLength + $0.tokens.count - 1) }
    for (layer, offsets) in layout.blocks.enumerated() {
      ck_rmsnorm_forward(
        scratch.hidden.base, scratch.rstd.base, scratch.x.base, weights + offsets.inputNorm,
        Int32(rows), Int32(c.hiddenSize), epsilon)
      LinearAlgebra.project(
        scratch.queryKeyValue.base, scratch.hidden.base, weights + offsets.queryKeyValue,
        rows: rows, inputs: c.hiddenSize, outputs: stride)
      model.rotate(scratch.queryKeyValue.base, positions: positions, rotary, sign: 1)
      for (row, sequence) in active.enumerated() {
        let query = UnsafePointer(scratch.queryKeyValue.base + row * stride)
        let slot = decoding.active[row]
        let written = sequence.tokens.count - 1
        suffix.store(
          layer: layer, slot: slot, position: written, key: query + c.queryWidth,
          value: query + c.queryWidth + c.keyValueWidth)
        ck_attention_decode(
          scratch.attention.base + row * c.queryWidth, query,
          prefix.keys(layer: layer, slot: sequence.request),
          prefix.values(layer: layer, slot: sequence.request), Int32(sequence.promptLength),
          Int32(prefix.capacity), suffix.keys(layer: layer, slot: slot),
          suffix.values(layer: layer, slot: slot), Int32(written + 1), Int32(suffix.capacity),
          scratch.scores.base, Int32(c.headCount), Int32(c.keyValueHeadCount),
          Int32(c.headDimension), scale)
      }
      LinearAlgebra.project(
        scratch.hidden.base, scratch.attention.base, weights + offsets.attentionOutput, rows: rows,
        inputs: c.queryWidth, outputs: c.hiddenSize)
      ck_add(scratch.x.base, scratch.hidden.base, Int64(rows * c.hiddenSize))
      ck_rmsnorm_forward(
        scratch.hidden.base, scratch.rstd.base, scratch.x.base, weights + offsets.postNorm,
        Int32(rows), Int32(c.hiddenSize), epsilon)
      LinearAlgebra.project(
        scratch.gateUp.base, scratch.hidden.base, weights + offsets.gateUp, rows: rows,
        inputs: c.hiddenSize, outputs: 2 * c.intermediateSize)
      ck_swiglu_forward(
        scratch.activated.base, scratch.gateUp.base, Int32(rows), Int32(c.intermediateSize))
      LinearAlgebra.project(
        scratch.hidden.base, scratch.activated.base, weights + offsets.down, rows: rows,
        inputs: c.intermediateSize, outputs: c.hiddenSize)
      ck_add(scratch.x.base, scratch.hidden.base, Int64(rows * c.hiddenSize))
    }
    ck_rmsnorm_forward(
      scratch.hidden.base, scratch.rstd.base, scratch.x.base, weights + layout.finalNorm,
      Int32(rows), Int32(c.hiddenSize), epsilon)
    LinearAlgebra.project(
      scratch.logits.base, scratch.hidden.base, weights + layout.output, rows: rows,
      inputs: c.hiddenSize, outputs: c.vocabularySize)
    decoding.drawNext(scratch.logits, vocabulary: c.vocabularySize)
  }
}
