import Ablations
import Configuration
import Diagnostics
import Foundation
import QuestionAnalysis
import Reporting
import RunStore
import SelfPlay
import Statistics
import Worlds

extension CheckpointConfiguration {
  /// Of a validated configuration.
  var rule: CheckpointRule {
    CheckpointRule(window: window, slopeShare: slopeShare, horizon: horizon)
  }
}

/// A run with its configuration, on the way into a comparison.
struct GivenRun {
  let folder: String
  let store: RunStore
  let configuration: RunConfiguration
  /// Half and text of every hard problem; equal hard sets have equal ones.
  let hardSet: [String]
  /// Of a run in a grid of several points.
  let point: String?

  init(folder: String, point: String? = nil) throws {
    self.folder = folder
    self.point = point
    store = try RunStore.open(at: URL(fileURLWithPath: folder), readOnly: true)
    configuration = try ConfigurationLoader.load(
      RunConfiguration(), text: store.run().config, name: "\(folder)/\(RunStore.fileName)")
    hardSet = try store.hardProblems().filter { $0.half != .transfer }.map {
      "\($0.half.rawValue) \($0.id) \($0.question)"
    }
  }

  /// What decides the base model and its hard problems.
  private struct Ground: Encodable {
    var world: WorldConfiguration
    var model: ModelConfiguration
    var pretraining: PretrainingConfiguration
    var hardSet: HardSetConfiguration
  }

  private var ground: Ground {
    Ground(
      world: configuration.world, model: configuration.model,
      pretraining: configuration.pretraining, hardSet: configuration.hardSet)
  }

  /// - Throws: ``UserError`` naming the first key of base model or hard set that is not as in
  ///   `other`: pass@k on other problems, or from another start, is another quantity.
  func requireGround(of other: GivenRun) throws {
    let hint = "soar compare --force compares them all the same"
    if let difference = try ConfigurationLoader.differences(ground, other.ground).first {
      throw UserError(
        .configuration, file: folder, place: difference.key,
        "is \(difference.first), but \(difference.second) in \(other.folder)", hint: hint)
    }
    // Equal configurations on CPUs of different kinds may screen out different problems.
    guard hardSet == other.hardSet else {
      throw UserError(
        .configuration, file: folder, place: "hardSet",
        "is configured as in \(other.folder), but holds other problems", hint: hint)
    }
  }

  /// The configuration but for what tells runs of one experiment apart.
  private var experiment: RunConfiguration {
    var experiment = configuration
    experiment.seeds = []
    experiment.preset = ""
    return experiment
  }

  /// - Parameter first: the run whose settings the others' are told by.
  func compared(with first: GivenRun) throws -> ComparedRun {
    var draws: [String: TeacherDraw] = [:]
    for arm in configuration.arms where arm.needsTeacherRun {
      draws[arm.name] = TeacherDraw(
        teacher: arm.teacher,
        extent: arm.source == .trainedTeacher || arm.start == .trainedTeacher
          ? .wholeLoop : .untilLastPromotion)
    }
    var run = try ComparedRun(
      reading: store, name: folder, identity: ConfigurationLoader.yaml(experiment),
      passAt: configuration.evaluation.passAt, armOrder: configuration.arms.map(\.name),
      draws: draws, operations: Set(configuration.world.operations.map(\.name.rawValue)),
      classifier: ExactClassifier.name,
      differences: ConfigurationLoader.differences(first.experiment, experiment).map(\.key),
      checkpointRule: configuration.evaluation.checkpoint.rule,
      design: RunDesign(configuration))
    run.embeddings = QuestionEmbeddings.of(
      run.questions, folder: folder, world: try EmbeddedWorld(configuration.world))
    return point.map(run.labelled) ?? run
  }

  /// All runs of folders of runs and grids.
  ///
  /// - Parameter force: takes runs of other base models and hard sets too.
  static func all(_ folders: [String], force: Bool) throws -> [GivenRun] {
    let given = try folders.flatMap(expanding)
    if !force, let first = given.first {
      for run in given.dropFirst() { try run.requireGround(of: first) }
    }
    return given
  }

  /// The same, each beside the first.
  static func compared(
    _ folders: [String], force: Bool, progress: Progress
  ) throws -> [ComparedRun] {
    let given = try all(folders, force: force)
    return try given.told("reading runs", to: progress) { try $0.compared(with: given[0]) }
  }

  /// What a report says of how its runs were made, which takes reading all of their results.
  static func telling(_ runs: [ComparedRun], progress: Progress) throws -> [ComparedRun] {
    try runs.told("reading their methods and digests", to: progress) { run in
      let given = try GivenRun(folder: run.name)
      var run = run
      run.methods = try ReportBuilder(configuration: given.configuration, store: given.store)
        .methods()
      run.digest = try given.store.digest()
      return run
    }
  }

  /// A run, or the finished cells of a grid: with its point's label each, where there are several
  /// points.
  static func expanding(_ folder: String) throws -> [GivenRun] {
    let url = URL(fileURLWithPath: folder)
    guard GridFolder.isGrid(url) else { return [try GivenRun(folder: folder)] }
    let (grid, manifest) = try GridFolder.open(url)
    let cells = try manifest.currentCells.filter { try grid.state($0.name)?.status == .finished }
    guard !cells.isEmpty else {
      throw UserError(
        .dataError, file: folder, "holds no finished cell",
        hint: "soar grid status \(folder) shows how far it is")
    }
    let hasPoints = Set(cells.map(\.label)).count > 1
    return try cells.map { cell in
      try GivenRun(folder: grid.run(cell.name).relativePath, point: hasPoints ? cell.label : nil)
    }
  }
}

extension Array {
  /// As `map`, with the count of what is done told meanwhile.
  fileprivate func told<Result>(
    _ stage: String, to progress: Progress, _ body: (Element) throws -> Result
  ) rethrows -> [Result] {
    progress.begin(stage: stage, total: count)
    defer { progress.close() }
    return try enumerated().map { index, element in
      let result = try body(element)
      progress.update(index + 1, detail: "")
      return result
    }
  }
}
