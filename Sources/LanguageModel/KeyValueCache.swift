import Numerics

/// Keys and values of sequences that grow together, one region per (layer, slot). Keys are stored
/// transposed, [K, D, capacity], so that scores vectorise over positions; values [K, capacity, D].
final class KeyValueCache {
  let slots: Int
  /// Positions per slot, a multiple of the kernels' tile.
  let capacity: Int
  private let keys: FloatBuffer
  private let values: FloatBuffer
  private let slotSize: Int
  private let headCount: Int
  private let dim: Int

  init(_ configuration: TransformerConfiguration, slots: Int, positions: Int) {
    self.slots = slots
    capacity = (positions + 31) / 32 * 32
    headCount = configuration.keyValueHeadCount
    dim = configuration.headDimension
    slotSize = capacity * configuration.keyValueWidth
    keys = FloatBuffer(count: configuration.layerCount * slots * slotSize)
    values = FloatBuffer(count: configuration.layerCount * slots * slotSize)
  }

  func keys(layer: Int, slot: Int) -> UnsafeMutablePointer<Float> {
    keys.base + (layer * slots + slot) * slotSize
  }

  func values(layer: Int, slot: Int) -> UnsafeMutablePointer<Float> {
    values.base + (layer * slots + slot) * slotSize
  }

  /// Stores one position; `key` and `value` are [K * D] rows.
  func store(
    layer: Int, slot: Int, position: Int, key: UnsafePointer<Float>, value: UnsafePointer<Float>
  ) {
    precondition(position < capacity)
    let k = keys(layer: layer, slot: slot)
    let v = values(layer: layer, slot: slot)
    for h in 0..<headCount {
      for d in 0..<dim {
        k[(h * dim + d) * capacity + position] = key[h * dim + d]
        v[(h * capacity + position) * dim + d] = value[h * dim + d]
      }
    }
  }
}
