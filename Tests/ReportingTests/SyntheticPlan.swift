import Foundation
import Reporting
import RunStore
import SelfPlay

/// A made-up run with a plan: writers of questions in three ways of mixing, 5 seeds with two students
/// each, measured every 20 steps of 60.
enum SyntheticPlan {
  static let loops = ["SOAR", "permuted", "learnability", "uncertainty", "random", "band"]

  static var configuration: RunConfiguration {
    var configuration = RunConfiguration()
    configuration.seeds = [1, 2, 3, 4, 5]
    configuration.studentsPerSeed = 2
    configuration.evaluation.samples = 8
    configuration.evaluation.passAt = [1, 8]
    configuration.teachers = loops.enumerated().map { index, name in
      TeacherRunConfiguration(
        name: name, reward: RewardSchemeConfiguration(index == 0 ? "grounded" : name))
    }
    configuration.arms = [ArmConfiguration(name: "Hard-Only", steps: 60)]
    let mixings: [(ArmConfiguration.Mixing, String)] = [
      (.alone, ""), (.mixed, " + hard"), (.curriculum, ", then hard"),
    ]
    for (mixing, suffix) in mixings {
      configuration.arms.append(
        ArmConfiguration(
          name: "Base-T" + suffix, source: .untrainedTeacher, mixing: mixing, steps: 60))
      for name in loops {
        configuration.arms.append(
          ArmConfiguration(
            name: "\(name)-T" + suffix, source: .trainedTeacher, mixing: mixing, steps: 60,
            teacher: name))
      }
    }
    for index in configuration.arms.indices
    where configuration.arms[index].mixing == .curriculum {
      configuration.arms[index].curriculumSteps = 20
    }
    configuration.arms.append(
      ArmConfiguration(name: "PQ", source: .promotionQuestions, mixing: .alone, steps: 60))
    configuration.plan = [
      PlannedComparison(arm: "SOAR-T", reference: "Base-T"),
      PlannedComparison(arm: "SOAR-T", reference: "Base-T", step: 20),
      PlannedComparison(arm: "SOAR-T", reference: "permuted-T", measure: .trainGreedy, step: 40),
      PlannedComparison(arm: "PQ", reference: "Base-T"),
    ]
    return configuration
  }

  /// PQ was never promoted; one student of Base-T in seed 3 has not run.
  static var armRuns: [ArmRunRecord] {
    var runs: [ArmRunRecord] = []
    for (index, arm) in configuration.arms.enumerated() where arm.name != "PQ" {
      for seed in configuration.seeds {
        runs += (0..<2).map { run(arm, index, seed: seed, student: $0) }
      }
    }
    return runs.filter { $0.arm != "Base-T" || $0.seed != 3 || $0.student != 1 }
  }

  static let skipped = (1...5).map { seed in
    EventRecord(
      arm: "PQ", seed: seed, student: 0, kind: "skipped",
      message: "needs a promotion, and its teacher's run of this seed had none")
  }

  private static func run(
    _ arm: ArmConfiguration, _ index: Int, seed: Int, student: Int
  ) -> ArmRunRecord {
    let level =
      switch (arm.source, arm.teacher) {
      case (.none, _): 0.02
      case (.untrainedTeacher, _): 0.15
      case (_, "SOAR"): 0.4
      default: 0.1 + 0.02 * Double(index)
      }
    let top = level * (0.8 + 0.4 * SyntheticReport.noise(seed, index))
    let evaluations = [0, 20, 40, 60].flatMap { step in
      [(Split.test, EvaluationKind.sampled, 8), (.train, .greedy, 1)].map { split, kind, samples in
        EvaluationRecord(
          split: split, kind: kind, step: step == 60 ? nil : step, samplesPerProblem: samples,
          problems: (0..<24).map { problem in
            ProblemSuccesses(
              problem: 100 + problem,
              successes: successes(
                top * Double(step) / 60, of: samples, at: [seed, student, problem, step, index]))
          })
      }
    }
    return ArmRunRecord(
      arm: arm.name, seed: seed, student: student, questionsSource: "questions",
      mixing: arm.mixing.rawValue, steps: 60, rollouts: 100, tokensSampled: 1000,
      tokensTrained: 500, evaluations: evaluations)
  }

  private static func successes(_ rate: Double, of samples: Int, at place: [Int]) -> Int {
    (0..<samples).count { sample in
      SyntheticReport.noise(place[0], place[1], place[2], place[3], place[4], sample) < rate
    }
  }

  static var planned: PlannedComparisons {
    PlannedComparisons(configuration, armRuns: armRuns, events: skipped)
  }

  static var curves: LearningCurvesFigure? {
    LearningCurvesFigure(configuration, armRuns: armRuns, plannedSteps: [20, 40])
  }

  static var data: ReportData {
    var data = SyntheticReport.data
    data.planned = planned
    data.learningCurves = curves
    return data
  }
}
