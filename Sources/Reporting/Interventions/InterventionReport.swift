public import Foundation
import RunStore
public import Statistics
public import Tasks
import Worlds

/// The results of an experiment on questions: a part of a report, with its figures and numbers.
public struct InterventionReport: Sendable {
  public var run: ComparedRun
  /// Nil unless at least two arms form an experiment.
  public var effects: InterventionEffects?
  /// Nil unless at least two arms have a reach.
  public var reach: ReachEffects?
  /// What the base student's rate explains of `effects`; empty unless all cells were sampled.
  public var mediations: [RateMediation]
  public var subsets: [SubsetComparison]
  /// Arms of several designs in turn.
  public var mixtures: [Mixture]

  /// An arm whose questions come from several designs.
  public struct Mixture: Codable, Sendable, Equatable {
    public var arm: String
    public var cells: [QuestionDesign]
    public var seeds: Int
    public var trainGain: Estimate
    public var testPass: Estimate
  }

  /// The file of ``json``, beside the report.
  static let fileName = "what-teaches.json"

  /// - Returns: nil if the run has no such arm.
  public init?(_ run: ComparedRun) {
    guard let k = run.passAt.max() else { return nil }
    self.run = run
    effects = InterventionEffects(run, k: k)
    mediations = effects.map(RateMediation.of) ?? []
    reach = ReachEffects(run, k: k)
    subsets = SubsetComparison.of(run, k: k)
    mixtures = run.design.arms.filter { $0.cells.count > 1 }.compactMap { design in
      MeasuredArm(design, in: run, k: k).map { arm in
        Mixture(
          arm: arm.name, cells: design.cells, seeds: arm.seeds.count,
          trainGain: arm.mean(.trainGain, arm.seeds), testPass: arm.mean(.testPass, arm.seeds))
      }
    }
    if effects == nil && reach == nil && subsets.isEmpty && mixtures.isEmpty { return nil }
  }

  public var figures: [any Figure] {
    reachFigures + effectFigures
  }

  /// The one that answers the experiment's question.
  var leadFigure: (any Figure)? { (effectFigures + reachFigures).first }

  var reachFigures: [any Figure] { reach.map { [ReachFigure($0)] } ?? [] }

  private var effectFigures: [any Figure] {
    effects.map { effects in
      [
        InterventionFigure(effects, outcome: .testPass, terms: terms),
        InterventionFigure(effects, outcome: .trainGain, terms: terms),
      ]
    } ?? []
  }

  /// Nil unless at least two arms form an experiment.
  var words: InterventionText? {
    effects.map { InterventionText(effects: $0, terms: terms) }
  }

  var terms: DesignTerms { run.design.designTerms }

  /// The text, with headings of the given level.
  func parts(level: Int) -> [String] {
    let mark = String(repeating: "#", count: level)
    var parts = ["\(mark) An experiment", settings]
    if let reach {
      let words = ReachText(effects: reach, terms: terms)
      parts += ["\(mark)# Answers within the student's reach", words.rules, words.conclusion]
      parts += reachFigures.map(Markdown.image)
      parts += ["In percentage points.", words.effectTable, words.cellTable]
      if self.words != nil { parts.append("\(mark)# Structure and correctness") }
    }
    if let words {
      parts += [words.rules, words.conclusion]
      parts += effectFigures.map(Markdown.image)
      parts += [
        "\(mark)# Effects",
        "In percentage points. Each table is a family of its own: the finding, what it is made of, and "
          + "the rest.",
      ]
      parts += InterventionEffect.Family.allCases.compactMap(words.effectTable)
      parts += ["\(mark)# Cells", words.cellTable]
      if !mediations.isEmpty {
        let words = RateMediationText(mediations: mediations, k: words.effects.k)
        parts += ["\(mark)# Through the student's rate", words.rules, words.sentence, words.table]
      }
    }
    if !subsets.isEmpty { parts += ["\(mark)# Parts of one set", subsetSection] }
    if !mixtures.isEmpty { parts += ["\(mark)# Mixtures", mixtureSection] }
    return parts
  }

  private var settings: String {
    let seeds = Set(run.armRuns.map(\.seed)).sorted()
    return ([("seeds", seeds.listed)] + run.design.settings.map { ($0.name, $0.value) })
      .map { "\(Markdown.escape($0.0)) \(Markdown.escape($0.1))" }.joined(separator: "; ") + "."
  }

  private var subsetSection: String {
    let rows = subsets.map { subset in
      [
        Markdown.escape(subset.arm),
        subset.selection.isEmpty ? "all" : Markdown.escape(subset.selection), "\(subset.seeds)",
        Format.signedEstimate(subset.trainGain), Format.estimate(subset.testPass),
      ] + (subset.difference.map { Format.effectCells($0) } ?? Format.noEffect)
    }
    return """
      Arms that train on parts of the same questions, written by a teacher, or on the same questions \
      with other answers (the paper's section C.5). A part has fewer distinct questions than the \
      whole, and all arms have the same steps. Differences: to the well-posed questions of the set, \
      at pass@k, in points.

      \(Markdown.table(
        [
          "arm", "part", "seeds", "greedy gain on hard-train", "pass@k on hard-test",
        ] + Format.effectHeader, rows, leading: 2))
      """
  }

  private var mixtureSection: String {
    let rows = mixtures.map { mixture in
      [
        Markdown.escape(mixture.arm),
        mixture.cells.map { "\($0.form.words), \($0.answer.rawValue), \($0.lengthWords)" }
          .joined(separator: "; "), "\(mixture.seeds)", Format.signedEstimate(mixture.trainGain),
        Format.estimate(mixture.testPass),
      ]
    }
    return """
      Questions of several designs in turn, as many in all as one cell has.

      \(Markdown.table(
        ["arm", "designs", "seeds", "greedy gain on hard-train", "pass@k on hard-test"], rows,
        leading: 2))
      """
  }

  private struct Document: Encodable {
    var effects: InterventionEffects?
    var reach: ReachEffects?
    var mediation: [RateMediation]
    var finding3: [String: String]
    var subsets: [SubsetComparison]
    var mixtures: [Mixture]
  }

  /// The numbers; shares are 0 to 1.
  public var json: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
      encoder.nonConformingFloatEncodingStrategy = .convertToString(
        positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
      var verdicts: [String: String] = [:]
      for outcome in InterventionOutcome.allCases {
        verdicts[outcome.rawValue] = effects.map {
          $0.verdict(outcome)?.findingWords ?? "not tested"
        }
      }
      return try encoder.encode(
        Document(
          effects: effects, reach: reach, mediation: mediations, finding3: verdicts,
          subsets: subsets, mixtures: mixtures))
        + Data("\n".utf8)
    }
  }
}
