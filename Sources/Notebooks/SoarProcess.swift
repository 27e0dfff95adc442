import Diagnostics
import Foundation
import Subprocesses

/// This same program, run as a child.
struct SoarProcess {
  struct Outcome {
    /// The exit status; for a process ended by a signal, 128 plus the signal's number.
    var status: Int32
    var printed: String
    /// The first error on standard error, or the last line if there is none.
    var error: String
  }

  /// Runs `soar` with these arguments and empty standard input. Cancelling the task ends the child,
  /// and so does the end of this process.
  ///
  /// - Parameters:
  ///   - folder: working folder of the child.
  ///   - tell: receives each line of standard error as it comes, except errors.
  static func run(
    _ arguments: [String], in folder: URL, tell: @escaping @Sendable (String) -> Void
  ) async throws -> Outcome {
    var child = ChildProcess(.at(OwnProgram.running), arguments)
    child.folder = folder
    child.environment = Lifeline.environment
    // Results of a cancelled child are not kept, so it has nothing to save.
    child.input = .lifeline
    let outcome = try await child.run(limit: printingLimit) { line in
      if !line.isEmpty && !line.isError { tell(line) }
    }
    try Task.checkCancellation()
    let lines = outcome.errors.split(separator: "\n").map(String.init)
    let status =
      switch outcome.status {
      case .exited(let status): status
      case .signalled(let number): 128 + number
      }
    return Outcome(
      status: status, printed: outcome.printed,
      error: lines.first(where: \.isError) ?? lines.last ?? "")
  }

  /// Bytes of a command's output: far more than a page can show.
  private static let printingLimit = 1 << 28
}

extension String {
  /// Ours, or one of ArgumentParser's.
  fileprivate var isError: Bool { hasPrefix("error: ") || hasPrefix("Error: ") }
}
