// Locks: the median is the median (upper for even numbers), the best is the first of the highest,
// a promotion needs a whole window above tau; schedules go through every question once an epoch
// and mix by halves, and know which questions of a batch are the dataset's.

import Randomness
import ReinforcementLearning
import SelfPlay
import Tasks
import Testing

@Suite struct PromotionTests {
  @Test func theMedianIsTheMedian() {
    #expect(Promotion.medianStudent([0.3]) == 0)
    #expect(Promotion.medianStudent([0.3, 0.1, 0.2]) == 2)
    #expect(Promotion.medianStudent([0.5, 0.1, 0.9, 0.4, 0.2]) == 3)
    #expect(Promotion.medianStudent([0.4, 0.1, 0.3, 0.2]) == 2)
    #expect(Promotion.medianStudent([0.2, 0.2, 0.2]) == 1)
  }

  @Test func theBestIsTheFirstOfTheHighest() {
    #expect(Promotion.bestDataset([0.1, 0.4, 0.4, -1]) == 1)
    #expect(Promotion.bestDataset([-0.3, -0.2]) == 1)
  }

  @Test func aPromotionNeedsAWholeWindowAboveTau() {
    #expect(Promotion.movingAverage([1, 2, 3, 4], window: 3) == 3)
    #expect(Promotion.movingAverage([1, 2], window: 3) == 1.5)
    #expect(!Promotion.isDue([1, 1], window: 3, threshold: 0.01))
    #expect(Promotion.isDue([0, 0.02, 0.02], window: 3, threshold: 0.01))
    #expect(!Promotion.isDue([0.25, 0.25, 0.25], window: 3, threshold: 0.25))
  }

  @Test func aPromotionWaitsUntilTheCurveIsFlat() {
    func isDue(_ rewards: [Double], patience: Int) -> Bool {
      Promotion.isDue(rewards, window: 1, threshold: 0.01, patience: patience)
    }
    #expect(isDue([0.02, 0.03], patience: 0))
    #expect(!isDue([0.02, 0.03], patience: 1))
    #expect(isDue([0.02, 0.03, 0.03], patience: 1), "equal is no new high")
    #expect(!isDue([0.02, 0.03, 0.025], patience: 2))
    #expect(isDue([0.02, 0.03, 0.025, 0.02], patience: 2))
    #expect(!isDue([0.02, 0.03, 0.025, 0.01], patience: 2), "not above tau any more")
    // Averages of whole windows count, not single rewards: .03, .02, .02.
    #expect(
      Promotion.isDue([0.06, 0, 0.04, 0], window: 2, threshold: 0.01, patience: 2))
  }

  @Test func tauRisesWithWhatTheUntrainedTeacherEarned() {
    var soar = SOARConfiguration()
    soar.threshold = 0.01
    #expect(Promotion.threshold(soar, firstRewards: [0.01, 0.03]) == 0.01)
    soar.thresholdMultiple = 3
    #expect(Promotion.threshold(soar, firstRewards: nil) == 0.01)
    #expect(abs(Promotion.threshold(soar, firstRewards: [0.01, 0.03]) - 0.06) < 1e-12)
    #expect(Promotion.threshold(soar, firstRewards: [-0.01, 0.01]) == 0.01)
  }

  @Test func otherQuestionsTakeOver() {
    let schedule = QuestionSchedule(
      synthetic: Self.set(0..<100), replay: Self.set(100..<200),
      last: (questions: Self.set(200..<210), start: 3), stream: RandomStream(seed: 1, path: "s"))
    func numbers(_ step: Int) -> [Int] {
      schedule.batch(step: step, size: 10).compactMap { Int($0.question) }
    }
    #expect(numbers(2).count { $0 < 100 } == 5)
    #expect(numbers(3).sorted() == Array(200..<210))
    #expect(numbers(4).sorted() == Array(200..<210))
  }

  private static func set(_ range: Range<Int32>) -> [TrainingQuestion] {
    range.map { TrainingQuestion(question: "\($0)", answer: "") }
  }

  @Test func schedulesVisitEveryQuestionOncePerEpoch() {
    let schedule = QuestionSchedule(
      synthetic: Self.set(0..<12), stream: RandomStream(seed: 1, path: "s"))
    for epoch in 0..<3 {
      let seen = (0..<3).flatMap { schedule.batch(step: 3 * epoch + $0, size: 4) }
      #expect(Set(seen).count == 12)
    }
    // A batch across the border of two epochs.
    #expect(schedule.batch(step: 1, size: 8).count == 8)
  }

  @Test func schedulesMixAsAsked() {
    let stream = RandomStream(seed: 1, path: "s")
    func batch(_ mixing: ArmConfiguration.Mixing, step: Int) -> [Int32] {
      QuestionSchedule(
        synthetic: Self.set(0..<100), hardTrain: Self.set(100..<200), mixing: mixing,
        curriculumSteps: 5, stream: stream
      ).batch(step: step, size: 8).compactMap { Int32($0.question) }
    }
    #expect(batch(.alone, step: 3).allSatisfy { $0 < 100 })
    #expect(batch(.hardOnly, step: 3).allSatisfy { $0 >= 100 })
    #expect(batch(.mixed, step: 3).count { $0 < 100 } == 4)
    #expect(batch(.curriculum, step: 4).allSatisfy { $0 < 100 })
    #expect(batch(.curriculum, step: 5).allSatisfy { $0 >= 100 })
    #expect(batch(.mixed, step: 3) == batch(.mixed, step: 3))
    #expect(batch(.mixed, step: 3) != batch(.mixed, step: 4))
  }

  @Test func schedulesReplayPromotionQuestionsInHalfOfEachBatch() {
    let stream = RandomStream(seed: 1, path: "s")
    let replay = QuestionSchedule(
      synthetic: Self.set(0..<100), replay: Self.set(100..<200), stream: stream)
    #expect(replay.batch(step: 2, size: 8).count { Int($0.question)! >= 100 } == 4)
    let none = QuestionSchedule(synthetic: Self.set(0..<100), replay: [], stream: stream)
    let alone = QuestionSchedule(synthetic: Self.set(0..<100), stream: stream)
    #expect(none.batch(step: 2, size: 8) == alone.batch(step: 2, size: 8))
  }

  @Test func aBatchKnowsWhichOfItsQuestionsAreTheDatasets() {
    let set = Self.set(0..<5)
    let schedule = QuestionSchedule(
      synthetic: set, replay: Self.set(100..<200), last: (Self.set(200..<300), 3),
      stream: RandomStream(seed: 1, path: "s"))
    for step in 0..<5 {
      let batch = schedule.batch(step: step, size: 8)
      let positions = schedule.syntheticPositions(step: step, size: 8)
      #expect(positions.count == 8 && positions.count { $0 != nil } == (step < 3 ? 4 : 0))
      for (question, position) in zip(batch, positions) {
        #expect(position.map { set[$0] == question } ?? (Int(question.question)! >= 100))
      }
    }
  }
}
