import Configuration
import Diagnostics
import Experiments
import Foundation
import RunStore
import SelfPlay
import Statistics

/// What takes longer to read of a run: the quality of its questions, and its arms.
struct RunDetails: Encodable {
  /// Shares of one loop's questions, `[step]`.
  struct Quality: Encodable {
    var teacher: String
    var seed: Int
    var steps: [Int] = []
    /// Labelled questions.
    var questions: [Int] = []
    /// Shares of them, 0 to 1. An ill-posed question counts as incorrect.
    var wellPosed: [Measured] = []
    var correct: [Measured] = []
    /// Mean share of target operations; null where labels have none.
    var targetShare: [Measured] = []
  }

  struct Interval: Encodable {
    var k: Int
    /// Shares; the interval is of 95%, over seeds and problems.
    var value, lower, upper: Measured

    init(k: Int, _ estimate: Estimate) {
      self.k = k
      value = Measured(estimate.value)
      lower = Measured(estimate.interval?.lower)
      upper = Measured(estimate.interval?.upper)
    }
  }

  struct Arm: Encodable {
    var arm: String
    var seeds, students: Int
    /// Students whose training hit a non-finite loss.
    var diverged: Int
    /// On hard-test, and on the transfer problems.
    var passAtK: [Interval]
    var transferPassAtK: [Interval]
    /// Greedy, on hard-train: the mean over students.
    var trainAccuracy: Measured
  }

  var classifier: String?
  var quality: [Quality]
  /// The k of pass@k, ascending.
  var passAt: [Int]
  var arms: [Arm]

  init(folder: String) throws {
    let store = try RunStore.watch(at: URL(fileURLWithPath: folder))
    let run = try store.run()
    // A run of another release may have a configuration unknown to this one.
    let configuration = try? ConfigurationLoader.load(
      RunConfiguration(), text: run.config, name: folder)
    let ks = (configuration?.evaluation.passAt ?? [1, 4, 8, 16, 32]).filter { $0 > 0 }.sorted()
      .distinct
    passAt = ks
    let classifier = try store.questionPage(QuestionFilter(), offset: 0, count: 0).classifier
    self.classifier = classifier
    quality = try classifier.map { try Self.quality(store, classifier: $0) } ?? []
    let records = try store.armRuns()
    let configured = configuration?.arms.map(\.name.exact) ?? []
    let names = (configured + records.map(\.arm.exact)).distinct
    arms = names.compactMap { name in
      Arm(records.filter { $0.arm.exact == name }, passAt: ks)
    }
  }

  private static func quality(_ store: RunStore, classifier: String) throws -> [Quality] {
    let teachers = try store.progress(rewards: 1, questions: 0).loops.map(\.teacher.exact).distinct
    return try teachers.flatMap { teacher in
      let shares = try store.questionShares(classifier: classifier, teacher: teacher.text)
      return shares.map(\.seed).distinct.map { seed in
        var quality = Quality(teacher: teacher.text, seed: seed)
        for share in shares where share.seed == seed {
          guard let step = share.step else { continue }
          quality.steps.append(step)
          quality.questions.append(share.questions)
          quality.wellPosed.append(Measured(share.wellPosed))
          quality.correct.append(Measured(share.correct))
          quality.targetShare.append(Measured(share.targetShare))
        }
        return quality
      }
    }
  }
}

extension RunDetails.Arm {
  /// - Returns: nil without students.
  init?(_ runs: [ArmRunRecord], passAt: [Int]) {
    guard let first = runs.first else { return nil }
    arm = first.arm
    let bySeed = runs.map(\.seed).distinct.map { seed in runs.filter { $0.seed == seed } }
    (seeds, students) = (bySeed.count, runs.count)
    diverged = runs.count { $0.status == .diverged }
    func passAtK(_ split: Split) -> [RunDetails.Interval] {
      passAt.compactMap { k in
        let scores = bySeed.map { students in
          students.compactMap { student in
            student.evaluations.first { $0.isFinal(split, .sampled) }?.passAtK(k)
          }
        }.filter { !$0.isEmpty }
        return scores.isEmpty
          ? nil : RunDetails.Interval(k: k, CrossedMean(students: scores).estimate())
      }
    }
    self.passAtK = passAtK(.test)
    transferPassAtK = passAtK(.transfer)
    let accuracies = runs.compactMap { run in
      run.evaluations.first { $0.isFinal(.train, .greedy) && !$0.problems.isEmpty }?.accuracy
    }
    trainAccuracy = Measured(accuracies.isEmpty ? nil : accuracies.mean)
  }
}
