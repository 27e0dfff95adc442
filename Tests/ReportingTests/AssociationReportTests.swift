// Locks:
// - the conclusion is made of verdicts, after the rule, with the caveat, whatever the numbers are
// - names that mean something to markdown or gnuplot stay text
// - mediation through reach: the share of a decided slope, none of an undecided one, R^2 against labels
// - nothing at all to show is a text without figures

import Foundation
import QuestionAnalysis
import Reporting
import Statistics
import Testing

@Suite struct AssociationReportTests {
  private func facts(_ verdict: AssociationVerdict.Kind) -> AssociationFacts {
    var facts = AssociationFacts()
    facts.rule = "THE RULE."
    facts.differenceVerdict = "Which goes further is undecided"
    facts.features = [
      AssociationFacts.Feature(
        title: "well-posed", rows: 30, withinStep: Estimate(value: 0.5, lower: 0.2, upper: 0.7),
        pearson: 0.6, spearman: 0.4, partial: nil, disattenuated: nil, pValue: 0.000005,
        adjusted: 0.00001, wildBootstrap: 0.003, verdict: verdict, detectable: 0.31)
    ]
    facts.labels = [
      AssociationFacts.LabelShares(
        name: "a|b'$(rm)\u{1B}", questions: 7, wellPosed: 0.5, correct: nil, errors: [:])
    ]
    facts.series = [
      AssociationFacts.LabelPoint(teacher: "it's\n[x](y)", step: 0, wellPosed: 1, correct: 0)
    ]
    return facts
  }

  @Test(arguments: [
    (AssociationVerdict.Kind.associated, "**associated**"), (.notAssociated, "**not associated**"),
    (.undecided, "**undecided**"),
  ])
  func verdictsAreTold(_ verdict: AssociationVerdict.Kind, _ words: String) throws {
    let text = AssociationReport(facts(verdict)).text
    let found = verdict == .undecided ? "; least detectable 0.31" : ""
    #expect(
      text.contains(
        "Well-posed is \(words) (within steps r 0.50 [0.20, 0.70], p < 0.0001 after Holm\(found))"))
    let rule = try #require(text.range(of: "THE RULE."))
    let conclusion = try #require(text.range(of: "Well-posed is"))
    #expect(rule.upperBound < conclusion.lowerBound)
    #expect(text.contains("An association is not an effect"))
    #expect(text.contains("| < 0.0001 |"))
  }

  @Test func noCorrelationIsAboveOne() {
    var facts = facts(.undecided)
    facts.features[0].detectable = 2.33
    let text = AssociationReport(facts).text
    #expect(text.contains("after Holm; no correlation would be detected)"))
    #expect(text.contains("| none | **undecided** |") && !text.contains("2.33"))
  }

  @Test func whatFeaturesAddIsDecidedOnce() {
    var facts = facts(.undecided)
    #expect(!AssociationReport(facts).text.contains("Given the other core features"))
    func effect(_ p: Double) -> Effect {
      Effect(estimate: Estimate(value: 0.3, lower: 0.1, upper: 0.5), seeds: 5, pValue: p)
    }
    // As one table: alone, the second would be below 0.05.
    let effects = [effect(0.001), effect(0.04), effect(0.03)].decided(\.self)
    facts.givenOthers = Array(zip(["well-posed", "correct", "operations"], effects)).map {
      (title: $0, effect: $1)
    }
    #expect(
      AssociationReport(facts).text.contains(
        "within steps, the coefficient has p below 0.05 after Holm for well-posed only. "))
  }

  @Test func namesStayText() {
    let report = AssociationReport(facts(.undecided))
    #expect(report.text.contains("a&#124;b'"))
    #expect(!report.text.contains("\u{1B}") && !report.text.contains("[x](y)"))
    #expect(report.figures.map(\.fileName) == ["labels", "correlations"])
  }

  /// Datasets whose reward follows the mediator alone, and the mediator well-posed questions.
  private func mediation(runs: Int) -> ReachMediation {
    var data = AssociationData()
    for run in 0..<runs {
      data.begin(
        AssociationData.Loop(folder: "f", run: "r", seed: run, teacher: "T", cluster: run))
      for number in 0..<24 {
        let noise = SyntheticReport.noise(run, number)
        let posed = Double(number % 4) / 4
        var values = FeatureValues()
        values[.wellPosed] = posed
        values[.correct] = posed * Double(number % 3) / 2
        values[.baseAgreement] = 0.5 * posed + 0.1 * noise
        data.beginDataset(
          step: number / 6, number: number % 6,
          reward: posed + 0.2 * noise + 0.01 * SyntheticReport.noise(run, number, 1), repeats: [],
          isPromoted: false)
        data.add(values, structure: nil)
      }
    }
    data.end()
    return ReachMediation(.baseAgreement, in: data.datasets)
  }

  @Test func mediationIsTold() {
    var facts = facts(.undecided)
    facts.mediations = [mediation(runs: 5)]
    let text = AssociationReport(facts).text
    #expect(text.contains("## Through what the student can reach"))
    #expect(text.contains("- Through base model agrees (120 datasets, 5 runs): "))
    #expect(text.contains("% of the slope on well-posed (indirect slope "))
    #expect(text.contains("it explains more of the reward than both labels together (R² "))
    #expect(text.contains("| base model agrees | well-posed, given correct |"))
    facts.mediations = [mediation(runs: 2)]
    let few = AssociationReport(facts).text
    #expect(few.contains("no share of the slope on well-posed, which is undecided"))
    #expect(few.contains("no interval") && few.contains("(too few runs)"))
    facts.mediations = [
      ReachMediation(.trainingSolveRate, in: AssociationData().datasets)
    ]
    #expect(!AssociationReport(facts).text.contains("can reach"))
  }

  @Test func nothingToShow() {
    let report = AssociationReport(AssociationFacts())
    #expect(report.figures.isEmpty)
    #expect(report.text.contains("nothing is decided"))
  }
}
