// Locks:
// - a label that goes with the reward through reachability alone: its indirect slope is decided, its
//   direct slope is not, and the share is near one; without the mediator in most rows there is nothing
// - rows without one of the three values are left out
// - fewer than three runs give estimates without intervals

import QuestionAnalysis
import Randomness
import Statistics
import Testing

@Suite struct ReachMediationTests {
  /// Six runs of 12 steps with 4 datasets of 16 questions. Well-posed questions are within reach more
  /// often, and only reach goes with the reward.
  private func data(
    runs: Int = 6, mediator: QuestionFeature = .baseAgreement, sampledShare: Double = 1
  ) -> AssociationData {
    var data = AssociationData()
    var random = RandomStream(seed: 11, path: "reach")
    for run in 0..<runs {
      data.begin(
        AssociationData.Loop(folder: "f", run: "r", seed: run, teacher: "T", cluster: run))
      for step in 0..<12 {
        let level = random.normal()
        for number in 0..<4 {
          let quality = random.uniform()
          let questions = (0..<16).map { _ -> (isPosed: Bool, isCorrect: Bool, reach: Double) in
            let isPosed = random.bernoulli(quality)
            let reach = (isPosed ? 0.3 : 0) + 0.7 * random.uniform()
            return (isPosed, isPosed && random.bernoulli(0.5), reach)
          }
          let reached = questions.map(\.reach).mean
          data.beginDataset(
            step: step, number: number, reward: level + reached + 0.05 * random.normal(),
            repeats: [], isPromoted: false)
          let isSampled = random.uniform() < sampledShare
          for question in questions {
            var values = FeatureValues()
            values.set(.wellPosed, question.isPosed)
            values.set(.correct, question.isCorrect)
            if isSampled { values[mediator] = question.reach }
            data.add(values, structure: nil)
          }
        }
      }
    }
    data.end()
    return data
  }

  @Test func reachExplainsTheLabel() throws {
    let mediation = ReachMediation(.baseAgreement, in: data().datasets)
    #expect(mediation.status == .fitted && mediation.count == 288 && mediation.runs == 6)
    #expect(
      mediation.models.map(\.features) == [[.wellPosed], [.correct], [.wellPosed, .correct]])
    let path = try #require(mediation.models[0].mediation?.paths.first)
    #expect(path.total.decision == .above && path.indirect.decision == .above)
    #expect(path.direct.decision == .undecided)
    let share = try #require(path.share)
    #expect(share.covers(1) && abs(share.value - 1) < 0.2)
    let rivals = try #require(mediation.explained).rivals
    #expect(rivals.map(\.names) == [["well_posed"], ["correct"], ["well_posed", "correct"]])
    #expect(rivals.allSatisfy { $0.difference.decision == .above })
  }

  @Test func mediatorsAreInMostRowsOrNotUsed() {
    let rows = data(sampledShare: 0.3).datasets
    let sparse = ReachMediation(.baseAgreement, in: rows)
    #expect(sparse.status == .tooSparse && sparse.models.isEmpty && sparse.explained == nil)
    #expect(ReachMediation(.trainingSolveRate, in: rows).status == .absent)
    let most = ReachMediation(
      .trainingSolveRate, in: data(mediator: .trainingSolveRate, sampledShare: 0.7).datasets)
    #expect(most.status == .fitted && most.count < 288 && most.count > 144)
    #expect(ReachMediation(.baseAgreement, in: AssociationData().datasets).status == .absent)
  }

  @Test func twoRunsHaveNoIntervals() throws {
    let mediation = ReachMediation(.baseAgreement, in: data(runs: 2).datasets)
    let path = try #require(mediation.models[0].mediation?.paths.first)
    #expect(path.indirect.estimate.value > 0.1 && path.indirect.estimate.interval == nil)
    #expect(path.share == nil && path.total.decision == .undecided)
    let single = ReachMediation(.baseAgreement, in: data(runs: 1).datasets)
    let own = try #require(single.models[0].mediation?.paths.first)
    #expect(single.runs == 1 && own.indirect.estimate.interval == nil && own.share == nil)
    #expect(try #require(single.explained).rivals.allSatisfy { $0.difference.pValue == nil })
  }
}
