// Locks: advice in errors about a disk, a folder or a cache can be followed as it is written:
// - a run that had no room to begin leaves nothing and says to begin again; one that had begun says
//   how to continue, in a form that a shell takes; both then come to the digest of an undisturbed run
// - a folder of imported questions is not to be continued
// - the cache's folder is chosen by its own means

import Foundation
import TestSupport
import Testing

@Suite struct AdviceTests {
  private func shell(_ line: String, in folder: TemporaryFolder) throws -> Tool.Outcome {
    let soar = try Tool.url().path
    return try Tool.Running(
      ["-c", "soar() { '\(soar)' \"$@\"; }; \(line)"], in: folder.url,
      program: URL(fileURLWithPath: "/bin/bash")
    ).outcome()
  }

  /// A limit on the size of files stands for a disk that fills up.
  @Test(arguments: [1, 100, 200, 260, 300, 400]) func noRoom(kilobytes: Int) throws {
    let folder = try TemporaryFolder()
    _ = try TinyRun.arguments(in: folder)
    let call = "soar run tiny.yaml --output 'my run' --no-cache --workers 2 -q"
    let stopped = try shell("ulimit -f \(kilobytes); \(call)", in: folder)
    guard stopped.status != 0 else { return }
    #expect(stopped.status == 74 || stopped.status == 73, "\(stopped.errors)")
    let line = stopped.lastErrorLine
    let again: Tool.Outcome
    if let advice = line.firstMatch(of: /continue with (soar run --resume .*)\)$/) {
      #expect(folder.exists("my run/run.sqlite"))
      again = try shell("\(advice.1) --no-cache -q", in: folder)
    } else {
      #expect(!folder.exists("my run"), "\(line)")
      #expect(!line.contains("--resume"), "\(line)")
      again = try shell(call, in: folder)
    }
    #expect(again.status == 0, "\(line): \(again.errors)")
    let digest = try Tool.run("digest", "my run", in: folder.url)
    #expect(
      try digest.output.trimmingCharacters(in: .whitespacesAndNewlines)
        == TinyRun.finished.get().digest)
  }

  @Test func foldersThatAreTaken() throws {
    let folder = try TinyRun.finished.get().copy()
    _ = try TinyRun.arguments(in: folder)
    try folder.write(OutputPlaceTests.log, to: "log.jsonl")
    try #require(try Tool.run("import", "log.jsonl", "-o", "r", in: folder.url).status == 0)
    let imported = try Tool.run("run", "tiny.yaml", "--output", "r", in: folder.url)
    #expect(imported.errors == "error: r: already holds a run (choose another --output)\n")
    try FileManager.default.moveItem(at: folder.file("run"), to: folder.file("my run"))
    let taken = try Tool.run("run", "tiny.yaml", "--output", "my run", in: folder.url)
    let advice = try #require(taken.errors.firstMatch(of: /continue it with (.*), or choose/))
    let followed = try shell("soar run \(advice.1) -q", in: folder)
    #expect(followed.status == 0, "\(followed.errors)")
  }

  @Test func aCacheThatCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    let arguments = try TinyRun.arguments(in: folder).filter { $0 != "--no-cache" }
    let outcome = try Tool.run(arguments, in: folder.url)
    #expect(outcome.status == 73, "\(outcome.errors)")
    #expect(
      outcome.lastErrorLine.hasSuffix(
        "(set SOAR_CACHE_DIR to a folder of your own, or take --no-cache)"), "\(outcome.errors)")
    for (option, environment) in [
      (["--no-cache"], [:]), ([], ["SOAR_CACHE_DIR": folder.path("cache")]),
    ] {
      let followed = try Tool.run(
        ["run", "--resume", "run", "-q"] + option, environment: environment, in: folder.url)
      #expect(followed.status == 0, "\(followed.errors)")
    }
  }
}
