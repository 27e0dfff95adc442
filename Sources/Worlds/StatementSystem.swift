/// The statements about some of a question's names as equations, read in both directions.
///
/// Every operation is a bijection that takes each digit of the result from one digit of the
/// value. So the digits of all names fall into groups within which one digit determines all the
/// others, and a group has a solution when one of ten digits for it contradicts nothing.
struct StatementSystem {
  /// That the digit at `child` is the operation applied to the digit at `parent`.
  private struct Equation {
    let parent: Int
    let child: Int
    let operation: DigitOperation
  }

  private var equations: [Equation] = []
  private var given: [Int?]
  /// By digit: the equations that it occurs in.
  private var occurrences: [[Int]]

  /// - Parameter isNeeded: whether the statements about a name count.
  init(
    _ sentences: [QuestionDiagnosis.Sentence], lexicon: Lexicon, digitCount: Int,
    where isNeeded: (Int32) -> Bool
  ) {
    given = Array(repeating: nil, count: lexicon.names.count * digitCount)
    occurrences = Array(repeating: [], count: given.count)
    func start(_ name: Int32) -> Int { Int(name - lexicon.names.lowerBound) * digitCount }
    for sentence in sentences {
      switch sentence {
      case .given(let name, let digits) where isNeeded(name):
        for (place, digit) in digits.enumerated() { given[start(name) + place] = digit }
      case .link(let link) where isNeeded(link.child):
        for place in 0..<digitCount {
          let parent =
            start(link.parent) + link.operation.source(of: place, count: digitCount)
          let child = start(link.child) + place
          occurrences[parent].append(equations.count)
          occurrences[child].append(equations.count)
          equations.append(Equation(parent: parent, child: child, operation: link.operation))
        }
      case .given, .link, .unreadable: break
      }
    }
  }

  /// Whether any values of the names make all statements true.
  var hasSolution: Bool {
    var isVisited = [Bool](repeating: false, count: given.count)
    for start in given.indices where !isVisited[start] && !occurrences[start].isEmpty {
      let solutions = (0...9).compactMap { values(from: start, $0) }
      guard let solution = solutions.first else { return false }
      for place in solution.indices where solution[place] != nil { isVisited[place] = true }
    }
    return true
  }

  /// All that follows when one digit is `digit`; nil when a contradiction does.
  private func values(from start: Int, _ digit: Int) -> [Int?]? {
    var values = [Int?](repeating: nil, count: given.count)
    var pending: [(place: Int, digit: Int)] = [(start, digit)]
    while let (place, digit) = pending.popLast() {
      if let known = values[place] {
        if known != digit { return nil }
        continue
      }
      if let stated = given[place], stated != digit { return nil }
      values[place] = digit
      for equation in occurrences[place].map({ equations[$0] }) {
        if equation.parent == place {
          pending.append((equation.child, equation.operation.apply(digit)))
        }
        if equation.child == place {
          guard let source = (0...9).first(where: { equation.operation.apply($0) == digit })
          else { return nil }
          pending.append((equation.parent, source))
        }
      }
    }
    return values
  }
}
