import Diagnostics
import Foundation
import GRDB

extension RunStore {
  /// Questions that `filter` accepts, from number `offset` on, counted from 0.
  ///
  /// - Parameters:
  ///   - count: clamped to ``QuestionPage/sizeLimit``.
  ///   - seconds: the most that it may take.
  /// - Throws: ``UserError``, also when time is up.
  public func questionPage(
    _ filter: QuestionFilter, offset: Int, count: Int, seconds: Double = 10
  ) throws -> QuestionPage {
    for text in [filter.text, filter.writer, filter.classifier] {
      try text?.databaseValue.requireExactText("filter")
    }
    let brake = QueryBrake(seconds: seconds)
    return try read { database in
      try brake.attach(to: database, valueBytes: 64 << 20)
      defer { brake.detach(from: database) }
      do {
        let classifiers = try Self.classifiers(database)
        let classifier = filter.classifier ?? classifiers.first
        let query = QuestionPageQuery(filter, classifier: classifier)
        return QuestionPage(
          total: try Int.fetchOne(
            database, sql: query.count, arguments: query.countArguments) ?? 0,
          questions: try Row.fetchAll(
            database, sql: query.page,
            arguments: query.pageArguments(
              offset: max(0, offset), count: min(max(0, count), QuestionPage.sizeLimit))
          ).map(QuestionPage.Question.init),
          classifier: classifier, classifiers: classifiers,
          writers: try Self.writers(database))
      } catch let error as DatabaseError
        where error.resultCode.primaryResultCode == .SQLITE_INTERRUPT
      {
        throw UserError(
          .dataError, file: path, "the search takes longer than \(seconds.formatted()) s",
          hint: "narrow it down by writer, seed or step")
      }
    }
  }

  private static func classifiers(_ database: Database) throws -> [String] {
    try Row.fetchAll(
      database, sql: "SELECT DISTINCT classifier FROM label ORDER BY classifier"
    ).map { try $0.decode(atIndex: 0) }
  }

  private static func writers(_ database: Database) throws -> [QuestionPage.Writer] {
    try Row.fetchAll(
      database, sql: "SELECT DISTINCT teacher, seed FROM question ORDER BY teacher, seed"
    ).map {
      QuestionPage.Writer(name: try $0.decode(atIndex: 0), seed: try $0.decode(atIndex: 1))
    }
  }
}

extension QuestionPage.Question {
  fileprivate init(_ row: Row) throws {
    self.init(
      id: try row.decode(atIndex: 0), writer: try row.decode(atIndex: 1),
      seed: try row.decode(atIndex: 2), step: try row.decode(atIndex: 3),
      question: try row.decode(atIndex: 4), answer: try row.decode(atIndex: 5),
      isWellPosed: try row.decode(atIndex: 6), isCorrect: try row.decode(atIndex: 7),
      errorType: try row.decode(atIndex: 8), reward: try row.decode(atIndex: 9),
      isPromoted: try row.decode(atIndex: 10))
  }
}

/// The statements of one page. Only what the user chose is joined for the count, so counting a
/// hundred thousand questions stays fast.
private struct QuestionPageQuery {
  private let filter: QuestionFilter
  private let classifier: String?
  private let conditions: String

  init(_ filter: QuestionFilter, classifier: String?) {
    self.filter = filter
    self.classifier = classifier
    var conditions: [String] = []
    if filter.writer != nil { conditions.append("question.teacher = :writer") }
    if filter.seed != nil { conditions.append("question.seed = :seed") }
    if filter.firstStep != nil { conditions.append("question.step >= :firstStep") }
    if filter.lastStep != nil { conditions.append("question.step <= :lastStep") }
    if filter.leastReward != nil { conditions.append("dataset.reward >= :least") }
    if filter.greatestReward != nil { conditions.append("dataset.reward <= :greatest") }
    if filter.text != nil {
      conditions.append(
        """
        (instr(lower(question.question), lower(:text)) > 0
          OR instr(lower(question.answer), lower(:text)) > 0)
        """)
    }
    switch filter.label {
    case .good: conditions.append("label.is_well_posed AND label.is_correct")
    case .wrong: conditions.append("label.is_well_posed AND label.is_correct = 0")
    case .ill: conditions.append("label.is_well_posed = 0")
    case .unlabelled: conditions.append("label.question IS NULL")
    case nil: break
    }
    self.conditions =
      conditions.isEmpty ? "" : " WHERE \(conditions.joined(separator: " AND "))"
  }

  private static let dataset = """
     LEFT JOIN dataset ON dataset.teacher = question.teacher AND dataset.seed = question.seed
      AND dataset.step = question.step AND dataset.dataset = question.dataset
    """

  private static let label = """
     LEFT JOIN label ON label.question = question.id AND label.classifier = :classifier
      AND label.version = (
        SELECT max(other.version) FROM label AS other
        WHERE other.question = question.id AND other.classifier = :classifier)
    """

  private var isByReward: Bool { filter.leastReward != nil || filter.greatestReward != nil }

  var count: String {
    "SELECT count(*) FROM question" + (isByReward ? Self.dataset : "")
      + (filter.label != nil ? Self.label : "") + conditions
  }

  var page: String {
    let order =
      switch filter.order {
      case .newest: "question.id DESC"
      case .oldest: "question.id"
      case .highestReward: "dataset.reward DESC NULLS LAST, question.id"
      case .lowestReward: "dataset.reward NULLS LAST, question.id"
      }
    let limit = QuestionPage.textLimit
    return """
      SELECT question.id, question.teacher, question.seed, question.step,
        substr(question.question, 1, \(limit)), substr(question.answer, 1, \(limit)),
        label.is_well_posed, label.is_correct, label.error_type, dataset.reward,
        ifnull(dataset.is_promoted, 0)
      FROM question\(Self.dataset)\(Self.label)\(conditions)
      ORDER BY \(order) LIMIT :count OFFSET :offset
      """
  }

  /// GRDB refuses arguments that a statement does not name.
  private var chosen: StatementArguments {
    var arguments = StatementArguments()
    if let writer = filter.writer { arguments += ["writer": writer] }
    if let seed = filter.seed { arguments += ["seed": seed] }
    if let step = filter.firstStep { arguments += ["firstStep": step] }
    if let step = filter.lastStep { arguments += ["lastStep": step] }
    if let reward = filter.leastReward { arguments += ["least": reward] }
    if let reward = filter.greatestReward { arguments += ["greatest": reward] }
    if let text = filter.text { arguments += ["text": text] }
    return arguments
  }

  var countArguments: StatementArguments {
    filter.label == nil ? chosen : chosen + ["classifier": classifier]
  }

  func pageArguments(offset: Int, count: Int) -> StatementArguments {
    chosen + ["classifier": classifier, "count": count, "offset": offset]
  }
}
