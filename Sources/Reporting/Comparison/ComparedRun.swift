public import RunStore
public import Statistics

/// Which part of an outer loop an arm could not do without.
public struct TeacherDraw: Sendable, Equatable {
  public enum Extent: Sendable, Equatable {
    /// Promotion questions and the promoted student exist as soon as the last promotion is over.
    case untilLastPromotion
    /// The trained teacher is that of the loop's end.
    case wholeLoop
  }

  public var teacher: String
  public var extent: Extent

  public init(teacher: String, extent: Extent) {
    self.teacher = teacher
    self.extent = extent
  }
}

/// One run as a comparison sees it.
public struct ComparedRun: Sendable {
  /// Its folder, as the user named it.
  public var name: String
  /// Equal for runs that differ in nothing but their seeds: there a seed may occur once only.
  public var identity: String
  /// The k of pass@k that the run reports.
  public var passAt: [Int]
  /// Names of the arms in the run's own order.
  public var armOrder: [String]
  /// By arm; arms that draw on no outer loop are not in it.
  public var draws: [String: TeacherDraw]
  /// The tokens that count as operations in a question's structure.
  public var operations: Set<String>
  public var classifier: String
  /// What its configuration has of its own, seeds aside, beside the first run's.
  public var differences: [ReportSetting]
  public var run: RunRecord
  public var armRuns: [ArmRunRecord]
  public var outerSteps: [OuterStepRecord]
  public var questions: [StoredQuestion]
  /// What texts of questions are to the base model: its mean hidden states. Of a part of them, or of
  /// none.
  public var embeddings: [String: [Double]] = [:]
  /// Where its configuration takes trainings to have levelled off; nil where it does not say.
  public var checkpointRule: CheckpointRule?
  /// Fingerprints of the problems that transfer is tested on, in their order; empty without.
  public var transferProblems: [String]
  public var events: [EventRecord]
  /// What its arms and teachers were configured to be.
  public var design: RunDesign
  /// How it was made, beside the paper; nil where that cannot be told.
  public var methods: ReportMethods?
  /// Of its results.
  public var digest: String?
  /// The point of a grid that it belongs to, where runs of several points are compared.
  public internal(set) var point: String?

  public init(
    name: String, identity: String, passAt: [Int], armOrder: [String],
    draws: [String: TeacherDraw], operations: Set<String>, classifier: String,
    differences: [ReportSetting] = [], run: RunRecord, armRuns: [ArmRunRecord],
    outerSteps: [OuterStepRecord], questions: [StoredQuestion],
    checkpointRule: CheckpointRule? = nil, transferProblems: [String] = [],
    events: [EventRecord] = [], design: RunDesign = RunDesign()
  ) {
    self.name = name
    self.identity = identity
    self.passAt = passAt
    self.armOrder = armOrder
    self.draws = draws
    self.operations = operations
    self.classifier = classifier
    self.differences = differences
    self.run = run
    self.armRuns = armRuns
    self.outerSteps = outerSteps
    self.questions = questions
    self.checkpointRule = checkpointRule
    self.transferProblems = transferProblems
    self.events = events
    self.design = design
  }

  /// Reads what happened from a store; what was configured comes from the caller.
  public init(
    reading store: RunStore, name: String, identity: String, passAt: [Int], armOrder: [String],
    draws: [String: TeacherDraw], operations: Set<String>, classifier: String,
    differences: [ReportSetting] = [], checkpointRule: CheckpointRule? = nil,
    design: RunDesign = RunDesign()
  ) throws {
    self.init(
      name: name, identity: identity, passAt: passAt, armOrder: armOrder, draws: draws,
      operations: operations, classifier: classifier, differences: differences,
      run: try store.run(),
      armRuns: try store.armRuns(), outerSteps: try store.outerSteps(),
      questions: try store.questions().map { stored in
        // Solutions are the better part of a store, and no comparison reads them.
        var stored = stored
        stored.question.document = ""
        return stored
      }, checkpointRule: checkpointRule,
      transferProblems: try store.hardProblems().filter { $0.half == .transfer }.map(\.question),
      events: try store.events(), design: design)
  }

  /// What a seed's outer loop cost up to where the arm could start; nil for an arm without one.
  func teacherCost(arm: String, seed: Int) -> Cost? {
    guard let draw = draws[arm] else { return nil }
    let steps = outerSteps.filter { $0.teacher == draw.teacher && $0.seed == seed }
    let lastPromotion = steps.filter(\.isPromoted).map(\.step).max() ?? -1
    return steps.filter { draw.extent == .wholeLoop || $0.step <= lastPromotion }
      .map(Cost.init).reduce(.none, +)
  }
}

extension Cost {
  init(_ step: OuterStepRecord) {
    self.init(
      steps: 0, rollouts: nil, tokensSampled: Double(step.tokensSampled),
      tokensTrained: Double(step.tokensTrained),
      flops: step.forwardFLOPs.flatMap { forward in step.backwardFLOPs.map { forward + $0 } },
      seconds: step.seconds)
  }

  init(_ run: ArmRunRecord) {
    self.init(
      steps: Double(run.steps), rollouts: Double(run.rollouts),
      tokensSampled: Double(run.tokensSampled), tokensTrained: Double(run.tokensTrained),
      flops: run.forwardFLOPs.flatMap { forward in run.backwardFLOPs.map { forward + $0 } },
      seconds: run.seconds)
  }
}
