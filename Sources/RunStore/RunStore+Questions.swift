import Diagnostics
import GRDB

extension RunStore {
  /// Stored questions with the newest label of each classifier, without contexts and samples,
  /// ordered by teacher, seed, step, dataset, student and position; seeds are the store's own
  /// numbers. Nil selects all.
  public func questions(
    teacher: String? = nil, seed: Int? = nil, step: Int? = nil
  ) throws -> [StoredQuestion] {
    try read { database in
      let version = try database.formatVersion()
      let arguments: StatementArguments = ["teacher": teacher, "seed": seed, "step": step]
      func filter(_ table: String) -> String {
        """
        WHERE \(table).teacher = ifnull(:teacher, \(table).teacher)
          AND \(table).seed = ifnull(:seed, \(table).seed)
          AND (:step IS NULL OR \(table).step = :step)
        """
      }
      let labelReader = RecordReader<LabelRecord>(version)
      let labels = try Dictionary(
        grouping: Row.fetchAll(
          database,
          sql: """
            SELECT label.question, \(labelReader.names.joined(separator: ", "))
            FROM newest_label AS label JOIN question ON question.id = label.question
            \(filter("question")) ORDER BY label.question, label.classifier
            """, arguments: arguments), by: { $0[0] as Int64 }
      ).mapValues { try $0.map { try labelReader.record($0, from: 1) } }
      let rewards = try Dictionary(
        grouping: Row.fetchAll(
          database,
          sql: """
            SELECT teacher, seed, step, dataset, reward FROM student_training
            \(filter("student_training")) ORDER BY repeat
            """, arguments: arguments), by: { DatasetKey($0, from: 0) }
      ).mapValues { $0.map { $0[4] as Double? } }
      let reader = RecordReader<QuestionRecord>(version)
      let student = version >= 3 ? "ifnull(question.student, 0)" : "0"
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT question.id, teacher, seed, step, dataset, \(student) AS number, dataset.reward,
            ifnull(dataset.is_promoted, 0), \(reader.names.joined(separator: ", "))
          FROM question LEFT JOIN dataset USING (teacher, seed, step, dataset)
          \(filter("question"))
          ORDER BY question.teacher, question.seed, question.step, question.dataset, number,
            question.position
          """, arguments: arguments)
      var clusters: [Int: Int] = [:]
      var datasets: [DatasetKey: Int] = [:]
      return try Array(
        rows.map { row in
          let id: Int64 = row[0]
          let key = DatasetKey(row, from: 1)
          let cluster = clusters[key.seed] ?? clusters.count
          clusters[key.seed] = cluster
          var question = try reader.record(row, from: 8)
          question.labels = labels[id] ?? []
          var dataset: StoredQuestion.Dataset?
          if key.step != nil {
            let index = datasets[key] ?? datasets.count
            datasets[key] = index
            dataset = StoredQuestion.Dataset(
              index: index, reward: row[6], rewards: rewards[key] ?? [], isPromoted: row[7])
          }
          return StoredQuestion(
            id: id,
            place: StoredQuestion.Place(
              cluster: cluster, seed: key.seed, teacher: key.teacher,
              student: key.step == nil ? row[5] : nil, step: key.step, dataset: key.dataset),
            dataset: dataset, question: question)
        })
    }
  }

  /// Every label of one question, including old versions, by classifier and version.
  public func labels(of question: Int64) throws -> [LabelRecord] {
    try read { database in
      try database.records(
        LabelRecord.self, "WHERE question = ? ORDER BY classifier, version", arguments: [question])
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
  /// Label counts of every outer step's questions per classifier, ordered by classifier, teacher,
  /// seed and step; teachers in stored order. A question that datasets share counts once.
  public func labelShares() throws -> [LabelCounts] {
    try read { database in
      let once = try database.formatVersion() >= 10 ? "AND ifnull(question.copy, 0) = 0" : ""
      return try Row.fetchAll(
        database,
        sql: """
          SELECT question.teacher, question.seed, question.step, label.classifier,
            count(*) AS questions, sum(label.is_well_posed) AS well_posed,
            sum(ifnull(label.is_correct, 0)) AS correct
          FROM question JOIN newest_label AS label ON label.question = question.id
          WHERE question.step IS NOT NULL \(once)
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

/// Counts of one classifier's labels on one outer step's questions.
public struct LabelCounts: Sendable, Equatable {
  public var classifier: String
  public var teacher: String
  public var seed: Int
  public var step: Int
  /// Questions with a label.
  public var questions: Int
  public var wellPosed: Int
  public var correct: Int
}

/// One classifier's labels on all questions of one outer step. Shares are 0 to 1.
public struct QuestionShare: Codable, Sendable, Equatable {
  public var teacher: String
  public var seed: Int
  /// Nil for questions sampled outside an outer loop.
  public var step: Int?
  public var questions: Int
  public var wellPosed: Double
  /// Share of all questions; an ill-posed question counts as incorrect.
  public var correct: Double
  public var meanOperations: Double?
  public var targetShare: Double?
  /// Distinct structures divided by questions.
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

/// Identifies the dataset of a row; step and dataset are nil outside an outer loop.
private struct DatasetKey: Hashable {
  private let name: ExactText
  var seed: Int
  var step: Int?
  var dataset: Int?

  var teacher: String { name.text }

  init(_ row: Row, from place: Int) {
    name = (row[place] as String).exact
    seed = row[place + 1]
    step = row[place + 2]
    dataset = row[place + 3]
  }
}
