import QuestionAnalysis
import Statistics

/// Associations in words and tables, with the rule before the numbers.
struct AssociationText {
  var facts: AssociationFacts

  var size: String {
    let reliability = facts.reliability.map {
      " The reliability of the reward, from its repeats, is \(Format.fixed($0, digits: 2))."
    }
    return "\(Format.count(facts.datasets)) datasets with a reward, "
      + "\(Format.count(facts.questions)) questions, \(facts.runs.counted("run"))."
      + (reliability ?? "")
  }

  /// Our own text with emphasis, so not escaped.
  var rule: String { "The rule, fixed before the data. \(facts.rule)" }

  var conclusion: String {
    let judged = facts.features.compactMap { feature in
      feature.verdict.map { verdict -> String in
        let r = feature.withinStep.map { "within steps r \(Self.estimate($0)), " } ?? ""
        let p = feature.adjusted.map { "p \(Format.p($0)) after Holm" } ?? "no test"
        let found =
          verdict == .undecided
          ? feature.detectable.map { "; \(Self.found($0))" } ?? "" : ""
        return "\(Markdown.escape(feature.title)) is \(Self.words(verdict)) (\(r)\(p)\(found))"
      }
    }
    guard !judged.isEmpty else {
      return
        "No question has a label or a structure: nothing is decided. Association is not effect."
    }
    let difference = facts.difference.map { " (difference \(Self.estimate($0)))" } ?? ""
    let sentence = judged.joined(separator: "; ")
    return sentence.prefix(1).uppercased() + sentence.dropFirst() + ". " + givenOthers
      + facts.differenceVerdict + difference + ". An association is not an effect: what a teacher "
      + "does together with writing such questions may be what teaches. Experiments on questions made "
      + "to measure are what can tell."
  }

  /// Which features add information beyond the others.
  private var givenOthers: String {
    guard !facts.givenOthers.isEmpty else { return "" }
    let telling = facts.givenOthers.filter { $0.effect.decision != .undecided }
    let words = telling.map { Markdown.escape($0.title) }.joined(separator: ", ")
    let isAll = telling.count == facts.givenOthers.count
    return
      "Given the other core features, within steps, the coefficient has p below 0.05 after Holm for "
      + (words.isEmpty ? "none of them. " : "\(words)\(isAll ? "" : " only"). ")
  }

  /// In place of a verdict on well-posed and correct.
  static let undecidable = "Without labels, nothing is known of well-posed and correct questions"

  var labelTable: String {
    guard !facts.labels.isEmpty else {
      return "No question has a label. Labels come with the log, or from a judge (`soar classify`)."
    }
    let types = PaperResults.labels.first?.errors.map(\.type) ?? []
    let own = facts.labels.map { row in
      [Markdown.escape(row.name), Format.count(row.questions)]
        + ([row.wellPosed, row.correct] + types.map { row.errors[$0] })
        .map { $0.map(Format.points) ?? Format.missing }
    }
    let paper = PaperResults.labels.map { row in
      ["*paper: \(row.arm)*", ""]
        + ([row.wellPosed, row.correct] + row.errors.map(\.percent))
        .map { Format.fixed($0, digits: 1) }
    }
    let header =
      ["% of questions", "questions", "well-posed", "correct"] + types.map { Markdown.escape($0) }
    return Markdown.table(header, own + paper)
      + "\n\nBelow, the paper's table 7: another model, other data, a language model for a judge."
  }

  var featureTable: String {
    let rows = facts.features.map { feature in
      [
        Markdown.escape(feature.title), Format.count(feature.rows),
        feature.withinStep.map(Self.estimate) ?? Format.missing,
        feature.pValue.map(Format.p) ?? Format.missing,
        feature.adjusted.map(Format.p) ?? Format.missing,
        feature.wildBootstrap.map(Format.p) ?? Format.missing,
        feature.detectable.map { $0 <= 1 ? Self.number($0) : "none" } ?? Format.missing,
        feature.verdict.map(Self.words) ?? "", Self.number(feature.pearson),
        Self.number(feature.spearman), Self.number(feature.partial),
        Self.number(feature.disattenuated),
      ]
    }
    return Markdown.table(
      [
        "feature", "datasets", "r within steps", "p", "p, Holm", "p, wild bootstrap",
        "least detectable", "verdict", "Pearson", "Spearman", "given the core", "without noise",
      ], rows)
      + "\n\nThe last four describe all datasets together and are not tested: datasets of one step, "
      + "loop or run are not independent of each other."
  }

  var coefficientTable: String {
    let rows = facts.models.flatMap { model in
      model.coefficients.enumerated().map { index, coefficient in
        [
          index == 0 ? Markdown.escape(model.name) : "", Markdown.escape(coefficient.title),
          Self.estimate(coefficient.estimate), coefficient.pValue.map(Format.p) ?? Format.missing,
          model.name == facts.models[0].name
            ? Self.number(facts.importance[coefficient.title]) : "",
        ]
      }
    }
    return Markdown.table(
      ["model", "feature", "standardised coefficient", "p", "share of R²"], rows, leading: 2)
  }

  private static func words(_ verdict: AssociationVerdict.Kind) -> String {
    switch verdict {
    case .associated: "**associated**"
    case .notAssociated: "**not associated**"
    case .undecided: "**undecided**"
    }
  }

  /// The least that a design detects, in words. Few or noisy datasets find no correlation at all.
  ///
  /// - Parameter sign: before the number.
  static func found(_ correlation: Double, sign: String = "") -> String {
    correlation <= 1
      ? "least detectable \(sign)\(number(correlation))" : "no correlation would be detected"
  }

  private static func number(_ value: Double?) -> String {
    value.map { Format.fixed($0, digits: 2) } ?? Format.missing
  }

  private static func estimate(_ estimate: Estimate) -> String {
    Format.estimate(estimate, least: 2) { Format.fixed($0, digits: $1) }
  }
}
