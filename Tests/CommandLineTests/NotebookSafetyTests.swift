// Locks:
// - what the user writes into a notebook while it runs stays, and what was run by then is kept
// - a notebook's mode, its line ends and the link to it stay
// - commands end with their notebook, whatever ends it; what a killed one leaves is removed by the
//   next, and nothing of one that lives
// - a query or a figure without an end is ended by Ctrl-C
// - the program may be built anew under a notebook that runs
// - where nothing can be written the error says what to do

import Foundation
import TestSupport
import Testing

@Suite struct NotebookSafetyTests {
  private static let long = """
    ```soar
    soar run tiny.yaml --output runs/tiny --no-cache --set soar.outerSteps=1000
    ```

    """

  private static func folder(_ text: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(TinyRun.configuration, to: "tiny.yaml")
    try folder.write(#"{"question": "1 + 1?", "answer": "2"}"# + "\n", to: "log.jsonl")
    try folder.write(text, to: "n.md")
    return folder
  }

  private static func start(_ folder: TemporaryFolder) throws -> Tool.Running {
    try Tool.Running(["notebook", "run", "-q", "n.md"], in: folder.url)
  }

  @Test func anEditMeanwhileStays() throws {
    let text = "# A\n\n```soar\nsoar run tiny.yaml --output runs/tiny --no-cache\n```\n"
    let folder = try Self.folder(text + "```gnuplot figure=f\nplot x\n```\n")
    let running = try Self.start(folder)
    running.wait { NotebookWork.holds("run/runs/tiny/run.sqlite", in: folder) }
    let edited = try folder.text("n.md").replacing("# A", with: "# A better title")
    try folder.write(edited, to: "n.md")
    let outcome = try running.outcome()
    #expect(outcome.status == 65 && outcome.isOneError, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("error: n.md: was changed while its cells ran"))
    #expect(try folder.text("n.md") == edited)
    #expect(!folder.exists("figures"))
    let again = try Self.start(folder).outcome()
    #expect(again.output == "n.md: 2 cells: 1 run, 1 kept\n", "\(again.errors)")
    #expect(try folder.text("n.md").hasPrefix("# A better title\n"))
  }

  @Test func theFileStaysWhatItIs() throws {
    let text = "# A\r\n\r\n```soar\r\nsoar import log.jsonl -o log\r\n```\r\n\r\nend\r\n\r\n"
    let folder = try Self.folder("")
    try folder.write(text, to: "real.md")
    try FileManager.default.removeItem(at: folder.file("n.md"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("n.md"), withDestinationPath: "real.md")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder.path("real.md"))
    let outcome = try Self.start(folder).outcome()
    #expect(outcome.status == 0, "\(outcome.errors)")
    let manager = FileManager.default
    #expect(try manager.destinationOfSymbolicLink(atPath: folder.path("n.md")) == "real.md")
    let attributes = try manager.attributesOfItem(atPath: folder.path("real.md"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let written = Array(try folder.text("real.md").utf8)
    #expect(written.count > text.utf8.count)
    #expect(written.suffix(9) == Array("\r\nend\r\n\r\n".utf8)[...])
    #expect(written.count { $0 == 0x0A } == written.count { $0 == 0x0D })
  }

  // MARK: - Death

  private static func isAlive(_ process: pid_t) -> Bool {
    // One that has ended may wait for somebody to ask for its status.
    guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
      return false
    }
    return !status.contains(") Z ")
  }

  @Test func commandsEndWithTheirNotebook() throws {
    let folder = try Self.folder(Self.long)
    let running = try Self.start(folder)
    running.wait { NotebookWork.holds("run/runs/tiny/checkpoints/seed-1/step-0", in: folder) }
    let lock = try #require(NotebookWork.find("run/runs/tiny/run.lock", in: folder))
    let holder = try folder.text(lock)
    let child = try #require(
      holder.firstMatch(of: /process ([0-9]+) on/).flatMap { pid_t($0.1) }, "\(holder)")
    #expect(Self.isAlive(child))
    // Another notebook of the folder leaves it alone.
    let mine = NotebookWork.sessions(in: folder)
    #expect(mine.count == 1)
    // Not even a folder that is named after a process which lives is taken for one in use.
    let stale = ".soar-notebook/work/\(getpid())-00000000"
    try FileManager.default.createDirectory(
      at: folder.file(stale), withIntermediateDirectories: false)
    try folder.write("```soar\nsoar import log.jsonl -o log\n```\n", to: "m.md")
    let other = try Tool.run("notebook", "run", "-q", "m.md", in: folder.url)
    #expect(other.status == 0, "\(other.errors)")
    #expect(NotebookWork.sessions(in: folder) == mine)
    #expect(Self.isAlive(child) && running.isRunning)
    running.send(SIGKILL)
    _ = try running.outcome()
    let deadline = Date(timeIntervalSinceNow: 20)
    while Self.isAlive(child), Date() < deadline { usleep(5000) }
    #expect(!Self.isAlive(child))
    kill(child, SIGKILL)
    #expect(NotebookWork.sessions(in: folder) == mine)
    try Tool.run("notebook", "run", "-q", "--rerun", "m.md", in: folder.url)
    #expect(NotebookWork.sessions(in: folder).isEmpty)
  }

  @Test func theProgramIsBuiltAnewMeanwhile() throws {
    let folder = try Self.folder(
      """
      ```soar
      soar run tiny.yaml --output runs/tiny --no-cache
      soar digest runs/tiny
      soar show runs/tiny
      ```

      """)
    try FileManager.default.copyItem(at: Tool.url(), to: folder.file("program"))
    let running = try Tool.Running(
      ["notebook", "run", "-q", "n.md"], in: folder.url, program: folder.file("program"))
    running.wait { NotebookWork.holds("run/runs/tiny/run.sqlite", in: folder) }
    try FileManager.default.removeItem(at: folder.file("program"))
    let outcome = try running.outcome()
    #expect(outcome.status == 0, "\(outcome.errors)")
    // What a run says of how it was made is what somebody could type.
    let command = "  command   \(folder.url.path)/program run tiny.yaml"
    #expect(try folder.text("n.md").contains(command))
  }

  // MARK: - What has no end

  @Test(arguments: [SIGINT, SIGTERM]) func aQueryWithoutAnEnd(_ signal: Int32) throws {
    let folder = try Self.folder(
      """
      ```soar
      soar import log.jsonl -o log
      ```
      ```sql run=log
      WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c
      ```

      """)
    let text = try folder.text("n.md")
    let running = try Self.start(folder)
    running.wait {
      let kept = try? FileManager.default.contentsOfDirectory(
        atPath: folder.path(".soar-notebook/kept"))
      return kept?.isEmpty == false
    }
    usleep(500_000)
    running.send(signal)
    let outcome = try running.outcome(timeout: 30)
    #expect(outcome.status == 75 && outcome.lastErrorLine == "error: interrupted")
    #expect(try folder.text("n.md") == text)
    #expect(NotebookWork.sessions(in: folder).isEmpty)
  }

  @Test(arguments: [SIGINT, SIGTERM]) func aFigureWithoutAnEnd(_ signal: Int32) throws {
    let name = "endless-\(UUID().uuidString.prefix(8))"
    let folder = try Self.folder(
      "```gnuplot figure=\(name)\nwhile (1) { x = 1 }\nplot x\n```\n")
    let running = try Self.start(folder)
    running.wait { Self.isRunning("\(name).gnuplot") }
    running.send(signal)
    let outcome = try running.outcome(timeout: 30)
    #expect(outcome.status == 75 && outcome.lastErrorLine == "error: interrupted")
    #expect(!Self.isRunning("\(name).gnuplot"))
    #expect(try folder.contents == [".soar-notebook", "log.jsonl", "n.md", "tiny.yaml"])
  }

  /// Whether a process has this word on its command line.
  private static func isRunning(_ word: String) -> Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.contains { name in
      guard name.allSatisfy(\.isNumber),
        let line = FileManager.default.contents(atPath: "/proc/\(name)/cmdline")
      else { return false }
      return line.split(separator: 0).contains { String(decoding: $0, as: UTF8.self) == word }
    }
  }

  // MARK: - Places

  @Test(.enabled(if: SmallDisk.isAvailable, "may not mount a tmpfs"))
  func whereNothingCanBeWritten() throws {
    let disk = try SmallDisk(kilobytes: 1000)
    try disk.folder.write("```soar\nsoar import log.jsonl -o log\n```\n", to: "n.md")
    try disk.setWritable(false)
    let outcome = try Tool.run("notebook", "run", "n.md", in: disk.folder.url)
    #expect(outcome.status == 77 && outcome.isOneError, "\(outcome.errors)")
    #expect(outcome.errors.contains("cannot be written: permission denied (copy the notebook"))
  }
}
