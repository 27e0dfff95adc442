public import RunStore
import Tasks
import Worlds

/// Stored questions as examples of their kinds: taken evenly in stored order, not chosen.
public struct QuestionExamples: Sendable, Equatable {
  public struct Example: Sendable, Equatable {
    public var question: String
    /// The answer that students were rewarded for.
    public var answer: String
    /// Nil if there is none, as for ill-posed questions.
    public var trueAnswer: String?
  }

  /// Questions of one kind.
  public struct Kind: Sendable, Equatable {
    /// One word per column.
    public var words: [String]
    public var count: Int
    public var examples: [Example]
  }

  public var columns: [String]
  public var kinds: [Kind]

  /// Label kinds of the questions in outer loops under the paper's reward, most frequent first.
  ///
  /// - Parameter leavingOut: teachers to exclude.
  public static func byLabel(
    _ store: RunStore, classifier: String, leavingOut: Set<String>, each: Int = 2
  ) throws -> QuestionExamples {
    let kinds = try kinds(store, classifier: classifier, each: each) { row in
      guard row.place.step != nil, !row.question.isRepeated,
        !leavingOut.contains(row.place.teacher), let label = row.label,
        let posedness = label.features.posedness, let answer = label.features.answerKind
      else { return nil }
      return [posedness, label.isWellPosed ? answer : ""]
    }
    return QuestionExamples(
      columns: ["question is", "answer is"],
      kinds: kinds.sorted {
        $0.count != $1.count
          ? $0.count > $1.count : $0.words.lexicographicallyPrecedes($1.words)
      })
  }

  /// The cells of an experiment, in order.
  public static func byCell(
    _ store: RunStore, classifier: String, cells: [InterventionCell], terms: DesignTerms,
    each: Int = 1
  ) throws -> QuestionExamples {
    let kinds = try kinds(store, classifier: classifier, each: each) { row in
      row.place.step == nil
        ? cells.first { $0.arm.utf8.elementsEqual(row.place.teacher.utf8) }?.cell.columns : nil
    }
    return QuestionExamples(
      columns: ["questions", "answer", terms.lengths],
      kinds: cells.compactMap { cell in kinds.first { $0.words == cell.cell.columns } })
  }

  /// Two passes: the first counts, the second spreads the examples over the counts.
  private static func kinds(
    _ store: RunStore, classifier: String, each: Int, kind: (StoredQuestion) -> [String]?
  ) throws -> [Kind] {
    var counts: [[String]: Int] = [:]
    let selection = QuestionSelection(classifier: classifier)
    try store.forEachQuestion(selection) { row in
      if let words = kind(row) { counts[words, default: 0] += 1 }
    }
    let places = counts.mapValues { count in
      let taken = min(each, count)
      return Set((0..<taken).map { (2 * $0 + 1) * count / (2 * taken) })
    }
    var seen: [[String]: Int] = [:]
    var examples: [[String]: [Example]] = [:]
    try store.forEachQuestion(QuestionSelection(classifier: classifier, includesTexts: true)) {
      row in
      guard let words = kind(row) else { return }
      let index = seen[words, default: 0]
      seen[words] = index + 1
      guard places[words]?.contains(index) == true else { return }
      examples[words, default: []].append(
        Example(
          question: row.question.question, answer: row.question.answer,
          trueAnswer: row.label?.verifiedAnswer))
    }
    return counts.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { words in
      Kind(words: words, count: counts[words] ?? 0, examples: examples[words] ?? [])
    }
  }

  var table: String {
    let rows = kinds.flatMap { kind in
      kind.examples.enumerated().map { index, example in
        (index == 0
          ? kind.words.map { Markdown.escape($0) } + [Format.count(kind.count)]
          : kind.words.map { _ in "" } + [""])
          + [
            Markdown.code(example.question), Markdown.code(example.answer),
            example.trueAnswer.map { Markdown.code($0) } ?? Format.missing,
          ]
      }
    }
    return Markdown.table(
      columns + ["number", "question", "answer", "true answer"], rows, numeric: false)
  }
}

extension QuestionDesign {
  /// One word per column of a table.
  fileprivate var columns: [String] { [form.words, answer.rawValue, lengthWords] }
}
