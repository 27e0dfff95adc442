import Diagnostics
import Statistics

/// A finding in words: a line for the first screen, and a section.
struct FindingText {
  let finding: Finding
  /// For a terminal, not for markdown.
  var isPlain = false

  static let rule = """
    A finding **holds** if all of its comparisons are decided in its favour, **holds in part** if some \
    are, **does not hold** if some are decided against it and none in its favour, and is **undecided** \
    otherwise. The comparisons are those that the configuration planned; if it planned none, they are all \
    that the arms allow, and the line says *exploratory*.
    """

  /// Which p-values are adjusted together.
  static let families = """
    The planned comparisons of all findings are one table; exploratory ones are adjusted with all others of \
    their kind in the run, shown or not.
    """

  /// `Not tested here: Is that learning, or drift? (no comparison with …); ….`, for those that the run has
  /// no comparison for; empty if there are none.
  static func notTested(_ findings: [Finding]) -> String {
    let texts = findings.filter { $0.verdict == .notTested }.map { finding in
      let text = FindingText(finding: finding)
      return "\(text.heading) (\(text.lacking))"
    }
    return texts.isEmpty ? "" : "Not tested here: " + texts.joined(separator: "; ") + "."
  }

  /// What a run lacks that does not test it.
  private var lacking: String {
    switch finding.question {
    case .practice: "no comparison with training on the hard problems alone"
    case .sharpening: "no comparison with the untrained teacher's questions"
    case .learning: "no comparison with a loop whose rewards are permuted or random"
    case .grounding: "no comparison with a loop rewarded without students"
    case .promotion: "no comparison with a loop that never promotes"
    case .structure: "no experiment with designed questions"
    }
  }

  /// The heading of what a run shows of it without testing it; claims nothing.
  var plainHeading: String {
    switch finding.question {
    case .practice: "Results of the arms"
    case .sharpening: "Students during their training"
    case .learning: "The teachers' rewards"
    case .grounding: "The teachers' questions"
    case .promotion: "Promotions"
    case .structure: "Questions made to measure"
    }
  }

  /// The question, as a heading.
  var heading: String {
    switch finding.question {
    case .practice: "Does self-written practice beat training on the hard problems alone?"
    case .sharpening: "Does grounded reward sharpen the teacher?"
    case .learning: "Is that learning, or drift?"
    case .grounding: "Does grounded reward beat rewards that need no student?"
    case .promotion: "Do promotions help?"
    case .structure: "Does structure matter more than correctness?"
    }
  }

  /// How the evidence answers the question.
  var explanation: String {
    switch finding.question {
    case .practice:
      "Students made by a loop with grounded reward, or trained on its questions, against a student "
        + "trained on the hard problems alone."
    case .sharpening:
      "Fresh students on the trained teacher's questions against ones on the untrained teacher's, with the "
        + "same steps and mixing."
    case .learning:
      "What a loop with grounded reward leaves (its teacher's questions, its promoted student) against the "
        + "same of a loop whose rewards say nothing about the questions (permuted among datasets, or "
        + "random): what that one changes is drift."
    case .grounding:
      "Fresh students on the grounded teacher's questions against ones on questions of teachers rewarded "
        + "without students."
    case .promotion:
      "What a loop with promotions leaves (its promoted student, its promotion questions, its teacher's "
        + "questions) against fresh students on the questions of a grounded teacher whose students were "
        + "never promoted."
    case .structure:
      "Questions made to measure. Structure is the difference between well-posed and ill-posed ones, over all "
        + "kinds of answers; correctness that between right and wrong answers, over all kinds of wrong ones, "
        + "to well-posed questions."
    }
  }

  /// `**Does …?** **Holds**: PS is 3.1 points above Hard-Only (...); 2 of 3 comparisons in favour.`
  var line: String {
    isPlain
      ? "\(heading) \(finding.verdict.rawValue.uppercased()): \(lead)"
      : "**\(heading)** \(verdict): \(lead)"
  }

  /// The verdict with its first letter large.
  private var verdict: String {
    let word = finding.verdict.rawValue
    return "**\(word.prefix(1).uppercased())\(word.dropFirst())**"
  }

  private var lead: String {
    guard let first = finding.evidence.first else { return "\(lacking)." }
    let rest = finding.evidence.count - 1
    let decisions = finding.evidence.compactMap(\.effect?.decision)
    let tally =
      rest == 0
      ? ""
      : " Decided in favour: \(decisions.count { $0 == .above }) of "
        + "\(finding.evidence.count) comparisons; against: \(decisions.count { $0 == .below })."
    let kind = finding.isPlanned ? "" : isPlain ? " Exploratory." : " *Exploratory.*"
    // The verdict may differ by length.
    let lead =
      finding.question == .structure
      ? ([sentence(first)]
        + finding.evidence.dropFirst().prefix(Self.mostLengths - 1).map(sentence)
        .map { "\($0.prefix(1).uppercased())\($0.dropFirst())" }).joined(separator: " ")
      : sentence(first) + decided
    return lead + kind + tally
  }

  /// Whether a comparison counts what the loop cost; empty where that is not the question.
  private func cost(_ evidence: Finding.Evidence) -> String {
    guard finding.question == .practice else { return "" }
    return evidence.rivalMatchesCostOf.map {
      " \(escape(evidence.rival)) may use as many floating-point operations as the whole loop \(escape($0)), "
        + "within its steps."
    } ?? " The loop's own cost is not counted."
  }

  /// A comparison decided in favour, if the first is none.
  private var decided: String {
    guard finding.verdict == .holdsInPart, finding.evidence.first?.effect?.decision != .above,
      let other = finding.evidence.first(where: { $0.effect?.decision == .above })
    else { return "" }
    return " Decided: \(sentence(other))"
  }

  /// How many comparisons a line shows: all lengths together, then each group of lengths.
  private static let mostLengths = 4

  private func sentence(_ evidence: Finding.Evidence) -> String {
    let (subject, rival) = (escape(evidence.subject), escape(evidence.rival))
    let measure = escape(evidence.measure)
    guard let effect = evidence.effect, effect.estimate.value.isFinite else {
      return "\(subject) against \(rival) (\(measure)) was planned, and there are no data."
    }
    let value = effect.estimate.value
    let size = Format.points(abs(value))
    let relation =
      size == "0.0"
      ? evidence.level.map { "\(subject) and \(rival) are both at \(Format.points($0))%" }
        ?? "\(subject) and \(rival) differ by less than a tenth of a point"
      : "\(subject) is \(size) points \(value > 0 ? "above" : "below") \(rival)"
    return "\(relation) (\(measure): \(Format.effect(effect)), \(effect.seeds.counted("seed")))."
      + cost(evidence)
  }

  private func escape(_ text: String) -> String {
    isPlain ? text.escapingControlCharacters : Markdown.escape(text)
  }

  /// Most rows of a section's table.
  private static let limit = 10

  /// The comparisons; empty if there are none.
  var body: String {
    [
      finding.evidence.isEmpty
        ? ""
        : "In percentage points. \(finding.isPlanned ? "Planned before the run." : "Exploratory.")",
      finding.evidence.isEmpty ? "" : table(finding.evidence), also,
    ].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// What stands beside the evidence; empty if nothing does.
  private var also: String {
    finding.also.isEmpty
      ? ""
      : "What the loop leaves besides its teacher, against the untrained teacher's questions; exploratory, "
        + "without a part in the verdict:\n\n" + table(finding.also)
  }

  private func table(_ evidence: [Finding.Evidence]) -> String {
    let rest = evidence.count - Self.limit
    return Markdown.table(
      ["questions or student", "against", "measured by"] + Format.effectHeader,
      evidence.prefix(Self.limit).map { evidence in
        [
          Markdown.escape(evidence.subject), Markdown.escape(evidence.rival),
          Markdown.escape(evidence.measure),
        ]
          + (evidence.effect.map { Format.effectCells($0, words: ("in favour", "against")) }
            ?? Format.noEffect)
      }, leading: 3)
      + (rest > 0 ? "\n\n\(rest) more are in `\(ReportDocument.fileName)`." : "")
  }
}
