public import Diagnostics
import Foundation
import LanguageModel
import Randomness
import ReinforcementLearning
import RunStore
import SelfPlay
import Tasks
import Tokenization

extension RunClassification {
  /// Name under which a run's base model answers are stored.
  static let baseModel = "base"

  /// Samples the base model's answers to every question that has none yet. Asks equal texts once; a
  /// question's samples depend on its text alone.
  ///
  /// - Parameters:
  ///   - names: loops and arms whose questions are asked; empty for all.
  ///   - workers: threads; results do not depend on them.
  /// - Throws: ``UserError`` if the run has no base model, or no questions of one of the names.
  public mutating func sample(
    _ count: Int, of names: [String] = [], workers: Int, progress: ProgressReporter
  ) async throws {
    guard let task else {
      throw UserError(.usage, file: folder, "has no base model", hint: "leave out --samples")
    }
    let run = RunFolder(url: URL(fileURLWithPath: folder))
    let base = LocalSampler(try ModelFolder.load(run.baseModel).transformer)
    var asked: [ExactText: [(id: Int64, answer: String)]] = [:]
    var texts: [String] = []
    var unseen = Set(names.map(\.exact))
    try store.forEachQuestion(
      QuestionSelection(classifier: "", sampledModel: Self.baseModel, includesTexts: true)
    ) { row in
      let question = row.question
      guard names.isEmpty || names.contains(where: { $0.exact == row.teacher.exact }) else {
        return
      }
      unseen.remove(row.teacher.exact)
      guard question.samples.isEmpty, task.tokenizer.encodeLiterally(question.question) != nil
      else { return }
      if asked[question.question.exact] == nil { texts.append(question.question) }
      asked[question.question.exact, default: []].append((row.id, question.answer))
    }
    if let name = names.first(where: { unseen.contains($0.exact) }) {
      throw UserError(
        .usage, file: folder, "has no questions of '\(name.shortened())'",
        hint: "soar classify \(folder.shellWord) lists its loops and arms")
    }
    let root = RandomStream(seed: 0, path: "classify/base")
    let now = Date()
    progress.begin(stage: "asking the base model", total: texts.count)
    let pool = WorkerPool(workers: workers)
    let batches = stride(from: 0, to: texts.count, by: 16).map {
      Array(texts[$0..<min($0 + 16, texts.count)])
    }
    var answered = 0
    // Committed in parts, so that a kill loses little.
    for start in stride(from: 0, to: batches.count, by: 8 * workers) {
      let part = Array(batches[start..<min(start + 8 * workers, batches.count)])
      let answers = try await pool.map(count: part.count) { index in
        try await Self.answers(of: base, to: part[index], count: count, task: task, root: root)
      }
      var found: [(question: Int64, sample: AnswerSampleRecord)] = []
      for (text, group) in zip(part.joined(), answers.joined()) {
        let truth = (task as? any AnswerOracle)?.trueAnswer(to: text)
        for (id, answer) in asked[text.exact] ?? [] {
          found.append(
            (
              id,
              AnswerSampleRecord(
                model: Self.baseModel, created: now, samples: count, answered: group.count,
                agreeing: group.count { task.areEqual($0, answer) },
                correct: truth.map { truth in group.count { task.areEqual($0, truth) } })
            ))
        }
      }
      try store.commit(samples: found)
      samplesAdded += found.count
      answered += part.joined().count
      progress.update(answered, detail: "")
    }
    progress.end("")
    try? store.consolidate()
  }

  /// The answers given to each question, in the order of the samples: [question][answered].
  private static func answers(
    of base: LocalSampler, to batch: [String], count: Int, task: any ProblemTask,
    root: RandomStream
  ) async throws -> [[String]] {
    let sampled = await base.sample(
      batch.map { text in
        SamplingRequest(
          prompt: task.studentPrompt(for: text),
          streams: root.family("question/\(text)/sample", 0..<count))
      }, SamplingParameters(task.studentLimits, temperature: 1))
    let graded = try await task.grade(
      zip(batch, sampled.responses).map {
        GradingRequest(question: TrainingQuestion(question: $0, answer: ""), responses: $1)
      })
    return graded.map { $0.compactMap(\.answer) }
  }
}
