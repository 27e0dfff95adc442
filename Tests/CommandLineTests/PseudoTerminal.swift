import Foundation
import Glibc
import Testing

/// A terminal that nobody looks at, to run the tool on.
final class PseudoTerminal {
  private let master: Int32
  private let slave: Int32
  private var text = Data()

  struct Failure: Error {}

  final class Call {
    fileprivate let process: Process

    fileprivate init(_ process: Process) { self.process = process }

    var isRunning: Bool { process.isRunning }
    var status: Int32 { process.terminationStatus }
    func interrupt(_ signal: Int32) { kill(process.processIdentifier, signal) }
  }

  init(columns: UInt16, rows: UInt16) throws {
    master = posix_openpt(O_RDWR | O_NOCTTY)
    guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master)
    else { throw Failure() }
    slave = open(name, O_RDWR | O_NOCTTY)
    guard slave >= 0 else { throw Failure() }
    var size = winsize()
    size.ws_col = columns
    size.ws_row = rows
    guard ioctl(slave, UInt(TIOCSWINSZ), &size) == 0,
      fcntl(master, F_SETFL, fcntl(master, F_GETFL) | O_NONBLOCK) == 0
    else { throw Failure() }
  }

  deinit {
    close(slave)
    close(master)
  }

  /// With the terminal as standard output.
  func start(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:]
  ) throws -> Call {
    let process = Process()
    process.executableURL = try Tool.url()
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .filter { $0.key != "NO_COLOR" }
      .merging(["TERM": "xterm", "LC_ALL": "C.UTF-8", "SOAR_CACHE_DIR": "/dev/null/cache"]) { $1 }
      .merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
    process.standardError = FileHandle.nullDevice
    try process.run()
    return Call(process)
  }

  /// All that was written so far, once `condition` holds or the call has ended.
  @discardableResult
  func read(from call: Call, until condition: (String) -> Bool) throws -> String {
    let deadline = Date(timeIntervalSinceNow: 120)
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let hasEnded = !call.isRunning
      let count = Glibc.read(master, &bytes, bytes.count)
      if count > 0 {
        text.append(contentsOf: bytes[..<count])
        continue
      }
      let shown = String(decoding: text, as: UTF8.self)
      if condition(shown) || hasEnded { return shown }
      guard Date() < deadline else {
        call.interrupt(SIGKILL)
        throw Failure()
      }
      usleep(2000)
    }
  }
}
