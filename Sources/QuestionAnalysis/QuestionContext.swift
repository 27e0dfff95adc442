public import Worlds

/// How a question relates to the hard set, the corpus, and the same teacher's earlier questions. A
/// label covers the question alone.
public struct QuestionContext: Sendable, Hashable, Codable {
  /// Version of these definitions; stored with each value.
  public static let version = 1

  /// See ``StructureProfile/distance(to:)``; nil without a hard set.
  public let hardDistance: Double?
  /// Occurrences in the sample ``QuestionArchive/corpus(of:)``.
  public let corpus: QuestionArchive.Occurrences
  /// Occurrences among the earlier questions of the same loop or arm.
  public let archive: QuestionArchive.Occurrences

  public init(
    hardDistance: Double?, corpus: QuestionArchive.Occurrences,
    archive: QuestionArchive.Occurrences
  ) {
    self.hardDistance = hardDistance
    self.corpus = corpus
    self.archive = archive
  }
}

/// Reads the questions of a run in order and returns the context of each.
public struct ContextReader: Sendable {
  private let world: EmbeddedWorld
  private let hardTrain: StructureProfile
  private let corpus: QuestionArchive
  private var archive = QuestionArchive()

  /// - Parameter hardTrain: profile of the hard set's train half; the test half stays sealed.
  public init(world: EmbeddedWorld, hardTrain: StructureProfile) {
    self.world = world
    self.hardTrain = hardTrain
    corpus = QuestionArchive.corpus(of: world)
  }

  /// Forgets the questions read so far: the next one is the first of another loop or arm.
  public mutating func beginLoop() { archive = QuestionArchive() }

  /// The context of the next question, which then joins the archive.
  ///
  /// - Parameters:
  ///   - diagnosis: of the question.
  ///   - structure: of the question.
  public mutating func next(
    _ question: [Int32], diagnosis: QuestionDiagnosis, structure: QuestionStructure
  ) -> QuestionContext {
    let fingerprint = QuestionFingerprint(question, diagnosis: diagnosis, world: world)
    let context = QuestionContext(
      hardDistance: hardTrain.distance(to: structure), corpus: corpus.occurrences(fingerprint),
      archive: archive.occurrences(fingerprint))
    archive.insert(fingerprint)
    return context
  }
}
