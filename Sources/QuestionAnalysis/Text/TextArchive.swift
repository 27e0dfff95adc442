/// The earlier questions of a loop, as hashes of their skeletons and pairs of words: says how new
/// another question is.
public struct TextArchive: Sendable {
  /// More pairs than these are not remembered: a bound on memory, which a million questions do not
  /// reach.
  static let mostPairs = 1 << 22

  private var skeletons: Set<UInt64> = []
  private var pairs: Set<UInt64> = []

  public init() {}

  /// Adds how new a question is to its features, then the question to the archive.
  ///
  /// - Parameter structure: of the question.
  public mutating func add(_ structure: TextStructure, to values: inout FeatureValues) {
    let words = structure.skeleton
    let own = Set(zip(words, words.dropFirst()).map { Self.hash([$0, $1]) })
    let skeleton = Self.hash(words)
    let isNew = !skeletons.contains(skeleton)
    values[.novelty] =
      own.isEmpty
      ? (isNew ? 1 : 0) : Double(own.count { !pairs.contains($0) }) / Double(own.count)
    if values[.newToArchive] == nil { values.set(.newToArchive, isNew) }
    guard pairs.count < Self.mostPairs else { return }
    skeletons.insert(skeleton)
    pairs.formUnion(own)
  }

  /// FNV-1a of 64 bits over the words, each with an end.
  static func hash(_ words: some Sequence<String>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for word in words {
      for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01b3
    }
    return hash
  }
}
