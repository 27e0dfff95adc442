import Diagnostics
import GRDB

/// Progress of a run: counts and its latest rows. Read in one transaction, skipping the large
/// tables of a long run, so it can be polled every second.
public struct RunProgress: Sendable, Equatable {
  /// One outer loop.
  public struct Loop: Sendable, Equatable {
    public var teacher: String
    public var seed: Int
    public var scheme: String?
    /// Stored outer steps.
    public var steps: Int
    /// Wall-clock seconds over all steps.
    public var seconds: Double
    /// Steps with a promotion, ascending.
    public var promotions: [Int]
    /// After the last step.
    public var movingAverage: Double
    public var threshold: Double
    /// Greedy, on hard-train; nil if never measured.
    public var baselineAccuracy: Double?
    /// R_t of the last steps, in order; NaN where not a number.
    public var rewards: [Double]
  }

  /// One finished student of an arm.
  public struct Arm: Sendable, Equatable {
    public var arm: String
    public var seed: Int
    public var student: Int
    /// Wall-clock seconds.
    public var seconds: Double
  }

  public struct Question: Sendable, Equatable {
    public var teacher: String
    public var seed: Int
    /// Nil outside an outer loop.
    public var step: Int?
    public var question: String
    public var answer: String
    /// From the newest label of the first classifier by name; nil if there is none.
    public var isWellPosed: Bool?
    public var isCorrect: Bool?
  }

  public var run: RunRecord
  /// Ordered by first step.
  public var loops: [Loop]
  /// Index of the loop that wrote last.
  public var latestLoop: Int?
  public var arms: [Arm]
  /// The latest questions, newest first.
  public var questions: [Question]
  /// The latest events except promotions, in order.
  public var events: [EventRecord]
}

extension RunStore {
  /// - Parameters:
  ///   - rewards: how many of each loop's last rewards to read.
  ///   - questions: how many questions, and as many events.
  public func progress(rewards: Int, questions: Int) throws -> RunProgress {
    let record = try run()
    return try read { database in
      var loops = try Row.fetchAll(
        database,
        sql: """
          SELECT teacher, seed, count(*) AS steps, total(seconds) AS seconds
          FROM outer_step GROUP BY teacher, seed ORDER BY min(rowid)
          """
      ).map {
        RunProgress.Loop(
          teacher: try $0.decode(atIndex: 0), seed: try $0.decode(atIndex: 1),
          steps: try $0.decode(atIndex: 2), seconds: try $0.decode(atIndex: 3),
          promotions: [], movingAverage: .nan, threshold: .nan, rewards: [])
      }
      for index in loops.indices {
        let key: StatementArguments = [loops[index].teacher, loops[index].seed]
        loops[index].promotions = try Int.fetchAll(
          database,
          sql: """
            SELECT step FROM outer_step WHERE teacher = ? AND seed = ? AND is_promoted ORDER BY step
            """, arguments: key)
        let last = try database.records(
          OuterStepRecord.self, "WHERE teacher = ? AND seed = ? ORDER BY step DESC LIMIT ?",
          arguments: key + [rewards])
        loops[index].rewards = last.reversed().map(\.meanReward)
        guard let newest = last.first else { continue }
        loops[index].scheme = newest.scheme
        loops[index].movingAverage = newest.movingAverage
        loops[index].threshold = newest.threshold
        loops[index].baselineAccuracy = last.lazy.compactMap(\.baselineAccuracy).first
      }
      let newest = try Row.fetchOne(
        database, sql: "SELECT teacher, seed FROM outer_step ORDER BY rowid DESC LIMIT 1")
      return RunProgress(
        run: record, loops: loops,
        latestLoop: try newest.flatMap { row in
          let teacher: String = try row.decode(atIndex: 0)
          let seed: Int = try row.decode(atIndex: 1)
          return loops.firstIndex { $0.teacher == teacher && $0.seed == seed }
        },
        arms: try database.records(ArmRunRecord.self, "ORDER BY rowid").map {
          RunProgress.Arm(arm: $0.arm, seed: $0.seed, student: $0.student, seconds: $0.seconds)
        },
        questions: try Self.latestQuestions(questions, database),
        events: try database.records(
          EventRecord.self, "WHERE kind <> 'promotion' ORDER BY id DESC LIMIT ?",
          arguments: [questions]
        ).reversed())
    }
  }

  private static func latestQuestions(
    _ count: Int, _ database: Database
  ) throws -> [RunProgress.Question] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT id, teacher, seed, step, question, answer FROM question ORDER BY id DESC LIMIT ?
        """,
      arguments: [count]
    ).map { row in
      let label = try database.records(
        LabelRecord.self, "WHERE question = ? ORDER BY classifier, version DESC LIMIT 1",
        arguments: [try row.decode(Int64.self, atIndex: 0)]
      ).first
      return RunProgress.Question(
        teacher: try row.decode(atIndex: 1), seed: try row.decode(atIndex: 2),
        step: try row.decode(atIndex: 3), question: try row.decode(atIndex: 4),
        answer: try row.decode(atIndex: 5),
        isWellPosed: label?.isWellPosed, isCorrect: label?.isCorrect)
    }
  }
}
