// Behaviours locked here: every grid of ablations/ expands, says in its head which place of the paper
// it is for and how many cells it has, and has as many.

import Foundation
import TestSupport
import Testing

@Suite struct CommittedGridTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("ablations")

  static let grids = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  @Test func thereAreGrids() {
    #expect(Self.grids.count >= 12)
  }

  @Test(arguments: grids) func expands(_ name: String) throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    let head = text.split(separator: "\n").prefix { $0.hasPrefix("#") }.joined(separator: "\n")
    #expect(head.contains("# Paper: ") && head.contains("# Cost: "), "\(name)")
    let folder = try TemporaryFolder()
    let outcome = try Tool.run(
      "grid", "run", Self.folder.appendingPathComponent(name).path, "--dry-run", "--json",
      in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let overview = try TinyGrid.overview(outcome)
    #expect(head.contains(" \(overview.rows.count) cells"), "\(name): \(overview.rows.count)")
    #expect(overview.secondsLeft == nil)
    #expect(try folder.contents.isEmpty)
    #expect(Set(overview.rows.map(\.name)).count == overview.rows.count)
    let readme = try String(
      contentsOf: Self.folder.appendingPathComponent("README.md"), encoding: .utf8)
    #expect(readme.contains("](\(name))"), "ablations/README.md does not list \(name)")
  }
}
