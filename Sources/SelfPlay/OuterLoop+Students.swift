import Diagnostics
import LanguageModel
import Randomness
import ReinforcementLearning
import Tasks

/// What students saw of one question of their dataset while they trained on it.
struct QuestionSignal: Sendable {
  var groups = 0
  var zeroVarianceGroups = 0
  var rollouts = 0
  var correct = 0

  mutating func add(_ group: GroupReport, size: Int) {
    groups += 1
    zeroVarianceGroups += group.isZeroVariance ? 1 : 0
    rollouts += size
    correct += group.correct
  }

  static func + (a: QuestionSignal, b: QuestionSignal) -> QuestionSignal {
    QuestionSignal(
      groups: a.groups + b.groups, zeroVarianceGroups: a.zeroVarianceGroups + b.zeroVarianceGroups,
      rollouts: a.rollouts + b.rollouts, correct: a.correct + b.correct)
  }
}

/// A student that trained on one dataset.
struct TrainedStudent: Sendable {
  /// Its final weights; nil if nothing needs them, since a step's students can outweigh all else in
  /// memory.
  let student: (any Sampler)?
  /// One per question of the dataset, [n].
  let signals: [QuestionSignal]
  /// Its gain on hard-train; nil if not requested.
  let record: StudentOutcome?
  /// Floating-point operations of its training, and of its measurement if there was one; nil if the
  /// engine cannot count them.
  let flops: FLOPCount?
  let sampledTokens: Int
}

/// How the students of one outer step train and are measured.
struct StudentTraining: Sendable {
  let policies: OuterLoopPolicies
  /// The baseline student on hard-train; nil skips measuring the students there.
  let baselineCounts: EvaluationCounts?
  /// The questions of all promotions so far.
  let promotionQuestions: [TrainingQuestion]
  /// Indices of the M hard-train problems that students are measured on.
  let rewardQuestions: [Int]
}

extension OuterLoop {
  /// Trains r students on each dataset, each a unit of parallel work. Returns [g][r].
  ///
  /// - Parameters:
  ///   - datasets: [g][n].
  ///   - keepsStudents: whether the results hold the students' weights.
  func train(
    _ training: StudentTraining, on datasets: [[GeneratedQuestion]], repeats: Int,
    keepsStudents: Bool, stream: RandomStream
  ) async throws -> [[TrainedStudent]] {
    let policies = training.policies
    let promoted = !training.promotionQuestions.isEmpty
    let replays = promoted && soar.replaysPromotions
    let extra = promoted ? soar.extraStepsAfterPromotion : 0
    let syntheticSteps = soar.innerSteps + extra
    let steps = syntheticSteps + soar.hardSteps
    let horizons = soar.rewardAt.isEmpty ? [steps] : soar.rewardAt.map { $0 + extra }.sorted()
    let before = training.baselineCounts.map { counts in
      training.rewardQuestions.reduce(0) { $0 + counts.rate(ofProblem: $1) }
        / Double(training.rewardQuestions.count)
    }
    let count = datasets.count * repeats
    let atOnce = engine.trainingsAtOnce(count, from: policies.baseline)
    let trainings = try await engine.map(count: count, atOnce: atOnce) { index in
      let k = index / repeats
      let studentStream = stream.child("dataset/\(k)/student", index % repeats)
      let schedule = QuestionSchedule(
        synthetic: datasets[k].map(TrainingQuestion.init),
        replay: replays ? training.promotionQuestions : [],
        last: soar.hardSteps > 0 ? (evaluator.hardTrain, syntheticSteps) : nil,
        stream: studentStream)
      var measured: [(step: Int, counts: EvaluationCounts)] = []
      var signals = [QuestionSignal](repeating: QuestionSignal(), count: datasets[k].count)
      let configuration = innerLoop.configuration
      let (student, report) = try await innerLoop.train(
        from: policies.baseline,
        reference: soar.klReference == .baseline ? policies.baseline : policies.base,
        on: schedule, steps: steps,
        rateFactor: promoted ? soar.rateFactorAfterPromotion : 1, stream: studentStream
      ) { step, report, trainer in
        let positions = schedule.syntheticPositions(
          step: step - 1, size: configuration.batchQuestions)
        for (position, group) in zip(positions, report.groups) {
          if let position { signals[position].add(group, size: configuration.groupSize) }
        }
        guard before != nil, step < steps, horizons.contains(step) else { return }
        measured.append(
          (
            step,
            try await evaluator.onHardTrain(
              trainer.freeze(), by: soar.rewardBy, indices: training.rewardQuestions)
          ))
      }
      guard let before else {
        return TrainedStudent(
          student: keepsStudents ? student : nil, signals: signals, record: nil,
          flops: report.flops,
          sampledTokens: report.sampledTokens)
      }
      if horizons.last == steps {
        measured.append(
          (
            steps,
            try await evaluator.onHardTrain(
              student, by: soar.rewardBy, indices: training.rewardQuestions)
          ))
      }
      let after = mean(measured.map(\.counts.accuracy))
      let flops = measured.reduce(report.flops) { $0 + $1.counts.flops }
      return TrainedStudent(
        student: keepsStudents ? student : nil, signals: signals,
        record: StudentOutcome(
          reward: after - before, accuracyBefore: before, accuracyAfter: after,
          accuracyAt: horizons.count > 1
            ? Dictionary(uniqueKeysWithValues: measured.map { ($0.step, $0.counts.accuracy) })
            : [:],
          meanTrainingReward: report.meanReward, sampledTokens: report.sampledTokens,
          trainedTokens: report.trainedTokens, refusedSteps: report.refusedSteps, flops: flops),
        flops: flops, sampledTokens: report.sampledTokens)
    }
    return datasets.indices.map { Array(trainings[$0 * repeats..<($0 + 1) * repeats]) }
  }

  /// Whether a step has to keep its datasets' students: the scheme samples them, or one of them may be
  /// promoted. Fresh students that confirm a promotion are promoted themselves.
  ///
  /// - Parameter rewards: of the steps so far, this one's not included.
  package func keepsStudents(after rewards: [Double]) -> Bool {
    let canPromote =
      usesPromotion && scheme.needs.grounded && soar.confirmationStudents == 0
      && rewards.count + 1 >= soar.window
    return canPromote || scheme.needs.completionsAfter > 0
  }

  /// Indices of M hard-train problems, ascending; all of them when M covers the half.
  func drawRewardQuestions(_ stream: RandomStream) -> [Int] {
    let all = Array(evaluator.hardTrain.indices)
    guard soar.rewardQuestions < all.count else { return all }
    var stream = stream
    return stream.sample(soar.rewardQuestions, of: all).sorted()
  }
}
