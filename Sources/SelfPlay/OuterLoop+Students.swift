import Diagnostics
import LanguageModel
import Randomness
import ReinforcementLearning
import Tasks

/// A student that trained on one dataset.
struct TrainedStudent: Sendable {
  let student: any Sampler
  /// Its gain on hard-train; nil if not requested.
  let record: StudentOutcome?
  /// Floating-point operations of its training, and of its measurement if there was one; nil if the
  /// engine cannot count them.
  let flops: FLOPCount?
  let sampledTokens: Int
}

extension OuterLoop {
  /// Trains g * r students, each a unit of parallel work. Returns [g][r].
  ///
  /// - Parameters:
  ///   - datasets: [g][n].
  ///   - baselineCounts: the baseline student's hard-train successes; nil skips measuring the
  ///     students on hard-train.
  ///   - promotionQuestions: the questions of all promotions so far.
  func trainStudents(
    on datasets: [[GeneratedQuestion]], policies: OuterLoopPolicies,
    baselineCounts: EvaluationCounts?, promotionQuestions: [TrainingQuestion],
    stream: RandomStream
  ) async throws -> [[TrainedStudent]] {
    let promoted = !promotionQuestions.isEmpty
    let replays = promoted && soar.replaysPromotions
    let steps = soar.innerSteps + (promoted ? soar.extraStepsAfterPromotion : 0)
    let rewardQuestions = drawRewardQuestions(stream.child("reward-questions"))
    let before = baselineCounts.map { counts in
      Double(rewardQuestions.reduce(0) { $0 + counts.successes[$1] })
        / Double(rewardQuestions.count)
    }
    let count = soar.datasets * soar.repeats
    // The teacher is a trainer too.
    let atOnce = min(count, engine.maximumTrainers.map { max(1, $0 - 1) } ?? count)
    let trainings = try await engine.map(count: count, atOnce: atOnce) { index in
      let k = index / soar.repeats
      let studentStream = stream.child("dataset/\(k)/student", index % soar.repeats)
      let schedule = QuestionSchedule(
        synthetic: datasets[k].map(TrainingQuestion.init),
        replay: replays ? promotionQuestions : [], stream: studentStream)
      let (student, report) = try await innerLoop.train(
        from: policies.baseline,
        reference: soar.klReference == .baseline ? policies.baseline : policies.base,
        on: schedule, steps: steps,
        rateFactor: promoted ? soar.rateFactorAfterPromotion : 1, stream: studentStream)
      guard let before else {
        return TrainedStudent(
          student: student, record: nil, flops: report.flops, sampledTokens: report.sampledTokens)
      }
      let counts = try await evaluator.greedyOnHardTrain(student, indices: rewardQuestions)
      let after = counts.accuracy
      let flops = report.flops + counts.flops
      return TrainedStudent(
        student: student,
        record: StudentOutcome(
          reward: after - before, accuracyBefore: before, accuracyAfter: after,
          meanTrainingReward: report.meanReward, sampledTokens: report.sampledTokens,
          trainedTokens: report.trainedTokens, refusedSteps: report.refusedSteps, flops: flops),
        flops: flops, sampledTokens: report.sampledTokens)
    }
    return (0..<soar.datasets).map {
      Array(trainings[$0 * soar.repeats..<($0 + 1) * soar.repeats])
    }
  }

  /// Indices of M hard-train problems, ascending; all of them when M covers the half.
  private func drawRewardQuestions(_ stream: RandomStream) -> [Int] {
    let all = Array(evaluator.hardTrain.indices)
    guard soar.rewardQuestions < all.count else { return all }
    var stream = stream
    return stream.sample(soar.rewardQuestions, of: all).sorted()
  }
}
