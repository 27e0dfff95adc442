public import Diagnostics
import Foundation
import LanguageModel
import Randomness
import ReinforcementLearning
import RunStore
import SelfPlay
import Tokenization
import Worlds

extension RunClassification {
  /// Name under which a run's base model answers are stored.
  static let baseModel = "base"

  /// Samples the base model's answers to every question that has none yet. Asks equal texts once; a
  /// question's samples depend on its text alone.
  public mutating func sample(_ count: Int, progress: ProgressReporter) async throws {
    guard let world else {
      throw UserError(.usage, file: folder, "has no base model", hint: "leave out --samples")
    }
    let run = RunFolder(url: URL(fileURLWithPath: folder))
    let model = try ModelFolder.load(run.baseModel).transformer
    let base = LocalSampler(model)
    var asked: [String: [(id: Int64, answer: String)]] = [:]
    var texts: [String] = []
    try store.forEachQuestion(
      QuestionSelection(classifier: "", sampledModel: Self.baseModel, includesTexts: true)
    ) { row in
      let question = row.question
      guard question.samples.isEmpty, world.vocabulary.encode(question.question) != nil else {
        return
      }
      if asked[question.question] == nil { texts.append(question.question) }
      asked[question.question, default: []].append((row.id, question.answer))
    }
    let root = RandomStream(seed: 0, path: "classify/base")
    let parameters = SamplingParameters(world.studentLimits, temperature: 1)
    let now = Date()
    progress.begin(stage: "asking the base model", total: texts.count)
    for start in stride(from: 0, to: texts.count, by: 16) {
      try Task.checkCancellation()
      let batch = Array(texts[start..<min(start + 16, texts.count)])
      let questions = batch.map { world.vocabulary.encode($0) ?? [] }
      let sampled = await base.sample(
        zip(batch, questions).map { text, question in
          SamplingRequest(
            prompt: world.studentPrompt(for: question),
            streams: root.family("question/\(text)/sample", 0..<count))
        }, parameters)
      var found: [(question: Int64, sample: AnswerSampleRecord)] = []
      for (index, group) in sampled.responses.enumerated() {
        let boxed = group.compactMap { world.boxedAnswer(of: $0.tokens) }
        let exact = world.solve(question: questions[index])
        for (id, answer) in asked[batch[index]] ?? [] {
          let reference = world.vocabulary.encode(answer) ?? []
          found.append(
            (
              id,
              AnswerSampleRecord(
                model: Self.baseModel, created: now, samples: count, answered: boxed.count,
                agreeing: boxed.count { $0 == reference },
                correct: exact.map { exact in
                  boxed.count { $0.compactMap(world.lexicon.digit) == exact }
                })
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
