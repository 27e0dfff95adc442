import Diagnostics
public import RunStore
public import Statistics

/// Which part of an outer loop an arm needs.
public struct TeacherDraw: Sendable, Equatable {
  public enum Extent: Sendable, Equatable {
    /// Promotion questions and the promoted student exist once the last promotion is done.
    case untilLastPromotion
    /// The trained teacher exists at the loop's end.
    case wholeLoop
  }

  public var teacher: String
  public var extent: Extent

  public init(teacher: String, extent: Extent) {
    self.teacher = teacher
    self.extent = extent
  }
}

extension ComparedRun {
  /// Leaves out all that belongs to some seeds.
  mutating func remove(seeds: Set<Int>) {
    guard !seeds.isEmpty else { return }
    armRuns.removeAll { seeds.contains($0.seed) }
    outerSteps.removeAll { seeds.contains($0.seed) }
    questions.removeAll { seeds.contains($0.seed) }
    events.removeAll { $0.seed.map(seeds.contains) ?? false }
  }
}

/// One run, as a comparison uses it.
public struct ComparedRun: Sendable {
  /// The run's folder, as the user named it.
  public var name: String
  /// Equal for runs that differ only in their seeds; among them a seed may occur only once.
  public var identity: String
  /// The values of k for which the run reports pass@k.
  public var passAt: [Int]
  /// Arm names in the run's own order.
  public var armOrder: [String]
  /// By arm name; arms without an outer loop are absent.
  public var draws: [String: TeacherDraw]
  /// The tokens that count as operations in a question's structure.
  public var operations: Set<String>
  public var classifier: String
  /// Settings that differ from the first run's, seeds excluded.
  public var differences: [ReportSetting]
  public var run: RunRecord
  public var armRuns: [ArmRunRecord]
  public var outerSteps: [OuterStepRecord]
  public var questions: [StoredQuestion]
  /// Whether its questions are plain text of whose structure no label knows.
  public var isPlainText = false
  /// Mean hidden states of the base model by question text, or a server's embeddings; for some
  /// questions or none.
  public var embeddings: [String: [Double]] = [:]
  /// Mean rate of the base student on the rewarded answers, by arm and seed; empty unless sampled.
  public var baseRates: [String: [Int: Double]] = [:]
  /// The configured rule for when a training has levelled off; nil if there is none.
  public var checkpointRule: CheckpointRule?
  /// Fingerprints of the transfer problems, in order; empty without any.
  public var transferProblems: [String]
  /// Digest of the test problems: equal where the problems are.
  public var hardSet = ""
  public var events: [EventRecord]
  /// How its arms and teachers were configured.
  public var design: RunDesign
  /// How it was made, beside the paper; nil if unknown.
  public var methods: ReportMethods?
  /// Digest of the results.
  public var digest: String?
  /// The run's grid point, when runs of several points are compared.
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

  /// Reads the results from a store; the caller passes the configured values.
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
        // Solutions take up most of a store, and no comparison reads them.
        var stored = stored
        stored.question.document = ""
        return stored
      }, checkpointRule: checkpointRule,
      transferProblems: try store.hardProblems().filter { $0.split == .transfer }.map(\.question),
      events: try store.events(), design: design)
    let test = try store.hardProblems().filter { $0.split == .test }
    hardSet = SHA256.hexDigest(of: test.map(\.question).joined(separator: "\n"))
  }

  /// The cost of a seed's outer loop up to where the arm could start; nil for an arm without one.
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
