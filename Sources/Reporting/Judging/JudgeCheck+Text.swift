import Diagnostics
import QuestionAnalysis
import Statistics

extension JudgeCheck {
  /// The tables of `soar judge-check`.
  public var text: String {
    [head, agreementTable, sharesText, associationText].joined(separator: "\n\n")
  }

  private var head: String {
    let open = judged - decided
    return "\(judge.escapingControlCharacters) beside \(reference.escapingControlCharacters): "
      + "\(agreement.count) distinct questions with both labels, of \(questions)"
      + (open > 0 ? "; \(open) judged without a majority" : "")
      + (unreadable > 0 ? "; \(unreadable) of \(votes) votes unreadable" : "")
  }

  private var agreementTable: String {
    var table = TextTable(
      ["label", "yes", "no", "agreement %", "kappa", "sensitivity %", "specificity %"],
      rightAligned: [1, 2])
    for label in agreement.labels {
      let counts = label.table
      table.add(
        [label.feature.title, "\(counts.positives)", "\(counts.negatives)"]
          + [Self.percent(counts.agreement), Self.number(counts.kappa?.estimate)]
          + [Self.percent(counts.sensitivity), Self.percent(counts.specificity)])
    }
    let all = agreement.kappa
    table.add([
      "error type", "\(agreement.count)", "", all.map { (100 * $0.agreement).fixed(1) } ?? "-",
      Self.number(all?.estimate), "", "",
    ])
    return table.text
      + "\n\nyes and no are the reference's; intervals are of 95%, for independent questions"
  }

  private var sharesText: String {
    var table = TextTable(
      ["% of questions", "label", "questions", "judged", "reference", "corrected"],
      rightAligned: [2, 3, 4])
    for share in shares {
      table.add([
        share.group, share.feature.title, share.count.map(String.init) ?? "",
        (100 * share.judged).fixed(1), share.reference.map { (100 * $0).fixed(1) } ?? "",
        Self.text(share.corrected, scale: 100, digits: 1),
      ])
    }
    return table.text
  }

  private var associationText: String {
    if let withoutAssociations {
      return "reward: \(withoutAssociations.escapingControlCharacters)"
    }
    var table = TextTable([
      "reward of yes less no", "judged", "reference", "attenuation", "corrected",
    ])
    for row in associations {
      table.add([
        row.judged.feature.title, Self.number(row.judged.judged.estimate, digits: 4),
        Self.number(row.reference?.estimate, digits: 4),
        row.judged.attenuation.map { $0.value.fixed(2) } ?? "not identified",
        Self.text(row.judged.corrected, scale: 1, digits: 4),
      ])
    }
    if let contrast {
      table.add([
        "well-posed less correct, standardised",
        Self.number(contrast.judged.judged.estimate, digits: 4),
        Self.number(contrast.reference?.estimate, digits: 4), "",
        contrast.judged.corrected.map { Self.number($0, digits: 4) } ?? "not identified",
      ])
    }
    return table.text
      + "\n\nof questions within outer steps; corrected as if errors did not depend on the reward"
  }

  private static func percent(_ estimate: Estimate?) -> String {
    estimate.map { number($0.scaled(by: 100), digits: 1) } ?? "-"
  }

  private static func number(_ estimate: Estimate?, digits: Int = 2) -> String {
    estimate.map { estimate in
      Format.estimate(estimate, least: digits) { Format.fixed($0, digits: $1) }
    } ?? "-"
  }

  private static func text(
    _ corrected: Misclassification.Corrected?, scale: Double, digits: Int
  ) -> String {
    switch corrected {
    case .estimate(let estimate): number(estimate.scaled(by: scale), digits: digits)
    case .bounds(let lower, let upper):
      "\((scale * lower).fixed(digits)) to \((scale * upper).fixed(digits)), not identified"
    case nil: "-"
    }
  }
}
