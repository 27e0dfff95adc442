// Behaviours locked here:
// - a file of the user's own that is written anew keeps its mode, and the link to it stays a link
// - a folder that cannot be replaced is still there; one that is replaced leaves nothing beside it

import Diagnostics
import Foundation
import Testing

@Suite struct AtomicFileTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("soar-atomic-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func file(_ name: String) -> URL { folder.appendingPathComponent(name) }

  private func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: file(name).path)[.posixPermissions] as? Int
  }

  private var contents: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  @Test(arguments: [0o600, 0o644, 0o755, 0o640]) func rewritingKeepsTheMode(_ wanted: Int) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("old".utf8).write(to: file("a"))
    try FileManager.default.setAttributes(
      [.posixPermissions: wanted], ofItemAtPath: file("a").path)
    try AtomicFile.write(Data("new".utf8), to: file("a"))
    #expect(try mode("a") == wanted)
    #expect(try Data(contentsOf: file("a")) == Data("new".utf8))
    #expect(try contents == ["a"])
  }

  @Test func rewritingFollowsLinks() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("old".utf8).write(to: file("a"))
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: file("b").path, withDestinationPath: "a")
    try manager.createSymbolicLink(atPath: file("c").path, withDestinationPath: file("b").path)
    try AtomicFile.write(Data("new".utf8), to: file("c"))
    #expect(try manager.destinationOfSymbolicLink(atPath: file("c").path) == file("b").path)
    #expect(try manager.destinationOfSymbolicLink(atPath: file("b").path) == "a")
    #expect(try Data(contentsOf: file("a")) == Data("new".utf8))
    #expect(try contents == ["a", "b", "c"])
    // One that is not there yet is made.
    try AtomicFile.write(Data("x".utf8), to: file("d"))
    #expect(try Data(contentsOf: file("d")) == Data("x".utf8))
  }

  @Test func replacingFolders() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["a", "b"] {
      try AtomicFile.createFolder(file(name))
      try AtomicFile.write(name, to: file("\(name)/x"))
    }
    #expect(throws: UserError.self) {
      try AtomicFile.replaceFolder(at: file("a"), by: file("none"))
    }
    #expect(try Data(contentsOf: file("a/x")) == Data("a".utf8))
    try AtomicFile.replaceFolder(at: file("a"), by: file("b"))
    #expect(try Data(contentsOf: file("a/x")) == Data("b".utf8))
    try AtomicFile.replaceFolder(at: file("c"), by: file("a"))
    #expect(try contents == ["c"])
  }
}
