public import Diagnostics
import Foundation
public import QuestionAnalysis
import Randomness
import RunStore

/// Asks a judge for labels of a run's stored questions. Questions with equal texts and answers are
/// asked once. Every answer is stored as it arrives, so that a run killed at any instant asks again
/// only what was in flight.
public struct RunJudging {
  /// Failures in a row after which the server counts as gone.
  static let patience = 3

  /// Questions with one text and one answer.
  struct Text {
    var question: String
    var answer: String
    /// Those without this judge's votes or label.
    var open: [Int64] = []
    /// The votes on another question with this text, with their label.
    var judged: (judgement: JudgementRecord, label: LabelRecord?)?
    var isJudged = false
  }

  public let settings: JudgeSettings
  private let store: RunStore
  private var texts: [Text] = []
  public private(set) var report: JudgingReport

  /// Reads what is judged already; writes nothing.
  ///
  /// - Parameter url: of the judge's server, for the record.
  /// - Throws: ``UserError`` if the folder holds no run.
  public init(folder: String, settings: JudgeSettings, url: String) throws {
    self.settings = settings
    report = JudgingReport(judge: settings.name)
    let place = URL(fileURLWithPath: folder)
    let stored = try RunStore.open(at: place, readOnly: true)
    _ = try stored.run()
    var names = NameRegister()
    try stored.requireDistinctNames(&names)
    store = try RunStore.open(at: place, readOnly: false)
    try store.begin(
      JudgeRecord(
        name: settings.name, model: settings.model, url: url, prompt: settings.prompt.text,
        promptHash: settings.prompt.hash, votes: settings.votes,
        temperature: settings.temperature, created: Date()))
    try readTexts()
  }

  private mutating func readTexts() throws {
    struct Key: Hashable {
      var question, answer: ExactText
    }
    let judgements = try store.judgements(by: settings.name)
    var places: [Key: Int] = [:]
    var texts: [Text] = []
    try store.forEachQuestion(QuestionSelection(classifier: settings.name, includesTexts: true)) {
      row in
      let stored = row.question
      let key = Key(question: stored.question.exact, answer: stored.answer.exact)
      let place = places[key] ?? texts.count
      if place == texts.count {
        places[key] = place
        texts.append(Text(question: stored.question, answer: stored.answer))
      }
      if let judgement = judgements[row.id] {
        texts[place].judged = (judgement, row.label)
        texts[place].isJudged = true
      } else if row.label != nil {
        // Imported with its label.
        texts[place].isJudged = true
      } else {
        texts[place].open.append(row.id)
      }
    }
    self.texts = texts
  }

  /// Distinct pairs of question and answer.
  public var textCount: Int { texts.count }

  /// Texts that are still to be asked, of the first `limit` in a fixed random order: whenever it
  /// stops, the judged ones are a random sample.
  func pending(limit: Int?) -> [Text] {
    var random = RandomStream(seed: 0, path: "classify/judge")
    let order = random.shuffled(Array(texts.indices))
    return order.prefix(limit ?? order.count).map { texts[$0] }
      .filter { !$0.isJudged && !$0.open.isEmpty }
  }

  /// Asks what is not judged yet.
  ///
  /// - Parameters:
  ///   - limit: judge at most so many texts in all, those judged earlier counted; nil judges all.
  ///   - concurrency: questions in flight.
  /// - Throws: ``UserError`` if the server is gone or refuses; `CancellationError`. What was answered
  ///   is stored.
  public mutating func ask(
    _ client: JudgeClient, limit: Int? = nil, concurrency: Int, progress: ProgressReporter
  ) async throws {
    precondition(client.settings == settings && concurrency > 0)
    report.cost += client.warmUp
    report.dialect = client.dialect.rawValue
    try copyVotes()
    let pending = pending(limit: limit)
    progress.begin(stage: "asking \(settings.name)", total: pending.count)
    defer { progress.close() }
    do {
      try await ask(client, pending, concurrency: concurrency, progress: progress)
    } catch {
      try? store.consolidate()
      throw error
    }
    progress.end("")
    try? store.consolidate()
    (report.tally, _) = try store.tally(of: settings.name)
  }

  /// Votes on a question hold for later ones with its text.
  private func copyVotes() throws {
    let copies = texts.compactMap { text in
      text.open.isEmpty
        ? nil
        : text.judged.map {
          Judging(questions: text.open, judgement: $0.judgement.copy, label: $0.label)
        }
    }
    if !copies.isEmpty { try store.commit(judgings: copies) }
  }

  private mutating func ask(
    _ client: JudgeClient, _ pending: [Text], concurrency: Int, progress: ProgressReporter
  ) async throws {
    var failuresInARow = 0
    try await withThrowingTaskGroup(
      of: (text: Text, answer: Result<JudgeClient.Answer, JudgeFailure>).self
    ) { group in
      var rest = pending[...]
      func begin() {
        guard let text = rest.popFirst() else { return }
        group.addTask {
          do {
            return (
              text, .success(try await client.ask(question: text.question, answer: text.answer))
            )
          } catch let failure as JudgeFailure {
            return (text, .failure(failure))
          }
        }
      }
      for _ in 0..<concurrency { begin() }
      while let (text, answer) = try await group.next() {
        switch answer {
        case .success(let answer):
          failuresInARow = 0
          try add(answer, to: text)
        case .failure(let failure):
          failuresInARow += 1
          report.failed += 1
          guard failuresInARow < Self.patience else { throw failure.userError }
        }
        progress.update(report.asked + report.failed, detail: report.shortText)
        begin()
      }
    }
  }

  private mutating func add(_ answer: JudgeClient.Answer, to text: Text) throws {
    let now = Date()
    let outcome = answer.votes.outcome
    try store.commit(judgings: [
      Judging(
        questions: text.open,
        judgement: JudgementRecord(answer, judge: settings.name, created: now),
        label: LabelRecord(outcome, of: answer.votes, judge: settings.name, created: now))
    ])
    report.add(answer, outcome)
  }
}

extension JudgementRecord {
  init(_ answer: JudgeClient.Answer, judge: String, created: Date) {
    let votes = answer.votes
    self.init(
      judge: judge, created: created, votes: votes.count, none: votes.count(.none),
      arithmetic: votes.count(.arithmetic), logicalFallacy: votes.count(.logicalFallacy),
      illPosed: votes.count(.illPosed), ambiguous: votes.count(.ambiguous),
      unreadable: votes.unreadable.count, requests: answer.cost.requests,
      promptTokens: answer.cost.promptTokens, completionTokens: answer.cost.completionTokens,
      seconds: answer.cost.seconds)
  }
}

extension LabelRecord {
  /// Nil unless the votes decide.
  init?(_ outcome: JudgeVotes.Outcome, of votes: JudgeVotes, judge: String, created: Date) {
    guard case .decided(let verdict) = outcome else { return nil }
    self.init(
      classifier: judge, version: JudgeVotes.version, created: created,
      isWellPosed: verdict.isWellPosed, isCorrect: verdict.isWellPosed ? verdict.isCorrect : nil,
      errorType: verdict.errorType.rawValue, verifiedAnswer: verdict.verifiedAnswer,
      detail: "\(votes.count(verdict.errorType)) of \(votes.count) votes")
  }
}
