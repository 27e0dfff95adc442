import Numerics

/// Memory of one `Generator.sample` call: the prompts' keys and values, the responses' keys and
/// values in chunks of 16 positions, and scratch for one decoding step. Grows and is reused.
final class DecodingBuffers {
  /// Positions per chunk, fixed by the kernel.
  static let chunkLength = AttentionLayout.lanes

  let configuration: TransformerConfiguration
  private(set) var promptKeys = FloatBuffer(count: 0)
  private(set) var promptValues = FloatBuffer(count: 0)
  private(set) var promptCapacity = 0
  private var prompts = 0
  private var chunks: [FloatBuffer] = []
  private(set) var x = FloatBuffer(count: 0)
  private(set) var hidden = FloatBuffer(count: 0)
  private(set) var rstd = FloatBuffer(count: 0)
  private(set) var queryKeyValue = FloatBuffer(count: 0)
  private(set) var headNorms: Transformer.HeadNorms
  private var headNormRows = 0
  private(set) var attention = FloatBuffer(count: 0)
  private(set) var gateUp = FloatBuffer(count: 0)
  private(set) var activated = FloatBuffer(count: 0)
  private(set) var logits = FloatBuffer(count: 0)
  private(set) var probabilities = FloatBuffer(count: 0)
  private(set) var firstLogprobs = FloatBuffer(count: 0)
  private(set) var scores = FloatBuffer(count: 0)

  init(_ configuration: TransformerConfiguration) {
    self.configuration = configuration
    headNorms = Transformer.HeadNorms(configuration, rows: 0)
  }

  /// Reserves space for `prompts` prompts of at most `length` tokens, `rows` concurrent responses
  /// and `positions` response tokens each.
  func reserve(prompts: Int, length: Int, rows: Int, positions: Int) {
    let c = configuration
    self.prompts = prompts
    promptCapacity = AttentionLayout.padded(length)
    func grow(_ buffer: inout FloatBuffer, _ count: Int) {
      // The kernels read up to one tile past the end.
      let needed = count + AttentionLayout.lanes
      if buffer.count < needed { buffer = FloatBuffer(count: needed) }
    }
    let cached = c.layerCount * prompts * promptCapacity * c.keyValueWidth
    grow(&promptKeys, cached)
    grow(&promptValues, cached)
    grow(&x, rows * c.hiddenSize)
    grow(&hidden, rows * c.hiddenSize)
    grow(&rstd, rows)
    grow(&queryKeyValue, rows * (c.queryWidth + 2 * c.keyValueWidth))
    if headNormRows < rows {
      headNormRows = rows
      headNorms = Transformer.HeadNorms(c, rows: rows)
    }
    grow(&attention, rows * c.queryWidth)
    grow(&gateUp, rows * 2 * c.intermediateSize)
    grow(&activated, rows * c.intermediateSize)
    let slice = OutputSlices.capacity(rows: rows, vocabulary: c.vocabularySize)
    grow(&logits, slice * c.vocabularySize)
    grow(&probabilities, slice * c.vocabularySize)
    grow(&firstLogprobs, slice)
    grow(&scores, AttentionLayout.rows * (promptCapacity + AttentionLayout.padded(positions)))
  }

  /// Floats per response and layer of a chunk: keys and values.
  var rowSize: Int { 2 * Self.chunkLength * configuration.keyValueWidth }

  func keys(layer: Int, prompt: Int) -> UnsafeMutablePointer<Float> {
    promptKeys.base + (layer * prompts + prompt) * promptCapacity * configuration.keyValueWidth
  }

  func values(layer: Int, prompt: Int) -> UnsafeMutablePointer<Float> {
    promptValues.base + (layer * prompts + prompt) * promptCapacity * configuration.keyValueWidth
  }

  /// Memory of chunk `index` for all layers: [layers, rows, rowSize].
  func chunk(_ index: Int, rows: Int) -> UnsafeMutablePointer<Float> {
    let needed = configuration.layerCount * rows * rowSize + AttentionLayout.lanes
    while chunks.count <= index { chunks.append(FloatBuffer(count: 0)) }
    if chunks[index].count < needed { chunks[index] = FloatBuffer(count: needed) }
    return chunks[index].base
  }
}
