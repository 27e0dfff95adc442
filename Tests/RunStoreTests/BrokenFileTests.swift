// Locks: what is wrong with a store is told in one line that names the file, with a sysexits
// status, and a file that is not ours is left as it is.

import Diagnostics
import Foundation
import GRDB
import RunStore
import TestSupport
import Testing

@Suite struct BrokenFileTests {
  private func failure(_ body: () throws -> Void) -> UserError? {
    do {
      try body()
      return nil
    } catch {
      return error as? UserError
    }
  }

  private func expect(
    _ error: UserError?, _ status: Diagnostics.ExitStatus, _ words: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(error?.status == status, sourceLocation: sourceLocation)
    #expect(error?.message.contains(words) == true, sourceLocation: sourceLocation)
    #expect(error?.file?.hasSuffix(RunStore.fileName) == true, sourceLocation: sourceLocation)
    #expect(error?.description.contains("\n") == false, sourceLocation: sourceLocation)
  }

  @Test func missing() throws {
    try TemporaryFolder.with { folder in
      expect(
        failure { _ = try RunStore.open(at: folder, readOnly: true) }, .noInput, "no such file")
      let nowhere = folder.appendingPathComponent("nowhere")
      expect(failure { _ = try RunStore.create(at: nowhere) }, .cannotCreate, "does not exist")
    }
  }

  @Test func existing() throws {
    try TemporaryFolder.with { folder in
      _ = try RunStore.create(at: folder)
      expect(failure { _ = try RunStore.create(at: folder) }, .cannotCreate, "already exists")
    }
  }

  @Test(arguments: [true, false]) func notADatabase(readOnly: Bool) throws {
    try TemporaryFolder.with { folder in
      let file = folder.appendingPathComponent(RunStore.fileName)
      let text = Data(String(repeating: "not a database\n", count: 200).utf8)
      try text.write(to: file)
      expect(
        failure { _ = try RunStore.open(at: folder, readOnly: readOnly) }, .dataError,
        "is not an SQLite database")
      #expect(try Data(contentsOf: file) == text)
    }
  }

  @Test func emptyFile() throws {
    try TemporaryFolder.with { folder in
      try Data().write(to: folder.appendingPathComponent(RunStore.fileName))
      expect(
        failure { _ = try RunStore.open(at: folder, readOnly: false) }, .dataError, "not a store")
    }
  }

  @Test func anotherProgramsDatabase() throws {
    try TemporaryFolder.with { folder in
      let path = folder.appendingPathComponent(RunStore.fileName).path
      try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE run (x)") }
      expect(
        failure { _ = try RunStore.open(at: folder, readOnly: false) }, .dataError, "not a store")
    }
  }

  /// A kill while a store is made one plain file, which takes a journal that is rolled back.
  @Test(arguments: [true, false]) func aJournalThatWasLeft(readOnly: Bool) throws {
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      try SampleRun.fill(store)
      try store.consolidate()
      let digest = try store.digest()
      let copy = folder.appendingPathComponent("copy")
      try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: false)
      let file = folder.appendingPathComponent(RunStore.fileName).path
      try DatabaseQueue(path: file).writeWithoutTransaction { database in
        // So small that pages reach the file before the end, after the journal.
        try database.execute(sql: "PRAGMA cache_size = 1; BEGIN IMMEDIATE")
        try database.execute(sql: "UPDATE question SET document = document || hex(zeroblob(20000))")
        for suffix in ["", "-journal"] {
          try FileManager.default.copyItem(
            atPath: file + suffix,
            toPath: copy.appendingPathComponent(RunStore.fileName).path + suffix)
        }
        try database.execute(sql: "ROLLBACK")
      }
      let journal = copy.appendingPathComponent("\(RunStore.fileName)-journal").path
      #expect(FileManager.default.fileExists(atPath: journal))
      #expect(try RunStore.open(at: copy, readOnly: readOnly).digest() == digest)
      #expect(!FileManager.default.fileExists(atPath: journal))
    }
  }

  @Test func newerVersion() throws {
    try TemporaryFolder.with { folder in
      _ = try RunStore.create(at: folder)
      let path = folder.appendingPathComponent(RunStore.fileName).path
      try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 99") }
      expect(
        failure { _ = try RunStore.open(at: folder, readOnly: true) }, .dataError,
        "format version 99")
    }
  }

  @Test func truncatedOrOverwritten() throws {
    try TemporaryFolder.with { folder in
      let file = folder.appendingPathComponent(RunStore.fileName)
      let store = try RunStore.create(at: folder)
      try SampleRun.fill(store)
      try store.consolidate()
      let whole = try Data(contentsOf: file)
      #expect(whole.count > 40_000)

      try whole.prefix(whole.count / 2).write(to: file)
      expect(failure { _ = try RunStore.open(at: folder, readOnly: true) }, .dataError, "damaged")

      var scratched = whole
      scratched.replaceSubrange(8192..<24_576, with: repeatElement(0xa5, count: 16_384))
      try scratched.write(to: file)
      expect(failure { _ = try RunStore.open(at: folder, readOnly: false) }, .dataError, "damaged")
    }
  }

  @Test func twoWritersTellEachOther() throws {
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      try store.begin(SampleRun.run)
      let reader = try RunStore.open(at: folder, readOnly: true)
      try store.commit(outerStep: SampleRun.outerStep(0))
      #expect(try reader.lastCommittedOuterStep(seed: 1) == 0)
      expect(
        failure { try reader.commit(outerStep: SampleRun.outerStep(1)) }, .noPermission,
        "cannot be written")
    }
  }

  @Test func aFinishedRunIsOneFile() throws {
    try TemporaryFolder.with { folder in
      let store = try RunStore.create(at: folder)
      try SampleRun.fill(store)
      try store.consolidate()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["run.sqlite"])
      let digest = try store.digest()
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
      #expect(try RunStore.open(at: folder, readOnly: true).digest() == digest)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
      try store.commit(outerStep: SampleRun.outerStep(7))
      #expect(try store.lastCommittedOuterStep(seed: 1) == 7)
    }
  }

  /// The superuser may write anywhere.
  @Test(.enabled(if: getuid() != 0)) func readOnlyFolder() throws {
    try TemporaryFolder.with { folder in
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
      expect(
        failure { _ = try RunStore.create(at: folder) }, .noPermission, "permission denied")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    }
  }
}
