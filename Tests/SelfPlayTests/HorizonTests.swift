// Locks: a student's reward is the mean of its gains at the configured steps, which move with the
// extra steps after a promotion; hard-train steps follow the questions and are trained on; fresh
// students refuse a promotion whose gain was luck, are counted, and the median of them is promoted;
// the best teacher is the one after the step with the highest moving average, the first of equals;
// permuted rewards are the measured ones in another order.

import LanguageModel
import Randomness
import ReinforcementLearning
import SelfPlay
import Synchronization
import Tasks
import Testing
import Worlds

@Suite struct HorizonTests {
  typealias Fixture = OuterLoopTests.Fixture

  private static func run(
    _ fixture: Fixture, scheme: any RewardScheme = Grounded(),
    commit: @escaping @Sendable (OuterLoopPolicies) async throws -> Void = { _ in }
  ) async throws -> (steps: [OuterStepResult], state: OuterLoopState, OuterLoopPolicies) {
    let plain = fixture.loop()
    let loop = OuterLoop(
      soar: plain.soar, teacher: plain.teacher, innerLoop: plain.innerLoop,
      evaluator: plain.evaluator, engine: plain.engine, stream: plain.stream, scheme: scheme)
    let results = Mutex<[OuterStepResult]>([])
    let (state, policies) = try await loop.run(
      state: OuterLoopState(), policies: fixture.policies()
    ) { result, _, policies in
      results.withLock { $0.append(result) }
      try await commit(policies)
    }
    return (results.withLock { $0 }, state, policies)
  }

  @Test func theRewardIsTheMeanOverHorizons() async throws {
    var fixture = Fixture()
    fixture.soar.innerSteps = 4
    fixture.soar.rewardAt = [4, 1]
    let (steps, _, _) = try await Self.run(fixture)
    // A scripted student solves one more of forty problems per step.
    for student in steps[0].datasets.flatMap(\.students) {
      #expect(student.accuracyAt == [1: 1.0 / 40, 4: 4.0 / 40])
      #expect(abs(student.reward - 2.5 / 40) < 1e-12)
    }
    // The promoted student is the one at the end, and later horizons lie one step further.
    #expect(steps[0].baselineAccuracy == 4.0 / 40)
    for student in steps[1].datasets.flatMap(\.students) {
      #expect(student.accuracyAt == [2: 6.0 / 40, 5: 9.0 / 40])
    }
  }

  @Test func oneHorizonBeforeTheEnd() async throws {
    var fixture = Fixture()
    fixture.soar.innerSteps = 4
    fixture.soar.rewardAt = [2]
    let (steps, _, _) = try await Self.run(fixture)
    for student in steps[0].datasets.flatMap(\.students) {
      #expect(student.accuracyAt.isEmpty)
      #expect(abs(student.reward - 2.0 / 40) < 1e-12)
    }
  }

  @Test func hardTrainFollowsTheQuestions() async throws {
    var fixture = Fixture()
    fixture.soar.outerSteps = 1
    fixture.soar.hardSteps = 3
    let (steps, _, _) = try await Self.run(fixture)
    // The scripted student learns nothing from hard problems, whose groups have no variance.
    for student in steps[0].datasets.flatMap(\.students) {
      #expect(abs(student.reward - 2.0 / 40) < 1e-12)
    }
    let hard = Set(fixture.hard.map { OuterLoopTests.world.studentPrompt(for: $0.question) })
    let batches = fixture.log.entries.filter { entry in
      entry.prompts.count == 4 && entry.prompts.allSatisfy(hard.contains)
    }
    #expect(batches.count == 3 * 2 * 3, "three steps of three students of two datasets")
    #expect(batches.allSatisfy { $0.skill == 2 }, "after the questions")
  }

  @Test func freshStudentsConfirmAPromotion() async throws {
    var fixture = Fixture()
    fixture.soar.outerSteps = 1
    fixture.soar.confirmationStudents = 3
    let (steps, state, _) = try await Self.run(fixture)
    let confirmation = try #require(steps[0].confirmation)
    #expect(confirmation.students.count == 3)
    #expect(abs(confirmation.reward - 2.0 / 40) < 1e-12)
    #expect(steps[0].promotion != nil && !confirmation.isRefusal)
    #expect(state.promotions == 1)
    var plain = Fixture()
    plain.soar.outerSteps = 1
    let (unconfirmed, _, _) = try await Self.run(plain)
    #expect(unconfirmed[0].promotion != nil && unconfirmed[0].confirmation == nil)
  }

  @Test func luckIsRefused() async throws {
    var fixture = Fixture()
    fixture.soar.outerSteps = 1
    fixture.soar.confirmationStudents = 2
    fixture.unlucky = "confirmation"
    let (steps, state, _) = try await Self.run(fixture)
    #expect(state.promotions == 0)
    #expect(steps[0].promotion == nil && steps[0].confirmation?.reward == 0)
    #expect(steps[0].datasets.allSatisfy { abs($0.reward - 2.0 / 40) < 1e-12 })
    #expect(steps[0].baselineAccuracy == 0)
    #expect(state.rewards.count == 1, "the window goes on")
  }

  @Test func permutedRewardsAreTheMeasuredOnes() throws {
    let rewards = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]
    let orders = try (0..<50).map { step in
      let input = RewardInput(
        datasets: rewards.map { _ in [] }, grounded: rewards,
        stream: RandomStream(seed: 1, path: "reward/\(step)"))
      return try Permuted().rewards(for: input).datasetRewards
    }
    for order in orders { #expect(order.sorted() == rewards) }
    #expect(Set(orders).count > 40)
    // Every dataset gets every reward about equally often.
    let first = orders.count { $0[0] == 0.1 }
    #expect(2...18 ~= first)
  }

  @Test func theBestTeacherIsKept() async throws {
    var fixture = Fixture()
    fixture.soar.keepsBestTeacher = true
    fixture.soar.threshold = 1
    fixture.soar.window = 2
    let (_, state, policies) = try await Self.run(fixture)
    // Gains are equal at all steps: the first whole window stays the best.
    #expect(state.bestTeacherStep == 1)
    #expect(policies.bestTeacher != nil)
    fixture.soar.keepsBestTeacher = false
    let (_, plain, none) = try await Self.run(fixture)
    #expect(plain.bestTeacherStep == nil && none.bestTeacher == nil)
  }

  /// Students are measured, and each dataset earns its number, so that every step updates the teacher.
  private struct ByNumber: RewardScheme {
    var needs: RewardNeeds { RewardNeeds(grounded: true) }
    var granularity: RewardGranularity { .dataset }
    func rewards(for input: RewardInput) -> Rewards {
      .perDataset(input.datasets.indices.map(Double.init))
    }
  }

  /// - Parameters:
  ///   - unlucky: the step whose students learn nothing.
  ///   - best: the step after which the teacher is kept.
  @Test(arguments: [(unlucky: 0, window: 1, best: 1), (0, 2, 2), (3, 1, 0), (3, 2, 1)])
  func theBestTeacherIsOfTheHighestAverage(_ unlucky: Int, _ window: Int, _ best: Int)
    async throws
  {
    var fixture = Fixture()
    fixture.soar.keepsBestTeacher = true
    fixture.soar.outerSteps = 4
    fixture.soar.threshold = 1
    fixture.soar.window = window
    fixture.unlucky = "outer/\(unlucky)/"
    let (steps, state, policies) = try await Self.run(fixture, scheme: ByNumber())
    #expect(steps.allSatisfy { $0.teacherUpdate != nil })
    #expect(state.bestTeacherStep == best)
    #expect(state.bestTeacherAverage.map { abs($0 - 2.0 / 40) < 1e-12 } == true)
    // A scripted teacher's skill counts its updates.
    #expect((policies.bestTeacher as? ScriptedModel)?.skill == best + 1)
    #expect((try await policies.teacher.freeze() as? ScriptedModel)?.skill == 4)
  }
}
