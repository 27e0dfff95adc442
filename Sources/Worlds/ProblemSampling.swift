public import Randomness

extension EmbeddedWorld {
  /// A well-posed problem: a chain of distinct random names, a random given value, the sentences
  /// after the given one in random order.
  ///
  /// - Parameters:
  ///   - length: operations of the chain, 1...maximumLength.
  ///   - operations: what each link's operation is drawn from, uniformly; not empty.
  public func sampleProblem(
    length: Int, operations: [DigitOperation], using stream: inout RandomStream
  ) -> Problem {
    sampleProblem(chain: (0..<length).map { _ in stream.element(of: operations) }, using: &stream)
  }

  /// A hard problem: a length drawn from `hardLengths`; the least number of target operations, from
  /// `hardFamilies` families in turn; the rest from those families or easy ones, in random order.
  public func sampleHardProblem(using stream: inout RandomStream) -> Problem {
    let length = stream.element(of: configuration.hardLengths)
    var families = [operations(.target)]
    var usable = operations(.target, .easy)
    if configuration.hardFamilies > 0 {
      families = stream.sample(configuration.hardFamilies, of: targetFamilies)
      usable = operations(.easy) + families.joined()
    }
    let chain = (0..<length).map { index in
      stream.element(
        of: index < configuration.hardMinimumTargetOperations
          ? families[index % families.count] : usable)
    }
    return sampleProblem(chain: stream.shuffled(chain), using: &stream)
  }

  /// A problem from another distribution than the hard ones: a length drawn from `lengths`; the
  /// least number of target operations among `operations`; the rest any of them, in random order.
  public func sampleTransferProblem(
    lengths: [Int], operations: [DigitOperation], minimumTargetOperations: Int,
    using stream: inout RandomStream
  ) -> Problem {
    let length = stream.element(of: lengths)
    let targets = self.operations(.target).filter(operations.contains)
    let chain = (0..<length).map { index in
      stream.element(of: index < minimumTargetOperations ? targets : operations)
    }
    return sampleProblem(chain: stream.shuffled(chain), using: &stream)
  }

  /// A problem over all operations, shorter than the shortest hard one; its length follows the
  /// corpus's proportions.
  public func sampleEasierProblem(using stream: inout RandomStream) -> (
    question: [Int32], answer: [Int32]
  ) {
    let shortest = configuration.hardLengths.min() ?? 2
    let weights = Array(lengthWeights.prefix(max(1, shortest - 1)))
    let problem = sampleProblem(
      length: 1 + stream.categorical(weights), operations: operations, using: &stream)
    return (problem.tokens, problem.reference)
  }

  /// A problem with these operations in the order of calculation.
  func sampleProblem(chain: [DigitOperation], using stream: inout RandomStream) -> Problem {
    precondition(chain.count < nameTokens.count, "a chain needs one name more than operations")
    let names = stream.sample(chain.count + 1, of: nameTokens)
    let digits = (0..<digitCount).map { _ in stream.integer(below: 10) }
    let links = chain.indices.map {
      Problem.Link(parent: names[$0], operation: chain[$0], child: names[$0 + 1])
    }
    return problem(
      given: names[0], digits: digits, links: links,
      sentenceOrder: stream.shuffled(Array(links.indices)))
  }

  /// The problem with these sentences, which asks for the last link's child.
  ///
  /// - Parameters:
  ///   - given: the name whose value is stated.
  ///   - digits: that value, D digits in 0...9.
  ///   - links: the definitions in the order of calculation.
  ///   - sentenceOrder: a permutation of the links' indices.
  public func problem(
    given: Int32, digits: [Int], links: [Problem.Link], sentenceOrder: [Int]
  ) -> Problem {
    let draft = QuestionDraft(
      given: (given, digits), sentences: sentenceOrder.map { links[$0] },
      asked: links.last?.child ?? given)
    return problem(
      given: given, digits: digits, links: links, sentenceOrder: sentenceOrder,
      tokens: draft.tokens(lexicon))
  }

  /// The problem that a question poses, or nil when it is ill-posed. Sentences that the answer
  /// does not need stay in `tokens` and are absent from `links`.
  public func problem(parsing question: [Int32]) -> Problem? {
    guard let derivation = parseQuestion(question).derivation else { return nil }
    let order = derivation.links.indices.sorted {
      derivation.sentences[$0] < derivation.sentences[$1]
    }
    return problem(
      given: derivation.root, digits: derivation.values[0], links: derivation.links,
      sentenceOrder: order, tokens: question)
  }

  private func problem(
    given: Int32, digits: [Int], links: [Problem.Link], sentenceOrder: [Int], tokens: [Int32]
  ) -> Problem {
    let answer = links.reduce(digits) { $1.operation.apply($0) }
    return Problem(
      givenName: given, givenDigits: digits, links: links, sentenceOrder: sentenceOrder,
      askedName: links.last?.child ?? given, tokens: tokens, answer: answer,
      reference: answer.map(lexicon.token(ofDigit:)))
  }
}
