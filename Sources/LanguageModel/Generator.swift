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
    counted(requests, parameters).responses
  }

  /// The same with the floating-point operations that it took (see
  /// ``TransformerConfiguration/forwardFLOPs(tokens:attendedPairs:rows:)``).
  public func counted(_ requests: [SamplingRequest], _ parameters: SamplingParameters) -> (
    responses: [[SampledResponse]], flops: FLOPCount
  ) {
    let limit = model.configuration.maximumPositions
    for request in requests {
      precondition(
        !request.prompt.isEmpty && request.prompt.count < limit, "prompt is empty or too long")
    }
    guard !requests.isEmpty else { return ([], .zero) }
    return Workspace.borrow { workspace in
      var decoding = Decoding(requests, parameters, model.configuration)
      let buffers = decodingBuffers(workspace)
      buffers.reserve(
        prompts: requests.count, length: requests.map(\.prompt.count).max() ?? 0,
        rows: max(decoding.slots.count, requests.count),
        positions: min(parameters.maximumTokens, limit))
      var flops = readPrompts(
        requests.map(\.prompt), workspace, buffers, &decoding, shares: parameters.sharesPrefixes)
      _ = decoding.advance()
      var cache = SuffixCache(rows: decoding.rowCount, capacity: decoding.unfinished)
      while decoding.rowCount > 0 {
        cache.advance(buffers, model.configuration, capacity: decoding.unfinished)
        flops.forward += step(&decoding, cache, buffers)
        cache.follow(decoding.advance(), buffers)
      }
      return (decoding.responses(groupSizes: requests.map(\.streams.count)), flops)
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

  /// Runs the prompts through the training forward pass, keeps their keys and values, and draws the
  /// first tokens.
  private func readPrompts(
    _ prompts: [[Int32]], _ workspace: Workspace, _ buffers: DecodingBuffers,
    _ decoding: inout Decoding, shares: Bool
  ) -> FLOPCount {
    let c = model.configuration
    let header = shares ? PackedBatch.commonHeader(prompts.lazy.map { $0[...] }) : 0
    var flops = FLOPCount.zero
    var first = 0
    while first < prompts.count {
      var end = first
      var tokens = header
      while end < prompts.count,
        end == first || tokens + prompts[end].count - header <= Self.promptTokensPerPass
      {
        tokens += prompts[end].count - header
        end += 1
      }
      let batch = PackedBatch(prompts: prompts[first..<end], headerLength: header)
      let activations = Activations.prepare(&workspace.inference, c, batch, rows: end - first)
      let segments = batch.segments.suffix(end - first)
      model.forward(batch, activations) { layer, queryKeyValue in
        for (prompt, segment) in zip(first..., segments) {
          copy(queryKeyValue, segment.header, at: 0, layer, prompt, buffers)
          copy(queryKeyValue, segment.range, at: segment.header.count, layer, prompt, buffers)
        }
      }
      model.gather(rows: segments.map { Int32($0.range.upperBound - 1) }, activations)
      for slice in OutputSlices.ranges(rows: end - first, vocabulary: c.vocabularySize) {
        model.project(slice, activations)
        decoding.draw(
          rows: first + slice.lowerBound..<first + slice.upperBound,
          logits: activations.logits.base, buffers)
      }
      flops.forward += c.forwardFLOPs(
        tokens: batch.count, attendedPairs: batch.attendedPairs, rows: end - first)
      first = end
    }
    return flops
  }

  /// Copies keys and values of packed rows to a prompt's cache, from `position` on.
  private func copy(
    _ queryKeyValue: UnsafePointer<Float>, _ rows: Range<Int>, at position: Int, _ layer: Int,
    _ prompt: Int, _ buffers: DecodingBuffers
  ) {
    let c = model.configuration
    let stride = c.queryWidth + 2 * c.keyValueWidth
    let keys = queryKeyValue + rows.lowerBound * stride + c.queryWidth
    ck_transpose(
      buffers.keys(layer: layer, prompt: prompt) + position, Int64(buffers.promptCapacity), keys,
      Int64(stride), Int32(rows.count), Int32(c.keyValueWidth))
    let values = buffers.values(layer: layer, prompt: prompt) + position * c.keyValueWidth
    for row in 0..<rows.count {
      (values + row * c.keyValueWidth).update(
        from: keys + c.keyValueWidth + row * stride, count: c.keyValueWidth)
    }
  }

  /// Feeds each row its last token and draws the next; returns the operations that it took.
  private func step(
    _ decoding: inout Decoding, _ cache: SuffixCache, _ buffers: DecodingBuffers
  ) -> Double {
    let c = model.configuration
    let rows = decoding.rowCount
    runBlocks(decoding, cache, buffers)
    for slice in OutputSlices.ranges(rows: rows, vocabulary: c.vocabularySize) {
      LinearAlgebra.project(
        buffers.logits.base, buffers.hidden.base + slice.lowerBound * c.hiddenSize,
        model.parameters.base + model.layout.output, rows: slice.count, inputs: c.hiddenSize,
        outputs: c.vocabularySize)
      decoding.draw(rows: slice, logits: buffers.logits.base, buffers)
    }
    return c.forwardFLOPs(
      tokens: rows, attendedPairs: decoding.positions.reduce(0) { $0 + Int($1) + 1 }, rows: rows)
  }

  /// Leaves the final norm's results in `buffers.hidden`: [rows, C].
  private func runBlocks(
    _ decoding: Decoding, _ cache: SuffixCache, _ buffers: DecodingBuffers
  ) {
    let c = model.configuration
    let layout = model.layout
    let weights = UnsafePointer(model.parameters.base)
    let rows = decoding.rowCount
    let epsilon = Float(c.rmsNormEpsilon)
    let stride = c.queryWidth + 2 * c.keyValueWidth
    let x = buffers.x.base
    let hidden = buffers.hidden.base
    let queryKeyValue = buffers.queryKeyValue.base
    let attention = buffers.attention.base
    let table = model.rotary.rows(Int(decoding.positions.max() ?? -1) + 1)
    ck_gather_rows(
      x, weights + layout.embedding, decoding.lastTokens, Int32(rows), Int32(c.hiddenSize))
    for (layer, offsets) in layout.blocks.enumerated() {
      ck_rmsnorm_forward(
        hidden, buffers.rstd.base, x, weights + offsets.inputNorm, Int32(rows),
        Int32(c.hiddenSize), epsilon)
      model.queryKeyValueForward(
        queryKeyValue, hidden, offsets, buffers.headNorms, positions: decoding.positions, table)
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
            Int32(c.headCount), Int32(c.keyValueHeadCount), Int32(c.headDimension),
            model.attentionScale)
        }
      }
      LinearAlgebra.project(
        hidden, attention, weights + offsets.attentionOutput, rows: rows, inputs: c.queryWidth,
        outputs: c.hiddenSize)
      model.addBias(hidden, offsets.attentionOutputBias, rows: rows, width: c.hiddenSize)
      ck_add(x, hidden, Int64(rows * c.hiddenSize))
      ck_rmsnorm_forward(
        hidden, buffers.rstd.base, x, weights + offsets.postNorm, Int32(rows),
        Int32(c.hiddenSize), epsilon)
      LinearAlgebra.project(
        buffers.gateUp.base, hidden, weights + offsets.gateUp, rows: rows, inputs: c.hiddenSize,
        outputs: 2 * c.intermediateSize)
      model.addBias(
        buffers.gateUp.base, offsets.gateUpBias, rows: rows, width: 2 * c.intermediateSize)
      ck_swiglu_forward(
        buffers.activated.base, buffers.gateUp.base, Int32(rows), Int32(c.intermediateSize))
      LinearAlgebra.project(
        hidden, buffers.activated.base, weights + offsets.down, rows: rows,
        inputs: c.intermediateSize, outputs: c.hiddenSize)
      model.addBias(hidden, offsets.downBias, rows: rows, width: c.hiddenSize)
      ck_add(x, hidden, Int64(rows * c.hiddenSize))
    }
    ck_rmsnorm_forward(
      hidden, buffers.rstd.base, x, weights + layout.finalNorm, Int32(rows), Int32(c.hiddenSize),
      epsilon)
  }
}
