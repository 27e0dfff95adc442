import Diagnostics
import Foundation
import QuestionAnalysis
import SelfPlay
import TextTasks
import Worlds

// What a report says of a run's problems and of its model, for worlds and for text.

extension RunConfiguration {
  /// Of the title: "habits-12, world 301", or the file's name.
  var problemsTitle: String {
    task.kind == .world ? "\(problemsName), world \(world.seed)" : problemsName
  }

  /// "habits-12", or the file's name.
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
    case .world where model.folder.isEmpty:
      "\(model.layerCount) layers, width \(model.hiddenSize), pretraining seed \(pretraining.seed)"
    case .world, .text: modelName
    }
  }

  /// What makes a problem hard: "no success in 128 samples" and the like.
  var hardness: String {
    switch hardSet.by {
    case .samples: "no success in \(hardSet.drawnSamples) samples"
    case .probability:
      "a right answer of probability at most \(hardSet.maximumProbability)"
        + (hardSet.confirmationSamples > 0
          ? " and no success in \(hardSet.confirmationSamples) samples" : "")
    }
  }

  /// Where the problems and the base model come from, in sentences.
  var groundPhrase: String {
    switch task.kind {
    case .world:
      model.folder.isEmpty
        ? "Teacher and students start from one base model, a Llama of \(model.layerCount) layers and width "
          + "\(model.hiddenSize), pretrained (seed \(pretraining.seed)) on texts of the embedded world "
          + "\(world.name) (seed \(world.seed))."
        : "Teacher and students start from the model \(modelName), which answers problems of the embedded "
          + "world \(world.name) (seed \(world.seed))."
    case .text:
      "Teacher and students start from the pretrained model \(modelName), unchanged. It answers problems "
        + "in plain text (\(textName)); the \(task.verifier.kind.rawValue) verifier grades its answers."
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

  var modelName: String { URL(fileURLWithPath: model.folder).lastPathComponent }
}
