/// How a question is built, well-posed or not. Counts cover sentences and tokens as written; only
/// `operationsNeeded` and `distractorCount` consider what the answer depends on.
public struct QuestionStructure: Sendable, Hashable, Codable {
  /// Tokens from `Q` through `?`.
  public let tokenCount: Int
  /// Sentences before the one that asks, unreadable ones included.
  public let sentenceCount: Int
  /// Sentences that fit no form.
  public let unreadableCount: Int
  /// The operations of all definitions, sorted by name: a multiset.
  public let operations: [DigitOperation]
  /// Operations on the way to the answer, 0 or more; nil when the question is ill-posed.
  public let operationsNeeded: Int?
  /// Sentences that the answer does not need; nil when the question is ill-posed.
  public let distractorCount: Int?
  /// Definitions on the longest path through the question. Names without a definition start paths;
  /// names defined in a cycle are left out.
  public let depth: Int
  /// Most names at the same distance from the start of their path; 1 for a plain chain.
  public let width: Int
  /// Definitions with an operation of the role target.
  public let targetCount: Int
  /// Definitions with an operation of the role irrelevant.
  public let irrelevantCount: Int

  /// Share of the definitions whose operation has the role target, 0...1; 0 without definitions.
  public var targetShare: Double {
    operations.isEmpty ? 0 : Double(targetCount) / Double(operations.count)
  }

  /// Share of the definitions whose operation has the role irrelevant, 0...1; 0 without any.
  public var irrelevantShare: Double {
    operations.isEmpty ? 0 : Double(irrelevantCount) / Double(operations.count)
  }
}

extension EmbeddedWorld {
  /// How a question is built.
  public func structure(of question: [Int32]) -> QuestionStructure {
    structure(of: parseQuestion(question), tokenCount: question.count)
  }

  /// How a question that has been parsed is built.
  public func structure(of diagnosis: QuestionDiagnosis, tokenCount: Int) -> QuestionStructure {
    let links = diagnosis.links
    let roles = links.map { role(of: $0.operation) }
    let levels = levels(of: diagnosis)
    let occupancy = Dictionary(grouping: levels, by: { $0 }).mapValues(\.count)
    return QuestionStructure(
      tokenCount: tokenCount, sentenceCount: diagnosis.sentences.count,
      unreadableCount: diagnosis.sentences.count { sentence in
        if case .unreadable = sentence { true } else { false }
      },
      operations: links.map(\.operation).sorted { $0.rawValue < $1.rawValue },
      operationsNeeded: diagnosis.derivation?.links.count,
      distractorCount: diagnosis.isWellPosed ? diagnosis.distractorCount : nil,
      depth: levels.max() ?? 0, width: occupancy.values.max() ?? 0,
      targetCount: roles.count { $0 == .target },
      irrelevantCount: roles.count { $0 == .irrelevant })
  }

  /// The role of an operation in this world; irrelevant when the world lacks it.
  public func role(of operation: DigitOperation) -> WorldConfiguration.Role {
    configuration.operations.first { $0.name == operation }?.role ?? .irrelevant
  }

  /// For every name not defined in a cycle, the number of definitions between it and the start of
  /// its path, by the first definition that reaches it.
  private func levels(of diagnosis: QuestionDiagnosis) -> [Int] {
    let links = diagnosis.links
    var levels = [Int?](repeating: nil, count: nameTokens.count)
    func place(_ name: Int32) -> Int { Int(name - lexicon.names.lowerBound) }
    for link in links where !links.contains(where: { $0.child == link.parent }) {
      levels[place(link.parent)] = 0
    }
    for case .given(let name, _) in diagnosis.sentences { levels[place(name)] = 0 }
    var progress = true
    while progress {
      progress = false
      for link in links where levels[place(link.child)] == nil {
        if let level = levels[place(link.parent)] {
          levels[place(link.child)] = level + 1
          progress = true
        }
      }
    }
    return levels.compactMap { $0 }
  }
}
