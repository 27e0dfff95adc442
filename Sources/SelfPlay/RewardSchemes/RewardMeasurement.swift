import LanguageModel
import Numerics
import Randomness
import ReinforcementLearning
import Worlds

/// What was measured in one outer step for a reward scheme, and what it cost.
struct RewardMeasurement: Sendable {
  var input: RewardInput
  var flags: [RewardFlag] = []
  var sampledTokens = 0
  var flops = FLOPCount.zero

  /// What is known of each question of dataset `k`; empty when nothing is.
  func outcomes(dataset k: Int, rewards: Rewards, update: TeacherUpdate?) -> [QuestionOutcome] {
    let own = rewards.questionRewards
    guard own != nil || input.rollouts != nil else { return [] }
    return input.datasets[k].indices.map { i in
      QuestionOutcome(
        reward: own?[k][i], advantage: update?.questionAdvantages?[k][i],
        solveRate: input.rollouts?[k][i].solveRate,
        majorityShare: input.rollouts?[k][i].majorityShare,
        solveRateAfter: input.rolloutsAfter?[k][i].solveRate, alignment: input.alignment?[k][i])
    }
  }
}

extension OuterLoop {
  /// Measures what the scheme needs and nothing else.
  ///
  /// - Parameters:
  ///   - trainings: the students of each dataset; empty when none trained.
  ///   - stream: the outer step's.
  func measure(
    _ datasets: [[GeneratedQuestion]], trainings: [[TrainedStudent]], baseline: any Policy,
    archive: [[Int32]]?, stream: RandomStream
  ) async throws -> RewardMeasurement {
    let needs = scheme.needs
    let questions = datasets.map { $0.map(TrainingQuestion.init) }
    let sampling = CompletionSampling(
      world: innerLoop.world, temperature: innerLoop.configuration.temperature, pool: pool)
    var measurement = RewardMeasurement(
      input: RewardInput(
        datasets: datasets, archive: needs.archive ? archive ?? [] : nil,
        stream: stream.child("reward")))

    // Students that are measured on hard-train have accounts of their own.
    if needs.grounded {
      measurement.input.grounded = trainings.map { mean($0.compactMap(\.record?.reward)) }
    } else {
      for student in trainings.joined() {
        measurement.sampledTokens += student.sampledTokens
        measurement.flops += student.flops
      }
    }
    if needs.completions > 0 {
      let sampled = try await sampling.sample(
        questions.enumerated().map { k, questions in
          .init(
            policy: baseline, questions: questions,
            stream: stream.child("completions/dataset", k))
        }, completions: needs.completions)
      measurement.add(sampled)
      measurement.input.rollouts = sampled.rollouts
    }
    if needs.completionsAfter > 0 {
      let sampled = try await sampling.sample(
        trainings.enumerated().flatMap { k, students in
          students.enumerated().map { j, trained in
            .init(
              policy: trained.student, questions: questions[k],
              stream: stream.child("completions-after/dataset/\(k)/student", j))
          }
        }, completions: needs.completionsAfter)
      measurement.add(sampled)
      measurement.input.rolloutsAfter = datasets.indices.map { k in
        datasets[k].indices.map { i in
          .pooled((0..<soar.repeats).map { sampled.rollouts[k * soar.repeats + $0][i] })
        }
      }
    }
    if needs.referenceProblems > 0 {
      try await measureAlignment(
        &measurement, questions: questions, baseline: baseline, sampling: sampling, stream: stream)
    }
    return measurement
  }
}

extension RewardMeasurement {
  mutating func add(_ sampled: CompletionSampling.Result) {
    sampledTokens += sampled.sampledTokens
    flops += sampled.flops
  }
}
