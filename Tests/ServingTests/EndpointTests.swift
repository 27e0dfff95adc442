// Locks:
// - the list, a run, its details: states, rewards, promotions, shares, arms with their intervals
// - the time left of a run that goes on, by what is expected of it, asked for once
// - a run that goes on is read anew when it has written, and one that is over is not forgotten
// - questions: pages of 50, every filter, every order, wrong parameters
// - hostile text never leaves its JSON string
// - a broken store, one of a newer format, a folder that vanishes: one line each, and the server lives
// - serving changes no byte and makes no file in a run's folder, also of a run that was killed

import Experiments
import Foundation
import RunStore
import SelfPlay
import Serving
import Synchronization
import TestSupport
import Testing

@Suite struct EndpointTests {
  private func finishedRun(in folder: TemporaryFolder, _ name: String = "one") throws -> String {
    let run = try ServedRun(folder.file(name))
    try run.finish()
    return run.folder.path
  }

  @Test func theList() async throws {
    let folder = try TemporaryFolder()
    let path = try finishedRun(in: folder)
    _ = try ServedRun(folder.file("two"), steps: 1)
    try await Browser.with(folder.url) { browser in
      let runs = try #require(try await browser.json("/api/runs")["runs"] as? [[String: Any]])
      #expect(runs.map { $0["run"] as? String } == [path, folder.path("two")])
      #expect(runs[0]["state"] as? String == "finished")
      // Without a lock nobody knows whether its process lives.
      #expect(runs[1]["state"] as? String == "unknown")
      #expect(runs[0]["preset"] as? String == "quick" && runs[0]["seeds"] as? [Int] == [1, 2])
      #expect(runs[0]["outerSteps"] as? Int == 6 && runs[0]["promotions"] as? Int == 2)
      #expect((runs[0]["rewards"] as? [Double]) == [0.01, 0.02, 0.03])
      #expect(runs[0]["started"] as? String == "2025-06-15T15:06:40Z")
    }
  }

  @Test func aRunAndItsDetails() async throws {
    let folder = try TemporaryFolder()
    let path = try finishedRun(in: folder)
    try await Browser.with(folder.url) { browser in
      let run = try await browser.json("/api/run", ("run", path))
      #expect(run["isOver"] as? Bool == true)
      let snapshot = try #require(run["snapshot"] as? [String: Any])
      let loops = try #require(snapshot["loops"] as? [[String: Any]])
      #expect(loops.map { $0["seed"] as? Int } == [1, 2])
      #expect(loops[0]["promotions"] as? [Int] == [2] && loops[0]["steps"] as? Int == 3)
      let details = try await browser.json("/api/details", ("run", path))
      #expect(details["classifier"] as? String == "exact")
      let quality = try #require(details["quality"] as? [[String: Any]])
      #expect(quality.count == 2 && quality[0]["steps"] as? [Int] == [0, 1, 2])
      #expect(quality[0]["wellPosed"] as? [Double] == [0.5, 0.5, 0.5])
      #expect(quality[0]["targetShare"] as? [Double] == [0.5, 0.5, 0.5])
      let arms = try #require(details["arms"] as? [[String: Any]])
      let names = arms.compactMap { $0["arm"] as? String }
      #expect(Set(names) == ["Hard-Only", "Promotion Questions"] && names.count == 2)
      let hard = try #require(arms.first { $0["arm"] as? String == "Hard-Only" })
      #expect(hard["seeds"] as? Int == 2 && hard["trainAccuracy"] as? Double == 0.5)
      let first = try #require((hard["passAtK"] as? [[String: Any]])?.first)
      // Problems solved by 0 and 2 of 4 samples, alike for both seeds.
      #expect(first["k"] as? Int == 1 && first["value"] as? Double == 0.25)
      #expect(try #require(first["upper"] as? Double) > 0.25)
    }
  }

  @Test func theTimeLeft() async throws {
    let folder = try TemporaryFolder()
    _ = try finishedRun(in: folder)
    let run = try ServedRun(folder.file("two"), steps: 1)
    let asked = Asked()
    let expecting: RunServer.Expectation = { folder, configuration, workers in
      asked.count.withLock { $0 += 1 }
      return ExpectedDuration(
        preparation: 0, loops: [],
        // Nothing of what the run has measured, or that would scale the rest.
        arms: configuration.arms.filter { $0.name != "Hard-Only" }
          .map { .init(name: $0.name, seconds: 3600) },
        basis: "\(folder.lastPathComponent), \(workers)")
    }
    try await Browser.with(folder.url, expecting: expecting) { browser in
      let runs = try #require(try await browser.json("/api/runs")["runs"] as? [[String: Any]])
      #expect(runs[0]["remaining"] == nil)
      let remaining = try #require(runs[1]["remaining"] as? [String: Any])
      #expect(remaining["basis"] as? String == "two, 2")
      let reply = try await browser.json("/api/run", ("run", run.folder.path))
      let snapshot = try #require(reply["snapshot"] as? [String: Any])
      let seconds = try #require(
        (snapshot["remaining"] as? [String: Any])?["seconds"] as? Double)
      #expect(seconds > 3600)
    }
    #expect(asked.count.withLock { $0 } == 1)
  }

  private final class Asked: Sendable {
    let count = Mutex(0)
  }

  @Test func aRunThatGoesOn() async throws {
    let folder = try TemporaryFolder()
    let run = try ServedRun(folder.file("one"), steps: 1)
    try await Browser.with(folder.url) { browser in
      func steps(_ reply: [String: Any]) -> Int? {
        (reply["snapshot"] as? [String: Any])?["outerSteps"] as? Int
      }
      func shown(_ reply: [String: Any]) -> [[Int]]? {
        (reply["quality"] as? [[String: Any]])?.compactMap { $0["steps"] as? [Int] }
      }
      let path = run.folder.path
      #expect(steps(try await browser.json("/api/run", ("run", path))) == 2)
      #expect(shown(try await browser.json("/api/details", ("run", path))) == [[0], [0]])
      try run.addStep(1, seed: 1)
      #expect(steps(try await browser.json("/api/run", ("run", path))) == 3)
      #expect(shown(try await browser.json("/api/details", ("run", path))) == [[0, 1], [0]])
      let page = try await browser.json("/api/questions", ("run", path))
      #expect(page["total"] as? Int == 6)
      try run.finish()
      for _ in 0..<2 {
        #expect(try await browser.json("/api/run", ("run", path))["isOver"] as? Bool == true)
      }
    }
  }

  @Test func pagesOfQuestions() async throws {
    let folder = try TemporaryFolder()
    let run = try ServedRun(folder.file("one"), steps: 40)
    try run.finish()
    try await Browser.with(folder.url) { browser in
      let path = run.folder.path
      var seen: [Int] = []
      for (page, size) in [(1, 50), (2, 50), (3, 50), (4, 10), (5, 0)] {
        let reply = try await browser.json(
          "/api/questions", ("run", path), ("page", "\(page)"), ("order", "oldest"))
        #expect(reply["total"] as? Int == 160 && reply["pages"] as? Int == 4)
        let questions = try #require(reply["questions"] as? [[String: Any]])
        #expect(questions.count == size)
        seen += questions.compactMap { $0["id"] as? Int }
      }
      #expect(seen.count == 160 && seen == seen.sorted() && Set(seen).count == 160)
    }
  }

  @Test(arguments: [
    ([("writer", "SOAR")], 12), ([("writer", "nobody")], 0), ([("seed", "2")], 6),
    ([("from", "1"), ("to", "1")], 4), ([("label", "good")], 6), ([("label", "wrong")], 0),
    ([("label", "ill")], 6), ([("label", "none")], 0), ([("least", "0.025")], 4),
    ([("greatest", "0.015")], 4), ([("text", "dan HAS")], 5), ([("text", "%")], 0),
    ([("text", "' OR 1=1 --")], 0), ([("seed", "")], 12), ([("classifier", "other")], 12),
    ([("classifier", "other"), ("label", "none")], 12), ([("text", "<script>")], 1),
    ([("seed", "1"), ("label", "good"), ("least", "0.02")], 2),
  ])
  func filters(_ query: [(String, String)], total: Int) async throws {
    let folder = try TemporaryFolder()
    let path = try finishedRun(in: folder)
    try await Browser.with(folder.url) { browser in
      let reply = try await browser.get("/api/questions", [("run", path)] + query).json
      #expect(reply["total"] as? Int == total)
      #expect((reply["questions"] as? [Any])?.count == total)
    }
  }

  @Test func orders() async throws {
    let folder = try TemporaryFolder()
    let path = try finishedRun(in: folder)
    try await Browser.with(folder.url) { browser in
      for (order, expected) in [
        ("newest", [2, 1, 0]), ("oldest", [0, 1, 2]), ("highestReward", [2, 1, 0]),
        ("lowestReward", [0, 1, 2]),
      ] {
        let reply = try await browser.json(
          "/api/questions", ("run", path), ("order", order), ("seed", "1"), ("label", "good"))
        let questions = try #require(reply["questions"] as? [[String: Any]])
        #expect(questions.compactMap { $0["step"] as? Int } == expected, "\(order)")
      }
    }
  }

  @Test(arguments: [
    ("seed", "x"), ("seed", "99999999999999999999"), ("label", "best"), ("least", "nan"),
    ("least", "1e999"), ("order", "random"), ("page", "0"), ("page", "-1"),
    ("page", "9223372036854775807"), ("from", "1.5"),
  ])
  func wrongParameters(_ name: String, _ value: String) async throws {
    let folder = try TemporaryFolder()
    let path = try finishedRun(in: folder)
    try await Browser.with(folder.url) { browser in
      let reply = try await browser.get("/api/questions", [("run", path), (name, value)])
      #expect(reply.status == 400)
      #expect((try reply.json["error"] as? String)?.hasPrefix("\(name): takes ") == true)
    }
  }

  @Test func hostileTextStaysInItsString() async throws {
    let folder = try TemporaryFolder()
    let path = try finishedRun(in: folder)
    try await Browser.with(folder.url) { browser in
      for place in ["/api/runs", "/api/run", "/api/details", "/api/questions"] {
        let text = try await browser.get(place, [("run", path)]).text
        #expect(!text.contains("<") && !text.contains("\u{2028}"), "\(place)")
      }
      let reply = try await browser.json("/api/questions", ("run", path), ("text", "<img"))
      let question = try #require((reply["questions"] as? [[String: Any]])?.first)
      #expect(question["question"] as? String == ServedRun.hostile)
    }
  }

  @Test func whatCannotBeRead() async throws {
    let folder = try TemporaryFolder()
    let path = try finishedRun(in: folder)
    for name in ["broken", "newer", "gone"] {
      try FileManager.default.copyItem(at: folder.file("one"), to: folder.file(name))
    }
    try folder.write("not a database", to: "broken/run.sqlite")
    // The format's number is at offset 60.
    var bytes = try [UInt8](Data(contentsOf: folder.file("newer/run.sqlite")))
    bytes.replaceSubrange(60..<64, with: [0, 0, 1, 0])
    try folder.write(bytes, to: "newer/run.sqlite")
    try await Browser.with(folder.url) { browser in
      for (name, words) in [("broken", "not an SQLite database"), ("newer", "format version 256")] {
        for place in ["/api/run", "/api/details", "/api/questions"] {
          let reply = try await browser.get(place, [("run", folder.path(name))])
          #expect(reply.status == 500, "\(place)")
          let error = try #require(try reply.json["error"] as? String)
          #expect(error.contains(words) && !error.contains("\n"))
        }
      }
      let runs = try #require(try await browser.json("/api/runs")["runs"] as? [[String: Any]])
      #expect(runs.count == 4)
      #expect(runs.compactMap { $0["error"] as? String }.count == 2)
      let gone = [("run", folder.path("gone"))]
      let before = try await browser.get("/api/run", gone).status
      try FileManager.default.removeItem(at: folder.file("gone"))
      let after = try await browser.get("/api/run", gone).status
      #expect(before == 200 && after == 404)
      // Only runs of the list are opened, however a path to them is spelled.
      for other in ["/etc", path + "/", path + "/../one", ""] {
        let status = try await browser.get("/api/run", [("run", other)]).status
        #expect(status == 404, "\(other)")
      }
      let nameless = try await browser.get("/api/run").status
      #expect(nameless == 400)
      folder.remove()
      let list = try await browser.json("/api/runs")
      #expect((list["problems"] as? [String])?.count == 1)
      #expect((list["runs"] as? [Any])?.isEmpty == true)
    }
  }

  /// - Parameter log: what a killed writer left beside the store, or the header of a log alone.
  @Test(arguments: ["none", "log", "header"]) func nothingIsWritten(log: String) async throws {
    let folder = try TemporaryFolder()
    let run = try ServedRun(folder.file("original"))
    if log == "none" { try run.finish() }
    let copy = folder.file("runs/one")
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
    // A copy of a store whose writer lives is what a killed writer leaves on a disk.
    for suffix in log == "log" ? ["", "-wal"] : [""] {
      let name = RunStore.fileName + suffix
      try FileManager.default.copyItem(
        at: run.folder.appendingPathComponent(name), to: copy.appendingPathComponent(name))
    }
    if log == "header" {
      let file = "runs/one/\(RunStore.fileName)"
      try run.finish()
      var bytes = try [UInt8](Data(contentsOf: folder.file("original/\(RunStore.fileName)")))
      bytes.replaceSubrange(18..<20, with: [2, 2])
      try folder.write(bytes, to: file)
    }
    func contents() throws -> [String: Data] {
      let names = try FileManager.default.contentsOfDirectory(atPath: copy.path)
      return try Dictionary(
        uniqueKeysWithValues: names.map {
          ($0, try Data(contentsOf: copy.appendingPathComponent($0)))
        })
    }
    let before = try contents()
    try await Browser.with(folder.file("runs")) { browser in
      let runs = try #require(try await browser.json("/api/runs")["runs"] as? [[String: Any]])
      #expect(runs.first?["outerSteps"] as? Int == 6)
      for place in ["/api/run", "/api/details", "/api/questions"] {
        let status = try await browser.get(place, [("run", copy.path)]).status
        #expect(status == 200)
      }
    }
    #expect(try contents() == before)
  }
}
