import Diagnostics
import Foundation
import LanguageModel
public import SelfPlay
import Tasks

/// The counts of a screening as a file, so that a model can be handed on together with the problems that
/// it never solves: what `soar hardset --json` prints and `hardSet.counts` names.
public struct ScreeningFile: Sendable, Codable {
  /// One screened problem.
  public struct Candidate: Sendable, Codable {
    public var index: Int
    /// Operations that it needs.
    public var length: Int
    public var samples: Int
    /// Right answers among the samples.
    public var successes: Int
    /// Of the bare right answer, 0...1; nil if screened by samples.
    public var probability: Double?
    public var fate: HardSet.Candidate.Fate
  }

  /// SHA-256 of the screened model's shape and weights.
  public var model: String
  /// SHA-256 of everything else that decides the counts: problems, prompts, samples, seed.
  public var screening: String
  public var candidates: [Candidate]

  init(_ set: HardSet, model: Transformer, identity: ScreeningIdentity) throws {
    self.model = model.contentDigest
    screening = try identity.digest
    candidates = set.candidates.map {
      Candidate(
        index: $0.index, length: $0.length, samples: set.samples, successes: $0.successes,
        probability: $0.probability, fate: $0.fate)
    }
  }
}

extension ScreeningIdentity {
  fileprivate var digest: String {
    get throws { SHA256.hexDigest(of: try jsonText(self)) }
  }
}

/// Takes the counts of a ``ScreeningFile`` in place of a screening.
struct GivenScreening: ScreeningCache {
  private let file: URL
  private let model: String
  private let given: ScreeningFile

  /// - Throws: ``UserError`` if the file cannot be read.
  init(_ file: URL, model: Transformer) throws {
    self.file = file
    self.model = model.contentDigest
    let text = try InputFile.text(file, maximumSize: 1 << 28)
    do {
      given = try JSONDecoder().decode(ScreeningFile.self, from: Data(text.utf8))
    } catch {
      throw UserError(
        .dataError, file: file.relativePath, "is not what 'soar hardset --json' writes",
        hint: "make it anew, or leave hardSet.counts empty to screen")
    }
  }

  func successes(
    _ screening: ScreeningIdentity, count: () async throws -> [Int]
  ) async throws -> [Int] {
    guard given.model.exact == model.exact else {
      throw mismatch("another model than the run's")
    }
    guard try given.screening.exact == screening.digest.exact,
      given.candidates.map(\.index) == Array(screening.problems.indices),
      given.candidates.allSatisfy({
        $0.samples == screening.samples && 0...$0.samples ~= $0.successes
      })
    else { throw mismatch("other problems, samples or another seed than the run's") }
    return given.candidates.map(\.successes)
  }

  /// Not in the file: a configuration that screens by probability may not name one.
  func probabilities(
    _ screening: ScreeningIdentity, measure: () async throws -> [Double]
  ) async throws -> [Double] { try await measure() }

  private func mismatch(_ what: String) -> UserError {
    UserError(
      .configuration, file: file.relativePath, "is a screening of \(what)",
      hint: "make it anew with 'soar hardset --json', or leave hardSet.counts empty to screen")
  }
}
