import Diagnostics
import Foundation
import LanguageModel
import Numerics
import ReinforcementLearning
import SelfPlay

/// Counts of screenings, kept beside the base models and shared by all runs that screen the same
/// problems with the same weights: one file each, named by the hash of everything that determines
/// the counts.
struct HardSetCache: ScreeningCache {
  /// Raised when the same screening would give different counts.
  private static let formatVersion = 1

  private let cache: BaseModelCache
  /// Digest of the screened weights, computed once: of a large model it takes seconds. Nil without a
  /// cache.
  private let model: String?
  private let sharesPrefixes: Bool
  private let progress: ProgressReporter

  /// - Parameters:
  ///   - base: the screened weights.
  ///   - sharesPrefixes: how they are sampled, which can change a draw near a boundary.
  init(
    _ cache: BaseModelCache, base: Transformer, sharesPrefixes: Bool, progress: ProgressReporter
  ) {
    self.cache = cache
    model = cache.folder == nil ? nil : base.contentDigest
    self.sharesPrefixes = sharesPrefixes
    self.progress = progress
  }

  private struct Key: Encodable {
    var format: Int
    var blas: String
    var model: String
    var sharesPrefixes: Bool
    var screening: ScreeningIdentity
  }

  private struct Counts: Codable, Screened {
    var samples: Int
    var successes: [Int]

    func isResult(of screening: ScreeningIdentity) -> Bool {
      samples == screening.samples && successes.count == screening.problems.count
        && successes.allSatisfy { 0...screening.samples ~= $0 }
    }
  }

  private struct Probabilities: Codable, Screened {
    var probabilities: [Double]

    func isResult(of screening: ScreeningIdentity) -> Bool {
      probabilities.count == screening.problems.count
        && probabilities.allSatisfy { 0...1 ~= $0 }
    }
  }

  private protocol Screened {
    func isResult(of screening: ScreeningIdentity) -> Bool
  }

  func successes(
    _ screening: ScreeningIdentity, count: () async throws -> [Int]
  ) async throws -> [Int] {
    try await result(screening, "screening") {
      Counts(samples: screening.samples, successes: try await count())
    }.successes
  }

  func probabilities(
    _ screening: ScreeningIdentity, measure: () async throws -> [Double]
  ) async throws -> [Double] {
    try await result(screening, "probabilities") {
      Probabilities(probabilities: try await measure())
    }.probabilities
  }

  private func result<Result: Codable & Screened>(
    _ screening: ScreeningIdentity, _ kind: String, make: () async throws -> Result
  ) async throws -> Result {
    guard let folder = cache.folder, let model else { return try await make() }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let key = try encoder.encode(
      Key(
        format: Self.formatVersion, blas: BLASInfo.coreName, model: model,
        sharesPrefixes: sharesPrefixes, screening: screening))
    var digest = SHA256()
    digest.update(key)
    let name = "\(kind)-\(digest.hexDigest().prefix(16))"
    let file = folder.appendingPathComponent("\(name).json")
    if let stored: Result = stored(file, screening) { return stored }
    let lock = try await cache.lock(name) { holder in
      progress.note("waiting for \(holder), which screens the same problems")
    }
    defer { withExtendedLifetime(lock) {} }
    // Another process may have screened during the wait.
    if let stored: Result = stored(file, screening) { return stored }
    let result = try await make()
    try AtomicFile.write(encoder.encode(result), to: file)
    return result
  }

  private func stored<Result: Codable & Screened>(
    _ file: URL, _ screening: ScreeningIdentity
  ) -> Result? {
    guard let data = try? Data(contentsOf: file) else { return nil }
    guard let result = try? JSONDecoder().decode(Result.self, from: data),
      result.isResult(of: screening)
    else {
      progress.note("\(file.path) is damaged; screening anew")
      return nil
    }
    progress.note("results of the screening from the cache")
    return result
  }
}
