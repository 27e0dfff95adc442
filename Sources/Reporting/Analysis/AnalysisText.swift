import Diagnostics
import Experiments
import QuestionAnalysis
import Statistics

extension Analysis {
  /// Most features that the short text lists.
  static let shortTableLimit = 10

  /// The analysis as text for the terminal, the verdict first.
  ///
  /// - Parameter all: every table and note; otherwise the features of datasets that go furthest with
  ///   the reward, and how much more there is.
  public func text(all: Bool) -> String {
    let facts =
      "\(data.datasets.count) datasets with a reward, \(data.questionCount) questions, "
      + "\(data.labelledCounts.reduce(0, +)) of them labelled, in \(data.clusterCount) "
      + (data.clusterCount == 1 ? "run" : "runs")
    var parts = [verdictText, facts]
    if !hasLabels { parts.append(Self.unlabelled) }
    // Where nothing can be related, the notes say why.
    parts += all || ranked.isEmpty ? tables : [shortTable, rest]
    return parts.joined(separator: "\n\n")
  }

  private var tables: [String] {
    var parts = hasLabels ? [tally.text] : []
    parts += [
      "what goes with the reward of a dataset\(reliabilityText)\n"
        + featureTable(datasets, last: "permutation p", .permutation),
      "what goes with the reward of a question's dataset; p of the slope within steps, by run\n"
        + featureTable(questions, last: "slope p", .withinStepSlope),
    ]
    if let model = datasetModels.withinStep.model {
      parts.append(
        "regression of the reward within steps, \(model.rowCount) datasets, R2 \(model.rSquared.fixed(3))\n"
          + coefficientTable(model))
    }
    let mediation = MediationText(mediations)
    if !mediation.isEmpty {
      parts.append(
        (["through what the student can reach"] + mediation.plainSentences)
          .joined(separator: "\n"))
    }
    let notes = notes.map { "note: \($0.escapingControlCharacters)" }
    if !notes.isEmpty { parts.append(notes.joined(separator: "\n")) }
    return parts
  }

  /// The features of datasets, the smallest p-value first, and of equal ones the strongest association.
  private var ranked: [FeatureAssociation] {
    func key(_ index: Int) -> (Double, Double, Int) {
      let feature = datasets.features[index]
      return (
        feature.pValue(.permutation) ?? .infinity, -abs(feature.coefficients[.withinStep] ?? 0),
        index
      )
    }
    return datasets.features.indices.filter { datasets.features[$0].status == .determined }
      .sorted { key($0) < key($1) }.map { datasets.features[$0] }
  }

  private var shortTable: String {
    var table = TextTable(
      ["feature", "n", "mean", "within steps", "95%", "permutation p", "Holm"],
      rightAligned: Set(1...6))
    for feature in ranked.prefix(Self.shortTableLimit) {
      table.add([
        feature.feature.rawValue, "\(feature.count)", feature.mean.fixed(3),
        feature.coefficients[.withinStep].map { $0.fixed(3) } ?? "-", Self.interval(feature) ?? "-",
        feature.pValue(.permutation).map(Self.p) ?? "-",
        feature.adjusted[.permutation].map(Self.p) ?? "-",
      ])
    }
    return "what goes with the reward of a dataset\(reliabilityText)\n" + table.text
  }

  /// What the short text leaves out.
  private var rest: String {
    let more = max(0, ranked.count - Self.shortTableLimit)
    let parts = [
      more > 0 ? more.counted("more feature") : nil, hasLabels ? "labels" : nil, "questions",
      datasetModels.withinStep.model == nil ? nil : "regression",
      MediationText(mediations).isEmpty ? nil : "mediation",
      notes.isEmpty ? nil : notes.count.counted("note"),
    ]
    return "soar analyze --all adds " + parts.compactMap { $0 }.joined(separator: ", ")
  }

  static let unlabelled =
    "no question has a label: whether questions are well-posed and answers are correct is unknown\n"
    + "labels come with the log (docs/import-format.md), or from a judge (soar classify)"

  private var reliabilityText: String {
    noise.reliability.map {
      "; reliability \($0.average.value.fixed(2)) of the mean of repeats, "
        + "\($0.single.value.fixed(2)) of one"
    } ?? ""
  }

  private func featureTable(
    _ level: LevelAssociation, last: String, _ measure: FeatureAssociation.Measure
  ) -> String {
    var table = TextTable(
      [
        "feature", "n", "mean", "within steps", "95%", last, "Holm", "wild", "Pearson", "Spearman",
        "partial",
      ], rightAligned: Set(1...10))
    for feature in level.features {
      guard feature.status == .determined else {
        table.add([
          feature.feature.rawValue, "\(feature.count)", feature.mean.fixed(3), feature.status.words,
        ])
        continue
      }
      func r(_ measure: FeatureAssociation.Measure) -> String {
        feature.coefficients[measure].map { $0.fixed(3) } ?? "-"
      }
      table.add([
        feature.feature.rawValue, "\(feature.count)", feature.mean.fixed(3), r(.withinStep),
        Self.interval(feature) ?? "-", feature.pValue(measure).map(Self.p) ?? "-",
        feature.adjusted[measure].map(Self.p) ?? "-",
        feature.wildBootstrap.map(Self.p) ?? "-", r(.pearson), r(.spearman), r(.partial),
      ])
    }
    return table.text
  }

  private func coefficientTable(_ model: OrdinaryLeastSquares) -> String {
    var table = TextTable(
      ["", "coefficient", "95%", "p", "standardised", "share of R2"], rightAligned: Set(1...5))
    for coefficient in model.coefficients {
      let importance = datasetModels.importance.model
      let share = importance?.names.firstIndex(of: coefficient.name).flatMap {
        importance?.shares[$0]
      }
      table.add([
        coefficient.name, coefficient.estimate.value.fixed(4),
        coefficient.estimate.interval.map { "\($0.lower.fixed(4)) to \($0.upper.fixed(4))" } ?? "-",
        coefficient.pValue.map(Self.p) ?? "-",
        coefficient.standardized.map { $0.fixed(3) } ?? "-", share.map { $0.fixed(3) } ?? "-",
      ])
    }
    return table.text
  }

  private static func interval(_ feature: FeatureAssociation) -> String? {
    feature.withinStep?.estimate.interval.map {
      "\($0.lower.fixed(2)) to \($0.upper.fixed(2))"
    }
  }

  private var verdictText: String {
    var table = TextTable(["", "", ""])
    for verdict in verdicts {
      let found =
        verdict.kind == .undecided
        ? verdict.detectable.map { AssociationText.found($0, sign: "r ") } ?? "" : ""
      table.add(["  \(verdict.feature.rawValue)", verdict.kind.words, found])
    }
    let contest = hasLabels ? contestWords : AssociationText.undecidable
    return "verdict, by the rule of docs/analyze.md\(table.text)\n  \(contest)\n"
      + "an association is not an effect: soar causal experiments"
  }

  static func p(_ value: Double) -> String { value < 0.0001 ? "<0.0001" : value.fixed(4) }
}

extension AssociationVerdict.Kind {
  var words: String {
    switch self {
    case .associated: "associated"
    case .notAssociated: "not associated"
    case .undecided: "undecided"
    }
  }
}
