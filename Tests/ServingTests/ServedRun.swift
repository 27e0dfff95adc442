import Foundation
import RunStore

/// A small run with a store made by hand, in a folder of its own.
struct ServedRun {
  static let hostile =
    "</script><script>document.title='broken'</script>\u{2028}<img src=x onerror=1>"

  let folder: URL
  let store: RunStore

  /// - Parameter steps: outer steps of each of two seeds; two questions to a step.
  init(_ folder: URL, steps: Int = 3) throws {
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try RunStore.create(
      at: folder,
      run: RunRecord(
        commandLine: "soar run", config: "preset: quick\nseeds: [1, 2]\n", configHash: "abc",
        toolchain: "Swift", operatingSystem: "Linux", cpu: "x86-64", blasCore: "Haswell",
        workers: 2, started: Self.started))
    try store.commit(
      hardProblems: (0..<4).map {
        HardProblemRecord(
          id: $0, split: $0 < 2 ? .train : .test, question: "problem \($0)", answer: "\($0)",
          screeningSamples: 8, screeningSuccesses: 0, length: 5)
      })
    for seed in [1, 2] {
      for step in 0..<steps { try addStep(step, seed: seed) }
      try addArm("Hard-Only", seed: seed, successes: [0, 2])
      try addArm("Promotion Questions", seed: seed, successes: [4, 4])
    }
  }

  static let started = Date(timeIntervalSince1970: 1_750_000_000)

  /// Writes the end of the run, as a run does: one plain file is left.
  func finish() throws {
    try store.end(.finished, at: Self.started + 60, sessionSeconds: 60)
    try store.consolidate()
  }

  /// A step whose reward is (step + 1) points; the last of three is promoted. Its first question is
  /// well-posed and right, its second ill-posed; the one of seed 2, step 0 is hostile.
  func addStep(_ step: Int, seed: Int) throws {
    let isHostile = seed == 2 && step == 0
    let texts = [isHostile ? Self.hostile : "Dan has \(step) . Dan ?", "Nobody has \(step) ."]
    let questions = texts.enumerated().map { position, text in
      QuestionRecord(
        position: position, question: text,
        answer: isHostile && position == 0 ? Self.hostile : "\(step)",
        document: "", tokenCount: 5,
        labels: [
          LabelRecord(
            classifier: "exact", version: 1, created: Self.started, isWellPosed: position == 0,
            isCorrect: position == 0 ? true : nil,
            errorType: position == 0 ? "None" : "Ill_Posed",
            targetShare: position == 0 ? 0.5 : nil)
        ])
    }
    let isPromoted = step == 2
    let reward = 0.01 * Double(step + 1)
    try store.commit(
      outerStep: OuterStepRecord(
        seed: seed, step: step, scheme: "grounded", meanReward: reward, movingAverage: reward,
        threshold: 0.01, isPromoted: isPromoted, chosenDataset: isPromoted ? 0 : nil,
        chosenRepeat: isPromoted ? 0 : nil, rejected: 0, tokensSampled: 10, tokensTrained: 10,
        teacherLoss: 0, teacherKL: 0, teacherGradientNorm: 1, baselineAccuracy: 0.25, seconds: 1,
        datasets: [
          DatasetRecord(
            index: 0, reward: reward, advantage: 0, isPromoted: isPromoted, questions: questions,
            trainings: [
              StudentTrainingRecord(
                repeatIndex: 0, reward: reward, accuracyBefore: 0, accuracyAfter: reward,
                meanTrainingReward: 1, tokensSampled: 5, tokensTrained: 5)
            ])
        ],
        promotion: isPromoted
          ? PromotionRecord(dataset: 0, repeatIndex: 0, accuracyBefore: 0, accuracyAfter: 0.1)
          : nil,
        events: [
          EventRecord(
            teacher: OuterStepRecord.defaultTeacher, seed: seed, step: step, kind: "note",
            message: isHostile ? Self.hostile : "a step")
        ]))
  }

  /// An arm's student, tested on two problems with four samples each.
  private func addArm(_ arm: String, seed: Int, successes: [Int]) throws {
    try store.commit(
      armRun: ArmRunRecord(
        arm: arm, seed: seed, questionsSource: "questions", mixing: "mixed", steps: 10,
        rollouts: 80, tokensSampled: 100, tokensTrained: 100, seconds: 1,
        evaluations: [
          EvaluationRecord(
            split: .test, kind: .sampled, samplesPerProblem: 4,
            problems: successes.enumerated().map {
              ProblemSuccesses(problem: 2 + $0, successes: $1)
            }),
          EvaluationRecord(
            split: .train, kind: .greedy, samplesPerProblem: 1,
            problems: (0..<2).map { ProblemSuccesses(problem: $0, successes: $0) }),
        ]))
  }
}
