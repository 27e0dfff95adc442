import Diagnostics
public import Foundation
import RunStore
import SelfPlay
import Statistics

/// A comparison of runs as `report.md` with its figures and `report.json` beside it.
public struct ComparisonReport: Sendable {
  public var comparison: RunComparison
  public var answers: ComparisonAnswers

  public init(_ comparison: RunComparison) {
    self.comparison = comparison
    // Rivals are matched by design, which would confuse the same design at two grid points.
    var answerable = comparison
    for index in answerable.runs.indices where answerable.runs[index].point != nil {
      answerable.runs[index].design = RunDesign()
    }
    answers = ComparisonAnswers(answerable)
  }

  private var isOfPoints: Bool { comparison.runs.contains { $0.point != nil } }

  private var profile: ProfileFigure { ProfileFigure(comparison) }

  public var figures: [any Figure] {
    let profile = profile
    let matched = comparison.runs.flatMap(\.design.teachers).filter { $0.matchCostOf != nil }
    let differences: [any Figure] =
      answers.perStep.isEmpty && answers.perFLOP.isEmpty ? [] : [DifferenceFigure(answers)]
    let trajectories = TrajectoriesFigure(arms: comparison.arms, k: comparison.k)
    var diversity = DiversityFigure(
      teachers: comparison.teachers, matched: Set(matched.map(\.name)))
    diversity.looks = Looks(loops: answers.collapses.map { ($0.teacher, $0.scheme) })
    return [CostFigure(comparison)] + (profile.isTelling ? [profile] : [])
      + (trajectories.arms.isEmpty ? [] : [trajectories])
      + [diversity] + [CollapseFigure(answers.collapses)].compactMap { $0 } + differences
  }

  /// Draws the figures into `folder/figures`, each with its script, then writes
  /// `folder/report.json` and `folder/report.md`. Makes everything before touching the folder, and
  /// writes each file atomically.
  ///
  /// - Returns: the report's file.
  @discardableResult
  public func write(to folder: URL, gnuplot: Gnuplot) throws -> URL {
    let workshop = FileManager.default.temporaryDirectory
      .appendingPathComponent("soar-compare-\(UUID().uuidString)")
    try AtomicFile.createFolder(workshop)
    defer { try? FileManager.default.removeItem(at: workshop) }
    for figure in figures {
      try Task.checkCancellation()
      try gnuplot.draw(figure, in: workshop)
    }
    let json = try ComparisonDocument(self).json
    let text = text
    let images = folder.appendingPathComponent("figures")
    try AtomicFile.createFolder(images)
    for figure in figures {
      for type in ["svg", "png", "dat", "gnuplot"] {
        let name = "\(figure.fileName).\(type)"
        let data: Data
        do {
          data = try Data(contentsOf: workshop.appendingPathComponent(name))
        } catch {
          throw UserError.writing(workshop.path, error)
        }
        try AtomicFile.write(data, to: images.appendingPathComponent(name))
      }
    }
    try AtomicFile.write(json, to: folder.appendingPathComponent("report.json"))
    let file = folder.appendingPathComponent("report.md")
    try AtomicFile.write(text, to: file)
    return file
  }

  public var text: String {
    let figures = figures
    let c = comparison
    let reach = answers.perFLOP.isEmpty ? CostToReach(c) : nil
    func image(_ name: String) -> String {
      figures.first { $0.fileName == name }.map { Markdown.image($0) } ?? ""
    }
    return [
      "# Arms of \(c.runs.count.counted("run"))", settings,
      c.remarks.map { Markdown.escape($0, limit: 4000) }.joined(separator: "\n\n"), runs,
      "## The arms", arms,
      isOfPoints
        ? Self.ofPoints
        : AnswersText(
          answers: answers, reach: reach, oneSeed: OneSeed(c, answers),
          collapseFigure: image("collapse")
        ).markdown,
      image("grounded-against"), "## pass@k on hard-test", passAtK, transfer,
      image("pass-at-k-by-cost"), image("performance-profiles"),
      image("performance-profiles").isEmpty ? "" : profile.table, image("trajectories"), "## Cost",
      cost,
      c.goal == nil ? "" : "### Cost to a given pass@k", self.reach, "## The questions",
      image("questions-by-teacher"), isOfPoints ? image("collapse") : "", questions,
      "## What to keep in mind",
      limits.map { "- \($0)" }.joined(separator: "\n"),
      methods.isEmpty ? "" : "## Methods", methods, "## Appendix: provenance", provenance,
    ].filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// The comparison for the terminal.
  public var terminalText: String {
    guard !isOfPoints, let oneSeed = OneSeed(comparison, answers) else { return comparison.text }
    let sentences = oneSeed.sentences(\.escapingControlCharacters)
    return comparison.text + "\n\n" + sentences.joined(separator: "\n")
  }

  private static let ofPoints = """
    ## Answers

    The runs are of several points of a grid, and arms and teachers bear their point's name: settings \
    differ between them, so that the rules by which rivals are found do not hold. `soar compare` of \
    one point's runs gives the answers for that point.
    """

  /// One paragraph from the resolved configurations; values that differ are listed with their runs.
  private var settings: String {
    let runs = comparison.runs
    let seeds = Set(runs.flatMap { $0.armRuns.map(\.seed) }).sorted()
    let names = runs.flatMap { $0.design.settings.map(\.name) }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let parts = names.map { name -> String in
      let values = runs.map { run in run.design.settings.first { $0.name == name }?.value }
      let distinct = Set(values.compactMap { $0 })
      guard distinct.count > 1, let first = values.first else {
        return "\(Markdown.escape(name)) \(Markdown.escape(distinct.first ?? ""))"
      }
      let others = zip(runs, values).dropFirst().filter { $1 != first }
        .map { "\(Markdown.escape($1 ?? Format.missing)) in \(Markdown.code($0.name))" }
      return "\(Markdown.escape(name)) \(Markdown.escape(first ?? Format.missing)) "
        + "(\(others.joined(separator: ", ")))"
    }
    return (["Seeds \(seeds.listed)"] + parts).joined(separator: "; ") + ". "
      + "All arms and all loops of a run share them, unless the tables say otherwise."
  }

  private var arms: String {
    let c = comparison
    let axis = c.axis == .steps ? CostAxis.tokens : c.axis
    let ks = Set([c.passAt.first ?? c.k, c.k]).sorted()
    let rows = c.rows.map { row in
      ["**\(Markdown.escape(row.arm))**", making(of: row.arm), "\(row.seeds)"]
        + ks.map { k in
          row.passAtK.first { $0.k == k }.map { Format.estimate($0.estimate) } ?? Format.missing
        } + [
          row.passAtK.first { $0.k == c.k }?.deviation.map(Format.points) ?? Format.missing,
          row.improvement.map(Format.chance) ?? Format.missing,
          Format.amount(axis.value(row.own), axis),
          row.withTeacher.map { Format.amount(axis.value($0), axis) } ?? Format.missing,
        ]
    }
    let header =
      ["arm", "made of", "seeds"] + ks.map { "pass@\($0)" } + [
        "SD", "P(beats \(Markdown.escape(c.baseline)))", "own cost", "with teacher",
      ]
    return """
      pass@k on hard-test in percent, in brackets \(RunComparison.intervals); SD of pass@\(c.k) over \
      the seeds' means; the chance that a seed beats one of \(Markdown.escape(c.baseline)) at \
      pass@\(c.k); costs in \(axis.name), a mean per seed, by itself and with the outer loop drawn on.

      \(Markdown.table(header, rows, leading: 2))
      """
  }

  /// Describes an arm by its configuration.
  private func making(of name: String) -> String {
    let design = comparison.runs.lazy.compactMap { run in
      run.design.arms.first { $0.name == name }
    }.first
    guard let arm = design else { return Format.missing }
    let start = arm.startsFromBase ? "" : "from \(arm.teacher ?? "")'s student or teacher; "
    let questions =
      arm.steps == 0 && arm.questions == .none
      ? "inference only"
      : arm.questions.entry(count: arm.count, teacher: arm.teacher ?? "")
    let mixing =
      switch arm.mixing {
      case .alone: ", alone"
      case .mixed: ", mixed"
      case .curriculum: ", \(arm.curriculumSteps) steps, then hard-train"
      case .hardOnly: ""
      }
    let steps = arm.steps == 0 ? "" : ", \(arm.steps) x \(arm.groupSize)"
    return Markdown.escape("\(start)\(questions)\(mixing)\(steps)")
  }

  private var runs: String {
    Markdown.table(
      ["run", "seeds", "outer steps", "outcome", "configuration", "started"],
      comparison.runs.map { run in
        [
          Markdown.code(run.name), Set(run.armRuns.map(\.seed)).sorted().listed,
          "\(run.outerSteps.count)", run.run.outcome.rawValue,
          Markdown.code(String(run.run.configHash.prefix(16))),
          run.run.started.formatted(.iso8601),
        ]
      }, numeric: false)
  }

  private var passAtK: String {
    let c = comparison
    let baseline = Markdown.escape(c.baseline)
    let header =
      ["arm", "seeds"] + c.passAt.map { "pass@\($0)" }
      + ["SD of pass@\(c.k)", "P(beats \(baseline)) at pass@\(c.k)"]
    let rows = c.rows.map { row in
      ["**\(Markdown.escape(row.arm))**", row.size]
        + row.passAtK.map { Format.estimate($0.estimate) }
        + [
          row.passAtK.first { $0.k == c.k }?.deviation.map(Format.points) ?? Format.missing,
          row.improvement.map(Format.chance) ?? Format.missing,
        ]
    }
    let models =
      c.checkpoint == .rule
      ? "Means of the tests from each training's checkpoint to its horizon. " : ""
    return """
      \(models)In percent; in brackets: \(RunComparison.intervals). SD: over the means of the seeds' \
      students. The last column is the chance that a student of a seed of the arm beats one of \
      \(baseline), ties counting half, with an interval from resampling seeds and students where \
      both have several seeds.

      \(Markdown.table(header, rows))
      """
  }

  private var transfer: String {
    let c = comparison
    let rows = c.rows.filter { !$0.transferPassAtK.isEmpty }.map { row in
      ["**\(Markdown.escape(row.arm))**", row.size]
        + row.transferPassAtK.map { Format.estimate($0.estimate) }
    }
    guard !rows.isEmpty else { return "" }
    return """
      On the transfer problems, which are of another distribution and which nothing was trained for, \
      of the final models:

      \(Markdown.table(["arm", "seeds"] + c.passAt.map { "pass@\($0)" }, rows))
      """
  }

  private var cost: String {
    let rows = comparison.rows.flatMap { row in
      [("own", row.own), ("with teacher", row.withTeacher)].compactMap { kind, cost in
        cost.map {
          [
            Markdown.escape(row.arm), kind, Format.fixed($0.steps, digits: 0),
            $0.rollouts.map { Format.count(Int($0.rounded())) } ?? Format.missing,
            Format.count(Int($0.tokensSampled.rounded())),
            Format.count(Int($0.tokensTrained.rounded())),
            $0.flops.map(Format.scientific) ?? Format.missing, Format.duration($0.seconds),
          ]
        }
      }
    }
    return """
      Means per student; evaluations on hard-test are not counted. "With teacher" adds the seed's \
      outer loop: up to its last promotion for promotion questions and the promoted student, the \
      whole of it for the trained teacher. Rollouts of an outer loop are not stored.

      \(Markdown.table(
        [
          "arm", "cost", "steps", "rollouts", "tokens sampled", "tokens trained", "FLOPs", "time",
        ], rows))
      """
  }

  private var reach: String {
    guard let goal = comparison.goal else { return "" }
    let rows = comparison.rows.compactMap { row in
      row.reach.map { reach in
        [
          Markdown.escape(row.arm), reach.step.map(String.init) ?? "not reached",
          reach.step == nil ? "" : Format.amount(reach.own, comparison.axis),
          reach.step == nil || row.withTeacher == nil
            ? "" : Format.amount(reach.withTeacher, comparison.axis),
          "\(reach.students) of \(row.students)",
        ]
      }
    }
    return """
      To pass@\(goal.k) of \(Format.points(goal.share))% or more, in \(comparison.axis.name): the \
      first measured step at which the mean over seeds is there, and the students that were there \
      at any of theirs.

      \(Markdown.table(["arm", "step", "own cost", "with teacher", "students"], rows))
      """
  }

  private var questions: String {
    guard let first = comparison.diversities.first else { return "No questions are stored." }
    let rows = comparison.diversities.map { source in
      [
        Markdown.escape(source.source), "\(source.seeds)", Format.count(source.questions),
        Format.range(source.vendi, digits: 1), Format.range(source.structureVendi, digits: 2),
        source.hiddenVendi.map { Format.range($0, digits: 2) } ?? Format.missing,
        Format.range(source.distinct2, digits: 3),
        Format.range(source.meanPairwiseDistance, digits: 3),
        Format.estimate(source.distinctShare),
        source.wellPosed.map(Format.points) ?? Format.missing,
      ]
    }
    return """
      Diversity in 100 subsamples of \(first.size.counted("question")) (means over seeds; in \
      brackets 95% of the subsamples). Vendi: effective number of different questions by words and \
      word pairs; structures: by operations and length, whatever the names and digits; hidden \
      states: by the base model's, averaged over a question. Shares in percent.

      \(Markdown.table(
        [
          "questions of", "seeds", "count", "Vendi", "Vendi, structures",
          "Vendi, hidden states", "distinct-2", "pairwise distance", "distinct", "well-posed",
        ], rows))
      """
  }

  private var limits: [String] {
    let c = comparison
    let least = c.rows.map(\.seeds).min() ?? 0
    let seeds =
      least < 6
      ? "An arm has \(least.counted("seed")): below about eight, bootstrap intervals over seeds are "
        + "too narrow, and one seed says nothing about the variation between runs." : nil
    // Points carry their names, and runs of different points are not pooled.
    let different = c.runs.compactMap { run -> String? in
      guard let first = c.runs.first(where: { $0.point == run.point }) else { return nil }
      let keys =
        run.differences.filter { !first.differences.contains($0) }.map(\.name)
        + first.differences.map(\.name).filter { key in
          !run.differences.contains { $0.name == key }
        }
      guard !keys.isEmpty else { return nil }
      return "\(Markdown.code(run.name)) differs from \(Markdown.code(first.name)) in "
        + Markdown.escape(keys.joined(separator: ", "), limit: 2000)
    }
    let settings =
      different.isEmpty
      ? nil
      : "Arms of one name are pooled although \(different.joined(separator: "; "))."
    let repeated =
      c.repeated.isEmpty
      ? nil
      : "Held bit for bit by an earlier run too, and counted once: "
        + Markdown.escape(c.repeated.joined(separator: "; "), limit: 2000) + "."
    let unfinished = c.runs.filter { $0.run.outcome != .finished }.map { Markdown.code($0.name) }
    let missing =
      unfinished.isEmpty ? nil : "Not complete: \(unfinished.joined(separator: ", "))."
    let uncounted =
      c.axis == .flops && c.rows.contains { ($0.withTeacher ?? $0.own).flops == nil }
      ? "FLOPs were not counted in some of the runs: arms without them have no place on that axis."
      : nil
    let unmeasured =
      c.unmeasured.isEmpty
      ? nil
      : "Left out, as evaluation.testEvery gave them no test at their checkpoint: "
        + Markdown.escape(c.unmeasured.joined(separator: "; "), limit: 2000) + "."
    return [
      seeds, settings, repeated, missing, uncounted, unmeasured,
      "Runs of one base model and one hard set are compared; nothing here speaks about others.",
    ].compactMap { $0 }
  }
}

extension Format {
  /// `0.83 [0.50, 1.00]`, a probability.
  static func chance(_ estimate: Estimate) -> String { range(estimate, digits: 2) }

  static func range(_ estimate: Estimate, digits: Int) -> String {
    Self.estimate(estimate, least: digits) { fixed($0, digits: $1) }
  }

  /// A cost, formatted for its axis.
  static func amount(_ value: Double?, _ axis: CostAxis) -> String {
    guard let value, value.isFinite else { return missing }
    switch axis {
    case .flops: return value == 0 ? "0" : scientific(value)
    case .seconds: return duration(value)
    case .steps, .tokens: return count(Int(value.rounded()))
    }
  }
}
