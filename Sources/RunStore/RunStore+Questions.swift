import GRDB

extension RunStore {
  /// Stored questions with the newest label of each classifier, in the order of teacher, seed,
  /// step, dataset, student and position. Nil means all.
  public func questions(
    teacher: String? = nil, seed: Int? = nil, step: Int? = nil
  ) throws -> [StoredQuestion] {
    try read { database in
      let filter = """
        question.teacher = ifnull(:teacher, question.teacher)
        AND question.seed = ifnull(:seed, question.seed)
        AND (:step IS NULL OR question.step = :step)
        """
      let arguments: StatementArguments = ["teacher": teacher, "seed": seed, "step": step]
      let labels = try Dictionary(
        grouping: Row.fetchAll(
          database,
          sql: """
            SELECT label.* FROM newest_label AS label
            JOIN question ON question.id = label.question
            WHERE \(filter) ORDER BY label.question, label.classifier
            """, arguments: arguments), by: { $0["question"] as Int64 })
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT question.*, ifnull(dataset.is_promoted, 0) AS is_promoted
          FROM question LEFT JOIN dataset USING (teacher, seed, step, dataset)
          WHERE \(filter)
          ORDER BY question.teacher, question.seed, question.step, question.dataset,
            question.position
          """, arguments: arguments)
      let questions = try rows.map { row in
        let id: Int64 = row["id"]
        return StoredQuestion(
          id: id, teacher: row["teacher"], seed: row["seed"],
          student: row["step"] == nil ? row["student"] ?? 0 : nil, step: row["step"],
          dataset: row["dataset"], isPromoted: row["is_promoted"],
          question: QuestionRecord(
            position: row["position"], question: row["question"], answer: row["answer"],
            document: row["document"], tokenCount: row["token_count"],
            solveRate: row["solve_rate"], majorityShare: row["majority_share"],
            questionReward: row["question_reward"],
            labels: try (labels[id] ?? []).map(LabelRecord.init)))
      }
      // Not in SQL: a store of format 2, opened for reading only, has no such column.
      guard questions.contains(where: { ($0.student ?? 0) > 0 }) else { return questions }
      return questions.enumerated().sorted { first, second in
        func key(_ place: (offset: Int, element: StoredQuestion)) -> (String, Int, Int, Int, Int) {
          let question = place.element
          return (
            question.teacher, question.seed, question.step ?? -1, question.student ?? -1,
            place.offset
          )
        }
        return key(first) < key(second)
      }.map(\.element)
    }
  }

  /// Every label of one question, old versions too, by classifier and version.
  public func labels(of question: Int64) throws -> [LabelRecord] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM label WHERE question = ? ORDER BY classifier, version",
        arguments: [question]
      ).map(LabelRecord.init)
    }
  }

  /// The view `question_share`: shares of the questions of each outer step.
  public func questionShares(
    classifier: String, teacher: String = OuterStepRecord.defaultTeacher
  ) throws -> [QuestionShare] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM question_share WHERE classifier = ? AND teacher = ?
          ORDER BY seed, step
          """, arguments: [classifier, teacher]
      ).map {
        QuestionShare(
          teacher: $0["teacher"], seed: $0["seed"], step: $0["step"],
          questions: $0["questions"], wellPosed: $0["well_posed"], correct: $0["correct"],
          meanOperations: $0["mean_operations"], targetShare: $0["target_share"],
          distinctShare: $0["distinct_share"], meanTokens: $0["mean_tokens"])
      }
    }
  }
}

extension RunStore {
  /// Label counts of the questions of every outer step, by each classifier, in the order of
  /// classifier, teacher, seed and step; teachers as their loops were stored.
  public func labelShares() throws -> [LabelCounts] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT question.teacher, question.seed, question.step, label.classifier,
            count(*) AS questions, sum(label.is_well_posed) AS well_posed,
            sum(ifnull(label.is_correct, 0)) AS correct
          FROM question JOIN newest_label AS label ON label.question = question.id
          WHERE question.step IS NOT NULL
          GROUP BY question.teacher, question.seed, question.step, label.classifier
          ORDER BY label.classifier,
            (SELECT min(rowid) FROM outer_step WHERE outer_step.teacher = question.teacher),
            question.teacher, question.seed, question.step
          """
      ).map {
        LabelCounts(
          classifier: $0["classifier"], teacher: $0["teacher"], seed: $0["seed"],
          step: $0["step"], questions: $0["questions"], wellPosed: $0["well_posed"],
          correct: $0["correct"])
      }
    }
  }
}

/// How many questions of one outer step one classifier has labelled, and how.
public struct LabelCounts: Sendable, Equatable {
  public var classifier: String
  public var teacher: String
  public var seed: Int
  public var step: Int
  /// Those with a label.
  public var questions: Int
  public var wellPosed: Int
  public var correct: Int
}

/// What one classifier says of all questions of one outer step together. Shares are 0 to 1.
public struct QuestionShare: Codable, Sendable, Equatable {
  public var teacher: String
  public var seed: Int
  /// Nil for questions sampled outside an outer loop.
  public var step: Int?
  public var questions: Int
  public var wellPosed: Double
  /// Of all questions; an ill-posed one counts as not correct.
  public var correct: Double
  public var meanOperations: Double?
  public var targetShare: Double?
  /// Structures that differ, over questions.
  public var distinctShare: Double
  public var meanTokens: Double

  public init(
    teacher: String, seed: Int, step: Int? = nil, questions: Int, wellPosed: Double,
    correct: Double, meanOperations: Double? = nil, targetShare: Double? = nil,
    distinctShare: Double, meanTokens: Double
  ) {
    self.teacher = teacher
    self.seed = seed
    self.step = step
    self.questions = questions
    self.wellPosed = wellPosed
    self.correct = correct
    self.meanOperations = meanOperations
    self.targetShare = targetShare
    self.distinctShare = distinctShare
    self.meanTokens = meanTokens
  }
}
