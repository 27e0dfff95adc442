import Diagnostics
import Foundation

/// Results go to standard output, everything else to standard error.
enum Console {
  /// Prints one or more result lines. A vanished reader, as in `soar ls | head`, is not an error.
  static func print(_ text: String) throws(UserError) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data("\(text)\n".utf8))
    } catch {
      let code = (error as NSError).posixCode ?? errno
      guard code == EPIPE else {
        throw UserError(
          .ioError, file: "standard output", String(cString: strerror(code)).lowercasedFirst)
      }
    }
  }

  /// Flushes output that other code printed through the C library.
  static func flush() throws(UserError) {
    guard fflush(nil) != 0 else { return }
    let code = errno
    guard code == EPIPE else {
      throw UserError(
        .ioError, file: "standard output", String(cString: strerror(code)).lowercasedFirst)
    }
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

extension NSError {
  fileprivate var posixCode: Int32? {
    if domain == NSPOSIXErrorDomain { return Int32(code) }
    return (userInfo[NSUnderlyingErrorKey] as? NSError)?.posixCode
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
