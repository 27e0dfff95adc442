// Behaviours locked here, of the code blocks in README.md, docs/ and the other index pages:
// - every command line of soar runs as it is written, in bash, after those above it on its page, and ends
//   with status 0
// - those that are not run are listed by name with the reason, and each is still on a page
// Commands within prose are read, not run (DocumentTests).

import Foundation
import TestSupport
import Testing

@Suite struct DocumentRunTests {
  /// Whole command lines; with … at the end, all that begin so.
  static let leftOut: [(command: String, reason: String)] = [
    ("soar run --output runs/first", "minutes"),
    ("soar run rewards.yaml --output runs/rewards", "minutes"),
    ("soar run plateau.yaml --output runs/plateau", "minutes"),
    ("soar grid run datasets.yaml", "minutes"),
    ("soar hardset --json --save-model base > counts.json", "minutes"),
    ("soar run --set model.folder=base…", "minutes, with the result of the line before it"),
    ("soar run --preset standard --output runs/standard", "hours"),
    ("soar grid run ablations/stall.yaml", "hours"),
    ("soar causal", "minutes; CausalTests run a small one"),
    ("soar causal --output runs/causal", "minutes"),
    ("soar causal --set…", "minutes"),
    ("soar causal confirmatory/smollm2-causal.yaml…", "needs a model of 270 MB, too"),
    ("soar phase…", "many minutes; CausalTests run a small one"),
    ("soar report runs/standard --experiment runs/causal --phase…", "needs a map of soar phase"),
    ("soar run --preset smollm2…", "needs a model of 270 MB, which is not in the repository"),
    ("soar run reports/smollm2/config.resolved.yaml…", "needs a model of 270 MB, too"),
    ("soar run --preset text --set task.file=mine.jsonl…", "stands for the reader's problems"),
    ("soar run --preset text --set model.folder=FOLDER…", "needs a training server"),
    ("soar run --preset paper --dry-run…", "needs a tokenizer that is not in the repository"),
    ("soar grid run FILE --engine slurm…", "needs Slurm; GridSlurmTests imitate it"),
    ("soar report runs/theirs --embeddings-url…", "needs a server"),
    ("soar report runs/one --embeddings-url…", "needs a server"),
    ("soar classify runs/math-1 --judge…", "needs a server; JudgeCommandTests have one"),
    ("soar judge-check runs/quick-1", "needs labels of a judge; JudgeCommandTests make them"),
    ("soar serve…", "goes on until Ctrl-C; ServeCommandTests end it"),
    ("soar bench", "minutes; BenchTests run its parts"),
    ("soar doctor", "its status is the machine's; DoctorTests read it"),
  ]

  static func isLeftOut(_ line: String) -> Bool { leftOut.contains { covers($0.command, line) } }

  private static func covers(_ command: String, _ line: String) -> Bool {
    command.hasSuffix("…") ? line.hasPrefix(command.dropLast()) : line == command
  }

  private static func lines(_ page: Document) -> [String] {
    page.commands.filter { !$0.isSpan }.map(\.line)
  }

  static let pages = DocumentTests.current.filter { page in
    lines(page).contains { !isLeftOut($0) }
  }

  @Test(arguments: pages) func commandsRun(_ page: Document) throws {
    let desk = try DocumentDesk.copy()
    for line in Self.lines(page) where !Self.isLeftOut(line) {
      let outcome = try DocumentDesk.run(line, in: desk)
      #expect(outcome.status == 0, "\(page.path): \(line): \(outcome.errors)")
    }
  }

  @Test func mostCommandsRun() {
    let lines = DocumentTests.current.flatMap(Self.lines)
    #expect(lines.count { !Self.isLeftOut($0) } > 50)
    for left in Self.leftOut {
      #expect(lines.contains { Self.covers(left.command, $0) }, "on no page: \(left.command)")
    }
  }
}
