import Randomness
public import Worlds

/// Identifies a question by its text and by its structure.
public struct QuestionFingerprint: Sendable, Hashable {
  /// Hash of the tokens as written.
  public let text: UInt64
  /// Hash of the ``QuestionKey`` without values: ignores names, digits and the order of sentences.
  public let structure: UInt64

  /// - Parameter diagnosis: of the question.
  public init(_ question: [Int32], diagnosis: QuestionDiagnosis, world: EmbeddedWorld) {
    text = question.fingerprint
    structure =
      QuestionKey(question, diagnosis: diagnosis, world: world, includesValues: false).fingerprint
  }
}

/// Questions seen so far, as counts of fingerprints: measures how new another one is.
public struct QuestionArchive: Sendable {
  /// How often a question occurs in an archive; 0 means new.
  public struct Occurrences: Sendable, Hashable, Codable {
    public let texts: Int
    public let structures: Int

    public init(texts: Int, structures: Int) {
      self.texts = texts
      self.structures = structures
    }
  }

  private var texts: [UInt64: Int32] = [:]
  private var structures: [UInt64: Int32] = [:]
  public private(set) var count = 0

  public init() {}

  public mutating func insert(_ fingerprint: QuestionFingerprint) {
    texts[fingerprint.text, default: 0] += 1
    structures[fingerprint.structure, default: 0] += 1
    count += 1
  }

  public func occurrences(_ fingerprint: QuestionFingerprint) -> Occurrences {
    Occurrences(
      texts: Int(texts[fingerprint.text] ?? 0),
      structures: Int(structures[fingerprint.structure] ?? 0))
  }

  /// Documents in ``corpus(of:)``.
  public static let corpusDocuments = 20_000

  /// A fixed sample of the world's corpus, alternating textbook and web. It stands for a model's
  /// pretraining corpus, a larger sample of the same distribution: what does not occur here was
  /// rare there.
  public static func corpus(of world: EmbeddedWorld) -> QuestionArchive {
    var stream = RandomStream(
      seed: UInt64(clamping: world.configuration.seed), path: "analysis/corpus")
    var archive = QuestionArchive()
    for index in 0..<corpusDocuments {
      let document = world.sampleCorpusDocument(
        phase: index.isMultiple(of: 2) ? .textbook : .web, using: &stream)
      let question = Array(document.tokens[..<(document.solutionStart - 1)])
      archive.insert(
        QuestionFingerprint(
          question, diagnosis: world.parseQuestion(question), world: world))
    }
    return archive
  }
}
