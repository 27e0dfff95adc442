import Diagnostics
import Subprocess

/// A running program that answers one line at a time.
package final class Conversation {
  private let writer: StandardInputWriter
  private var chunks: SubprocessOutputSequence.Iterator
  private var splitter = LineSplitter()
  private var lines: [String] = []

  fileprivate init(_ writer: StandardInputWriter, _ output: SubprocessOutputSequence) {
    self.writer = writer
    chunks = output.makeAsyncIterator()
  }

  package func send(_ line: String) async throws { _ = try await writer.write(line + "\n") }

  /// The program's next line of output; nil after it has ended.
  package func nextLine() async throws -> String? {
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
        let result = try await body(
          Conversation(execution.standardInputWriter, execution.standardOutput))
        await execution.teardown(using: configuration.platformOptions.teardownSequence)
        return result
      }.closureResult
    } catch let error as SubprocessError {
      throw UserError(.osError, file: name, "cannot be run: \(error)")
    }
  }
}
