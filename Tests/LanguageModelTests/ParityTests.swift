// Locks, for tiny models of every shape that opens against PyTorch and transformers
// (tools/make_model_fixtures.py), each to a relative error of 1e-4:
// - logits and log-probabilities of a packed batch of three sequences;
// - mean hidden states: what the output matrix makes of them is the mean of the logits;
// - the mean cross entropy and a policy loss, and the gradient of every parameter for both;
// - ten AdamW steps: learning rate, loss and gradient norm at each, and every final parameter.

import Foundation
import LanguageModel
import Numerics
import Testing

@Suite struct ParityTests {
  static let tolerance = 1e-4

  @Test(arguments: ModelFixture.names)
  func logitsAndLogprobs(_ name: String) throws {
    let fixture = try ModelFixture(name)
    let learner = Learner(try fixture.model())
    var logprobs: [Float] = []
    for (index, sequence) in fixture.reference.sequences.enumerated() {
      let expected = try fixture.tensors.values("logits.\(index)")
      let found = learner.logits(sequence)
      #expect(found.count == sequence.count)
      #expect(relativeError(found.flatMap { $0 }, expected) <= Self.tolerance)
      logprobs += try fixture.tensors.values("logprobs.\(index)")
    }
    let report = learner.score(fixture.crossEntropy)
    #expect(relativeError(report.logprobs, logprobs) <= Self.tolerance)
  }

  @Test(arguments: ModelFixture.names)
  func meanHiddenStates(_ name: String) throws {
    let fixture = try ModelFixture(name)
    let model = try fixture.model()
    let width = model.configuration.hiddenSize
    let vocabulary = model.configuration.vocabularySize
    let output = model.parameters.array(
      model.layout.output..<model.layout.output + vocabulary * width)
    let means = model.meanHiddenStates(fixture.reference.sequences)
    #expect(means.count == fixture.reference.sequences.count)
    for (index, mean) in means.enumerated() {
      let logits = try fixture.tensors.values("logits.\(index)")
      let count = logits.count / vocabulary
      let expected = (0..<vocabulary).map { token in
        (0..<count).reduce(Float(0)) { $0 + logits[$1 * vocabulary + token] } / Float(count)
      }
      let found = (0..<vocabulary).map { token in
        (0..<width).reduce(Float(0)) { $0 + output[token * width + $1] * mean[$1] }
      }
      #expect(relativeError(found, expected) <= Self.tolerance)
    }
    // The batch that a sequence stands in makes no difference but rounding.
    let alone = try #require(
      model.meanHiddenStates([fixture.reference.sequences[1]]).first)
    #expect(relativeError(alone, means[1]) <= 1e-5)
    #expect(model.meanHiddenStates([]).isEmpty)
  }

  @Test(arguments: ModelFixture.names)
  func crossEntropyAndItsGradients(_ name: String) throws {
    let fixture = try ModelFixture(name)
    try expectGradients(
      fixture, fixture.crossEntropy, loss: fixture.reference.loss, prefix: "gradient")
  }

  @Test(arguments: ModelFixture.names)
  func policyLossAndItsGradients(_ name: String) throws {
    let fixture = try ModelFixture(name)
    let sequences = zip(fixture.reference.sequences, fixture.reference.policyWeights).map {
      TrainingSequence(tokens: $0, weights: $1)
    }
    try expectGradients(
      fixture, sequences, loss: fixture.reference.policyLoss, prefix: "policy_gradient")
  }

  @Test(arguments: ModelFixture.names)
  func tenOptimizerSteps(_ name: String) throws {
    let fixture = try ModelFixture(name)
    let reference = fixture.reference
    let settings = reference.optimizer
    let model = try fixture.model()
    let learner = Learner(model)
    let optimizer = AdamW(
      model.layout,
      AdamWParameters(
        beta1: settings.beta1, beta2: settings.beta2, epsilon: settings.epsilon,
        weightDecay: settings.weightDecay, clipNorm: settings.clipNorm))
    let schedule = LearningRateSchedule(
      peak: settings.peak, warmupSteps: settings.warmup, totalSteps: settings.steps,
      decay: try #require(LearningRateDecay(rawValue: settings.decay)))
    #expect(reference.stepLosses.count == 10)
    for step in 0..<settings.steps {
      let rate = schedule.rate(at: step)
      #expect(relativeError(rate, reference.learningRates[step]) <= 1e-12)
      learner.zeroGradients()
      let loss = learner.accumulate(fixture.crossEntropy).weightedLoss
      #expect(relativeError(loss, reference.stepLosses[step]) <= Self.tolerance)
      let report = optimizer.update(model, gradients: learner.gradients, learningRate: rate)
      #expect(relativeError(report.gradientNorm, reference.gradientNorms[step]) <= Self.tolerance)
    }
    for tensor in model.layout.tensors {
      let error = relativeError(
        model.parameters.array(tensor.range), try fixture.tensors.values("final.\(tensor.name)"))
      #expect(error <= Self.tolerance, "\(tensor.name)")
    }
  }

  private func expectGradients(
    _ fixture: ModelFixture, _ sequences: [TrainingSequence], loss: Double, prefix: String
  ) throws {
    let model = try fixture.model()
    let learner = Learner(model)
    learner.zeroGradients()
    let report = learner.accumulate(sequences)
    #expect(relativeError(report.weightedLoss, loss) <= Self.tolerance)
    for tensor in model.layout.tensors {
      let error = relativeError(
        learner.gradients.array(tensor.range),
        try fixture.tensors.values("\(prefix).\(tensor.name)"))
      #expect(error <= Self.tolerance, "\(tensor.name)")
    }
  }
}

extension ModelFixture {
  /// The sequences weighted so that the loss is the mean cross entropy of all predicted tokens.
  var crossEntropy: [TrainingSequence] {
    let count = reference.sequences.reduce(0) { $0 + $1.count - 1 }
    return reference.sequences.map {
      TrainingSequence(
        tokens: $0, weights: [Float](repeating: 1 / Float(count), count: $0.count))
    }
  }
}
