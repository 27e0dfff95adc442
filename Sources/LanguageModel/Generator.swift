import CKernels
import Numerics
import Randomness
public import Tokenization

/// Samples responses with a key-value cache. Each prompt runs once and is shared by its responses;
/// all requests decode in one batch, and finished responses leave it.
///
/// Results depend only on the requests. Bitwise, they depend on the whole call: a different batch
/// size may round matrix products differently.
public struct Generator {
  let model: Transformer
  /// Prompts run in batches of at most this many tokens, unless a single prompt is longer.
  private static let promptTokensPerPass = 1024

  public init(_ model: Transformer) { self.model = model }

  /// Returns one response per stream, grouped by request in order: [requests][streams].
  public func sample(_ requests: [SamplingRequest], _ parameters: SamplingParameters)
    -> [[SampledResponse]]
  {
    let limit = model.configuration.maximumPositions
    for request in requests {
      precondition(
        !request.prompt.isEmpty && request.prompt.count < limit, "prompt is empty or too long")
    }
    guard !requests.isEmpty else { return [] }
    return Workspace.borrow { workspace in
      var decoding = Decoding(requests, parameters, model.configuration)
      let buffers = decodingBuffers(workspace)
      buffers.reserve(
        prompts: requests.count, length: requests.map(\.prompt.count).max() ?? 0,
        rows: max(decoding.slots.count, requests.count),
        positions: min(parameters.maximumTokens, limit))
      readPrompts(requests.map(\.prompt), workspace, buffers)
      decoding.drawFirst(buffers)
      var cache = SuffixCache(rows: decoding.active.count)
      while !decoding.active.isEmpty {
        cache.advance(buffers, model.configuration)
        step(decoding, cache, buffers)
        cache.keep(decoding.drawNext(buffers))
      }
      return decoding.responses(groupSizes: requests.map(\.streams.count))
    }
  }

  private func decodingBuffers(_ workspace: Workspace) -> DecodingBuffers {
    if let buffers = workspace.decoding, buffers.configuration == model.configuration {
      return buffers
    }
    let fresh = DecodingBuffers(model.configuration)
    workspace.decoding = fresh
    return fresh
  }

  /// Runs the prompts through the training forward pass; keeps their keys, values and last logits.
  private func readPrompts(
    _ prompts: [[Int32]], _ workspace: Workspace, _ buffers: DecodingBuffers
  ) {
    let c = model.configuration
    let stride = Int64(c.queryWidth + 2 * c.keyValueWidth)
    var first = 0
    while first < prompts.count {
      var end = first
      var tokens = 0
      while end < prompts.count,
        end == first || tokens + prompts[end].count <= Self.promptTokensPerPass
      {
        tokens += prompts[end].count
        end += 1
      }
      let batch = PackedBatch(reading: Array(prompts[first..<end]))
      let activations = Activations.prepare(
        &workspace.inference, c, batch, rows: end - first, backward: false)
      model.forward(batch, activations) { layer, queryKeyValue in
        for (index, segment) in batch.segments.enumerated() {
          let keys = queryKeyValue + segment.range.lowerBound * Int(stride) + c.queryWidth
          ck_transpose(
            buffers.keys(layer: layer, prompt: first + index), Int64(buffers.promptCapacity), keys,
            stride, Int32(segment.range.count), Int32(c.keyValueWidth))
          let values = buffers.values(layer: layer, prompt: first + index)
          for position in 0..<segment.range.count {
            (values + position * c.keyValueWidth).update(
              from: keys + c.keyValueWidth + position * Int(stride), count: c.keyValueWidth)
          }
        }
      }
      model.project(
        rows: batch.segments.map { Int32($0.range.upperBound - 1) }, activations)
      (buffers.logits.base + first * c.vocabularySize).update(
        from: activations.logits.base, count: (end - first) * c.vocabularySize)
      first = end
    }
  }

  /// Maps each batch row to its chunk rows in the suffix cache; shrinks as responses end.
  private struct SuffixCache {
    private let stride: Int
    private var rowCount: Int
    /// [chunk, stride], flat: index of each batch row within the chunk.
    private(set) var rows: [Int32] = []
    private var chunkCount = 0
    /// [layer][chunk]: start of the chunk's keys and values.
    private(set) var chunks: [[UnsafeMutablePointer<Float>?]] = []
    /// Tokens past the prompt, including the current input token.
    private(set) var length = 0

    init(rows: Int) {
      stride = rows
      rowCount = rows
    }

    var chunkStride: Int { stride }

    /// Adds one position.
    mutating func advance(_ buffers: DecodingBuffers, _ c: TransformerConfiguration) {
      if length % DecodingBuffers.chunkLength == 0 {
        let base = buffers.chunk(chunkCount, rows: rowCount)
        chunkCount += 1
        rows += (0..<stride).map(Int32.init)
        if chunks.isEmpty { chunks = .init(repeating: [], count: c.layerCount) }
        for layer in 0..<c.layerCount {
          chunks[layer].append(base + layer * rowCount * buffers.rowSize)
        }
      }
      length += 1
    }

    /// Keeps the given batch rows, in ascending order.
    mutating func keep(_ kept: [Int]) {
      guard kept.count < rowCount else { return }
      for chunk in 0..<chunkCount {
        for (row, old) in kept.enumerated() {
          rows[chunk * stride + row] = rows[chunk * stride + old]
        }
      }
      rowCount = kept.count
    }
  }

  /// Feeds each active sequence its last token; writes the next token's logits [rows, V].
  private func step(_ decoding: Decoding, _ cache: SuffixCache, _ buffers: DecodingBuffers) {
    let c = model.configuration
    let layout = model.layout
    let weights = UnsafePointer(model.parameters.base)
    let rows = decoding.active.count
    let epsilon = Float(c.rmsNormEpsilon)
    let scale = 1 / Float(c.headDimension).squareRoot()
    let stride = c.queryWidth + 2 * c.keyValueWidth
    let x = buffers.x.base
    let hidden = buffers.hidden.base
    let queryKeyValue = buffers.queryKeyValue.base
    let attention = buffers.attention.base
    ck_gather_rows(
      x, weights + layout.embedding, decoding.lastTokens, Int32(rows), Int32(c.hiddenSize))
    for (layer, offsets) in layout.blocks.enumerated() {
      ck_rmsnorm_forward(
        hidden, buffers.rstd.base, x, weights + offsets.inputNorm, Int32(rows),
        Int32(c.hiddenSize), epsilon)
      LinearAlgebra.project(
        queryKeyValue, hidden, weights + offsets.queryKeyValue, rows: rows, inputs: c.hiddenSize,
        outputs: stride)
      model.rotate(queryKeyValue, positions: decoding.positions, sign: 1)
      cache.rows.withUnsafeBufferPointer { chunkRows in
        for run in decoding.runs {
          guard let base = chunkRows.baseAddress else { return }
          ck_attention_decode(
            attention + run.rows.lowerBound * c.queryWidth,
            queryKeyValue + run.rows.lowerBound * stride, Int32(run.rows.count),
            buffers.keys(layer: layer, prompt: run.request),
            buffers.values(layer: layer, prompt: run.request), Int32(run.promptLength),
            Int64(buffers.promptCapacity), cache.chunks[layer], base + run.rows.lowerBound,
            Int32(cache.chunkStride), Int32(cache.length), buffers.scores.base,
            Int32(c.headCount), Int32(c.keyValueHeadCount), Int32(c.headDimension), scale)
        }
      }
      LinearAlgebra.project(
        hidden, attention, weights + offsets.attentionOutput, rows: rows, inputs: c.queryWidth,
        outputs: c.hiddenSize)
      ck_add(x, hidden, Int64(rows * c.hiddenSize))
      ck_rmsnorm_forward(
        hidden, buffers.rstd.base, x, weights + offsets.postNorm, Int32(rows),
        Int32(c.hiddenSize), epsilon)
      LinearAlgebra.project(
        buffers.gateUp.base, hidden, weights + offsets.gateUp, rows: rows, inputs: c.hiddenSize,
        outputs: 2 * c.intermediateSize)
      ck_swiglu_forward(
        buffers.activated.base, buffers.gateUp.base, Int32(rows), Int32(c.intermediateSize))
      LinearAlgebra.project(
        hidden, buffers.activated.base, weights + offsets.down, rows: rows,
        inputs: c.intermediateSize, outputs: c.hiddenSize)
      ck_add(x, hidden, Int64(rows * c.hiddenSize))
    }
    ck_rmsnorm_forward(
      hidden, buffers.rstd.base, x, weights + layout.finalNorm, Int32(rows), Int32(c.hiddenSize),
      epsilon)
    LinearAlgebra.project(
      buffers.logits.base, hidden, weights + layout.output, rows: rows, inputs: c.hiddenSize,
      outputs: c.vocabularySize)
  }
}
