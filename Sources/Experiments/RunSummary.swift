import Configuration
package import Diagnostics
import Foundation
package import RunStore
import SelfPlay
import Statistics

/// What `soar show` shows of a run.
package struct RunSummary: Encodable {
  package struct HardSet: Encodable {
    package var screened, solved, train, test: Int
    /// Problems of another distribution that arms are tested on; 0 where they are not.
    package var transfer: Int
    /// Samples of the base model per candidate.
    package var samples: Int?
  }

  package struct Step: Encodable {
    package var teacher: String
    package var seed, step: Int
    package var reward, movingAverage: Measured
    package var isPromoted: Bool
    /// Greedy, on the whole of hard-train.
    package var baselineAccuracy: Measured
    package var teacherKL: Measured
    package var rejected: Int
  }

  package struct Arm: Encodable {
    package var arm: String
    /// `student` counts the students of a seed from 0.
    package var seed, student: Int
    package var status: String
    package var steps, rollouts, tokensSampled, tokensTrained: Int
    package var testSamples: Int?
    /// On hard-test, by k; shares.
    package var passAtK: [String: Measured]
    /// On the transfer problems, by k; empty where there are none.
    package var transferPassAtK: [String: Measured]
    /// Greedy, on hard-train.
    package var trainAccuracy: Measured
  }

  package struct Event: Encodable {
    package var kind, message: String
    package var teacher, arm: String?
    package var seed, student, step: Int?
  }

  package var folder: String
  package var run: RunRecord
  package var hardSet: HardSet
  package var outerSteps: [Step]
  package var arms: [Arm]
  package var events: [Event]
  /// The k of pass@k, ascending.
  package var passAt: [Int]

  package init(folder: String) throws {
    let store = try RunStore.open(at: URL(fileURLWithPath: folder), readOnly: true)
    self.folder = folder
    run = try store.run()
    let screening = try store.screening().filter { !$0.isTransfer }
    let problems = try store.hardProblems()
    hardSet = HardSet(
      screened: screening.count, solved: screening.count { $0.successes > 0 },
      train: problems.count { $0.half == .train }, test: problems.count { $0.half == .test },
      transfer: problems.count { $0.half == .transfer }, samples: screening.first?.samples)
    outerSteps = try store.outerSteps().map {
      Step(
        teacher: $0.teacher, seed: $0.seed, step: $0.step, reward: Measured($0.meanReward),
        movingAverage: Measured($0.movingAverage), isPromoted: $0.isPromoted,
        baselineAccuracy: Measured($0.baselineAccuracy), teacherKL: Measured($0.teacherKL),
        rejected: $0.rejected)
    }
    // A run of another release may have a configuration that this one does not know.
    let configuration = try? ConfigurationLoader.load(
      RunConfiguration(), text: run.config, name: folder)
    let ks = (configuration?.evaluation.passAt ?? [1, 4, 8, 16, 32]).filter { $0 > 0 }.sorted()
    passAt = ks
    let order = configuration?.arms.map(\.name) ?? []
    func rank(_ arm: Arm) -> Int { order.firstIndex(of: arm.arm) ?? order.count }
    arms = try store.armRuns().map { Arm($0, passAt: ks) }
      .enumerated()
      .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
      .map(\.element)
    events = try store.events().map {
      Event(
        kind: $0.kind, message: $0.message, teacher: $0.teacher, arm: $0.arm, seed: $0.seed,
        student: $0.student, step: $0.step)
    }
  }
}

extension RunSummary.Arm {
  package init(_ run: ArmRunRecord, passAt: [Int]) {
    func final(_ split: Split, _ kind: EvaluationKind) -> EvaluationRecord? {
      run.evaluations.first {
        $0.split == split && $0.kind == kind && $0.step == nil && !$0.problems.isEmpty
      }
    }
    arm = run.arm
    seed = run.seed
    student = run.student
    status = run.status.rawValue
    steps = run.steps
    rollouts = run.rollouts
    tokensSampled = run.tokensSampled
    tokensTrained = run.tokensTrained
    let test = final(.test, .sampled)
    testSamples = test?.samplesPerProblem
    func passAtK(_ evaluation: EvaluationRecord?) -> [String: Measured] {
      guard let evaluation else { return [:] }
      let samples = evaluation.samplesPerProblem
      return Dictionary(
        uniqueKeysWithValues: Set(passAt).filter { $0 <= samples }.map { k in
          let successes = evaluation.problems.map(\.successes)
          return ("\(k)", Measured(PassAtK.mean(samples: samples, successes: successes, k: k)))
        })
    }
    self.passAtK = passAtK(test)
    transferPassAtK = passAtK(final(.transfer, .sampled))
    let train = final(.train, .greedy)
    trainAccuracy = Measured(
      train.map { evaluation in
        Double(evaluation.problems.reduce(0) { $0 + $1.successes })
          / Double(evaluation.problems.count * evaluation.samplesPerProblem)
      })
  }
}
