/// The statements about some of a question's names as equations, solved in both directions.
///
/// Every operation is a bijection that takes each digit of the result from one digit of the value.
/// The digits of all names therefore fall into groups in which one digit determines all others, and
/// a group has a solution if one of its ten digits leads to no contradiction.
struct StatementSystem {
  /// The digit at `child` is the operation applied to the digit at `parent`.
  private struct Equation {
    let parent: Int
    let child: Int
    let operation: DigitOperation
  }

  private var equations: [Equation] = []
  private var given: [Int?]
  /// The equations that contain each digit: [names * D].
  private var occurrences: [[Int]]

  /// - Parameter isNeeded: whether to include the statements about a name.
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

  /// Whether some values of the names make all statements true.
  var hasSolution: Bool {
    var isVisited = [Bool](repeating: false, count: given.count)
    for start in given.indices where !isVisited[start] && !occurrences[start].isEmpty {
      let solutions = (0...9).compactMap { values(from: start, $0) }
      guard let solution = solutions.first else { return false }
      for place in solution.indices where solution[place] != nil { isVisited[place] = true }
    }
    return true
  }

  /// All digits that follow from `digit` at `start`, [names * D]; nil on a contradiction.
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
