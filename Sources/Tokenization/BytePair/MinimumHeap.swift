/// A binary heap of numbers, the lowest on top.
struct MinimumHeap {
  private var values: [UInt64] = []

  mutating func removeAll() { values.removeAll(keepingCapacity: true) }

  mutating func insert(_ value: UInt64) {
    var index = values.count
    values.append(value)
    while index > 0 {
      let parent = (index - 1) / 2
      guard values[parent] > value else { break }
      values[index] = values[parent]
      index = parent
    }
    values[index] = value
  }

  mutating func removeMinimum() -> UInt64? {
    guard let last = values.popLast() else { return nil }
    guard let top = values.first else { return last }
    let count = values.count
    var index = 0
    while true {
      var child = 2 * index + 1
      guard child < count else { break }
      if child + 1 < count && values[child + 1] < values[child] { child += 1 }
      guard values[child] < last else { break }
      values[index] = values[child]
      index = child
    }
    values[index] = last
    return top
  }
}
