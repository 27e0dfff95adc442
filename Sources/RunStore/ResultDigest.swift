import Diagnostics
public import Foundation
import GRDB

extension RunStore {
  /// One SHA-256 over all results, as 64 hexadecimal digits. Equal exactly when two runs have
  /// bitwise identical results: rows are ordered by natural key, so storage order, and thus the
  /// number of workers, does not matter. Excludes times, durations, the machine, and the base
  /// model's training curve (absent when the model comes from the cache).
  ///
  /// Upgrading a run of an older format keeps its digest: later columns count only where they hold
  /// a value, and likewise the rows of students after the first.
  ///
  /// - Parameter end: ignores labels that `soar classify` added after this time; nil ignores none.
  public func digest(labelledUntil end: Date? = nil) throws -> String {
    let end = end.map { "'\(Timestamp.text($0))'" } ?? "'9999'"
    return try read { database in
      let version = try database.formatVersion()
      var hash = SHA256()
      for table in ResultDigest.tables where table.format <= version {
        // Before format 3 every row belongs to the first student.
        let query = table.query.replacing(
          ResultDigest.firstStudent, with: version < 3 ? "TRUE" : "ifnull(student, 0) = 0"
        ).replacing(ResultDigest.end, with: end)
        let rows = try Row.fetchCursor(database, sql: query)
        var isNamed = table.format == 1
        if isNamed { hash.update("table \(table.name)\n") }
        while let row = try rows.next() {
          if !isNamed { hash.update("table \(table.name), format \(table.format)\n") }
          isNamed = true
          for value in row.databaseValues { ResultDigest.add(value, to: &hash) }
          hash.update("\n")
        }
      }
      return hash.hexDigest()
    }
  }
}

package enum ResultDigest {
  package struct Table {
    package var name: String
    /// The format that introduced these columns.
    package var format = 1
    /// All result columns of that format, ordered by a unique key; for formats after the first,
    /// only rows with a value in one of them.
    package var query: String
  }

  /// Placeholder in a query for the condition that a row belongs to the first student.
  static let firstStudent = "(FIRST STUDENT)"

  /// Placeholder in a query for the time after which labels do not count.
  static let end = "(END)"

  /// Columns that hold no result, as `table.column`: surrogate keys, and columns declared as such.
  package static let excludedColumns =
    ["event.id", "question.id", "evaluation.id"] + records.flatMap { $0.uncountedColumns }

  package static let excludedTables = ["run", "pretraining_point", "judge", "judgement"]

  /// The hashed tables, in hashing order. Queries of formats 1 to 4 are written out because the
  /// digests of stored runs depend on them; later ones follow from the columns.
  package static let tables = earlierTables + laterTables

  private static let records: [any StoredRecord.Type] = [
    HardProblemRecord.self, ScreeningRecord.self, EventRecord.self, OuterStepRecord.self,
    DatasetRecord.self, QuestionRecord.self, StudentTrainingRecord.self, PromotionRecord.self,
    ArmRunRecord.self, ArmCurvePoint.self, EvaluationRecord.self, ProblemSuccesses.self,
    LabelRecord.self, QuestionContextRecord.self, AnswerSampleRecord.self, ImportedSeed.self,
    ConfirmationRecord.self,
  ]

  private static let laterTables = records.flatMap { $0.laterTables }
    .sorted { ($0.format, $0.name) < ($1.format, $1.name) }

  private static let earlierTables = [
    Table(
      name: "hard_problem",
      query: """
        SELECT id, half, question, answer, screening_samples, screening_successes, length
        FROM hard_problem ORDER BY id
        """),
    Table(
      name: "screening",
      query: "SELECT candidate, samples, successes, is_kept FROM screening ORDER BY candidate"),
    Table(
      name: "outer_step",
      query: """
        SELECT teacher, seed, step, mean_reward, moving_average, threshold, is_promoted,
          chosen_dataset, chosen_repeat, rejected, tokens_sampled, tokens_trained, teacher_loss,
          teacher_kl, teacher_gradient_norm, baseline_accuracy
        FROM outer_step ORDER BY teacher, seed, step
        """),
    Table(
      name: "dataset",
      query: """
        SELECT teacher, seed, step, dataset, reward, advantage, is_promoted
        FROM dataset ORDER BY teacher, seed, step, dataset
        """),
    Table(
      name: "question",
      query: """
        SELECT teacher, seed, step, dataset, position, question, answer, document, token_count
        FROM question WHERE \(firstStudent) ORDER BY teacher, seed, step, dataset, position
        """),
    Table(
      name: "student_training",
      query: """
        SELECT teacher, seed, step, dataset, repeat, reward, accuracy_before, accuracy_after,
          mean_training_reward, tokens_sampled, tokens_trained
        FROM student_training ORDER BY teacher, seed, step, dataset, repeat
        """),
    Table(
      name: "promotion",
      query: """
        SELECT teacher, seed, step, dataset, repeat, accuracy_before, accuracy_after
        FROM promotion ORDER BY teacher, seed, step
        """),
    Table(
      name: "label",
      query: """
        SELECT teacher, seed, step, dataset, position, classifier, version, is_well_posed,
          is_correct, error_type, verified_answer, detail, operations, target_share, structure
        FROM label JOIN question ON question.id = label.question
        WHERE \(firstStudent) AND label.created <= \(end)
        ORDER BY teacher, seed, step, dataset, position, classifier, version
        """),
    Table(
      name: "arm_run",
      query: """
        SELECT arm, seed, questions_source, mixing, steps, rollouts, tokens_sampled,
          tokens_trained, forward_flops, backward_flops, status
        FROM arm_run WHERE \(firstStudent) ORDER BY arm, seed
        """),
    Table(
      name: "arm_curve",
      query: """
        SELECT arm, seed, step, training_reward, train_accuracy, test_pass_1, test_pass_32
        FROM arm_curve WHERE \(firstStudent) ORDER BY arm, seed, step
        """),
    Table(
      name: "evaluation",
      query: """
        SELECT arm, seed, split, kind, step, samples_per_problem
        FROM evaluation WHERE \(firstStudent) ORDER BY arm, seed, split, kind, step
        """),
    Table(
      name: "evaluation_problem",
      query: """
        SELECT arm, seed, split, kind, step, problem, successes
        FROM evaluation_problem JOIN evaluation ON evaluation.id = evaluation_problem.evaluation
        WHERE \(firstStudent)
        ORDER BY arm, seed, split, kind, step, problem
        """),
    // Events equal in every column hash to the same bytes in either order.
    Table(
      name: "event",
      query: """
        SELECT teacher, arm, seed, step, kind, message FROM event WHERE is_result
        ORDER BY teacher, arm, seed, step, kind, message
        """),
    Table(
      name: "outer_step", format: 2,
      query: """
        SELECT teacher, seed, step, scheme, forward_flops, backward_flops FROM outer_step
        WHERE coalesce(scheme, forward_flops, backward_flops) IS NOT NULL
        ORDER BY teacher, seed, step
        """),
    Table(
      name: "question", format: 2,
      query: """
        SELECT teacher, seed, step, dataset, position, solve_rate, majority_share, question_reward
        FROM question WHERE coalesce(solve_rate, majority_share, question_reward) IS NOT NULL
          AND \(firstStudent)
        ORDER BY teacher, seed, step, dataset, position
        """),
    Table(
      name: "screening", format: 3,
      query: """
        SELECT candidate, is_transfer FROM screening WHERE is_transfer <> 0 ORDER BY candidate
        """),
    Table(
      name: "question", format: 3,
      query: """
        SELECT teacher, seed, student, position, question, answer, document, token_count,
          solve_rate, majority_share, question_reward
        FROM question WHERE student > 0 ORDER BY teacher, seed, student, position
        """),
    Table(
      name: "label", format: 3,
      query: """
        SELECT teacher, seed, student, position, classifier, version, is_well_posed,
          is_correct, error_type, verified_answer, detail, operations, target_share, structure
        FROM label JOIN question ON question.id = label.question WHERE student > 0
        ORDER BY teacher, seed, student, position, classifier, version
        """),
    Table(
      name: "arm_run", format: 3,
      query: """
        SELECT arm, seed, student, questions_source, mixing, steps, rollouts, tokens_sampled,
          tokens_trained, forward_flops, backward_flops, status
        FROM arm_run WHERE student > 0 ORDER BY arm, seed, student
        """),
    Table(
      name: "arm_curve", format: 3,
      query: """
        SELECT arm, seed, student, step, training_reward, train_accuracy, test_pass_1,
          test_pass_32
        FROM arm_curve WHERE student > 0 ORDER BY arm, seed, student, step
        """),
    Table(
      name: "evaluation", format: 3,
      query: """
        SELECT arm, seed, student, split, kind, step, samples_per_problem
        FROM evaluation WHERE student > 0 ORDER BY arm, seed, student, split, kind, step
        """),
    Table(
      name: "evaluation_problem", format: 3,
      query: """
        SELECT arm, seed, student, split, kind, step, problem, successes
        FROM evaluation_problem JOIN evaluation ON evaluation.id = evaluation_problem.evaluation
        WHERE student > 0 ORDER BY arm, seed, student, split, kind, step, problem
        """),
    Table(
      name: "event", format: 3,
      query: """
        SELECT teacher, arm, seed, student, step, kind, message FROM event
        WHERE is_result AND student > 0
        ORDER BY teacher, arm, seed, student, step, kind, message
        """),
    Table(
      name: "label", format: 4,
      query: """
        SELECT teacher, seed, step, dataset, student, position, classifier, version, posedness,
          answer_kind, question_tokens, depth, width, distractors, operation_multiset, steps,
          valid_steps, misconceived_digits, slipped_digits
        FROM label JOIN question ON question.id = label.question
        WHERE coalesce(posedness, answer_kind, question_tokens, depth, width, distractors,
          operation_multiset, steps, valid_steps, misconceived_digits, slipped_digits) IS NOT NULL
          AND label.created <= \(end)
        ORDER BY teacher, seed, step, dataset, student, position, classifier, version
        """),
    Table(
      name: "question_context", format: 4,
      query: """
        SELECT teacher, seed, step, dataset, student, position, version, hard_distance,
          corpus_texts, corpus_structures, archive_texts, archive_structures
        FROM question_context JOIN question ON question.id = question_context.question
        WHERE question_context.created <= \(end)
        ORDER BY teacher, seed, step, dataset, student, position, version
        """),
    Table(
      name: "answer_sample", format: 4,
      query: """
        SELECT teacher, seed, step, dataset, student, position, model, samples, answered,
          agreeing, correct
        FROM answer_sample JOIN question ON question.id = answer_sample.question
        WHERE answer_sample.created <= \(end)
        ORDER BY teacher, seed, step, dataset, student, position, model
        """),
    Table(
      name: "imported_seed", format: 4,
      query: "SELECT seed, run, run_seed FROM imported_seed ORDER BY seed"),
  ]

  /// Adds one value, unambiguously over sequences of values: a type tag, and a length before
  /// variable-size values.
  static func add(_ value: DatabaseValue, to hash: inout SHA256) {
    switch value.storage {
    case .null: hash.update("n")
    case .int64(let integer): hash.update("i\(integer);")
    case .double(let real): hash.update("d\(String(real.bitPattern, radix: 16));")
    case .string(let text): hash.update("s\(text.utf8.count);\(text)")
    case .blob(let bytes):
      hash.update("b\(bytes.count);")
      hash.update(bytes)
    }
  }
}

extension StoredRecord {
  fileprivate static var uncountedColumns: [String] {
    layout.columns.filter { !$0.isResult }.map { "\(layout.table).\($0.name)" }
  }

  /// Columns of each format after 4, for rows where one of them holds a value.
  fileprivate static var laterTables: [ResultDigest.Table] {
    let columns = layout.columns.filter { $0.version > 4 && $0.isResult }
    let isDated = layout.columns.contains { $0.name == "created" }
    return Set(columns.map(\.version)).sorted().map { version in
      let names = columns.filter { $0.version == version }.map { "\(layout.table).\($0.name)" }
        .joined(separator: ", ")
      return ResultDigest.Table(
        name: layout.table, format: version,
        query: """
          SELECT \(layout.key), \(names) FROM \(layout.source)
          WHERE coalesce(\(names), NULL) IS NOT NULL
            \(isDated ? "AND \(layout.table).created <= \(ResultDigest.end)" : "")
          ORDER BY \(layout.key)
          """)
    }
  }
}
