import Diagnostics
import Foundation

/// A process started by posix_spawn, in a group of its own.
///
/// Foundation's `Process` takes a child for running as long as anybody holds a socket that the child
/// inherits: a grandchild that outlives a crash would be waited for.
struct SpawnedChild {
  let number: pid_t
  /// As waitpid gives it; nil while the process runs.
  private(set) var waitStatus: Int32?

  /// - Parameters:
  ///   - words: the program's path and its arguments.
  ///   - descriptors: become its standard input, output and error.
  /// - Throws: ``UserError`` if the program cannot be started.
  init(
    _ words: [String], environment: [String: String], descriptors: [Int32]
  ) throws(UserError) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, source) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, source, Int32(target))
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // This process ignores signals that the child is to notice, and exec would hand that on.
    var (all, none) = (sigset_t(), sigset_t())
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var number: pid_t = 0
    let code = Self.withCStrings(words) { arguments in
      Self.withCStrings(environment.map { "\($0)=\($1)" }) { variables in
        posix_spawn(&number, words[0], &actions, &attributes, arguments, variables)
      }
    }
    guard code == 0 else {
      throw UserError(
        .osError, file: words[0], "cannot be run: \(String(cString: strerror(code)).lowercased())")
    }
    self.number = number
  }

  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }

  /// Looks whether the process has ended.
  mutating func look() {
    guard waitStatus == nil else { return }
    var status: Int32 = 0
    let answer = waitpid(number, &status, WNOHANG)
    // Without a child of this number somebody else took its status: it is over.
    if answer == number {
      waitStatus = status
    } else if answer < 0, errno == ECHILD {
      waitStatus = 0
    }
  }

  var isRunning: Bool { waitStatus == nil }

  /// Signals the whole group.
  func send(_ signal: Int32) { kill(-number, signal) }
}
