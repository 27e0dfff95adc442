import Diagnostics
import Experiments
import Foundation
import LanguageModel
import RunStore
import SelfPlay
import TextTasks
import Tokenization
import Worlds

/// Base-model embeddings of a run's questions, for measures of diversity.
struct QuestionEmbeddings {
  /// Questions per teacher and seed; more are thinned evenly. A diversity uses at most 128.
  private static let mostPerSet = 1024

  /// Mean hidden states by question text. Empty if the run's folder has no readable base model, for
  /// example after its checkpoints were deleted; reports then omit this diversity.
  static func of(_ questions: [StoredQuestion], folder: String, tokenizer: any Tokenizer)
    -> [String: [Double]]
  {
    let path = RunFolder(url: URL(fileURLWithPath: folder)).baseModel
    guard let model = try? ModelFolder.load(path).transformer,
      model.configuration.vocabularySize >= tokenizer.vocabularySize
    else { return [:] }
    let encoded = texts(of: questions).compactMap { text in
      tokenizer.encodeLiterally(text).flatMap { $0.isEmpty ? nil : (text, $0) }
    }
    let states = model.meanHiddenStates(encoded.map(\.1))
    return Dictionary(
      uniqueKeysWithValues: zip(encoded, states).map { ($0.0, $1.map(Double.init)) })
  }

  /// The different texts to embed, in order: all promoted ones, and of each teacher and seed as many
  /// as a diversity can use.
  static func texts(of questions: [StoredQuestion]) -> [String] {
    var sets: [String: [Int: [StoredQuestion]]] = [:]
    var texts: [String] = []
    var known: Set<ExactText> = []
    func take(_ question: StoredQuestion) {
      let text = question.question.question
      if known.insert(text.exact).inserted { texts.append(text) }
    }
    for question in questions {
      if question.isPromoted { take(question) }
      sets[question.teacher, default: [:]][question.seed, default: []].append(question)
    }
    for teacher in sets.keys.sorted() {
      for (_, set) in (sets[teacher] ?? [:]).sorted(by: { $0.key < $1.key }) {
        let count = min(Self.mostPerSet, set.count)
        for index in 0..<count { take(set[index * set.count / count]) }
      }
    }
    return texts
  }
}

extension RunConfiguration {
  /// The tokenizer of a run's base model.
  func tokenizer(of folder: String) throws -> any Tokenizer {
    switch task.kind {
    case .world: try EmbeddedWorld(world).vocabulary
    case .text:
      try TokenizerFile.read(RunFolder(url: URL(fileURLWithPath: folder)).baseModel)
    }
  }
}
