import Foundation

/// Ends a process when its starter ends, for whatever reason: once the notebook's process is gone,
/// nobody can find what its commands make, and the next process clears away the folder that they
/// run in.
package enum Lifeline {
  /// Set for a process whose standard input is a pipe; its starter holds the other end and never
  /// writes to it.
  static let variable = "SOAR_LIFELINE"

  /// Added to this process's environment for such a child.
  static let environment = [variable: "1"]

  /// Call before starting anything else. Commands find standard input empty, as they would without
  /// the pipe; processes that they start have their own lifelines or none.
  package static func follow() {
    guard getenv(variable) != nil else { return }
    unsetenv(variable)
    let life = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
    let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard life >= 0, nothing >= 0, dup2(nothing, STDIN_FILENO) >= 0 else { return }
    close(nothing)
    Thread.detachNewThread {
      var byte: UInt8 = 0
      while true {
        let count = read(life, &byte, 1)
        if count == 0 || (count < 0 && errno != EINTR) { break }
      }
      // Nothing to save, and nobody to notify.
      kill(getpid(), SIGKILL)
    }
  }
}
