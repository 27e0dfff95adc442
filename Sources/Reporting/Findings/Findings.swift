import SelfPlay
import Statistics

/// Gathers what a run says about each finding: the planned comparisons that bear on it, or, if none
/// was planned, all that the run's arms allow.
struct Findings {
  let configuration: RunConfiguration
  let planned: PlannedComparisons
  /// Each arm against the reference arm, at every k.
  let comparisons: [ArmComparison]
  /// The grounded teacher against the others; nil if nothing was evaluated.
  let answers: ComparisonAnswers?

  /// One per question, except the one on structure, which arms made to measure answer.
  var all: [Finding] {
    Finding.Question.allCases.filter { $0 != .structure }.map { question in
      let evidence = planned(question)
      return evidence.isEmpty
        ? Finding(question, isPlanned: false, exploratory(question))
        : Finding(question, isPlanned: true, evidence)
    }
  }

  private func role(_ name: String) -> ArmRole {
    configuration.arms.first { $0.name == name }.map { ArmRole($0, configuration) } ?? .other
  }

  private func planned(_ question: Finding.Question) -> [Finding.Evidence] {
    var rows = planned.rows.filter {
      ArmRole.question(role($0.arm), against: role($0.reference)) == question
    }
    if question == .sharpening, let lead = rows.firstIndex(where: isAsRewarded) {
      rows.insert(rows.remove(at: lead), at: 0)
    }
    return rows.map { row in
      Finding.Evidence(
        subject: row.arm, rival: row.reference, measure: "\(row.measure), \(row.place)",
        effect: row.difference)
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
    let measure = "pass@\(configuration.evaluation.largestK) on hard-test, end of training"
    if question == .practice {
      return comparisons.filter {
        $0.k == configuration.evaluation.largestK
          && ArmRole.question(role($0.arm), against: role($0.reference)) == question
      }.map {
        Finding.Evidence(
          subject: $0.arm, rival: $0.reference, measure: measure, effect: $0.difference)
      }
    }
    let contests = (answers?.perStep ?? []) + (answers?.perFLOP ?? [])
    return contests.filter {
      ArmRole.question(role($0.arm), against: role($0.rivalArm)) == question
    }.map {
      Finding.Evidence(
        subject: $0.arm, rival: $0.rivalArm, measure: measure, effect: $0.difference)
    }
  }
}

extension WhatTeaches {
  /// Whether structure matters more than correctness, by the experiment with questions made to measure.
  var finding: Finding {
    guard let effects = experiment?.effects,
      let difference = effects.effect(.difference, .testPass)
    else { return Finding(.structure, isPlanned: false, []) }
    return Finding(
      .structure, isPlanned: true,
      [
        Finding.Evidence(
          subject: "the effect of structure", rival: "the effect of correctness",
          measure: "pass@\(effects.k) on hard-test, end of training", effect: difference.effect)
      ])
  }
}
