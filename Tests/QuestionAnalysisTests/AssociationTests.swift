// Locks:
// - a dataset's features are means over the questions that have them; distinct structures by bytes
// - datasets without a finite reward, and their questions, are left out and counted
// - what cannot be determined has a status or a reason: constant, too few rows, one run, separation
// - core features: sparse and constant ones are left out; of questions, all that some labelled one lacks
// - plain text has core features of its own, whether or not there are labels
// - a trend shared by feature and reward is no association, by the rule of verdicts
// - the slope of an added-variable plot is the coefficient in the regression within steps
// - repeat noise: pooled over datasets; single repeats do not count

import QuestionAnalysis
import Randomness
import Statistics
import Testing

@Suite struct AssociationTests {
  private struct Sample {
    var run = 0
    var step: Int
    var reward: Double?
    var repeats: [Double?] = []
    /// Of each question: well-posed, correct, operations.
    var questions: [(Bool, Bool, Double?)]
    var structures: [String] = []
  }

  private func data(_ samples: [Sample]) -> AssociationData {
    var data = AssociationData()
    var run: Int?
    for (number, sample) in samples.enumerated() {
      if run != sample.run {
        run = sample.run
        data.begin(
          AssociationData.Loop(
            folder: "f", run: "r", seed: sample.run, teacher: "T", cluster: sample.run))
      }
      data.beginDataset(
        step: sample.step, number: number, reward: sample.reward, repeats: sample.repeats,
        isPromoted: false)
      for (index, question) in sample.questions.enumerated() {
        var values = FeatureValues()
        values.set(.wellPosed, question.0)
        values.set(.correct, question.1)
        values[.operations] = question.2
        let structure = index < sample.structures.count ? sample.structures[index] : nil
        data.add(values, structure: structure)
      }
    }
    data.end()
    return data
  }

  private func levels(_ data: AssociationData) -> (LevelAssociation, AssociationModels) {
    let level = LevelAssociation.datasets(
      data, noise: RepeatNoise(data.repeats), permutations: 199)
    return (level, AssociationModels(data.datasets, core: level.core))
  }

  @Test func datasetsAreMeansOfTheirQuestions() throws {
    let data = data([
      Sample(
        step: 0, reward: 0.5,
        questions: [(true, true, 2), (true, false, 3), (false, false, nil)],
        // One text to Swift, two to everyone who counts bytes.
        structures: ["\u{E9}", "e\u{301}", "\u{E9}"]),
      Sample(step: 0, reward: .nan, questions: [(true, true, 1)]),
      Sample(step: 1, reward: nil, questions: [(true, true, 1)]),
      Sample(step: 1, reward: -0.5, questions: [(false, false, nil)]),
    ])
    #expect(data.unrewarded == 2 && data.datasets.count == 2 && data.questionCount == 4)
    #expect(try #require(data.datasets.column(.wellPosed)) == [2.0 / 3, 0])
    #expect(try #require(data.datasets.column(.correct)) == [1.0 / 3, 0])
    let operations = try #require(data.datasets.column(.operations))
    #expect(operations[0] == 2.5 && operations[1].isNaN)
    let distinct = try #require(data.datasets.column(.distinctStructures))
    #expect(distinct[0] == 2.0 / 3 && distinct[1].isNaN)
    #expect(data.datasets.column(.depth) == nil)
    #expect(data.questions.reward == [0.5, 0.5, 0.5, -0.5])
    #expect(data.questionCounts == [3, 1] && data.labelledCounts == [3, 1])
  }

  @Test func degenerateDataHaveReasons() throws {
    let few = data([
      Sample(step: 0, reward: 1, questions: [(true, true, 1)]),
      Sample(step: 1, reward: 2, questions: [(false, false, nil)]),
    ])
    let (level, models) = levels(few)
    #expect(level[.wellPosed]?.status == .tooFewRows && level[.operations]?.count == 1)
    #expect(level[.operations]?.standardDeviation == nil)
    #expect(models.ols.model == nil && models.withinStep.model == nil && models.count == 2)
    #expect(AssociationVerdict(try #require(level[.wellPosed]), runs: 1).kind == .undecided)

    let flat = data(
      (0..<10).map { Sample(step: $0, reward: 1, questions: [($0 % 2 == 0, false, 2)]) })
    let (flatLevel, flatModels) = levels(flat)
    #expect(flatLevel[.wellPosed]?.status == .constantReward)
    #expect(flatLevel[.operations]?.status == .constant)
    #expect(flatLevel.leftOut.map(\.feature) == [.correct, .operations, .targetShare])
    #expect(flatLevel.leftOut.map(\.reason) == [.constant, .constant, .absent])
    guard case .notFitted(let reason) = flatModels.ols else {
      Issue.record("a constant reward has no regression")
      return
    }
    #expect(reason == "the reward is constant")
    let none = levels(data([Sample(step: 0, reward: 1, questions: [])]))
    #expect(none.0.features.isEmpty && none.1.ols.model == nil)
    let empty = levels(data([]))
    #expect(empty.0.count == 0 && empty.1.count == 0 && empty.1.addedVariables.isEmpty)
  }

  @Test func oneRunAndSeparation() throws {
    let data = data(
      (0..<30).map { step in
        Sample(
          step: step, reward: step % 3 == 0 ? 1 : -1, repeats: [1, 1.1],
          questions: [(step % 3 == 0, step % 2 == 0 && step % 3 == 0, nil)])
      })
    let noise = RepeatNoise(data.repeats)
    let (level, models) = levels(data)
    #expect(level.runs == 1)
    // One run says nothing of others: coefficients without errors.
    let slope = try #require(models.ols.model?["well_posed"])
    #expect(slope.pValue == nil && slope.estimate.interval == nil)
    #expect(AssociationContest(models) == .undecided)
    let above = try #require(
      AboveNoise(data, noise: noise, core: level.core, reference: .zero))
    #expect(above.positive == 10)
    guard case .separated(let separation) = above.outcome else {
      Issue.record("well-posed tells rewards apart")
      return
    }
    #expect(separation.isComplete && separation.columns.contains("well_posed"))
    let unrepeated = self.data([Sample(step: 0, reward: 1, questions: [(true, true, 1)])])
    #expect(
      AboveNoise(
        unrepeated, noise: RepeatNoise(unrepeated.repeats), core: [.wellPosed], reference: .zero)
        == nil)
  }

  @Test func coreFeaturesOfBothLevels() {
    // Half of the questions are ill-posed and have no number of operations.
    let data = data(
      (0..<24).map { step in
        Sample(
          run: step / 8, step: step, reward: Double(step * step % 7),
          questions: [(true, step % 3 == 0, Double(step % 4)), (step % 2 == 0, false, nil)])
      })
    #expect(levels(data).0.core == [.wellPosed, .correct, .operations])
    #expect(LevelAssociation.questions(data).core == [.wellPosed, .correct])
  }

  @Test(arguments: [false, true]) func plainTextsHaveTheirOwnCore(_ isLabelled: Bool) throws {
    var random = RandomStream(seed: 3, path: "texts")
    var data = AssociationData()
    for run in 0..<4 {
      data.begin(
        AssociationData.Loop(folder: "f", run: "r", seed: run, teacher: "T", cluster: run))
      var archive = TextArchive()
      for number in 0..<40 {
        let count = 1 + random.integer(below: 5)
        let noise = Double(random.integer(below: 100)) / 1000
        let words = ["add", "then", "these", "up"].prefix(1 + random.integer(below: 4))
        let text =
          words.joined(separator: " ")
          + (0..<count).map { " \($0)" }.joined(separator: " +") + "?"
        data.beginDataset(
          step: number / 8, number: number, reward: 0.1 * Double(count) + noise, repeats: [],
          isPromoted: false)
        var values = FeatureValues()
        let structure = TextStructure(text)
        structure.fill(&values)
        archive.add(structure, to: &values)
        if isLabelled { values.set(.wellPosed, number % 3 == 0) }
        data.add(values, structure: nil)
      }
    }
    data.end()
    let (level, models) = levels(data)
    #expect(data.datasets.judged == QuestionFeature.core + QuestionFeature.textCore)
    #expect(
      level.core == (isLabelled ? [.wellPosed] : []) + [.words, .numbers, .operatorSigns, .novelty])
    #expect(level.leftOut.allSatisfy { $0.reason == .absent })
    let numbers = try #require(level[.numbers])
    #expect(AssociationVerdict(numbers, runs: 4).kind == .associated)
    // As many operators as numbers, less one: one of the two says all.
    #expect(models.withinStep.model?.aliased == ["operator_signs"])
    let slope = try #require(models.withinStep.model?["numbers"])
    #expect(abs(slope.estimate.value - 0.1) < 0.01)
  }

  /// Five runs of 16 steps with 3 datasets of 8 questions.
  private func simulated(
    name: String, _ reward: (_ step: Int, _ share: Double, inout RandomStream) -> Double,
    share: (_ step: Int, inout RandomStream) -> Double
  ) -> AssociationData {
    var random = RandomStream(seed: 7, path: name)
    return data(
      (0..<240).map { number in
        let step = number % 48 / 3
        let quality = share(step, &random)
        let questions = (0..<8).map { _ in
          let isPosed = random.bernoulli(quality)
          return (isPosed, isPosed && random.bernoulli(0.5), isPosed ? 2.0 : nil)
        }
        let posed = Double(questions.count { $0.0 }) / 8
        return Sample(
          run: number / 48, step: step, reward: reward(step, posed, &random), questions: questions)
      })
  }

  @Test func trendsDoNotPoseAsAssociation() throws {
    let drifting = simulated(
      name: "drift", { step, _, random in 0.1 * Double(step) + random.normal() / 4 },
      share: { step, _ in 0.1 + 0.05 * Double(step) })
    let drift = try #require(levels(drifting).0[.wellPosed])
    #expect(try #require(drift.coefficients[.pearson]) > 0.7)
    #expect(AssociationVerdict(drift, runs: 5).kind != .associated)
    let real = simulated(
      name: "real", { _, share, random in share + random.normal() / 4 },
      share: { _, random in random.uniform() })
    let (level, models) = levels(real)
    let associated = try #require(level[.wellPosed])
    #expect(AssociationVerdict(associated, runs: 5).kind == .associated)
    // Two runs decide nothing, whatever their p-value.
    #expect(AssociationVerdict(associated, runs: 2).kind == .undecided)
    #expect((associated.wildBootstrap ?? 1) < 0.05)
    #expect(AssociationContest(models) == .structure)
    #expect((models.contest?.detectable ?? 0) > 0)
    // Coefficients given each other are one table.
    for (name, effect) in models.givenOthers {
      let p = models.withinStep.model?[name]?.pValue
      #expect(effect.pValue == p && (effect.adjusted ?? 1) >= (p ?? 1))
    }
    #expect(models.givenOthers.count > 1)
  }

  @Test func addedVariablesHaveTheSlopeOfTheRegression() throws {
    let data = simulated(
      name: "slopes", { step, share, random in share + 0.02 * Double(step) + random.normal() },
      share: { step, random in 0.3 + 0.02 * Double(step) + 0.3 * random.uniform() })
    let (level, models) = levels(data)
    #expect(level.core == [.wellPosed, .correct])
    #expect(models.addedVariables.map(\.feature) == [.wellPosed, .correct])
    for plot in models.addedVariables {
      let coefficient = try #require(models.withinStep.model?[plot.feature.rawValue])
      #expect(abs(plot.slope.estimate.value - coefficient.estimate.value) < 1e-12)
    }
  }

  @Test func repeatNoiseIsPooled() throws {
    let noise = RepeatNoise([[1, 3], [5], [], [2, 2, 2], [0, 4]])
    #expect(noise.datasets == 3)
    // Squares 2, 0 and 8, with one, two and one degrees of freedom.
    #expect(noise.standardDeviation == (10.0 / 4).squareRoot())
    #expect(RepeatNoise([[1], [2]]).standardDeviation == nil)
    #expect(RepeatNoise([]).reliability == nil)
  }

  @Test func permutationsFitTheTime() {
    #expect(PermutationBudget.count(rows: 100, features: 20) == 9999)
    #expect(PermutationBudget.count(rows: 10_000, features: 20) == 1000)
    #expect(PermutationBudget.count(rows: 1_000_000, features: 20) == 0)
    #expect(PermutationBudget.count(rows: 0, features: 0) == 9999)
  }
}
