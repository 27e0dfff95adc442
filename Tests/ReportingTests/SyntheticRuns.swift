import Foundation
import Reporting
import RunStore

/// Two made-up runs of one configuration, seeds 1 and 2 in the first and seed 3 in the second, small
/// enough to work everything out by hand: two test problems, four samples each.
enum SyntheticRuns {
  static let pair = [run("runs/a", seeds: [1, 2]), run("runs/b", seeds: [3])]

  private static func run(_ name: String, seeds: [Int]) -> ComparedRun {
    ComparedRun(
      name: name, identity: "one", passAt: [1, 4, 8], armOrder: ["Hard-Only", "PQ", "Grounded-T"],
      draws: [
        "PQ": TeacherDraw(teacher: "SOAR", extent: .untilLastPromotion),
        "Grounded-T": TeacherDraw(teacher: "SOAR", extent: .wholeLoop),
      ], operations: ["plus1", "rev"], classifier: "exact", run: SyntheticReport.data.run,
      armRuns: seeds.flatMap(arms), outerSteps: seeds.flatMap(outerSteps),
      questions: seeds.flatMap(questions))
  }

  /// Successes of PQ on the two problems at steps 0, 5 and 10.
  private static func successes(seed: Int) -> [[Int]] {
    switch seed {
    case 1: [[0, 0], [1, 0], [2, 0]]
    case 2: [[0, 0], [0, 0], [4, 0]]
    default: [[0, 0], [0, 0], [0, 0]]
    }
  }

  private static func arms(seed: Int) -> [ArmRunRecord] {
    let arms = [
      arm("Hard-Only", seed: seed, successes: [[0, 0], [0, 0], [0, 0]]),
      arm("PQ", seed: seed, successes: successes(seed: seed)),
    ]
    return seed == 1
      ? arms + [arm("Grounded-T", seed: seed, successes: [[0, 0], [0, 0], [1, 1]])] : arms
  }

  private static func arm(_ name: String, seed: Int, successes: [[Int]]) -> ArmRunRecord {
    ArmRunRecord(
      arm: name, seed: seed, questionsSource: "questions", mixing: "alone", steps: 10,
      rollouts: 80, tokensSampled: 1000, tokensTrained: 500, forwardFLOPs: 10, backwardFLOPs: 20,
      seconds: 2,
      evaluations: successes.enumerated().map { index, counts in
        EvaluationRecord(
          split: .test, kind: .sampled, step: index == 2 ? nil : 5 * index, samplesPerProblem: 4,
          problems: counts.enumerated().map { ProblemSuccesses(problem: $0, successes: $1) })
      })
  }

  /// Four steps; the last promotion is at step 1, for seed 3 at step 2.
  private static func outerSteps(seed: Int) -> [OuterStepRecord] {
    (0..<4).map { step in
      OuterStepRecord(
        seed: seed, step: step, meanReward: 0.01, movingAverage: 0.01, threshold: 0.01,
        isPromoted: step == promotedStep(seed), rejected: 0, tokensSampled: 100,
        tokensTrained: 50, forwardFLOPs: 2, backwardFLOPs: 4, teacherLoss: 0, teacherKL: 0,
        teacherGradientNorm: 1, seconds: 1)
    }
  }

  private static func promotedStep(_ seed: Int) -> Int { seed == 3 ? 2 : 1 }

  /// Four questions per step, of two structures, half of them well-posed.
  private static func questions(seed: Int) -> [StoredQuestion] {
    (0..<16).map { index in
      let operation = index % 2 == 0 ? "plus1" : "rev"
      return StoredQuestion(
        id: Int64(100 * seed + index),
        place: .init(seed: seed, teacher: "SOAR", step: index / 4, dataset: 0),
        dataset: .init(reward: nil, rewards: [], isPromoted: index / 4 == promotedStep(seed)),
        question: QuestionRecord(
          position: index % 4,
          question: "Q Dan has \(index % 10) . Dan \(operation) Bob . Bob ?", answer: "1",
          document: "", tokenCount: 11,
          labels: [
            LabelRecord(
              classifier: "exact", version: 1, created: SyntheticReport.created,
              isWellPosed: index % 2 == 0, isCorrect: nil, errorType: "None", operations: 1,
              structure: operation)
          ]))
    }
  }
}
