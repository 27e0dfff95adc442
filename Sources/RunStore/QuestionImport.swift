import GRDB

/// One question of another implementation's log, with what the log says of its dataset.
public struct ImportedQuestion: Sendable {
  /// Independent runs of one file are told apart by name and seed.
  public var run: String
  public var seed: Int
  public var teacher: String
  /// The place in an outer loop; nil for questions outside of one, which have no reward.
  public var dataset: Dataset?
  /// Of an arm; read outside an outer loop only.
  public var student: Int
  /// Nil counts on from the question before it in the dataset.
  public var position: Int?
  /// With the labels; its position is not looked at.
  public var question: QuestionRecord
  public var contexts: [QuestionContextRecord]
  public var samples: [AnswerSampleRecord]

  public struct Dataset: Sendable, Equatable {
    public var step: Int
    public var dataset: Int
    /// R_k; nil for one that was not a number.
    public var reward: Double?
    /// R_kj; empty where only the mean is known.
    public var rewards: [Double?]
    public var isPromoted: Bool

    public init(step: Int, dataset: Int, reward: Double?, rewards: [Double?], isPromoted: Bool) {
      self.step = step
      self.dataset = dataset
      self.reward = reward
      self.rewards = rewards
      self.isPromoted = isPromoted
    }
  }

  public init(
    run: String, seed: Int, teacher: String, dataset: Dataset?, student: Int = 0,
    position: Int? = nil, question: QuestionRecord, contexts: [QuestionContextRecord] = [],
    samples: [AnswerSampleRecord] = []
  ) {
    self.run = run
    self.seed = seed
    self.teacher = teacher
    self.dataset = dataset
    self.student = student
    self.position = position
    self.question = question
    self.contexts = contexts
    self.samples = samples
  }
}

/// Why a question cannot join those that were imported before it.
public enum ImportConflict: Error, Sendable, Equatable {
  /// The dataset had another value of this key, at its first question.
  case dataset(key: String, first: String, line: Int)
  /// The position is taken.
  case position(Int)
  /// Two of the question's labels, contexts or samples are of the same classifier, version or model.
  case repeated(key: String)
}

/// Writes imported questions into a store. Rows of runs, steps and datasets are made as questions
/// name them, so that a file is read once, whatever its order.
public struct QuestionImporter {
  /// Names as bytes: Swift's strings are equal under canonical equivalence, runs are not.
  private struct LoopKey: Hashable {
    var run: [UInt8]
    var seed: Int
    var teacher: [UInt8]

    init(_ imported: ImportedQuestion, teacher: String) {
      run = Array(imported.run.utf8)
      seed = imported.seed
      self.teacher = Array(teacher.utf8)
    }
  }

  private struct PlaceKey: Hashable {
    var loop: Int
    var step: Int
    var dataset: Int
  }

  private struct Known {
    var dataset: ImportedQuestion.Dataset?
    var line: Int
    var nextPosition = 0
  }

  private let database: Database
  private var seeds: [LoopKey: Int] = [:]
  private var loops: [LoopKey: Int] = [:]
  private var steps: Set<PlaceKey> = []
  private var places: [PlaceKey: Known] = [:]
  public private(set) var questions = 0

  init(_ database: Database) { self.database = database }

  public var runs: Int { seeds.count }
  public var datasets: Int { places.values.count { $0.dataset != nil } }

  /// Stores one question with its labels; a conflict leaves the store as it was.
  ///
  /// - Parameter line: of the file, for messages about later lines.
  /// - Throws: ``ImportConflict``, or what the database says.
  public mutating func add(_ imported: ImportedQuestion, line: Int) throws {
    try Self.checkRepetitions(imported)
    let storedSeed = try seed(imported)
    let loopKey = LoopKey(imported, teacher: imported.teacher)
    let loop = loops[loopKey] ?? loops.count
    loops[loopKey] = loop
    let key = PlaceKey(
      loop: loop, step: imported.dataset?.step ?? -1 - imported.student,
      dataset: imported.dataset?.dataset ?? -1)
    var known = places[key] ?? Known(dataset: imported.dataset, line: line)
    if places[key] == nil {
      if let dataset = imported.dataset {
        try add(dataset, teacher: imported.teacher, seed: storedSeed, loop: loop)
      }
    } else {
      try check(imported.dataset, known)
    }
    var question = imported.question
    question.position = imported.position ?? known.nextPosition
    do {
      try RunStore.insert(
        question, teacher: imported.teacher, seed: storedSeed,
        student: imported.dataset == nil ? imported.student : nil, step: imported.dataset?.step,
        dataset: imported.dataset?.dataset, into: database)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw ImportConflict.position(question.position)
    }
    // The id of the question: labels have none of their own.
    let id = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT max(id) FROM question"))
    if let id {
      for context in imported.contexts { try RunStore.insert(context, of: id, into: database) }
      for sample in imported.samples { try RunStore.insert(sample, of: id, into: database) }
    }
    known.nextPosition = max(known.nextPosition, question.position + 1)
    places[key] = known
    questions += 1
  }

  private static func checkRepetitions(_ imported: ImportedQuestion) throws {
    let labels = Set(imported.question.labels.map { "\($0.version) \($0.classifier)" })
    guard labels.count == imported.question.labels.count else {
      throw ImportConflict.repeated(key: "labels")
    }
    guard Set(imported.contexts.map(\.version)).count == imported.contexts.count else {
      throw ImportConflict.repeated(key: "contexts")
    }
    guard Set(imported.samples.map(\.model)).count == imported.samples.count else {
      throw ImportConflict.repeated(key: "samples")
    }
  }

  /// The store's own number of a run with its seed.
  private mutating func seed(_ imported: ImportedQuestion) throws -> Int {
    let key = LoopKey(imported, teacher: "")
    if let seed = seeds[key] { return seed }
    let seed = seeds.count
    seeds[key] = seed
    try database.insert(
      "imported_seed", ["seed": seed, "run": imported.run, "run_seed": imported.seed])
    return seed
  }

  private mutating func add(
    _ dataset: ImportedQuestion.Dataset, teacher: String, seed: Int, loop: Int
  ) throws {
    if steps.insert(PlaceKey(loop: loop, step: dataset.step, dataset: 0)).inserted {
      try database.insert(
        "outer_step",
        [
          "teacher": teacher, "seed": seed, "step": dataset.step, "is_promoted": false,
          "rejected": 0, "tokens_sampled": 0, "tokens_trained": 0,
        ])
    }
    try database.insert(
      "dataset",
      [
        "teacher": teacher, "seed": seed, "step": dataset.step, "dataset": dataset.dataset,
        "reward": dataset.reward, "is_promoted": dataset.isPromoted,
      ])
    for (index, reward) in dataset.rewards.enumerated() {
      try database.insert(
        "student_training",
        [
          "teacher": teacher, "seed": seed, "step": dataset.step, "dataset": dataset.dataset,
          "repeat": index, "reward": reward, "tokens_sampled": 0, "tokens_trained": 0,
        ])
    }
  }

  private func check(_ dataset: ImportedQuestion.Dataset?, _ known: Known) throws {
    guard let dataset, let first = known.dataset, dataset != first else { return }
    func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "null" }
    if dataset.reward != first.reward {
      throw ImportConflict.dataset(key: "reward", first: text(first.reward), line: known.line)
    }
    if dataset.rewards != first.rewards {
      throw ImportConflict.dataset(
        key: "rewards", first: "[\(first.rewards.map(text).joined(separator: ","))]",
        line: known.line)
    }
    throw ImportConflict.dataset(
      key: "promoted", first: "\(first.isPromoted)", line: known.line)
  }

  /// Fills in what follows from the datasets of a step together.
  func finish() throws {
    try database.execute(
      sql: """
        UPDATE outer_step SET
          mean_reward = (
            SELECT avg(reward) FROM dataset
            WHERE dataset.teacher = outer_step.teacher AND dataset.seed = outer_step.seed
              AND dataset.step = outer_step.step),
          (is_promoted, chosen_dataset) = (
            SELECT count(*) > 0, min(dataset) FROM dataset
            WHERE dataset.teacher = outer_step.teacher AND dataset.seed = outer_step.seed
              AND dataset.step = outer_step.step AND dataset.is_promoted)
        """)
    try database.execute(
      sql: """
        UPDATE dataset SET advantage = (
          SELECT dataset.reward - avg(other.reward) FROM dataset AS other
          WHERE other.teacher = dataset.teacher AND other.seed = dataset.seed
            AND other.step = dataset.step AND other.dataset <> dataset.dataset)
        """)
  }
}

extension RunStore {
  /// Imports questions in one transaction: `body` adds them, and says at its end whether they are
  /// to be kept.
  public func importQuestions(
    _ body: (inout QuestionImporter) throws -> Bool
  ) throws {
    struct NotKept: Error {}
    do {
      try write { database in
        var importer = QuestionImporter(database)
        guard try body(&importer) else { throw NotKept() }
        try importer.finish()
      }
    } catch is NotKept {}
  }
}
