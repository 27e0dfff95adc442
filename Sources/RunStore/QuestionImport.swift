import Diagnostics
import GRDB

/// The imported run and seed behind one of the store's own seeds.
struct ImportedSeed: StoredRecord {
  /// The store's number.
  var seed: Int
  var run: String
  /// The seed in the imported run.
  var runSeed: Int

  static let layout = RecordLayout(
    "imported_seed", key: "seed", blank: ImportedSeed(seed: 0, run: "", runSeed: 0),
    [
      StoredColumn("seed", \.seed),
      StoredColumn("run", \.run),
      StoredColumn("run_seed", \.runSeed),
    ])
}

/// Why a question conflicts with those imported before it.
public enum ImportConflict: Error, Sendable, Equatable {
  /// The dataset's first question, on line `line`, gave another value (`first`) for this key.
  case dataset(key: String, first: String, line: Int)
  /// The position is taken.
  case position(Int)
  /// Two of the question's labels, contexts or samples share a classifier and version, a version,
  /// or a model.
  case repeated(key: String)
  /// The name looks like another, first given on line `line`, and has other bytes.
  case lookalike(key: String, name: String, first: String, line: Int)
}

/// Writes imported questions into a store. Runs, steps and datasets are created as questions name
/// them, so a file is read once, in any order.
public struct QuestionImporter {
  private struct LoopKey: Hashable {
    var run: ExactText
    var seed: Int
    var teacher: ExactText

    init(_ imported: StoredQuestion, teacher: String) {
      run = (imported.place.run ?? "").exact
      seed = imported.seed
      self.teacher = teacher.exact
    }
  }

  private struct PlaceKey: Hashable {
    var loop: Int
    var step: Int
    var dataset: Int
  }

  private struct Known {
    var dataset: StoredQuestion.Dataset?
    var line: Int
    var nextPosition = 0
  }

  private let database: Database
  private var seeds: [LoopKey: Int] = [:]
  private var loops: [LoopKey: Int] = [:]
  private var steps: Set<PlaceKey> = []
  private var places: [PlaceKey: Known] = [:]
  private var names: [String: NameRegister] = [:]
  /// The spellings that were found unlike all others.
  private var checked: [String: Set<ExactText>] = [:]
  private var lines: [ExactText: Int] = [:]
  public private(set) var questions = 0

  init(_ database: Database) { self.database = database }

  public var runs: Int { seeds.count }
  public var datasets: Int { places.values.count { $0.dataset != nil } }

  /// Stores one question with its labels; a conflict leaves the store unchanged.
  ///
  /// - Parameters:
  ///   - imported: name and seed identify the independent runs of one file.
  ///   - isPlaced: false where the log gives no position in the dataset; the question then follows
  ///     the previous one.
  ///   - line: line in the file, for messages about later lines.
  /// - Throws: ``ImportConflict``, or the database's error.
  public mutating func add(
    _ imported: StoredQuestion, isPlaced: Bool = true, line: Int
  ) throws {
    try Self.checkRepetitions(imported.question)
    try checkNames(imported, line: line)
    let storedSeed = try seed(imported)
    let loopKey = LoopKey(imported, teacher: imported.teacher)
    let loop = loops[loopKey] ?? loops.count
    loops[loopKey] = loop
    let student = imported.dataset == nil ? imported.student ?? 0 : nil
    let key = PlaceKey(
      loop: loop, step: imported.place.step ?? -1 - (student ?? 0),
      dataset: imported.place.dataset ?? -1)
    var known = places[key] ?? Known(dataset: imported.dataset, line: line)
    if places[key] == nil {
      try addDataset(imported, seed: storedSeed, loop: loop)
    } else {
      try check(imported.dataset, known)
    }
    var question = imported.question
    if !isPlaced { question.position = known.nextPosition }
    do {
      try RunStore.insert(
        question, teacher: imported.teacher, seed: storedSeed, student: student,
        step: imported.place.step, dataset: imported.place.dataset, into: database)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw ImportConflict.position(question.position)
    }
    known.nextPosition = max(known.nextPosition, question.position + 1)
    places[key] = known
    questions += 1
  }

  private static func checkRepetitions(_ question: QuestionRecord) throws {
    func repeats<Record>(_ records: [Record], _ key: (Record) -> some Hashable) -> Bool {
      records.count > 1 && Set(records.map(key)).count < records.count
    }
    if repeats(question.labels, { "\($0.version) \($0.classifier)".exact }) {
      throw ImportConflict.repeated(key: "labels")
    }
    if repeats(question.contexts, \.version) { throw ImportConflict.repeated(key: "contexts") }
    if repeats(question.samples, \.model.exact) { throw ImportConflict.repeated(key: "samples") }
  }

  private mutating func checkNames(_ imported: StoredQuestion, line: Int) throws {
    try check("teacher", imported.teacher, line)
    for label in imported.question.labels { try check("classifier", label.classifier, line) }
    for sample in imported.question.samples { try check("model", sample.model, line) }
  }

  private mutating func check(_ key: String, _ name: String, _ line: Int) throws {
    guard checked[key, default: []].insert(name.exact).inserted else { return }
    if let first = names[key, default: NameRegister()].add(name) {
      throw ImportConflict.lookalike(
        key: key, name: name, first: first, line: lines[first.exact] ?? line)
    }
    if lines[name.exact] == nil { lines[name.exact] = line }
  }

  /// The store's own number for a run and seed.
  private mutating func seed(_ imported: StoredQuestion) throws -> Int {
    let key = LoopKey(imported, teacher: "")
    if let seed = seeds[key] { return seed }
    let seed = seeds.count
    seeds[key] = seed
    try database.insert(
      ImportedSeed(seed: seed, run: imported.place.run ?? "", runSeed: imported.seed))
    return seed
  }

  /// Values that the log omits are stored as NULL, or as 0 in columns that allow no NULL.
  private mutating func addDataset(_ imported: StoredQuestion, seed: Int, loop: Int) throws {
    guard let dataset = imported.dataset, let step = imported.place.step,
      let number = imported.place.dataset
    else { return }
    if steps.insert(PlaceKey(loop: loop, step: step, dataset: 0)).inserted {
      var outerStep = OuterStepRecord.layout.blank
      outerStep.teacher = imported.teacher
      outerStep.seed = seed
      outerStep.step = step
      try database.insert(outerStep)
    }
    let owner: [any DatabaseValueConvertible] = [imported.teacher, seed, step]
    try database.insert(
      DatasetRecord(
        index: number, reward: dataset.reward ?? .nan, advantage: .nan,
        isPromoted: dataset.isPromoted), of: owner)
    for (index, reward) in dataset.rewards.enumerated() {
      var training = StudentTrainingRecord.layout.blank
      training.repeatIndex = index
      training.reward = reward ?? .nan
      try database.insert(training, of: owner + [number])
    }
  }

  private func check(_ dataset: StoredQuestion.Dataset?, _ known: Known) throws {
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

  /// Fills in the values computed over all datasets of a step.
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
  /// Imports questions in one transaction: `body` adds them and returns whether to keep them.
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
