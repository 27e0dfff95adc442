import Diagnostics
import Foundation

/// Mathematical equality by the Python package math-verify, in one helper process that lives as long
/// as this object.
///
/// Answers of the same ``MathText`` are equal without asking. All others are compared one by one, in
/// the order of the calls; a pair that hangs or crashes the process counts as wrong, and the process
/// starts again. Results do not depend on the batch.
public actor MathVerifier: Verifier {
  /// Such as `math-verify 0.9.0 (Python 3.11.7)`.
  public nonisolated let description: String
  public private(set) var report = VerifierReport()

  private let jobs: AsyncStream<HelperJob>.Continuation

  /// Most pairs kept as examples in the report.
  private static let exampleLimit = 10

  /// Starts the helper process.
  ///
  /// - Throws: ``UserError`` if Python or the package is missing.
  public init(_ configuration: VerifierConfiguration) async throws {
    let (stream, jobs) = AsyncStream.makeStream(of: HelperJob.self)
    let (greetings, greet) = AsyncStream.makeStream(of: String.self)
    let loop = HelperLoop(
      python: configuration.python, secondsPerAnswer: configuration.secondsPerAnswer,
      onReady: { greet.yield($0) })
    Task.detached { await loop.run(stream) }
    do {
      _ = try await withCheckedThrowingContinuation { reply in
        jobs.yield(HelperJob(pairs: [], reply: reply))
      }
    } catch {
      jobs.finish()
      throw error
    }
    var iterator = greetings.makeAsyncIterator()
    description = await iterator.next() ?? "math-verify"
    self.jobs = jobs
  }

  deinit { jobs.finish() }

  public nonisolated func canonical(_ answer: String) -> String? { MathText.canonical(answer) }

  public func compare(_ pairs: [AnswerPair]) async throws -> [AnswerComparison] {
    var comparisons: [AnswerComparison?] = []
    var asked: [Key] = []
    var places: [Key: Int] = [:]
    for pair in pairs {
      guard let reference = canonical(pair.reference), let answer = canonical(pair.answer) else {
        comparisons.append(.unreadable)
        continue
      }
      let isSame = reference.exact == answer.exact
      comparisons.append(isSame ? .equal : nil)
      let key = Key(pair)
      if !isSame, places.updateValue(places[key] ?? asked.count, forKey: key) == nil {
        asked.append(key)
      }
    }
    guard !asked.isEmpty else { return comparisons.compactMap { $0 } }
    let found = try await ask(asked.map(\.pair))
    return zip(pairs, comparisons).map { pair, known in
      known ?? places[Key(pair)].map { found[$0] } ?? .failed
    }
  }

  /// Whether math-verify can read each answer and finds it equal to itself.
  public func areReadable(_ answers: [String]) async throws -> [Bool] {
    let isShort = answers.map { canonical($0) != nil }
    let asked = zip(answers, isShort).filter(\.1).map { AnswerPair(reference: $0.0, answer: $0.0) }
    var results = try await ask(asked)[...]
    return isShort.map { $0 && results.popFirst() == .equal }
  }

  private func ask(_ pairs: [AnswerPair]) async throws -> [AnswerComparison] {
    let jobs = jobs
    let results = try await withCheckedThrowingContinuation { reply in
      jobs.yield(HelperJob(pairs: pairs, reply: reply))
    }
    report.compared += pairs.count
    report.restarts += results.restarts
    for (pair, comparison) in zip(pairs, results.comparisons) {
      switch comparison {
      case .timedOut: report.timedOut += 1
      case .failed: report.failed += 1
      default: continue
      }
      if report.examples.count < Self.exampleLimit { report.examples.append(pair) }
    }
    return results.comparisons
  }

  /// A pair as a key: equal to the same bytes only.
  private struct Key: Hashable {
    let reference: ExactText
    let answer: ExactText

    init(_ pair: AnswerPair) {
      reference = pair.reference.exact
      answer = pair.answer.exact
    }

    var pair: AnswerPair { AnswerPair(reference: reference.text, answer: answer.text) }
  }
}
