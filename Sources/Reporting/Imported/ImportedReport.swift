import Diagnostics
public import Foundation
import QuestionAnalysis
import RunStore
import Statistics

/// The report of imported runs: their rewards, how different their questions are, and which of the
/// questions' features go with the reward.
public struct ImportedReport {
  let runs: ImportedRuns
  /// Nil if no dataset has a reward.
  let analysis: Analysis?
  let diversities: [QuestionDiversity]
  let teachers: [TeacherCurve]

  /// - Throws: `CancellationError` soon after the task is cancelled.
  public init(_ runs: ImportedRuns) throws {
    self.runs = runs
    let reader = try AnalysisReader(runs.folders, classifier: nil, requiresRewards: false)
    analysis = reader.hasRewards ? Analysis(reader, permutations: nil) : nil
    diversities = try QuestionDiversity.of(runs.runs)
    teachers = try TeacherCurve.of(runs.runs)
  }

  private var associations: AssociationReport? { analysis.map { AssociationReport($0.facts) } }

  public var figures: [any Figure] {
    var figures: [any Figure] = []
    let steps = runs.runs.map { (name: $0.name, steps: $0.outerSteps) }
    if let teacher = steps.flatMap(\.steps).first?.teacher, steps.count == 1 {
      var reward = TeacherRewardFigure(runs: steps, teacher: teacher)
      reward.scheme = "as logged"
      figures.append(reward)
    }
    if !teachers.isEmpty { figures.append(DiversityFigure(teachers: teachers)) }
    return figures + (associations?.figures ?? [])
  }

  public var text: String {
    let figures = figures
    func image(_ name: String) -> String {
      figures.first { $0.fileName == name }.map { Markdown.image($0) } ?? ""
    }
    var parts = [
      "# Questions of \(runs.runs.count.counted("imported run"))",
      runs.remarks.map { Markdown.escape($0, limit: 4000) }.joined(separator: "\n\n"),
      contents, "## Reward", rewardText, image("teacher-reward"), "## The questions",
      image("questions-by-teacher"), diversityText, "## What goes with the reward",
    ]
    if let associations {
      let words = AssociationText(facts: associations.facts)
      parts += [words.size, words.conclusion, words.rule] + associations.parts(level: 3)
    } else {
      parts.append("No dataset has a reward, so nothing can go with it.")
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var contents: String {
    let rows = runs.runs.map { run in
      [
        Markdown.code(run.name), "\(Set(run.questions.map(\.seed)).count)",
        Format.count(run.outerSteps.count), Format.count(run.questions.count),
        Markdown.escape(run.questions.map(\.teacher).distinct.joined(separator: ", ")),
      ]
    }
    return Markdown.table(
      ["folder", "runs and seeds", "outer steps", "questions", "teachers"], rows)
  }

  private var rewardText: String {
    guard let reward = analysis?.data.datasets.reward, !reward.isEmpty else {
      return "No dataset has a reward."
    }
    return "\(Format.count(reward.count)) datasets have a reward, in the log's own units: mean "
      + "\(Format.fixed(reward.mean, digits: 4)), standard deviation "
      + (reward.count > 1 ? Format.fixed(reward.standardDeviation, digits: 4) : Format.missing)
      + "."
  }

  private var diversityText: String {
    guard let first = diversities.first else { return "No questions are stored." }
    let hasEmbeddings = diversities.contains { $0.hiddenVendi != nil }
    let rows = diversities.map { source in
      [
        Markdown.escape(source.source), "\(source.seeds)", Format.count(source.questions),
        Format.range(source.vendi, digits: 1),
      ]
        + (hasEmbeddings
          ? [source.hiddenVendi.map { Format.range($0, digits: 2) } ?? Format.missing] : [])
        + [
          Format.range(source.distinct2, digits: 3),
          Format.range(source.meanPairwiseDistance, digits: 3),
          Format.estimate(source.distinctShare),
          source.wellPosed.map(Format.points) ?? Format.missing,
        ]
    }
    let embeddings =
      runs.embeddingModel.map { "; embeddings: by \(Markdown.escape($0))" }
      ?? "; `--embeddings-url` adds embeddings"
    return """
      Diversity in 100 subsamples of \(first.size.counted("question")) (means over seeds; in \
      brackets 95% of the subsamples). Vendi: effective number of different questions by words and \
      word pairs\(embeddings). Shares in percent.

      \(Markdown.table(
        ["questions of", "seeds", "count", "Vendi"] + (hasEmbeddings ? ["Vendi, embeddings"] : [])
          + ["distinct-2", "pairwise distance", "distinct", "well-posed"], rows))
      """
  }

  /// Draws the figures into `folder/figures`, then writes the numbers and the text beside them.
  ///
  /// - Parameter folder: made if missing.
  /// - Returns: the text's file.
  public func write(to folder: URL, gnuplot: Gnuplot) throws -> URL {
    let images = folder.appendingPathComponent("figures")
    try AtomicFile.createFolder(images)
    for figure in figures { try gnuplot.draw(figure, in: images) }
    let file = folder.appendingPathComponent("report.md")
    try AtomicFile.write(
      try jsonText(document) + "\n", to: folder.appendingPathComponent("report.json"))
    if let analysis {
      try AnalysisTable(data: analysis.data, level: .datasets)
        .write(to: folder.appendingPathComponent("datasets.csv").path)
    }
    try AtomicFile.write(text, to: file)
    return file
  }

  /// The numbers of the report.
  package var document: DocumentValue {
    [
      "runs": .list(
        runs.runs.map { run in
          [
            "path": .text(run.name), "questions": .integer(run.questions.count),
            "outerSteps": .integer(run.outerSteps.count),
          ]
        }),
      "diversity": .other(diversities), "teachers": .other(teachers),
      "embeddingModel": DocumentValue(runs.embeddingModel),
      "analysis": analysis?.document ?? .null,
    ]
  }

  /// The questions' diversities and what goes with the reward, for the terminal.
  public var summary: String {
    var table = TextTable(
      ["questions of", "count", "Vendi", "Vendi, embeddings", "distinct-2", "distinct %"],
      rightAligned: Set(1...5))
    for source in diversities {
      table.add([
        source.source, "\(source.questions)", source.vendi.value.fixed(1),
        source.hiddenVendi.map { $0.value.fixed(2) } ?? "-", source.distinct2.value.fixed(3),
        (100 * source.distinctShare.value).fixed(1),
      ])
    }
    return [table.text, analysis?.text(all: false) ?? "no dataset has a reward"].joined(
      separator: "\n\n")
  }
}
