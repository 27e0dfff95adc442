// Locks:
// - what is no regular file is written through, not replaced; a symbolic link stays a link
// - `-` is standard output, and standard input of the commands that read one file of JSON lines
// - /dev/stdout goes on where standard output is
// - a closed or full standard output is one line and status 74, for results and for help

import Foundation
import TestSupport
import Testing

@Suite struct OutputPlaceTests {
  /// A log with a label to analyze.
  static let log = (0..<8).map { dataset in
    """
    {"step": \(dataset / 2), "dataset": \(dataset % 2), "reward": 0.\(dataset * 7 % 10), \
    "question": "q\(dataset)", "answer": "2", "labels": [{"classifier": "c", \
    "created": "2026-01-27T09:30:00Z", "is_well_posed": true, "is_correct": \
    \(dataset % 3 == 0), "error_type": "\(dataset % 3 == 0 ? "None" : "Arithmetic")"}]}
    """
  }.joined(separator: "\n")

  private let folder: TemporaryFolder
  private let soar: String

  init() throws {
    folder = try TemporaryFolder()
    soar = try Tool.url().path
    try folder.write(Self.log, to: "log.jsonl")
    try #require(try Tool.run("import", "log.jsonl", "-o", "r", in: folder.url).status == 0)
  }

  /// A line for a shell, in which `soar` is the program.
  private func shell(_ line: String) throws -> Tool.Outcome {
    try Tool.Running(
      ["-o", "pipefail", "-c", "soar() { '\(soar)' \"$@\"; }; \(line)"], in: folder.url,
      program: URL(fileURLWithPath: "/bin/bash")
    ).outcome(timeout: 60)
  }

  @Test(arguments: [
    "export r -o", "analyze r --table", "analyze r --question-table",
    "classify log.jsonl -o",
  ])
  func pipesAndLinks(_ command: String) throws {
    #expect(try shell("soar \(command) plain").status == 0)
    let plain = try folder.text("plain")
    #expect(!plain.isEmpty)
    let fifo = try shell("mkfifo f; (cat f > got &) ; soar \(command) f && test -p f; sleep 0.2")
    #expect(fifo.status == 0, "\(fifo.errors)")
    #expect(try folder.text("got") == plain)
    let link = try shell("echo old > target; ln -s target link; soar \(command) link")
    #expect(link.status == 0, "\(link.errors)")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link")) == "target")
    #expect(try folder.text("target") == plain)
    // A link to a file that is not there yet makes it.
    #expect(
      try shell("ln -s later dangling; soar \(command) dangling; test -L dangling").status == 0)
    #expect(try folder.text("later") == plain)
    // What standard output holds already stays.
    let appended = try shell("echo first > out; soar \(command) /dev/stdout >> out")
    #expect(appended.status == 0, "\(appended.errors)")
    #expect(try folder.text("out").hasPrefix("first\n\(plain)"))
    #expect(try shell("soar \(command) >(cat > through); sleep 0.3").status == 0)
    #expect(try folder.text("through") == plain)
    let dash = try shell("soar \(command) -")
    #expect(dash.status == 0, "\(dash.errors)")
    #expect(dash.output == plain)
    #expect(!folder.exists("-"))
    #expect(try folder.contents.allSatisfy { !$0.hasSuffix(".partial") })
  }

  @Test func reportsFollowLinksToo() throws {
    try folder.write("old", to: "elsewhere")
    let linked = try shell("mkdir t; ln -s ../elsewhere t/run.csv; soar export r --format csv -o t")
    #expect(linked.status == 0, "\(linked.errors)")
    #expect(try folder.text("elsewhere").hasPrefix("id,"))
    #expect(try shell("test -L t/run.csv").status == 0)
  }

  @Test func standardInput() throws {
    let imported = try shell("cat log.jsonl | soar import - -o again && soar export again -o -")
    #expect(imported.status == 0, "\(imported.errors)")
    #expect(imported.output.hasPrefix("8 questions of 8 datasets"))
    let bad = try shell("echo nonsense | soar import - -o none")
    #expect(bad.status == 65)
    #expect(bad.errors.hasPrefix("error: standard input:1: "), "\(bad.errors)")
    let labelled = try shell("cat log.jsonl | soar classify -")
    #expect(labelled.status == 0 && labelled.output.split(separator: "\n").count == 8)
  }

  @Test(arguments: [
    "import log.jsonl -o -", "export r --format csv -o -", "export r --format tensorboard -o -",
    "analyze r -o -", "grid run grid.yaml -o -", "run --preset quick -o -",
  ])
  func dashIsNoFolder(_ command: String) throws {
    try folder.write("grid:\n  soar.outerSteps: [1, 2]\n", to: "grid.yaml")
    let outcome = try shell("soar \(command)")
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(outcome.errors.contains("-: is standard output, but the command writes a folder"))
    #expect(!folder.exists("-"))
  }

  @Test func onlyOneResultOnStandardOutput() throws {
    for options in ["--table - --json", "--table - --question-table -"] {
      let outcome = try shell("soar analyze r \(options)")
      #expect(outcome.status == 64 && outcome.output.isEmpty)
    }
  }

  @Test(arguments: [
    "export r", "export r -o -", "analyze r", "analyze r --table -", "ls .", "show r", "digest r",
    "show r --json", "classify log.jsonl", "run --preset quick --print-config", "--help",
    "--version", "help run", "--generate-completion-script bash", "coverage --replicates 1 --quiet",
  ])
  func closedAndFullOutput(_ command: String) throws {
    for (redirection, reason) in [
      (">&-", "cannot be written: bad file descriptor"),
      ("> /dev/full", "no space left on device"),
    ] {
      let outcome = try shell("soar \(command) \(redirection)")
      #expect(outcome.status == 74, "\(command): \(outcome.status) \(outcome.errors)")
      #expect(outcome.lastErrorLine.hasPrefix("error: standard output: "), "\(outcome.errors)")
      #expect(outcome.lastErrorLine.contains(reason), "\(outcome.errors)")
    }
    let gone = try shell("soar \(command) | true")
    #expect(gone.status == 0, "\(gone.errors)")
    // No file that the command opens takes the place of what is closed.
    #expect(try shell("soar \(command) <&- 2>&-").status == 0)
  }
}
