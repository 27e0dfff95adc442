// Locks: intrinsic schemes read no hard problem, train nobody and promote nobody; learning progress
// trains but does not measure; what was measured of each question is reported; a reference gradient
// of zero rewards nothing and is flagged; credit per question reaches each document; without
// promotion a grounded run keeps its baseline; results do not depend on the number of workers, with
// models that really sample; the archive holds each question once; students' weights are kept only
// where the scheme samples them or one of them can be promoted.

import Diagnostics
import LanguageModel
import QuestionAnalysis
import Randomness
import ReinforcementLearning
import SelfPlay
import Synchronization
import Tasks
import Testing
import Tokenization
import Worlds

@Suite struct RewardedOuterLoopTests {
  typealias Fixture = OuterLoopTests.Fixture

  static func scheme(
    _ name: String, _ change: (inout RewardSchemeConfiguration) -> Void = { _ in }
  ) throws -> any RewardScheme {
    var configuration = RewardSchemeConfiguration(name)
    configuration.completions = 8
    change(&configuration)
    if name == "sum" && configuration.terms.isEmpty {
      configuration.terms = ["learnability", "diversity"].map(RewardSchemeConfiguration.init)
    }
    let classifier = ExactClassifier(world: OuterLoopTests.world)
    return try RewardSchemeRegistry.standard.make(
      configuration, validity: { classifier.classify($0)?.isWellPosed ?? false })
  }

  static func run(
    _ fixture: Fixture, _ scheme: any RewardScheme, policies: OuterLoopPolicies? = nil,
    engine: any Engine = ScriptedEngine(), usesPromotion: Bool = true,
    perQuestionCredit: Bool = false
  ) async throws -> (steps: [OuterStepResult], state: OuterLoopState) {
    let plain = fixture.loop(engine)
    let loop = OuterLoop(
      soar: plain.soar, teacher: plain.teacher, innerLoop: plain.innerLoop,
      evaluator: plain.evaluator, engine: engine, stream: plain.stream,
      scheme: scheme, usesPromotion: usesPromotion, perQuestionCredit: perQuestionCredit)
    let results = Mutex<[OuterStepResult]>([])
    let (state, _) = try await loop.run(
      state: OuterLoopState(), policies: policies ?? fixture.policies()
    ) { result, _, _ in results.withLock { $0.append(result) } }
    return (results.withLock { $0 }, state)
  }

  @Test(arguments: RewardSchemeRegistry.standard.names)
  func intrinsicSchemesNeverReadHardTrain(_ name: String) async throws {
    let scheme = try Self.scheme(name)
    let fixture = Fixture()
    let (steps, state) = try await Self.run(fixture, scheme)
    let hard = Set(fixture.hard.map { OuterLoopTests.world.studentPrompt(for: $0.question) })
    let read = fixture.log.entries.flatMap(\.prompts).contains { hard.contains($0) }
    let trained = fixture.log.entries.contains { !$0.trained.isEmpty }
    #expect(read == scheme.needs.readsHardTrain)
    #expect(trained == scheme.needs.trainsStudents)
    let isGain = ["grounded", "permuted"].contains(name)
    #expect(read == (isGain || name == "gradient-alignment"))
    #expect(trained == (isGain || name == "learning-progress"))
    #expect(steps.count == 3)
    guard !isGain else { return }
    #expect(state.promotions == 0)
    for step in steps {
      #expect(!step.isMeasuredOnHardTrain && step.promotion == nil)
      #expect(step.datasets.allSatisfy { $0.students.isEmpty })
      #expect(step.datasets.allSatisfy { $0.questionOutcomes.count == 8 })
    }
  }

  @Test func measurementsOfQuestionsAreReported() async throws {
    let (steps, _) = try await Self.run(Fixture(), Self.scheme("learning-progress"))
    let step = try #require(steps.first)
    for outcome in step.datasets.flatMap(\.questionOutcomes) {
      // The scripted student is right on every other rollout, before and after, and else quits.
      #expect(
        outcome
          == QuestionOutcome(
            reward: 0, solveRate: 0.5, majorityShare: 0.5, solveRateAfter: 0.5,
            trainingSolveRate: 0.5, zeroVarianceShare: 0))
    }
    #expect(step.measurementTokens > 0)
    #expect(step.teacherUpdate == nil)
  }

  @Test func aPlateauHasNoReferenceGradient() async throws {
    let (steps, _) = try await Self.run(Fixture(), Self.scheme("gradient-alignment"))
    for step in steps {
      #expect(step.flags == [.zeroReference])
      #expect(step.datasets.map(\.reward) == [0, 0])
      #expect(step.datasets.flatMap(\.questionOutcomes).allSatisfy { $0.alignment == 0 })
    }
  }

  @Test func creditPerQuestionReachesEachDocument() async throws {
    var fixture = Fixture()
    fixture.soar.outerSteps = 1
    let (steps, _) = try await Self.run(
      fixture, Self.scheme("random"), perQuestionCredit: true)
    let step = try #require(steps.first)
    let outcomes = step.datasets.flatMap(\.questionOutcomes)
    let rewards = outcomes.compactMap(\.reward)
    let expected = Advantage.leaveOneOut(rewards)
    #expect(outcomes.map(\.advantage) == expected.map(Optional.some))
    let trained = fixture.teacherLog.entries.flatMap(\.trained)
    #expect(trained.count == 16)
    let scale = TeacherConfiguration().rewardScale
    for (sequence, advantage) in zip(trained, expected) {
      let weight = try #require(sequence.weights.last)
      #expect(abs(weight - Float(advantage * scale / 16)) < 1e-6)
    }
    for dataset in step.datasets {
      let mean = dataset.questionOutcomes.compactMap(\.advantage).reduce(0, +) / 8
      #expect(abs(dataset.advantage - mean) < 1e-12)
    }
    // By default all documents of a dataset share its mean.
    let shared = Fixture()
    _ = try await Self.run(shared, Self.scheme("random"))
    let weights = shared.teacherLog.entries.flatMap(\.trained).prefix(16).map(\.weights.last)
    #expect(Set(weights.prefix(8)).count == 1 && Set(weights).count == 2)
  }

  @Test func withoutPromotionTheBaselineStays() async throws {
    let (steps, state) = try await Self.run(Fixture(), Grounded(), usesPromotion: false)
    #expect(state.promotions == 0 && state.promotionQuestions.isEmpty)
    #expect(steps.map(\.baselineAccuracy) == [0, 0, 0])
    #expect(steps.allSatisfy { $0.isMeasuredOnHardTrain && $0.datasets[0].students.count == 3 })
  }

  @Test func weightsOfStudentsAreKeptOnlyIfNeeded() throws {
    func keeps(
      _ name: String, usesPromotion: Bool = true, confirmations: Int = 0,
      after rewards: [Double] = []
    ) throws -> Bool {
      var fixture = Fixture()
      fixture.soar.window = 2
      fixture.soar.confirmationStudents = confirmations
      let plain = fixture.loop()
      return OuterLoop(
        soar: fixture.soar, teacher: plain.teacher, innerLoop: plain.innerLoop,
        evaluator: plain.evaluator, engine: plain.engine, stream: plain.stream,
        scheme: try Self.scheme(name), usesPromotion: usesPromotion
      ).keepsStudents(after: rewards)
    }
    #expect(try keeps("grounded", after: [0.1]))
    #expect(try !keeps("grounded"), "the window is not full after this step")
    #expect(try !keeps("grounded", usesPromotion: false, after: [0.1]))
    #expect(try !keeps("grounded", confirmations: 3, after: [0.1]))
    #expect(try keeps("learning-progress", usesPromotion: false))
    #expect(try !keeps("permuted", usesPromotion: false, after: [0.1]))
  }

  @Test func theArchiveHoldsEachQuestionOnce() async throws {
    let fixture = Fixture()
    let (steps, state) = try await Self.run(fixture, Self.scheme("diversity"))
    let questions = steps.flatMap(\.datasets).flatMap(\.questions).map(\.question)
    let archive = try #require(state.archive)
    #expect(Set(archive) == Set(questions) && archive.count == Set(questions).count)
    // The scripted teacher repeats itself: after the first step nothing is new.
    #expect(steps.map(\.reward).dropFirst().allSatisfy { $0 == 0 })
    let (_, other) = try await Self.run(Fixture(), Self.scheme("learnability"))
    #expect(other.archive == nil)
  }

  @Test func resultsDoNotDependOnTheWorkers() async throws {
    var fixture = Fixture()
    fixture.soar.outerSteps = 1
    fixture.soar.repeats = 2
    let scheme = try Self.scheme("sum") {
      $0.gate = true
      $0.terms = [
        "grounded", "uncertainty", "learning-progress", "gradient-alignment", "diversity",
      ].map(RewardSchemeConfiguration.init)
      for index in $0.terms.indices { $0.terms[index].completions = 40 }
    }
    func result(workers: Int) async throws -> OuterStepResult {
      var shape = ModelConfiguration()
      shape.hiddenSize = 16
      shape.intermediateSize = 16
      shape.layerCount = 1
      let vocabulary = OuterLoopTests.world.vocabulary
      let model = Transformer(shape.transformer(vocabularySize: vocabulary.vocabularySize), seed: 1)
      let policies = OuterLoopPolicies(
        teacher: fixture.policies().teacher, base: LocalSampler(model))
      let engine = LocalEngine(
        pool: WorkerPool(workers: workers), vocabulary: vocabulary.tokens)
      let (steps, _) = try await Self.run(fixture, scheme, policies: policies, engine: engine)
      return try #require(steps.first)
    }
    let (one, three) = (try await result(workers: 1), try await result(workers: 3))
    let outcomes = one.datasets.flatMap(\.questionOutcomes)
    #expect(outcomes == three.datasets.flatMap(\.questionOutcomes))
    #expect(one.datasets.map(\.reward) == three.datasets.map(\.reward))
    #expect(one.datasets.map(\.advantage) == three.datasets.map(\.advantage))
    #expect(one.measurementTokens == three.measurementTokens)
    #expect(one.measurementFLOPs == three.measurementFLOPs)
    #expect(one.flops == three.flops)
    #expect(try #require(one.flops).total > #require(one.teacherFLOPs).total)
    // The random model quits now and then, which is worth more than no form at all: there is a
    // reference gradient, and questions differ in how they align with it.
    #expect(one.flags.isEmpty)
    #expect(Set(outcomes.compactMap(\.alignment)).count > 4)
    #expect(outcomes.allSatisfy { abs($0.alignment ?? 2) <= 1 })
  }
}
