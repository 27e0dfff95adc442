/// A mostly zero vector: the features of a text for diversity measures.
public struct SparseVector: Sendable, Equatable {
  /// Indices of the non-zero entries, ascending.
  public private(set) var indices: [Int]
  public private(set) var values: [Double]
  /// Euclidean norm.
  public private(set) var norm: Double

  /// - Parameter entries: pairs of zero-based index and value, with distinct indices. Kernels of
  ///   many vectors use memory proportional to the largest index.
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

  /// Cosine of the angle between two vectors, -1...1. A zero vector is equal to other zero vectors
  /// (1) and unlike everything else (0), so that a kernel's diagonal is 1.
  public func cosine(_ other: SparseVector) -> Double {
    Self.cosine(dot: dot(other), norm, other.norm)
  }

  private static func cosine(dot: Double, _ norm: Double, _ other: Double) -> Double {
    guard norm > 0 && other > 0 else { return norm == other ? 1 : 0 }
    return dot / (norm * other)
  }

  /// Cosine of each pair, i > j, row by row; bitwise equal to ``cosine(_:)``.
  static func forEachCosine(_ vectors: [SparseVector], _ body: (Int, Int, Double) -> Void) {
    // Concatenate the entries of all vectors and expand the row's vector to dense form: its product
    // with each other vector takes one step per entry and no comparison.
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

/// Text feature vectors as pure functions of tokens: without a model, diversity does not depend on
/// an encoder's sense of similarity.
public enum TextFeatures {
  /// Counts of every n-gram with n in `sizes`. Feature indices depend on the other texts; dot
  /// products and cosines do not.
  ///
  /// - Parameter texts: tokens of each text.
  public static func ngramBags(
    _ texts: [[String]], sizes: ClosedRange<Int> = 1...2
  ) -> [SparseVector] {
    counts(texts.map { tokens in sizes.flatMap { ngrams(tokens, size: $0) } })
  }

  /// Structure of a question without names and digits: counts of each operation, plus one feature
  /// per length without digits. Two questions with the same operations but different lengths
  /// therefore share only their operations.
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

  /// The n-grams of a text in order; empty if the text is shorter.
  static func ngrams<Token>(_ tokens: [Token], size: Int) -> [[Token]] {
    precondition(size > 0)
    guard tokens.count >= size else { return [] }
    return (0...(tokens.count - size)).map { Array(tokens[$0..<$0 + size]) }
  }

  /// Tokens as keys: their bytes. Swift strings are equal when Unicode calls them canonically
  /// equivalent.
  static func exact(_ tokens: [String]) -> [[UInt8]] { tokens.map { Array($0.utf8) } }

  private static func isNumber(_ token: String) -> Bool {
    !token.isEmpty && token.allSatisfy { ("0"..."9").contains($0) }
  }

  /// Counts of each text's features; features are numbered by first occurrence.
  private static func counts(_ features: [[[String]]]) -> [SparseVector] {
    var numbers: [[[UInt8]]: Int] = [:]
    return features.map { features in
      var entries: [Int: Double] = [:]
      for feature in features.map(exact) {
        let number = numbers[feature, default: numbers.count]
        numbers[feature] = number
        entries[number, default: 0] += 1
      }
      return SparseVector(entries.map { (index: $0.key, value: $0.value) })
    }
  }
}
