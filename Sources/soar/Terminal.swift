import Diagnostics
import Foundation
import Synchronization

/// Properties of the terminal, and operations on it.
enum Terminal {
  /// Columns and rows of the terminal behind a file descriptor; nil if it is not a terminal.
  static func size(of descriptor: Int32) -> (columns: Int, rows: Int)? {
    var size = winsize()
    guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0, size.ws_row > 0
    else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  private static func variable(_ name: String) -> String {
    ProcessInfo.processInfo.environment[name] ?? ""
  }

  /// Whether standard output is a terminal that can be drawn on.
  static var isDrawable: Bool { size(of: STDOUT_FILENO) != nil && variable("TERM") != "dumb" }

  /// Colour on terminals, unless `NO_COLOR` is set (no-color.org).
  static var hasColor: Bool { isDrawable && variable("NO_COLOR").isEmpty }

  /// Whether the locale's characters go beyond ASCII.
  static var isUnicode: Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(variable).first { !$0.isEmpty } ?? ""
    let name = locale.uppercased()
    return name.contains("UTF-8") || name.contains("UTF8")
  }
}

/// The terminal's alternate page on standard output, as pagers use; leaving restores the previous
/// contents.
enum Screen {
  private static let isShown = Mutex(false)

  /// Alternate page, no cursor, long lines cut instead of wrapped; and the codes that undo it all.
  private static let enterCodes = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l"
  private static let leaveCodes = "\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

  static func enter() { switchTo(true) }

  /// Safe to call at any time, and more than once.
  static func leave() { switchTo(false) }

  private static func switchTo(_ wanted: Bool) {
    isShown.withLock { shown in
      guard shown != wanted else { return }
      shown = wanted
      // A terminal that does not take the codes does not take the frames, which are checked.
      try? put(wanted ? enterCodes : leaveCodes)
    }
  }

  /// Draws lines from the top, as many as fit.
  static func draw(_ lines: [String], rows: Int) throws {
    let shown = lines.prefix(max(1, rows)).map { $0 + "\u{1B}[K" }.joined(separator: "\r\n")
    try put("\u{1B}[H" + shown + "\u{1B}[J")
  }

  private static func put(_ text: String) throws {
    try StandardOutput.write(Array(text.utf8))
  }
}

extension String {
  /// The text in one line of at most `limit` characters. Makes visible everything that a terminal
  /// would obey or that would reverse the writing direction.
  func forTerminal(_ limit: Int = .max) -> String {
    var shown = ""
    var count = 0
    for scalar in unicodeScalars {
      guard count < limit else { return String(shown.prefix(max(0, limit - 1))) + "…" }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
        .unassigned:
        shown += "\\u{\(String(scalar.value, radix: 16))}"
      default: shown.unicodeScalars.append(scalar)
      }
      count += 1
    }
    return shown.count > limit ? String(shown.prefix(max(0, limit - 1))) + "…" : shown
  }
}
