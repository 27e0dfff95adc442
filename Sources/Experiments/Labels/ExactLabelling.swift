import Foundation
import QuestionAnalysis
import RunStore
import Tasks
import Tokenization

extension LabelRecord {
  /// The label of a task that calculates its own, in the words that all labels share.
  init(
    _ label: ExactLabel, of question: String, by task: any ExactLabels, created: Date
  ) {
    let kind: AnswerKind =
      if !label.isWellPosed {
        .undecidable
      } else if label.isCorrect {
        .correct
      } else {
        switch label.slip {
        case .systematic: .wrongShared
        case .digit: .wrongSlip
        case nil: .wrongIdiosyncratic
        }
      }
    let error: ErrorType =
      if !label.isWellPosed {
        label.isImpossible ? .illPosed : .ambiguous
      } else if label.isCorrect {
        .none
      } else {
        label.slip == nil ? .logicalFallacy : .arithmetic
      }
    self.init(
      classifier: task.classifier.name, version: task.classifier.version, created: created,
      isWellPosed: label.isWellPosed, isCorrect: label.isWellPosed ? label.isCorrect : nil,
      errorType: error.rawValue, verifiedAnswer: label.verifiedAnswer,
      detail: "\(label.posedness)/\(label.answerKind)", operations: label.operations,
      targetShare: label.targetShare, structure: label.structure,
      features: LabelFeatures(
        posedness: label.posedness, answerKind: kind.rawValue,
        questionTokens: task.tokenizer.encodeLiterally(question)?.count))
  }
}
