/// Simple measures of repetition in a set of texts.
public enum Diversity {
  /// distinct-n (Li et al. 2016, "A diversity-promoting objective function for neural conversation
  /// models"): distinct n-grams over all n-grams of all texts, 0...1. Falls as a set grows; NaN if
  /// no text is long enough.
  public static func distinctNgrams(_ texts: [[String]], size: Int) -> Double {
    distinctShare(texts.flatMap { TextFeatures.ngrams(TextFeatures.exact($0), size: size) })
  }

  /// Distinct items over all items, 0...1; NaN without items.
  public static func distinctShare<Item: Hashable>(_ items: [Item]) -> Double {
    items.isEmpty ? .nan : Double(Set(items).count) / Double(items.count)
  }

  /// Mean over all pairs of 1 - cosine, 0...1 for count vectors; NaN for fewer than two.
  public static func meanPairwiseDistance(_ vectors: [SparseVector]) -> Double {
    guard vectors.count > 1 else { return .nan }
    var sum = 0.0
    SparseVector.forEachCosine(vectors) { _, _, cosine in sum += 1 - cosine }
    return sum / Double(vectors.count * (vectors.count - 1) / 2)
  }
}
