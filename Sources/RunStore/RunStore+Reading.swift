import Diagnostics
import GRDB

extension RunStore {
  /// What was run. A store without it was interrupted before its first transaction.
  public func run() throws -> RunRecord {
    try read { database in
      guard let row = try Row.fetchOne(database, sql: "SELECT * FROM run") else {
        throw UserError(
          .dataError, file: path, "holds no run", hint: "delete the folder and start again")
      }
      var run = RunRecord(
        commandLine: row["command_line"], config: row["config"], configHash: row["config_hash"],
        gitCommit: row["git_commit"], toolchain: row["toolchain"],
        operatingSystem: row["operating_system"], cpu: row["cpu"], blasCore: row["blas_core"],
        workers: row["workers"], started: try row.date("started"),
        ended: try row.optionalDate("ended"), activeSeconds: row["active_seconds"],
        outcome: try row.choice("outcome"), peakMemoryBytes: row["peak_memory_bytes"])
      run.formatVersion = row["format_version"]
      return run
    }
  }

  public func pretraining() throws -> [PretrainingPoint] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM pretraining_point ORDER BY rowid").map {
        PretrainingPoint(
          phase: $0["phase"], step: $0["step"], tokens: $0["tokens"], loss: $0.measured("loss"),
          learningRate: $0.measured("learning_rate"))
      }
    }
  }

  public func screening() throws -> [ScreeningRecord] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM screening ORDER BY candidate").map {
        ScreeningRecord(
          candidate: $0["candidate"], samples: $0["samples"], successes: $0["successes"],
          isKept: $0["is_kept"], isTransfer: $0["is_transfer"] ?? false)
      }
    }
  }

  public func hardProblems() throws -> [HardProblemRecord] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM hard_problem ORDER BY id").map {
        HardProblemRecord(
          id: $0["id"], half: try $0.choice("half"), question: $0["question"],
          answer: $0["answer"], screeningSamples: $0["screening_samples"],
          screeningSuccesses: $0["screening_successes"], length: $0["length"])
      }
    }
  }

  /// Every event in the order in which it was stored.
  public func events() throws -> [EventRecord] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM event ORDER BY id").map(EventRecord.init)
    }
  }

  /// The seeds that any outer step or arm was stored for, ascending.
  public func seeds() throws -> [Int] {
    try read { database in
      try Int.fetchAll(
        database,
        sql: "SELECT seed FROM outer_step UNION SELECT seed FROM arm_run ORDER BY seed")
    }
  }
}

extension EventRecord {
  init(_ row: Row) {
    self.init(
      teacher: row["teacher"], arm: row["arm"], seed: row["seed"], student: row["student"],
      step: row["step"], kind: row["kind"], message: row["message"], isResult: row["is_result"])
  }
}
