import Diagnostics
import Foundation
import Subprocess

/// A running program that answers one line at a time.
package final class Conversation {
  private let writer: StandardInputWriter
  /// The program's process, which leads its group.
  private let number: pid_t
  private var chunks: SubprocessOutputSequence.Iterator
  private var splitter = LineSplitter()
  private var lines: [String] = []

  fileprivate init(
    _ writer: StandardInputWriter, _ output: SubprocessOutputSequence, of number: pid_t
  ) {
    self.writer = writer
    self.number = number
    chunks = output.makeAsyncIterator()
  }

  package func send(_ line: String) async throws { _ = try await writer.write(line + "\n") }

  /// The program's next line of output; nil after it has ended, and after `limit`, which ends it.
  package func nextLine(within limit: Duration = .seconds(3600)) async throws -> String? {
    let number = number
    let watch = Task {
      guard (try? await Task.sleep(for: limit)) != nil else { return }
      kill(-number, SIGKILL)
    }
    defer { watch.cancel() }
    while lines.isEmpty {
      guard let chunk = try await chunks.next() else { return nil }
      lines = splitter.append(chunk.withUnsafeBytes(Array.init))
    }
    return lines.removeFirst()
  }
}

extension ChildProcess {
  /// Starts the program, talks to it and ends it. Ignores `input` and `timeout`.
  package func converse<Result: Sendable>(
    _ body: (Conversation) async throws -> Result
  ) async throws -> Result {
    let configuration = configuration
    do {
      return try await Subprocess.run(
        configuration, input: .inputWriter, output: .sequence, error: .discarded
      ) { execution in
        let number = execution.processIdentifier.value
        let watch = Self.endHolders(of: number)
        defer { watch.cancel() }
        let result = try await body(
          Conversation(execution.standardInputWriter, execution.standardOutput, of: number))
        await execution.teardown(using: configuration.platformOptions.teardownSequence)
        return result
      }.closureResult
    } catch let error as SubprocessError {
      throw UserError(.osError, file: name, "cannot be run: \(error)")
    }
  }
}
