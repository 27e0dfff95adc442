/// The rows of logits that are in memory at once. All of them at once would take rows x vocabulary
/// numbers, several times over; so the output projection, the loss and its gradient go slice by
/// slice. Small vocabularies fit one slice.
enum OutputSlices {
  /// Floats of logits in a slice: 64 MB, 341 rows of 49,152 tokens. Half as many rows would make
  /// the products some 3% slower.
  private static let floats = 1 << 24

  /// Consecutive ranges of about the same length.
  static func ranges(rows: Int, vocabulary: Int) -> [Range<Int>] {
    let most = capacity(rows: rows, vocabulary: vocabulary)
    guard most > 0 else { return [] }
    let count = (rows + most - 1) / most
    let size = (rows + count - 1) / count
    return stride(from: 0, to: rows, by: size).map { $0..<min($0 + size, rows) }
  }

  /// No range of at most `rows` rows is longer.
  static func capacity(rows: Int, vocabulary: Int) -> Int {
    min(rows, max(1, floats / vocabulary))
  }
}
