import Diagnostics
import GRDB

/// One pass over a store's questions, loop by loop, so each query follows the index and nothing is
/// sorted or kept.
struct QuestionReader {
  /// A loop or arm with one seed, as stored and as shown.
  private struct Loop {
    var teacher: String
    var storedSeed: Int
    var run: String?
    var seed: Int
    var cluster = 0
  }

  private let database: Database
  private let selection: QuestionSelection
  private let version: Int
  private let query: QuestionQuery

  init(_ database: Database, _ selection: QuestionSelection) throws {
    self.database = database
    self.selection = selection
    version = try database.formatVersion()
    query = try QuestionQuery(selection, version: version, database)
  }

  func forEach(_ body: (StoredQuestion) throws -> Void) throws {
    var datasets = 0
    for loop in try loops() { try forEach(in: loop, datasets: &datasets, body) }
  }

  /// The store's own numbers of the clusters.
  func clusterSeeds() throws -> [Int] { try loops().map(\.storedSeed).distinct }

  private func loops() throws -> [Loop] {
    var origins: [Int: ImportedSeed] = [:]
    if version >= 4 {
      for origin in try database.records(ImportedSeed.self) { origins[origin.seed] = origin }
    }
    var loops = try Row.fetchAll(database, sql: "SELECT DISTINCT teacher, seed FROM question").map {
      row in
      let seed: Int = row[1]
      return Loop(
        teacher: row[0], storedSeed: seed, run: origins[seed]?.run,
        seed: origins[seed]?.runSeed ?? seed)
    }
    loops.sort {
      // Compare bytes, not Unicode equivalence, so two different names never tie.
      let names = (Array(($0.run ?? "").utf8), Array(($1.run ?? "").utf8))
      if names.0 != names.1 { return names.0.lexicographicallyPrecedes(names.1) }
      if $0.seed != $1.seed { return $0.seed < $1.seed }
      return $0.teacher.utf8.lexicographicallyPrecedes($1.teacher.utf8)
    }
    var clusters: [Int: Int] = [:]
    for index in loops.indices {
      let cluster = clusters[loops[index].storedSeed] ?? clusters.count
      clusters[loops[index].storedSeed] = cluster
      loops[index].cluster = cluster
    }
    return loops
  }

  private func forEach(
    in loop: Loop, datasets: inout Int, _ body: (StoredQuestion) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      try database.makeStatement(sql: query.sql),
      arguments: query.arguments(loop.teacher, loop.storedSeed))
    var place: (step: Int, dataset: Int)?
    var dataset: StoredQuestion.Dataset?
    while let row = try rows.next() {
      let step: Int? = row[2]
      let number: Int? = row[3]
      if let step, let number {
        if place == nil || place?.step != step || place?.dataset != number {
          dataset = try read(dataset: number, step: step, of: loop, index: datasets)
          datasets += 1
          place = (step, number)
        }
      } else {
        dataset = nil
      }
      let id: Int64 = row[0]
      var question = try query.question(row)
      if selection.includesHistory { try addHistory(to: &question, id) }
      try body(
        StoredQuestion(
          id: id,
          place: StoredQuestion.Place(
            cluster: loop.cluster, run: loop.run, seed: loop.seed, teacher: loop.teacher,
            student: step == nil ? row[1] ?? 0 : nil, step: step, dataset: number),
          dataset: dataset, question: question))
    }
  }

  private func read(
    dataset: Int, step: Int, of loop: Loop, index: Int
  ) throws -> StoredQuestion.Dataset {
    let key: StatementArguments = [loop.teacher, loop.storedSeed, step, dataset]
    let place = "WHERE teacher = ? AND seed = ? AND step = ? AND dataset = ?"
    let row = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT reward, is_promoted FROM dataset \(place)"),
      arguments: key)
    let rewards = try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT reward FROM student_training \(place) ORDER BY repeat"),
      arguments: key
    ).map { $0[0] as Double? }
    return StoredQuestion.Dataset(
      index: index, reward: row?[0], rewards: rewards, isPromoted: row?[1] ?? false)
  }

  /// Every label, context and sample, looked up per question.
  private func addHistory(to question: inout QuestionRecord, _ id: Int64) throws {
    func all<Record: StoredRecord>(order: String) throws -> [Record] {
      try database.records(
        Record.self, "WHERE question = ? ORDER BY \(order)", arguments: [id])
    }
    question.labels = try all(order: "classifier, version")
    guard version >= 4 else { return }
    question.contexts = try all(order: "version")
    question.samples = try all(order: "model")
  }
}
