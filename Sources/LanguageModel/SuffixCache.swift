import Numerics

/// Keys and values past the prompts, in chunks of 16 positions. Maps each batch row to a row of each
/// chunk: finished responses leave the map, and rows that continue one prefix refer to the same row
/// of every chunk that is full.
struct SuffixCache {
  /// Most rows that can come.
  private let stride: Int
  private var rowCount: Int
  /// [chunk, stride], flat: index of each batch row within the chunk.
  private(set) var rows: [Int32] = []
  private var chunkCount = 0
  /// Rows of the last chunk that were handed out.
  private var used = 0
  /// [layer][chunk]: start of the chunk's keys and values.
  private(set) var chunks: [[UnsafeMutablePointer<Float>?]] = []
  /// Tokens past the prompt, including the current input token.
  private(set) var length = 0

  /// - Parameter capacity: rows that the call can come to have.
  init(rows: Int, capacity: Int) {
    stride = capacity
    rowCount = rows
  }

  var chunkStride: Int { stride }

  /// Adds one position.
  ///
  /// - Parameter capacity: rows that the batch can come to have from now on.
  mutating func advance(
    _ buffers: DecodingBuffers, _ c: TransformerConfiguration, capacity: Int
  ) {
    if length % DecodingBuffers.chunkLength == 0 {
      let base = buffers.chunk(chunkCount, rows: capacity)
      chunkCount += 1
      used = rowCount
      rows += (0..<stride).map(Int32.init)
      if chunks.isEmpty { chunks = .init(repeating: [], count: c.layerCount) }
      for layer in 0..<c.layerCount {
        chunks[layer].append(base + layer * capacity * buffers.rowSize)
      }
    }
    length += 1
  }

  /// Makes each batch row continue an old one.
  ///
  /// - Parameter parents: the old row of each new one, ascending.
  mutating func follow(_ parents: [Int], _ buffers: DecodingBuffers) {
    // Without forks, a batch of the same size is the same batch.
    let forks = zip(parents, parents.dropFirst()).contains { $0 == $1 }
    guard forks || parents.count < rowCount else { return }
    let isFull = length % DecodingBuffers.chunkLength == 0
    for chunk in 0..<chunkCount {
      let old = Array(rows[chunk * stride..<(chunk + 1) * stride])
      for (row, parent) in parents.enumerated() {
        rows[chunk * stride + row] = old[parent]
        let isFork = row > 0 && parents[row - 1] == parent
        if isFork && chunk == chunkCount - 1 && !isFull {
          rows[chunk * stride + row] = copy(old[parent], buffers)
        }
      }
    }
    rowCount = parents.count
  }

  /// Copies a row of the last chunk, to which its continuations append different tokens.
  private mutating func copy(_ row: Int32, _ buffers: DecodingBuffers) -> Int32 {
    let size = buffers.rowSize
    for layer in chunks {
      guard let last = layer.last, let base = last else { continue }
      (base + used * size).update(from: base + Int(row) * size, count: size)
    }
    defer { used += 1 }
    return Int32(used)
  }
}
