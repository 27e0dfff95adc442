import LanguageModel
import Randomness
import ReinforcementLearning
import Tasks

/// Measurements of one outer step for a reward scheme, and their cost.
struct RewardMeasurement: Sendable {
  var input: RewardInput
  var flags: [RewardFlag] = []
  var sampledTokens = 0
  /// FLOPs of the measurements; nil if the engine cannot count them.
  var flops: FLOPCount? = .zero

  /// Outcomes of the questions of dataset `k`, [n]; empty if nothing was measured.
  ///
  /// - Parameter students: those that trained on the dataset.
  func outcomes(
    dataset k: Int, rewards: Rewards, update: TeacherUpdate?, students: [TrainedStudent]
  ) -> [QuestionOutcome] {
    let own = rewards.questionRewards
    guard own != nil || input.rollouts != nil || !students.isEmpty else { return [] }
    return input.datasets[k].indices.map { i in
      let signal = students.reduce(QuestionSignal()) { $0 + $1.signals[i] }
      return QuestionOutcome(
        reward: own?[k][i], advantage: update?.questionAdvantages?[k][i],
        solveRate: input.rollouts?[k][i].solveRate,
        majorityShare: input.rollouts?[k][i].majorityShare,
        solveRateAfter: input.rolloutsAfter?[k][i].solveRate, alignment: input.alignment?[k][i],
        trainingSolveRate: signal.rollouts > 0
          ? Double(signal.correct) / Double(signal.rollouts) : nil,
        zeroVarianceShare: signal.groups > 0
          ? Double(signal.zeroVarianceGroups) / Double(signal.groups) : nil)
    }
  }
}

extension OuterLoop {
  /// Measures only what the scheme needs.
  ///
  /// - Parameters:
  ///   - trainings: the students of each dataset, [g][r]; empty if none trained.
  ///   - stream: the outer step's stream.
  func measure(
    _ datasets: [[GeneratedQuestion]], trainings: [[TrainedStudent]], baseline: any Sampler,
    archive: [String]?, stream: RandomStream
  ) async throws -> RewardMeasurement {
    let needs = scheme.needs
    let questions = datasets.map { $0.map(TrainingQuestion.init) }
    let sampling = CompletionSampling(
      task: innerLoop.task, engine: engine,
      temperature: innerLoop.configuration.temperature)
    var measurement = RewardMeasurement(
      input: RewardInput(
        datasets: datasets, archive: needs.archive ? archive ?? [] : nil,
        tokenizer: innerLoop.task.tokenizer, stream: stream.child("reward")))

    // Students measured on hard-train account for their own cost.
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
            model: baseline, questions: questions,
            stream: stream.child("completions/dataset", k))
        }, completions: needs.completions)
      measurement.add(sampled)
      measurement.input.rollouts = sampled.rollouts
    }
    if needs.completionsAfter > 0 {
      let sampled = try await sampling.sample(
        trainings.enumerated().flatMap { k, students in
          students.enumerated().map { j, trained in
            guard let student = trained.student else {
              preconditionFailure("the students of a scheme that samples them are kept")
            }
            return CompletionSampling.Request(
              model: student, questions: questions[k],
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
