import Diagnostics
import Experiments
import QuestionAnalysis
import Statistics

extension Analysis {
  /// The analysis as plain values for the report.
  package var facts: AssociationFacts {
    var facts = AssociationFacts()
    facts.datasets = data.datasets.count
    facts.questions = data.questionCount
    facts.runs = data.clusterCount
    facts.reliability = noise.reliability?.average.value
    facts.labels = tally.groups.filter { $0.labelled > 0 }.map { group in
      AssociationFacts.LabelShares(
        name: group.name, questions: group.questions, wellPosed: group.share(group.wellPosed).value,
        correct: group.share(group.correct).value,
        errors: group.errors.compactMapValues { group.share($0).value })
    }
    facts.series = series
    facts.features = datasets.features.compactMap(feature)
    facts.models = [
      ("within steps", datasetModels.withinStep), ("all", datasetModels.ols),
      ("within runs", datasetModels.withinRun), ("less trends", datasetModels.withinTeacherTrend),
    ].compactMap { name, fit in fit.model.map { Self.model(name, $0) } }
    facts.givenOthers = datasetModels.givenOthers.map {
      (QuestionFeature(rawValue: $0.name)?.title ?? $0.name, $0.effect)
    }
    if let importance = datasetModels.importance.model {
      for (name, share) in zip(importance.names, importance.shares) {
        facts.importance[QuestionFeature(rawValue: name)?.title ?? name] = share
      }
    }
    facts.partialEffects = datasetModels.addedVariables.map { plot in
      AssociationFacts.PartialEffect(
        title: plot.feature.title, points: zip(plot.x, plot.y).map { (x: $0, y: $1) },
        slope: plot.slope.estimate)
    }
    facts.mediations = mediations
    facts.difference = datasetModels.structureLessCorrectness.map(\.estimate)
    facts.differenceVerdict = hasLabels ? contestWords : AssociationText.undecidable
    facts.rule = AssociationVerdict.rule
    facts.notes = notes
    return facts
  }

  /// Label shares of each teacher, by name and step, over all runs.
  private var series: [AssociationFacts.LabelPoint] {
    let rows = data.datasets
    guard let wellPosed = rows.column(.wellPosed), let correct = rows.column(.correct) else {
      return []
    }
    struct Sums {
      var labelled = 0
      var wellPosed = 0.0
      var correct = 0.0
    }
    var teachers: [String] = []
    var sums: [[Int: Sums]] = []
    for row in 0..<rows.count where data.labelledCounts[row] > 0 {
      let name = data.loops[rows.loop[row]].teacher
      let teacher = teachers.firstIndex(of: name) ?? teachers.count
      if teacher == teachers.count {
        teachers.append(name)
        sums.append([:])
      }
      let count = data.labelledCounts[row]
      sums[teacher][Int(rows.step[row]), default: Sums()].labelled += count
      sums[teacher][Int(rows.step[row]), default: Sums()].wellPosed +=
        wellPosed[row] * Double(count)
      sums[teacher][Int(rows.step[row]), default: Sums()].correct += correct[row] * Double(count)
    }
    return zip(teachers, sums).flatMap { teacher, steps in
      steps.sorted { $0.key < $1.key }.map { step, sums in
        AssociationFacts.LabelPoint(
          teacher: teacher, step: step, wellPosed: sums.wellPosed / Double(sums.labelled),
          correct: sums.correct / Double(sums.labelled))
      }
    }
  }

  private func feature(_ feature: FeatureAssociation) -> AssociationFacts.Feature? {
    guard let pearson = feature.coefficients[.pearson] else { return nil }
    let verdict = verdicts.first { $0.feature == feature.feature }
    let measure: FeatureAssociation.Measure =
      feature.permutation == nil ? .withinStepSlope : .permutation
    return AssociationFacts.Feature(
      title: feature.feature.title, rows: feature.count,
      withinStep: feature.withinStep?.estimate, pearson: pearson,
      spearman: feature.coefficients[.spearman], partial: feature.coefficients[.partial],
      disattenuated: feature.disattenuated, pValue: feature.pValue(measure),
      adjusted: feature.adjusted[measure], wildBootstrap: feature.wildBootstrap,
      verdict: verdict?.kind, detectable: verdict?.detectable)
  }

  /// Coefficients are in standard deviations.
  private static func model(_ name: String, _ model: OrdinaryLeastSquares) -> AssociationFacts.Model
  {
    AssociationFacts.Model(
      name: name,
      coefficients: model.coefficients.compactMap { coefficient in
        guard let standardized = coefficient.standardized, coefficient.estimate.value != 0 else {
          return nil
        }
        let scale = standardized / coefficient.estimate.value
        let estimate = coefficient.estimate
        return (
          QuestionFeature(rawValue: coefficient.name)?.title ?? coefficient.name,
          estimate.scaled(by: scale),
          coefficient.pValue
        )
      })
  }
}

extension AssociationContest {
  var words: String {
    switch self {
    case .structure: "Well-posed goes further with the reward than correct"
    case .correctness: "Correct goes further with the reward than well-posed"
    case .undecided: "Which of well-posed and correct goes further with the reward is undecided"
    }
  }
}
