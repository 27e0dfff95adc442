// Locks: every question is in k of the g datasets and in none twice, dealt by the stream alone; with
// k = 1 datasets are cut as the questions were written; credits sum to zero, are the leave-one-out
// advantages with k = 1, have their expectation with any k, and find planted effects; in the loop the
// teacher writes g n / k documents and trains on each once, and every copy carries its credit;
// datasets that share questions are refused where they cannot.

import Diagnostics
import LanguageModel
import Randomness
import ReinforcementLearning
import SelfPlay
import Synchronization
import Tasks
import Testing
import Worlds

@Suite struct QuestionDealTests {
  private static func configuration(
    _ datasets: Int, _ questions: Int, _ shared: Int, repeats: Int = 1
  ) -> SOARConfiguration {
    var soar = SOARConfiguration()
    soar.datasets = datasets
    soar.questionsPerDataset = questions
    soar.datasetsPerQuestion = shared
    soar.repeats = repeats
    return soar
  }

  private static func deal(
    _ datasets: Int, _ questions: Int, _ shared: Int, repeats: Int = 1, draw: Int = 0
  ) -> QuestionDeal {
    QuestionDeal(
      configuration(datasets, questions, shared, repeats: repeats),
      stream: RandomStream(seed: 1, path: "deal/\(draw)"))
  }

  /// Rewards of datasets whose questions add up their effects.
  private static func rewards(_ effects: [Double], _ deal: QuestionDeal) -> [Double] {
    deal.datasets(of: effects).map { $0.reduce(0, +) }
  }

  @Test(arguments: [(12, 16, 2), (12, 16, 3), (12, 16, 6), (4, 8, 2), (12, 1, 4), (6, 5, 3)])
  func dealsAreBalanced(_ datasets: Int, _ questions: Int, _ shared: Int) {
    let deal = Self.deal(datasets, questions, shared)
    #expect(deal.count == datasets * questions / shared && deal.isShared)
    #expect(deal.members.count == datasets)
    #expect(deal.members.allSatisfy { $0.count == questions && Set($0).count == questions })
    for question in 0..<deal.count {
      #expect(deal.members.count { $0.contains(question) } == shared)
    }
    #expect(deal == Self.deal(datasets, questions, shared))
  }

  @Test func dealsAreRandom() {
    let deals = (0..<20).map { Self.deal(12, 16, 2, draw: $0) }
    for (index, deal) in deals.enumerated() {
      #expect(deals.prefix(index).allSatisfy { $0 != deal })
    }
    // Two questions that start side by side are in one dataset no more often than others.
    let together = deals.map { deal in deal.members.count { $0.contains(0) && $0.contains(1) } }
    #expect(together.reduce(0, +) < 20)
  }

  @Test func oneDatasetPerQuestionIsAsBefore() {
    let deal = Self.deal(4, 8, 1)
    #expect(deal.members == (0..<4).map { Array($0 * 8..<($0 + 1) * 8) })
    #expect(deal.count == 32 && !deal.isShared)
    let rewards = [0.1, -0.02, 0.05, 0.05]
    let own = Advantage.leaveOneOut(rewards)
    for (question, advantage) in deal.advantages(of: rewards).enumerated() {
      #expect(abs(advantage - own[question / 8]) < 1e-12)
    }
  }

  @Test func creditsSumToZero() {
    for (shared, repeats) in [(1, 1), (2, 1), (3, 4), (6, 2)] {
      let deal = Self.deal(12, 16, shared, repeats: repeats)
      var stream = RandomStream(seed: 3, path: "rewards")
      let rewards = (0..<12).map { _ in stream.normal() }
      let advantages = deal.advantages(of: rewards)
      #expect(advantages.count == 192 / shared)
      #expect(abs(advantages.reduce(0, +)) < 1e-10)
      #expect(advantages.contains { $0 != 0 })
      // A constant says nothing.
      let shifted = deal.advantages(of: rewards.map { $0 + 0.25 })
      #expect(zip(advantages, shifted).allSatisfy { abs($0 - $1) < 1e-10 })
      #expect(deal.advantages(of: rewards.map { _ in 0.1 }).allSatisfy { $0 == 0 })
    }
  }

  /// E[A_i e_i] is the variance of an effect for any k, as with leave-one-out: the update has the
  /// expectation of one with datasets of their own.
  @Test(arguments: [1, 2, 3, 6])
  func theUpdateHasTheSameExpectation(_ shared: Int) {
    let draws = 1500
    var stream = RandomStream(seed: 7, path: "expectation/\(shared)")
    var products: [Double] = []
    for draw in 0..<draws {
      let deal = Self.deal(12, 4, shared, draw: draw)
      let effects = (0..<deal.count).map { _ in stream.normal() }
      let rewards = Self.rewards(effects, deal).map { $0 + 2 * stream.normal() }
      let advantages = deal.advantages(of: rewards)
      products.append(
        zip(advantages, effects).reduce(0) { $0 + $1.0 * $1.1 } / Double(deal.count))
    }
    let mean = products.reduce(0, +) / Double(draws)
    let variance =
      products.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(draws - 1)
    #expect(abs(mean - 1) < 4 * (variance / Double(draws)).squareRoot(), "\(mean)")
  }

  @Test func plantedEffectsAreFound() {
    // Eight questions in 24 datasets: more equations than effects.
    let effects = [0.9, -0.3, 0, 0.1, -0.2, 0.05, 0, 0.4]
    let centre = effects.reduce(0, +) / 8
    var sums = [Double](repeating: 0, count: 8)
    for draw in 0..<400 {
      let deal = Self.deal(24, 4, 12, draw: draw)
      let advantages = deal.advantages(of: Self.rewards(effects, deal))
      #expect(advantages.indices.max { advantages[$0] < advantages[$1] } == 0)
      for question in 0..<8 { sums[question] += advantages[question] / 400 }
    }
    // By symmetry they average to the effects, centred, times 8 / 7.
    for question in 0..<8 {
      #expect(abs(sums[question] - (effects[question] - centre) * 8 / 7) < 0.05)
    }
  }

  // MARK: In the loop

  /// Grounded rewards in place of which each dataset earns its number.
  private struct ByNumber: RewardScheme {
    var needs: RewardNeeds { RewardNeeds(grounded: true) }
    var granularity: RewardGranularity { .dataset }
    func rewards(for input: RewardInput) -> Rewards {
      .perDataset(input.datasets.indices.map { 0.01 * Double($0 * $0) })
    }
  }

  @Test func eachDocumentIsWrittenOnceAndTrainedOnOnce() async throws {
    var fixture = OuterLoopTests.Fixture()
    fixture.soar.outerSteps = 1
    fixture.soar.datasets = 4
    fixture.soar.datasetsPerQuestion = 2
    fixture.soar.threshold = 1
    let (steps, _) = try await RewardedOuterLoopTests.run(fixture, ByNumber())
    let step = try #require(steps.first)
    #expect(step.datasetsPerQuestion == 2)
    #expect(step.datasets.map(\.questions.count) == [8, 8, 8, 8])
    let update = try #require(step.teacherUpdate)

    // The same place is the same question with the same credit, in two datasets.
    var questions: [Int: GeneratedQuestion] = [:]
    var credits: [Int: [Double]] = [:]
    for dataset in step.datasets {
      #expect(dataset.poolPositions.count == 8 && dataset.questionOutcomes.count == 8)
      for (index, position) in dataset.poolPositions.enumerated() {
        let question = dataset.questions[index]
        #expect(questions[position].map { $0.rollout.tokens == question.rollout.tokens } ?? true)
        questions[position] = question
        credits[position, default: []].append(
          try #require(dataset.questionOutcomes[index].advantage))
      }
    }
    #expect(questions.keys.sorted() == Array(0..<16))
    #expect(credits.values.allSatisfy { $0.count == 2 && $0[0] == $0[1] })
    for (dataset, advantage) in zip(step.datasets, update.advantages) {
      #expect(dataset.advantage == advantage)
      let own = dataset.poolPositions.compactMap { credits[$0]?[0] }
      #expect(abs(own.reduce(0, +) / 8 - advantage) < 1e-12)
    }
    #expect(abs(update.advantages.reduce(0, +)) < 1e-12)

    let trained = fixture.teacherLog.entries.flatMap(\.trained)
    #expect(trained.count == 16)
    let scale = TeacherConfiguration().rewardScale
    for (position, sequence) in trained.enumerated() {
      #expect(sequence.tokens == questions[position]?.rollout.tokens)
      let expected = Float((credits[position]?[0] ?? .nan) * scale / 16)
      for weight in sequence.weights.dropFirst() { #expect(abs(weight - expected) < 1e-6) }
    }
  }

  @Test func aDatasetThatSharesQuestionsCanBePromoted() async throws {
    var fixture = OuterLoopTests.Fixture()
    fixture.soar.outerSteps = 1
    fixture.soar.datasets = 4
    fixture.soar.datasetsPerQuestion = 2
    let (steps, state) = try await RewardedOuterLoopTests.run(fixture, Grounded())
    let promotion = try #require(steps[0].promotion)
    #expect(
      state.promotionQuestions
        == steps[0].datasets[promotion.dataset].questions.map(TrainingQuestion.init))
  }

  // MARK: Configurations

  private static func complaint(
    _ change: (inout RunConfiguration) -> Void
  ) -> String {
    var configuration = RunConfiguration()
    configuration.teachers = [
      TeacherRunConfiguration(name: "SOAR"),
      TeacherRunConfiguration(name: "intrinsic", reward: .init("learnability")),
    ]
    change(&configuration)
    do {
      try configuration.validate()
      return "none"
    } catch {
      return "\(error)"
    }
  }

  @Test func whatCannotShareIsRefused() {
    #expect(Self.complaint { _ in } == "none")
    #expect(Self.complaint { $0.teachers[0].datasetsPerQuestion = 3 } == "none")
    #expect(
      Self.complaint {
        $0.soar.datasetsPerQuestion = 2
        $0.teachers[1].datasetsPerQuestion = 1
      } == "none")
    #expect(
      Self.complaint {
        $0.teachers[0].datasetsPerQuestion = 2
        $0.teachers[0].reward = .init("permuted")
      } == "none")
    let cases: [((inout RunConfiguration) -> Void, [String])] = [
      ({ $0.soar.datasetsPerQuestion = 0 }, ["soar.datasetsPerQuestion: is 0"]),
      (
        { $0.soar.datasetsPerQuestion = 5 },
        [
          "soar.datasetsPerQuestion: is 5, but must divide soar.datasets = 12",
          "give one of 1, 2, 3, 4, 6",
        ]
      ),
      (
        { $0.teachers[0].datasetsPerQuestion = 12 },
        ["teachers[0].datasetsPerQuestion: is 12, but must divide soar.datasets = 12"]
      ),
      (
        { $0.teachers[1].datasetsPerQuestion = 2 },
        ["teachers[1].datasetsPerQuestion: is 2", "'learnability' of 'intrinsic'"]
      ),
      (
        { $0.soar.datasetsPerQuestion = 2 },
        ["soar.datasetsPerQuestion: is 2", "set teachers[1].datasetsPerQuestion to 1"]
      ),
      ({ $0.teachers[1].datasetsPerQuestion = -1 }, ["teachers[1].datasetsPerQuestion: is -1"]),
    ]
    for (change, parts) in cases {
      let complaint = Self.complaint(change)
      for part in parts { #expect(complaint.contains(part), "\(complaint)") }
      #expect(!complaint.contains("\n"))
    }
  }
}
