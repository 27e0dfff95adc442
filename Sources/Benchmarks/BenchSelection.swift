import LanguageModel
import SelfPlay
import Tokenization
import Worlds

/// The available measurements.
package enum BenchStage: String, CaseIterable {
  case kernels, rollout, train, step
  case innerLoop = "inner-loop"
  case outerStep = "outer-step"
  /// A model from a folder; only where one is named.
  case pretrained
}

/// Shapes for the kernels, rollout and train stages.
package enum BenchModel: String, CaseIterable {
  case quick, d256, all

  package var shapes: [BenchShape] {
    switch self {
    case .quick: [.quick]
    case .d256: [.d256]
    case .all: [.quick, .d256]
    }
  }
}

/// A model shape with a world to draw token sequences from.
package struct BenchShape: Sendable {
  let name: String
  let transformer: TransformerConfiguration
  let world: EmbeddedWorld

  static var quick: BenchShape { BenchShape("d64") { _ in } }
  /// Four times as wide, with heads of the same width.
  static var d256: BenchShape {
    BenchShape("d256") {
      $0.hiddenSize *= 4
      $0.intermediateSize *= 4
      $0.headCount *= 4
      $0.keyValueHeadCount *= 4
    }
  }

  private init(_ name: String, _ change: (inout ModelConfiguration) -> Void) {
    let run = RunConfiguration()
    // The defaults are valid, as their tests check.
    guard let world = try? EmbeddedWorld(run.world) else { preconditionFailure("default world") }
    var model = run.model
    change(&model)
    self.name = name
    self.world = world
    transformer = model.transformer(vocabularySize: world.vocabulary.vocabularySize)
  }
}
