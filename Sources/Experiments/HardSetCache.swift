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
  private let base: Transformer
  private let progress: ProgressReporter

  /// - Parameter base: the screened weights.
  init(_ cache: BaseModelCache, base: Transformer, progress: ProgressReporter) {
    self.cache = cache
    self.base = base
    self.progress = progress
  }

  private struct Key: Encodable {
    var format: Int
    var blas: String
    var model: String
    var screening: ScreeningIdentity
  }

  private struct Counts: Codable {
    var samples: Int
    var successes: [Int]
  }

  func successes(
    _ screening: ScreeningIdentity, count: () async throws -> [Int]
  ) async throws -> [Int] {
    guard let folder = cache.folder else { return try await count() }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let key = try encoder.encode(
      Key(
        format: Self.formatVersion, blas: BLASInfo.coreName, model: base.contentDigest,
        screening: screening))
    var digest = SHA256()
    digest.update(key)
    let name = "screening-\(digest.hexDigest().prefix(16))"
    let file = folder.appendingPathComponent("\(name).json")
    if let stored = stored(file, screening) { return stored }
    let lock = try await cache.lock(name) { holder in
      progress.note("waiting for \(holder), which screens the same problems")
    }
    defer { withExtendedLifetime(lock) {} }
    // Another process may have counted during the wait.
    if let stored = stored(file, screening) { return stored }
    let successes = try await count()
    try AtomicFile.write(
      encoder.encode(Counts(samples: screening.samples, successes: successes)), to: file)
    return successes
  }

  private func stored(_ file: URL, _ screening: ScreeningIdentity) -> [Int]? {
    guard let data = try? Data(contentsOf: file) else { return nil }
    guard let counts = try? JSONDecoder().decode(Counts.self, from: data),
      counts.samples == screening.samples, counts.successes.count == screening.problems.count,
      counts.successes.allSatisfy({ 0...screening.samples ~= $0 })
    else {
      progress.note("\(file.path) is damaged; screening anew")
      return nil
    }
    progress.note("counts of the screening from the cache")
    return counts.successes
  }
}
