import Experiments
import Foundation
import LanguageModel
import RunStore
import Tokenization
import Worlds

/// What questions are to the base model of their run, for measures of diversity.
struct QuestionEmbeddings {
  /// Of one teacher and seed; more are thinned out evenly. A diversity is of 128 at most.
  private static let mostPerSet = 1024

  /// Mean hidden states by text. Empty where the run's folder has no base model that can be read,
  /// as in a folder from which checkpoints were taken away: diversity is then told without them.
  static func of(_ questions: [StoredQuestion], folder: String, world: EmbeddedWorld)
    -> [String: [Double]]
  {
    let path = RunFolder(url: URL(fileURLWithPath: folder)).baseModel
    guard let model = try? ModelFolder.load(path).transformer,
      model.configuration.vocabularySize >= world.vocabulary.tokens.count
    else { return [:] }
    var sets: [String: [Int: [StoredQuestion]]] = [:]
    var texts: [String] = []
    var known: Set<String> = []
    func take(_ question: StoredQuestion) {
      let text = question.question.question
      if known.insert(text).inserted { texts.append(text) }
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
    let encoded = texts.compactMap { text in
      world.vocabulary.encode(text).flatMap { $0.isEmpty ? nil : (text, $0) }
    }
    let states = model.meanHiddenStates(encoded.map(\.1))
    return Dictionary(
      uniqueKeysWithValues: zip(encoded, states).map { ($0.0, $1.map(Double.init)) })
  }
}
