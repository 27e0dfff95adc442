import Diagnostics
import QuestionAnalysis
import Randomness
import RunStore
public import Statistics

/// How much the questions of one source repeat themselves. The subsample size is the same for all
/// sources of a comparison, since every such measure depends on the number of questions.
public struct QuestionDiversity: Codable, Sendable, Equatable {
  /// The source's name; for example `SOAR`, `SOAR, promoted`, or an arm that samples its own.
  public var source: String
  /// Seeds over all runs; the measures are means over them.
  public var seeds: Int
  /// Total over all seeds.
  public var questions: Int
  /// Questions per subsample.
  public var size: Int
  /// Vendi score of order 1 over bags of words and pairs of words.
  public var vendi: Estimate
  /// The same over structure profiles, which ignore names and digits.
  public var structureVendi: Estimate
  /// The same over mean hidden states of the base model; nil if unknown.
  public var hiddenVendi: Estimate?
  public var distinct2: Estimate
  public var meanPairwiseDistance: Estimate
  /// Share of questions that are distinct as written.
  public var distinctShare: Estimate
  /// Over all questions; nil without labels.
  public var wellPosed: Double?

  static let replicates = 100

  static func of(_ runs: [ComparedRun]) throws -> [QuestionDiversity] {
    let sources = QuestionSource.of(runs)
    let smallest = sources.flatMap(\.sets).map(\.count).min() ?? 0
    return try sources.map { source in
      try Task.checkCancellation()
      return QuestionDiversity(source, size: min(128, smallest))
    }
  }

  private init(_ source: QuestionSource, size: Int) {
    // Vectors of one set share their features, so make them before drawing subsamples.
    let sets = source.sets.map { set in
      zip(
        zip(set, TextFeatures.ngramBags(set.map(\.tokens))),
        TextFeatures.structureProfiles(set.map(\.tokens), operations: source.operations)
      ).map { (question: $0.0.0, bag: $0.0.1, structure: $0.1) }
    }
    let hidden = source.sets.map { $0.compactMap(\.embedding) }
    let stream = RandomStream(seed: 0, path: "compare/questions/\(source.name)")
    func estimate(
      _ name: String,
      _ statistic: ([(question: AskedQuestion, bag: SparseVector, structure: SparseVector)]) ->
        Double
    ) -> Estimate {
      var random = stream.child(name)
      let interval = Subsampling.estimate(
        sets: sets, size: size, replicates: Self.replicates, random: &random, statistic: statistic)
      return interval
    }
    self.source = source.name
    seeds = sets.count
    questions = sets.reduce(0) { $0 + $1.count }
    self.size = size
    vendi = estimate("vendi") { VendiScore.score($0.map(\.bag)) }
    structureVendi = estimate("structure") { VendiScore.score($0.map(\.structure)) }
    if hidden.allSatisfy({ $0.count >= size && size > 0 }) {
      var random = stream.child("hidden")
      let interval = Subsampling.estimate(
        sets: hidden, size: size, replicates: Self.replicates, random: &random
      ) { VendiScore.score(embeddings: $0) }
      hiddenVendi = interval
    }
    distinct2 = estimate("distinct") {
      Diversity.distinctNgrams($0.map(\.question.tokens), size: 2)
    }
    meanPairwiseDistance = estimate("distance") { Diversity.meanPairwiseDistance($0.map(\.bag)) }
    distinctShare = estimate("share") { Diversity.distinctShare($0.map(\.question.exactTokens)) }
    let labels = source.sets.joined().compactMap(\.isWellPosed)
    wellPosed = labels.isEmpty ? nil : labels.map { $0 ? 1 : 0 }.mean
  }
}

/// A question, reduced to what diversity measures need.
struct AskedQuestion: Sendable, Equatable {
  var seed: Int
  var step: Int?
  var tokens: [String]
  var isWellPosed: Bool?
  var structure: String?
  /// Share of its operations that hard problems need, 0 to 1.
  var targetShare: Double?
  /// Mean hidden state of the base model, or a server's embedding; nil if unknown.
  var embedding: [Double]?

  /// Whether nothing differs, with texts by their bytes.
  static func == (one: Self, other: Self) -> Bool {
    (one.seed, one.step, one.isWellPosed, one.targetShare)
      == (other.seed, other.step, other.isWellPosed, other.targetShare)
      && one.structure?.exact == other.structure?.exact && one.embedding == other.embedding
      && one.exactTokens == other.exactTokens
  }

  /// The tokens as keys.
  var exactTokens: [ExactText] { tokens.map(\.exact) }

  init(
    _ stored: StoredQuestion, classifier: String, isPlainText: Bool = false,
    embeddings: [String: [Double]] = [:]
  ) {
    let label = stored.question.labels.first { $0.classifier == classifier }
    seed = stored.seed
    step = stored.step
    tokens = stored.question.question.split(whereSeparator: \.isWhitespace).map(String.init)
    isWellPosed = label?.isWellPosed
    structure =
      isPlainText
      ? TextStructure(stored.question.question).skeleton.joined(separator: " ")
      : label?.structure
    targetShare = label?.targetShare
    embedding = embeddings[stored.question.question]
  }
}

/// The questions of one teacher, or of one arm that samples its own; one set per seed and run.
struct QuestionSource: Sendable {
  var name: String
  var operations: Set<String>
  var sets: [[AskedQuestion]]

  /// In order of occurrence: outer loops, their promoted questions, then arms.
  static func of(_ runs: [ComparedRun]) -> [QuestionSource] {
    let loops = outerLoops(runs)
    let promoted = named(runs, { "\($0.teacher), promoted" }, where: \.isPromoted)
    return loops + promoted + named(runs, \.teacher) { $0.step == nil }
  }

  /// The outer loops alone.
  static func outerLoops(_ runs: [ComparedRun]) -> [QuestionSource] {
    named(runs, \.teacher) { $0.step != nil && !$0.question.isRepeated }
  }

  private static func named(
    _ runs: [ComparedRun], _ name: (StoredQuestion) -> String,
    where isWanted: (StoredQuestion) -> Bool
  ) -> [QuestionSource] {
    var sources: [QuestionSource] = []
    for run in runs {
      let wanted = run.questions.filter(isWanted)
      for seed in Set(wanted.map(\.seed)).sorted() {
        let ofSeed = wanted.filter { $0.seed == seed }
        let names = ofSeed.map(name).reduce(into: [String]()) {
          if $0.last != $1 && !$0.contains($1) { $0.append($1) }
        }
        for source in names {
          let set = ofSeed.filter { name($0) == source }.map {
            AskedQuestion(
              $0, classifier: run.classifier, isPlainText: run.isPlainText,
              embeddings: run.embeddings)
          }
          if let index = sources.firstIndex(where: { $0.name == source }) {
            // As with arms, count a set that two runs hold bit for bit once.
            guard !sources[index].sets.contains(set) else { continue }
            sources[index].sets.append(set)
            sources[index].operations.formUnion(run.operations)
          } else {
            sources.append(QuestionSource(name: source, operations: run.operations, sets: [set]))
          }
        }
      }
    }
    return sources
  }
}
