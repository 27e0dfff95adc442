import ArgumentParser
import Diagnostics
import Foundation
import Notebooks

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
        soar doctor                        # is everything installed?
        soar presets                       # list the presets
        soar run                           # SOAR and its rivals, with a report
        soar grid run FILE.yaml            # a grid of configurations, cell by cell
        soar ls                            # list all runs
        soar show runs/quick-1             # print a run's numbers
        soar watch runs/quick-1            # follow a run
        soar serve                         # follow runs in a browser
        soar plot runs/quick-1 --kind reward --format ascii
        soar compare runs/quick-1          # compare arms, of one or several runs
        soar classify runs/quick-1         # label its questions
        soar analyze runs/quick-1          # what correlates with the reward
        soar run --resume runs/quick-1     # continue after a crash or Ctrl-C
        soar task check mine.jsonl         # text problems for a pretrained model
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(name: "Run", subcommands: [Run.self, Watch.self, HardSetCommand.self]),
      CommandGroup(
        name: "Look",
        subcommands: [
          List.self, Show.self, Serve.self, Report.self, Plot.self, Compare.self, Digest.self,
        ]),
      CommandGroup(
        name: "Experiment",
        subcommands: [Causal.self, Phase.self, GridCommand.self, NotebookCommand.self]),
      CommandGroup(
        name: "Label", subcommands: [Classify.self, JudgeCheckCommand.self, Analyze.self]),
      CommandGroup(name: "Exchange", subcommands: [Import.self, Export.self]),
      CommandGroup(name: "Model and task", subcommands: [Model.self, TaskCommand.self]),
      CommandGroup(
        name: "Reference",
        subcommands: [
          PresetsCommand.self, ArmsCommand.self, SchemesCommand.self, FiguresCommand.self,
        ]),
      CommandGroup(
        name: "System", subcommands: [Doctor.self, Bench.self, CoverageCommand.self]),
    ])

  /// Handles every error with one line and its exit status; argument mistakes get ArgumentParser's
  /// line and usage.
  static func main() async {
    Lifeline.follow()
    StandardOutput.occupyClosedDescriptors()
    // A vanished reader of our output must not end an hours-long run, and a limit on the size of
    // files (ulimit -f) is an error of the write like any other.
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    do {
      try await Interruption.cancelling {
        var command = try parseAsRoot()
        if var asynchronous = command as? any AsyncParsableCommand {
          try await asynchronous.run()
        } else {
          try command.run()
        }
      }
    } catch let error as UserError {
      fail(error.description, error.status)
    } catch is CancellationError {
      fail("interrupted", .interrupted)
    } catch {
      guard exitCode(for: error) == .failure else { end(with: error) }
      fail("\(error)".escapingControlCharacters, .software)
    }
  }

  /// What ArgumentParser's `exit(withError:)` does, with a checked write of help and completions.
  private static func end(with error: any Error) -> Never {
    let (status, text) = (exitCode(for: error), fullMessage(for: error))
    if !text.isEmpty && !status.isSuccess { Console.message(text) }
    if !text.isEmpty && status.isSuccess {
      do { try Console.print(text) } catch { fail(error.description, error.status) }
    }
    Foundation.exit(status.rawValue)
  }

  private static func fail(_ message: String, _ status: ExitStatus) -> Never {
    Console.message("error: \(message)")
    Foundation.exit(status.rawValue)
  }
}
