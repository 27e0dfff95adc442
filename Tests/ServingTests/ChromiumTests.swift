// Locks: in Chromium, under the page's own policy, the list shows runs, a run its curves, its
// promotions, its arms and its last questions, the browser its rows and what the address filters, a
// comparison all runs; hostile text is shown and not run.

import Foundation
import Subprocesses
import TestSupport
import Testing

@Suite struct ChromiumTests {
  /// The document after the page's script has run.
  private func document(_ address: String) async throws -> String {
    try await TemporaryFolder.with { folder in
      let outcome = try await ChildProcess(
        .named("chromium"),
        [
          "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=4000",
          "--user-data-dir=\(folder.path)/profile", "--dump-dom", address,
        ]
      ).run()
      return outcome.printed
    }
  }

  private func count(_ part: String, in document: String) -> Int {
    document.components(separatedBy: part).count - 1
  }

  @Test func allPages() async throws {
    let folder = try TemporaryFolder()
    try ServedRun(folder.file("one")).finish()
    try ServedRun(folder.file("two"), steps: 30).finish()
    try await Browser.with(folder.url) { browser in
      let (one, two) = (folder.path("one"), folder.path("two"))
      let list = try await document(browser.address)
      #expect(count("<a href=\"/run?run=", in: list) == 2)
      #expect(count("<polyline", in: list) == 2 && list.contains("state finished"))

      let run = try await document("\(browser.address)/run?run=\(one)")
      // Two seeds' R_t; well-posed, correct and target share.
      #expect(count("<path class=\"curve ", in: run) == 5)
      #expect(count("<path class=\"mark ", in: run) == 2)
      #expect(run.contains("Promotion Questions") && run.contains("pass@1"))
      #expect(run.contains("Last questions") && run.contains("Last events"))

      let all = try await document("\(browser.address)/questions?run=\(two)")
      #expect(all.contains("1–50 of 120 questions"))
      #expect(count("<tr>", in: all) == 51)
      let some = try await document(
        "\(browser.address)/questions?run=\(two)&label=ill&from=3&to=5&page=1")
      #expect(some.contains("1–6 of 6 questions") && count("<tr>", in: some) == 7)
      let hostile = try await document("\(browser.address)/questions?run=\(one)&seed=2&to=0")
      #expect(hostile.contains("&lt;img src=x onerror=1&gt;"))
      #expect(!hostile.contains("<img") && !hostile.contains("<title>broken"))

      let both = try await document("\(browser.address)/compare?run=\(one)&run=\(two)")
      #expect(count("<figure>", in: both) == 2)
      #expect(both.contains("soar compare \(one) \(two)"))
    }
  }
}
