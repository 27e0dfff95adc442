import ArgumentParser
import Diagnostics
import Foundation
import Synchronization

/// The command-line tool.
@main
struct Soar: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soar",
    abstract: "Learning at the edge of learnability: SOAR on one machine.",
    discussion: """
      A teacher copy of a language model writes question-answer pairs, a student copy trains on \
      them, and the teacher is rewarded only by the student's progress on hard problems that it \
      never sees (SOAR, arXiv 2601.18778). soar-lab runs this for real with a model that it \
      pretrains itself, classifies every question, and writes a report with figures.

      TYPICAL USE
        soar doctor                        is everything installed?
        soar run                           base model, hard set, SOAR, arms, report: minutes
        soar ls                            what was run
        soar show runs/quick-1             its numbers
        soar run --resume runs/quick-1     continue after a crash or Ctrl-C
      """,
    version: "0.1.0",
    subcommands: [
      Run.self, Report.self, List.self, Show.self, Digest.self, HardSetCommand.self, Model.self,
      Doctor.self,
    ])

  static func main() async {
    signal(SIGPIPE, SIG_DFL)
    do {
      let work = Task {
        var command = try parseAsRoot()
        if var asynchronous = command as? any AsyncParsableCommand {
          try await asynchronous.run()
        } else {
          try command.run()
        }
      }
      let sources = interruptHandlers { work.cancel() }
      defer { for source in sources { source.cancel() } }
      try await work.value
    } catch let error as UserError {
      fail("\(error)", error.status)
    } catch is CancellationError {
      fail("interrupted", .interrupted)
    } catch {
      guard exitCode(for: error) == .failure else { exit(withError: error) }
      fail("\(error)".escapingControlCharacters, .software)
    }
  }

  private static func fail(_ message: String, _ status: ExitStatus) -> Never {
    FileHandle.standardError.write(Data("error: \(message)\n".utf8))
    Foundation.exit(status.rawValue)
  }

  /// The first SIGINT or SIGTERM cancels the work, which saves and ends; the second one exits.
  private static func interruptHandlers(_ cancel: @escaping @Sendable () -> Void)
    -> [any DispatchSourceSignal]
  {
    let queue = DispatchQueue(label: "signals")
    return [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      let count = SignalCount()
      source.setEventHandler {
        if count.isFirst() {
          FileHandle.standardError.write(
            Data("\nstopping: finishing nothing new; once more to quit at once\n".utf8))
          cancel()
        } else {
          Foundation.exit(128 + number)
        }
      }
      source.resume()
      return source
    }
  }
}

/// Whether a signal came before.
private final class SignalCount: Sendable {
  private let seen = Mutex(false)

  func isFirst() -> Bool {
    seen.withLock { seen in
      defer { seen = true }
      return !seen
    }
  }
}
