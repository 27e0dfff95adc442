import RunStore
public import Statistics
import Tasks

/// Arms whose rewarded answers lie within a reach: the share of the base student's own samples that
/// give them. They tell what a student can learn from an answer apart from whether it is right and
/// whether its question is well-posed.
public struct ReachEffects: Codable, Sendable, Equatable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// The right answer of a well-posed question.
    case right
    /// A wrong answer of a well-posed question.
    case wrong
    /// An answer of an ill-posed question.
    case illPosed
  }

  public struct Cell: Codable, Sendable, Equatable {
    public var arm: String
    public var kind: Kind
    public var lengths: [Int]
    /// The configured reach, each 0...1.
    public var low, high: Double
    /// Seeds that have a student: those in which at least one question was found.
    public var seeds: Int
    /// Questions per student, on average, and the share of those asked for; few may have such an
    /// answer.
    public var questions: Double
    public var foundShare: Double
    /// Mean measured rate of the rewarded answers; nil without questions.
    public var rate: Double?
    /// Mean share of the questions' operations that hard problems need, where they are labelled.
    public var targetShare: Double?
    public var trainGain: Estimate
    public var testPass: Estimate
    /// Each seed's mean: [seed].
    public var seedTrainGains: [Double]
    public var seedTestPasses: [Double]

    /// Whether enough questions were found for the cell to enter an effect.
    public var counts: Bool { foundShare >= ReachEffects.leastFound }
    var isReached: Bool { high > 0 }

    fileprivate func isAt(_ other: Cell) -> Bool {
      lengths == other.lengths && low == other.low && high == other.high
    }
  }

  public struct Difference: Codable, Sendable, Equatable {
    public enum Contrast: String, Codable, Sendable, CaseIterable {
      /// Answers within reach minus those that the student never gave.
      case wrongWithinReach, illPosedWithinReach
      /// Right minus wrong answers at the same reach.
      case rightAtReach
      /// Well-posed minus ill-posed questions with wrong answers at the same reach.
      case posedAtReach
    }

    public var contrast: Contrast
    public var outcome: InterventionOutcome
    public var effect: Effect
  }

  /// Least share of the questions that a cell must have found to enter an effect.
  public static let leastFound = 0.5

  /// The k of `testPass`.
  public var k: Int
  public var cells: [Cell]
  public var differences: [Difference]

  public func difference(
    _ contrast: Difference.Contrast, _ outcome: InterventionOutcome
  ) -> Difference? {
    differences.first { $0.contrast == contrast && $0.outcome == outcome }
  }

  /// - Returns: nil unless at least two arms have a reach.
  public init?(_ run: ComparedRun, k: Int) {
    let measured = run.design.arms.filter { $0.reach.count == 2 && $0.cells.count == 1 }
      .compactMap { design in MeasuredArm(design, in: run, k: k).map { (design, $0) } }
    let planned = Set(measured.flatMap(\.1.seeds))
    guard measured.count > 1, !planned.isEmpty else { return nil }
    let asked = Dictionary(grouping: run.questions.filter { $0.step == nil }, by: \.teacher)
    self.k = k
    cells = measured.map { design, arm in
      let questions = asked[design.name] ?? []
      let students = max(1, run.armRuns.count { $0.arm == design.name })
      let perStudent = Double(questions.count) / Double(students)
      let labels = questions.compactMap { stored in
        stored.question.labels.first { $0.classifier == run.classifier }
      }
      let targets = labels.compactMap(\.targetShare)
      let rates = questions.compactMap(\.question.solveRate)
      let own = arm.seeds.sorted()
      // Seeds in which nothing was found have no student, and count as having found nothing.
      let share = Double(own.count) / Double(planned.count)
      return Cell(
        arm: design.name, kind: Kind(design.cells[0]), lengths: design.cells[0].lengths,
        low: design.reach[0], high: design.reach[1], seeds: own.count, questions: perStudent,
        foundShare: design.count > 0 ? share * perStudent / Double(design.count) : 0,
        rate: rates.isEmpty ? nil : rates.mean, targetShare: targets.isEmpty ? nil : targets.mean,
        trainGain: arm.mean(.trainGain, own), testPass: arm.mean(.testPass, own),
        seedTrainGains: arm.means(.trainGain, own), seedTestPasses: arm.means(.testPass, own))
    }
    // Sparse cells enter no effect, and must not take seeds from those that do.
    let compared = zip(cells, measured).filter { $0.0.counts }
    let order = compared.map { Set($0.1.1.seeds) }
      .reduce(planned) { $0.intersection($1) }.sorted()
    guard !order.isEmpty else {
      differences = []
      return
    }
    differences = InterventionOutcome.allCases.flatMap { outcome in
      Difference.Contrast.allCases.compactMap { contrast in
        Self.weights(contrast, compared.map(\.0)).map { weights in
          Difference(
            contrast: contrast, outcome: outcome,
            effect: Effect(
              CrossedMean(
                arms: compared.map { $0.1.1.scores(outcome, order) }, weights: weights)))
        }
      }
    }.decided(\.effect)
  }

  /// One weight per compared cell: the mean over places that have both sides. Nil if none has.
  private static func weights(_ contrast: Difference.Contrast, _ cells: [Cell]) -> [Double]? {
    func indices(_ kind: Kind, reached: Bool) -> [Int] {
      cells.indices.filter {
        cells[$0].kind == kind && cells[$0].isReached == reached
      }
    }
    var pairs: [(Int, Int)] = []
    switch contrast {
    case .wrongWithinReach, .illPosedWithinReach:
      let kind: Kind = contrast == .wrongWithinReach ? .wrong : .illPosed
      for first in indices(kind, reached: true) {
        for second in indices(kind, reached: false)
        where cells[first].lengths == cells[second].lengths {
          pairs.append((first, second))
        }
      }
    case .rightAtReach, .posedAtReach:
      let kinds: (Kind, Kind) = contrast == .rightAtReach ? (.right, .wrong) : (.wrong, .illPosed)
      for first in indices(kinds.0, reached: true) {
        for second in indices(kinds.1, reached: true) where cells[first].isAt(cells[second]) {
          pairs.append((first, second))
        }
      }
    }
    guard !pairs.isEmpty else { return nil }
    var weights = [Double](repeating: 0, count: cells.count)
    for (first, second) in pairs {
      weights[first] += 1 / Double(pairs.count)
      weights[second] -= 1 / Double(pairs.count)
    }
    return weights
  }
}

extension ReachEffects.Kind {
  init(_ design: QuestionDesign) {
    self =
      design.form == .illPosed ? .illPosed : design.answer == .correct ? .right : .wrong
  }

  var words: String {
    switch self {
    case .right: "right answer"
    case .wrong: "wrong answer"
    case .illPosed: "ill-posed question"
    }
  }
}
