import Experiments
import RunStore
import SelfPlay
import Statistics

/// The curves of fresh students on synthetic questions, by who wrote them.
struct LearningCurves {
  private let configuration: RunConfiguration
  private(set) var writers: [QuestionWriter] = []
  private(set) var lines: [LearningCurvesFigure.Line] = []
  /// Arms like an earlier one in writer and mixing.
  private(set) var repeated: [String] = []
  /// Whether values are pass@k on hard-test; otherwise greedy accuracy on hard-train.
  private(set) var isTest = true

  /// - Returns: nil if no arm was measured at three or more steps.
  init?(_ configuration: RunConfiguration, armRuns: [ArmRunRecord]) {
    self.configuration = configuration
    for isTest in [true, false] {
      self.isTest = isTest
      (writers, lines, repeated) = ([], [], [])
      for arm in configuration.arms where arm.isFresh { add(arm, armRuns) }
      if lines.contains(where: { $0.points.count >= 3 }) { return }
    }
    return nil
  }

  private mutating func add(_ arm: ArmConfiguration, _ armRuns: [ArmRunRecord]) {
    let runs = armRuns.filter { $0.arm == arm.name }
    let points = points(runs)
    guard !points.isEmpty else { return }
    let index = writers.index(of: QuestionWriter(arm, configuration))
    guard !lines.contains(where: { $0.writer == index && $0.mixing == arm.mixing }) else {
      return repeated.append(arm.name)
    }
    lines.append(
      LearningCurvesFigure.Line(
        writer: index, mixing: arm.mixing, hardFrom: arm.curriculumSteps,
        seeds: Set(runs.map(\.seed)).count, points: points))
  }

  /// Means at the steps where all students have a value, ascending.
  private func points(_ runs: [ArmRunRecord]) -> [LearningCurvesFigure.Point] {
    let students = Set(runs.map(\.seed)).sorted().map { seed in
      runs.filter { $0.seed == seed }.sorted { $0.student < $1.student }.map(scores)
    }
    guard let first = students.first?.first else { return [] }
    return first.keys.sorted().compactMap { step in
      let scores = students.map { $0.compactMap { $0[step] } }
      guard zip(scores, students).allSatisfy({ $0.count == $1.count }) else { return nil }
      return LearningCurvesFigure.Point(
        step: step, mean: CrossedMean(students: scores),
        seeds: scores.map { $0.map(\.mean).mean })
    }
  }

  /// A student's scores by step, `[step: [problem]]`.
  private func scores(_ run: ArmRunRecord) -> [Int: [Double]] {
    var scores: [Int: [Double]] = [:]
    for record in run.evaluations
    where record.samplesPerProblem > 0 && !record.problems.isEmpty {
      let place = record.step ?? run.steps
      switch (record.split, record.kind) {
      case (.test, .sampled) where isTest:
        scores[place] = record.passAtK(configuration.evaluation.largestK)
      case (.train, .greedy) where !isTest: scores[place] = record.solvedShares
      default: break
      }
    }
    return scores
  }
}
