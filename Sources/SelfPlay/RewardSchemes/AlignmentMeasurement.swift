import Diagnostics
import LanguageModel
import Randomness
import ReinforcementLearning
import Worlds

extension OuterLoop {
  /// Questions or problems per gradient job: fixed, so that sums do not depend on the workers.
  private static let gradientPortion = 8

  /// Fills in the cosine of each question's policy gradient and that of hard-train problems, both
  /// of the baseline student. A reference of exactly zero costs no further gradient.
  func measureAlignment(
    _ measurement: inout RewardMeasurement, questions: [[TrainingQuestion]],
    baseline: any Policy, sampling: CompletionSampling, stream: RandomStream
  ) async throws {
    var drawing = stream.child("reference-problems")
    let problems = drawing.sample(
      min(scheme.needs.referenceProblems, evaluator.hardTrain.count), of: evaluator.hardTrain)
    let sampled = try await sampling.sample(
      [.init(policy: baseline, questions: problems, stream: stream.child("reference"))],
      completions: max(2, scheme.needs.completions))
    measurement.add(sampled)
    let reference = try await referenceGradient(problems, sampled.rollouts[0], baseline)
    measurement.flops += reference.flops
    guard reference.gradient.contains(where: { $0 != 0 }) else {
      measurement.flags.append(.zeroReference)
      measurement.input.alignment = questions.map { $0.map { _ in 0 } }
      return
    }
    let rollouts = try measurement.input.require(\.rollouts, "completions of the questions")
    let flat = Array(zip(questions.joined(), rollouts.joined()))
    let parts = try await pool.map(count: Self.portions(flat.count)) { index in
      let policy = try await baseline.snapshot()
      var cosines: [Double] = []
      for (question, rollouts) in flat[Self.portion(index, of: flat.count)] {
        let gradient = try await policy.gradient(learningSequences(question, rollouts, weight: 1))
        cosines.append(cosine(gradient, reference.gradient))
      }
      return (cosines: cosines, flops: await policy.flops())
    }
    var cosines = parts.flatMap(\.cosines)[...]
    measurement.input.alignment = questions.map { dataset in
      defer { cosines = cosines.dropFirst(dataset.count) }
      return Array(cosines.prefix(dataset.count))
    }
    measurement.flops += parts.reduce(.zero) { $0 + $1.flops }
  }

  /// The mean policy gradient over the problems, added up in their order.
  private func referenceGradient(
    _ problems: [TrainingQuestion], _ rollouts: [QuestionRollouts], _ baseline: any Policy
  ) async throws -> (gradient: [Float], flops: FLOPCount) {
    let parts = try await pool.map(count: Self.portions(problems.count)) { index in
      let policy = try await baseline.snapshot()
      let sequences = Self.portion(index, of: problems.count).flatMap {
        learningSequences(problems[$0], rollouts[$0], weight: 1 / Double(problems.count))
      }
      return (gradient: try await policy.gradient(sequences), flops: await policy.flops())
    }
    var sum: [Float] = []
    var flops = FLOPCount.zero
    for part in parts {
      sum = sum.isEmpty ? part.gradient : zip(sum, part.gradient).map { $0 + $1 }
      flops += part.flops
    }
    return (sum, flops)
  }

  /// The rollouts of one question as a student would learn from them, without the KL term.
  private func learningSequences(
    _ question: TrainingQuestion, _ rollouts: QuestionRollouts, weight: Double
  ) -> [TrainingSequence] {
    let advantages = Advantage.leaveOneOut(
      rollouts.grades.map { innerLoop.configuration.reward($0) })
    return zip(rollouts.responses, advantages).filter { $1 != 0 }.map { response, advantage in
      .policyGradient(
        prompt: innerLoop.world.studentPrompt(for: question.question), response: response,
        advantage: advantage, weight: weight / Double(rollouts.count), klCoefficient: 0)
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
