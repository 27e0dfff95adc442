import Diagnostics
import GRDB

extension RunStore {
  /// The run's record. A store without one was interrupted before its first transaction.
  public func run() throws -> RunRecord {
    try read { database in
      guard let run = try database.records(RunRecord.self).first else {
        throw UserError(
          .dataError, file: path, "holds no run", hint: "delete the folder and start again")
      }
      return run
    }
  }

  public func pretraining() throws -> [PretrainingPoint] {
    try read { try $0.records(PretrainingPoint.self, "ORDER BY rowid") }
  }

  public func screening() throws -> [ScreeningRecord] {
    try read { try $0.records(ScreeningRecord.self, "ORDER BY candidate") }
  }

  public func hardProblems() throws -> [HardProblemRecord] {
    try read { try $0.records(HardProblemRecord.self, "ORDER BY id") }
  }

  /// Every event in the order in which it was stored.
  public func events() throws -> [EventRecord] {
    try read { try $0.records(EventRecord.self, "ORDER BY id") }
  }

  /// Seeds with a stored outer step or arm, ascending.
  public func seeds() throws -> [Int] {
    try read { database in
      try Int.fetchAll(
        database,
        sql: "SELECT seed FROM outer_step UNION SELECT seed FROM arm_run ORDER BY seed")
    }
  }
}
