import Configuration
public import Diagnostics
public import Foundation
import LanguageModel
import QuestionAnalysis
import Randomness
public import ReinforcementLearning
public import RunStore
public import SelfPlay
public import Tasks
import TextTasks
import Worlds

/// Source of a run's base model.
public enum BaseModel: Sendable {
  /// Pretrained on the task's corpus, or taken from the cache.
  case pretrained(BaseModelCache)
  /// Weights for the run's engine.
  case given(any Sampler)
  /// A pretrained model's folder, which the run refers to and does not copy. The cache is for
  /// screenings.
  case folder(URL, BaseModelCache)

  /// Nil if weights are given: nothing is known of where they come from.
  var cache: BaseModelCache? {
    switch self {
    case .pretrained(let cache), .folder(_, let cache): cache
    case .given: nil
    }
  }
}

/// One run, from its configuration to its store:
/// task -> base model -> hard set -> for each seed: the outer loops, then the arms.
public struct Experiment: Sendable {
  let configuration: RunConfiguration
  let folder: RunFolder
  let store: RunStore
  let task: any ProblemTask
  let engine: any Engine
  let base: BaseModel
  let schemes: RewardSchemeRegistry
  let progress: ProgressReporter
  let recorder: Recorder

  /// - Parameters:
  ///   - folder: for checkpoints and metrics.
  ///   - task: the problems; ``EmbeddedWorld`` or any other.
  ///   - engine: where models live and train.
  ///   - base: the starting model.
  ///   - schemes: the available teacher rewards, by their configuration names.
  /// - Throws: ``UserError`` if task or engine cannot support an arm or a reward.
  public init(
    configuration: RunConfiguration, folder: RunFolder, store: RunStore, task: any ProblemTask,
    engine: any Engine, base: BaseModel, schemes: RewardSchemeRegistry = .standard,
    progress: ProgressReporter
  ) throws {
    try configuration.validate(for: task, engine: engine, schemes: schemes)
    self.configuration = configuration
    self.folder = folder
    self.store = store
    self.task = task
    self.engine = engine
    self.base = base
    self.schemes = schemes
    self.progress = progress
    recorder = Recorder(
      store: store, task: task, metrics: MetricsFile(url: folder.metrics),
      teachers: configuration.teachers.map(\.name), rewardBy: configuration.soar.rewardBy)
  }

  /// Runs everything that the store lacks.
  ///
  /// - Throws: ``UserError`` if no problem is hard; `CancellationError` after the current outer
  ///   step or arm is saved.
  public func run() async throws {
    let base = try await baseModel()
    let hardSet = try await hardSet(base)
    guard hardSet.train.count > 0 && hardSet.test.count > 0 else {
      let left = hardSet.train.count + hardSet.test.count
      throw UserError(
        .configuration, place: "hardSet",
        left == 0
          ? "no problem survived screening: the base model solves all of them"
          : "one problem survived screening, and each half needs one",
        hint: configuration.task.kind == .world
          ? "make the world harder (world.hardLengths) or screen more candidates"
          : "give harder problems (task.file and task.hardLevels, or task.arithmetic.hard)")
    }
    let transfer = try await transferSet(base)
    let evaluator = Evaluator(
      task: task, engine: engine, hardTrain: hardSet.train, test: hardSet.test,
      transfer: transfer?.problems)
    let problems = EvaluatedProblems(hardSet: hardSet, transfer: transfer)
    for seed in configuration.seeds {
      var outcomes: [String: TeacherOutcome] = [:]
      for teacher in configuration.neededTeachers {
        outcomes[teacher.name] = try await outerLoop(
          teacher, seed: seed, base: base, evaluator: evaluator)
      }
      try await arms(
        seed: seed, base: base, teachers: outcomes, evaluator: evaluator,
        problems: problems)
    }
    try await recorder.recordComparisons()
  }

  // MARK: Base model and hard set

  /// The base model, from the run's folder or made and put there.
  private func baseModel() async throws -> any Sampler {
    let place = folder.baseModel
    if FileManager.default.fileExists(atPath: place.path) {
      let model = try await engine.load(from: place)
      if case .folder = base { try recorder.claim(base: model, at: place) }
      return model
    }
    try AtomicFile.createFolder(place.deletingLastPathComponent())
    switch base {
    case .given(let weights):
      try await engine.save(weights, to: place)
      return weights
    case .folder(let source, _):
      let model = try await engine.load(from: source)
      try recorder.claim(base: model, at: source)
      // A link, because a copy of a pretrained model in every run would fill the disk.
      try? FileManager.default.removeItem(at: place)
      try FileManager.default.createSymbolicLink(
        at: place, withDestinationURL: source.absoluteURL.standardizedFileURL)
      return model
    case .pretrained(let cache):
      try await engine.save(try await pretrainedModel(cache), to: place)
      // As a resumed run does: the engine decides how its weights are sampled.
      return try await engine.load(from: place)
    }
  }

  private func pretrainedModel(_ cache: BaseModelCache) async throws -> any Sampler {
    guard let corpus = task as? any PretrainingCorpus, let local = engine as? LocalEngine else {
      throw UserError(
        .configuration, place: "model",
        "cannot be pretrained: task '\(task.name)' has no corpus, or engine '\(engine.name)' does "
          + "not pretrain", hint: "give the run a base model")
    }
    return LocalSampler(
      try await BaseModelSource(
        configuration: configuration, task: corpus, cache: cache, pool: local.pool,
        progress: progress
      ).model())
  }

  private func hardSet(_ base: any Sampler) async throws -> HardSet {
    if let stored = try recorder.storedCandidates(configuration.hardSet) {
      let set = try HardSet(task: task, configuration: configuration.hardSet, candidates: stored)
      try recorder.requireStored(set)
      return set
    }
    progress.begin(
      stage: "screening hard problems",
      total: try HardSet.candidateCount(of: task, configuration.hardSet))
    let counter = ProgressCounter(progress)
    let set = try await HardSet.build(
      task: task, base: base, configuration: configuration.hardSet, engine: engine,
      cache: try givenScreening(base) ?? screenings(base), confirming: progress.confirming
    ) { counter.add($0) }
    try recorder.record(set)
    let solved = set.candidates.count { $0.fate == .solved }
    progress.end(
      "\(set.train.count) train, \(set.test.count) test, \(solved) "
        + (configuration.hardSet.by == .samples ? "solved at least once" : "not hard"))
    return set
  }

  /// The counts of the file that the configuration names, if it names one.
  private func givenScreening(_ base: any Sampler) throws -> (any ScreeningCache)? {
    let path = configuration.hardSet.counts
    guard !path.isEmpty else { return nil }
    guard let local = base as? LocalSampler else {
      throw UserError(
        .configuration, place: "hardSet.counts",
        "is set, but the weights are not in this process to compare with the screened ones",
        hint: "leave it empty to screen")
    }
    return try GivenScreening(URL(fileURLWithPath: path), model: local.model)
  }

  /// Counts of earlier screenings; nil without a cache, or where the weights are not in this process.
  private func screenings(_ base: any Sampler) -> (any ScreeningCache)? {
    guard let cache = self.base.cache, let local = base as? LocalSampler else { return nil }
    return HardSetCache(
      cache, base: local.model, sharesPrefixes: configuration.compute.sharesPrefixes,
      progress: progress)
  }

  /// The problems of another distribution, or nil if transfer is not tested.
  private func transferSet(_ base: any Sampler) async throws -> TransferSet? {
    let transfer = configuration.transfer
    guard transfer.isOn else { return nil }
    guard let world = task as? EmbeddedWorld else {
      throw UserError(
        .configuration, place: "transfer.size",
        "is \(transfer.size), but task '\(task.name)' has no transfer problems", hint: "set it to 0"
      )
    }
    let samples = configuration.hardSet.samples
    if let stored = try recorder.storedTransferCandidates() {
      return TransferSet(
        world: world, configuration: transfer, samples: samples, candidates: stored)
    }
    progress.begin(stage: "screening transfer problems", total: transfer.candidates)
    let counter = ProgressCounter(progress)
    let set = try await TransferSet.build(
      world: world, base: base, configuration: transfer, samples: samples, engine: engine,
      cache: screenings(base)
    ) { counter.add($0) }
    try recorder.record(set, numberedFrom: configuration.hardSet.candidates)
    let solved = set.candidates.count { $0.fate == .solved }
    progress.end("\(set.problems.count) kept, \(solved) solved at least once")
    return set
  }

  // MARK: Outer loops

  private func outerLoop(
    _ teacher: TeacherRunConfiguration, seed: Int, base: any Sampler, evaluator: Evaluator
  ) async throws -> TeacherOutcome? {
    let name = teacher.name
    let extent = try extent(of: teacher, seed: seed)
    guard extent.maximumSteps > 0 else { return nil }
    var state = OuterLoopState()
    var policies = OuterLoopPolicies(
      teacher: try await engine.makeTrainer(
        from: base, reference: base, optimizer: configuration.teacher.optimizer), base: base)
    if let step = try store.lastCommittedOuterStep(seed: seed, teacher: name) {
      (state, policies) = try await folder.load(
        name, seed: seed, step: step, base: base, optimizer: configuration.teacher.optimizer,
        engine: engine)
    }
    let loop = OuterLoop(
      soar: configuration.soarConfiguration(of: name),
      teacher: Teacher(
        task: task, engine: engine, configuration: configuration.teacherConfiguration(of: name)),
      innerLoop: InnerLoop(task: task, engine: engine, configuration: configuration.student),
      evaluator: evaluator, engine: engine, stream: stream(seed, teacher: name),
      scheme: try scheme(of: teacher), usesPromotion: teacher.promotion,
      perQuestionCredit: teacher.reward.perQuestionCredit, extent: extent)
    // Not every engine counts operations, and only a loop that matches a cost needs them.
    var spent =
      if case .cost = extent { try recorder.spentFLOPs(name, seed: seed) } else { 0.0 }
    let isFinished =
      try state.nextStep >= extent.maximumSteps || extent.isSpent(spent)
      || recorder.hasCollapsed(name, seed: seed)
    if isFinished {
      try recorder.recordShortfall(of: extent, spent: spent, state, teacher: name, seed: seed)
      try recorder.recordBestTeacher(state, teacher: name, seed: seed)
      return try await outcome(state, policies)
    }
    let measure = ExtentProgress(extent, matching: teacher.matchCostOf)
    progress.begin(stage: "\(name), seed \(seed)\(measure.words)", total: measure.total)
    progress.update(measure.done(step: state.nextStep, spent: spent), detail: "")
    do {
      _ = try await loop.run(state: state, policies: policies, spent: spent) {
        result, newState, newPolicies in
        try await folder.save(
          newState, newPolicies, name, seed: seed, result: result, engine: engine)
        try recorder.record(result, teacher: teacher, seed: seed)
        folder.prune(name, seed: seed, keeping: newState)
        spent += result.flops?.total ?? 0
        // Kept here, since a collapsing loop returns nothing.
        (state, policies) = (newState, newPolicies)
        progress.update(
          measure.done(step: result.step + 1, spent: spent),
          detail: measure.detail(step: result.step) + "R \(result.reward.fixed(4))"
            + (result.isMeasuredOnHardTrain
              ? ", hard-train \(result.baselineAccuracy.fixed(3))" : "")
            + (result.promotion == nil ? "" : ", promoted"))
      }
    } catch let collapse as TeacherCollapse {
      try recorder.recordCollapse(collapse, teacher: name, seed: seed, step: state.nextStep)
      progress.note("\(name), seed \(seed): the teacher collapsed; the outer loop ends here")
    }
    try recorder.recordShortfall(of: extent, spent: spent, state, teacher: name, seed: seed)
    try recorder.recordBestTeacher(state, teacher: name, seed: seed)
    progress.end("\(state.promotions) promotions, \(state.promotionQuestions.count) questions")
    return try await outcome(state, policies)
  }

  /// How long a teacher's loop runs; for a cost-matching loop, the cost of the matched loop, which
  /// has already ended because entries run in order.
  private func extent(
    of teacher: TeacherRunConfiguration, seed: Int
  ) throws -> OuterLoopExtent {
    guard !teacher.matchCostOf.isEmpty else {
      return .steps(
        teacher.outerSteps > 0 ? teacher.outerSteps : configuration.soar.outerSteps)
    }
    return .cost(
      flops: try recorder.spentFLOPs(teacher.matchCostOf, seed: seed),
      maximumSteps: configuration.matchedStepsLimit)
  }

  private func scheme(of teacher: TeacherRunConfiguration) throws -> any RewardScheme {
    try schemes.make(
      teacher.reward, validity: task.validity, at: "teachers.\(teacher.name).reward")
  }

  private func outcome(
    _ state: OuterLoopState, _ policies: OuterLoopPolicies
  ) async throws -> TeacherOutcome {
    TeacherOutcome(
      promotionQuestions: state.promotionQuestions,
      promotedStudent: state.promotions > 0 ? policies.best : nil,
      teacher: try await policies.teacher.freeze(), bestTeacher: policies.bestTeacher,
      prefersBest: configuration.soar.keepsBestTeacher)
  }

  // MARK: Arms

  private func arms(
    seed: Int, base: any Sampler, teachers: [String: TeacherOutcome], evaluator: Evaluator,
    problems: EvaluatedProblems
  ) async throws {
    let finished = Set(try store.finishedArms(seed: seed))
    let missing = configuration.arms.flatMap { arm in
      (0..<arm.students(perSeed: configuration.studentsPerSeed)).map { (arm: arm, student: $0) }
    }.filter { !finished.contains(ArmStudent(arm: $0.arm.name, student: $0.student)) }
    guard !missing.isEmpty else { return }
    progress.begin(
      stage: "arms, seed \(seed)", total: missing.reduce(0) { $0 + max(1, $1.arm.steps) })
    let counter = ProgressCounter(progress)
    let atOnce = engine.maximumTrainers.map { min($0, missing.count) }
    let answers = AnsweredQuestions(
      questions: configuration.evaluation.reachQuestions,
      samples: configuration.evaluation.reachSamples)
    _ = try await engine.map(count: missing.count, atOnce: atOnce) { index in
      let (arm, student) = missing[index]
      let armStream = stream(seed).child("arm/\(arm.name)")
      let runner = ArmRunner(
        teacher: Teacher(
          task: task, engine: engine,
          configuration: configuration.teacherConfiguration(of: arm.teacher)),
        innerLoop: InnerLoop(task: task, engine: engine, configuration: configuration.student),
        evaluator: evaluator, evaluation: configuration.evaluation, answers: answers)
      let cost =
        arm.matchCostOf.isEmpty ? nil : try recorder.spentFLOPs(arm.matchCostOf, seed: seed)
      let outcome = try await runner.run(
        arm, base: base, teacher: teachers[arm.teacher],
        matching: cost,
        stream: ArmConfiguration.stream(ofStudent: student, arm: armStream),
        seedStream: stream(seed)
      ) { _ in counter.add(1) }
      // Trainings that match a cost end before their limit.
      counter.add(max(1, arm.steps) - (outcome?.report.steps.count ?? 0))
      guard let outcome else {
        try recorder.recordSkipped(arm, seed: seed, student: student)
        return
      }
      try recorder.record(
        outcome, of: arm, seed: seed, student: student, problems: problems, matching: cost)
    }
    progress.end("")
  }

  private func stream(_ seed: Int) -> RandomStream {
    RandomStream(seed: UInt64(seed), path: "run")
  }

  /// Each outer loop has its own random stream below its seed's.
  private func stream(_ seed: Int, teacher: String) -> RandomStream {
    teacher == TeacherRunConfiguration.soar
      ? stream(seed) : stream(seed).child("teacher/\(teacher)")
  }
}
