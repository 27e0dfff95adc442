import Experiments
import RunStore
import SelfPlay
import Statistics
import Worlds

extension ReportBuilder {
  /// Selects the evaluations whose mean is a student's result; empty if it has no result.
  typealias Measure = (ArmRunRecord) -> [EvaluationRecord]

  /// The final model's evaluations on the test half.
  static func finalTest(_ run: ArmRunRecord) -> [EvaluationRecord] {
    run.evaluations.filter { $0.isFinal(.test, .sampled) }
  }

  /// The runs of an arm by seed, `[seed][student]`, both ascending.
  func nested(_ arm: String, in runs: [ArmRunRecord]) -> [[ArmRunRecord]] {
    let runs = runs.filter { $0.arm == arm }
    return Set(runs.map(\.seed)).sorted().map { seed in
      runs.filter { $0.seed == seed }.sorted { $0.student < $1.student }
    }
  }

  /// pass@k of every problem, `[seed][student][problem]`; omits students without a result.
  private func scores(
    _ runs: [[ArmRunRecord]], k: Int, isExact: Bool = false,
    _ measure: Measure = ReportBuilder.finalTest
  ) -> [[[Double]]] {
    runs.map { students in
      students.compactMap { run -> [Double]? in
        measure(run).compactMap { isExact ? $0.expectedPassAtK(k) : $0.passAtK(k) }.meanOfProblems
      }
    }.filter { !$0.isEmpty }
  }

  /// pass@k of an arm for every k in the configuration; empty without a result.
  ///
  /// - Parameter isExact: takes it from the stored probabilities instead of from the samples.
  func passAtK(
    _ runs: [[ArmRunRecord]], isExact: Bool = false,
    _ measure: Measure = ReportBuilder.finalTest
  ) -> [Reporting.ArmResult.PassAtK] {
    configuration.evaluation.passAt.compactMap { k in
      let scores = scores(runs, k: k, isExact: isExact, measure)
      guard !scores.isEmpty else { return nil }
      return Reporting.ArmResult.PassAtK(
        k: k, CrossedMean(students: scores).estimate(), seeds: scores.map { $0.map(\.mean).mean })
    }
  }

  func armResults() throws -> [Reporting.ArmResult] {
    let all = try store.armRuns()
    return configuration.arms.compactMap { arm in
      let runs = nested(arm.name, in: all)
      guard !runs.isEmpty else { return nil }
      let passAtK = passAtK(runs)
      let greedy = runs.map { students in
        students.compactMap { run in
          run.evaluations.first { $0.isFinal(.train, .greedy) }.map(\.solvedShares)
        }
      }.filter { !$0.isEmpty }
      return Reporting.ArmResult(
        name: arm.name, explanation: configuration.explanation(of: arm), paperArm: paperArm(arm),
        seedCount: runs.count, studentCount: runs.joined().count, passAtK: passAtK,
        trainAccuracy: greedy.isEmpty
          ? nil : CrossedMean(students: greedy).estimate())
    }
  }

  /// Results of the arms on problems of another distribution; nil if there are none.
  func transfer() throws -> FurtherResults? {
    let problems = try store.hardProblems().count { $0.split == .transfer }
    guard problems > 0 else { return nil }
    let all = try store.armRuns()
    let arms = configuration.arms.compactMap { arm in
      result(arm, nested(arm.name, in: all)) {
        $0.evaluations.filter { $0.isFinal(.transfer, .sampled) }
      }
    }
    let transfer = configuration.transfer
    return FurtherResults(
      explanation: "Final models on \(problems) problems of another distribution "
        + "(\(transfer.name)): lengths "
        + transfer.lengths(in: configuration.world).map(String.init).joined(separator: ", ")
        + "; operations "
        + transfer.operations(in: configuration.world).map(\.rawValue).joined(separator: ", ")
        + ". The base model failed them as often as the hard set, and nothing was trained for them.",
      arms: arms, noteTitle: "paper: OlympiadBench, pass@32 (another model, other data)",
      notes: arms.map { $0.paperArm.flatMap(PaperResults.row)?.olympiad ?? "–" })
  }

  /// Expected pass@k of the final models from the probabilities of the right answers; nil if none
  /// were calculated.
  func expected() throws -> FurtherResults? {
    guard configuration.evaluation.exact else { return nil }
    let all = try store.armRuns()
    var arms: [Reporting.ArmResult] = []
    var notes: [String] = []
    for arm in configuration.arms {
      let runs = nested(arm.name, in: all)
      let passAtK = passAtK(runs, isExact: true)
      guard !passAtK.isEmpty else { continue }
      arms.append(
        Reporting.ArmResult(
          name: arm.name, explanation: "", paperArm: nil, seedCount: runs.count,
          studentCount: runs.joined().count, passAtK: passAtK))
      let probabilities = runs.joined().flatMap(Self.finalTest).flatMap(\.problems)
        .compactMap(\.probability)
      notes.append(probabilities.max().map(Format.scientific) ?? "–")
    }
    guard !arms.isEmpty else { return nil }
    return FurtherResults(
      explanation:
        "Of the final models, from the probability p of each problem's bare right answer: the "
        + "mean of 1 - (1 - p)^k over the problems. It has no sampling noise, and is a lower bound, since "
        + "other responses can be right too.",
      arms: arms, noteTitle: "likeliest answer's p", notes: notes)
  }

  /// Results of the arms at their training checkpoints; nil if nothing was trained.
  func checkpoint() throws -> FurtherResults? {
    let rule = configuration.evaluation.checkpoint.rule
    let all = try store.armRuns()
    let trained = configuration.arms.filter { $0.steps > 0 }
    guard all.contains(where: { $0.steps > 0 }) else { return nil }
    let arms = trained.compactMap { arm in
      result(arm, nested(arm.name, in: all)) { $0.testsAtCheckpoint(rule) }
    }
    let notes = arms.map { arm in
      let steps = all.filter { $0.arm == arm.name }
        .compactMap { $0.checkpointSpan(rule)?.lowerBound }.sorted()
      guard let first = steps.first, let last = steps.last else { return "–" }
      return first == last ? "\(first)" : "\(first) to \(last)"
    }
    let names = trained.map(\.name)
    let missing = all.filter {
      names.contains($0.arm) && $0.steps > 0 && $0.testsAtCheckpoint(rule).isEmpty
    }.map { $0.unmeasuredText(rule) + " (evaluation.testEvery sets the steps between tests)." }
    return FurtherResults(
      explanation: "Trained arms by the paper's rule instead of at their last step: the first step "
        + "where the slope of the training reward, averaged over \(rule.window) steps, falls below "
        + "\(rule.slopeShare) of its maximum, and the tests of the next \(rule.horizon) steps "
        + "averaged (paper: 25 steps, 0.15, 200 steps). The test has no part in the choice.",
      arms: arms, noteTitle: "checkpoint at step", notes: notes, missing: missing)
  }

  /// pass@k of an arm by another measure; nil if no student has a result.
  private func result(
    _ arm: ArmConfiguration, _ runs: [[ArmRunRecord]], _ measure: Measure
  ) -> Reporting.ArmResult? {
    let runs = runs.map { $0.filter { !measure($0).isEmpty } }.filter { !$0.isEmpty }
    let passAtK = passAtK(runs, measure)
    return passAtK.isEmpty
      ? nil
      : Reporting.ArmResult(
        name: arm.name, explanation: "", paperArm: paperArm(arm), seedCount: runs.count,
        studentCount: runs.joined().count, passAtK: passAtK)
  }

  func comparisons() throws -> [ArmComparison] {
    let all = try store.armRuns()
    let others = configuration.arms.map(\.name).filter { $0 != Self.reference }
    // Each k is a table of its own: pass@k at several k is one result seen several times.
    return configuration.evaluation.passAt.flatMap { k in
      others.compactMap { comparison(of: $0, with: Self.reference, k: k, in: all) }
        .decided(\.difference)
    }
  }

  /// What a loop with grounded reward leaves besides its teacher, against the untrained teacher's
  /// questions.
  func comparisonsWithUntrained() throws -> [ArmComparison] {
    let all = try store.armRuns()
    return Findings.pairsWithUntrained(configuration).compactMap { pair in
      comparison(
        of: pair.arm, with: pair.reference, k: configuration.evaluation.largestK, in: all)
    }.decided(\.difference)
  }

  /// Nil without a seed that both arms have.
  private func comparison(
    of name: String, with reference: String, k: Int, in all: [ArmRunRecord]
  ) -> ArmComparison? {
    let pair = [nested(name, in: all), nested(reference, in: all)]
    // Only shared seeds, so that seed i is paired with seed i.
    let shared = Set(pair[0].map { $0[0].seed }).intersection(pair[1].map { $0[0].seed })
    guard !shared.isEmpty else { return nil }
    let arms = pair.map { arm in scores(arm.filter { shared.contains($0[0].seed) }, k: k) }
    guard !arms[0].isEmpty, arms[0].count == arms[1].count else { return nil }
    return ArmComparison(
      arm: name, reference: reference, k: k,
      difference: Effect(CrossedMean(arms: arms, weights: [1, -1])))
  }
}
