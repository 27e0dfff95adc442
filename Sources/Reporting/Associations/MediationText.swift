import QuestionAnalysis
import Statistics

/// In words and tables: how much of what goes with well-posed and correct questions runs through what
/// the student can reach by itself.
struct MediationText {
  private let mediations: [ReachMediation]

  init(_ mediations: [ReachMediation]) {
    self.mediations = mediations.filter { $0.status == .fitted }
  }

  var isEmpty: Bool { mediations.isEmpty }

  var paragraphs: [String] {
    [rules, plainSentences.map { "- \($0)" }.joined(separator: "\n"), slopeTable, explainedTable]
  }

  private var rules: String {
    """
    Slopes of the reward within steps, from datasets without such questions to datasets of them alone. \
    The *indirect* slope is the total less the direct one, which is given the mediator: the base \
    model's agreement with the teacher's answers, measured before training, or the training solve \
    rate, measured during the training that the reward measures. Intervals leave out one run at a \
    time, t(runs - 1). A share stands only where the total slope is decided. \(Effect.rule) \
    (docs/statistics.md)
    """
  }

  /// One per mediator, without markup: the verdict on each label alone, and on the mediator's R^2.
  var plainSentences: [String] {
    mediations.map { mediation in
      let paths = mediation.models.filter { $0.features.count == 1 }
        .compactMap { model in model.mediation?.paths.first.map { Self.sentence(model, $0) } }
      let rival = mediation.explained.flatMap { explained in
        explained.rivals.last.map { Self.sentence(explained, $0) }
      }
      let size = "\(mediation.count) datasets, \(mediation.runs.counted("run"))"
      let sentence = (paths + [rival].compactMap { $0 }).joined(separator: "; ")
      return "Through \(mediation.mediator.title) (\(size)): \(sentence)."
    }
  }

  private static func sentence(
    _ model: ReachMediation.Model, _ path: Mediation.Path
  ) -> String {
    let label = model.features[0].title
    let indirect = "indirect slope \(words(path.indirect))"
    if let share = path.share {
      return "\(Format.percent(share))% of the slope on \(label) (\(indirect))"
    }
    return "no share of the slope on \(label), which is undecided (\(indirect))"
  }

  private static func sentence(
    _ explained: ExplainedShares, _ rival: ExplainedShares.Rival
  ) -> String {
    let verdict =
      switch rival.difference.decision {
      case .above: "it explains more of the reward than both labels together"
      case .below: "it explains less of the reward than both labels together"
      case .undecided:
        "whether it explains more of the reward than both labels together is undecided"
      }
    return "\(verdict) (R² \(number(explained.rSquared)) against \(number(rival.rSquared)), "
      + "difference \(words(rival.difference)))"
  }

  private static func words(_ effect: Effect) -> String {
    let p = effect.adjusted.map { ", p \(Format.p($0)) after Holm" } ?? ", no interval"
    return number(effect.estimate) + p
  }

  private var slopeTable: String {
    let rows = mediations.flatMap { mediation in
      mediation.models.flatMap { model in
        (model.mediation?.paths ?? []).map { path in
          let others = model.features.filter { $0.rawValue != path.name }.map(\.title)
          let title = QuestionFeature(rawValue: path.name)?.title ?? path.name
          return [
            mediation.mediator.title,
            others.isEmpty ? title : "\(title), given \(others.joined(separator: ", "))",
            Self.number(path.total.estimate), Self.verdict(path.total),
            Self.number(path.direct.estimate), Self.number(path.indirect.estimate),
            path.indirect.adjusted.map(Format.p) ?? Format.missing, Self.verdict(path.indirect),
            path.share.map(Format.estimate) ?? Format.missing,
          ]
        }
      }
    }
    return Markdown.table(
      [
        "mediator", "label", "total slope", "verdict", "direct", "indirect", "p, Holm", "verdict",
        "share (%)",
      ], rows, leading: 2)
  }

  private var explainedTable: String {
    let rows = mediations.flatMap { mediation in
      (mediation.explained?.rivals ?? []).map { rival in
        let names = rival.names.map { QuestionFeature(rawValue: $0)?.title ?? $0 }
        return [
          mediation.mediator.title, names.joined(separator: " and "),
          Self.number(mediation.explained?.rSquared ?? .nan), Self.number(rival.rSquared),
          Self.number(rival.difference.estimate),
          rival.difference.adjusted.map(Format.p) ?? Format.missing,
          rival.difference.detectable.map(Self.number) ?? Format.missing,
          Self.verdict(rival.difference),
        ]
      }
    }
    return Markdown.table(
      [
        "mediator", "against", "R² of the mediator", "R² of the labels", "difference", "p, Holm",
        "least detectable", "verdict",
      ], rows, leading: 2)
  }

  private static func verdict(_ effect: Effect) -> String {
    switch effect.decision {
    case .above: "**above**"
    case .below: "**below**"
    case .undecided:
      "**undecided**" + (effect.seeds < Effect.leastSeeds ? " (too few runs)" : "")
    }
  }

  private static func number(_ value: Double) -> String { Format.fixed(value, digits: 3) }

  private static func number(_ estimate: Estimate) -> String {
    Format.estimate(estimate, least: 3) { Format.fixed($0, digits: $1) }
  }
}
