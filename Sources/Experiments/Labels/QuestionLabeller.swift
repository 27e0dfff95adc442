package import Foundation
import QuestionAnalysis
package import RunStore
import Tasks
import Tokenization
package import Worlds

/// Parses question texts and labels them with the exact classifier.
package struct QuestionLabeller {
  package struct Reading {
    var question: [Int32]
    var diagnosis: QuestionDiagnosis
    var label: QuestionLabel
  }

  let world: EmbeddedWorld
  private let classifier: ExactClassifier

  package init(world: EmbeddedWorld) {
    self.world = world
    classifier = ExactClassifier(world: world)
  }

  /// - Parameter document: question, solution and answer; if it is empty or has another form, the
  ///   answer counts as boxed without work.
  /// - Returns: nil if the question is not in the world's language.
  package func read(question: String, answer: String, document: String) -> Reading? {
    guard let generated = generated(question, answer, document) else { return nil }
    let diagnosis = world.parseQuestion(generated.question)
    return Reading(
      question: generated.question, diagnosis: diagnosis,
      label: classifier.classify(generated, diagnosis: diagnosis))
  }

  /// The label of a sampled question; nil if it is not in the world's language.
  func label(_ question: GeneratedQuestion, created: Date) -> LabelRecord? {
    guard let document = world.document(of: question) else { return nil }
    return LabelRecord(
      classifier.classify(document), of: document.question, created: created, world: world)
  }

  package func record(_ reading: Reading, created: Date) -> LabelRecord {
    LabelRecord(reading.label, of: reading.question, created: created, world: world)
  }

  private func generated(
    _ question: String, _ answer: String, _ document: String
  ) -> WorldDocument? {
    if document.utf8.starts(with: question.utf8), let tokens = world.vocabulary.encode(document),
      let generated = world.parseDocument(tokens),
      document.utf8.count > question.utf8.count,
      // The document's question must end where the question does.
      world.vocabulary.decode(generated.question).utf8.count == question.utf8.count
    {
      return generated
    }
    guard let tokens = world.vocabulary.encode(question) else { return nil }
    // People may write digits together.
    let spaced = answer.split(separator: " ").joined().map(String.init).joined(separator: " ")
    let digits = world.vocabulary.encode(spaced) ?? []
    return WorldDocument(
      question: tokens, response: [Lexicon.box] + digits + [Vocabulary.end], answer: digits)
  }
}

extension LabelRecord {
  /// - Parameter question: `Q` through `?`.
  init(_ label: QuestionLabel, of question: [Int32], created: Date, world: EmbeddedWorld) {
    let structure = label.structure
    self.init(
      classifier: label.classifier, version: label.version, created: created,
      isWellPosed: label.isWellPosed, isCorrect: label.isWellPosed ? label.isCorrect : nil,
      errorType: label.errorType.rawValue, verifiedAnswer: label.verdict.verifiedAnswer,
      detail: "\(label.diagnosis.rawValue)/\(label.answerKind.rawValue)",
      operations: label.operationsNeeded, targetShare: label.targetShare,
      structure: question.compactMap { world.lexicon.operation($0)?.rawValue }
        .joined(separator: " "),
      features: LabelFeatures(
        posedness: label.posedness.rawValue, answerKind: label.answerKind.rawValue,
        questionTokens: structure.tokenCount, depth: structure.depth, width: structure.width,
        distractors: structure.distractorCount,
        operationMultiset: structure.operations.map(\.rawValue).joined(separator: " "),
        steps: label.solution.steps, validSteps: label.solution.validSteps,
        misconceivedDigits: label.solution.misconceivedDigits,
        slippedDigits: label.solution.slippedDigits),
      measures: Dictionary(
        uniqueKeysWithValues: label.measures.map { ($0.key.rawValue, $0.value) }))
  }
}

extension QuestionContextRecord {
  init(_ context: QuestionContext, created: Date) {
    self.init(
      version: QuestionContext.version, created: created, hardDistance: context.hardDistance,
      corpusTexts: context.corpus.texts, corpusStructures: context.corpus.structures,
      archiveTexts: context.archive.texts, archiveStructures: context.archive.structures)
  }
}
