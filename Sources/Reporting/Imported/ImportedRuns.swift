public import Diagnostics
import Embeddings
import Foundation
public import HTTP
import RunStore

/// Imported runs: questions with rewards, without arms, models or a configuration.
public struct ImportedRuns {
  public let folders: [String]
  /// In the order of the folders.
  private(set) var runs: [ComparedRun] = []
  /// Seeds left out because they copy others, in sentences.
  private(set) var remarks: [String] = []
  /// The model behind the embeddings; nil without any.
  private(set) var embeddingModel: String?

  /// Whether every folder holds an imported run.
  public static func areAll(_ folders: [String]) throws -> Bool {
    try folders.allSatisfy { folder in
      let url = URL(fileURLWithPath: folder)
      guard FileManager.default.fileExists(atPath: "\(folder)/\(RunStore.fileName)") else {
        return false
      }
      return try RunStore.open(at: url, readOnly: true).isImported()
    }
  }

  /// - Throws: ``UserError`` for folders that hold no imported run.
  public init(_ folders: [String]) throws {
    self.folders = folders
    var names = NameRegister()
    var copies = RunCopies()
    for (folder, end) in zip(folders, folders.distinguishingEnds) {
      let store = try RunStore.open(at: URL(fileURLWithPath: folder), readOnly: true)
      try store.requireDistinctNames(&names)
      var run = try ComparedRun(
        reading: store, name: folder, identity: folder, passAt: [], armOrder: [], draws: [:],
        operations: [], classifier: store.classifiers().first?.name ?? "")
      run.isPlainText = try store.isPlainText()
      run.remove(
        seeds: try copies.seeds(of: store, in: folder, comparesContents: folders.count > 1))
      if folders.count > 1 { run = run.labelled(end) }
      runs.append(run)
    }
    remarks = copies.remarks
  }

  /// A server that embeds texts.
  public struct EmbeddingServer: Sendable {
    /// Address up to the version.
    public var base: String
    public var model: String
    public var key: APIKey?

    public init(base: String, model: String, key: APIKey?) {
      self.base = base
      self.model = model
      self.key = key
    }
  }

  /// Embeds the questions that diversities use. Each folder keeps what the server said, in
  /// `embeddings.jsonl`.
  public mutating func embed(
    with server: EmbeddingServer, progress: ProgressReporter
  ) async throws {
    let client = try EmbeddingClient(base: server.base, model: server.model, key: server.key)
    var dimensions: Int?
    for index in runs.indices {
      let file = URL(fileURLWithPath: folders[index]).appendingPathComponent("embeddings.jsonl")
      var cache = try EmbeddingCache(file: file, model: "\(server.base) \(server.model)")
      let texts = QuestionEmbeddings.texts(of: runs[index].questions)
      progress.begin(stage: "embedding questions", total: texts.count)
      defer { progress.close() }
      let vectors = try await cache.embeddings(of: texts, from: client) { done, _ in
        progress.update(done, detail: "")
      }
      let count = vectors.first?.count ?? dimensions
      guard dimensions == nil || count == dimensions else {
        throw UserError(
          .dataError, file: file.path, "holds embeddings of other dimensions than another run's",
          hint: "the server's model has changed: remove these files")
      }
      dimensions = count
      runs[index].embeddings = zip(texts, vectors).reduce(into: [:]) { table, pair in
        table[pair.0] = pair.1.map(Double.init)
      }
    }
    embeddingModel = server.model
  }
}
