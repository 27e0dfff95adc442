package import Foundation
import QuestionAnalysis
package import RunStore
package import Tasks
import Tokenization
import Worlds

/// Labels question texts with the exact classifier of their task.
package struct QuestionLabeller {
  struct Reading {
    let label: LabelRecord
    /// The question as the embedded world parsed it; nil for other tasks.
    let world: (question: [Int32], diagnosis: QuestionDiagnosis, structure: QuestionStructure)?
  }

  package let name: String
  package let version: Int
  private let task: any ProblemTask
  private let world: ExactClassifier?

  /// Nil if the task has no exact classifier.
  package init?(_ task: any ProblemTask) {
    self.task = task
    if let world = task as? EmbeddedWorld {
      self.world = ExactClassifier(world: world)
      (name, version) = (ExactClassifier.name, ExactClassifier.version)
    } else if let task = task as? any ExactLabels {
      world = nil
      (name, version) = task.classifier
    } else {
      return nil
    }
  }

  /// - Parameter document: question, solution and answer; if it is empty or has another form, the
  ///   answer counts as given without work.
  /// - Returns: nil if the question is not in the task's language.
  func read(
    question: String, answer: String, document: String, created: Date
  ) -> Reading? {
    guard let classifier = world else {
      return label(
        GeneratedQuestion(question: question, answer: answer, rollout: Rollout(given: [])),
        created: created
      ).map { Reading(label: $0, world: nil) }
    }
    let world = classifier.world
    guard let generated = generated(question, answer, document, world) else { return nil }
    let diagnosis = world.parseQuestion(generated.question)
    let label = classifier.classify(generated, diagnosis: diagnosis)
    return Reading(
      label: LabelRecord(label, of: generated.question, created: created, world: world),
      world: (generated.question, diagnosis, label.structure))
  }

  /// The label alone, of a question in a file.
  package func label(
    question: String, answer: String, document: String, created: Date
  ) -> LabelRecord? {
    read(question: question, answer: answer, document: document, created: created)?.label
  }

  /// The label of a sampled question; nil if it is not in the task's language.
  func label(_ question: GeneratedQuestion, created: Date) -> LabelRecord? {
    guard let classifier = world else {
      guard let task = task as? any ExactLabels else { return nil }
      return task.label(question).map {
        LabelRecord($0, of: question.question, by: task, created: created)
      }
    }
    guard let document = classifier.world.document(of: question) else { return nil }
    return LabelRecord(
      classifier.classify(document), of: document.question, created: created,
      world: classifier.world)
  }

  private func generated(
    _ question: String, _ answer: String, _ document: String, _ world: EmbeddedWorld
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
