/// Reads expressions, alone or in words such as `What is 14 + 25?`.
enum ExpressionReader {
  /// What may stand before an expression, without case; longest first.
  private static let openings = [
    "what is the value of", "what is the result of", "calculate the value of", "what is", "what's",
    "what does", "how much is", "calculate", "compute", "evaluate", "work out", "find", "solve",
  ]
  private static let closings = ["equals", "equal"]
  static let maximumTokens = 200
  private static let maximumDepth = 50

  /// Nil if the text is not an expression, right or wrong.
  static func read(_ question: String) -> ArithmeticReading? {
    let (text, isWrapped) = unwrapped(question)
    guard let tokens = tokens(of: text).map(timesAsSign), tokens.count <= maximumTokens else {
      return nil
    }
    guard !tokens.isEmpty else { return isWrapped ? .illPosed(.incomplete, "") : nil }
    let structure = tokens.map(\.structure).joined(separator: " ")
      .replacing("( ", with: "(").replacing(" )", with: ")")
    let parts = tokens.split(separator: .separator, omittingEmptySubsequences: false)
    guard parts.count == 1 else {
      let isEach = parts.allSatisfy { (try? parsed(Array($0))) != nil }
      return .illPosed(isEach ? .severalQuestions : .incomplete, structure)
    }
    do throws(ArithmeticPosedness) {
      let expression = try parsed(tokens)
      if expression.operations.isEmpty { return .illPosed(.noOperation, structure) }
      return ArithmeticReading(
        posedness: .wellPosed, expression: expression, structure: structure)
    } catch {
      return error == .impossible ? nil : .illPosed(error, structure)
    }
  }

  /// The text without the words around an expression, and whether there were any.
  private static func unwrapped(_ question: String) -> (String, Bool) {
    var text = question.trimmed
    var isWrapped = false
    func drop(last count: Int) {
      text = String(text.dropLast(count)).trimmed
      isWrapped = true
    }
    while let last = text.unicodeScalars.last, "?.=:!".unicodeScalars.contains(last), text.count > 0
    {
      drop(last: 1)
    }
    let lower = text.lowercased()
    if let opening = openings.first(where: { opens(lower, with: $0) }) {
      text = String(text.dropFirst(opening.count)).trimmed
      if text.hasPrefix(":") { text = String(text.dropFirst()).trimmed }
      isWrapped = true
    }
    if let closing = closings.first(where: { text.lowercased().hasSuffix(" " + $0) }) {
      drop(last: closing.count)
    }
    return (text, isWrapped)
  }

  private static func opens(_ text: String, with opening: String) -> Bool {
    guard text.hasPrefix(opening) else { return false }
    return text.dropFirst(opening.count).first.map { !$0.isLetter } ?? true
  }

  // MARK: - Tokens

  enum Token: Hashable {
    /// With the digits as written, leading zeros too.
    case number(BigInteger, digits: Int)
    case operation(Operator)
    /// A letter. `x` between numbers multiplies.
    case symbol(String)
    case open, close
    case separator

    var structure: String {
      switch self {
      case .number(_, let digits): ArithmeticReading.size(digits)
      case .operation(let operation): operation.rawValue
      case .symbol(let name): name
      case .open: "("
      case .close: ")"
      case .separator: ","
      }
    }

    var startsOperand: Bool {
      switch self {
      case .number, .open, .symbol, .operation(.subtract): true
      default: false
      }
    }
  }

  private static let operations: [Unicode.Scalar: Operator] = [
    "+": .add, "-": .subtract, "\u{2212}": .subtract, "\u{2013}": .subtract, "*": .multiply,
    "\u{D7}": .multiply, "\u{B7}": .multiply, "\u{22C5}": .multiply, "/": .divide,
    "\u{F7}": .divide,
  ]

  /// Nil if something is in another language.
  private static func tokens(of text: String) -> [Token]? {
    let scalars = Array(text.unicodeScalars)
    var tokens: [Token] = []
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      let next = place + 1 < scalars.count ? scalars[place + 1] : " "
      if scalar.properties.isWhitespace {
        place += 1
      } else if isDigit(scalar) {
        guard let (token, end) = number(scalars, from: place) else { return nil }
        tokens.append(token)
        place = end
      } else if let operation = operations[scalar] {
        // Powers and comments are of other languages.
        guard !(operation.isProduct && next == scalar) else { return nil }
        tokens.append(.operation(operation))
        place += 1
      } else if scalar.properties.isAlphabetic {
        let word = scalars[place...].prefix { $0.properties.isAlphabetic }
        let name = String(String.UnicodeScalarView(word))
        if name.lowercased() == "and" {
          tokens.append(.separator)
        } else if word.count == 1 {
          tokens.append(.symbol(name))
        } else {
          return nil
        }
        place += word.count
      } else {
        switch scalar {
        case "(": tokens.append(.open)
        case ")": tokens.append(.close)
        case ",", ";", "?": tokens.append(.separator)
        default: return nil
        }
        place += 1
      }
    }
    return tokens
  }

  /// Digits, with commas between groups of three. Nil for decimals.
  private static func number(_ scalars: [Unicode.Scalar], from start: Int) -> (Token, Int)? {
    func run(_ start: Int) -> ArraySlice<Unicode.Scalar> {
      scalars[start...].prefix(while: isDigit)
    }
    var digits = Array(run(start))
    var end = start + digits.count
    if digits.count <= 3, digits[0] != "0" {
      while end < scalars.count, scalars[end] == "," {
        let group = run(end + 1)
        guard group.count == 3 else { break }
        digits += group
        end += 4
      }
    }
    if end + 1 < scalars.count, scalars[end] == ".", isDigit(scalars[end + 1]) { return nil }
    let value = BigNatural(digits: digits.map { UInt8($0.value - 0x30) })
    return (.number(BigInteger(value), digits: digits.count), end)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// With `x` as the sign of multiplication where it is one.
  private static func timesAsSign(_ tokens: [Token]) -> [Token] {
    tokens.enumerated().map { index, token in
      guard token == .symbol("x") || token == .symbol("X"), index > 0, index + 1 < tokens.count
      else { return token }
      let (before, after) = (tokens[index - 1], tokens[index + 1])
      let isAfterOperand = if case .number = before { true } else { before == .close }
      return isAfterOperand && after.startsOperand ? .operation(.multiply) : token
    }
  }

  // MARK: - Parser

  /// Throws `.impossible` for what is nested too deeply to be read.
  private static func parsed(_ tokens: [Token]) throws(ArithmeticPosedness) -> Expression {
    var depth = 0
    for token in tokens {
      if token == .open { depth += 1 }
      if token == .close { depth -= 1 }
      if depth < 0 { throw .unbalanced }
    }
    guard depth == 0 else { throw .unbalanced }
    var parser = Parser(tokens: tokens)
    let expression = try parser.sum(depth: 0)
    switch parser.current {
    case nil: return expression
    case .symbol: throw .undefinedSymbol
    default: throw .missingOperator
    }
  }

  private struct Parser {
    let tokens: [Token]
    var place = 0

    var current: Token? { place < tokens.count ? tokens[place] : nil }

    mutating func sum(depth: Int) throws(ArithmeticPosedness) -> Expression {
      var result = try product(depth: depth)
      while case .operation(let operation) = current, !operation.isProduct {
        place += 1
        result = .binary(operation, result, try product(depth: depth))
      }
      return result
    }

    private mutating func product(depth: Int) throws(ArithmeticPosedness) -> Expression {
      var result = try factor(depth: depth)
      while let operation = productOperator {
        place += 1
        result = .binary(operation, result, try factor(depth: depth))
      }
      return result
    }

    private var productOperator: Operator? {
      if case .operation(let operation) = current, operation.isProduct { operation } else { nil }
    }

    private mutating func factor(depth: Int) throws(ArithmeticPosedness) -> Expression {
      guard depth < maximumDepth else { throw .impossible }
      defer { place += 1 }
      switch current {
      case .number(let number, _): return .number(number)
      case .symbol: throw .undefinedSymbol
      case .operation(.subtract):
        place += 1
        defer { place -= 1 }
        return .negated(try factor(depth: depth + 1))
      case .open:
        place += 1
        let inner = try sum(depth: depth + 1)
        switch current {
        case .close: return inner
        case .symbol: throw .undefinedSymbol
        default: throw .missingOperator
        }
      default: throw .incomplete
      }
    }
  }
}
