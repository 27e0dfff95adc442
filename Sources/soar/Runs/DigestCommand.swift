import ArgumentParser
import Foundation
import RunStore

/// `soar digest`.
struct Digest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "One SHA-256 over all results of a run.",
    discussion: """
      Equal for equal results, whatever the order in which they were stored, the number of \
      workers, the time they took, and however often the run was interrupted.

      EXAMPLE
        soar digest runs/quick-1
      """)

  @Argument(help: "The run's folder.", completion: .directory)
  var directory: String

  func run() throws {
    let store = try RunStore.open(at: URL(fileURLWithPath: directory), readOnly: true)
    _ = try store.run()
    try Console.print(try store.digest())
  }
}
