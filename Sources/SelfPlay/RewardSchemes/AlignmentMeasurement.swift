import Diagnostics
import LanguageModel
import Randomness
import ReinforcementLearning
import Tasks

extension OuterLoop {
  /// Questions or problems per gradient job: fixed, so that sums do not depend on the workers.
  private static let gradientPortion = 8

  /// Fills in the cosine between each question's policy gradient and that of hard-train problems,
  /// both of the baseline student. Skips the question gradients if the reference is exactly zero.
  func measureAlignment(
    _ measurement: inout RewardMeasurement, questions: [[TrainingQuestion]],
    baseline: any Sampler, sampling: CompletionSampling, stream: RandomStream
  ) async throws {
    guard let baseline = baseline as? any GradientSampler else {
      throw UserError(
        .configuration, place: "teachers.reward",
        "rewards gradient alignment, and models of engine '\(engine.name)' show no gradients")
    }
    var drawing = stream.child("reference-problems")
    let problems = drawing.sample(
      min(scheme.needs.referenceProblems, evaluator.hardTrain.count), of: evaluator.hardTrain)
    let sampled = try await sampling.sample(
      [
        CompletionSampling.Request(
          model: baseline, questions: problems, stream: stream.child("reference"))
      ],
      completions: max(2, scheme.needs.completions))
    measurement.add(sampled)
    let reference = try await referenceGradient(sampled.rollouts[0], baseline)
    measurement.flops += reference.flops
    guard reference.gradient.contains(where: { $0 != 0 }) else {
      measurement.flags.append(.zeroReference)
      measurement.input.alignment = questions.map { $0.map { _ in 0 } }
      return
    }
    let rollouts = try measurement.input.require(\.rollouts, "completions of the questions")
    let flat = Array(rollouts.joined())
    let parts = try await engine.map(count: Self.portions(flat.count)) { index in
      var cosines: [Double] = []
      var flops: FLOPCount? = .zero
      for rollouts in flat[Self.portion(index, of: flat.count)] {
        let question = try await baseline.gradient(learningSequences(rollouts, weight: 1))
        cosines.append(cosine(question.gradient, reference.gradient))
        flops += question.flops
      }
      return (cosines: cosines, flops: flops)
    }
    var cosines = parts.flatMap(\.cosines)[...]
    measurement.input.alignment = questions.map { dataset in
      defer { cosines = cosines.dropFirst(dataset.count) }
      return Array(cosines.prefix(dataset.count))
    }
    for part in parts { measurement.flops += part.flops }
  }

  /// The mean policy gradient over the problems, summed in their order.
  private func referenceGradient(
    _ rollouts: [QuestionRollouts], _ baseline: any GradientSampler
  ) async throws -> (gradient: [Float], flops: FLOPCount?) {
    let parts = try await engine.map(count: Self.portions(rollouts.count)) { index in
      try await baseline.gradient(
        Self.portion(index, of: rollouts.count).flatMap {
          learningSequences(rollouts[$0], weight: 1 / Double(rollouts.count))
        })
    }
    var sum: [Float] = []
    var flops: FLOPCount? = .zero
    for part in parts {
      sum = sum.isEmpty ? part.gradient : zip(sum, part.gradient).map { $0 + $1 }
      flops += part.flops
    }
    return (sum, flops)
  }

  /// The rollouts of one question as a student's training sequences, without the KL term.
  private func learningSequences(
    _ question: QuestionRollouts, weight: Double
  ) -> [TrainingSequence] {
    let advantages = Advantage.leaveOneOut(
      question.grades.map { innerLoop.configuration.reward($0) })
    return zip(question.rollouts, advantages).filter { $1 != 0 }.map { rollout, advantage in
      .policyGradient(
        rollout, advantage: advantage, weight: weight / Double(question.count),
        klCoefficient: 0)
    }
  }

  private static func portions(_ count: Int) -> Int {
    (count + gradientPortion - 1) / gradientPortion
  }

  private static func portion(_ index: Int, of count: Int) -> Range<Int> {
    index * gradientPortion..<min((index + 1) * gradientPortion, count)
  }
}

/// Cosine of the angle between two vectors, -1...1; 0 when one of them is zero.
package func cosine(_ a: [Float], _ b: [Float]) -> Double {
  var (product, squaresA, squaresB) = (0.0, 0.0, 0.0)
  for (x, y) in zip(a, b) {
    product += Double(x) * Double(y)
    squaresA += Double(x) * Double(x)
    squaresB += Double(y) * Double(y)
  }
  guard squaresA > 0, squaresB > 0 else { return 0 }
  return product / (squaresA * squaresB).squareRoot()
}
