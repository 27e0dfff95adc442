// Locks: the plan of a configuration counts what a run of it stores: outer steps, datasets, trainings,
// student steps, rollouts and evaluations exactly where nothing is left to luck, and within its bounds
// elsewhere; tokens and operations stay below its bounds; a task with fewer problems than candidates is
// planned with those; its numbers for the paper's setting are those of Algorithm 1; numbers beyond all
// measure overflow nothing.

import Diagnostics
import Foundation
import LanguageModel
import Randomness
import RunStore
import SelfPlay
import Tasks
import TestSupport
import Testing
import Tokenization
import Worlds

@testable import Experiments

@Suite struct WorkPlanTests {
  /// A world of one digit and two operations, and a model that learns it in a second.
  static var tiny: RunConfiguration {
    var c = RunConfiguration()
    c.seeds = [1, 2]
    c.studentsPerSeed = 2
    c.world.digitCount = 1
    c.world.nameCount = 4
    c.world.operations = [
      .init(name: .plus1, role: .easy, confidence: 0.9),
      .init(name: .plus3, role: .target, confidence: 0.1),
    ]
    c.world.maximumLength = 2
    c.world.illPosedShare = 0
    c.world.hardLengths = [2]
    c.world.hardMinimumTargetOperations = 1
    c.world.hardFamilies = 0
    c.world.misconceptionRate = 0
    c.model.hiddenSize = 32
    c.model.intermediateSize = 48
    c.model.layerCount = 1
    c.model.headCount = 2
    c.model.keyValueHeadCount = 1
    c.model.contextLength = 64
    c.pretraining.drill.steps = 20
    c.pretraining.textbook.steps = 300
    c.pretraining.web.steps = 60
    c.hardSet.candidates = 48
    c.hardSet.samples = 2
    c.hardSet.size = 16
    c.student.batchQuestions = 2
    c.student.groupSize = 4
    c.teacher.samplingLimit = 10_000
    c.teacher.documentsPerRound = 32
    c.soar.outerSteps = 3
    c.soar.datasets = 2
    c.soar.questionsPerDataset = 4
    c.soar.repeats = 2
    c.soar.rewardQuestions = 4
    c.soar.window = 1
    c.soar.threshold = -1
    c.soar.innerSteps = 2
    c.soar.extraStepsAfterPromotion = 1
    c.soar.confirmationStudents = 2
    c.teachers = [
      TeacherRunConfiguration(name: TeacherRunConfiguration.soar),
      TeacherRunConfiguration(name: "plain", promotion: false),
      TeacherRunConfiguration(
        name: "progress", promotion: false,
        reward: RewardSchemeConfiguration("learning-progress"), outerSteps: 2),
    ]
    func trained(_ name: String, by teacher: String) -> ArmConfiguration {
      var arm = ArmConfiguration(
        name: name, source: .trainedTeacher, mixing: .mixed, steps: 3, teacher: teacher)
      arm.sourceCount = 4
      return arm
    }
    var matched = ArmConfiguration(name: "Matched", steps: 40)
    matched.matchCostOf = "plain"
    c.arms = [
      ArmConfiguration(name: "Base"), ArmConfiguration(name: "Hard-Only", steps: 5, groupSize: 8),
      ArmConfiguration(name: "PS", start: .promotedStudent), trained("Plain-T", by: "plain"),
      trained("Progress-T", by: "progress"), matched,
    ]
    c.evaluation.samples = 4
    c.evaluation.passAt = [1, 4]
    c.evaluation.greedyEvery = 2
    c.evaluation.testEvery = 3
    return c
  }

  static func isWithin(_ value: Int, _ bound: Bound) -> Bool {
    bound.least <= Double(value) && Double(value) <= bound.most
  }

  @Test func aRunDoesWhatItsPlanSays() async throws {
    let configuration = Self.tiny
    let plan = try WorkPlan(
      configuration, subject: try await RunSubject(configuration),
      cache: BaseModelCache(folder: nil))
    try await TemporaryFolder.with { folder in
      let run = try RunExecution.begin(
        configuration, at: folder.appendingPathComponent("run"), workers: 2)
      try await run.carryOut(usesCache: false)
      let screened = try run.store.screening()
      #expect(screened.count == 48)
      for stage in plan.stages {
        switch stage.kind {
        case .outerLoop: try Self.compare(stage, run.store)
        case .arm: try Self.compare(stage, run.store, hardProblems: 16)
        case .hardSet: #expect(stage.work.samples == 96)
        case .baseModel: #expect(stage.work.trainedTokens > 0)
        case .transfer, .engineContract: Issue.record("no such stage")
        }
      }
    }
  }

  private static func compare(_ stage: WorkPlan.Stage, _ store: RunStore) throws {
    let steps = try store.outerSteps().filter { $0.teacher == stage.name }
    let trainings = steps.reduce(0) { sum, step in
      sum + step.datasets.reduce(0) { $0 + $1.trainings.count } + step.confirmations.count
    }
    let work = stage.work
    #expect(work.outerSteps == Bound(steps.count))
    #expect(work.datasets == Bound(steps.reduce(0) { $0 + $1.datasets.count }))
    // Students without a measurement on hard-train are not stored one by one.
    if stage.name != "progress" { #expect(isWithin(trainings, work.trainings)) }
    if stage.name == "plain" { #expect(work.trainings == Bound(trainings)) }
    // A threshold of -1 promotes after each step, so that the upper bound is reached.
    if stage.name == TeacherRunConfiguration.soar {
      #expect(Double(trainings) == work.trainings.most)
      #expect(!work.trainings.isExact && !work.studentSteps.isExact)
    }
    let written = steps.reduce(0) { sum, step in
      sum + step.rejected + step.datasets.reduce(0) { $0 + $1.questions.count }
    }
    #expect(Double(written) <= work.documents.most)
    #expect(Double(steps.reduce(0) { $0 + $1.tokensSampled }) <= work.generatedTokens.most)
    #expect(Double(steps.reduce(0) { $0 + $1.tokensTrained }) <= work.trainedTokens)
    let spent = steps.reduce(0) { $0 + ($1.forwardFLOPs ?? 0) + ($1.backwardFLOPs ?? 0) }
    #expect(spent > 0 && spent <= work.flops?.total ?? 0)
  }

  private static func compare(
    _ stage: WorkPlan.Stage, _ store: RunStore, hardProblems: Int
  ) throws {
    let runs = try store.armRuns().filter { $0.arm == stage.name }
    let work = stage.work
    let steps = runs.reduce(0) { $0 + $1.steps }
    let rollouts = runs.reduce(0) { $0 + $1.rollouts }
    if stage.matches.isEmpty && stage.name != "PS" {
      #expect(stage.copies == runs.count)
      #expect(work.studentSteps == Bound(steps) && work.rollouts == Bound(rollouts))
    } else {
      #expect(isWithin(steps, work.studentSteps) && isWithin(rollouts, work.rollouts))
    }
    let graded = runs.flatMap(\.evaluations).reduce(0) {
      $0 + $1.samplesPerProblem * $1.problems.count
    }
    if stage.matches.isEmpty && stage.name != "PS" {
      #expect(work.samples == Bound(graded), "\(stage.name)")
    } else {
      #expect(isWithin(graded, work.samples), "\(stage.name)")
    }
    #expect(Double(runs.reduce(0) { $0 + $1.tokensSampled }) <= work.generatedTokens.most)
    #expect(Double(runs.reduce(0) { $0 + $1.tokensTrained }) <= work.trainedTokens)
    let spent = runs.reduce(0) { $0 + ($1.forwardFLOPs ?? 0) + ($1.backwardFLOPs ?? 0) }
    #expect(spent <= work.flops?.total ?? 0)
  }

  @Test func thePapersSetting() throws {
    let paper = try #require(RunConfiguration.preset("paper"))
    let plan = try WorkPlan(paper, limits: .none)
    let loop = try #require(plan.stages.first { $0.kind == .outerLoop }).work
    // Three seeds of 200 steps with 4 x 4 students, of 10 steps before the first promotion, which may
    // come after step 3, and of up to 15 later.
    #expect(loop.outerSteps == 600 && loop.datasets == 2400 && loop.trainings == 9600)
    #expect(loop.studentSteps == Bound(96_000, 3 * 16 * (200 * 10 + 197 * 5)))
    #expect(loop.rollouts == loop.studentSteps * 256)
    // One request per question of a batch and per problem measured; 512 documents in four.
    #expect(loop.calls.optimizerStep == Bound(0, loop.studentSteps.most + 600))
    let measured = 9600 * 64
    #expect(loop.calls.sample.least == 96_000 * 8 + Double(measured) + 3 * 128 + 600 * 4)
    // 256 sequences are two requests, and as many to the reference; so are the teacher's.
    #expect(loop.calls.forwardBackward.most == 2 * loop.calls.optimizerStep.most)
    #expect(loop.calls.forward == loop.calls.forwardBackward)
  }

  @Test func sharedQuestionsAreWrittenOnce() throws {
    var configuration = Self.tiny
    configuration.soar.datasets = 4
    func loop(_ shared: Int) throws -> Work {
      configuration.teachers[0].datasetsPerQuestion = shared
      return try #require(
        try WorkPlan(configuration, limits: .none).stages.first { $0.kind == .outerLoop }
      ).work
    }
    let (plain, shared) = (try loop(1), try loop(2))
    #expect(shared.documents.most == plain.documents.most / 2)
    #expect(shared.trainings == plain.trainings && shared.studentSteps == plain.studentSteps)
  }

  @Test func promotionsMayEndALoop() throws {
    var configuration = Self.tiny
    configuration.soar.outerSteps = 20
    configuration.soar.maximumPromotions = 2
    configuration.soar.window = 3
    configuration.soar.patience = 1
    let loop = try #require(
      try WorkPlan(configuration, limits: .none).stages.first { $0.kind == .outerLoop })
    #expect(loop.work.outerSteps == Bound(2 * 8, 2 * 20))
    #expect(loop.notes.contains { $0.contains("promotion 2") })
  }

  @Test func numbersBeyondAllMeasure() throws {
    var configuration = Self.tiny
    configuration.soar.outerSteps = 1_000_000
    configuration.soar.innerSteps = 1_000_000
    configuration.soar.repeats = 1024
    configuration.soar.datasets = 1024
    configuration.soar.questionsPerDataset = 65_536
    configuration.student.batchQuestions = 1_000_000
    configuration.student.groupSize = 1_000_000
    configuration.teacher.samplingLimit = 1_000_000_000
    configuration.evaluation.greedyEvery = .max
    configuration.evaluation.testEvery = .max
    let plan = try WorkPlan(configuration, limits: .none)
    #expect(plan.total.rollouts.most > 1e25)
    #expect(!plan.text.isEmpty)
    #expect(try !jsonText(plan).isEmpty)
  }

  @Test func numbersAreShort() {
    #expect(Bound(48).text == "48")
    #expect(Bound(0, 60).text == "up to 60")
    #expect(Bound(48, 60).text == "48 to 60")
    #expect(Bound(123_456).text == "123 k")
    #expect(Bound(999_600).text == "1.00 M")
    #expect(Bound(1_234_567_890).text == "1.23 G")
  }

  /// The tiny world with no more than seven problems.
  private struct FewProblems: ProblemTask {
    let world: any ProblemTask
    var name: String { world.name }
    var tokenizer: any Tokenizer { world.tokenizer }
    var studentLimits: ResponseLimits { world.studentLimits }
    var teacherLimits: ResponseLimits { world.teacherLimits }
    var teacherPrompt: [Int32] { world.teacherPrompt }

    func studentPrompt(for question: String) -> [Int32] { world.studentPrompt(for: question) }
    func parse(_ document: Rollout) -> GeneratedQuestion? { world.parse(document) }
    func canonical(_ answer: String) -> String? { world.canonical(answer) }
    func grade(_ requests: [GradingRequest]) async throws -> [[GradedResponse]] {
      try await world.grade(requests)
    }
    func hardCandidates(
      _ count: Int, using stream: inout RandomStream
    ) throws -> [CandidateProblem] {
      try world.hardCandidates(min(7, count), using: &stream)
    }
  }

  @Test func fewerProblemsThanCandidatesArePlanned() async throws {
    let configuration = Self.tiny
    let world = try await RunSubject(configuration).task
    func screened(_ task: any ProblemTask) throws -> Double? {
      let limits = try TokenLimits(of: task, hardSet: configuration.hardSet, model: nil)
      return try WorkPlan(configuration, limits: limits).stages.first { $0.kind == .hardSet }?
        .work.samples.most
    }
    #expect(try screened(world) == 96)
    #expect(try screened(FewProblems(world: world)) == 14)
  }
}
