import Diagnostics
import Foundation
import RunStore
import Statistics

/// What a reader looks up: everything behind the findings, folded.
extension MarkdownReport {
  var appendix: [String] {
    [
      folded(
        "All arms",
        "pass@k of every arm, and its differences to \(Markdown.escape(data.reference))",
        [
          HeadlineTable(data).markdown, HeadlineTable(data).comparisons,
          Markdown.image(data.passAtKFigure),
          data.profile.map { Markdown.image($0) } ?? "", data.profile?.table ?? "",
          further("#### On other problems (transfer)", data.transfer),
          further("#### At the paper's checkpoint", data.checkpoint),
          further("#### Expected pass@k (exact)", data.expected),
        ]),
      folded(
        "The outer loops", "what students could learn from",
        [data.trainingSignal.markdown]),
      folded(
        "Training", "curves of every arm", [Markdown.image(data.trainingFigure)]),
      folded(
        "The questions", "labels over the outer steps, and samples",
        [data.questionsFigure.map { Markdown.image($0) } ?? "", sampledQuestions]),
      folded(
        "What teaches", "labels, associations with the reward, experiments, examples",
        [whatTeaches.details]),
      folded("Events", "\(data.events.count) recorded", [events]),
      folded("Methods", "settings that differ from the paper's", [methods]),
      folded(
        "What was run", "command, machine, settings, and cost of every arm",
        [whatWasRun, "#### Cost", cost]),
      folded("The paper's numbers", "another model, other data", [HeadlineTable.paper]),
      folded("Provenance", "digests, and how to repeat the run", [provenance]),
    ]
  }

  /// Empty if all parts are.
  private func folded(_ heading: String, _ summary: String, _ parts: [String]) -> String {
    let parts = parts.filter { !$0.isEmpty }
    guard !parts.isEmpty else { return "" }
    return """
      ### \(heading)

      <details><summary>\(summary)</summary>

      \(parts.joined(separator: "\n\n"))

      </details>
      """
  }

  private func further(_ heading: String, _ results: FurtherResults?) -> String {
    guard let results else { return "" }
    let ks = Set(results.arms.flatMap(\.passAtK).map(\.k)).sorted()
    let rows = zip(results.arms, results.notes).map { arm, note in
      ["**\(Markdown.escape(arm.name))**"]
        + ks.map { k in
          arm.passAtK.first { $0.k == k }.map { Format.estimate($0.estimate) } ?? Format.missing
        } + [arm.size, Markdown.escape(note)]
    }
    let table =
      rows.isEmpty
      ? "No arm was measured so."
      : Markdown.table(["arm"] + ks.map { "pass@\($0)" } + ["seeds", results.noteTitle], rows)
    return [
      heading, Markdown.escape(results.explanation, limit: 2000), table,
      results.missing.map { "- \(Markdown.escape($0, limit: 2000))" }.joined(separator: "\n"),
    ].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var sampledQuestions: String {
    let stages = data.stages.map { stage in
      let rows = stage.questions.map { stored in
        let label = stored.question.labels.first { $0.classifier == data.classifier }
        return [
          "\(stored.seed)", stored.step.map(String.init) ?? Format.missing,
          Markdown.code(stored.question.question), Markdown.code(stored.question.answer),
          label.map { $0.isWellPosed ? "yes" : "no" } ?? Format.missing,
          label.flatMap(\.isCorrect).map { $0 ? "yes" : "no" } ?? Format.missing,
          label.map { describe($0) } ?? Format.missing,
          label?.verifiedAnswer.map { Markdown.code($0) } ?? Format.missing,
        ]
      }
      let body =
        rows.isEmpty
        ? "None."
        : Markdown.table(
          [
            "seed", "step", "question", "teacher's answer", "well-posed", "correct", "error",
            "true answer",
          ], rows, numeric: false)
      return "##### \(Markdown.escape(stage.name))\n\n\(body)"
    }
    return """
      #### Sampled questions

      Taken evenly from each stage, not chosen. The students are rewarded for the teacher's \
      answer, right or wrong; the labels are \(Markdown.escape(data.classifier))'s and no part of \
      the loop.

      \(stages.joined(separator: "\n\n"))
      """
  }

  private func describe(_ label: LabelRecord) -> String {
    let kind = Markdown.escape(label.errorType.replacingOccurrences(of: "_", with: " "))
    guard let detail = label.detail, !detail.isEmpty else { return kind }
    return "\(kind) (\(Markdown.escape(detail)))"
  }

  private var events: String {
    guard !data.events.isEmpty else { return "None were recorded." }
    let limit = 60
    let rows = data.events.prefix(limit).map { event in
      [
        event.seed.map(String.init) ?? Format.missing,
        Markdown.escape(event.arm ?? event.teacher ?? Format.missing),
        event.step.map(String.init) ?? Format.missing,
        Markdown.escape(event.kind), Markdown.escape(event.message),
      ]
    }
    let rest =
      data.events.count > limit
      ? "\n\n\(data.events.count - limit) more are in the store's table `event`." : ""
    return Markdown.table(
      ["seed", "where", "step", "event", "what happened"], rows, numeric: false)
      + rest
  }

  private var whatWasRun: String {
    let run = data.run
    let screened = data.screening.filter { !$0.isTransfer }
    let others = data.screening.filter(\.isTransfer)
    let trainCount = data.hardProblems.count { $0.split == .train }
    let rows: [(String, String)] = [
      ("command", Markdown.code(run.commandLine)),
      ("configuration", "SHA-256 " + Markdown.code(String(run.configHash.prefix(16)))),
      ("seeds", data.seeds.listed),
      (
        "hard set",
        "\(trainCount) train and \(data.testProblemCount) test problems; "
          + (screened.contains { $0.probability != nil }
            ? "\(screened.count(where: \.isKept)) of \(screened.count) candidates were kept: right "
              + "answers improbable enough, and no success"
            : "\(screened.count { $0.successes == 0 }) of \(screened.count) screened candidates were "
              + "never solved")
      ),
      (
        "transfer set",
        others.isEmpty
          ? "none"
          : "\(data.transferProblemCount) problems; \(others.count { $0.successes == 0 }) of "
            + "\(others.count) screened candidates were never solved"
      ),
      ("outcome", run.outcome.rawValue),
      ("started", run.started.formatted(.iso8601)),
      (
        "time at work",
        [data.timeAtWork, data.timeNote].filter { !$0.isEmpty }.joined(separator: ": ")
      ),
      ("peak memory", run.peakMemoryBytes.map(Format.bytes) ?? Format.missing),
      ("machine", Markdown.escape("\(run.cpu), \(run.workers.counted("worker"))")),
      ("system", Markdown.escape(run.operatingSystem)),
      ("toolchain", Markdown.escape(run.toolchain)),
      ("OpenBLAS kernels", Markdown.escape(run.blasCore)),
      ("git commit", run.gitCommit.map { Markdown.code($0) } ?? Format.missing),
    ]
    let settings = data.settings.map {
      [
        Markdown.escape($0.name), Markdown.escape($0.value),
        $0.paperValue.map { Markdown.escape($0) } ?? Format.missing,
      ]
    }
    let table = Markdown.table(["", ""], rows.map { [$0.0, $0.1] }, numeric: false)
    guard !settings.isEmpty else { return table }
    return table + "\n\n" + Markdown.table(["setting", "here", "paper"], settings, numeric: false)
  }

  private var cost: String {
    let rows = CostRow.rows(data).map { row in
      [
        Markdown.escape(row.name), Markdown.escape(row.source), Markdown.escape(row.mixing),
        "\(row.runs)", Format.fixed(row.steps, digits: 0),
        row.rollouts.map { Format.count(Int($0.rounded())) } ?? Format.missing,
        Format.count(Int(row.tokensSampled.rounded())),
        Format.count(Int(row.tokensTrained.rounded())),
        row.operations.map(Format.scientific) ?? Format.missing, Format.duration(row.seconds),
      ]
    }
    return """
      Means per outer loop of a seed, and per student of an arm. Evaluations are not counted as \
      training.

      \(Markdown.table(
        [
          "arm", "questions", "mixing", "runs", "steps", "rollouts", "tokens sampled",
          "tokens trained", "FLOPs", "time",
        ], rows))
      """
  }
}
