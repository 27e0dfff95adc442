import Diagnostics
public import Foundation
import Statistics

/// Which question features correlate with the reward, as `analysis.md` with its figures.
public struct AssociationReport: Sendable {
  public var facts: AssociationFacts
  /// How the run's loops look in other figures.
  var looks: Looks?

  public static let fileName = "analysis"

  public init(_ facts: AssociationFacts) { self.facts = facts }

  public var figures: [any Figure] {
    var figures: [any Figure] = []
    if !facts.series.isEmpty {
      var labels = LabelSeriesFigure(facts.series)
      labels.looks = looks
      figures.append(labels)
    }
    if !facts.features.isEmpty { figures.append(correlations) }
    if let coefficients { figures.append(coefficients) }
    if !facts.partialEffects.isEmpty { figures.append(PartialEffectsFigure(facts.partialEffects)) }
    return figures
  }

  private var correlations: IntervalFigure {
    IntervalFigure(
      fileName: "correlations",
      caption: """
        Correlation of each feature of a dataset with its reward: within steps, with 95% intervals \
        by run, and of all datasets together (Pearson), which is not tested.
        """,
      axis: "correlation with the reward", rows: facts.features.map(\.title),
      series: [
        ("within steps", facts.features.map(\.withinStep)),
        ("all datasets", facts.features.map { Estimate(value: $0.pearson) }),
      ])
  }

  private var coefficients: IntervalFigure? {
    let rows = facts.models.flatMap { $0.coefficients.map(\.title) }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    guard !rows.isEmpty else { return nil }
    return IntervalFigure(
      fileName: "coefficients",
      caption: """
        Regressions of the reward on the core features together: standardised coefficients with 95% \
        intervals by run (CR2, Satterthwaite). Within steps, within runs: less the means of these. \
        Less trends: less the means and linear trends of each teacher within each run.
        """,
      axis: "standard deviations of the reward per standard deviation", rows: rows,
      series: facts.models.map { model in
        (
          model.name,
          rows.map { row in model.coefficients.first { $0.title == row }?.estimate }
        )
      })
  }

  public var text: String {
    let words = AssociationText(facts: facts)
    return
      (["# What goes with the reward", words.size, "## What follows", words.rule, words.conclusion]
      + parts(level: 2)).joined(separator: "\n\n") + "\n"
  }

  /// The tables and figures under headings of the given level.
  func parts(level: Int) -> [String] {
    let notes = facts.notes.map { "- \(Markdown.escape($0))" }.joined(separator: "\n")
    let words = AssociationText(facts: facts)
    let mark = String(repeating: "#", count: level)
    var parts = ["\(mark) Labels", words.labelTable]
    func add(_ name: String) {
      for figure in figures where figure.fileName == name { parts.append(Markdown.image(figure)) }
    }
    add("labels")
    parts += ["\(mark) Associations of datasets", words.featureTable]
    add("correlations")
    if !facts.models.isEmpty { parts += ["\(mark) Regressions", words.coefficientTable] }
    add("coefficients")
    add("partial-effects")
    let mediation = MediationText(facts.mediations)
    if !mediation.isEmpty {
      parts += ["\(mark) Through what the student can reach"] + mediation.paragraphs
    }
    if !notes.isEmpty { parts += ["\(mark) Notes", notes] }
    return parts
  }

  /// Draws the figures into `folder/figures`, then writes the text beside them.
  ///
  /// - Returns: the text's file.
  @discardableResult
  public func write(to folder: URL, gnuplot: Gnuplot) throws -> URL {
    let images = folder.appendingPathComponent("figures")
    try AtomicFile.createFolder(images)
    for figure in figures { try gnuplot.draw(figure, in: images) }
    let file = folder.appendingPathComponent("\(Self.fileName).md")
    try AtomicFile.write(text, to: file)
    return file
  }
}
