import Diagnostics
import Foundation
import LanguageModel
import Numerics
import Randomness
import ReinforcementLearning
import SelfPlay
import Tasks
import Worlds

/// A whole inner loop, and a whole outer step with one worker and with two.
package struct BenchLoops {
  let subject: BenchSubject.Prepared

  package init(_ subject: BenchSubject.Prepared) { self.subject = subject }

  private func inner(_ engine: LocalEngine) -> InnerLoop {
    InnerLoop(
      task: subject.world, engine: engine, configuration: subject.configuration.student)
  }

  private func teacher(_ engine: LocalEngine) -> Teacher {
    Teacher(
      task: subject.world, engine: engine, configuration: subject.configuration.teacher)
  }

  package func innerLoop(_ clock: BenchClock) async throws -> [BenchResult] {
    let soar = subject.configuration.soar
    let pool = WorkerPool(workers: 1)
    let engine = subject.engine(pool)
    let stream = RandomStream(seed: 1, path: "bench/inner-loop")
    let questions = try await teacher(engine).write(
      soar.questionsPerDataset, with: subject.sampler, stream: stream.child("teacher")
    ).questions.map(TrainingQuestion.init)
    @Sendable func once() async throws -> InnerLoopReport {
      try await pool.map(count: 1) { _ in
        try await inner(engine).train(
          from: subject.sampler, reference: subject.sampler,
          on: QuestionSchedule(synthetic: questions, stream: stream),
          steps: soar.innerSteps, stream: stream
        ).report
      }[0]
    }
    let first = try await once()
    let second = try await once()
    try benchRequire(first == second, "a second inner loop differs from the first")
    FloatBuffer.resetPeak()
    let before = FloatBuffer.liveBytes
    let timing = try await clock.time { _ = try await once() }
    var result = BenchResult(
      .innerLoop, model: "quick", "\(soar.innerSteps) steps", verified: "a second run agrees",
      count: Double(first.sampledTokens), flops: first.flops?.total, timing: timing)
    result.notes["memory"] =
      "\(megabytes(before)) before, \(megabytes(FloatBuffer.peakBytes)) at its peak, "
      + "\(megabytes(FloatBuffer.liveBytes)) after \(clock.repeats + 1) loops"
    return [result]
  }

  package func outerStep(_ clock: BenchClock) async throws -> [BenchResult] {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let counts = cores > 1 ? [1, 2] : [1]
    var digests: [Int: String] = [:]
    var flops = 0.0
    var tokens = 0
    var timings = counts.map { _ in BenchClock.Timing(seconds: [], sgemm: []) }
    let pools = counts.map { WorkerPool(workers: $0) }
    // Alternate one worker and two, so both see the same machine.
    for repetition in 0...max(1, clock.repeats / 2) {
      for (index, workers) in counts.enumerated() {
        let before = BenchClock.sgemmRate()
        let start = ContinuousClock.now
        let result = try await once(pools[index])
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let digest = Self.digest(result)
        try benchRequire(
          digests.values.allSatisfy { $0 == digest },
          "an outer step with \(workers) workers differs from an earlier one")
        digests[workers] = digest
        flops = result.flops?.total ?? .nan
        tokens =
          result.teacherSampledTokens
          + result.datasets.reduce(0) { $0 + $1.students.reduce(0) { $0 + $1.sampledTokens } }
        guard repetition > 0 else { continue }
        timings[index].seconds.append(seconds)
        timings[index].sgemm.append((before + BenchClock.sgemmRate()) / 2)
      }
    }
    var results = zip(counts, timings).map { workers, timing in
      BenchResult(
        .outerStep, model: "quick", "\(workers) worker\(workers == 1 ? "" : "s")",
        verified: "digest \((digests[workers] ?? "").prefix(12)), the same in every run",
        count: Double(tokens), flops: flops, timing: timing)
    }
    if counts.count == 2 {
      let ratios = Spread(zip(timings[0].seconds, timings[1].seconds).map { $0 / $1 })
      results[1].notes["speed-up over one worker"] =
        "\(ratios.median.fixed(2)) [\(ratios.min.fixed(2)), \(ratios.max.fixed(2))]"
    }
    return results
  }

  private func once(_ pool: WorkerPool) async throws -> OuterStepResult {
    let engine = subject.engine(pool)
    var soar = subject.configuration.soar
    soar.outerSteps = 1
    let loop = OuterLoop(
      soar: soar,
      teacher: teacher(engine), innerLoop: inner(engine),
      evaluator: Evaluator(
        task: subject.world, engine: engine, hardTrain: subject.hardSet.train,
        test: subject.hardSet.test),
      engine: engine, stream: RandomStream(seed: 1, path: "bench/outer-step"))
    let base = subject.sampler
    var result: OuterStepResult?
    _ = try await loop.run(
      state: OuterLoopState(),
      policies: OuterLoopPolicies(
        teacher: engine.makeTrainer(
          from: base, reference: base, optimizer: subject.configuration.teacher.optimizer),
        base: base)
    ) { step, _, _ in result = step }
    guard let result else { throw BenchFailure(what: "no outer step was made") }
    return result
  }

  /// Digest of everything the step decided: questions, rewards and advantages.
  private static func digest(_ result: OuterStepResult) -> String {
    var text = "\(result.reward) \(result.teacherUpdate?.gradientNorm ?? 0)\n"
    for dataset in result.datasets {
      text += "\(dataset.advantage) \(dataset.questions.map(\.rollout.tokens))\n"
      text += "\(dataset.students.map { "\($0.reward) \($0.meanTrainingReward)" })\n"
    }
    return SHA256.hexDigest(of: text)
  }

  private func megabytes(_ bytes: Int) -> String { "\((Double(bytes) / 1e6).fixed(1)) MB" }
}
