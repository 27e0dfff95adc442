import Diagnostics
public import RunStore
public import SelfPlay
public import Statistics

/// The results of one arm over its seeds.
public struct ArmResult: Codable, Sendable, Equatable {
  public struct PassAtK: Codable, Sendable, Equatable {
    public var k: Int
    public var estimate: Estimate
    /// Each seed's mean, for figures.
    public var seeds: [Double]

    public init(k: Int, _ estimate: Estimate, seeds: [Double] = []) {
      self.k = k
      self.estimate = estimate
      self.seeds = seeds
    }
  }

  public var name: String
  /// One sentence that names the arm's training data.
  public var explanation: String
  /// The row of ``PaperResults`` to print beside it, by name.
  public var paperArm: String?
  public var seedCount: Int
  /// Number of students over all seeds.
  public var studentCount: Int
  public var passAtK: [PassAtK]
  /// Greedy accuracy on hard-train.
  public var trainAccuracy: Estimate?

  public init(
    name: String, explanation: String, paperArm: String? = nil, seedCount: Int,
    studentCount: Int? = nil, passAtK: [PassAtK], trainAccuracy: Estimate? = nil
  ) {
    self.name = name
    self.explanation = explanation
    self.paperArm = paperArm
    self.seedCount = seedCount
    self.studentCount = studentCount ?? seedCount
    self.passAtK = passAtK
    self.trainAccuracy = trainAccuracy
  }

  /// `3`, or `3 (12 students)` if seeds have several students.
  var size: String {
    studentCount == seedCount ? "\(seedCount)" : "\(seedCount) (\(studentCount) students)"
  }
}

/// pass@k of the arms by another measure than the final models on the hard set's test half.
public struct FurtherResults: Codable, Sendable, Equatable {
  /// Explains the measure, in sentences.
  public var explanation: String
  public var arms: [ArmResult]
  /// Title of the last column, which holds one note per arm.
  public var noteTitle: String
  public var notes: [String]
  /// Missing results and why, in sentences.
  public var missing: [String]

  public init(
    explanation: String, arms: [ArmResult], noteTitle: String, notes: [String],
    missing: [String] = []
  ) {
    self.explanation = explanation
    self.arms = arms
    self.noteTitle = noteTitle
    self.notes = notes
    self.missing = missing
  }
}

/// The difference between one arm and another on hard-test, at one k.
public struct ArmComparison: Codable, Sendable, Equatable {
  public var arm: String
  public var reference: String
  public var k: Int
  /// Positive: the arm is above the reference.
  public var difference: Effect

  public init(arm: String, reference: String, k: Int, difference: Effect) {
    self.arm = arm
    self.reference = reference
    self.k = k
    self.difference = difference
  }
}

/// A setting to print, with the paper's value where it has one.
public struct ReportSetting: Codable, Sendable, Equatable {
  public var name: String
  public var value: String
  public var paperValue: String?

  public init(_ name: String, _ value: String, paper: String? = nil) {
    self.name = name
    self.value = value
    self.paperValue = paper
  }
}

/// The content of a report. The caller computes the statistics; the rest is read from the run's
/// store.
public struct ReportData: Sendable, Equatable {
  public var title: String
  public var run: RunRecord
  public var settings: [ReportSetting]
  /// The arm that the others are compared with.
  public var reference: String
  public var arms: [ArmResult]
  public var comparisons: [ArmComparison]
  /// The comparisons that were fixed before the run; nil leaves the section out.
  public var planned: PlannedComparisons?
  /// The paper's findings that arms answer; empty leaves their sections out.
  public var findings: [Finding] = []
  /// Arms that train on the hard problems alone or come from a grounded loop, with the base model.
  var practiceArms: [String] = []
  /// The outer loops as configured; empty leaves their list out.
  var loops: [ReportLoop] = []
  /// How arms and loops look; nil takes the loops of the steps.
  var configuredLooks: Looks?
  /// Final models by who wrote their questions and how they were mixed; nil unless two can be compared.
  var grid: SchemeGrid?
  /// Curves of fresh students by who wrote their questions; nil without such curves.
  public var learningCurves: LearningCurvesFigure?
  /// Each loop's questions over its outer steps; nil with fewer than two loops.
  var collapse: CollapseFigure?
  /// What each arm reached for what it cost; nil unless two arms cost something.
  var costFigure: CostFigure?
  /// How the arms' scores spread over seeds and problems; nil unless two arms were sampled more than once.
  var profile: ProfileFigure?
  /// Results on problems of another distribution; nil if transfer was not tested.
  public var transfer: FurtherResults?
  /// Results at the checkpoint of the paper's rule; nil if nothing was trained.
  public var checkpoint: FurtherResults?
  /// Expected pass@k from probabilities; nil if none were calculated.
  public var expected: FurtherResults?
  /// What the run is about, after "SOAR on".
  public var subject = "a small language model in the embedded world"
  /// The model's folder, if it was given one.
  public var modelFolder: String?
  /// Whether `tools/get-smollm2.sh` makes that folder.
  public var isSmolLM2 = false
  /// Whether the problems were read from a file.
  public var readsProblemFile = false
  /// The first of its limits: what it says nothing about.
  public var subjectLimit =
    "One small language model on one made-up problem world: what holds here may not hold for large "
    + "pretrained models on natural problems, and the reverse."
  /// Names the intervals, for example `95% intervals over seeds and problems`.
  public var intervals: String
  public var hardProblems: [HardProblemRecord]
  public var screening: [ScreeningRecord]
  public var outerSteps: [OuterStepRecord]
  /// What of the students the grounded reward is the gain in.
  public var rewardMeasure = SOARConfiguration.RewardMeasure.greedy
  /// What each loop's questions are (``RunConfiguration/questionKind(of:)``), by its name.
  public var questionKinds: [String: String] = [:]
  /// Which questions gave the loops' students a gradient; empty for older runs.
  public var trainingSignal = TrainingSignal()
  public var armRuns: [ArmRunRecord]
  public var classifier: String
  public var questionShares: [QuestionShare]
  public var stages: [QuestionStage]
  public var events: [EventRecord]
  /// Sentences on what the run does not show, added by the caller to the computed ones.
  public var limits: [String]
  /// How the run was made, compared with the paper; nil leaves the section out.
  public var methods: ReportMethods?
  /// Digest of the store's results; nil if it was not computed.
  public var digest: String?

  public init(
    title: String, run: RunRecord, settings: [ReportSetting], reference: String,
    arms: [ArmResult], comparisons: [ArmComparison], intervals: String,
    hardProblems: [HardProblemRecord], screening: [ScreeningRecord],
    outerSteps: [OuterStepRecord], armRuns: [ArmRunRecord], classifier: String,
    questionShares: [QuestionShare], stages: [QuestionStage], events: [EventRecord],
    limits: [String] = [], transfer: FurtherResults? = nil, checkpoint: FurtherResults? = nil
  ) {
    self.title = title
    self.run = run
    self.settings = settings
    self.reference = reference
    self.arms = arms
    self.comparisons = comparisons
    self.intervals = intervals
    self.hardProblems = hardProblems
    self.screening = screening
    self.outerSteps = outerSteps
    self.armRuns = armRuns
    self.classifier = classifier
    self.questionShares = questionShares
    self.stages = stages
    self.events = events
    self.limits = limits
    self.transfer = transfer
    self.checkpoint = checkpoint
  }

  /// Reads everything but the statistics from a store.
  ///
  /// - Parameter loopOrder: names of loops in the order of the report; others come after them.
  public init(
    reading store: RunStore, title: String, settings: [ReportSetting], reference: String,
    arms: [ArmResult], comparisons: [ArmComparison], intervals: String, classifier: String,
    loopOrder: [String] = [],
    limits: [String] = [], transfer: FurtherResults? = nil, checkpoint: FurtherResults? = nil
  ) throws {
    let places = Dictionary(loopOrder.enumerated().map { ($1, $0) }) { first, _ in first }
    let steps = Dictionary(grouping: try store.outerSteps(), by: \.teacher)
      .sorted { a, b in
        let (left, right) = (places[a.key] ?? places.count, places[b.key] ?? places.count)
        return left != right ? left < right : a.key < b.key
      }.flatMap(\.value)
    let lead = Self.lead(of: steps)
    self.init(
      title: title, run: try store.run(), settings: settings, reference: reference, arms: arms,
      comparisons: comparisons, intervals: intervals, hardProblems: try store.hardProblems(),
      screening: try store.screening(), outerSteps: steps,
      armRuns: try store.armRuns(), classifier: classifier,
      questionShares: try store.questionShares(classifier: classifier, teacher: lead),
      stages: QuestionStage.select(from: try store.questions(teacher: lead)),
      events: try store.events(), limits: limits, transfer: transfer, checkpoint: checkpoint)
    trainingSignal = try TrainingSignal(
      reading: store, steps: outerSteps, classifier: classifier)
  }

  /// SOAR's loop, or the first one where there is none.
  private static func lead(of steps: [OuterStepRecord]) -> String {
    let loops = steps.map(\.teacher).distinct
    return loops.contains(OuterStepRecord.defaultTeacher)
      ? OuterStepRecord.defaultTeacher : loops.first ?? OuterStepRecord.defaultTeacher
  }

  /// The loop whose questions the report shows, and whose rewards where no loop has a control.
  private var leadLoop: String { Self.lead(of: outerSteps) }

  var seeds: [Int] {
    Set(armRuns.map(\.seed)).union(outerSteps.map(\.seed)).sorted()
  }

  var transferProblemCount: Int { hardProblems.count { $0.split == .transfer } }

  private var secondsOfSteps: Double {
    outerSteps.map(\.seconds).filter(\.isFinite).reduce(0, +)
  }

  /// Sessions that were killed stored no time, but their outer steps did.
  var timeAtWork: String {
    secondsOfSteps > run.activeSeconds
      ? "at least \(Format.duration(secondsOfSteps))" : Format.duration(run.activeSeconds)
  }

  /// Why the time is only a lower bound; empty if it is not.
  var timeNote: String {
    secondsOfSteps > run.activeSeconds
      ? "the time of all outer steps; a session that was killed stored no other" : ""
  }

  var testProblemCount: Int { hardProblems.count { $0.split == .test } }

  /// All that the report shows, except those on what teaches.
  public var figures: [any Figure] {
    // An experiment on questions has no loop.
    [passAtKFigure] + (outerSteps.isEmpty && !armRuns.isEmpty ? [] : [loopFigure])
      + [trainingFigure]
      + ([
        questionsFigure,
        learningCurves, gridFigure, costFigure,
        collapse, profile,
        gridFigure == nil || costFigure == nil ? practiceFigure : nil,
      ] as [(any Figure)?]).compactMap { $0 }
  }

  /// Of every arm.
  var passAtKFigure: PassAtKFigure { passAtKFigure(of: arms) }

  private func passAtKFigure(of arms: [ArmResult]) -> PassAtKFigure {
    PassAtKFigure(
      arms: arms, reference: reference, seedCount: seeds.count, problemCount: testProblemCount,
      intervals: intervals, looks: looks)
  }

  var looks: Looks { configuredLooks ?? Looks(steps: outerSteps) }

  /// Of the arms that show whether practice beats training on the hard problems alone.
  var practiceFigure: PassAtKFigure? {
    let shown = arms.filter { practiceArms.contains($0.name) }
    guard shown.count > 1 else { return nil }
    var figure = passAtKFigure(of: shown)
    figure.fileName = "practice"
    return figure
  }

  /// The loops' rewards, beside the permuted control if there is one.
  var loopFigure: any Figure {
    if var controlled = ControlledRewardFigure(steps: outerSteps, kinds: questionKinds) {
      controlled.measure = rewardMeasure
      controlled.looks = looks
      return controlled
    }
    var figure = TeacherRewardFigure(steps: outerSteps, teacher: leadLoop)
    figure.measure = rewardMeasure
    figure.style = looks.loop(leadLoop)
    return figure
  }

  var trainingFigure: TrainingCurvesFigure {
    var figure = TrainingCurvesFigure(armRuns: armRuns, reference: reference)
    figure.looks = looks
    return figure
  }

  /// Nil for an experiment on questions, which has no loop.
  var questionsFigure: QuestionsFigure? {
    var figure = QuestionsFigure(shares: questionShares, classifier: classifier)
    figure.style = looks.loop(figure.shares.first?.teacher ?? leadLoop)
    return figure.shares.isEmpty && !armRuns.isEmpty ? nil : figure
  }

  var gridFigure: SchemeGridFigure? {
    grid.map { grid in
      SchemeGridFigure(
        grid: grid, reference: arms.first { $0.name == reference }, intervals: intervals,
        problemCount: testProblemCount, seedCount: seeds.count, looks: looks)
    }
  }

  /// Floating-point operations of all loops and arms; nil if some were not counted.
  var operations: Double? {
    CostRow.rows(self).reduce(0) { sum, row in
      sum.flatMap { sum in row.operations.map { sum + Double(row.runs) * $0 } }
    }
  }
}

/// Sampled questions of one stage of the outer loop.
public struct QuestionStage: Sendable, Equatable {
  public var name: String
  public var questions: [StoredQuestion]

  public init(name: String, questions: [StoredQuestion]) {
    self.name = name
    self.questions = questions
  }

  /// Thirds of the outer loop (by step) and the promoted questions: `count` of each, spaced evenly
  /// over the stored order, so that a report is the same each time.
  public static func select(
    from questions: [StoredQuestion], count: Int = 6
  ) -> [QuestionStage] {
    let placed = questions.filter { $0.step != nil }
    let steps = 1 + (placed.compactMap(\.step).max() ?? 0)
    func third(_ index: Int) -> [StoredQuestion] {
      placed.filter { ($0.step ?? 0) * 3 / steps == index && !$0.question.isRepeated }
    }
    let stages = [
      QuestionStage(name: "Early (first third of the outer steps)", questions: third(0)),
      QuestionStage(name: "Middle", questions: third(1)),
      QuestionStage(name: "Late", questions: third(2)),
      QuestionStage(name: "Promoted", questions: placed.filter(\.isPromoted)),
    ]
    return stages.map { stage in
      let available = stage.questions.count
      let taken = min(count, available)
      return QuestionStage(
        name: stage.name,
        questions: (0..<taken).map { stage.questions[(2 * $0 + 1) * available / (2 * taken)] })
    }
  }
}
