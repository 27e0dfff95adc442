import LanguageModel
public import SelfPlay
import Tasks
import TextTasks

/// What a configuration will do, before it does it: a pure function of the configuration and of how
/// long its texts can get. What luck decides is bounded: promotions, early ends, how many documents a
/// teacher needs, groups without a signal.
///
/// Assumes that screening finds as many hard problems as are asked for, and that no teacher collapses:
/// with fewer problems, measurements are smaller, and a collapse ends a loop.
public struct WorkPlan: Sendable {
  /// A part of a run, over all seeds and students.
  public struct Stage: Sendable, Encodable {
    public enum Kind: String, Sendable, Encodable, CaseIterable {
      case engineContract, baseModel, hardSet, transfer, outerLoop, arm
    }
    public var kind: Kind
    public var name: String
    /// Seeds, times the students of an arm.
    public var copies: Int
    /// The loop whose cost ends this part; empty if none.
    public var matches = ""
    /// What is left to luck, in words.
    public var notes: [String] = []
    public var work: Work
  }

  /// In the order in which they run.
  public var stages: [Stage]

  public var total: Work { stages.reduce(Work()) { $0 + $1.work } }

  /// - Parameters:
  ///   - hasBaseModel: whether the base model is at hand, so that nothing is pretrained.
  ///   - schemes: what the teachers' rewards need to be measured.
  /// - Throws: ``UserError`` for a reward that `schemes` do not have.
  public init(
    _ configuration: RunConfiguration, limits: TokenLimits, hasBaseModel: Bool = false,
    schemes: RewardSchemeRegistry = .standard
  ) throws {
    let units = WorkUnits(configuration: configuration, limits: limits)
    stages = []
    if configuration.engine.kind == .tinker { stages.append(units.contract()) }
    if configuration.task.kind == .world && !hasBaseModel { stages.append(units.pretraining()) }
    stages.append(units.hardSet())
    if configuration.transfer.isOn { stages.append(units.transfer()) }
    /// Of one seed, by name.
    var loops: [String: Work] = [:]
    let seeds = Double(configuration.seeds.count)
    for teacher in configuration.neededTeachers {
      let needs = try schemes.make(teacher.reward, validity: { _ in true }).needs
      var stage = LoopWork(units, teacher, needs).stage
      if let matched = loops[teacher.matchCostOf] {
        stage.work.capOperations(at: matched, lastStepOf: configuration.matchedStepsLimit)
      }
      loops[teacher.name] = stage.work
      stage.work = stage.work * seeds
      stages.append(stage)
    }
    var answered = Set<String>()
    for arm in configuration.arms {
      var stage = ArmWork(units, arm).stage(matching: loops[arm.matchCostOf])
      stage.work = stage.work * seeds
      // Questions within reach are sampled once for all arms of a seed that ask for the same.
      if let design = arm.designs.first, !arm.reach.isEmpty,
        answered.insert("\(design.form.rawValue) \(design.lengths)").inserted
      {
        stage.work +=
          units.graded(
            Bound(configuration.evaluation.reachQuestions),
            each: configuration.evaluation.reachSamples,
            prompt: max(limits.hardPrompt, limits.writtenPrompt)) * seeds
      }
      stages.append(stage)
    }
  }
}

extension Work {
  /// Lowers the bound of operations to those of a loop, which the step that reaches them may pass.
  mutating func capOperations(at loop: Work, lastStepOf steps: Int) {
    guard let own = flops, let other = loop.flops, steps > 0 else { return }
    let most = other.total + own.total / Double(steps)
    if most < own.total { flops = (self * (most / own.total)).flops }
  }
}

extension WorkUnits {
  /// What ``TinkerContract`` asks for, once per session.
  func contract() -> WorkPlan.Stage {
    var work = Work()
    work.calls.sample = 5
    work.calls.forwardBackward = 5
    work.calls.forward = 2
    work.calls.optimizerStep = 5
    work.calls.save = 1
    work.calls.other = 3
    work.flops = nil
    return WorkPlan.Stage(
      kind: .engineContract, name: "the engine's contract", copies: 1,
      notes: ["once per session"], work: work)
  }

  func pretraining() -> WorkPlan.Stage {
    let phases = configuration.pretraining
    let steps = phases.drill.steps + phases.textbook.steps + phases.web.steps
    let length = limits.teacherPrompt + limits.document
    var work = learning(
      steps: Bound(steps), sequences: phases.batchDocuments, length: length, sampled: length,
      usesReference: false)
    // This process pretrains, whatever the engine.
    work.calls = EngineCalls()
    return WorkPlan.Stage(
      kind: .baseModel, name: "base model", copies: 1,
      notes: ["\(steps) steps of \(phases.batchDocuments) documents"], work: work)
  }

  func hardSet() -> WorkPlan.Stage {
    let c = configuration.hardSet
    let count = limits.fewerCandidates ?? c.candidates
    let candidates = Bound(count)
    var work =
      c.by == .samples
      ? graded(candidates, each: c.samples, prompt: limits.hardPrompt)
      : scoring(candidates, length: limits.scoredText, endings: limits.endings)
    var stage = WorkPlan.Stage(kind: .hardSet, name: "hard set", copies: 1, work: work)
    guard c.confirmationSamples > 0 else { return stage }
    work += graded(
      Bound(Double(min(c.size, count)), Double(count)), each: c.confirmationSamples,
      prompt: limits.hardPrompt)
    stage.work = work
    stage.notes = ["as many problems are confirmed as screening leaves"]
    return stage
  }

  func transfer() -> WorkPlan.Stage {
    WorkPlan.Stage(
      kind: .transfer, name: "transfer set", copies: 1,
      work: graded(
        Bound(configuration.transfer.candidates), each: configuration.hardSet.samples,
        prompt: max(limits.hardPrompt, limits.writtenPrompt)))
  }

  /// Problems of each half.
  var half: Int { configuration.hardSet.size / 2 }

  /// Students measured on hard-train, for a teacher's reward.
  func rewardMeasurement(_ count: Bound, problems: Int) -> Work {
    let problems = count * Double(problems)
    return configuration.soar.rewardBy == .greedy
      ? graded(problems, each: 1, prompt: limits.hardPrompt)
      : scoring(problems, length: limits.scoredText, endings: limits.endings)
  }
}
