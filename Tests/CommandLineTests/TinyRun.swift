import Foundation
import TestSupport
import Testing

/// A whole run in about a second: one-digit problems of two operations, a model of one layer that
/// learns enough for rewards, promotions and teacher updates to occur.
enum TinyRun {
  static let configuration = """
    seeds: [1, 2]
    world:
      name: tiny
      digitCount: 1
      nameCount: 4
      operations:
        - {name: plus1, role: easy, confidence: 0.9}
        - {name: plus3, role: target, confidence: 0.1}
      lengthDecay: 0.5
      maximumLength: 2
      illPosedShare: 0
      hardLengths: [2]
      hardMinimumTargetOperations: 1
      hardFamilies: 0
    model:
      hiddenSize: 32
      intermediateSize: 48
      layerCount: 1
      headCount: 2
      keyValueHeadCount: 1
      contextLength: 64
    pretraining:
      drill: {steps: 20}
      textbook: {steps: 400, learningRate: 0.004, warmupSteps: 5}
      web: {steps: 80, learningRate: 0.003, warmupSteps: 2}
      batchDocuments: 16
    hardSet: {candidates: 48, samples: 4, size: 40}
    student: {batchQuestions: 2, groupSize: 8}
    teacher: {samplingLimit: 1000}
    soar:
      outerSteps: 4
      datasets: 2
      questionsPerDataset: 4
      repeats: 1
      rewardQuestions: 16
      window: 1
      threshold: -1
      innerSteps: 4
      extraStepsAfterPromotion: 1
    teachers:
      - {name: SOAR}
      - {name: intrinsic, reward: {scheme: learnability, completions: 4}}
      - {name: matched, matchCostOf: SOAR, reward: {scheme: learnability, completions: 4}}
    arms:
      - {name: Base}
      - {name: Hard-Only, steps: 3}
      - {name: PS, start: promotedStudent}
      - {name: PQ, source: promotionQuestions, mixing: alone, steps: 3}
      - {name: Base-T + hard, source: untrainedTeacher, sourceCount: 4, mixing: mixed, steps: 3}
      - {name: Intrinsic-T, source: trainedTeacher, teacher: intrinsic, sourceCount: 4, mixing: alone, steps: 3}
      - {name: Matched-T, source: trainedTeacher, teacher: matched, sourceCount: 4, mixing: alone, steps: 3}
      - {name: Solver, start: trainedTeacher}
      - {name: Curated, source: curated, sourceCount: 0, mixing: alone, steps: 3}
    evaluation: {samples: 4, passAt: [1, 4], greedyEvery: 1, testEvery: 2}

    """

  static let arms = [
    "Base", "Hard-Only", "PS", "PQ", "Base-T + hard", "Intrinsic-T", "Matched-T", "Solver",
    "Curated",
  ]

  /// Lays the configuration into a folder and returns the arguments that run it there.
  static func arguments(in folder: TemporaryFolder, workers: Int = 2) throws -> [String] {
    try folder.write(configuration, to: "tiny.yaml")
    return ["run", "tiny.yaml", "--output", "run", "--no-cache", "--workers", "\(workers)"]
  }

  static func digest(_ folder: TemporaryFolder, _ name: String = "run") throws -> String {
    let outcome = try Tool.run("digest", folder.path(name))
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// A run from beginning to end that was never disturbed, made once; `run` in its folder.
  struct Finished: Sendable {
    let folder: TemporaryFolder
    let digest: String
    let outcome: Tool.Outcome

    var run: String { folder.path("run") }

    /// A copy of the run that a test may damage.
    func copy() throws -> TemporaryFolder {
      let copy = try TemporaryFolder()
      try FileManager.default.copyItem(atPath: run, toPath: copy.path("run"))
      return copy
    }
  }

  static let finished: Result<Finished, any Error> = Result {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run(arguments(in: folder), in: folder.url)
    // A static value is never released.
    atexit { if let run = try? TinyRun.finished.get() { run.folder.remove() } }
    return Finished(folder: folder, digest: try digest(folder), outcome: outcome)
  }
}
