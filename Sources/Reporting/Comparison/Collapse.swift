import RunStore
import Statistics

/// When a teacher stops asking useful questions, judged by what it asked at each outer step. Uses
/// the stored questions alone; nothing here was tuned on results.
public enum Collapse {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// The share of well-posed questions is below half of what it was at the start.
    case illPosed
    /// More than nine in ten questions have one number of operations, but did not at the start.
    case oneLength
    /// The share of distinct questions, or their Vendi score, is below half of what it was at the
    /// start.
    case repeats
    /// The outer loop ended because too few documents could be parsed.
    case parseFailure

    var words: String {
      switch self {
      case .illPosed: "ill-posed"
      case .oneLength: "one length"
      case .repeats: "repeats"
      case .parseFailure: "parse failure"
      }
    }
  }

  /// A measure over the outer steps, in step order. Steps may be missing.
  public struct Series: Codable, Sendable, Equatable {
    public var steps: [Int]
    public var values: [Double]

    public init(steps: [Int], values: [Double]) {
      precondition(steps.count == values.count, "one value per step")
      self.steps = steps
      self.values = values
    }

    /// Without the steps of which the value is unknown.
    var finite: Series {
      let known = values.indices.filter { values[$0].isFinite }
      return Series(steps: known.map { steps[$0] }, values: known.map { values[$0] })
    }
  }

  /// Steps in the moving average, and in the start that it is compared with.
  public static let window = 3
  /// A teacher has collapsed below this fraction of the start's share of well-posed questions.
  public static let wellPosedFraction = 0.5
  /// A teacher has collapsed above this share of questions of one length.
  public static let lengthShare = 0.9
  /// A teacher has collapsed below this fraction of the start's distinct share or Vendi score.
  public static let varietyFraction = 0.5

  static let rules = """
    A collapse sets in at the first outer step from which on the mean of the last \(window) steps \
    stays past its limit to the end of the loop, for at least \(window) steps; the start is the mean of the first \(window). \
    Ill-posed: well-posed share below \(wellPosedFraction) of the start's. One length: more than \
    \(lengthShare) of the questions with one number of operations, where the start had no more than \
    that. Repeats: share of distinct questions, or Vendi score over words and word pairs, below \
    \(varietyFraction) of the start's. Parse failure: the loop ended for want of documents that parse.
    """

  public static func illPosed(wellPosed: Series) -> Int? {
    onset(wellPosed) { $0 < wellPosedFraction * $1 }
  }

  /// - Parameter modal: the share of the most frequent number of operations.
  public static func oneLength(modal: Series) -> Int? {
    onset(modal) { $0 > lengthShare && $1 <= lengthShare }
  }

  public static func repeats(distinct: Series, vendi: Series) -> Int? {
    [distinct, vendi].compactMap { onset($0) { $0 < varietyFraction * $1 } }.min()
  }

  /// The first step from which the moving average stays past its limit to the end, for at least
  /// `window` steps: one bad step at the end is no collapse.
  ///
  /// - Parameter isPast: takes the moving average and the start's level.
  private static func onset(_ series: Series, isPast: (Double, Double) -> Bool) -> Int? {
    guard series.values.count >= 2 * window, series.values.allSatisfy(\.isFinite) else {
      return nil
    }
    let averages = series.values.trailingAverage(window: window)
    let start = averages[window - 1]
    let stays = averages.dropFirst(window).reversed().prefix { isPast($0, start) }.count
    return stays >= window ? series.steps[series.steps.count - stays] : nil
  }
}

/// Whether, when and how one loop collapsed.
public struct LoopCollapse: Codable, Sendable, Equatable {
  public struct Onset: Codable, Sendable, Equatable {
    public var kind: Collapse.Kind
    public var step: Int
  }

  /// What it is judged by, and the teacher's drift; without steps at which a measure is unknown.
  public struct Course: Codable, Sendable, Equatable {
    /// Share of well-posed questions, 0 to 1.
    public var wellPosed: Collapse.Series
    /// Vendi score; of a long loop some steps.
    public var vendi: Collapse.Series
    /// The teacher's KL divergence from the base model per token, in nats.
    public var divergence: Collapse.Series

    var isEmpty: Bool { [wellPosed, vendi, divergence].allSatisfy(\.steps.isEmpty) }
  }

  /// Most questions of a step that count for the Vendi score.
  static let vendiLimit = 256

  public var run: String
  public var seed: Int
  /// Outer steps completed.
  public var steps: Int
  /// In step order; empty for a loop that did not collapse.
  public var onsets: [Onset]
  public var course: Course

  /// Whether it ended before its time, for want of documents that parse.
  var hasEnded: Bool { onsets.contains { $0.kind == .parseFailure } }

  init(_ loop: TeacherLoop) {
    run = loop.run
    seed = loop.seed
    steps = loop.steps.count
    let asked = loop.questions
    let numbers = asked.map(\.step)
    func series(_ value: ([AskedQuestion]) -> Double?) -> Collapse.Series {
      Collapse.Series(steps: numbers, values: asked.map { value($0.questions) ?? .nan })
    }
    // Each step costs an eigenvalue problem, so a long loop is sampled.
    let looked = TeacherCurve.thinned(numbers, to: 100)
    let sampled = asked.filter { looked.contains($0.step) }
    let wellPosed = series(Self.wellPosed)
    let vendi = Collapse.Series(
      steps: sampled.map(\.step),
      values: sampled.map {
        VendiScore.score(TextFeatures.ngramBags($0.questions.prefix(Self.vendiLimit).map(\.tokens)))
      })
    course = Course(
      wellPosed: wellPosed.finite, vendi: vendi.finite,
      divergence: Collapse.Series(
        steps: loop.steps.map(\.step), values: loop.steps.map(\.teacherKL)
      ).finite)
    let onsets: [(Collapse.Kind, Int?)] = [
      (.illPosed, Collapse.illPosed(wellPosed: wellPosed)),
      (.oneLength, Collapse.oneLength(modal: series(Self.modalLength))),
      (
        .repeats,
        Collapse.repeats(
          distinct: series { Diversity.distinctShare($0.map(\.exactTokens)) }, vendi: vendi)
      ),
      (.parseFailure, loop.collapsedAt),
    ]
    self.onsets = onsets.compactMap { kind, step in step.map { Onset(kind: kind, step: $0) } }
      .sorted { $0.step < $1.step }
  }

  private static func wellPosed(_ questions: [AskedQuestion]) -> Double? {
    let labels = questions.compactMap(\.isWellPosed)
    return labels.isEmpty ? nil : labels.map { $0 ? 1 : 0 }.mean
  }

  /// The share of the most frequent number of operations, as written; ill-posed questions count
  /// too.
  private static func modalLength(_ questions: [AskedQuestion]) -> Double? {
    let lengths = questions.compactMap { $0.structure?.split(separator: " ").count }
    let most = Dictionary(grouping: lengths) { $0 }.values.map(\.count).max()
    return most.map { Double($0) / Double(lengths.count) }
  }
}
