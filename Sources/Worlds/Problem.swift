/// A question with its chain of definitions and its answer. Names are token ids of the world that
/// made the problem.
public struct Problem: Sendable, Hashable, Codable {
  /// The sentence "parent operation child": the child's value is the operation applied to the
  /// parent's.
  public struct Link: Sendable, Hashable, Codable {
    public let parent: Int32
    public let operation: DigitOperation
    public let child: Int32

    public init(parent: Int32, operation: DigitOperation, child: Int32) {
      self.parent = parent
      self.operation = operation
      self.child = child
    }
  }

  /// The name whose value is stated.
  public let givenName: Int32
  /// The stated value: D digits in 0...9.
  public let givenDigits: [Int]
  /// The definitions in the order of calculation: each parent is the given name or the child of
  /// the link before.
  public let links: [Link]
  /// The order in which the question states the links: indices into `links`.
  public let sentenceOrder: [Int]
  /// The name whose value is asked for.
  public let askedName: Int32
  /// The question, from `Q` through `?`.
  public let tokens: [Int32]
  /// The value asked for: D digits in 0...9.
  public let answer: [Int]
  /// `answer` as digit tokens, to grade responses with.
  public let reference: [Int32]

  /// Operations needed to get from the given value to the answer.
  public var length: Int { links.count }

  /// The values along the chain: the given one, then one per link.
  public var values: [[Int]] {
    var values = [givenDigits]
    for link in links { values.append(link.operation.apply(values[values.count - 1])) }
    return values
  }
}

/// The sentences of a question in the order in which they are written, before they become tokens.
/// Defects are made here.
struct QuestionDraft {
  var given: (name: Int32, digits: [Int])?
  var sentences: [Problem.Link]
  var asked: Int32

  func tokens(_ lexicon: Lexicon) -> [Int32] {
    var tokens: [Int32] = [Lexicon.question]
    tokens.reserveCapacity(12 + 4 * sentences.count)
    if let given {
      tokens.append(given.name)
      tokens.append(Lexicon.has)
      for digit in given.digits { tokens.append(lexicon.token(ofDigit: digit)) }
      tokens.append(Lexicon.stop)
    }
    for link in sentences {
      tokens.append(link.parent)
      tokens.append(lexicon.token(of: link.operation) ?? Lexicon.quit)
      tokens.append(link.child)
      tokens.append(Lexicon.stop)
    }
    tokens.append(asked)
    tokens.append(Lexicon.ask)
    return tokens
  }
}
