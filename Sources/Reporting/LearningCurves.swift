import Experiments
import RunStore
import SelfPlay
import Statistics

/// The curves of fresh students on synthetic questions, by who wrote them.
struct LearningCurves {
  /// Whose questions a line's students train on.
  struct Writer {
    var name: String
    /// The untrained teacher, grounded loops, the permuted control, all others.
    var rank: Int
    /// The arm with everything that does not say whose questions they are set to defaults.
    var make: ArmConfiguration
    /// Its first arm.
    var arm: String
  }

  private let configuration: RunConfiguration
  private(set) var writers: [Writer] = []
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
      if lines.contains(where: { $0.points.count >= 3 }) {
        nameWriters()
        return
      }
    }
    return nil
  }

  private mutating func add(_ arm: ArmConfiguration, _ armRuns: [ArmRunRecord]) {
    let runs = armRuns.filter { $0.arm == arm.name }
    let points = points(runs)
    guard !points.isEmpty else { return }
    let make = make(arm)
    let index =
      writers.firstIndex { $0.make == make }
      ?? {
        writers.append(Writer(name: title(arm), rank: rank(arm), make: make, arm: arm.name))
        return writers.count - 1
      }()
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

  // MARK: Writers

  private func make(_ arm: ArmConfiguration) -> ArmConfiguration {
    var make = arm
    make.name = ""
    make.mixing = .alone
    make.curriculumSteps = 0
    make.steps = 0
    make.measureEvery = 0
    make.matchCostOf = ""
    make.questionSet = ""
    if [.curated, .designed].contains(arm.source) { make.teacher = "" }
    if [.untrainedTeacher, .majorityVoted].contains(arm.source) {
      make.teacher = "\(configuration.teacherConfiguration(of: arm.teacher).turns) turns"
    }
    return make
  }

  private func scheme(_ arm: ArmConfiguration) -> String? {
    configuration.teachers.first { $0.name == arm.teacher }?.reward.scheme
  }

  private func rank(_ arm: ArmConfiguration) -> Int {
    switch (arm.source, scheme(arm)) {
    case (.untrainedTeacher, _): 0
    case (.trainedTeacher, OuterStepRecord.groundedScheme): 1
    case (.trainedTeacher, OuterStepRecord.permutedScheme): 2
    default: 3
    }
  }

  private func title(_ arm: ArmConfiguration) -> String {
    switch arm.source {
    case .trainedTeacher: arm.teacher
    case .promotionQuestions: "promoted by \(arm.teacher)"
    default: arm.source.title
    }
  }

  /// If several writers share a title, names each after its first arm.
  private mutating func nameWriters() {
    let names = writers.map(\.name)
    for index in writers.indices where names.count(where: { $0 == names[index] }) > 1 {
      writers[index].name = writers[index].arm
    }
  }
}

extension ArmConfiguration {
  /// Whether a new student trains on synthetic questions.
  fileprivate var isFresh: Bool {
    start == .base && source != .none && steps > 0 && mixing != .hardOnly
  }
}
