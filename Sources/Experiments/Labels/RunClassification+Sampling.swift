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
  public mutating func sample(_ count: Int, progress: ProgressReporter) async throws {
    guard let task else {
      throw UserError(.usage, file: folder, "has no base model", hint: "leave out --samples")
    }
    let run = RunFolder(url: URL(fileURLWithPath: folder))
    let base = LocalSampler(try ModelFolder.load(run.baseModel).transformer)
    var asked: [ExactText: [(id: Int64, answer: String)]] = [:]
    var texts: [String] = []
    try store.forEachQuestion(
      QuestionSelection(classifier: "", sampledModel: Self.baseModel, includesTexts: true)
    ) { row in
      let question = row.question
      guard question.samples.isEmpty, task.tokenizer.encodeLiterally(question.question) != nil
      else { return }
      if asked[question.question.exact] == nil { texts.append(question.question) }
      asked[question.question.exact, default: []].append((row.id, question.answer))
    }
    let root = RandomStream(seed: 0, path: "classify/base")
    let parameters = SamplingParameters(task.studentLimits, temperature: 1)
    let now = Date()
    progress.begin(stage: "asking the base model", total: texts.count)
    for start in stride(from: 0, to: texts.count, by: 16) {
      try Task.checkCancellation()
      let batch = Array(texts[start..<min(start + 16, texts.count)])
      let sampled = await base.sample(
        batch.map { text in
          SamplingRequest(
            prompt: task.studentPrompt(for: text),
            streams: root.family("question/\(text)/sample", 0..<count))
        }, parameters)
      let graded = try await task.grade(
        zip(batch, sampled.responses).map {
          GradingRequest(question: TrainingQuestion(question: $0, answer: ""), responses: $1)
        })
      var found: [(question: Int64, sample: AnswerSampleRecord)] = []
      for (text, group) in zip(batch, graded) {
        let answers = group.compactMap(\.answer)
        let truth = (task as? any AnswerOracle)?.trueAnswer(to: text)
        for (id, answer) in asked[text.exact] ?? [] {
          found.append(
            (
              id,
              AnswerSampleRecord(
                model: Self.baseModel, created: now, samples: count, answered: answers.count,
                agreeing: answers.count { task.areEqual($0, answer) },
                correct: truth.map { truth in answers.count { task.areEqual($0, truth) } })
            ))
        }
      }
      try store.commit(samples: found)
      samplesAdded += found.count
      progress.update(start + batch.count, detail: "")
    }
    progress.end("")
    try? store.consolidate()
  }
}
