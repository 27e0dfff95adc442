public import LanguageModel
public import Tasks

extension TrainingSequence {
  /// The sequence with loss -weight * advantage * log p(sampled tokens | preceding tokens), plus
  /// weight * klCoefficient * KL at each sampled token. Tokens given to the model carry no loss.
  public static func policyGradient(
    _ rollout: Rollout, advantage: Double, weight: Double, klCoefficient: Double
  ) -> TrainingSequence {
    let perToken = Float(advantage * weight)
    return TrainingSequence(
      tokens: rollout.tokens, weights: rollout.isSampled.map { $0 ? perToken : 0 },
      klWeight: Float(klCoefficient * weight), sampledLogprobs: rollout.sampledLogprobs)
  }
}
