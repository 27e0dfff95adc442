import Diagnostics
import GRDB

extension RunStore {
  /// Stores one student's run of an arm with its curve, evaluations, questions and events,
  /// atomically.
  public func commit(armRun run: ArmRunRecord) throws {
    try write { database in
      try database.insert(run)
      let owner: [any DatabaseValueConvertible] = [run.arm, run.seed, run.student]
      for point in run.curve { try database.insert(point, of: owner) }
      for evaluation in run.evaluations {
        try database.insert(evaluation, of: owner)
        let id = database.lastInsertedRowID
        for problem in evaluation.problems { try database.insert(problem, of: [id]) }
      }
      for question in run.questions {
        try Self.insert(
          question, teacher: run.arm, seed: run.seed, student: run.student, into: database)
      }
      for event in run.events { try database.insert(event) }
    }
  }

  /// The stored students of a seed's arms, by arm name and student number.
  public func finishedArms(seed: Int) throws -> [ArmStudent] {
    try read { database in
      try database.records(ArmRunRecord.self, "WHERE seed = ?", arguments: [seed])
        .map { ArmStudent(arm: $0.arm, student: $0.student) }
        .sorted { ($0.arm, $0.student) < ($1.arm, $1.student) }
    }
  }

  /// Every stored arm run with its curve and evaluations, ordered by the arm's first storing, then
  /// seed and student. Questions are read separately.
  public func armRuns() throws -> [ArmRunRecord] {
    try read { database in
      let curves = try database.records(ArmCurvePoint.self, "ORDER BY step", by: ArmKey.init)
      let problems = try database.records(
        ProblemSuccesses.self, "ORDER BY evaluation, problem", by: { $0[0] as Int64 })
      let events = Dictionary(
        grouping: try database.records(EventRecord.self, "WHERE arm IS NOT NULL ORDER BY id"),
        by: { ArmKey(arm: $0.arm?.exact, seed: $0.seed, student: $0.student ?? 0) })
      let evaluations = try evaluations(database, problems)
      let firsts = try Dictionary(
        Row.fetchAll(database, sql: "SELECT arm, min(rowid) FROM arm_run GROUP BY arm").map {
          (($0[0] as String).exact, $0[1] as Int64)
        }, uniquingKeysWith: min)
      return try database.records(ArmRunRecord.self, "ORDER BY rowid").map { stored in
        var run = stored
        let key = ArmKey(arm: run.arm.exact, seed: run.seed, student: run.student)
        run.curve = curves[key] ?? []
        run.evaluations = evaluations[key] ?? []
        run.events = events[key] ?? []
        return run
      }.sorted {
        (firsts[$0.arm.exact] ?? 0, $0.seed, $0.student)
          < (firsts[$1.arm.exact] ?? 0, $1.seed, $1.student)
      }
    }
  }

  private func evaluations(
    _ database: Database, _ problems: [Int64: [ProblemSuccesses]]
  ) throws -> [ArmKey: [EvaluationRecord]] {
    let version = try database.formatVersion()
    let reader = RecordReader<EvaluationRecord>(version)
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT arm, seed, \(version >= 3 ? "student" : "0"), id,
          \(reader.names.joined(separator: ", "))
        FROM evaluation ORDER BY split, kind, step
        """)
    return try Dictionary(grouping: rows, by: ArmKey.init).mapValues { rows in
      try rows.map { row in
        var evaluation = try reader.record(row, from: 4)
        evaluation.problems = problems[row[3]] ?? []
        // pass@k is undefined for such counts.
        let samples = evaluation.samplesPerProblem
        guard samples > 0 && evaluation.problems.allSatisfy({ 0...samples ~= $0.successes }) else {
          throw DatabaseError(
            resultCode: .SQLITE_CORRUPT, message: "successes are not within 0...\(samples)")
        }
        return evaluation
      }
    }
  }
}

/// One student of an arm, within a seed.
public struct ArmStudent: Sendable, Hashable {
  public var arm: String
  public var student: Int

  public init(arm: String, student: Int) {
    self.arm = arm
    self.student = student
  }
}

/// Identifies the arm, seed and student of a row.
private struct ArmKey: Hashable {
  var arm: ExactText?
  var seed: Int?
  var student: Int
}

extension ArmKey {
  /// From a row whose first columns are these.
  init(_ row: Row) {
    self.init(arm: (row[0] as String?)?.exact, seed: row[1], student: row[2])
  }
}
