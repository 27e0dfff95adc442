// Locks: each worked example of docs/extending.md applies to the sources as they are, touches at
// most four of them, and with all examples applied every library and the tool still compile, so
// that no other file has to be told. (The reward scheme there is SelfPlayTests' own; the task is
// DownstreamTests'.)

import Foundation
import TestSupport
import Testing

@Suite struct ExtendingTests {
  /// Those that the examples change, and all that import them, in the order of their imports.
  static let modules = [
    "RunStore", "QuestionAnalysis", "SelfPlay", "Experiments", "Grids", "Reporting", "Exchange",
    "Notebooks", "Benchmarks", "soar",
  ]

  /// The blocks marked as `diff`.
  static func examples() throws -> [String] {
    let text = try String(
      contentsOf: SwiftCompiler.packageFolder.appendingPathComponent("docs/extending.md"),
      encoding: .utf8)
    return text.components(separatedBy: "```diff\n").dropFirst()
      .map { $0.components(separatedBy: "```\n")[0] }
  }

  @Test func theWorkedExamplesCompile() throws {
    let folder = try TemporaryFolder()
    let sources = folder.file("Sources")
    try FileManager.default.copyItem(
      at: SwiftCompiler.packageFolder.appendingPathComponent("Sources"), to: sources)
    let examples = try Self.examples()
    #expect(examples.count == 4)
    for example in examples {
      let files = example.split(separator: "\n").filter { $0.hasPrefix("+++ b/") }
        .map { String($0.dropFirst(6)) }
      #expect((1...4).contains(files.count), "\(files)")
      for file in files {
        #expect(Self.modules.contains(String(file.split(separator: "/")[1])), "\(file)")
      }
      let patch = try folder.write(example, to: "example.diff")
      let applied = try SwiftCompiler.run("git", ["apply", patch.path], in: folder.url)
      try #require(
        applied.ok, "docs/extending.md is behind the sources: \(applied.message)\n\(example)")
    }
    for module in Self.modules {
      let paths = try FileManager.default.subpathsOfDirectory(
        atPath: sources.appendingPathComponent(module).path)
      let files = paths.filter { $0.hasSuffix(".swift") }.sorted()
        .map { sources.appendingPathComponent(module).appendingPathComponent($0).path }
      let compiled = try SwiftCompiler.run(
        "swiftc",
        [
          "-wmo", "-emit-module", "-module-name", module,
          "-emit-module-path", folder.path("\(module).swiftmodule"), "-I", folder.url.path,
        ] + SwiftCompiler.asPart + files)
      try #require(compiled.ok, "\(module): \(compiled.message)")
    }
  }
}
