import Diagnostics
import Foundation
import LanguageModel
import Randomness
import ReinforcementLearning
import SelfPlay
import Tasks
import Worlds

/// One RLOO step of a student on 8 questions of the untrained teacher with 32 rollouts each, always
/// from the base model's weights and a fresh optimizer: with every rollout computed, which is the work
/// that other programs do, and with identical ones computed once, as in a run.
package struct BenchStep {
  static let questions = 8
  static let groupSize = 32
  let subject: BenchSubject.Prepared

  package init(_ subject: BenchSubject.Prepared) { self.subject = subject }

  private var step: StudentStep {
    let student = subject.configuration.student
    return StudentStep(
      task: subject.world, reward: student.reward, groupSize: Self.groupSize,
      temperature: student.temperature, klCoefficient: student.klCoefficient)
  }

  package func run(_ clock: BenchClock) async throws -> [BenchResult] {
    let questions = try await teacherQuestions()
    let pool = WorkerPool(workers: 1)
    var results: [BenchResult] = []
    for shares in [false, true] {
      let verified = try await verify(questions, shares: shares, pool)
      results.append(try await measure(questions, shares: shares, verified, pool, clock))
    }
    return results
  }

  private func measure(
    _ questions: [TrainingQuestion], shares: Bool, _ verified: String, _ pool: WorkerPool,
    _ clock: BenchClock
  ) async throws -> BenchResult {
    var reports: [StudentStepReport] = []
    var flops: [Double] = []
    var sampling: [Double] = []
    var training: [Double] = []
    var timing = BenchClock.Timing(seconds: [], sgemm: [])
    for seed in 0...clock.repeats {
      let before = BenchClock.sgemmRate()
      let (seconds, report, trainer) = try await once(questions, seed: seed, shares: shares, pool)
      // The first is warm-up.
      guard seed > 0 else { continue }
      timing.seconds.append(seconds)
      timing.sgemm.append((before + BenchClock.sgemmRate()) / 2)
      reports.append(report)
      flops.append(report.flops?.total ?? .nan)
      sampling.append(await trainer.samplingSeconds)
      training.append(await trainer.trainingSeconds)
    }
    let tokens = Double(reports.reduce(0) { $0 + $1.sampledTokens }) / Double(reports.count)
    var result = BenchResult(
      .step, model: "quick", Self.name(shares: shares), verified: verified,
      count: tokens, flops: flops.reduce(0, +) / Double(flops.count), timing: timing)
    result.notes["sampling"] = "\((1000 * Spread(sampling).median).fixed(1)) ms"
    result.notes["training"] = "\((1000 * Spread(training).median).fixed(1)) ms"
    result.notes["sampled tokens"] = tokens.fixed(0)
    result.notes["trained tokens"] =
      (Double(reports.reduce(0) { $0 + $1.trainedTokens }) / Double(reports.count)).fixed(0)
    return result
  }

  private static func name(shares: Bool) -> String {
    "\(questions) questions x \(groupSize)" + (shares ? ", identical ones once" : "")
  }

  /// The alternating measurements of both sides.
  private struct Turns: Sendable {
    var versions: [String: String]
    var ours: [Double] = []
    var reports: [StudentStepReport] = []
    var theirs: [PyTorchRival.Step] = []
  }

  /// Alternates the same step here and in PyTorch.
  package func compare(with rival: PyTorchRival, _ clock: BenchClock) async throws
    -> [BenchComparison]
  {
    let questions = try await teacherQuestions()
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("soar-bench-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try PyTorchWorkload(subject, questions, groupSize: Self.groupSize).write(to: folder)
    let pool = WorkerPool(workers: 1)
    var comparisons: [BenchComparison] = []
    let pairs = PyTorchRival.Form.steps.flatMap { form in
      (form == .loop ? [false, true] : [false]).map { (form: form, shares: $0) }
    }
    for (form, shares) in pairs {
      let turns = try await rival.session(form, workload: folder, threads: 1) { session in
        var turns = Turns(versions: session.versions)
        // Two warm-up steps; PyTorch's first ones are slow.
        for seed in 0..<2 + clock.repeats {
          let (seconds, report, _) = try await once(questions, seed: seed, shares: shares, pool)
          let other = try await session.step(seed: seed)
          guard seed > 1 else { continue }
          turns.ours.append(seconds)
          turns.reports.append(report)
          turns.theirs.append(other)
        }
        return turns
      }
      let (ours, reports, theirs) = (turns.ours, turns.reports, turns.theirs)
      func mean(_ value: (PyTorchRival.Step) -> Double) -> Double {
        theirs.reduce(0) { $0 + value($1) } / Double(theirs.count)
      }
      let tokens = reports.reduce(0) { $0 + Double($1.sampledTokens) } / Double(reports.count)
      let reward = reports.reduce(0) { $0 + $1.meanReward } / Double(reports.count)
      let otherTokens = mean { $0.sampledTokens }
      let otherReward = mean { $0.meanReward }
      // The same model and questions give the same response distribution on both sides.
      try benchRequire(
        abs(otherTokens - tokens) < 0.15 * tokens && abs(otherReward - reward) < 0.1,
        "the other side did other work: \(otherTokens) tokens and a mean reward of \(otherReward), "
          + "here \(tokens) and \(reward)")
      comparisons.append(
        BenchComparison(
          name: form.title(turns.versions) + (shares ? "; here identical rollouts once" : ""),
          threads: 1, soar: Spread(ours),
          rival: Spread(theirs.map(\.seconds)),
          ratio: Spread(zip(theirs, ours).map { $0.seconds / $1 }),
          details: [
            "soar_sampled_tokens": tokens, "soar_mean_reward": reward,
            "rival_sampled_tokens": otherTokens, "rival_mean_reward": otherReward,
          ]))
    }
    return comparisons
  }

  /// The untrained teacher's questions: what students train on at the start of every run.
  private func teacherQuestions() async throws -> [TrainingQuestion] {
    let teacher = Teacher(
      task: subject.world, engine: subject.engine(WorkerPool(workers: 1)),
      configuration: subject.configuration.teacher)
    return try await teacher.write(
      Self.questions, with: subject.sampler, stream: RandomStream(seed: 1, path: "bench/questions")
    ).questions.map(TrainingQuestion.init)
  }

  private func once(
    _ questions: [TrainingQuestion], seed: Int, shares: Bool, _ pool: WorkerPool
  ) async throws -> (seconds: Double, report: StudentStepReport, trainer: TimedTrainer) {
    let trainer = TimedTrainer(
      subject.engine(pool, sharesPrefixes: shares).makeTrainer(
        from: subject.sampler, reference: subject.sampler,
        optimizer: subject.configuration.student.optimizer))
    return try await pool.map(count: 1) { _ in
      let clock = ContinuousClock.now
      let report = try await step.run(
        trainer, on: questions, learningRate: subject.configuration.student.learningRate,
        stream: RandomStream(seed: UInt64(seed), path: "bench/step"))
      return ((ContinuousClock.now - clock) / .seconds(1), report, trainer)
    }[0]
  }

  /// Compares the step's gradient with shared prompts to that of one rollout at a time.
  private func verify(
    _ questions: [TrainingQuestion], shares: Bool, _ pool: WorkerPool
  ) async throws -> String {
    let (first, again) = (
      try await once(questions, seed: 1, shares: shares, pool).report,
      try await once(questions, seed: 1, shares: shares, pool).report
    )
    try benchRequire(first == again, "the same seed gave another step")
    try benchRequire(first.trainedTokens > 0, "no question gave a signal")
    let requests = questions.map { question in
      SamplingRequest(
        prompt: subject.world.studentPrompt(for: question.question),
        streams: RandomStream(seed: 2, path: "bench").family("verify", 0..<4))
    }
    let responses = Generator(subject.base).sample(
      requests,
      SamplingParameters(subject.world.studentLimits, temperature: 1))
    let sequences = zip(requests, responses).flatMap { request, group in
      group.enumerated().map { index, response in
        TrainingSequence.policyGradient(
          Rollout(prompt: request.prompt, response: response), advantage: Double(index) - 1.5,
          weight: 0.1, klCoefficient: 0.001)
      }
    }
    let shared = Learner(subject.base, sharesPrefixes: shares)
    _ = shared.accumulate(sequences, reference: subject.base)
    let single = Learner(subject.base)
    for sequence in sequences { _ = single.accumulate([sequence], reference: subject.base) }
    let gap = gradientGap(shared, single)
    try benchRequire(gap < 1e-4, "shared-prompt gradient off by \(gap)")
    return "gradient with shared prompts equals that of single rollouts "
      + "(relative \(short(gap))); a second run gives the same step"
  }
}

/// A trainer that times its sampling and training.
actor TimedTrainer: Trainer {
  private let trainer: any Trainer
  private(set) var samplingSeconds = 0.0
  private(set) var trainingSeconds = 0.0

  init(_ trainer: any Trainer) { self.trainer = trainer }

  func sample(_ requests: [SamplingRequest], _ parameters: SamplingParameters) async throws
    -> SampledBatch
  {
    let clock = ContinuousClock.now
    defer { samplingSeconds += (ContinuousClock.now - clock) / .seconds(1) }
    return try await trainer.sample(requests, parameters)
  }

  func forwardBackward(_ sequences: [TrainingSequence]) async throws -> LossReport {
    let clock = ContinuousClock.now
    defer { trainingSeconds += (ContinuousClock.now - clock) / .seconds(1) }
    return try await trainer.forwardBackward(sequences)
  }

  func optimizerStep(learningRate: Double) async throws -> OptimizerReport {
    let clock = ContinuousClock.now
    defer { trainingSeconds += (ContinuousClock.now - clock) / .seconds(1) }
    return try await trainer.optimizerStep(learningRate: learningRate)
  }

  func freeze() async throws -> any Sampler { try await trainer.freeze() }
  func save(to folder: URL) async throws { try await trainer.save(to: folder) }
}
