import Configuration
import Diagnostics
import Foundation
import Grids
import QuestionAnalysis
public import RunStore
public import SelfPlay
import Statistics
import TextTasks
import Worlds

extension CheckpointConfiguration {
  /// Requires a validated configuration.
  var rule: CheckpointRule {
    CheckpointRule(window: window, slopeShare: slopeShare, horizon: horizon)
  }
}

/// A run with its configuration, before it is compared.
struct GivenRun {
  let folder: String
  let store: RunStore
  let configuration: RunConfiguration
  /// Half, id and text of every hard problem, to compare hard sets by.
  let hardSet: [String]
  /// The run's point, in a grid of several points.
  var point: String?
  /// Seeds that another of the given runs holds too.
  var copies: Set<Int> = []

  init(folder: String) throws {
    self.folder = folder
    store = try RunStore.open(at: URL(fileURLWithPath: folder), readOnly: true)
    configuration = try store.configuration(of: folder)
    hardSet = try store.hardProblems().filter { $0.split != .transfer }.map {
      "\($0.split.rawValue) \($0.id) \($0.question)"
    }
  }

  /// The settings that determine the base model and its hard problems.
  private struct Ground: Encodable {
    var task: TaskConfiguration
    var world: WorldConfiguration
    var model: ModelConfiguration
    var pretraining: PretrainingConfiguration
    var hardSet: HardSetConfiguration
  }

  private var ground: Ground {
    Ground(
      task: configuration.task, world: configuration.world, model: configuration.model,
      pretraining: configuration.pretraining, hardSet: configuration.hardSet)
  }

  /// - Throws: ``UserError`` naming the first key of base model or hard set that differs from
  ///   `other`: pass@k on other problems, or from another start, is not comparable.
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

  /// - Parameter first: the run that settings are compared with.
  func compared(with first: GivenRun) throws -> ComparedRun {
    var run = try ComparedRun(
      reading: store, name: folder, identity: ConfigurationLoader.yaml(configuration.experiment),
      passAt: configuration.evaluation.passAt, armOrder: configuration.arms.map(\.name),
      draws: configuration.teacherDraws, operations: configuration.operationNames,
      classifier: configuration.classifierName,
      differences: ConfigurationLoader.differences(
        first.configuration.experiment, configuration.experiment
      ).map {
        ReportSetting($0.key, $0.second)
      },
      checkpointRule: configuration.evaluation.checkpoint.rule,
      design: RunDesign(configuration))
    run.remove(seeds: copies)
    run.embeddings = QuestionEmbeddings.of(
      run.questions, folder: folder, tokenizer: try configuration.tokenizer(of: folder))
    return point.map(run.labelled) ?? run
  }
}

extension RunStore {
  /// The configuration that made a run.
  ///
  /// - Throws: ``UserError`` for imported questions, which have no configuration.
  public func configuration(of folder: String) throws -> RunConfiguration {
    guard try !isImported() else {
      throw UserError(
        .dataError, file: folder, "holds imported questions, without arms or a configuration",
        hint:
          "soar analyze, report, compare, classify, and plot --kind reward, diversity or labels take it"
      )
    }
    return try ConfigurationLoader.load(
      RunConfiguration(), text: run().config, name: "\(folder)/\(RunStore.fileName)")
  }
}
