import Configuration
import Diagnostics
import Foundation
import LanguageModel
import QuestionAnalysis
import Randomness
import ReinforcementLearning
import RunStore
import SelfPlay
import Tokenization
import Worlds

/// One run, from its configuration to its report:
/// world -> base model -> hard set -> for each seed: SOAR, then the arms -> report.
struct Experiment: Sendable {
  let configuration: RunConfiguration
  let folder: RunFolder
  let store: RunStore
  let cache: BaseModelCache
  let pool: WorkerPool
  let progress: ProgressReporter
  let world: EmbeddedWorld
  let recorder: Recorder

  init(
    configuration: RunConfiguration, folder: RunFolder, store: RunStore, cache: BaseModelCache,
    workers: Int, progress: ProgressReporter
  ) throws {
    self.configuration = configuration
    self.folder = folder
    self.store = store
    self.cache = cache
    pool = WorkerPool(workers: workers)
    self.progress = progress
    world = try EmbeddedWorld(configuration.world)
    recorder = Recorder(
      store: store, world: world, metrics: MetricsFile(url: folder.metrics))
  }

  /// Runs what the store does not hold yet.
  func run() async throws {
    let base = try await baseModel()
    let basePolicy = LocalPolicy(base, reference: base, vocabulary: world.vocabulary.tokens)
    let hardSet = try await hardSet(basePolicy)
    guard hardSet.train.count > 0 && hardSet.test.count > 0 else {
      throw UserError(
        .configuration, place: "hardSet",
        "no problem survived screening: the base model solves all of them",
        hint: "make the world harder (world.hardLengths) or screen more candidates")
    }
    let transfer = try await transferSet(basePolicy)
    let evaluator = Evaluator(
      world: world, hardTrain: hardSet.train, test: hardSet.test, transfer: transfer?.problems)
    let problems = EvaluatedProblems(hardSet: hardSet, transfer: transfer)
    for seed in configuration.seeds {
      var outcomes: [String: TeacherOutcome] = [:]
      for teacher in configuration.neededTeachers {
        outcomes[teacher.name] = try await outerLoop(
          teacher, seed: seed, base: base, evaluator: evaluator)
      }
      try await arms(
        seed: seed, base: basePolicy, teachers: outcomes, evaluator: evaluator,
        problems: problems)
    }
  }

  // MARK: Base model and hard set

  /// The pretrained model: from the run's folder, else from the cache, else trained.
  private func baseModel() async throws -> Transformer {
    if FileManager.default.fileExists(atPath: folder.baseModel.path) {
      return try ModelFolder.load(folder.baseModel).transformer
    }
    let source = BaseModelSource(
      configuration: configuration, world: world, cache: cache, pool: pool, progress: progress)
    let model = try await source.model()
    try AtomicFile.createFolder(folder.baseModel.deletingLastPathComponent())
    try ModelFolder.save(
      model, tokens: world.vocabulary.tokens, specialTokens: .embeddedWorld, to: folder.baseModel)
    return model
  }

  private func hardSet(_ base: any Policy) async throws -> HardSet {
    if let stored = try recorder.storedCandidates() {
      return HardSet(
        world: world, configuration: configuration.hardSet, candidates: stored)
    }
    progress.begin(stage: "screening hard problems", total: configuration.hardSet.candidates)
    let counter = ProgressCounter(progress)
    let set = try await HardSet.build(
      world: world, base: base, configuration: configuration.hardSet, pool: pool
    ) { counter.add($0) }
    try recorder.record(set)
    let solved = set.candidates.count { $0.fate == .solved }
    progress.end("\(set.train.count) train, \(set.test.count) test, \(solved) solved at least once")
    return set
  }

  /// The problems of another distribution, or nil when transfer is not tested.
  private func transferSet(_ base: any Policy) async throws -> TransferSet? {
    let transfer = configuration.transfer
    guard transfer.isOn else { return nil }
    let samples = configuration.hardSet.samples
    if let stored = try recorder.storedTransferCandidates() {
      return TransferSet(
        world: world, configuration: transfer, samples: samples, candidates: stored)
    }
    progress.begin(stage: "screening transfer problems", total: transfer.candidates)
    let counter = ProgressCounter(progress)
    let set = try await TransferSet.build(
      world: world, base: base, configuration: transfer, samples: samples, pool: pool
    ) { counter.add($0) }
    try recorder.record(set, numberedFrom: configuration.hardSet.candidates)
    let solved = set.candidates.count { $0.fate == .solved }
    progress.end("\(set.problems.count) kept, \(solved) solved at least once")
    return set
  }

  // MARK: Outer loops

  private func outerLoop(
    _ teacher: TeacherRunConfiguration, seed: Int, base: Transformer, evaluator: Evaluator
  ) async throws -> TeacherOutcome? {
    let name = teacher.name
    let extent = try extent(of: teacher, seed: seed)
    guard extent.maximumSteps > 0 else { return nil }
    let vocabulary = world.vocabulary.tokens
    var state = OuterLoopState()
    let root: any Policy = LocalPolicy(base, reference: base, vocabulary: vocabulary)
    var policies = OuterLoopPolicies(
      teacher: try await root.fork(configuration.teacher.optimizer), baseline: root, best: root)
    if let step = try store.lastCommittedOuterStep(seed: seed, teacher: name) {
      (state, policies) = try folder.load(
        name, seed: seed, step: step, reference: base, vocabulary: vocabulary,
        teacher: configuration.teacher.optimizer)
    }
    let loop = OuterLoop(
      soar: configuration.soar,
      teacher: Teacher(world: world, configuration: configuration.teacherConfiguration(of: name)),
      innerLoop: InnerLoop(world: world, configuration: configuration.student),
      evaluator: evaluator, pool: pool, stream: stream(seed, teacher: name),
      scheme: try scheme(of: teacher), usesPromotion: teacher.promotion,
      perQuestionCredit: teacher.reward.perQuestionCredit, extent: extent)
    var spent = try recorder.spentFLOPs(name, seed: seed)
    let isFinished =
      try state.nextStep >= extent.maximumSteps || extent.isSpent(spent)
      || recorder.hasCollapsed(name, seed: seed)
    if isFinished {
      try recorder.recordShortfall(of: extent, spent: spent, state, teacher: name, seed: seed)
      return outcome(state, policies)
    }
    let measure = ExtentProgress(extent, matching: teacher.matchCostOf)
    progress.begin(stage: "\(name), seed \(seed)\(measure.words)", total: measure.total)
    progress.update(measure.done(step: state.nextStep, spent: spent), detail: "")
    do {
      _ = try await loop.run(state: state, policies: policies, spent: spent) {
        result, newState, newPolicies in
        try await folder.save(newState, newPolicies, name, seed: seed, step: result.step)
        try recorder.record(
          result, teacher: teacher, seed: seed, threshold: configuration.soar.threshold)
        folder.prune(name, seed: seed, keeping: result.step)
        spent += result.flops.total
        // Kept here, since a loop that collapses returns nothing.
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
    progress.end("\(state.promotions) promotions, \(state.promotionQuestions.count) questions")
    return outcome(state, policies)
  }

  /// How long a teacher's loop goes on; of one that matches a cost, what that cost is. The matched
  /// loop has ended by then, as entries run in their order.
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
    let classifier = ExactClassifier(world: world)
    return try RewardSchemeRegistry.standard.make(
      teacher.reward, validity: { classifier.classify($0).isWellPosed },
      at: "teachers.\(teacher.name).reward")
  }

  private func outcome(_ state: OuterLoopState, _ policies: OuterLoopPolicies) -> TeacherOutcome {
    TeacherOutcome(
      promotionQuestions: state.promotionQuestions,
      promotedStudent: state.promotions > 0 ? policies.best : nil, teacher: policies.teacher)
  }

  // MARK: Arms

  private func arms(
    seed: Int, base: any Policy, teachers: [String: TeacherOutcome], evaluator: Evaluator,
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
    _ = try await pool.map(count: missing.count) { index in
      let (arm, student) = missing[index]
      let armStream = stream(seed).child("arm/\(arm.name)")
      let runner = ArmRunner(
        teacher: Teacher(
          world: world, configuration: configuration.teacherConfiguration(of: arm.teacher)),
        innerLoop: InnerLoop(world: world, configuration: configuration.student),
        evaluator: evaluator, evaluation: configuration.evaluation, pool: pool)
      let outcome = try await runner.run(
        arm, base: base, teacher: teachers[arm.teacher],
        stream: ArmConfiguration.stream(ofStudent: student, arm: armStream),
        seedStream: stream(seed)
      ) { _ in counter.add(1) }
      if arm.steps == 0 { counter.add(1) }
      guard let outcome else {
        try recorder.recordSkipped(arm, seed: seed, student: student)
        return
      }
      try recorder.record(
        outcome, of: arm, seed: seed, student: student, problems: problems)
    }
    progress.end("")
  }

  private func stream(_ seed: Int) -> RandomStream {
    RandomStream(seed: UInt64(seed), path: "run")
  }

  /// Each outer loop has randomness of its own below its seed's.
  private func stream(_ seed: Int, teacher: String) -> RandomStream {
    teacher == TeacherRunConfiguration.soar
      ? stream(seed) : stream(seed).child("teacher/\(teacher)")
  }
}
