import GRDB

/// One pass over the questions of a store, loop by loop, so that each query is in the order of the
/// index and nothing is sorted or kept.
struct QuestionReader {
  /// A loop or arm with one seed, as it is stored and as it is to be told.
  private struct Loop {
    var teacher: String
    var storedSeed: Int
    var run: String?
    var seed: Int
    var cluster = 0
  }

  private let database: Database
  private let selection: QuestionSelection
  private let format: Int

  init(_ database: Database, _ selection: QuestionSelection) throws {
    self.database = database
    self.selection = selection
    format = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }

  func forEach(_ body: (QuestionRow) throws -> Void) throws {
    var datasets = 0
    for loop in try loops() { try forEach(in: loop, datasets: &datasets, body) }
  }

  private func loops() throws -> [Loop] {
    var origins: [Int: (run: String, seed: Int)] = [:]
    if format >= 4 {
      for row in try Row.fetchAll(database, sql: "SELECT seed, run, run_seed FROM imported_seed") {
        origins[row[0]] = (row[1], row[2])
      }
    }
    var loops = try Row.fetchAll(database, sql: "SELECT DISTINCT teacher, seed FROM question").map {
      row in
      let seed: Int = row[1]
      return Loop(
        teacher: row[0], storedSeed: seed, run: origins[seed]?.run,
        seed: origins[seed]?.seed ?? seed)
    }
    loops.sort {
      // Bytes, not Unicode equivalence, so that two different names never tie.
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
    in loop: Loop, datasets: inout Int, _ body: (QuestionRow) throws -> Void
  ) throws {
    let texts = selection.includesTexts ? "question, answer, document" : "'', '', ''"
    let student = format >= 3 ? "student" : "0"
    let signals = format >= 2 ? "solve_rate, majority_share, question_reward" : "NULL, NULL, NULL"
    let statement = try database.makeStatement(
      sql: """
        SELECT id, \(student), step, dataset, position, \(texts), token_count, \(signals)
        FROM question WHERE teacher = ? AND seed = ?
        ORDER BY ifnull(step, -1), ifnull(dataset, -1)
          \(format >= 3 ? ", ifnull(student, -1)" : ""), position
        """)
    let rows = try Row.fetchCursor(statement, arguments: [loop.teacher, loop.storedSeed])
    var place: (step: Int, dataset: Int)?
    var dataset: QuestionRow.Dataset?
    while let row = try rows.next() {
      let step: Int? = row[2]
      let number: Int? = row[3]
      if let step, let number {
        if place.map({ $0 != (step, number) }) ?? true {
          dataset = try read(dataset: number, step: step, of: loop, index: datasets)
          datasets += 1
          place = (step, number)
        }
      } else {
        dataset = nil
      }
      let id: Int64 = row[0]
      try body(
        QuestionRow(
          id: id,
          place: QuestionRow.Place(
            cluster: loop.cluster, run: loop.run, seed: loop.seed, teacher: loop.teacher,
            student: step == nil ? row[1] ?? 0 : nil, step: step, dataset: number,
            position: row[4]),
          dataset: dataset, question: row[5], answer: row[6], document: row[7],
          tokenCount: row[8], solveRate: row[9], majorityShare: row[10], questionReward: row[11],
          labels: try labels(of: id), contexts: try contexts(of: id),
          samples: try samples(of: id)))
    }
  }

  private func read(
    dataset: Int, step: Int, of loop: Loop, index: Int
  ) throws -> QuestionRow.Dataset {
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
    return QuestionRow.Dataset(
      index: index, reward: row?[0], rewards: rewards, isPromoted: row?[1] ?? false)
  }

  private func labels(of question: Int64) throws -> [LabelRecord] {
    if selection.includesHistory {
      return try all("label", of: question, order: "classifier, version", LabelRecord.init)
    }
    guard let classifier = selection.classifier, !classifier.isEmpty else { return [] }
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT * FROM label WHERE question = ? AND classifier = ?
          ORDER BY version DESC LIMIT 1
          """), arguments: [question, classifier])
    return try row.map { [try LabelRecord($0)] } ?? []
  }

  private func contexts(of question: Int64) throws -> [QuestionContextRecord] {
    guard format >= 4 else { return [] }
    let contexts = try all(
      "question_context", of: question, order: "version", QuestionContextRecord.init)
    return selection.includesHistory ? contexts : contexts.suffix(1)
  }

  private func samples(of question: Int64) throws -> [AnswerSampleRecord] {
    guard format >= 4, selection.includesHistory || selection.sampledModel != nil else {
      return []
    }
    let samples = try all(
      "answer_sample", of: question, order: "model", AnswerSampleRecord.init)
    return selection.includesHistory
      ? samples : samples.filter { $0.model == selection.sampledModel }
  }

  private func all<Record>(
    _ table: String, of question: Int64, order: String, _ decode: (Row) throws -> Record
  ) throws -> [Record] {
    try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT * FROM \(table) WHERE question = ? ORDER BY \(order)"),
      arguments: [question]
    ).map(decode)
  }
}
