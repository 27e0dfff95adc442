import Diagnostics
import Foundation
import RunStore

/// A report as one file: figures inline, tables that sort, and a browser of the questions. It loads
/// nothing, and its policy lets no script run but its own.
struct HTMLReport {
  let title: String
  /// HTML.
  let body: String
  let browser: QuestionBrowser

  static let fileName = "report.html"
  static let printedName = "report.pdf"

  /// - Parameters:
  ///   - report: its figures must lie in `folder/figures`.
  init(_ report: MarkdownReport, folder: URL, questions: [StoredQuestion]) throws {
    title = Markdown.escape(report.data.title)
    browser = try QuestionBrowser(questions, classifier: report.data.classifier)
    body = try MarkdownHTML { path in
      let file = folder.appendingPathComponent(path).deletingPathExtension()
        .appendingPathExtension("svg")
      return "data:image/svg+xml;base64,\(try Data(contentsOf: file).base64EncodedString())"
    }.html(report.text)
  }

  var text: String {
    page("\(body)\n\(browser.html)", end: "<script>\(HTMLReport.script)</script>")
  }

  /// For paper: with all that is folded, without the questions.
  var printed: String {
    page(body.replacingOccurrences(of: "<details>", with: "<details open>"), end: "")
  }

  private func page(_ content: String, end: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <title>\(title)</title>
    <style>\(HTMLReport.style)</style>
    </head>
    <body>
    <main>
    \(content)
    </main>
    \(end)
    </body>
    </html>

    """
  }

  /// The browser runs the script with this hash and no other.
  private var policy: String {
    var hash = SHA256()
    hash.update(HTMLReport.script)
    return "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src "
      + "'sha256-\(hash.base64Digest())'"
  }
}

/// The questions of a run as data for the page's script, which shows them as text.
struct QuestionBrowser {
  /// One per row; what is unknown is left out.
  private struct Row: Encodable {
    var by: String
    var seed: Int
    var step: Int?
    var question, answer: String
    var wellPosed, correct: Bool?
    var error: String?
    var reward: Double?
    var promoted: Bool?
  }

  /// Most questions in a page: more would make it slow to open.
  static let limit = 20_000

  private let shown, total: Int
  /// The rows, without `<`, so that no text can end the script element.
  private let json: String

  init(_ questions: [StoredQuestion], classifier: String) throws {
    total = questions.count
    let taken = min(Self.limit, questions.count)
    shown = taken
    let rows = (0..<taken).map { index in
      let stored = questions[index * questions.count / taken]
      let label = stored.question.labels.first { $0.classifier == classifier }
      let reward = stored.dataset?.reward
      return Row(
        by: stored.place.teacher, seed: stored.place.seed, step: stored.place.step,
        question: stored.question.question, answer: stored.question.answer,
        wellPosed: label?.isWellPosed, correct: label?.isCorrect, error: label?.errorType,
        reward: reward.flatMap { $0.isFinite ? $0 : nil },
        promoted: stored.isPromoted ? true : nil)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    json = String(decoding: try encoder.encode(rows), as: UTF8.self)
      .replacingOccurrences(of: "<", with: "\\u003c")
  }

  var html: String {
    guard shown > 0 else { return "" }
    let extent =
      total > shown
      ? "\(shown) of the run's \(total) questions, taken evenly." : "All \(total) questions."
    return """
      <h2 id="browser">All questions</h2>
      <p>\(extent) The reward is that of the question's dataset.</p>
      <form id="filters" aria-label="filters">
      <label>written by <select name="by"><option value="">anyone</option></select></label>
      <label>seed <select name="seed"><option value="">any</option></select></label>
      <label>label <select name="label"><option value="">any</option>
      <option value="good">well-posed and correct</option>
      <option value="wrong">well-posed and wrong</option>
      <option value="ill">ill-posed</option><option value="none">without label</option></select></label>
      <label>outer step <input name="from" type="number" size="4" placeholder="from">
      <input name="to" type="number" size="4" placeholder="to" aria-label="outer step, to"></label>
      <label>reward at least <input name="reward" type="number" step="any" size="6"></label>
      <label>text <input name="text" type="search"></label>
      </form>
      <p id="count" role="status"></p>
      <div class="wide"><table id="questions"><thead><tr><th>written by</th><th class="n">seed</th>\
      <th class="n">step</th><th>question</th><th>answer</th><th>well-posed</th><th>correct</th>\
      <th>error</th><th class="n">reward (points)</th></tr></thead><tbody></tbody></table></div>
      <button id="more" type="button">Show more</button>
      <script type="application/json" id="data">\(json)</script>
      """
  }
}
