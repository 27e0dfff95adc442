public import Foundation
import GRDB

extension RunStore {
  /// Stores the run's record at the start.
  public func begin(_ run: RunRecord) throws {
    try write { try $0.insert(run, of: [1]) }
  }

  /// Marks a stored run as running again.
  public func resume() throws {
    try write { database in
      try database.execute(sql: "UPDATE run SET outcome = 'running', ended = NULL")
    }
  }

  /// Stores how a session ended. Adds its seconds to those of earlier sessions and keeps the
  /// maximum peak memory.
  public func end(
    _ outcome: RunOutcome, at date: Date, sessionSeconds: Double, peakMemoryBytes: Int? = nil
  ) throws {
    try write { database in
      try database.execute(
        sql: """
          UPDATE run SET outcome = ?, ended = ?, active_seconds = active_seconds + ?,
            peak_memory_bytes = nullif(max(ifnull(peak_memory_bytes, 0), ifnull(?, 0)), 0)
          """,
        arguments: [outcome.rawValue, Timestamp.text(date), sessionSeconds, peakMemoryBytes])
    }
  }

  /// Stores the base model's training curve and the hard set with its screening, in one
  /// transaction.
  public func commit(
    pretraining: [PretrainingPoint] = [], screening: [ScreeningRecord] = [],
    hardProblems: [HardProblemRecord] = [], events: [EventRecord] = []
  ) throws {
    try write { database in
      for point in pretraining { try database.insert(point) }
      for candidate in screening { try database.insert(candidate) }
      for problem in hardProblems { try database.insert(problem) }
      for event in events { try database.insert(event) }
    }
  }

  public func record(_ event: EventRecord) throws {
    try write { try $0.insert(event) }
  }

  /// Adds labels to stored questions. Rejects a label with the same classifier and version: a
  /// changed classifier needs a higher version.
  public func commit(labels: [(question: Int64, label: LabelRecord)]) throws {
    try write { database in
      for (question, label) in labels { try database.insert(label, of: [question]) }
    }
  }

  /// Adds models' answer counts to stored questions. Rejects repeated models.
  public func commit(samples: [(question: Int64, sample: AnswerSampleRecord)]) throws {
    try write { database in
      for (question, sample) in samples { try database.insert(sample, of: [question]) }
    }
  }

  /// Stores a question with its labels, contexts and samples.
  static func insert(
    _ question: QuestionRecord, teacher: String, seed: Int, student: Int? = nil, step: Int? = nil,
    dataset: Int? = nil, into database: Database
  ) throws {
    try database.insert(question, of: [teacher, seed, student, step, dataset])
    let id = database.lastInsertedRowID
    for label in question.labels { try database.insert(label, of: [id]) }
    for context in question.contexts { try database.insert(context, of: [id]) }
    for sample in question.samples { try database.insert(sample, of: [id]) }
  }
}
