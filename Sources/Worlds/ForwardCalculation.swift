/// Calculates every value that the sentences of a question determine: the given values, then those
/// of children with known parents, until nothing new follows. A name keeps its first value; a
/// statement that disagrees with it is a conflict.
struct ForwardCalculation {
  private struct Conflict {
    let name: Int32
    let kind: QuestionDiagnosis.Kind
  }

  private let sentences: [QuestionDiagnosis.Sentence]
  private let lexicon: Lexicon
  private let digitCount: Int
  /// Value of each name, counted from the first name: [names][D].
  private var values: [[Int]?]
  /// The sentence that gave each name its value: [names].
  private var sources: [Int?]
  private var isGiven: [Bool]
  /// Whether each sentence has been used: [sentences].
  private var isDone: [Bool]
  private var conflicts: [Conflict] = []
  /// Names with a second statement that agrees with the first.
  private var agreeing: [Int32] = []
  private var hasRepetition = false

  init(
    _ sentences: [QuestionDiagnosis.Sentence], lexicon: Lexicon, digitCount: Int
  ) {
    self.sentences = sentences
    self.lexicon = lexicon
    self.digitCount = digitCount
    values = Array(repeating: nil, count: lexicon.names.count)
    sources = Array(repeating: nil, count: lexicon.names.count)
    isGiven = Array(repeating: false, count: lexicon.names.count)
    isDone = Array(repeating: false, count: sentences.count)
  }

  private func place(_ name: Int32) -> Int { Int(name - lexicon.names.lowerBound) }

  mutating func run() {
    for (index, sentence) in sentences.enumerated() {
      if case .given(let name, let digits) = sentence {
        state(digits, of: name, sentence: index, given: true)
      }
    }
    var progress = true
    while progress {
      progress = false
      for (index, sentence) in sentences.enumerated() where !isDone[index] {
        if case .link(let link) = sentence, let value = values[place(link.parent)] {
          state(link.operation.apply(value), of: link.child, sentence: index, given: false)
          progress = true
        }
      }
    }
  }

  private mutating func state(_ value: [Int], of name: Int32, sentence: Int, given: Bool) {
    isDone[sentence] = true
    let place = place(name)
    guard let known = values[place], let source = sources[place] else {
      values[place] = value
      sources[place] = sentence
      isGiven[place] = given
      return
    }
    if sentences[source] == sentences[sentence] {
      hasRepetition = true
    } else if known == value {
      agreeing.append(name)
    } else {
      conflicts.append(
        Conflict(name: name, kind: isGiven[place] ? .contradiction : .duplicateDefinition))
    }
  }

  func diagnose(_ text: QuestionText, asked: Int32) -> QuestionDiagnosis {
    let needed = ancestors(of: asked)
    func isNeeded(_ name: Int32) -> Bool { needed[place(name)] }

    var hasUnreadable = false
    for case .unreadable(let range) in sentences {
      hasUnreadable = true
      if let name = text.tokens[range].first(where: { lexicon.isName($0) && isNeeded($0) }) {
        return text.diagnosis(.malformed, malformation: .unreadableSentence, name: name)
      }
    }
    if let conflict = conflicts.first(where: { isNeeded($0.name) }) {
      return text.diagnosis(
        conflict.kind, name: conflict.name,
        duplicateChangesAnswer: conflict.kind == .duplicateDefinition ? true : nil)
    }
    guard let derivation = derivation(of: asked) else {
      let defect = defect(asked: asked, needed: needed)
      guard defect.kind == .cycle else { return text.diagnosis(defect.kind, name: defect.name) }
      return text.diagnosis(
        .cycle, name: defect.name,
        cycleHasSolution: StatementSystem(
          sentences, lexicon: lexicon, digitCount: digitCount, where: isNeeded
        ).hasSolution)
    }

    var notes: Set<QuestionDiagnosis.Note> = []
    if hasRepetition { notes.insert(.repeatedSentence) }
    if !agreeing.isEmpty { notes.insert(.agreeingDefinition) }
    if !conflicts.isEmpty { notes.insert(.conflictElsewhere) }
    if hasUnreadable { notes.insert(.unreadableElsewhere) }
    for (index, sentence) in sentences.enumerated() where !isDone[index] {
      if case .link(let link) = sentence {
        notes.insert(isNeeded(link.child) ? .idleDefinition : .undefinedElsewhere)
      }
    }
    let hasHarmlessDuplicate = agreeing.contains(where: isNeeded) || notes.contains(.idleDefinition)
    return text.diagnosis(
      .wellPosed, derivation: derivation, notes: notes,
      duplicateChangesAnswer: hasHarmlessDuplicate ? false : nil)
  }

  /// Whether the answer depends on each name, through any of the definitions: [names]. A given
  /// value depends on nothing.
  private func ancestors(of asked: Int32) -> [Bool] {
    var needed = [Bool](repeating: false, count: values.count)
    var pending = [asked]
    needed[place(asked)] = true
    while let name = pending.popLast() {
      if isGiven[place(name)] { continue }
      for case .link(let link) in sentences where link.child == name {
        if !needed[place(link.parent)] {
          needed[place(link.parent)] = true
          pending.append(link.parent)
        }
      }
    }
    return needed
  }

  /// Why the asked name has no value.
  private func defect(
    asked: Int32, needed: [Bool]
  ) -> (kind: QuestionDiagnosis.Kind, name: Int32) {
    var defined = [Bool](repeating: false, count: values.count)
    var hasGiven = false
    for sentence in sentences {
      switch sentence {
      case .given(let name, _):
        hasGiven = true
        defined[place(name)] = true
      case .link(let link): defined[place(link.child)] = true
      case .unreadable: break
      }
    }
    if !defined[place(asked)] { return (.undefinedAsked, asked) }
    guard let undefined = lexicon.names.first(where: { needed[place($0)] && !defined[place($0)] })
    else { return (.cycle, asked) }
    return (hasGiven ? .undefinedParent : .missingGiven, undefined)
  }

  /// The chain that gives the asked name its value.
  private func derivation(of asked: Int32) -> QuestionDiagnosis.Derivation? {
    var name = asked
    var links: [Problem.Link] = []
    var indices: [Int] = []
    var chainValues: [[Int]] = []
    while let value = values[place(name)], let source = sources[place(name)] {
      chainValues.append(value)
      guard case .link(let link) = sentences[source] else {
        return QuestionDiagnosis.Derivation(
          root: name, links: links.reversed(), values: chainValues.reversed(),
          sentences: indices.reversed())
      }
      links.append(link)
      indices.append(source)
      name = link.parent
    }
    return nil
  }
}
