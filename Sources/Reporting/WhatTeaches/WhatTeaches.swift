import Diagnostics
public import Foundation

/// Which question features teach: labels, associations with the reward, an experiment, a map, and
/// examples. Parts of a run's report.
public struct WhatTeaches: Sendable {
  /// Nil if the run has no dataset with a reward.
  public var associations: AssociationReport?
  /// The experiment of this run, or of another run that the user asked to include.
  public var experiment: InterventionReport?
  public var phase: PhaseMap?
  /// Examples from the outer loops.
  public var examples: QuestionExamples?
  /// Examples from the experiment's cells.
  public var cellExamples: QuestionExamples?

  public init(
    associations: AssociationReport? = nil, experiment: InterventionReport? = nil,
    phase: PhaseMap? = nil, examples: QuestionExamples? = nil,
    cellExamples: QuestionExamples? = nil
  ) {
    self.associations = associations
    self.experiment = experiment
    self.phase = phase
    self.examples = examples
    self.cellExamples = cellExamples
  }

  public var isEmpty: Bool { associations == nil && experiment == nil && phase == nil }

  public var figures: [any Figure] {
    (associations?.figures ?? []) + (experiment?.figures ?? [])
      + (phase.map { [PhaseFigure($0)] } ?? [])
  }

  /// One paragraph, derived from the numbers by the rules that the section states.
  var conclusion: String {
    var sentences: [String] = []
    if let associations {
      let words = AssociationText(facts: associations.facts)
      sentences.append("**By association.** \(words.size) \(words.conclusion)")
    }
    if let words = experiment?.words {
      sentences.append(
        "**By experiment:** does structure matter more than correctness? "
          + words.sentence(.testPass))
    }
    if let phase { sentences.append("**Over the map.** \(phase.conclusion)") }
    return sentences.joined(separator: " ")
  }

  /// What the arms with a reach say; empty without any.
  var reachConclusion: String {
    guard let experiment, let reach = experiment.reach else { return "" }
    return
      "**By reach**, the rate at which the base student gives the rewarded answer by itself; means over the "
      + "rates of the figure, hollow marks left out:\n\n"
      + ReachText(effects: reach, terms: experiment.terms).conclusion
  }

  /// What follows, in paragraphs; empty if there is nothing to report.
  public var summary: String {
    [reachConclusion, conclusion].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The figure that says most about structure and correctness.
  var leadFigure: (any Figure)? { experiment?.leadFigure ?? phase.map { PhaseFigure($0) } }

  /// Students by how often the base student gives the rewarded answer; nil without arms with a reach.
  var reachFigure: (any Figure)? { experiment?.reachFigures.first }

  /// Rules, tables and figures, with headings from the fourth level on.
  public var details: String {
    var parts: [String] = []
    if let associations {
      parts.append(AssociationText(facts: associations.facts).rule)
      parts += associations.parts(level: 4)
    }
    if let examples, !examples.kinds.isEmpty {
      parts += [
        "#### Examples by label",
        "Questions of the outer loops whose reward is a student's gain, by the finer kinds of label; "
          + "taken evenly, not chosen.", examples.table,
      ]
    }
    if let experiment { parts += experiment.parts(level: 4) }
    if let cellExamples, !cellExamples.kinds.isEmpty {
      parts += ["##### Examples by cell", "Taken evenly, not chosen.", cellExamples.table]
    }
    if let phase {
      parts.append("#### Where structure matters more than correctness")
      parts += phase.parts(level: 5)
    }
    return parts.joined(separator: "\n\n")
  }

  /// Draws the figures into `folder/figures`, and writes the experiment's numbers into `folder`.
  public func write(to folder: URL, gnuplot: Gnuplot) throws {
    for figure in figures {
      try gnuplot.draw(figure, in: folder.appendingPathComponent("figures"))
    }
    if let experiment {
      try AtomicFile.write(
        try experiment.json, to: folder.appendingPathComponent(InterventionReport.fileName))
    }
  }
}
