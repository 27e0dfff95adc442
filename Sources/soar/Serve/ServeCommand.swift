import ArgumentParser
import Diagnostics
import Grids
import Serving
import Synchronization

/// `soar serve`.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve a page with live curves, questions and comparisons of runs.",
    discussion: """
      Shows runs in a browser on this machine: live progress with the time left, reward curves, questions \
      with filters, arms, and several runs side by side. It only reads; Ctrl-C ends it. It listens on \
      127.0.0.1 only; docs/serving.md shows how to reach another machine's page through ssh.

      EXAMPLES
        soar serve
        soar serve runs experiments/long-1
        soar serve --port 0 --json
      """)

  @Argument(help: "Folders that hold runs, or runs.", completion: .directory)
  var directories = ["runs"]

  @Option(help: ArgumentHelp("Port of 127.0.0.1; 0 picks a free one.", valueName: "port"))
  var port = 8080

  @Flag(help: "Print the address as JSON.")
  var json = false

  func validate() throws {
    guard 0...65_535 ~= port else { throw ValidationError("--port takes 0 to 65535.") }
  }

  private struct Address: Encodable { var url: String }

  func run() async throws {
    let server = try RunServer(directories: directories, port: UInt16(port)) {
      RunForecast.duration(of: $1, in: $0, workers: $2)
    }
    Interruption.manner.withLock { $0 = Interruption.Manner(announces: false) }
    try await server.run { [json] url in
      if json { try printJSON(Address(url: url)) } else { try Console.print(url) }
    }
  }
}
