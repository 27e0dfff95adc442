/// The structure of a question as plain text: counts that need no task, no classifier and no
/// language beyond English question words. docs/labels.md defines each.
///
/// Equal bytes give equal counts on every machine: nothing depends on a locale or a model.
public struct TextStructure: Sendable, Equatable {
  /// Unicode scalars.
  public private(set) var characters = 0
  public private(set) var words = 0
  public private(set) var sentences = 0
  /// Numbers in digits; `1,250.5` is one.
  public private(set) var numbers = 0
  /// Digits of the longest number.
  public private(set) var largestNumber = 0
  /// Signs of arithmetic and comparison, and their LaTeX commands.
  public private(set) var operators = 0
  /// Words that ask or demand, such as `how` and `find`.
  public private(set) var questionWords = 0
  /// Mean letters of a word that is no number; nil without such words.
  public private(set) var wordLength: Double?
  /// Different words over words, with all numbers as one; nil without words.
  public private(set) var wordVariety: Double?
  /// The words in lower case, with numbers as `#`: equal for questions that differ only in numbers,
  /// punctuation and case.
  public private(set) var skeleton: [String] = []

  static let askingWords: Set<String> = [
    "what", "which", "who", "whom", "whose", "when", "where", "why", "how", "find", "determine",
    "calculate", "compute", "evaluate", "solve", "prove", "show", "simplify", "count", "list",
  ]

  static let operatorCommands: Set<String> = [
    "frac", "dfrac", "tfrac", "times", "cdot", "div", "sqrt", "sum", "prod", "int", "le", "leq",
    "ge", "geq", "ne", "neq", "pm", "mod", "bmod", "pmod", "binom",
  ]

  public init(_ text: String) {
    var scanner = TextScanner(text)
    var letters = 0
    var isOpen = false
    characters = scanner.count
    while let token = scanner.next() {
      switch token {
      case .number(let digits):
        numbers += 1
        largestNumber = max(largestNumber, digits)
        skeleton.append("#")
        isOpen = true
      case .word(let word, let count):
        letters += count
        if Self.askingWords.contains(word) { questionWords += 1 }
        skeleton.append(word)
        isOpen = true
      case .command(let name):
        if Self.operatorCommands.contains(name) { operators += 1 }
      case .operatorSign:
        operators += 1
      case .endOfSentence:
        if isOpen { sentences += 1 }
        isOpen = false
      }
    }
    if isOpen { sentences += 1 }
    words = skeleton.count
    if words > numbers { wordLength = Double(letters) / Double(words - numbers) }
    // By bytes: strings in a set are equal by canonical equivalence.
    let different = Set(skeleton.map { TextArchive.hash([$0]) }).count
    if words > 0 { wordVariety = Double(different) / Double(words) }
  }

  /// Adds the counts to a question's features.
  public func fill(_ values: inout FeatureValues) {
    values[.characters] = Double(characters)
    values[.words] = Double(words)
    values[.sentences] = Double(sentences)
    values[.numbers] = Double(numbers)
    values[.largestNumber] = Double(largestNumber)
    values[.operatorSigns] = Double(operators)
    values[.questionWords] = Double(questionWords)
    values[.wordLength] = wordLength
    values[.wordVariety] = wordVariety
  }
}
