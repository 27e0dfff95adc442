public import RunStore
public import Statistics

/// What the students of an outer loop could learn from. A group of rollouts whose rewards are all
/// equal (zero variance) has no gradient, whether all of it gives the teacher's answer or none does,
/// so a teacher can write many questions and yet teach with few of them. Classes of questions before
/// and after a promotion show where the gradient comes from, and where it went when rewards stall.
public struct TrainingSignal: Codable, Sendable, Equatable {
  /// By the labels of the report's classifier.
  public enum QuestionClass: String, Codable, Sendable, CaseIterable {
    case correct
    case wrong
    case illPosed
  }

  public enum Phase: String, Codable, Sendable, CaseIterable {
    /// All steps of seeds without a promotion.
    case noPromotion
    /// Up to the first promotion's own step, whose students started from the old baseline.
    case beforePromotion
    case afterPromotion
  }

  /// One class in one phase of a loop. Shares are 0 to 1; means of the seeds' means.
  public struct Row: Codable, Sendable, Equatable {
    public var teacher: String
    public var phase: Phase
    public var questionClass: QuestionClass
    /// Seeds that have the phase.
    public var seeds: Int
    /// Questions of the class, over all seeds.
    public var questions: Int
    /// The class's share of all questions.
    public var share: Estimate
    /// Share of the rollouts in training that give the teacher's answer; nil, like the next three,
    /// if no seed has a question of the class.
    public var solveRate: Estimate?
    /// Share of zero-variance groups.
    public var zeroVariance: Estimate?
    /// The part of `zeroVariance` on questions that every rollout solved, and the part on questions
    /// that none solved. The rest is on questions solved at times: a group of theirs can be either.
    public var allSolved: Estimate?
    public var noneSolved: Estimate?
    /// The class's share of all groups with a gradient; nil if there is no such group.
    public var gradientShare: Estimate?
  }

  /// By loop, phase and class.
  public var rows: [Row]

  public init(rows: [Row] = []) { self.rows = rows }

  public init(_ steps: [OuterStepRecord], questions: [StoredQuestion]) {
    var tally = SignalTally(steps)
    for question in questions { tally.add(question) }
    rows = tally.rows
  }

  /// One pass over the store's questions; empty for runs older than format 7.
  init(reading store: RunStore, steps: [OuterStepRecord], classifier: String) throws {
    var tally = SignalTally(steps)
    if !steps.isEmpty {
      try store.forEachQuestion(
        QuestionSelection(classifier: classifier, sampledModel: nil)
      ) { tally.add($0) }
    }
    rows = tally.rows
  }
}

/// Sums of the questions of each loop, seed, phase and class.
private struct SignalTally {
  private struct Sums {
    var questions = 0.0
    var solveRate = 0.0
    var zeroVariance = 0.0
    var allSolved = 0.0
    var noneSolved = 0.0

    /// Groups with a gradient, in units of a question's groups.
    var gradient: Double { questions - zeroVariance }
  }

  private struct Cell: Hashable {
    var teacher: String
    var phase: TrainingSignal.Phase
    var seed: Int
  }

  private struct Loop: Hashable {
    var teacher: String
    var seed: Int
  }

  private let teachers: [String]
  private let firstPromotions: [Loop: Int]
  /// [cell][class]
  private var sums: [Cell: [Sums]] = [:]

  init(_ steps: [OuterStepRecord]) {
    teachers = steps.reduce(into: []) { if !$0.contains($1.teacher) { $0.append($1.teacher) } }
    firstPromotions = Dictionary(
      steps.filter(\.isPromoted).map { (Loop(teacher: $0.teacher, seed: $0.seed), $0.step) },
      uniquingKeysWith: min)
  }

  /// Skips questions that no student trained on, or without a label.
  mutating func add(_ row: StoredQuestion) {
    guard let step = row.step, let label = row.label,
      let solveRate = row.question.trainingSolveRate,
      let zeroVariance = row.question.zeroVarianceShare
    else { return }
    let promotion = firstPromotions[Loop(teacher: row.teacher, seed: row.seed)]
    let phase: TrainingSignal.Phase =
      promotion.map { step <= $0 ? .beforePromotion : .afterPromotion } ?? .noPromotion
    let kind: TrainingSignal.QuestionClass =
      label.isWellPosed ? (label.isCorrect == true ? .correct : .wrong) : .illPosed
    let cell = Cell(teacher: row.teacher, phase: phase, seed: row.seed)
    var own = sums[cell] ?? TrainingSignal.QuestionClass.allCases.map { _ in Sums() }
    own[kind.place].questions += 1
    own[kind.place].solveRate += solveRate
    own[kind.place].zeroVariance += zeroVariance
    if solveRate == 1 { own[kind.place].allSolved += zeroVariance }
    if solveRate == 0 { own[kind.place].noneSolved += zeroVariance }
    sums[cell] = own
  }

  var rows: [TrainingSignal.Row] {
    teachers.flatMap { teacher in
      TrainingSignal.Phase.allCases.flatMap { phase in
        // [seed][class]
        let seeds = sums.filter { $0.key.teacher == teacher && $0.key.phase == phase }
          .sorted { $0.key.seed < $1.key.seed }.map(\.value)
        return seeds.isEmpty
          ? []
          : TrainingSignal.QuestionClass.allCases.map { row(teacher, phase, $0, seeds) }
      }
    }
  }

  private func row(
    _ teacher: String, _ phase: TrainingSignal.Phase, _ kind: TrainingSignal.QuestionClass,
    _ seeds: [[Sums]]
  ) -> TrainingSignal.Row {
    let own = seeds.map { $0[kind.place] }
    func mean(_ sum: KeyPath<Sums, Double>) -> Estimate? {
      Self.estimate(
        own.filter { $0.questions > 0 }.map { $0[keyPath: sum] / $0.questions })
    }
    func share(_ sum: KeyPath<Sums, Double>) -> Estimate? {
      Self.estimate(
        seeds.compactMap { classes in
          let all = classes.reduce(0) { $0 + $1[keyPath: sum] }
          return all > 0 ? classes[kind.place][keyPath: sum] / all : nil
        })
    }
    return TrainingSignal.Row(
      teacher: teacher, phase: phase, questionClass: kind, seeds: seeds.count,
      questions: Int(own.reduce(0) { $0 + $1.questions }),
      share: share(\.questions) ?? Estimate(value: 0), solveRate: mean(\.solveRate),
      zeroVariance: mean(\.zeroVariance), allSolved: mean(\.allSolved),
      noneSolved: mean(\.noneSolved), gradientShare: share(\.gradient))
  }

  /// The t interval over seeds, within what a share can be; nil without a value.
  private static func estimate(_ seeds: [Double]) -> Estimate? {
    guard !seeds.isEmpty else { return nil }
    var estimate = CrossedMean(seeds: seeds).estimate()
    estimate.interval = estimate.interval.map {
      .init(lower: max(0, $0.lower), upper: min(1, $0.upper), level: $0.level)
    }
    return estimate
  }
}

extension TrainingSignal.QuestionClass {
  fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
