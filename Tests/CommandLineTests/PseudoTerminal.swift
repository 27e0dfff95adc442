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
    // posix_openpt(3) and its like are not among what Swift imports: these are the calls below them,
    // TIOCSPTLCK and TIOCGPTN.
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var lock: Int32 = 0
    var number: Int32 = 0
    guard master >= 0, ioctl(master, 0x4004_5431, &lock) == 0,
      ioctl(master, 0x8004_5430, &number) == 0
    else { throw Failure() }
    slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
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
