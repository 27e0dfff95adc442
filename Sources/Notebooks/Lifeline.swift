import Foundation

/// The end of a process with the one that started it, however that one ends: a notebook's commands
/// make nothing that anybody could look for once the notebook's process is gone, and the next one
/// clears away the folder that they run in.
package enum Lifeline {
  /// Set for a process whose standard input is a pipe that its starter holds the other end of, and
  /// never writes to.
  static let variable = "SOAR_LIFELINE"

  /// What such a process is given besides the environment of this one.
  static let environment = [variable: "1"]

  /// To be called before anything else is started. Commands find nothing on standard input, as they
  /// would without the pipe, and processes that they start have lifelines of their own or none.
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
      // There is nothing to save, and nobody to tell.
      kill(getpid(), SIGKILL)
    }
  }
}
