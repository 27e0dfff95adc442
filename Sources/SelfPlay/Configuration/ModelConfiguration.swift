public import LanguageModel

/// The model: its shape, if the run pretrains it on the embedded world, or the folder that it is in.
public struct ModelConfiguration: Sendable, Codable, Equatable {
  /// A Hugging Face folder with a pretrained model, relative to where the program runs. Text problems
  /// need one, with its `tokenizer.json`; on the embedded world it replaces pretraining. The shape below
  /// is unused with it.
  public var folder = ""
  /// Width of the residual stream.
  public var hiddenSize = 64
  /// Width inside the SwiGLU block.
  public var intermediateSize = 176
  /// Number of blocks.
  public var layerCount = 3
  /// Query heads.
  public var headCount = 4
  /// Key-value heads; divides `headCount`.
  public var keyValueHeadCount = 4
  /// Width of one head, even.
  public var headDimension = 32
  /// Base of the rotary frequencies.
  public var ropeTheta = 10_000.0
  /// Whether the output projection is the embedding matrix.
  public var tiesEmbeddings = true
  /// Longest document in tokens; must hold the world's longest.
  public var contextLength = 192

  public init() {}

  public func transformer(vocabularySize: Int) -> TransformerConfiguration {
    TransformerConfiguration(
      vocabularySize: vocabularySize, hiddenSize: hiddenSize, intermediateSize: intermediateSize,
      layerCount: layerCount, headCount: headCount, keyValueHeadCount: keyValueHeadCount,
      headDimension: headDimension, ropeTheta: ropeTheta, tiesEmbeddings: tiesEmbeddings,
      maximumPositions: contextLength)
  }
}

/// One phase of pretraining.
public struct PretrainingPhase: Sendable, Codable, Equatable {
  /// Optimizer steps; zero leaves the phase out.
  public var steps: Int
  /// Peak learning rate.
  public var learningRate: Double
  /// Steps of linear warm-up.
  public var warmupSteps: Int
  /// Weight of the question's tokens in the loss; the solution's weigh 1.
  public var questionWeight: Double
}

/// How the base model is pretrained: a "drill" in copying from context, then "textbook", where
/// every solution is worked to its end, then "web", where the writers hesitate.
public struct PretrainingConfiguration: Sendable, Codable, Equatable {
  /// Its question weight applies to the words' first mention, which is unpredictable.
  public var drill = PretrainingPhase(
    steps: 1500, learningRate: 1.5e-3, warmupSteps: 50, questionWeight: 0)
  public var textbook = PretrainingPhase(
    steps: 3000, learningRate: 2e-3, warmupSteps: 100, questionWeight: 0.2)
  public var web = PretrainingPhase(
    steps: 2500, learningRate: 1.5e-3, warmupSteps: 50, questionWeight: 1)
  /// Documents per step.
  public var batchDocuments = 16
  /// Share of a phase after which the rate falls linearly to zero.
  public var decayStart = 0.6
  /// Parts into which a batch is split for the workers. The sum's order is fixed, so results depend
  /// on this number but not on the number of workers.
  public var shards = 2
  public var optimizer = AdamWParameters(
    beta1: 0.9, beta2: 0.98, epsilon: 1e-8, weightDecay: 0.01, clipNorm: 1)
  /// Seed of the initial weights and of the corpus.
  public var seed = 11

  public init() {}
}
