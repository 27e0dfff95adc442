import Randomness

/// Sentences of the stories, for writing and for reading. Slots: `N` is a name, `C` a container, `T`
/// things, `#` a number.
enum Story {
  enum Role: Sendable {
    case start, ask
    case step(Operator)
  }

  enum Frame: Sendable, CaseIterable { case person, container }

  struct Sentence: Sendable {
    let role: Role
    let words: [String]

    init(_ role: Role, _ text: String) {
      self.role = role
      words = text.split(separator: " ").map(String.init)
    }
  }

  static let sentences: [Frame: [Sentence]] = [
    .person: [
      Sentence(.start, "N has # T"), Sentence(.start, "At first N has # T"),
      Sentence(.step(.add), "N buys # more"), Sentence(.step(.add), "N finds # more"),
      Sentence(.step(.add), "Then N gets # more"),
      Sentence(.step(.subtract), "N gives away #"), Sentence(.step(.subtract), "N loses #"),
      Sentence(.step(.subtract), "Then N sells #"),
      Sentence(.step(.multiply), "Then N has # times as many"),
      Sentence(.ask, "How many T does N have now"),
      Sentence(.ask, "How many T does N have in the end"),
    ],
    .container: [
      Sentence(.start, "A C holds # T"), Sentence(.start, "There are # T in the C"),
      Sentence(.step(.add), "# more are put into the C"),
      Sentence(.step(.add), "Then # more fall into the C"),
      Sentence(.step(.subtract), "# are taken out of the C"),
      Sentence(.step(.subtract), "Then # fall out of the C"),
      Sentence(.step(.multiply), "Then the C is filled to # times as many"),
      Sentence(.ask, "How many T are in the C now"),
      Sentence(.ask, "How many T are in the C in the end"),
    ],
  ]

  private static let names = ["Mia", "Tom", "Ana", "Ben", "Lea", "Sam", "Eva", "Max"]
  private static let containers = ["box", "bag", "jar", "basket", "drawer"]
  static let things = ["apples", "coins", "books", "marbles", "cards", "stamps", "shells", "pens"]

  /// A number that is not said.
  static let some = "some"

  /// Parts of one story, to be written whole or with a defect.
  struct Draft {
    /// Start, steps and question, in this order.
    var sentences: [[String]]
    var asksFirst: Bool

    var text: String {
      var parts = sentences.map { $0.joined(separator: " ") + ($0.first == "How" ? "?" : ".") }
      if asksFirst, let question = parts.popLast() { parts.insert(question, at: 0) }
      return parts.joined(separator: " ")
    }
  }

  /// - Precondition: one more term than operations.
  static func draft(
    _ terms: [Int], _ operations: [Operator], using stream: inout RandomStream
  ) -> Draft {
    let frame = stream.element(of: Frame.allCases)
    let owner = stream.element(of: frame == .person ? names : containers)
    let thing = stream.element(of: things)
    func sentence(_ number: Int?, where isRole: (Role) -> Bool) -> [String] {
      let options = (sentences[frame] ?? []).filter { isRole($0.role) }
      return stream.element(of: options).words.map { word in
        switch word {
        case "N", "C": owner
        case "T": thing
        case "#": number.map(String.init) ?? some
        default: word
        }
      }
    }
    var parts = [sentence(terms[0]) { if case .start = $0 { true } else { false } }]
    for (operation, term) in zip(operations, terms.dropFirst()) {
      parts.append(
        sentence(term) { if case .step(let other) = $0 { other == operation } else { false } })
    }
    parts.append(sentence(nil) { if case .ask = $0 { true } else { false } })
    return Draft(sentences: parts, asksFirst: stream.bernoulli(0.25))
  }
}
