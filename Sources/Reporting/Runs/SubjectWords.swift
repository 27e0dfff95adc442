import Diagnostics
import Foundation
import QuestionAnalysis
import SelfPlay
import TextTasks
import Worlds

// What a report says of a run's problems and of its model, for worlds and for text.

extension RunConfiguration {
  /// Of the title: "habits-12", or the file's name.
  var problemsName: String {
    switch task.kind {
    case .world: world.name
    case .text: textName
    }
  }

  /// Of a settings table.
  var problemsSetting: String {
    switch task.kind {
    case .world: "\(world.name), seed \(world.seed)"
    case .text: "\(textName), answers compared by \(task.verifier.kind.rawValue)"
    }
  }

  var modelSetting: String {
    switch task.kind {
    case .world:
      "\(model.layerCount) layers, width \(model.hiddenSize), pretraining seed \(pretraining.seed)"
    case .text: modelName
    }
  }

  /// "128 samples without a success" and the like.
  var hardness: String {
    switch hardSet.by {
    case .samples: "solved in 0 of \(hardSet.drawnSamples) samples"
    case .probability:
      "whose answer has a probability of at most \(hardSet.maximumProbability)"
        + (hardSet.confirmationSamples > 0
          ? " and which were solved in 0 of \(hardSet.confirmationSamples) samples" : "")
    }
  }

  /// Where the problems and the base model come from, as a sentence's beginning.
  var groundPhrase: String {
    switch task.kind {
    case .world:
      "In the embedded world \(world.name) (seed \(world.seed)) a Llama of "
        + "\(model.layerCount) layers and width \(model.hiddenSize) is pretrained (seed "
        + "\(pretraining.seed))."
    case .text:
      "The base model, \(modelName), was pretrained elsewhere. It solves text problems (\(textName)); the "
        + "verifier \(task.verifier.kind.rawValue) compares answers."
    }
  }

  /// What a run on text is about, and what it says nothing about; nil for a world.
  var textSubject: (phrase: String, limit: String)? {
    guard task.kind == .text else { return nil }
    return (
      "the pretrained model \(modelName), text problems (\(textName))",
      "One pretrained model on one kind of problems: what holds here may not hold for larger models or "
        + "other problems, and the reverse. Hard means \(hardness)."
    )
  }

  /// The classifier whose labels reports show.
  var classifierName: String {
    task.kind == .world ? ExactClassifier.name : TextTask.classifierName
  }

  /// The operations that structures of questions are made of.
  var operationNames: Set<String> {
    switch task.kind {
    case .world: Set(world.operations.map(\.name.rawValue))
    case .text: Set(ArithmeticFamily.Operation.allCases.map(\.rawValue))
    }
  }

  private var textName: String {
    task.file.isEmpty ? "arithmetic" : URL(fileURLWithPath: task.file).lastPathComponent
  }

  private var modelName: String { URL(fileURLWithPath: model.folder).lastPathComponent }
}
