// Locks: a run names the commit of the checkout that its program was built in, and of no other
// repository, wherever it is called from and wherever the program was copied to.

import Foundation
import TestSupport
import Testing

@Suite struct ProvenanceTests {
  private func git(_ arguments: String..., in folder: URL) throws -> String {
    let outcome = try Tool.Running(
      ["git", "-c", "user.name=a", "-c", "user.email=a@b.c"] + arguments, in: folder,
      program: URL(fileURLWithPath: "/usr/bin/env")
    ).outcome()
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Somebody else's repository, and the commit that it is at.
  private func repository() throws -> (TemporaryFolder, commit: String) {
    let folder = try TemporaryFolder()
    try folder.write(#"{"question": "1 + 1?", "answer": "2"}"# + "\n", to: "log.jsonl")
    _ = try git("init", "-q", in: folder.url)
    _ = try git("add", "log.jsonl", in: folder.url)
    _ = try git("commit", "-q", "-m", "theirs", in: folder.url)
    return (folder, try git("rev-parse", "HEAD", in: folder.url))
  }

  private func commit(_ folder: TemporaryFolder) throws -> String {
    let shown = try Tool.run("show", "run", in: folder.url).output
    return String(try #require(shown.firstMatch(of: /\n  commit    (\S+)\n/)?.1, "\(shown)"))
  }

  @Test func calledByNameFromAnotherRepository() throws {
    let (folder, theirs) = try repository()
    let program = try Tool.url()
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let outcome = try Tool.Running(
      ["soar", "import", "log.jsonl", "-o", "run"],
      environment: [
        "PATH": "\(program.deletingLastPathComponent().path):\(path)",
        "GIT_DIR": folder.path(".git"),
      ], in: folder.url, program: URL(fileURLWithPath: "/usr/bin/env")
    ).outcome()
    try #require(outcome.status == 0, "\(outcome.errors)")
    let stored = try commit(folder)
    #expect(!stored.hasPrefix(theirs))
    // This test's own source lies in the checkout, if there is one.
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    if let checkout = try? git("rev-parse", "--show-toplevel", in: source),
      program.resolvingSymlinksInPath().path.hasPrefix("\(checkout)/.build/")
    {
      #expect(try stored.hasPrefix(git("rev-parse", "HEAD", in: source)))
    }
  }

  @Test func copiedIntoAnotherRepository() throws {
    let (folder, _) = try repository()
    try FileManager.default.copyItem(at: Tool.url(), to: folder.file("soar"))
    let outcome = try Tool.Running(
      ["import", "log.jsonl", "-o", "run"], in: folder.url, program: folder.file("soar")
    ).outcome()
    try #require(outcome.status == 0, "\(outcome.errors)")
    #expect(try commit(folder) == "unknown")
  }
}
