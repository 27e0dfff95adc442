import Diagnostics
import Foundation
import RunStore

/// A request that cannot be answered, with its HTTP status.
struct Refusal: Error {
  var status: Int
  var message: String
}

/// A parameter of a request's address, decoded.
struct QueryItem: Sendable {
  var name, value: String
}

/// The data behind the page, as JSON. Blocks while it reads stores.
struct Endpoints: Sendable {
  let runs: ServedRuns

  static let questionsPerPage = 50

  /// - Throws: ``Refusal``, or a store's ``UserError``.
  func json(_ path: String, _ query: [QueryItem]) throws -> String {
    switch path {
    case "/api/runs": return try runs.list()
    case "/api/run": return try runs.run(folder(query))
    case "/api/details": return try runs.details(folder(query))
    case "/api/questions": return try questions(query)
    default: throw Refusal(status: 404, message: "there is no such page")
    }
  }

  static func json(error message: String) -> String {
    (try? safeJSON(["error": message])) ?? #"{"error":"unknown"}"#
  }

  /// Only folders that the list shows are ever opened.
  private func folder(_ query: [QueryItem]) throws -> String {
    guard let name = query.last(where: { $0.name == "run" })?.value else {
      throw Refusal(status: 400, message: "run: missing")
    }
    guard runs.folders().names.contains(where: { $0.exact == name.exact }) else {
      throw Refusal(status: 404, message: "there is no run \(name.shortened())")
    }
    return name
  }

  // MARK: Questions

  private struct Questions: Encodable {
    struct Question: Encodable {
      var id: Int64
      var writer: String
      var seed: Int
      var step: Int?
      var question, answer: String
      var isWellPosed, isCorrect: Bool?
      var errorType: String?
      var reward: Measured
      var isPromoted: Bool
    }

    struct Writer: Encodable {
      var name: String
      var seed: Int
    }

    var total, page, pages: Int
    var classifier: String?
    var classifiers: [String]
    var writers: [Writer]
    var questions: [Question]
  }

  private func questions(_ query: [QueryItem]) throws -> String {
    let folder = try folder(query)
    let parameters = Parameters(query)
    let filter = try parameters.filter()
    let number = try parameters.whole("page") ?? 1
    guard number >= 1, number <= 1_000_000 else {
      throw Refusal(status: 400, message: "page: takes 1 to 1000000")
    }
    let page = try runs.questions(
      folder, filter, offset: (number - 1) * Self.questionsPerPage, count: Self.questionsPerPage)
    return try safeJSON(
      Questions(
        total: page.total, page: number,
        pages: max(1, (page.total + Self.questionsPerPage - 1) / Self.questionsPerPage),
        classifier: page.classifier, classifiers: page.classifiers,
        writers: page.writers.map { Questions.Writer(name: $0.name, seed: $0.seed) },
        questions: page.questions.map {
          Questions.Question(
            id: $0.id, writer: $0.writer, seed: $0.seed, step: $0.step, question: $0.question,
            answer: $0.answer, isWellPosed: $0.isWellPosed, isCorrect: $0.isCorrect,
            errorType: $0.errorType, reward: Measured($0.reward), isPromoted: $0.isPromoted)
        }))
  }
}

/// JSON that is safe wherever a page may put it: no text in it ends a script element or a line.
func safeJSON(_ value: some Encodable) throws -> String {
  try jsonText(value)
    .replacing("<", with: "\\u003c")
    .replacing("\u{2028}", with: "\\u2028")
    .replacing("\u{2029}", with: "\\u2029")
}
