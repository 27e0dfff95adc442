import Experiments
import QuestionAnalysis
import Statistics

/// The whole result; docs/analyze.md explains each key.
extension Analysis {
  package var document: DocumentValue {
    [
      "sources": .list(sources.map(Self.source)), "data": dataFacts, "reward": rewardFacts,
      "labels": .other(tally), "paperLabels": .other(LabelTally.PaperRow.all),
      "datasetLevel": Self.level(datasets).adding([
        "regressions": Self.models(datasetModels).adding(["logistic": logistic])
      ]),
      "questionLevel": Self.level(questions).adding([
        "regressions": Self.models(questionModels)
      ]),
      "mediation": mediation, "conclusions": conclusions,
      "notes": .list(notes.map(DocumentValue.text)),
    ]
  }

  private static func source(_ source: AnalysisReader.Source) -> DocumentValue {
    [
      "path": .text(source.path), "imported": .flag(source.isImported),
      "plainText": .flag(source.isText),
      "classifier": DocumentValue(source.classifier), "questions": .integer(source.questions),
      "labelled": .integer(source.labelled),
      "leftOutTeachers": .list(source.leftOut.map { .text($0.teacher) }),
    ]
  }

  private var dataFacts: DocumentValue {
    [
      "datasets": .integer(data.datasets.count), "questions": .integer(data.questionCount),
      "labelled": .integer(data.labelledCounts.reduce(0, +)),
      "runs": .integer(data.clusterCount), "teachersInRuns": .integer(data.loops.count),
      "unrewardedDatasets": .integer(data.unrewarded),
    ]
  }

  private var rewardFacts: DocumentValue {
    let reliability = noise.reliability
    return [
      "mean": .number(data.datasets.reward.mean),
      "standardDeviation": .number(data.datasets.reward.standardDeviation),
      "repeatNoise": [
        "datasets": .integer(noise.datasets),
        "standardDeviation": DocumentValue(noise.standardDeviation), "z": .number(RepeatNoise.z),
      ],
      "reliability": reliability.map {
        [
          "icc1": DocumentValue($0.single, as: "estimate"),
          "icc1k": DocumentValue($0.average, as: "estimate"), "f": .number($0.f),
          "p": .number($0.pValue), "repeats": .number($0.repeats),
        ]
      } ?? .null,
    ]
  }

  private static func level(_ level: LevelAssociation) -> DocumentValue {
    [
      "rows": .integer(level.count), "runs": .integer(level.runs),
      "errors": .text(level.runs > 1 ? "CR2 by run" : "CR2 by step, within steps only"),
      "permutations": .integer(level.permutations),
      "family": .list(
        level.features.filter { $0.status == .determined }.map { .text($0.feature.rawValue) }),
      "features": .object(
        Dictionary(
          uniqueKeysWithValues: level.features.map { ($0.feature.rawValue, feature($0)) })),
      "core": .list(level.core.map { .text($0.rawValue) }),
      "leftOut": .object(
        Dictionary(
          uniqueKeysWithValues: level.leftOut.map {
            ($0.feature.rawValue, .text($0.reason.rawValue))
          })),
    ]
  }

  private static func feature(_ feature: FeatureAssociation) -> DocumentValue {
    func adjusted(
      _ measure: FeatureAssociation.Measure, _ value: DocumentValue
    ) -> DocumentValue {
      value.adding(["holm": DocumentValue(feature.adjusted[measure])])
    }
    var object: [String: DocumentValue] = [
      "status": .text(feature.status.rawValue), "n": .integer(feature.count),
      "mean": .number(feature.mean), "standardDeviation": DocumentValue(feature.standardDeviation),
      "disattenuated": DocumentValue(feature.disattenuated),
      "withinStep": DocumentValue(feature.withinStep),
    ]
    for measure in FeatureAssociation.Measure.allCases where measure != .withinStep {
      switch measure {
      case .pearson, .spearman, .kendall, .partial, .withinRun, .withinTeacherTrend, .withinStep:
        object[measure.rawValue] = DocumentValue(feature.coefficients[measure])
        continue
      default: break
      }
      let value: DocumentValue =
        switch measure {
        case .permutation:
          feature.permutation.map {
            [
              "statistic": .number($0.statistic), "p": .number($0.pValue),
              "orders": .integer($0.permutations), "exact": .flag($0.isExact),
            ]
          } ?? .null
        case .withinStepSlope:
          DocumentValue(feature.slopes[measure])
            .adding(["wildBootstrap": DocumentValue(feature.wildBootstrap)])
        default: DocumentValue(feature.slopes[measure])
        }
      object[measure.rawValue] = adjusted(measure, value)
    }
    return .object(object)
  }

  private static func models(_ models: AssociationModels) -> DocumentValue {
    [
      "core": .list(models.core.map { .text($0.rawValue) }), "rows": .integer(models.count),
      "runs": .integer(models.runs), "ols": leastSquares(models.ols),
      "withinRun": leastSquares(models.withinRun),
      "withinTeacherTrend": leastSquares(models.withinTeacherTrend),
      "withinStep": leastSquares(models.withinStep),
      "importance": fit(models.importance) { importance in
        [
          "rSquared": .number(importance.rSquared),
          "shares": .object(
            Dictionary(
              uniqueKeysWithValues: zip(importance.names, importance.shares.map { .number($0) }))),
        ]
      },
      "structureLessCorrectness": DocumentValue(models.structureLessCorrectness),
    ]
  }

  private static func fit<Model>(
    _ fit: AssociationModels.Fit<Model>, _ value: (Model) -> DocumentValue
  ) -> DocumentValue {
    switch fit {
    case .fitted(let model): value(model).adding(["status": "fitted"])
    case .notFitted(let reason): ["status": "notFitted", "reason": .text(reason)]
    }
  }

  private static func leastSquares(
    _ model: AssociationModels.Fit<OrdinaryLeastSquares>
  ) -> DocumentValue {
    fit(model) { model in
      [
        "coefficients": DocumentValue(model.coefficients), "rSquared": .number(model.rSquared),
        "adjustedRSquared": .number(model.adjustedRSquared),
        "residualDegreesOfFreedom": .integer(model.residualDegreesOfFreedom),
        "leftOut": .list(model.aliased.map(DocumentValue.text)),
      ]
    }
  }

  private var logistic: DocumentValue {
    .object(
      Dictionary(
        uniqueKeysWithValues: AboveNoise.Reference.allCases.map { reference in
          (
            reference == .zero ? "aboveZero" : "aboveStepMean",
            aboveNoise[reference].map(\.document)
              ?? ["status": "notFitted", "reason": "no repeats, or no labels"]
          )
        }))
  }

  private var conclusions: DocumentValue {
    [
      "rule": .text(AssociationVerdict.rule),
      "features": .object(
        Dictionary(
          uniqueKeysWithValues: verdicts.map { ($0.feature.rawValue, .text($0.kind.rawValue)) })),
      "detectable": .object(
        Dictionary(
          uniqueKeysWithValues: verdicts.map {
            ($0.feature.rawValue, DocumentValue($0.detectable))
          })),
      "givenOthers": .object(
        Dictionary(
          uniqueKeysWithValues: datasetModels.givenOthers.map {
            ($0.name, .flag($0.effect.decision != .undecided))
          })),
      "structureOrCorrectness": .text(contest.rawValue),
      "structureOrCorrectnessDetectable": DocumentValue(datasetModels.contest?.detectable),
    ]
  }
}

extension DocumentValue: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self = .text(value) }
}

extension AboveNoise {
  fileprivate var document: DocumentValue {
    let facts: [String: DocumentValue] = [
      "rows": .integer(count), "runs": .integer(runs), "above": .integer(positive),
      "status": .text(outcome.word), "reason": DocumentValue(outcome.obstacle),
    ]
    guard case .fitted(let model) = outcome else { return .object(facts) }
    return DocumentValue.object(facts).adding([
      "coefficients": DocumentValue(model.coefficients),
      "logLikelihood": .number(model.logLikelihood),
      "nullLogLikelihood": .number(model.nullLogLikelihood),
      "pseudoRSquared": .number(model.pseudoRSquared), "p": .number(model.pValue),
      "leftOut": .list(model.aliased.map(DocumentValue.text)),
    ])
  }
}

extension LogisticRegression.Outcome {
  var word: String {
    switch self {
    case .fitted: "fitted"
    case .separated: "separated"
    case .constantOutcome: "constantOutcome"
    case .undetermined: "undetermined"
    case .notConverged: "notConverged"
    }
  }

  /// Why there are no coefficients; nil if there are.
  var obstacle: String? {
    switch self {
    case .fitted: nil
    case .separated(let separation):
      "\(separation.isComplete ? "" : "quasi-")separated by "
        + separation.columns.joined(separator: ", ")
    case .constantOutcome: "all datasets are above, or none is"
    case .undetermined: "too few rows"
    case .notConverged: "no maximum found"
    }
  }
}
