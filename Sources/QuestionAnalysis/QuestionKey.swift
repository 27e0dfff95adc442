public import Worlds

/// Two questions with the same key are the same question under other names and, if well-posed, in
/// another order of sentences. The converse holds if the answer needs every sentence; names in
/// unneeded sentences count in the order in which they are written.
public struct QuestionKey: Sendable, Hashable {
  /// The sentences and the name asked for, with names counted from the start of the chain.
  private let tokens: [Int32]

  /// - Parameters:
  ///   - question: `Q` through `?`.
  ///   - includesValues: whether the given digits count. Without them the key stands for the
  ///     skeleton: the operations and how they are chained.
  public init(_ question: [Int32], world: EmbeddedWorld, includesValues: Bool = true) {
    self.init(
      question, diagnosis: world.parseQuestion(question), world: world,
      includesValues: includesValues)
  }

  /// - Parameter diagnosis: of the question.
  public init(
    _ question: [Int32], diagnosis: QuestionDiagnosis, world: EmbeddedWorld,
    includesValues: Bool = true
  ) {
    let lexicon = world.lexicon
    var numbers: [Int32: Int32] = [:]
    func rename(_ token: Int32) -> Int32 {
      guard lexicon.isName(token) else {
        return includesValues || lexicon.digit(token) == nil ? token : lexicon.digits.lowerBound
      }
      if let number = numbers[token] { return number }
      let number = -1 - Int32(numbers.count)
      numbers[token] = number
      return number
    }

    guard let derivation = diagnosis.derivation else {
      tokens = question.map(rename)
      return
    }
    _ = rename(derivation.root)
    for link in derivation.links { _ = rename(link.child) }
    let sentences = question.dropFirst().dropLast(2).split(
      separator: Lexicon.stop, omittingEmptySubsequences: true
    ).map { $0.map(rename) }
    let ordered = sentences.sorted { $0.lexicographicallyPrecedes($1) }
    tokens =
      ordered.flatMap { $0 + [Lexicon.stop] } + question.suffix(2).map(rename)
  }

  /// Stable across processes, unlike `hashValue`.
  public var fingerprint: UInt64 { tokens.fingerprint }
}

extension Sequence<Int32> {
  /// 64-bit FNV-1a over the bytes of the ids.
  var fingerprint: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for id in self {
      var rest = UInt32(bitPattern: id)
      for _ in 0..<4 {
        hash = (hash ^ UInt64(rest & 0xff)) &* 0x100_0000_01b3
        rest >>= 8
      }
    }
    return hash
  }
}

/// Number of distinct items divided by the number of items, 0...1; 0 without items.
public func distinctShare<Item: Hashable>(_ items: some Collection<Item>) -> Double {
  items.isEmpty ? 0 : Double(Set(items).count) / Double(items.count)
}
