import QuestionAnalysis
import Statistics

extension JudgeCheck {
  /// What `soar judge-check --json` prints.
  package var document: DocumentValue {
    [
      "path": .text(folder), "appliedTo": .list(applied.map(DocumentValue.text)),
      "judge": .text(judge), "reference": .text(reference),
      "questions": .integer(questions), "judged": .integer(judged), "decided": .integer(decided),
      "compared": .integer(agreement.count), "votes": .integer(votes),
      "unreadableVotes": .integer(unreadable), "labels": .object(labels),
      "errorTypes": errorTypes, "shares": .list(shares.map(Self.document)),
      "associations": .list(associations.map(Self.document)),
      "structureLessCorrectness": contrast.map { contrast in
        [
          "judged": Self.estimate(contrast.judged.judged.estimate),
          "judgedP": DocumentValue(contrast.judged.judged.pValue),
          "reference": Self.estimate(contrast.reference?.estimate),
          "corrected": Self.estimate(contrast.judged.corrected),
        ]
      } ?? .null,
      "withoutAssociations": DocumentValue(withoutAssociations),
    ]
  }

  private var labels: [String: DocumentValue] {
    Dictionary(
      uniqueKeysWithValues: agreement.labels.map { label in
        let table = label.table
        return (
          label.feature.rawValue,
          [
            "truePositives": .integer(table.truePositives),
            "falsePositives": .integer(table.falsePositives),
            "falseNegatives": .integer(table.falseNegatives),
            "trueNegatives": .integer(table.trueNegatives),
            "agreement": Self.estimate(table.agreement),
            "kappa": Self.estimate(table.kappa?.estimate),
            "sensitivity": Self.estimate(table.sensitivity),
            "specificity": Self.estimate(table.specificity),
            "positivePredictiveValue": Self.estimate(table.positivePredictiveValue),
            "negativePredictiveValue": Self.estimate(table.negativePredictiveValue),
            "informedness": Self.estimate(label.errors?.informedness),
          ] as DocumentValue
        )
      })
  }

  private var errorTypes: DocumentValue {
    [
      "order": .list(ErrorType.allCases.map { .text($0.rawValue) }),
      "referenceByJudge": .list(
        agreement.errorTypes.map { .list($0.map(DocumentValue.integer)) }),
      "agreement": DocumentValue(agreement.kappa?.agreement),
      "kappa": Self.estimate(agreement.kappa?.estimate),
    ]
  }

  private static func document(_ share: Share) -> DocumentValue {
    [
      "group": .text(share.group), "label": .text(share.feature.rawValue),
      "questions": share.count.map(DocumentValue.integer) ?? .null,
      "judged": .number(share.judged), "reference": DocumentValue(share.reference),
      "corrected": corrected(share.corrected),
    ]
  }

  private static func document(_ row: Association) -> DocumentValue {
    [
      "label": .text(row.judged.feature.rawValue), "questions": .integer(row.judged.questions),
      "judged": estimate(row.judged.judged.estimate),
      "judgedP": DocumentValue(row.judged.judged.pValue),
      "reference": estimate(row.reference?.estimate),
      "attenuation": DocumentValue(row.judged.attenuation?.value),
      "attenuationError": DocumentValue(row.judged.attenuation?.standardError),
      "corrected": corrected(row.judged.corrected),
    ]
  }

  private static func estimate(_ estimate: Estimate?) -> DocumentValue {
    DocumentValue(estimate, as: "value")
  }

  /// With `identified`; bounds have no value.
  private static func corrected(_ corrected: Misclassification.Corrected?) -> DocumentValue {
    switch corrected {
    case .estimate(let value): estimate(value).adding(["identified": .flag(true)])
    case .bounds(let lower, let upper):
      [
        "value": .null, "lower": .number(lower), "upper": .number(upper),
        "identified": .flag(false),
      ]
    case nil: .null
    }
  }
}
