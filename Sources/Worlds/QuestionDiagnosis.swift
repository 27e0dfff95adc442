/// The exact meaning of a question.
///
/// Sentences count as true statements, and calculation runs forward only, from parents to children.
/// A question is well-posed if the statements determine the asked value and no name on the way gets
/// two different values. Faults elsewhere do not affect the answer: they are noted, and the
/// question stays well-posed.
public struct QuestionDiagnosis: Sendable, Hashable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case wellPosed
    /// A name that the answer depends on is never defined, although some value is given.
    case undefinedParent
    /// The asked name is never defined.
    case undefinedAsked
    /// No value is given at all, so that the chain has no start.
    case missingGiven
    /// Two definitions of a name that the answer depends on give it different values.
    case duplicateDefinition
    /// A name that the answer depends on is stated to have a value, and another value is stated
    /// or follows for it.
    case contradiction
    /// The names that the answer depends on are defined by each other.
    case cycle
    /// Nothing is asked: no question mark, or no name before it.
    case noQuestion
    /// The question does not fit the form: see ``QuestionDiagnosis/malformation``.
    case malformed
  }

  /// How a question is malformed.
  public enum Malformation: String, Sendable, Codable, CaseIterable {
    /// The first token is not `Q`.
    case noOpeningMark
    /// Tokens follow the question mark.
    case goesOnAfterQuestionMark
    /// The question asks for more than one name.
    case unclearAsked
    /// A sentence that is neither "name has digits" nor "name operation name" mentions a name that
    /// the answer depends on.
    case unreadableSentence
  }

  /// A remark that leaves the question well-posed.
  public enum Note: String, Sendable, Codable, CaseIterable {
    /// A sentence occurs more than once.
    case repeatedSentence
    /// A name has a second definition that gives the same value.
    case agreeingDefinition
    /// A name that the answer depends on has a second definition that leads nowhere.
    case idleDefinition
    /// Two statements contradict each other on a name that the answer does not depend on.
    case conflictElsewhere
    /// A name that the answer does not depend on has no value.
    case undefinedElsewhere
    /// An unreadable sentence that mentions none of the names that the answer depends on.
    case unreadableElsewhere
  }

  /// A sentence of the question.
  public enum Sentence: Sendable, Hashable {
    /// "name has digits", with D digits.
    case given(name: Int32, digits: [Int])
    /// "parent operation child".
    case link(Problem.Link)
    /// Anything else between two full stops: its range in the question.
    case unreadable(Range<Int>)
  }

  /// The calculation of a well-posed question's answer.
  public struct Derivation: Sendable, Hashable {
    /// The name whose given value the chain starts from.
    public let root: Int32
    /// The definitions needed, in the order of calculation; empty if the asked value is itself
    /// given.
    public let links: [Problem.Link]
    /// The values along the chain, [links + 1][D]; the last is the answer.
    public let values: [[Int]]
    /// For each link, the index of its sentence in ``QuestionDiagnosis/sentences``.
    public let sentences: [Int]

    /// The value asked for: D digits in 0...9.
    public var answer: [Int] { values[values.count - 1] }
  }

  public let kind: Kind
  /// How the question is malformed, if `kind` is malformed.
  public let malformation: Malformation?
  /// The name that the defect concerns, where there is one.
  public let name: Int32?
  /// The sentences as written, read as far as they can be, even when the question is ill-posed.
  public let sentences: [Sentence]
  /// The name asked for, where there is one.
  public let asked: Int32?
  /// The way to the answer; nil unless the question is well-posed.
  public let derivation: Derivation?
  /// In the order of ``Note``'s cases, each at most once; empty unless well-posed.
  public let notes: [Note]
  /// Whether a name that the answer depends on has two definitions, and if so whether the second
  /// one changes the answer. A rival definition that agrees, or leads nowhere, does not.
  public let duplicateChangesAnswer: Bool?
  /// For a cycle, whether some values of the names make all statements on the way true. If so,
  /// nothing says which are meant; if not, the question has no solution. Nil for all other kinds.
  public let cycleHasSolution: Bool?

  public var isWellPosed: Bool { kind == .wellPosed }

  /// The readable definitions, in the order in which they are written.
  public var links: [Problem.Link] {
    sentences.compactMap { sentence in
      if case .link(let link) = sentence { link } else { nil }
    }
  }

  /// Sentences that the answer does not need; all of them when the question is ill-posed.
  public var distractorCount: Int {
    sentences.count - (derivation.map { $0.links.count + 1 } ?? 0)
  }
}
