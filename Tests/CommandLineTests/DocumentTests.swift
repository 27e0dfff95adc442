// Behaviours locked here, of README.md, docs/ and the other index pages:
// - every command line of soar has a command, options, values and arguments that soar takes
// - every `soar run` with keys set resolves to a configuration
// - every link within the repository leads to a file, and to a heading where it names one
// - docs/README.md lists every page of docs/

import Foundation
import Testing

@Suite struct DocumentTests {
  /// Dated records keep the commands of their day.
  static let current = Document.all.filter { $0.path != "docs/LAB-NOTES.md" }

  @Test func thereAreCommands() {
    #expect(Document.all.count > 25)
    #expect(Self.current.flatMap(\.commands).count > 200)
  }

  @Test(arguments: current) func commandsAreKnown(_ document: Document) throws {
    let help = try CommandHelp.root.get()
    for command in document.commands {
      let mistakes = command.mistakes(help)
      #expect(mistakes.isEmpty, "\(document.path): \(command): \(mistakes)")
    }
  }

  @Test(arguments: [
    ("soar run --prest quick", ["no option --prest"]),
    ("soar plot runs/a --kind money", ["no value money of kind"]),
    ("soar plot runs/a", ["kind is missing"]),
    ("soar grid walk x", ["no command walk"]),
    ("soar show a b", ["too many arguments"]),
    ("soar watch --once", ["too few arguments"]),
    ("soar export DIR --format csv|parquet -o X", ["no value parquet of format"]),
  ])
  func staleCommandsAreFound(_ text: String, _ mistakes: [String]) throws {
    #expect(
      DocumentedCommand(text, isSpan: false).mistakes(try CommandHelp.root.get()) == mistakes)
  }

  @Test(arguments: current) func configurationsResolve(_ document: Document) throws {
    for arguments in document.commands.compactMap(\.configuration) {
      let outcome = try Tool.run(arguments)
      #expect(outcome.status == 0, "\(document.path): \(arguments): \(outcome.errors)")
    }
  }

  @Test(arguments: Document.all) func linksLead(_ document: Document) throws {
    let folder = URL(fileURLWithPath: Document.path(document.path)).deletingLastPathComponent()
    for link in document.links {
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let file =
        parts[0].isEmpty
        ? Document.path(document.path) : folder.appendingPathComponent(String(parts[0])).path
      guard FileManager.default.fileExists(atPath: file) else {
        Issue.record("\(document.path): \(link) leads nowhere")
        continue
      }
      guard parts.count == 2 else { continue }
      let target = Document(path: file, text: try String(contentsOfFile: file, encoding: .utf8))
      #expect(target.anchors.contains(String(parts[1])), "\(document.path): no heading \(link)")
    }
  }

  @Test func theIndexIsComplete() throws {
    let index = try #require(Document.all.first { $0.path == "docs/README.md" })
    for document in Document.all where document.path.hasPrefix("docs/") {
      let name = String(document.path.dropFirst(5))
      #expect(name == "README.md" || index.links.contains(name), "\(name) is not in the index")
    }
  }
}
