import GRDB

/// A question with its place and its dataset's reward: a row of tidy data.
public struct StoredQuestion: Sendable, Equatable, Identifiable {
  /// Where the question stands. `run` and `seed` are an independent run of the experiment:
  /// a cluster. In the store of a run of soar `run` is nil.
  public struct Place: Sendable, Equatable {
    /// Counts the clusters, pairs of run and seed, from 0 in the order of rows.
    public var cluster: Int
    /// Name of the imported run; nil in a run of soar's own.
    public var run: String?
    /// As the run had it; the store's own number may be another one.
    public var seed: Int
    public var teacher: String
    /// Of an arm; nil in an outer loop.
    public var student: Int?
    /// Nil, like `dataset`, outside an outer loop.
    public var step: Int?
    public var dataset: Int?

    public init(
      cluster: Int = 0, run: String? = nil, seed: Int, teacher: String, student: Int? = nil,
      step: Int? = nil, dataset: Int? = nil
    ) {
      self.cluster = cluster
      self.run = run
      self.seed = seed
      self.teacher = teacher
      self.student = student
      self.step = step
      self.dataset = dataset
    }
  }

  /// What became of the dataset; the rows of one dataset share it.
  public struct Dataset: Sendable, Equatable {
    /// Counts the datasets from 0 in the order of rows.
    public var index: Int
    /// R_k; nil where it is not a number.
    public var reward: Double?
    /// R_kj of each repeat; empty where only the mean is known.
    public var rewards: [Double?]
    public var isPromoted: Bool

    public init(index: Int = 0, reward: Double?, rewards: [Double?], isPromoted: Bool) {
      self.index = index
      self.reward = reward
      self.rewards = rewards
      self.isPromoted = isPromoted
    }
  }

  public var id: Int64
  public var place: Place
  /// Nil outside an outer loop.
  public var dataset: Dataset?
  /// With the labels, contexts and samples that were asked for, by classifier and version, version,
  /// and model.
  public var question: QuestionRecord

  public init(id: Int64 = 0, place: Place, dataset: Dataset? = nil, question: QuestionRecord) {
    self.id = id
    self.place = place
    self.dataset = dataset
    self.question = question
  }

  public var teacher: String { place.teacher }
  public var seed: Int { place.seed }
  public var student: Int? { place.student }
  public var step: Int? { place.step }
  public var isPromoted: Bool { dataset?.isPromoted ?? false }
  public var label: LabelRecord? { question.labels.last }
  public var context: QuestionContextRecord? { question.contexts.last }
}

/// Which facts a pass over the questions reads.
public struct QuestionSelection: Sendable {
  /// Labels of this classifier, the newest of each question; nil takes the classifier with most
  /// labels, and an empty name none.
  public var classifier: String?
  /// Whose sampled answers; nil takes none.
  public var sampledModel: String?
  /// Whether the texts of question, answer and document are read; they are empty else.
  public var includesTexts: Bool
  /// Every label, context and sample, older versions too.
  public var includesHistory: Bool

  public init(
    classifier: String? = nil, sampledModel: String? = "base", includesTexts: Bool = false,
    includesHistory: Bool = false
  ) {
    self.classifier = classifier
    self.sampledModel = sampledModel
    self.includesTexts = includesTexts
    self.includesHistory = includesHistory
  }
}

extension RunStore {
  /// Classifiers by the number of their labels, most first, then by name.
  public func classifiers() throws -> [(name: String, labels: Int)] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT classifier, count(*) AS labels FROM label
          GROUP BY classifier ORDER BY labels DESC, classifier
          """
      ).map { ($0["classifier"], $0["labels"]) }
    }
  }

  /// Streams every question with its labels and its dataset's reward through `body`, one at a time,
  /// in the order of run, seed, teacher, step, dataset, student and position. Stores of any format
  /// are read; what a format lacks is nil.
  public func forEachQuestion(
    _ selection: QuestionSelection = QuestionSelection(),
    _ body: (StoredQuestion) throws -> Void
  ) throws {
    var selection = selection
    if selection.classifier == nil { selection.classifier = try classifiers().first?.name ?? "" }
    try read { database in
      try QuestionReader(database, selection).forEach(body)
    }
  }

  /// Whether the questions come from another implementation's log.
  public func isImported() throws -> Bool {
    try read { database in
      guard try database.formatVersion() >= 4 else { return false }
      return try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM imported_seed)")
        ?? false
    }
  }

  /// Outer loops whose datasets are rewarded by something else than what students gain, by name, with
  /// their reward schemes. A loop without a scheme's name is one of the paper's, or an imported one.
  public func otherRewards() throws -> [(teacher: String, scheme: String)] {
    try read { database in
      guard try database.formatVersion() >= 2 else { return [] }
      return try Row.fetchAll(
        database,
        sql: """
          SELECT DISTINCT teacher, scheme FROM outer_step
          WHERE scheme IS NOT NULL AND scheme <> 'grounded' ORDER BY teacher, scheme
          """
      ).map { ($0["teacher"], $0["scheme"]) }
    }
  }
}
