import Diagnostics
import Foundation

/// Results go to standard output, everything else to standard error.
enum Console {
  /// Prints one or more result lines. A vanished reader, as in `soar ls | head`, is not an error.
  static func print(_ text: String) throws(UserError) {
    try StandardOutput.write(Array("\(text)\n".utf8))
  }

  /// One line for the user, kept separate from an open progress line.
  static func message(_ text: String) {
    write((isTerminal ? clearLine : "") + text + "\n")
  }

  /// Writes to standard error, as much as it accepts.
  static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Whether standard error is a terminal that can rewrite a line.
  static let isTerminal =
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"

  /// Moves to the start of the line and erases it.
  static let clearLine = "\r\u{1B}[K"

  /// Columns of the terminal behind standard error.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
