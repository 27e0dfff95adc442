import ArgumentParser
import Diagnostics
import HTTP
import Reporting

/// A server that embeds questions, for reports and comparisons of imported runs.
struct EmbeddingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Embed imported questions by this server, such as http://127.0.0.1:8000/v1.",
      valueName: "address"))
  var embeddingsUrl: String?

  @Option(
    help: ArgumentHelp("The server's model.", valueName: "name"))
  var embeddingsModel: String?

  @Option(
    help: ArgumentHelp(
      "Environment variable with the server's key; none is sent by default.", valueName: "variable"
    ))
  var embeddingsKey: String?

  func validate() throws {
    if (embeddingsUrl == nil) != (embeddingsModel == nil) {
      throw ValidationError("--embeddings-url and --embeddings-model belong together.")
    }
    if embeddingsKey != nil, embeddingsUrl == nil {
      throw ValidationError("--embeddings-key needs --embeddings-url.")
    }
  }

  /// - Throws: ``UserError`` if the options were given.
  func requireNone(for folder: String) throws {
    guard embeddingsUrl == nil else {
      throw UserError(
        .usage, file: folder, "is a run of soar's own, whose base model embeds its questions",
        hint: "--embeddings-url is for imported runs")
    }
  }

  /// The report of imported runs, with embeddings if there is a server.
  func report(of folders: [String]) async throws -> ImportedReport {
    var runs = try ImportedRuns(folders)
    if let embeddingsUrl, let embeddingsModel {
      let progress = ProgressReporter(quiet: false)
      defer { progress.close() }
      try await runs.embed(
        with: ImportedRuns.EmbeddingServer(
          base: embeddingsUrl, model: embeddingsModel,
          key: try embeddingsKey.map { try APIKey(environmentVariable: $0) }),
        progress: progress)
    }
    return try ImportedReport(runs)
  }
}
