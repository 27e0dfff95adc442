import Foundation
import HTTP
import LanguageModel
import Randomness
import ReinforcementLearning
import Tasks
import TinkerEngine
import Tokenization

/// The tiny model and engines for it.
enum Setup {
  static var model: Transformer {
    Transformer(
      TransformerConfiguration(
        vocabularySize: 12, hiddenSize: 16, intermediateSize: 16, layerCount: 2, headCount: 2,
        keyValueHeadCount: 1, headDimension: 8, maximumPositions: 64), seed: 7)
  }

  static func settings(trainers: Int = 8) -> TinkerSettings {
    TinkerSettings(
      baseModel: "tiny", loraRank: 4, maximumTrainers: trainers, vocabularySize: 12)
  }

  static func engine(
    _ transport: some HTTPTransport, trainers: Int = 8, scaling: LossScaling = .sum,
    patience: TinkerPatience = TinkerPatience()
  ) -> TinkerEngine {
    TinkerEngine(
      transport: transport, settings: settings(trainers: trainers), patience: patience,
      scaling: scaling, sleep: { _ in await Task.yield() })
  }

  static func engine(
    _ behaviour: FakeServer.Behaviour = FakeServer.Behaviour(), trainers: Int = 8
  ) -> (engine: TinkerEngine, server: FakeServer) {
    let server = FakeServer(model, behaviour)
    return (
      engine(FakeTransport(server: server), trainers: trainers, scaling: behaviour.scaling), server
    )
  }

  static var optimizer: AdamWParameters { AdamWParameters(weightDecay: 0, clipNorm: 0) }
  static let prompt: [Int32] = [2, 3, 4]

  /// RLOO on what a trainer samples: more of token 5.
  static func step(
    _ trainer: any Trainer, _ index: Int, klCoefficient: Double = 0, learningRate: Double = 0.01
  ) async throws -> (LossReport, OptimizerReport, [[SampledResponse]]) {
    let stream = RandomStream(seed: 3, path: "step/\(index)")
    let prompts: [[Int32]] = [prompt, [6, 7]]
    let batch = try await trainer.sample(
      prompts.enumerated().map { place, prompt in
        SamplingRequest(prompt: prompt, streams: stream.family("\(place)", 0..<4))
      }, SamplingParameters(maximumTokens: 6, stopTokens: [1]))
    var sequences: [TrainingSequence] = []
    for (prompt, responses) in zip(prompts, batch.responses) {
      let rewards = responses.map { Double($0.tokens.count { $0 == 5 }) }
      for (response, advantage) in zip(responses, Advantage.leaveOneOut(rewards)) {
        sequences.append(
          .policyGradient(
            Rollout(prompt: prompt, response: response), advantage: advantage, weight: 1.0 / 8,
            klCoefficient: klCoefficient))
      }
    }
    let loss = try await trainer.forwardBackward(sequences)
    return (loss, try await trainer.optimizerStep(learningRate: learningRate), batch.responses)
  }

  /// log p of a fixed text.
  static func score(_ weights: any Sampler) async throws -> [Float] {
    guard let weights = weights as? any ScoringSampler else { return [] }
    return try await weights.score([ScoringRequest(prompt: prompt, response: [5, 6, 7, 8])])
      .scores[0].logprobs
  }
}
