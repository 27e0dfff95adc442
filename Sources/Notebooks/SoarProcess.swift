import Diagnostics
import Foundation
import Subprocesses

/// This same program, run as a child.
struct SoarProcess {
  struct Outcome {
    /// The exit status; for a process that a signal ended, 128 plus the signal's number.
    var status: Int32
    var printed: String
    /// The first error on standard error; the last line where there is none.
    var error: String
  }

  /// Runs `soar` with these arguments and nothing on standard input. A task that is cancelled ends
  /// the child, and so does the end of this process.
  ///
  /// - Parameters:
  ///   - folder: where it runs.
  ///   - tell: is given each line of standard error as it comes, errors left out.
  static func run(
    _ arguments: [String], in folder: URL, tell: @escaping @Sendable (String) -> Void
  ) async throws -> Outcome {
    var child = ChildProcess(.at(OwnProgram.running), arguments)
    child.folder = folder
    child.environment = Lifeline.environment
    // What a cancelled one made so far is not kept, so there is nothing for it to save.
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
