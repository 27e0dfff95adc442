import Configuration
import Diagnostics
public import Foundation
import LanguageModel
import Numerics
public import SelfPlay
public import Tasks
import TextTasks
public import Tokenization
import Worlds

/// Pretrained models, kept between runs: one folder per phase and configuration, named by the hash
/// of everything that determines its weights.
public struct BaseModelCache: Sendable {
  /// Raised when the same configuration would give different weights.
  static let formatVersion = 2

  /// Nil disables the cache.
  public let folder: URL?

  public init(folder: URL?) {
    self.folder = folder
  }

  /// The user's cache folder: `SOAR_CACHE_DIR`, or below `XDG_CACHE_HOME`, or `~/.cache`.
  public static func userFolder(
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

  /// Determines the weights after a phase. The textbook phase ignores hesitation, so worlds that
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

  /// Equal for runs that share a stage's model.
  public static func name(_ stage: PretrainingStage, _ run: RunConfiguration) throws -> String {
    guard run.model.folder.isEmpty else {
      return "folder-\(SHA256.hexDigest(of: run.model.folder).prefix(16))"
    }
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

  /// Whether a stage's model is cached, for all runs that share it; true where nothing is pretrained.
  public func holds(_ stage: PretrainingStage, _ run: RunConfiguration) throws -> Bool {
    guard run.model.folder.isEmpty else { return true }
    guard let location = try location(stage, run) else { return false }
    return FileManager.default.fileExists(atPath: location.path)
  }

  /// The right to make a stage's model, so that runs that share it do not all make it; waits while
  /// another process holds it. The lock ends with its holder, however that ends (``FileLock``). Nil
  /// if the cache is off.
  ///
  /// - Parameter waiting: called once with the holder's name if the lock is taken.
  /// - Throws: `CancellationError` while waiting.
  func lock(
    _ stage: PretrainingStage, _ run: RunConfiguration, waiting: (String) -> Void
  ) async throws -> FileLock? {
    try await lock(Self.name(stage, run), waiting: waiting)
  }

  /// The right to make the entry of this name.
  func lock(_ name: String, waiting: (String) -> Void) async throws -> FileLock? {
    guard let folder else { return nil }
    try Self.advising { try AtomicFile.createFolder(folder) }
    let file = folder.appendingPathComponent(".\(name).lock")
    var isFirst = true
    while true {
      try Task.checkCancellation()
      if let lock = try Self.advising({ try FileLock.attempt(file) }) { return lock }
      if isFirst { waiting(FileLock.lastHolder(of: file)) }
      isFirst = false
      try await Task.sleep(for: .milliseconds(200))
    }
  }

  func load(_ stage: PretrainingStage, _ run: RunConfiguration) throws -> Transformer? {
    guard try holds(stage, run), let location = try location(stage, run) else { return nil }
    return try ModelFolder.load(location).transformer
  }

  /// Caches a stage's model, except the drill's, which takes seconds to make.
  func store(
    _ model: Transformer, _ stage: PretrainingStage, _ run: RunConfiguration, tokens: [String]
  ) throws {
    guard stage != .drill, let folder, let location = try location(stage, run) else { return }
    try Self.advising {
      try AtomicFile.createFolder(folder)
      try ModelFolder.save(model, tokens: tokens, specialTokens: .embeddedWorld, to: location)
    }
  }

  /// The cache is no folder that a command names, so what is wrong with it is mended otherwise.
  private static func advising<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch var error as UserError where error.status != .ioError {
      error.hint = "set SOAR_CACHE_DIR to a folder of your own, or take --no-cache"
      throw error
    }
  }
}

extension SpecialTokens {
  public static let embeddedWorld = SpecialTokens(
    end: [Int(Vocabulary.end)], padding: Int(Vocabulary.padding))
}
