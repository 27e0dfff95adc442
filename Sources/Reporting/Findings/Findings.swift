import SelfPlay
import Statistics

/// Gathers what a run says about each finding: the planned comparisons that bear on it, or, if none
/// was planned, all that the run's arms allow.
struct Findings {
  let configuration: RunConfiguration
  let planned: PlannedComparisons
  /// Each arm against the reference arm, at every k.
  let comparisons: [ArmComparison]
  /// The arms at the end of their training.
  var results: [ArmResult] = []
  /// Promoted students and promotion questions against the untrained teacher's questions.
  var withUntrained: [ArmComparison] = []
  /// The grounded teacher against the others; nil if nothing was evaluated.
  let answers: ComparisonAnswers?

  /// One per question, except the one on structure, which arms made to measure answer, and the one on
  /// promotions, if the run compares nothing for it.
  var all: [Finding] {
    Finding.Question.allCases.filter { $0 != .structure }.compactMap { question in
      let evidence = planned(question)
      var finding =
        evidence.isEmpty
        ? Finding(question, isPlanned: false, exploratory(question))
        : Finding(question, isPlanned: true, evidence)
      if question == .sharpening { finding.also = besides(evidence) }
      return question == .promotion && finding.evidence.isEmpty ? nil : finding
    }
  }

  /// Arms of what a loop with grounded reward leaves besides its teacher, each with an arm on the
  /// untrained teacher's questions: mixed in the same way, or alone for a promoted student.
  static func pairsWithUntrained(_ configuration: RunConfiguration) -> [(
    arm: String, reference: String
  )] {
    let untrained = configuration.arms.filter { ArmRole($0, configuration) == .untrained }
    return configuration.arms.compactMap { arm in
      guard ArmRole(arm, configuration) == .grounded, arm.source != .trainedTeacher else {
        return nil
      }
      let mixing = arm.start == .promotedStudent ? .alone : arm.mixing
      let kind = configuration.questionKind(of: arm.teacher)
      return untrained.first {
        $0.mixing == mixing && configuration.questionKind(of: $0.teacher) == kind
      }.map { (arm.name, $0.name) }
    }
  }

  /// Those of ``withUntrained`` that were not planned.
  private func besides(_ planned: [Finding.Evidence]) -> [Finding.Evidence] {
    withUntrained.filter { pair in
      !planned.contains { $0.subject == pair.arm && $0.rival == pair.reference }
    }.map {
      Finding.Evidence(
        subject: $0.arm, rival: $0.reference, measure: finalMeasure, effect: $0.difference)
    }
  }

  private var finalMeasure: String {
    "pass@\(configuration.evaluation.largestK) on hard-test, end of training"
  }

  private func question(_ arm: String, against reference: String) -> Finding.Question? {
    func find(_ name: String) -> ArmConfiguration? {
      configuration.arms.first { $0.name == name }
    }
    guard let arm = find(arm), let reference = find(reference) else { return nil }
    return ArmRole.question(arm, against: reference, configuration)
  }

  /// What both arms were measured at, if they do not differ.
  private func level(_ arm: String, _ reference: String) -> Double? {
    let levels = [arm, reference].compactMap { name in
      results.first { $0.name == name }?.passAtK
        .first { $0.k == configuration.evaluation.largestK }?.estimate.value
    }
    return levels.count == 2 && levels[0] == levels[1] ? levels[0] : nil
  }

  private func costMatched(by arm: String) -> String? {
    configuration.arms.first { $0.name == arm && !$0.matchCostOf.isEmpty }?.matchCostOf
  }

  private func planned(_ question: Finding.Question) -> [Finding.Evidence] {
    var rows = planned.rows.filter {
      self.question($0.arm, against: $0.reference) == question
    }
    if question == .sharpening, let lead = rows.firstIndex(where: isAsRewarded) {
      rows.insert(rows.remove(at: lead), at: 0)
    }
    return rows.map { row in
      Finding.Evidence(
        subject: row.arm, rival: row.reference, measure: "\(row.measure), \(row.place)",
        effect: row.difference, level: row.armMean == row.referenceMean ? row.armMean : nil,
        rivalMatchesCostOf: costMatched(by: row.reference))
    }
  }

  /// Whether a comparison measures what the teacher was rewarded for: students on its questions alone,
  /// at a step where the loop measured its students too.
  private func isAsRewarded(_ row: PlannedComparisons.Row) -> Bool {
    let soar = configuration.soar
    let horizons = soar.rewardAt.isEmpty ? [soar.innerSteps + soar.hardSteps] : soar.rewardAt
    let arms = [row.arm, row.reference].compactMap { name in
      configuration.arms.first { $0.name == name }
    }
    return arms.count == 2 && arms[0].source == .trainedTeacher
      && arms.allSatisfy { arm in
        arm.mixing == .alone && horizons.contains(row.step > 0 ? row.step : arm.steps)
      }
  }

  private func exploratory(_ question: Finding.Question) -> [Finding.Evidence] {
    if question == .practice {
      return comparisons.filter {
        $0.k == configuration.evaluation.largestK
          && self.question($0.arm, against: $0.reference) == question
      }.map {
        Finding.Evidence(
          subject: $0.arm, rival: $0.reference, measure: finalMeasure, effect: $0.difference,
          level: level($0.arm, $0.reference), rivalMatchesCostOf: costMatched(by: $0.reference))
      }
    }
    let contests = (answers?.perStep ?? []) + (answers?.perFLOP ?? [])
    return contests.filter {
      self.question($0.arm, against: $0.rivalArm) == question
    }.map {
      Finding.Evidence(
        subject: $0.arm, rival: $0.rivalArm, measure: finalMeasure, effect: $0.difference,
        level: level($0.arm, $0.rivalArm))
    }
  }
}

extension WhatTeaches {
  /// Whether structure matters more than correctness, by the experiment with questions made to measure:
  /// over all of them and, if they have several groups of lengths, at each.
  var finding: Finding {
    guard let experiment, let effects = experiment.effects else {
      return Finding(.structure, isPlanned: false, [])
    }
    let differences = effects.effects.filter { $0.kind == .difference && $0.outcome == .testPass }
    return Finding(
      .structure, isPlanned: !differences.isEmpty,
      differences.map { difference in
        let place =
          difference.lengths.map { "at \(experiment.terms.title($0))" }
          ?? (differences.count > 1 ? "over all lengths" : "")
        return Finding.Evidence(
          subject: ["the effect of structure", place].filter { !$0.isEmpty }.joined(separator: " "),
          rival: "the effect of correctness",
          measure: "pass@\(effects.k) on hard-test, end of training", effect: difference.effect)
      })
  }
}
