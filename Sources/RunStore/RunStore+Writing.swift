public import Foundation
import GRDB

extension RunStore {
  /// Stores what is run and where, at the start.
  public func begin(_ run: RunRecord) throws {
    try write { database in
      try database.insert(
        "run",
        [
          "id": 1, "format_version": run.formatVersion, "command_line": run.commandLine,
          "config": run.config, "config_hash": run.configHash, "git_commit": run.gitCommit,
          "toolchain": run.toolchain, "operating_system": run.operatingSystem, "cpu": run.cpu,
          "blas_core": run.blasCore, "workers": run.workers,
          "started": Timestamp.text(run.started), "ended": run.ended.map(Timestamp.text),
          "active_seconds": run.activeSeconds, "outcome": run.outcome.rawValue,
          "peak_memory_bytes": run.peakMemoryBytes,
        ])
    }
  }

  /// Marks a stored run as running again.
  public func resume() throws {
    try write { database in
      try database.execute(sql: "UPDATE run SET outcome = 'running', ended = NULL")
    }
  }

  /// Stores how a session ended. Its seconds are added to those of earlier sessions, and the
  /// greatest peak memory is kept.
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
      for point in pretraining {
        try database.insert(
          "pretraining_point",
          [
            "phase": point.phase, "step": point.step, "tokens": point.tokens, "loss": point.loss,
            "learning_rate": point.learningRate,
          ])
      }
      for candidate in screening {
        try database.insert(
          "screening",
          [
            "candidate": candidate.candidate, "samples": candidate.samples,
            "successes": candidate.successes, "is_kept": candidate.isKept,
            "is_transfer": candidate.isTransfer,
          ])
      }
      for problem in hardProblems {
        try database.insert(
          "hard_problem",
          [
            "id": problem.id, "half": problem.half.rawValue, "question": problem.question,
            "answer": problem.answer, "screening_samples": problem.screeningSamples,
            "screening_successes": problem.screeningSuccesses, "length": problem.length,
          ])
      }
      for event in events { try Self.insert(event, into: database) }
    }
  }

  public func record(_ event: EventRecord) throws {
    try write { try Self.insert(event, into: $0) }
  }

  /// Adds labels to stored questions. A label of the same classifier and version is refused: a
  /// changed classifier needs a higher version.
  public func commit(labels: [(question: Int64, label: LabelRecord)]) throws {
    try write { database in
      for (question, label) in labels {
        try Self.insert(label, of: question, into: database)
      }
    }
  }

  static func insert(_ event: EventRecord, into database: Database) throws {
    try database.insert(
      "event",
      [
        "teacher": event.teacher, "arm": event.arm, "seed": event.seed,
        "student": event.student, "step": event.step, "kind": event.kind, "message": event.message,
        "is_result": event.isResult,
      ])
  }

  static func insert(_ label: LabelRecord, of question: Int64, into database: Database) throws {
    try database.insert(
      "label",
      [
        "question": question, "classifier": label.classifier, "version": label.version,
        "created": Timestamp.text(label.created), "is_well_posed": label.isWellPosed,
        "is_correct": label.isCorrect, "error_type": label.errorType,
        "verified_answer": label.verifiedAnswer, "detail": label.detail,
        "operations": label.operations, "target_share": label.targetShare,
        "structure": label.structure, "posedness": label.features.posedness,
        "answer_kind": label.features.answerKind,
        "question_tokens": label.features.questionTokens, "depth": label.features.depth,
        "width": label.features.width, "distractors": label.features.distractors,
        "operation_multiset": label.features.operationMultiset, "steps": label.features.steps,
        "valid_steps": label.features.validSteps,
        "misconceived_digits": label.features.misconceivedDigits,
        "slipped_digits": label.features.slippedDigits,
      ])
  }

  static func insert(
    _ context: QuestionContextRecord, of question: Int64, into database: Database
  ) throws {
    try database.insert(
      "question_context",
      [
        "question": question, "version": context.version,
        "created": Timestamp.text(context.created), "hard_distance": context.hardDistance,
        "corpus_texts": context.corpusTexts, "corpus_structures": context.corpusStructures,
        "archive_texts": context.archiveTexts, "archive_structures": context.archiveStructures,
      ])
  }

  static func insert(
    _ sample: AnswerSampleRecord, of question: Int64, into database: Database
  ) throws {
    try database.insert(
      "answer_sample",
      [
        "question": question, "model": sample.model, "created": Timestamp.text(sample.created),
        "samples": sample.samples, "answered": sample.answered, "agreeing": sample.agreeing,
        "correct": sample.correct,
      ])
  }

  /// Adds counted answers of models to stored questions. Those of the same model are refused.
  public func commit(samples: [(question: Int64, sample: AnswerSampleRecord)]) throws {
    try write { database in
      for (question, sample) in samples {
        try Self.insert(sample, of: question, into: database)
      }
    }
  }

  static func insert(
    _ question: QuestionRecord, teacher: String, seed: Int, student: Int? = nil, step: Int? = nil,
    dataset: Int? = nil, into database: Database
  ) throws {
    try database.insert(
      "question",
      [
        "teacher": teacher, "seed": seed, "student": student, "step": step, "dataset": dataset,
        "position": question.position, "question": question.question, "answer": question.answer,
        "document": question.document, "token_count": question.tokenCount,
        "solve_rate": question.solveRate, "majority_share": question.majorityShare,
        "question_reward": question.questionReward,
      ])
    let id = database.lastInsertedRowID
    for label in question.labels { try insert(label, of: id, into: database) }
  }
}
