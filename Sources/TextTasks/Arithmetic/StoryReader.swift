/// Reads stories of the sentences in ``Story``, with any names, things and numbers.
struct StoryReader {
  private struct Statement {
    var role: Story.Role
    var owner: String
    var thing: String?
    /// Nil where the number is not said.
    var number: BigInteger?
    var digits: Int
  }

  /// Nil if a sentence is not of a story.
  static func read(_ question: String) -> ArithmeticReading? {
    var statements: [Statement] = []
    for sentence in sentences(of: question) {
      guard let statement = statement(sentence) else { return nil }
      statements.append(statement)
    }
    guard !statements.isEmpty else { return nil }
    let structure = structure(of: statements)
    do throws(ArithmeticPosedness) {
      return ArithmeticReading(
        posedness: .wellPosed, expression: try expression(statements), structure: structure)
    } catch {
      return .illPosed(error, structure)
    }
  }

  /// The words of each sentence.
  private static func sentences(of text: String) -> [[String]] {
    var sentences: [[String]] = []
    var words: [String] = []
    for part in text.split(whereSeparator: \.isWhitespace) {
      let isLast = part.last.map { ".?!".contains($0) } ?? false
      words.append(String(isLast ? part.dropLast() : part))
      if isLast {
        sentences.append(words)
        words = []
      }
    }
    return words.isEmpty ? sentences : sentences + [words]
  }

  private static func statement(_ words: [String]) -> Statement? {
    for frame in Story.Frame.allCases {
      for sentence in Story.sentences[frame] ?? [] {
        if let statement = match(words, sentence) { return statement }
      }
    }
    return nil
  }

  private static func match(_ words: [String], _ sentence: Story.Sentence) -> Statement? {
    guard words.count == sentence.words.count else { return nil }
    var statement = Statement(role: sentence.role, owner: "", digits: 0)
    for (word, slot) in zip(words, sentence.words) {
      switch slot {
      case "N":
        guard isName(word, capital: true) else { return nil }
        statement.owner = word
      case "C":
        guard isName(word, capital: false) else { return nil }
        statement.owner = "the " + word
      case "T":
        guard isName(word, capital: false) else { return nil }
        statement.thing = word
      case "#":
        guard word != Story.some else { continue }
        guard let digits = NumberReader.integer(word), !digits.hasPrefix("-"), word.first != "+"
        else { return nil }
        statement.number = BigInteger(BigNatural(digits: digits.utf8.map { $0 - 0x30 }))
        statement.digits = digits.utf8.count
      default:
        guard word.utf8.elementsEqual(slot.utf8) else { return nil }
      }
    }
    return statement
  }

  private static func isName(_ word: String, capital: Bool) -> Bool {
    let letters = Array(word.utf8)
    guard let first = letters.first else { return false }
    let small = UInt8(ascii: "a")...UInt8(ascii: "z")
    let isFirst =
      capital ? (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) : small.contains(first)
    return isFirst && letters.dropFirst().allSatisfy(small.contains)
  }

  /// The calculation that answers the one question of a story, step by step.
  private static func expression(
    _ statements: [Statement]
  ) throws(ArithmeticPosedness) -> Expression {
    let asked = statements.filter { if case .ask = $0.role { true } else { false } }
    guard let question = asked.first else { throw .noQuestion }
    guard asked.count == 1 else { throw .severalQuestions }
    let told = statements.filter { $0.owner == question.owner }.filter {
      if case .ask = $0.role { false } else { true }
    }
    guard !told.isEmpty else { throw .undefinedSymbol }
    var current: Expression?
    for statement in told {
      guard let number = statement.number else { throw .incomplete }
      switch statement.role {
      case .ask: continue
      case .start:
        guard current == nil else { throw .contradiction }
        guard statement.thing == question.thing else { throw .undefinedSymbol }
        current = .number(number)
      case .step(let operation):
        guard let before = current else { throw .incomplete }
        let after = Expression.binary(operation, before, .number(number))
        if let value = try? after.value(), value.numerator.isNegative { throw .impossible }
        current = after
      }
    }
    guard let current else { throw .incomplete }
    guard !current.operations.isEmpty else { throw .noOperation }
    return current
  }

  private static func structure(of statements: [Statement]) -> String {
    let parts = statements.compactMap { statement -> String? in
      let size = statement.number == nil ? "?" : ArithmeticReading.size(statement.digits)
      return switch statement.role {
      case .start: size
      case .step(let operation): "\(operation.rawValue) \(size)"
      case .ask: nil
      }
    }
    return "story: " + parts.joined(separator: " ")
  }
}
