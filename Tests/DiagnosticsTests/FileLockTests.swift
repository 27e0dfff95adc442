// Behaviours locked here: a lock has one holder at a time, also within a process; looking at it takes
// nothing; it ends with its holder, killed or not; it says who holds it.

import Diagnostics
import Foundation
import Testing

@Suite struct FileLockTests {
  let file = FileManager.default.temporaryDirectory
    .appendingPathComponent("soar-lock-\(UUID().uuidString)")

  @Test func oneHolderAtATime() throws {
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(!FileLock.isHeld(file))
    var lock: FileLock? = try FileLock.attempt(file)
    #expect(lock != nil)
    #expect(try FileLock.attempt(file) == nil)
    #expect(FileLock.isHeld(file) && FileLock.isHeld(file))
    #expect(FileLock.lastHolder(of: file) == "process \(getpid()) on \(HostMachine.name)")
    withExtendedLifetime(lock) {}
    lock = nil
    #expect(!FileLock.isHeld(file))
    #expect(try FileLock.attempt(file) != nil)
  }

  /// Another program takes the same kind of lock and is killed with it.
  @Test func itEndsWithItsHolder() throws {
    defer { try? FileManager.default.removeItem(at: file) }
    let holder = Process()
    holder.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    holder.arguments = [
      "-c",
      """
      import fcntl, os, struct, sys, time
      f = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT, 0o644)
      fcntl.fcntl(f, 37, struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, 0, 0, 0))
      print("held", flush=True)
      time.sleep(60)
      """, file.path,
    ]
    let output = Pipe()
    holder.standardOutput = output
    try holder.run()
    // A pipe may give a line in parts.
    var said = Data()
    while !said.contains(UInt8(ascii: "\n")) {
      let part = output.fileHandleForReading.availableData
      if part.isEmpty { break }
      said += part
    }
    #expect(said == Data("held\n".utf8))
    #expect(FileLock.isHeld(file))
    #expect(try FileLock.attempt(file) == nil)
    kill(holder.processIdentifier, SIGKILL)
    holder.waitUntilExit()
    #expect(try FileLock.attempt(file) != nil)
  }

  @Test func whereThereCanBeNone() {
    #expect(throws: UserError.self) {
      try FileLock.attempt(URL(fileURLWithPath: "/nonexistent/lock"))
    }
    #expect(!FileLock.isHeld(URL(fileURLWithPath: "/nonexistent/lock")))
    let hostile = FileManager.default.temporaryDirectory
      .appendingPathComponent("soar-lock-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: hostile) }
    try? Data("\u{1B}[2Jx\ny".utf8).write(to: hostile)
    #expect(FileLock.lastHolder(of: hostile) == "\\u{1b}[2Jx")
  }
}
