import GRDB

/// The query for a loop's questions with the selected label, context and sample. Its first columns
/// are id, student, step and dataset.
struct QuestionQuery {
  let sql: String
  private let questions: RecordReader<QuestionRecord>
  /// Nil if not read.
  private var labels: (place: Int, reader: RecordReader<LabelRecord>)?
  private var contexts: (place: Int, reader: RecordReader<QuestionContextRecord>)?
  private var samples: (place: Int, reader: RecordReader<AnswerSampleRecord>)?
  private let classifier: String?
  private let model: String?

  init(_ selection: QuestionSelection, version: Int, _ database: Database) throws {
    var columns = [
      "question.id", version >= 3 ? "question.student" : "0", "question.step", "question.dataset",
    ]
    questions = RecordReader(version, hidesTexts: !selection.includesTexts)
    columns += questions.names
    var joins = ""
    func add<Record>(
      _ reader: RecordReader<Record>, _ join: String
    ) -> (place: Int, reader: RecordReader<Record>) {
      defer { columns += reader.names }
      joins += join
      return (columns.count, reader)
    }
    func isFilled(_ table: String) throws -> Bool {
      try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM \(table))") ?? false
    }
    let isPlain = !selection.includesHistory
    classifier = selection.classifier.flatMap { $0.isEmpty || !isPlain ? nil : $0 }
    if classifier != nil {
      labels = add(
        RecordReader(version),
        """
         LEFT JOIN label ON label.question = question.id AND label.classifier = :classifier
          AND label.version = (
            SELECT max(other.version) FROM label AS other
            WHERE other.question = question.id AND other.classifier = :classifier)
        """)
    }
    if try isPlain && version >= 4 && isFilled("question_context") {
      contexts = add(
        RecordReader(version, as: "context"),
        """
         LEFT JOIN question_context AS context ON context.question = question.id
          AND context.version = (
            SELECT max(other.version) FROM question_context AS other
            WHERE other.question = question.id)
        """)
    }
    let hasSamples =
      try isPlain && version >= 4 && selection.sampledModel != nil && isFilled("answer_sample")
    model = hasSamples ? selection.sampledModel : nil
    if hasSamples {
      samples = add(
        RecordReader(version, as: "sample"),
        """
         LEFT JOIN answer_sample AS sample ON sample.question = question.id
          AND sample.model = :model
        """)
    }
    sql = """
      SELECT \(columns.joined(separator: ", ")) FROM question\(joins)
      WHERE question.teacher = :teacher AND question.seed = :seed
      ORDER BY ifnull(question.step, -1), ifnull(question.dataset, -1)
        \(version >= 3 ? ", ifnull(question.student, -1)" : ""), question.position
      """
  }

  func arguments(_ teacher: String, _ seed: Int) -> StatementArguments {
    var arguments: StatementArguments = ["teacher": teacher, "seed": seed]
    if let classifier { arguments += ["classifier": classifier] }
    if let model { arguments += ["model": model] }
    return arguments
  }

  func question(_ row: Row) throws -> QuestionRecord {
    var question = try questions.record(row, from: 4)
    if let labels, !row.hasNull(atIndex: labels.place) {
      question.labels = [try labels.reader.record(row, from: labels.place)]
    }
    if let contexts, !row.hasNull(atIndex: contexts.place) {
      question.contexts = [try contexts.reader.record(row, from: contexts.place)]
    }
    if let samples, !row.hasNull(atIndex: samples.place) {
      question.samples = [try samples.reader.record(row, from: samples.place)]
    }
    return question
  }
}
