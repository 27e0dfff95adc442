import GRDB

extension RunStore {
  /// Stores one student's run of an arm with its curve, evaluations, questions and events: all of
  /// it, or nothing.
  public func commit(armRun run: ArmRunRecord) throws {
    try write { database in
      try database.insert(
        "arm_run",
        [
          "arm": run.arm, "seed": run.seed, "student": run.student,
          "questions_source": run.questionsSource, "mixing": run.mixing, "steps": run.steps,
          "rollouts": run.rollouts,
          "tokens_sampled": run.tokensSampled, "tokens_trained": run.tokensTrained,
          "forward_flops": run.forwardFLOPs, "backward_flops": run.backwardFLOPs,
          "seconds": run.seconds, "status": run.status.rawValue,
        ])
      for point in run.curve {
        try database.insert(
          "arm_curve",
          [
            "arm": run.arm, "seed": run.seed, "student": run.student, "step": point.step,
            "training_reward": point.trainingReward, "train_accuracy": point.trainAccuracy,
            "test_pass_1": point.testPass1, "test_pass_32": point.testPass32,
          ])
      }
      for evaluation in run.evaluations {
        try Self.insert(evaluation, of: run, into: database)
      }
      for question in run.questions {
        try Self.insert(
          question, teacher: run.arm, seed: run.seed, student: run.student, into: database)
      }
      for event in run.events { try Self.insert(event, into: database) }
    }
  }

  private static func insert(
    _ evaluation: EvaluationRecord, of run: ArmRunRecord, into database: Database
  ) throws {
    try database.insert(
      "evaluation",
      [
        "arm": run.arm, "seed": run.seed, "student": run.student,
        "split": evaluation.split.rawValue, "kind": evaluation.kind.rawValue,
        "step": evaluation.step, "samples_per_problem": evaluation.samplesPerProblem,
      ])
    let id = database.lastInsertedRowID
    for problem in evaluation.problems {
      try database.insert(
        "evaluation_problem",
        ["evaluation": id, "problem": problem.problem, "successes": problem.successes])
    }
  }

  /// The arms that are stored for a seed with their students, by name and number.
  public func finishedArms(seed: Int) throws -> [ArmStudent] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM arm_run WHERE seed = ?", arguments: [seed]
      ).map { ArmStudent(arm: $0["arm"], student: $0["student"] ?? 0) }
        .sorted { ($0.arm, $0.student) < ($1.arm, $1.student) }
    }
  }

  /// Every stored arm's run with its curve and evaluations, in the order in which the arms were
  /// first stored, then by seed and student. Its questions are read apart.
  public func armRuns() throws -> [ArmRunRecord] {
    try read { database in
      let curves = try Dictionary(
        grouping: Row.fetchAll(database, sql: "SELECT * FROM arm_curve ORDER BY step"),
        by: ArmKey.init)
      let evaluations = try Dictionary(
        grouping: Row.fetchAll(
          database, sql: "SELECT * FROM evaluation ORDER BY split, kind, step"),
        by: ArmKey.init)
      let counts = try Dictionary(
        grouping: Row.fetchAll(
          database, sql: "SELECT * FROM evaluation_problem ORDER BY evaluation, problem"),
        by: { $0["evaluation"] as Int64 })
      let events = try Dictionary(
        grouping: Row.fetchAll(
          database, sql: "SELECT * FROM event WHERE arm IS NOT NULL ORDER BY id"),
        by: ArmKey.init)
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT *, min(rowid) OVER (PARTITION BY arm) AS first FROM arm_run ORDER BY first, seed
          """)
      let runs = try rows.map { row in
        let key = ArmKey(row)
        return ArmRunRecord(
          arm: row["arm"], seed: row["seed"], student: row["student"] ?? 0,
          questionsSource: row["questions_source"], mixing: row["mixing"], steps: row["steps"],
          rollouts: row["rollouts"],
          tokensSampled: row["tokens_sampled"], tokensTrained: row["tokens_trained"],
          forwardFLOPs: row["forward_flops"], backwardFLOPs: row["backward_flops"],
          seconds: row.measured("seconds"), status: try row.choice("status"),
          curve: (curves[key] ?? []).map(ArmCurvePoint.init),
          evaluations: try (evaluations[key] ?? []).map {
            try EvaluationRecord($0, counts: counts[$0["id"]] ?? [])
          },
          events: (events[key] ?? []).map(EventRecord.init))
      }
      // Not in SQL: a store of format 2, opened for reading only, has no such column.
      let firsts = rows.map { $0["first"] as Int64 }
      return zip(firsts, runs).enumerated().sorted { first, second in
        (first.element.0, first.element.1.seed, first.element.1.student, first.offset)
          < (second.element.0, second.element.1.seed, second.element.1.student, second.offset)
      }.map(\.element.1)
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

/// Where a row of an arm belongs.
private struct ArmKey: Hashable {
  var arm: String?
  var seed: Int?
  var student: Int

  init(_ row: Row) {
    arm = row["arm"]
    seed = row["seed"]
    student = row["student"] ?? 0
  }
}

extension ArmCurvePoint {
  fileprivate init(_ row: Row) {
    self.init(
      step: row["step"], trainingReward: row["training_reward"],
      trainAccuracy: row["train_accuracy"], testPass1: row["test_pass_1"],
      testPass32: row["test_pass_32"])
  }
}

extension EvaluationRecord {
  fileprivate init(_ row: Row, counts: [Row]) throws {
    self.init(
      split: try row.choice("split"), kind: try row.choice("kind"), step: row["step"],
      samplesPerProblem: row["samples_per_problem"],
      problems: counts.map {
        ProblemSuccesses(problem: $0["problem"], successes: $0["successes"])
      })
    // pass@k is undefined for such counts.
    let samples = samplesPerProblem
    guard samples > 0 && problems.allSatisfy({ 0...samples ~= $0.successes }) else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "successes are not within 0...\(samples)")
    }
  }
}
