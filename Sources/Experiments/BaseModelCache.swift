import Configuration
import Diagnostics
package import Foundation
import LanguageModel
import Numerics
package import SelfPlay
package import Tokenization
import Worlds

/// Pretrained models, kept between runs: one folder per phase and configuration, named by the hash
/// of all that decides its weights.
package struct BaseModelCache {
  /// Raised when the same configuration would give other weights.
  static let formatVersion = 2

  /// Nil switches the cache off.
  package let folder: URL?

  package init(folder: URL?) {
    self.folder = folder
  }

  /// The user's cache folder: `SOAR_CACHE_DIR`, else below `XDG_CACHE_HOME`, else `~/.cache`.
  package static func userFolder(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  )
    -> URL
  {
    if let path = environment["SOAR_CACHE_DIR"], !path.isEmpty {
      return URL(fileURLWithPath: path)
    }
    if let path = environment["XDG_CACHE_HOME"], !path.isEmpty {
      return URL(fileURLWithPath: path).appendingPathComponent("soar-lab")
    }
    return FileManager.default.homeDirectoryForCurrentUser
      .appendingPathComponent(".cache/soar-lab")
  }

  /// What decides the weights after a phase. The textbook phase knows no hesitation, so worlds that
  /// differ only in it share their textbook model.
  private struct Key: Codable {
    var format: Int
    var blas: String
    var world: WorldConfiguration
    var model: ModelConfiguration
    var pretraining: PretrainingConfiguration
  }

  func location(_ stage: PretrainingStage, _ run: RunConfiguration) throws -> URL? {
    guard let folder else { return nil }
    return folder.appendingPathComponent(try Self.name(stage, run))
  }

  /// Equal for runs that share the model of a stage.
  package static func name(_ stage: PretrainingStage, _ run: RunConfiguration) throws -> String {
    var key = Key(
      format: formatVersion, blas: BLASInfo.coreName, world: run.world, model: run.model,
      pretraining: run.pretraining)
    key.world.name = ""
    key.world.hardLengths = []
    key.world.hardMinimumTargetOperations = 0
    key.world.hardFamilies = 0
    if stage == .textbook {
      key.pretraining.web = key.pretraining.textbook
      key.world.hesitation = .byOperation
      key.world.confidenceByLength = []
      for index in key.world.operations.indices {
        key.world.operations[index].confidence = 0
        key.world.operations[index].balksAt = .step
      }
    }
    let digest = SHA256.hexDigest(of: try ConfigurationLoader.yaml(key))
    return "\(stage.rawValue)-\(digest.prefix(16))"
  }

  package func holds(_ stage: PretrainingStage, _ run: RunConfiguration) throws -> Bool {
    guard let location = try location(stage, run) else { return false }
    return FileManager.default.fileExists(atPath: location.path)
  }

  /// The right to make the model of a stage, waited for while another process has it, so that runs
  /// which share a model do not all make it. The lock ends with its holder, however that ends
  /// (``FileLock``). Nil where the cache is off.
  ///
  /// - Parameter waiting: called once, with who holds the lock, when it is not free.
  /// - Throws: `CancellationError` while waiting.
  func lock(
    _ stage: PretrainingStage, _ run: RunConfiguration, waiting: (String) -> Void
  ) async throws -> FileLock? {
    guard let folder else { return nil }
    try AtomicFile.createFolder(folder)
    let file = folder.appendingPathComponent(".\(try Self.name(stage, run)).lock")
    var isFirst = true
    while true {
      try Task.checkCancellation()
      if let lock = try FileLock.attempt(file) { return lock }
      if isFirst { waiting(FileLock.lastHolder(of: file)) }
      isFirst = false
      try await Task.sleep(for: .milliseconds(200))
    }
  }

  func load(_ stage: PretrainingStage, _ run: RunConfiguration) throws -> Transformer? {
    guard try holds(stage, run), let location = try location(stage, run) else { return nil }
    return try ModelFolder.load(location).transformer
  }

  /// Keeps a stage's model, but that of the drill, which is made in seconds.
  func store(
    _ model: Transformer, _ stage: PretrainingStage, _ run: RunConfiguration, tokens: [String]
  ) throws {
    guard stage != .drill, let folder, let location = try location(stage, run) else { return }
    try AtomicFile.createFolder(folder)
    try ModelFolder.save(model, tokens: tokens, specialTokens: .embeddedWorld, to: location)
  }
}

extension SpecialTokens {
  package static let embeddedWorld = SpecialTokens(
    end: [Int(Vocabulary.end)], padding: Int(Vocabulary.padding))
}
