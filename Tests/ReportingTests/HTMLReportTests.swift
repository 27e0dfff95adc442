// Locks:
// - every heading, table, figure and list of the markdown is in the page, and folded parts stay folded
// - the page is one file: figures inside, no address to load from, one script, allowed by its hash
// - hostile text stays text, in the report and in the browser's data
// - the browser holds all questions, or as many as it says, taken evenly
// - in Chromium the page's script runs under its policy: questions appear, filters and sorting work, and
//   hostile text is shown, not run
// - on paper everything is unfolded and no script or question is left; the same report gives the same bytes

import Diagnostics
import Foundation
import RunStore
import Subprocesses
import TestSupport
import Testing

@testable import Reporting

@Suite struct HTMLReportTests {
  private func page(_ report: MarkdownReport, _ questions: [StoredQuestion] = []) throws -> String {
    try TemporaryFolder.with(keptAs: "page") { folder in
      let place = folder.appendingPathComponent("report")
      try report.write(to: place, gnuplot: Gnuplot.locate())
      return try HTMLReport(report, folder: place, questions: questions).text
    }
  }

  @Test func allOfTheReportIsThere() throws {
    let report = MarkdownReport(SyntheticReport.data)
    let page = try page(report)
    let lines = report.text.components(separatedBy: "\n")
    func count(_ pattern: String) -> Int { page.components(separatedBy: pattern).count - 1 }
    #expect(count("<h2 ") == lines.count { $0.hasPrefix("## ") })
    #expect(count("<h3 ") == lines.count { $0.hasPrefix("### ") })
    #expect(count("<table>") == lines.count { $0.hasPrefix("| ---") })
    #expect(count("<details>") == lines.count { $0.hasPrefix("<details>") })
    #expect(count("</details>") == count("<details>"))
    #expect(count("<img ") == lines.count { $0.hasPrefix("![") })
    #expect(count("src=\"data:image/svg+xml;base64,") == count("<img "))
    #expect(page.contains("<ol>\n<li><strong>Does self-written practice"))
    #expect(page.contains("<th class=\"n\">pass@32</th>"))
    #expect(!page.contains("[SVG]") && !page.contains("](figures/"))
  }

  @Test func nothingIsLoadedFromElsewhere() throws {
    let page = try page(
      MarkdownReport(SyntheticReport.data), [SyntheticReport.question(step: 0)])
    for pattern in [#"src="(?!data:)"#, #"href="(?!https://arxiv)"#, "@import", #"url\("#, "fetch"]
    {
      #expect(page.range(of: pattern, options: .regularExpression) == nil, "\(pattern)")
    }
    let scripts = page.components(separatedBy: "<script").dropFirst()
    #expect(scripts.count == 2)
    #expect(scripts.count { $0.hasPrefix(" type=\"application/json\"") } == 1)
    #expect(page.range(of: #"'sha256-[A-Za-z0-9+/]{43}='"#, options: .regularExpression) != nil)
  }

  @Test(arguments: [
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a\" onload=\"b",
    "| --- |", "</details>", "&lt;", "\u{2028}\u{0}", "![x](http://evil.example/p.png)",
    "**x** `y`",
  ])
  func hostileTextStaysText(_ hostile: String) throws {
    var data = SyntheticReport.data
    data.title = hostile
    data.arms[2].name = hostile
    data.events = [EventRecord(kind: hostile, message: hostile)]
    let question = SyntheticReport.question(step: 0, hostile)
    let page = try page(MarkdownReport(data), [question])
    #expect(page.components(separatedBy: "<script").count == 3)
    #expect(page.components(separatedBy: "</script>").count == 3)
    #expect(!page.contains("<img src=x"))
    #expect(page.range(of: "<[^>]*onload=", options: .regularExpression) == nil)
    #expect(!page.contains("<strong>x</strong>"))
    let start = try #require(page.range(of: "id=\"data\">"))
    let rest = page[start.upperBound...]
    let end = try #require(rest.range(of: "</script>"))
    let rows = try JSONSerialization.jsonObject(with: Data(rest[..<end.lowerBound].utf8))
    #expect((rows as? [[String: Any]])?.first?["question"] as? String == hostile)
  }

  @Test func onPaperEverythingIsUnfolded() throws {
    let report = MarkdownReport(SyntheticReport.data)
    try TemporaryFolder.with(keptAs: "paper") { folder in
      try report.write(to: folder, gnuplot: Gnuplot.locate())
      let page = try HTMLReport(
        report, folder: folder, questions: [SyntheticReport.question(step: 0)]
      ).printed
      #expect(page.contains("<details open>") && !page.contains("<details>"))
      #expect(!page.contains("<script") && !page.contains("id=\"questions\""))
      let chromium = try Chromium.locate()
      let pdf = try chromium.pdf(of: page)
      let pages = String(decoding: pdf, as: UTF8.self).components(separatedBy: "/Type /Page\n")
      #expect(pdf.starts(with: Data("%PDF".utf8)) && pages.count > 2)
      #expect(try chromium.pdf(of: page) == pdf)
    }
  }

  @Test func withoutABrowserThereIsAHint() {
    let error = #expect(throws: UserError.self) { try Chromium.locate(searchPath: "/nowhere") }
    #expect(error?.hint?.contains("--html") == true)
  }

  /// The page's document as Chromium has it after its script has run.
  private func rendered(_ page: String, view: String = "") throws -> String {
    try TemporaryFolder.with(keptAs: "chromium") { folder in
      let file = folder.appendingPathComponent("page.html")
      try Data(page.utf8).write(to: file)
      let outcome = try ChildProcess(
        .named("chromium"),
        [
          "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000",
          "--user-data-dir=\(folder.path)/profile", "--dump-dom", "file://\(file.path)#\(view)",
        ]
      ).runBlocking()
      return outcome.printed
    }
  }

  /// The cells of the browser's rows in order, `[row][column]`.
  private func rows(_ document: String) throws -> [[String]] {
    let table = try #require(document.range(of: "<table id=\"questions\">"))
    let rest = document[table.upperBound...]
    let end = try #require(rest.range(of: "</table>"))
    return rest[..<end.lowerBound].components(separatedBy: "<tr>").dropFirst(2).map { row in
      row.components(separatedBy: "<td").dropFirst().map { cell in
        String(cell.drop { $0 != ">" }.dropFirst())
          .replacingOccurrences(of: "</?(td|code|tr|tbody)>", with: "", options: .regularExpression)
      }
    }
  }

  @Test func chromiumShowsFiltersAndSortsThem() throws {
    var questions = (0..<150).map { SyntheticReport.question(step: $0) }
    for index in questions.indices {
      questions[index].dataset?.reward = Double((index * 7) % 150) / 1000
    }
    questions[3].question.question = "</script><script>document.title='broken'</script>"
    let page = try page(MarkdownReport(SyntheticReport.data), questions)
    let all = try rendered(page)
    #expect(all.contains("150 questions, 100 shown"))
    #expect(try rows(all).count == 100)
    #expect(
      try rows(all)[3][3] == "&lt;/script&gt;&lt;script&gt;document.title='broken'&lt;/script&gt;")
    #expect(!all.contains("<title>broken"))
    let some = try rendered(page, view: "label=wrong&from=10&to=20&sort=8&down=")
    let found = try rows(some)
    #expect(some.contains("5 questions, 5 shown"))
    #expect(found.map { $0[2] }.sorted() == ["11", "13", "15", "17", "19"])
    let rewards = found.compactMap { Double($0[8]) }
    #expect(rewards.count == 5 && rewards == rewards.sorted(by: >))
  }

  @Test func theBrowserSaysHowManyItShows() throws {
    let few = (0..<7).map { SyntheticReport.question(step: $0) }
    #expect(try QuestionBrowser(few, classifier: "exact").html.contains("All 7 questions."))
    #expect(try QuestionBrowser([], classifier: "exact").html.isEmpty)
    let many = [StoredQuestion](repeating: few[0], count: QuestionBrowser.limit + 5)
    #expect(
      try QuestionBrowser(many, classifier: "exact").html.contains(
        "20000 of the run's 20005 questions, taken evenly."))
  }
}
