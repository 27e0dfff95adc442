import Configuration
import Diagnostics
import Foundation
import LanguageModel
import Numerics
import SelfPlay
import Worlds

/// Pretrained models, kept between runs: one folder per phase and configuration, named by the hash
/// of all that decides its weights.
struct BaseModelCache {
  /// Raised when the same configuration would give other weights.
  static let formatVersion = 2

  /// Nil switches the cache off.
  let folder: URL?

  /// The user's cache folder: `SOAR_CACHE_DIR`, else below `XDG_CACHE_HOME`, else `~/.cache`.
  static func userFolder(_ environment: [String: String] = ProcessInfo.processInfo.environment)
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
    var key = Key(
      format: Self.formatVersion, blas: BLASInfo.coreName, world: run.world, model: run.model,
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
    return folder.appendingPathComponent("\(stage.rawValue)-\(digest.prefix(16))")
  }

  func load(_ stage: PretrainingStage, _ run: RunConfiguration) throws -> Transformer? {
    guard let location = try location(stage, run),
      FileManager.default.fileExists(atPath: location.path)
    else { return nil }
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
  static let embeddedWorld = SpecialTokens(
    end: [Int(Vocabulary.end)], padding: Int(Vocabulary.padding))
}
