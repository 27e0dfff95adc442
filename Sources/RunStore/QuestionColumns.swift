import GRDB

/// The query for the questions of a loop, by places instead of names: names are looked up anew for
/// every row, and there may be a million.
struct QuestionColumns {
  private static let labelColumns = [
    "classifier", "version", "created", "is_well_posed", "is_correct", "error_type",
    "verified_answer", "detail", "operations", "target_share", "structure",
  ]
  private static let featureColumns = [
    "posedness", "answer_kind", "question_tokens", "depth", "width", "distractors",
    "operation_multiset", "steps", "valid_steps", "misconceived_digits", "slipped_digits",
  ]
  private static let contextColumns = [
    "version", "created", "hard_distance", "corpus_texts", "corpus_structures", "archive_texts",
    "archive_structures",
  ]
  private static let sampleColumns = [
    "model", "created", "samples", "answered", "agreeing", "correct",
  ]

  let sql: String
  /// Where the columns of a label, a context and a sample begin; nil where they are not read.
  let label: Int?
  let context: Int?
  let sample: Int?
  private let classifier: String?
  private let model: String?

  init(_ selection: QuestionSelection, format: Int, _ database: Database) throws {
    var columns = ["question.id", format >= 3 ? "question.student" : "0"]
    columns += ["step", "dataset", "position"].map { "question.\($0)" }
    columns += ["question", "answer", "document"].map {
      selection.includesTexts ? "question.\($0)" : "''"
    }
    columns.append("question.token_count")
    columns += ["solve_rate", "majority_share", "question_reward"].map {
      format >= 2 ? "question.\($0)" : "NULL"
    }
    func isFilled(_ table: String) throws -> Bool {
      try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM \(table))") ?? false
    }
    func add(_ names: [String], of table: String) -> Int {
      defer { columns += names.map { "\(table).\($0)" } }
      return columns.count
    }
    var joins = ""
    let isPlain = !selection.includesHistory
    let classifier = selection.classifier.flatMap { $0.isEmpty || !isPlain ? nil : $0 }
    label = classifier.map { _ in
      add(Self.labelColumns + (format >= 4 ? Self.featureColumns : []), of: "label")
    }
    if classifier != nil {
      joins += """
         LEFT JOIN label ON label.question = question.id AND label.classifier = :classifier
          AND label.version = (
            SELECT max(other.version) FROM label AS other
            WHERE other.question = question.id AND other.classifier = :classifier)
        """
    }
    let hasContexts = try isPlain && format >= 4 && isFilled("question_context")
    context = hasContexts ? add(Self.contextColumns, of: "context") : nil
    if hasContexts {
      joins += """
         LEFT JOIN question_context AS context ON context.question = question.id
          AND context.version = (
            SELECT max(other.version) FROM question_context AS other
            WHERE other.question = question.id)
        """
    }
    let hasSamples =
      try isPlain && format >= 4 && selection.sampledModel != nil && isFilled("answer_sample")
    sample = hasSamples ? add(Self.sampleColumns, of: "sample") : nil
    if hasSamples {
      joins += """
         LEFT JOIN answer_sample AS sample ON sample.question = question.id
          AND sample.model = :model
        """
    }
    self.classifier = classifier
    model = hasSamples ? selection.sampledModel : nil
    sql = """
      SELECT \(columns.joined(separator: ", ")) FROM question\(joins)
      WHERE question.teacher = :teacher AND question.seed = :seed
      ORDER BY ifnull(question.step, -1), ifnull(question.dataset, -1)
        \(format >= 3 ? ", ifnull(question.student, -1)" : ""), question.position
      """
  }

  func arguments(_ teacher: String, _ seed: Int) -> StatementArguments {
    var arguments: StatementArguments = ["teacher": teacher, "seed": seed]
    if let classifier { arguments += ["classifier": classifier] }
    if let model { arguments += ["model": model] }
    return arguments
  }
}

extension LabelRecord {
  init(_ row: Row, from place: Int, hasFeatures: Bool) throws {
    self.init(
      classifier: row[place], version: row[place + 1], created: try Timestamp.date(row[place + 2]),
      isWellPosed: row[place + 3], isCorrect: row[place + 4], errorType: row[place + 5],
      verifiedAnswer: row[place + 6], detail: row[place + 7], operations: row[place + 8],
      targetShare: row[place + 9], structure: row[place + 10])
    guard hasFeatures else { return }
    features = LabelFeatures(
      posedness: row[place + 11], answerKind: row[place + 12], questionTokens: row[place + 13],
      depth: row[place + 14], width: row[place + 15], distractors: row[place + 16],
      operationMultiset: row[place + 17], steps: row[place + 18], validSteps: row[place + 19],
      misconceivedDigits: row[place + 20], slippedDigits: row[place + 21])
  }
}

extension QuestionContextRecord {
  init(_ row: Row, from place: Int) throws {
    self.init(
      version: row[place], created: try Timestamp.date(row[place + 1]),
      hardDistance: row[place + 2], corpusTexts: row[place + 3], corpusStructures: row[place + 4],
      archiveTexts: row[place + 5], archiveStructures: row[place + 6])
  }
}

extension AnswerSampleRecord {
  init(_ row: Row, from place: Int) throws {
    self.init(
      model: row[place], created: try Timestamp.date(row[place + 1]), samples: row[place + 2],
      answered: row[place + 3], agreeing: row[place + 4], correct: row[place + 5])
  }
}
