import QuestionAnalysis
import Statistics

extension Analysis {
  /// By mediator; docs/analyze.md explains each key.
  var mediation: DocumentValue {
    .object(
      Dictionary(uniqueKeysWithValues: mediations.map { ($0.mediator.rawValue, $0.document) }))
  }
}

extension ReachMediation {
  /// Why it says less than it could, in a line; nil where it says all.
  var note: String? {
    let name = "mediation by \(mediator.rawValue)"
    let source =
      mediator != .trainingSolveRate
      ? "soar classify --samples adds it" : "runs of format 7 and later have it"
    switch status {
    case .absent: return "\(name): no dataset has it (\(source))"
    case .tooSparse: return "\(name): fewer than half of the labelled datasets have it (\(source))"
    case .undetermined: return "\(name): too few rows, or nothing varies within steps"
    case .fitted:
      return runs < Effect.leastSeeds
        ? "\(name): \(runs.counted("run")), so estimates have no intervals" : nil
    }
  }

  /// `both` stands for the model, and the set of columns, with both labels.
  private static func name(_ features: [String]) -> String {
    features.count == 1 ? features[0] : "both"
  }

  fileprivate var document: DocumentValue {
    [
      "status": .text(status.rawValue), "rows": .integer(count), "runs": .integer(runs),
      "models": .object(
        Dictionary(
          uniqueKeysWithValues: models.map {
            (
              Self.name($0.features.map(\.rawValue)),
              $0.mediation.map(Self.document) ?? DocumentValue.null
            )
          })),
      "explained": explained.map { explained in
        let rivals = explained.rivals.map { (Self.name($0.names), $0) }
        return [
          "rSquared": .object(
            Dictionary(uniqueKeysWithValues: rivals.map { ($0, .number($1.rSquared)) })
              .merging([mediator.rawValue: .number(explained.rSquared)]) { $1 }),
          "less": .object(
            Dictionary(uniqueKeysWithValues: rivals.map { ($0, DocumentValue($1.difference)) })),
        ]
      } ?? .null,
    ]
  }

  private static func document(_ mediation: Mediation) -> DocumentValue {
    [
      "paths": .object(
        Dictionary(
          uniqueKeysWithValues: mediation.paths.map { path in
            (
              path.name,
              [
                "total": DocumentValue(path.total), "direct": DocumentValue(path.direct),
                "indirect": DocumentValue(path.indirect),
                "share": DocumentValue(path.share, as: "estimate"),
                "onMediator": .number(path.onMediator),
              ]
            )
          })),
      "ofMediator": DocumentValue(mediation.ofMediator),
    ]
  }
}

extension DocumentValue {
  init(_ effect: Effect) {
    self = DocumentValue(effect.estimate, as: "estimate").adding([
      "p": DocumentValue(effect.pValue), "holm": DocumentValue(effect.adjusted),
      "detectable": DocumentValue(effect.detectable), "verdict": .text(effect.decision.rawValue),
    ])
  }
}
