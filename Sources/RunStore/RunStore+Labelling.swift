import GRDB

/// A stored question to be classified.
public struct QuestionToLabel: Sendable {
  public var id: Int64
  public var teacher: String
  public var seed: Int
  public var isPromoted: Bool
  /// Whether it is the first of its loop or arm: of its teacher, seed and student.
  public var beginsLoop: Bool
  /// Nil outside an outer loop.
  public var step: Int?
  /// As in ``QuestionRecord``, where datasets share questions.
  public var poolPosition: Int?
  public var copy: Int?
  public var question: String
  public var answer: String
  /// The teacher's whole document; empty where an imported log omits it.
  public var document: String
  /// Whether the store already holds this classifier version's label, or this context version.
  public var hasLabel: Bool
  public var hasContext: Bool

  /// Whether an earlier dataset of the step holds the same question.
  public var isRepeated: Bool { (copy ?? 0) > 0 }
}

/// What labelling adds to a question; nil adds nothing.
public struct QuestionFindings: Sendable {
  public var label: LabelRecord?
  public var context: QuestionContextRecord?

  public init(label: LabelRecord? = nil, context: QuestionContextRecord? = nil) {
    self.label = label
    self.context = context
  }
}

extension RunStore {
  /// Passes every question to `body`, ordered by teacher, seed, step, dataset, student and
  /// position, and stores its findings in one transaction. Existing rows stay unchanged.
  ///
  /// - Returns: how many labels and contexts were added.
  public func label(
    classifier: String, version: Int, contextVersion: Int,
    _ body: (QuestionToLabel) throws -> QuestionFindings
  ) throws -> (labels: Int, contexts: Int) {
    try write { database in
      var added = (labels: 0, contexts: 0)
      var loop: (teacher: String, seed: Int, student: Int)?
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT question.id, question.teacher, question.seed,
            CASE WHEN question.step IS NULL THEN ifnull(question.student, 0) ELSE -1 END,
            ifnull(dataset.is_promoted, 0), question.question, question.answer, question.document,
            EXISTS (
              SELECT 1 FROM label WHERE label.question = question.id
              AND label.classifier = ? AND label.version = ?),
            EXISTS (
              SELECT 1 FROM question_context AS context WHERE context.question = question.id
              AND context.version = ?),
            question.step, question.pool_position, question.copy
          FROM question LEFT JOIN dataset USING (teacher, seed, step, dataset)
          ORDER BY question.teacher, question.seed, ifnull(question.step, -1),
            ifnull(question.dataset, -1), ifnull(question.student, -1), question.position
          """, arguments: [classifier, version, contextVersion])
      while let row = try rows.next() {
        let place = (teacher: row[1] as String, seed: row[2] as Int, student: row[3] as Int)
        let beginsLoop = loop.map { $0 != place } ?? true
        loop = place
        let id: Int64 = row[0]
        let findings = try body(
          QuestionToLabel(
            id: id, teacher: place.teacher, seed: place.seed, isPromoted: row[4],
            beginsLoop: beginsLoop, step: row[10], poolPosition: row[11], copy: row[12],
            question: row[5], answer: row[6], document: row[7],
            hasLabel: row[8], hasContext: row[9]))
        if let label = findings.label {
          try database.insert(label, of: [id])
          added.labels += 1
        }
        if let context = findings.context {
          try database.insert(context, of: [id])
          added.contexts += 1
        }
      }
      return added
    }
  }
}
