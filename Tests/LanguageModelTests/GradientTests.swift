// Locks: every parameter's gradient, of cross entropy, of a signed policy loss and of the KL term,
// against central finite differences; packing and micro-batching change nothing; AdamW skips a
// non-finite gradient.

import Foundation
import LanguageModel
import Numerics
import Randomness
import Testing

func exponential(_ x: Double) -> Double { exp(x) }

@Suite struct GradientTests {
  static func sequences(_ shape: TransformerConfiguration, kl: Float) -> [TrainingSequence] {
    var stream = RandomStream(seed: 21, path: "gradient")
    return [5, 9, 3].map { length in
      TrainingSequence(
        tokens: (0..<length).map { _ in Int32(stream.integer(below: shape.vocabularySize)) },
        weights: (0..<length).map { $0 < 2 ? 0 : Float(stream.uniform() - 0.4) }, klWeight: kl)
    }
  }

  /// Loss in double precision from scored logprobs and exact KL.
  static func loss(
    _ model: Transformer, _ sequences: [TrainingSequence], reference: Transformer
  ) -> Double {
    let learner = Learner(model)
    let other = Learner(reference)
    var total = 0.0
    for sequence in sequences {
      let p = learner.logits(sequence.tokens).map(logSoftmax)
      let q = other.logits(sequence.tokens).map(logSoftmax)
      for t in 1..<sequence.tokens.count where sequence.weights[t] != 0 {
        total -= Double(sequence.weights[t]) * p[t - 1][Int(sequence.tokens[t])]
        for v in p[t - 1].indices {
          total += Double(sequence.klWeight) * exp(p[t - 1][v]) * (p[t - 1][v] - q[t - 1][v])
        }
      }
    }
    return total
  }

  static func logSoftmax(_ row: [Float]) -> [Double] {
    let top = Double(row.max() ?? 0)
    let sum = row.reduce(0) { $0 + exp(Double($1) - top) }
    return row.map { Double($0) - top - log(sum) }
  }

  @Test(arguments: [0, 1]) func gradientsMatchFiniteDifferences(shapeIndex: Int) {
    let shape = GenerationTests.shapes[shapeIndex]
    let model = GenerationTests.model(shape)
    let reference = GenerationTests.model(shape, seed: 6)
    let sequences = Self.sequences(shape, kl: 0.3)
    let learner = Learner(model)
    _ = learner.accumulate(sequences, reference: reference)
    let gradients = learner.gradients.array()
    var stream = RandomStream(seed: 1, path: "probe")
    for tensor in model.layout.tensors {
      // A random direction in each tensor: the directional derivative checks all its entries.
      let direction = (0..<tensor.count).map { _ in Float(stream.normal()) }
      let original = model.parameters.array(tensor.range)
      let scale = 1e-3 / Float(tensor.count).squareRoot()
      func lossMoved(by step: Float) -> Double {
        model.parameters.write(
          zip(original, direction).map { $0 + step * scale * $1 }, at: tensor.offset)
        return Self.loss(model, sequences, reference: reference)
      }
      // Fourth-order central difference; float32 forward noise bounds what it can resolve.
      let near = lossMoved(by: 4) - lossMoved(by: -4)
      let far = lossMoved(by: 8) - lossMoved(by: -8)
      let numeric = (8 * near - far) / (48 * Double(scale))
      model.parameters.write(original, at: tensor.offset)
      let analytic = zip(gradients[tensor.range], direction).reduce(0.0) {
        $0 + Double($1.0) * Double($1.1)
      }
      let norm = gradients[tensor.range].reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
      #expect(
        abs(numeric - analytic) < 2e-2 * norm + 1e-4,
        "\(tensor.name): numeric \(numeric), analytic \(analytic), norm \(norm)")
    }
  }

  @Test func microBatchesSumToTheWhole() {
    let shape = GenerationTests.shapes[1]
    let model = GenerationTests.model(shape)
    let reference = GenerationTests.model(shape, seed: 6)
    let sequences = Self.sequences(shape, kl: 0.1)
    let whole = Learner(model)
    let parts = Learner(model, microBatchTokens: 6)
    let a = whole.accumulate(sequences, reference: reference)
    let b = parts.accumulate(sequences, reference: reference)
    #expect(abs(a.weightedLoss - b.weightedLoss) < 1e-5)
    #expect(abs(a.kl - b.kl) < 1e-5)
    for (x, y) in zip(whole.gradients.array(), parts.gradients.array()) {
      #expect(abs(x - y) < 1e-4)
    }
  }

  @Test func nonFiniteGradientsAreRefused() {
    let shape = GenerationTests.shapes[0]
    let model = GenerationTests.model(shape)
    let before = model.parameters.array()
    let learner = Learner(model)
    learner.gradients.write([.nan], at: 3)
    let optimizer = AdamW(model.layout, AdamWParameters())
    let report = optimizer.update(model, gradients: learner.gradients, learningRate: 0.1)
    #expect(!report.applied)
    #expect(optimizer.step == 0)
    #expect(model.parameters.array() == before)
  }
}
