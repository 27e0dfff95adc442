import Diagnostics
import Foundation
import LanguageModel
import ReinforcementLearning
import RunStore
import SelfPlay
import Tasks
import TextTasks
import Tokenization
import Worlds

/// The problems that students are evaluated on, by their numbers in the store.
struct EvaluatedProblems: Sendable {
  let train: [Int]
  let test: [Int]
  let transfer: [Int]

  init(hardSet: HardSet, transfer: TransferSet?) {
    func numbers(_ candidates: [HardSet.Candidate], _ fate: HardSet.Candidate.Fate) -> [Int] {
      candidates.filter { $0.fate == fate }.map(\.index)
    }
    train = numbers(hardSet.candidates, .train)
    test = numbers(hardSet.candidates, .test)
    self.transfer =
      transfer.map { set in
        numbers(set.candidates, .test).map { hardSet.candidates.count + $0 }
      } ?? []
  }
}

extension Recorder {
  /// Records the digest of the weights that a run starts from if they are not its own, and refuses to
  /// go on with others.
  func claim(base: any Sampler, at folder: URL) throws {
    guard let weights = (base as? LocalSampler)?.model.contentDigest else { return }
    let known = try store.events().first { $0.kind == "base-model" }
    guard let known else {
      if try store.screening().isEmpty {
        try store.record(EventRecord(kind: "base-model", message: weights))
      }
      return
    }
    guard known.message == weights else {
      throw UserError(
        .dataError, file: folder.relativePath,
        "holds other weights than those that the run began with",
        hint: "put them back, or start a new run")
    }
  }

  /// Notes how many answers could not be compared in this session, if there were any: they count as
  /// wrong.
  func recordComparisons() async throws {
    guard let report = await (task as? any VerifiedTask)?.verifier.report,
      report.timedOut + report.failed > 0
    else { return }
    let examples = report.examples.map { "'\($0.answer.shortened(to: 60))'" }
    try store.record(
      EventRecord(
        kind: "not-compared",
        message: "of \(report.compared) answers that the verifier's helper compared, "
          + "\(report.timedOut) took too long and \(report.failed) made it fail; they count as wrong, "
          + "for example \(examples.joined(separator: ", "))", isResult: false))
  }

  func record(_ set: HardSet) throws {
    try store.commit(
      screening: set.candidates.map {
        ScreeningRecord(
          candidate: $0.index, samples: set.samples, successes: $0.successes,
          isKept: $0.fate == .train || $0.fate == .test, probability: $0.probability)
      }, hardProblems: rows(of: set))
  }

  /// Refuses a set that was rebuilt from stored fates, if its problems are not those of the store:
  /// fates belong to candidates by their places alone, and a problem file can change between sessions.
  func requireStored(_ set: HardSet) throws {
    let stored = Dictionary(
      uniqueKeysWithValues: try store.hardProblems().map { ($0.id, $0) })
    for row in rows(of: set) {
      let known = stored[row.id]
      guard known?.question == row.question && known?.answer == row.answer else {
        throw UserError(
          .dataError, place: "hardSet",
          "problem \(row.id + 1) of the candidates (\(row.split.rawValue) half) is not the one that was "
            + "screened when the run began",
          hint: "put back the problems of that time, or begin another run")
      }
    }
  }

  private func rows(of set: HardSet) -> [HardProblemRecord] {
    var train = set.train.makeIterator()
    var sealed = set.test.fingerprints.makeIterator()
    return set.candidates.filter { $0.fate == .train || $0.fate == .test }.map { candidate in
      // The test half stays sealed: its rows hold a fingerprint in place of the text.
      let question = candidate.fate == .train ? train.next() : nil
      return HardProblemRecord(
        id: candidate.index, split: candidate.fate == .train ? .train : .test,
        question: question?.question ?? "sha256:" + (sealed.next() ?? ""),
        answer: question?.answer ?? "",
        screeningSamples: set.samples, screeningSuccesses: candidate.successes,
        length: candidate.length)
    }
  }

  /// The fates from an earlier session's screening, or nil if there was none.
  func storedCandidates(_ hardSet: HardSetConfiguration) throws -> [HardSet.Candidate]? {
    try storedCandidates(isTransfer: false, maximumProbability: hardSet.maximumProbability)
  }

  /// - Parameter first: the store's number for the set's first candidate, after the hard set's.
  func record(_ set: TransferSet, numberedFrom first: Int) throws {
    var sealed = set.problems.fingerprints.makeIterator()
    try store.commit(
      screening: set.candidates.map {
        ScreeningRecord(
          candidate: first + $0.index, samples: set.samples, successes: $0.successes,
          isKept: $0.fate == .test, isTransfer: true)
      },
      hardProblems: set.candidates.filter { $0.fate == .test }.map { candidate in
        HardProblemRecord(
          id: first + candidate.index, split: .transfer,
          question: "sha256:" + (sealed.next() ?? ""),
          answer: "", screeningSamples: set.samples, screeningSuccesses: candidate.successes,
          length: candidate.length)
      },
      events: set.problems.count > 0
        ? []
        : [
          EventRecord(
            kind: "no-transfer",
            message: "the base model solves every candidate: transfer is not tested")
        ])
  }

  func storedTransferCandidates() throws -> [HardSet.Candidate]? {
    try storedCandidates(isTransfer: true, maximumProbability: 1)
  }

  private func storedCandidates(
    isTransfer: Bool, maximumProbability: Double
  ) throws -> [HardSet.Candidate]? {
    let screening = try store.screening().filter { $0.isTransfer == isTransfer }
    guard let first = screening.first?.candidate else { return nil }
    let halves = Dictionary(
      uniqueKeysWithValues: try store.hardProblems().map { ($0.id, ($0.split, $0.length)) })
    return screening.map { row in
      let fate: HardSet.Candidate.Fate =
        switch halves[row.candidate]?.0 {
        case .train: .train
        case .test, .transfer: .test
        case nil:
          row.successes > 0 || row.probability ?? 0 > maximumProbability ? .solved : .spare
        }
      return HardSet.Candidate(
        index: row.candidate - first, length: halves[row.candidate]?.1 ?? 0,
        successes: row.successes, fate: fate, probability: row.probability)
    }
  }
}
