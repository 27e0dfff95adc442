import Diagnostics

/// Progress on standard error: one rewritten line on a terminal, plain lines elsewhere. Never
/// coloured.
struct TerminalProgress: ProgressDisplay {
  var isLive: Bool { Console.isTerminal }

  /// The line must not reach the last column: a wrapped line cannot be erased.
  func show(_ line: String) {
    Console.write(Console.clearLine + line.prefix(max(10, Console.width - 1)))
  }

  func clear() { Console.write(Console.clearLine) }

  func print(_ line: String) { Console.write("\(line)\n") }
}

extension ProgressReporter {
  /// On standard error, or nowhere if quiet.
  convenience init(quiet: Bool) { self.init(on: quiet ? nil : TerminalProgress()) }
}
