import Diagnostics
public import Foundation
import RunStore
import Statistics

/// A run's report: `report.md` with its figures beside it.
public struct MarkdownReport: Sendable {
  public var data: ReportData
  public var whatTeaches: WhatTeaches

  public init(_ data: ReportData, whatTeaches: WhatTeaches = WhatTeaches()) {
    self.data = data
    self.whatTeaches = whatTeaches
  }

  /// Draws the figures into `folder/figures`, then writes `folder/report.md`, so that a report
  /// never refers to missing figures. Writes its numbers beside it as `report.json`, and the
  /// resolved configuration.
  ///
  /// - Returns: the report's file.
  @discardableResult
  public func write(to folder: URL, gnuplot: Gnuplot) throws -> URL {
    let figures = folder.appendingPathComponent("figures")
    try AtomicFile.createFolder(figures)
    for figure in data.figures { try gnuplot.draw(figure, in: figures) }
    try whatTeaches.write(to: folder, gnuplot: gnuplot)
    try AtomicFile.write(
      try ReportDocument(self).json, to: folder.appendingPathComponent(ReportDocument.fileName))
    try AtomicFile.write(
      data.run.config, to: folder.appendingPathComponent(Self.configurationName))
    let file = folder.appendingPathComponent("report.md")
    try AtomicFile.write(text, to: file)
    return file
  }

  /// What was found and the headline table, for the terminal.
  public var headline: String {
    let lines = tested.map { FindingText(finding: $0, isPlain: true).line }
    return (lines + [FindingText.notTested(findings), HeadlineTable(data).plainText])
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The paper's findings as this run sees them.
  public var findings: [Finding] { data.findings + [whatTeaches.finding] }

  /// Those that the run has a comparison for.
  private var tested: [Finding] { findings.filter { $0.verdict != .notTested } }

  public var text: String {
    let numbered = tested.enumerated().map { section($1, number: $0 + 1) }
    let others = findings.filter { $0.verdict == .notTested }.map(shown)
    let limits = Conclusions.limits(data).map { "- \($0)" }.joined(separator: "\n")
    var sections = [
      "# \(Markdown.escape(data.title))", whatItIs, "## What was found", conclusions,
      lead.map { Markdown.image($0) } ?? "",
    ]
    sections += numbered + others
    sections += [
      data.planned?.markdown ?? "", "## What this run does not show", limits, "## Appendix",
    ]
    sections += appendix
    return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// The figure of the first screen.
  private var lead: (any Figure)? {
    data.gridFigure ?? (isExperiment ? whatTeaches.leadFigure : nil) ?? data.practiceFigure
  }

  /// Whether the run is an experiment on questions alone.
  private var isExperiment: Bool { data.outerSteps.isEmpty && whatTeaches.leadFigure != nil }

  /// What was run, what it cost, and how to repeat it.
  private var whatItIs: String {
    let loops = Set(data.outerSteps.map(\.teacher)).count
    let steps = data.outerSteps.map(\.step).max().map { $0 + 1 } ?? 0
    let trainCount = data.hardProblems.count { $0.split == .train }
    let operations = data.operations
    let size =
      operations.map { ", \(Format.scientific($0)) floating-point operations" } ?? ""
    let study =
      isExperiment
      ? "A question experiment on a finding of SOAR (\(PaperResults.citation)): fresh students of "
        + "\(data.subject) train on questions made to measure, without a teacher"
      : "SOAR (\(PaperResults.citation)) on \(data.subject)"
    let length = loops > 0 ? " of at most \(steps.counted("step"))" : ""
    let outer = isExperiment ? "" : "\(loops.counted("outer loop"))\(length), "
    let note = data.timeNote.isEmpty ? "" : " (\(data.timeNote))"
    return """
      \(study). \(data.seeds.count.counted("seed")), \(outer)\
      \(data.arms.count.counted("arm")); \(trainCount) hard problems to train on and \
      \(data.testProblemCount.counted("test problem")). It took \(data.timeAtWork)\(note) with \
      \(data.run.workers.counted("worker"))\(size). To repeat it: \
      \(repetition). Terms: `docs/glossary.md`.
      """
  }

  /// The command that repeats the run. The configuration has the places of the model and of the problems
  /// as the run had them, which are of no use elsewhere.
  var repetition: String {
    let command =
      "soar run \(Self.configurationName)" + (data.readsProblemFile ? " --set task.file=FILE" : "")
    guard let model = data.modelFolder else { return "`\(command)`" }
    let maker = data.isSmolLM2 ? ", which `tools/get-smollm2.sh DIR` makes" : ""
    return "`\(command) --set model.folder=DIR`, with the folder of \(Markdown.escape(model)) "
      + "as DIR\(maker)"
  }

  private var conclusions: String {
    let lines = tested.enumerated().map { "\($0 + 1). \(FindingText(finding: $1).line)" }
    return [
      lines.joined(separator: "\n"), FindingText.notTested(findings), key, loopKey,
      "\(FindingText.rule) \(Effect.rule) \(FindingText.families)",
    ].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// What the arms are that the findings name first; empty if those have no explanation.
  private var key: String {
    let names = tested.compactMap(\.evidence.first).flatMap { [$0.subject, $0.rival] }.distinct
    let words = names.compactMap { name in
      data.arms.first { $0.name == name && !$0.explanation.isEmpty }.map {
        "**\(Markdown.escape(name))**: \(Markdown.escape($0.explanation, limit: 400))"
      }
    }
    return words.isEmpty ? "" : words.joined(separator: ". ") + "."
  }

  /// What the loops are, and which arms come from each; empty without loops.
  private var loopKey: String {
    guard !data.loops.isEmpty else { return "" }
    return "Outer loops and their arms (figures about teachers use the loop's name):\n\n"
      + data.loops.map(\.markdown).joined(separator: "\n")
  }

  /// The figure that shows a finding.
  private func figure(_ finding: Finding) -> (any Figure)? {
    switch finding.question {
    case .practice: data.costFigure ?? data.practiceFigure
    case .sharpening: data.learningCurves
    case .learning: data.loopFigure
    case .promotion: nil
    case .grounding: data.collapse
    // The lead of an experiment is on the first screen.
    case .structure: isExperiment ? whatTeaches.reachFigure : whatTeaches.leadFigure
    }
  }

  /// One finding: the comparisons, and the figure that shows them.
  ///
  /// - Parameter number: its place in the list that the report opens with.
  private func section(_ finding: Finding, number: Int) -> String {
    let text = FindingText(finding: finding)
    let parts = [
      "## \(number). \(text.heading)", text.explanation, text.body,
      figure(finding).map { Markdown.image($0) } ?? "", details(finding),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// What the loops of the run show of a finding that it does not test, under a heading that claims
  /// nothing; empty without loops or data.
  private func shown(_ finding: Finding) -> String {
    guard !data.outerSteps.isEmpty else { return "" }
    let text = FindingText(finding: finding)
    let hasRewards = data.outerSteps.contains { $0.meanReward.isFinite }
    let figure = finding.question == .learning && !hasRewards ? nil : figure(finding)
    let parts = [
      text.body, figure.map { Markdown.image($0) } ?? "", figure == nil ? "" : details(finding),
    ].filter { !$0.isEmpty }
    return parts.isEmpty
      ? "" : (["## \(text.plainHeading)"] + parts).joined(separator: "\n\n")
  }

  /// What stands below a finding's figure.
  private func details(_ finding: Finding) -> String {
    switch finding.question {
    case .learning:
      LoopRewards(data.outerSteps, kinds: data.questionKinds)
        .markdown(gainsIn: data.rewardMeasure)
    case .grounding: data.grid?.table ?? ""
    case .structure: whatTeaches.summary
    case .practice, .sharpening, .promotion: ""
    }
  }
}
