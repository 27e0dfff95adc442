// Locks:
// - kappas equal statsmodels', limits of shares its exact ones, corrections and their errors those of
//   their definitions and numerical differentiation
// - in one group the attenuation is PPV + NPV - 1
// - corrections recover simulated truths without bias, and their intervals hold them as often as they say
// - so does the correction of a regression on nested categories, whose coefficients trade places
// - a share below the label's own errors is 0, with an interval that has a width, or with none
// - a label that is not shown to be better than chance gives bounds that hold the truth
import Randomness
import Statistics
import Testing

@Suite struct MisclassificationTests {
  struct KappaRow: Decodable {
    var table: [[Int]]
    var kappa, standardError, lower, upper: Double
  }

  struct CorrectionRow: Decodable {
    /// True and false positives, false and true negatives... as tp, fp, fn, tn.
    var table: [Int]
    /// Value, lower and upper end.
    var shares: [String: [Double]]
    var labelled, count: Int
    var prevalence, prevalenceError: Double
    /// Rows and labels of each group.
    var groups: [[Int]]
    var attenuation, attenuationError: Double

    var confusion: ConfusionTable {
      ConfusionTable(
        truePositives: table[0], falsePositives: table[1], falseNegatives: table[2],
        trueNegatives: table[3])
    }

    var rows: (labels: [Double], groups: Grouping) {
      var labels: [Double] = []
      var names: [Int] = []
      for (name, group) in groups.enumerated() {
        labels += (0..<group[0]).map { $0 < group[1] ? 1 : 0 }
        names += [Int](repeating: name, count: group[0])
      }
      return (labels, Grouping(names))
    }
  }

  @Test func kappasEqualTheReference() throws {
    for row: KappaRow in try Fixtures.load("kappas.json") {
      let kappa = try #require(CohenKappa(row.table))
      #expect(isClose(kappa.estimate.value, row.kappa))
      #expect(abs(kappa.standardError - row.standardError) < 1e-8)
      if row.standardError > 1e-7 {
        #expect(isClose(kappa.estimate.lower, max(-1, row.lower)))
        #expect(isClose(kappa.estimate.upper, min(1, row.upper)))
      } else {
        #expect(kappa.estimate.interval == nil)
      }
    }
    #expect(CohenKappa([[0, 0], [0, 0]]) == nil)
    #expect(CohenKappa([[7, 0], [0, 0]]) == nil)
    let onesided = try #require(CohenKappa([[10, 0], [5, 0]]))
    #expect(abs(onesided.estimate.value) < 1e-15 && onesided.estimate.interval == nil)
  }

  @Test func correctionsEqualTheReference() throws {
    for row: CorrectionRow in try Fixtures.load("misclassification.json") {
      let table = row.confusion
      for (name, estimate) in [
        ("sensitivity", table.sensitivity), ("specificity", table.specificity),
        ("positivePredictiveValue", table.positivePredictiveValue),
        ("negativePredictiveValue", table.negativePredictiveValue), ("agreement", table.agreement),
      ] {
        let estimate = try #require(estimate)
        let reference = try #require(row.shares[name])
        #expect(isClose(estimate.value, reference[0]))
        #expect(isClose(estimate.lower, reference[1]))
        #expect(isClose(estimate.upper, reference[2]))
      }
      let errors = try #require(Misclassification(table))
      #expect(errors.isInformative)
      let share = Double(row.labelled) / Double(row.count)
      guard case .estimate(let prevalence) = errors.prevalence(labelled: share, of: row.count)
      else {
        Issue.record("not identified")
        continue
      }
      #expect(isClose(prevalence.value, row.prevalence))
      let error = (prevalence.upper - prevalence.lower) / 2 / 1.959963984540054
      #expect(isClose(error, row.prevalenceError) || prevalence.lower == 0 || prevalence.upper == 1)
      let (labels, groups) = row.rows
      let attenuation = try #require(errors.attenuation(labels: labels, within: groups))
      #expect(isClose(attenuation.value, row.attenuation))
      #expect(isClose(attenuation.standardError, row.attenuationError))
    }
  }

  @Test func oneGroupHasThePredictiveValues() throws {
    let table = ConfusionTable(
      truePositives: 700, falsePositives: 90, falseNegatives: 60, trueNegatives: 350)
    let errors = try #require(Misclassification(table))
    let labels = (0..<1200).map { $0 < 790 ? 1.0 : 0 }
    let attenuation = try #require(
      errors.attenuation(labels: labels, within: Grouping.single(rows: 1200)))
    let values =
      try #require(table.positivePredictiveValue).value
      + #require(table.negativePredictiveValue).value - 1
    // The closed form takes the variance with n - 1.
    #expect(abs(attenuation.value - values) < 1e-3)
  }

  /// A validation sample and a main sample in groups, judged with the same error rates.
  private struct Study {
    var errors: Misclassification?
    var labels: [Double] = []
    var truths: [Double] = []
    var outcomes: [Double] = []
    var groups: [Int] = []

    init(
      sensitivity: Double, specificity: Double, slope: Double, random: inout RandomStream,
      validation: Int = 400, groupCount: Int = 30, groupSize: Int = 40
    ) {
      func judge(_ truth: Bool, _ random: inout RandomStream) -> Bool {
        truth ? random.bernoulli(sensitivity) : !random.bernoulli(specificity)
      }
      var table = ConfusionTable()
      for _ in 0..<validation {
        let truth = random.bernoulli(0.6)
        table.add(truth: truth, label: judge(truth, &random))
      }
      errors = Misclassification(table)
      for group in 0..<groupCount {
        let prevalence = 0.2 + 0.6 * random.uniform()
        let level = random.normal()
        for _ in 0..<groupSize {
          let truth = random.bernoulli(prevalence)
          truths.append(truth ? 1 : 0)
          labels.append(judge(truth, &random) ? 1 : 0)
          outcomes.append(level + (truth ? slope : 0) + random.normal())
          groups.append(group)
        }
      }
    }

    var slope: Coefficient? {
      let groups = Grouping(groups)
      return WithinGroups(groups).fit(
        ["label": labels], outcome: outcomes, errors: .clusteredBiasReduced(groups))?["label"]
    }
  }

  @Test func correctionsRecoverTheTruth() throws {
    let slope = 0.5
    let replicates = Simulation.isRun ? 400 : 60
    var random = RandomStream(seed: 7, path: "misclassification")
    var (naive, corrected, prevalences) = ([Double](), [Double](), [Double]())
    var covered = (slope: 0, prevalence: 0)
    for _ in 0..<replicates {
      let study = Study(sensitivity: 0.85, specificity: 0.75, slope: slope, random: &random)
      let errors = try #require(study.errors)
      let fit = try #require(study.slope)
      naive.append(fit.estimate.value)
      guard
        case .estimate(let estimate) = errors.corrected(
          fit, labels: study.labels, within: Grouping(study.groups), range: 10),
        case .estimate(let share) = errors.prevalence(
          labelled: study.labels.mean, of: study.labels.count)
      else {
        Issue.record("not identified")
        return
      }
      corrected.append(estimate.value)
      prevalences.append(share.value - study.truths.mean)
      if estimate.covers(slope) { covered.slope += 1 }
      if share.covers(study.truths.mean) { covered.prevalence += 1 }
    }
    // Four standard errors of the simulation, and the bias of a ratio, which is of order 1/n.
    #expect(abs(corrected.mean - slope) < 4 * corrected.standardError + 0.02)
    #expect(abs(prevalences.mean) < 4 * prevalences.standardError + 0.005)
    // The judged slope is far from it: the attenuation is near .57.
    #expect(naive.mean < 0.65 * slope)
    // 95% within four standard errors of a share of the replicates (.044 of 400).
    let reach = 4 * (0.95 * 0.05 / Double(replicates)).squareRoot()
    #expect(abs(Double(covered.slope) / Double(replicates) - 0.95) < reach)
    #expect(Double(covered.prevalence) / Double(replicates) > 0.95 - reach)
  }

  @Test func uninformativeLabelsGiveBounds() throws {
    var random = RandomStream(seed: 8, path: "misclassification")
    for (sensitivity, specificity) in [(0.5, 0.5), (0.3, 0.4), (0.52, 0.5)] {
      let study = Study(
        sensitivity: sensitivity, specificity: specificity, slope: 0.5, random: &random,
        validation: 100)
      let errors = try #require(study.errors)
      #expect(!errors.isInformative)
      #expect(errors.prevalence(labelled: 0.4, of: 100) == .bounds(lower: 0, upper: 1))
      let fit = try #require(study.slope)
      let corrected = errors.corrected(
        fit, labels: study.labels, within: Grouping(study.groups), range: 10)
      guard case .bounds(let lower, let upper) = corrected else {
        Issue.record("identified")
        continue
      }
      if sensitivity + specificity < 1 { #expect(lower == -10 && upper == 10) }
      #expect(corrected.ends.lower == lower && corrected.ends.upper == upper)
    }
    // Informative, but all variation is error: every group is all true.
    let sure = try #require(
      Misclassification(
        ConfusionTable(
          truePositives: 80, falsePositives: 20, falseNegatives: 20, trueNegatives: 80)))
    let labels = (0..<100).map { $0.isMultiple(of: 5) ? 0.0 : 1 }
    #expect(sure.attenuation(labels: labels, within: .single(rows: 100)) == nil)
    #expect(sure.attenuation(labels: [1, 1], within: .single(rows: 2)) == nil)
    #expect(Misclassification(ConfusionTable()) == nil)
    let never = ConfusionTable(
      truePositives: 3, falsePositives: 0, falseNegatives: 0, trueNegatives: 0)
    #expect(Misclassification(never) == nil && never.specificity == nil)
  }

  /// Of categories 0, 1 and 2 the label's shares, by true category.
  private static let errors = [[0.85, 0.1, 0.05], [0.1, 0.7, 0.2], [0.05, 0.25, 0.7]]

  /// Indicators of labels and truths within groups, and the outcome.
  private func nested(
    _ coefficients: [Double], random: inout RandomStream
  ) -> (labels: [[Double]], truths: [[Double]], outcome: [Double], groups: Grouping) {
    var (labels, truths) = (
      [[Double]](repeating: [], count: 2), [[Double]](repeating: [], count: 2)
    )
    var (outcome, groups) = ([Double](), [Int]())
    for group in 0..<30 {
      let weights = (0..<3).map { _ in 0.5 + random.uniform() }
      let level = random.normal()
      for _ in 0..<60 {
        let truth = random.categorical(weights)
        let label = random.categorical(Self.errors[truth])
        var value = level + random.normal()
        for j in 0..<2 {
          truths[j].append(truth > j ? 1 : 0)
          labels[j].append(label > j ? 1 : 0)
          if truth > j { value += coefficients[j] }
        }
        outcome.append(value)
        groups.append(group)
      }
    }
    return (labels, truths, outcome, Grouping(groups))
  }

  private func fit(
    _ columns: [[Double]], _ outcome: [Double], _ groups: Grouping
  ) -> (coefficients: [Double], covariance: [[Double]])? {
    WithinGroups(groups).fit(
      Predictors(names: ["a", "b"], columns: columns), outcome: outcome,
      errors: .clusteredBiasReduced(groups)
    ).map { ($0.coefficients.map(\.estimate.value), $0.covariance) }
  }

  @Test func nestedCorrectionsRecoverTheTruth() throws {
    // Only being well-posed matters; the labels give part of that to being correct.
    let truth = [0.6, 0.0]
    let replicates = Simulation.isRun ? 200 : 30
    var random = RandomStream(seed: 9, path: "nested")
    var (naive, corrected) = ([[Double]](), [[Double]]())
    var covered = 0
    for _ in 0..<replicates {
      var counts = [[Int]](repeating: [0, 0, 0], count: 3)
      for _ in 0..<600 {
        let category = random.integer(below: 3)
        counts[category][random.categorical(Self.errors[category])] += 1
      }
      let errors = try #require(NestedMisclassification(counts))
      let rows = nested(truth, random: &random)
      let model = try #require(fit(rows.labels, rows.outcome, rows.groups))
      let labels = try #require(
        NestedMisclassification.Labels(rows.labels, within: rows.groups))
      let correction = try #require(errors.corrected(model.coefficients, labels: labels))
      naive.append(model.coefficients)
      corrected.append(correction.coefficients)
      #expect(abs(correction.shares[0] - rows.truths[0].mean) < 0.1)
      let interval = try #require(
        errors.interval(
          model.coefficients, covariance: model.covariance, labels: labels, replicates: 200,
          random: &random
        ) { $0.coefficients[0] - $0.coefficients[1] })
      if interval.covers(truth[0] - truth[1]) { covered += 1 }
    }
    for j in 0..<2 {
      let values = corrected.map { $0[j] }
      // Four standard errors of the simulation, and the bias of a ratio.
      #expect(abs(values.mean - truth[j]) < 4 * values.standardError + 0.02)
    }
    #expect(naive.map { $0[0] }.mean < 0.5)
    #expect(naive.map { $0[0] - $0[1] }.mean < 0.5)
    let reach = 4 * (0.95 * 0.05 / Double(replicates)).squareRoot()
    #expect(Double(covered) / Double(replicates) > 0.95 - reach)
  }

  @Test func perfectAndUselessNestedLabels() throws {
    var random = RandomStream(seed: 10, path: "nested")
    let rows = nested([0.3, 0.2], random: &random)
    let model = try #require(fit(rows.truths, rows.outcome, rows.groups))
    let labels = try #require(NestedMisclassification.Labels(rows.truths, within: rows.groups))
    let perfect = try #require(NestedMisclassification([[9, 0, 0], [0, 9, 0], [0, 0, 9]]))
    let same = try #require(perfect.corrected(model.coefficients, labels: labels))
    for j in 0..<2 {
      #expect(isClose(same.coefficients[j], model.coefficients[j]))
      #expect(abs(same.shares[j] - rows.truths[j].mean) < 1e-9)
    }
    let useless = try #require(NestedMisclassification([[5, 5, 5], [5, 5, 5], [5, 5, 5]]))
    #expect(useless.corrected(model.coefficients, labels: labels) == nil)
    #expect(
      useless.interval(
        model.coefficients, covariance: model.covariance, labels: labels, random: &random
      ) { $0.coefficients[0] } == nil)
    #expect(NestedMisclassification([[1, 0], [0, 0]]) == nil)
    #expect(NestedMisclassification.Labels([[1], [0]], within: .single(rows: 1)) == nil)
  }

  @Test func sharesBelowTheLabelsErrors() throws {
    let rates = try #require(
      Misclassification(
        ConfusionTable(
          truePositives: 190, falsePositives: 100, falseNegatives: 10, trueNegatives: 900)))
    for (labelled, count) in [(0.0, 200), (0.01, 500), (0.05, 40)] {
      guard case .estimate(let share) = rates.prevalence(labelled: labelled, of: count) else {
        Issue.record("bounds")
        continue
      }
      #expect(share.value == 0)
      // Either an interval with a width or none.
      #expect(share.interval.map { $0.lower < $0.upper } ?? true)
    }
    let few = rates.prevalence(labelled: 0, of: 20)
    #expect(few.ends.lower == 0 && few.ends.upper > 0)
  }
}
