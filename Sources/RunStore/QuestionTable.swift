import GRDB

/// A question with its place and its dataset's reward: one row of tidy data.
public struct StoredQuestion: Sendable, Equatable, Identifiable {
  /// Where the question belongs. `run` and `seed` identify an independent run of the experiment, a
  /// cluster. `run` is nil in the store of a soar run.
  public struct Place: Sendable, Equatable {
    /// Numbers the clusters, pairs of run and seed, from 0 in row order.
    public var cluster: Int
    /// Name of the imported run; nil for a soar run.
    public var run: String?
    /// The seed in the run itself; the store's own number may differ.
    public var seed: Int
    public var teacher: String
    /// The arm's student; nil in an outer loop.
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

  /// The dataset's outcome, shared by all its rows.
  public struct Dataset: Sendable, Equatable {
    /// Numbers the datasets from 0 in row order.
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
  /// With the requested labels, contexts and samples, by classifier and version, version, and
  /// model.
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
  /// Newest labels of this classifier; nil picks the classifier with the most labels, an empty name
  /// none.
  public var classifier: String?
  /// Model whose sampled answers are read; nil reads none.
  public var sampledModel: String?
  /// Whether to read the texts of question, answer and document; otherwise they are empty.
  public var includesTexts: Bool
  /// Whether to read every label, context and sample, including older versions.
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
  /// Classifiers by number of labels, descending, then by name.
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

  /// Streams every question with its labels and its dataset's reward through `body`, ordered by
  /// run, seed, teacher, step, dataset, student and position. Reads stores of any format; fields
  /// that a format lacks are nil.
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

  /// Whether the questions are plain text of whose structure no label knows: imported ones, and those
  /// of text tasks without an exact classifier.
  public func isPlainText() throws -> Bool {
    let isImported = try isImported()
    return try read { database in
      let isText =
        try isImported
        || Bool.fetchOne(
          database, sql: "SELECT EXISTS (SELECT 1 FROM event WHERE kind = 'task')") ?? false
      guard isText else { return false }
      let isKnown = try Bool.fetchOne(
        database,
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM label WHERE structure IS NOT NULL OR operations IS NOT NULL)
          """)
      return isKnown != true
    }
  }

  /// Outer loops not rewarded by student gains, by name, with their reward schemes. A loop without
  /// a scheme name is one of the paper's, or imported.
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
