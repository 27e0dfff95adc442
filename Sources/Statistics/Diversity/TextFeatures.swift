/// A vector of which most entries are zero: what a text is for a diversity measure.
public struct SparseVector: Sendable, Equatable {
  /// Indices of the entries that are not zero, ascending.
  public private(set) var indices: [Int]
  public private(set) var values: [Double]
  /// Euclidean.
  public private(set) var norm: Double

  /// - Parameter entries: index, from 0, and value; indices differ. Kernels of many vectors take
  ///   memory for the greatest index.
  public init(_ entries: [(index: Int, value: Double)]) {
    let kept = entries.filter { $0.value != 0 }.sorted { $0.index < $1.index }
    precondition(
      zip(kept, kept.dropFirst()).allSatisfy { $0.index < $1.index }, "indices differ")
    precondition((kept.first?.index ?? 0) >= 0, "indices start at 0")
    indices = kept.map(\.index)
    values = kept.map(\.value)
    norm = kept.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
  }

  public init(dense values: [Double]) {
    self.init(values.enumerated().map { (index: $0.offset, value: $0.element) })
  }

  public func dot(_ other: SparseVector) -> Double {
    var sum = 0.0
    var i = 0
    var j = 0
    while i < indices.count && j < other.indices.count {
      if indices[i] == other.indices[j] {
        sum += values[i] * other.values[j]
        i += 1
        j += 1
      } else if indices[i] < other.indices[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }

  /// The cosine of the angle between two vectors, -1...1. A vector of zeros is taken for equal to
  /// another one (1) and for unlike everything else (0), so that a kernel's diagonal is 1.
  public func cosine(_ other: SparseVector) -> Double {
    Self.cosine(dot: dot(other), norm, other.norm)
  }

  private static func cosine(dot: Double, _ norm: Double, _ other: Double) -> Double {
    guard norm > 0 && other > 0 else { return norm == other ? 1 : 0 }
    return dot / (norm * other)
  }

  /// The cosine of each pair, i > j, row by row: those of ``cosine(_:)``, bit for bit.
  static func forEachCosine(_ vectors: [SparseVector], _ body: (Int, Int, Double) -> Void) {
    // The entries of all vectors one after another, and the vector of a row spread out over its
    // features: its products with the others take one step per entry of theirs and no comparison.
    let starts = vectors.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.indices.count) }
    let indices = vectors.flatMap(\.indices)
    let values = vectors.flatMap(\.values)
    let norms = vectors.map(\.norm)
    var spread = [Double](repeating: 0, count: (indices.max() ?? -1) + 1)
    for i in vectors.indices {
      for entry in starts[i]..<starts[i + 1] { spread[indices[entry]] = values[entry] }
      for j in 0..<i {
        var dot = 0.0
        for entry in starts[j]..<starts[j + 1] { dot += spread[indices[entry]] * values[entry] }
        body(i, j, cosine(dot: dot, norms[i], norms[j]))
      }
      for entry in starts[i]..<starts[i + 1] { spread[indices[entry]] = 0 }
    }
  }
}

/// Vectors of texts, as pure functions of their tokens: no model is asked, so that a diversity does
/// not depend on what some encoder happens to tell apart.
public enum TextFeatures {
  /// Counts of every n-gram with n in `sizes`. What the features are called depends on the other
  /// texts; dot products and cosines do not.
  ///
  /// - Parameter texts: tokens of each text.
  public static func ngramBags(
    _ texts: [[String]], sizes: ClosedRange<Int> = 1...2
  ) -> [SparseVector] {
    counts(texts.map { tokens in sizes.flatMap { ngrams(tokens, size: $0) } })
  }

  /// What a question is made of, whatever its names and digits: how often each operation occurs,
  /// and, as one feature per length, how long it is without digits. Two questions of equal
  /// operations and different lengths thus share their operations only.
  ///
  /// - Parameter operations: the tokens that count as operations.
  public static func structureProfiles(
    _ texts: [[String]], operations: Set<String>
  ) -> [SparseVector] {
    counts(
      texts.map { tokens in
        let length = tokens.count { !isNumber($0) }
        return tokens.filter(operations.contains).map { [$0] } + [["length", "\(length)"]]
      })
  }

  /// The n-grams of a text in their order; none when the text is shorter.
  static func ngrams(_ tokens: [String], size: Int) -> [[String]] {
    precondition(size > 0)
    guard tokens.count >= size else { return [] }
    return (0...(tokens.count - size)).map { Array(tokens[$0..<$0 + size]) }
  }

  private static func isNumber(_ token: String) -> Bool {
    !token.isEmpty && token.allSatisfy { ("0"..."9").contains($0) }
  }

  /// Counts of the features of each text; features are numbered as they first occur.
  private static func counts(_ features: [[[String]]]) -> [SparseVector] {
    var numbers: [[String]: Int] = [:]
    return features.map { features in
      var entries: [Int: Double] = [:]
      for feature in features {
        let number = numbers[feature, default: numbers.count]
        numbers[feature] = number
        entries[number, default: 0] += 1
      }
      return SparseVector(entries.map { (index: $0.key, value: $0.value) })
    }
  }
}
