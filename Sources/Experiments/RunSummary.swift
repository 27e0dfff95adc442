import Configuration
public import Diagnostics
import Foundation
public import RunStore
import SelfPlay
public import Statistics

/// The contents of `soar show` for a run.
public struct RunSummary: Encodable {
  public struct HardSet: Encodable {
    public var screened, solved, train, test: Int
    /// Transfer problems that arms are tested on; 0 if transfer is not tested.
    public var transfer: Int
    /// Samples of the base model per candidate.
    public var samples: Int?
  }

  /// An outer step.
  public struct Step: Encodable {
    public var teacher: String
    public var seed, step: Int
    public var reward, movingAverage: Measured
    public var isPromoted: Bool
    /// Greedy, on all of hard-train.
    public var baselineAccuracy: Measured
    public var teacherKL: Measured
    public var rejected: Int
  }

  /// How a loop's students are shared among datasets (``StudentAllocation``).
  public struct Students: Encodable {
    public struct Plan: Encodable {
      public var datasets, repeats: Int
      public var information: Double

      init(_ plan: Allocation.Plan) {
        datasets = plan.datasets
        repeats = plan.repeats
        information = plan.information
      }
    }

    public var teacher: String
    public var datasets, repeats: Int
    /// How many datasets hold each question; nil where it is one.
    public var datasetsPerQuestion: Int?
    /// Of one student's reward, within steps; nil where datasets share questions.
    public var intraclassCorrelation: Estimate?
    public var measured, advised: Plan?
    /// Of a dataset, in units of one student's training.
    public var datasetCost: Double
    var text: String

    private enum CodingKeys: String, CodingKey {
      case teacher, datasets, repeats, datasetsPerQuestion, intraclassCorrelation, measured
      case advised, datasetCost
    }

    init(_ students: StudentAllocation) {
      teacher = students.teacher
      datasets = students.datasets
      repeats = students.repeats
      datasetsPerQuestion =
        students.datasetsPerQuestion > 1 ? students.datasetsPerQuestion : nil
      intraclassCorrelation = students.allocation?.reliability
      measured = (students.allocation?.measured).map(Plan.init)
      advised = students.allocation?.advised.map(Plan.init)
      datasetCost = students.datasetCost
      text = students.text
    }
  }

  /// A student of an arm.
  public struct Arm: Encodable {
    public var arm: String
    /// `student` counts the students of a seed from 0.
    public var seed, student: Int
    public var status: String
    public var steps, rollouts, tokensSampled, tokensTrained: Int
    public var testSamples: Int?
    /// On hard-test, by k; shares.
    public var passAtK: [String: Measured]
    /// On the transfer problems, by k; empty without transfer.
    public var transferPassAtK: [String: Measured]
    /// Greedy, on hard-train.
    public var trainAccuracy: Measured
  }

  public struct Event: Encodable {
    public var kind, message: String
    public var teacher, arm: String?
    public var seed, student, step: Int?
  }

  public var folder: String
  public var run: RunRecord
  public var hardSet: HardSet
  public var outerSteps: [Step]
  public var allocations: [Students]
  public var arms: [Arm]
  public var events: [Event]
  /// The k of pass@k, ascending.
  public var passAt: [Int]

  /// - Throws: ``UserError`` if the folder is not a run.
  public init(folder: String) throws {
    let store = try RunStore.open(at: URL(fileURLWithPath: folder), readOnly: true)
    self.folder = folder
    run = try store.run()
    let screening = try store.screening().filter { !$0.isTransfer }
    let problems = try store.hardProblems()
    hardSet = HardSet(
      screened: screening.count, solved: screening.count { $0.successes > 0 },
      train: problems.count { $0.split == .train }, test: problems.count { $0.split == .test },
      transfer: problems.count { $0.split == .transfer }, samples: screening.first?.samples)
    let steps = try store.outerSteps()
    allocations = StudentAllocation.all(steps).map(Students.init)
    outerSteps = steps.map {
      Step(
        teacher: $0.teacher, seed: $0.seed, step: $0.step, reward: Measured($0.meanReward),
        movingAverage: Measured($0.movingAverage), isPromoted: $0.isPromoted,
        baselineAccuracy: Measured($0.baselineAccuracy), teacherKL: Measured($0.teacherKL),
        rejected: $0.rejected)
    }
    // A run of another release may have a configuration unknown to this one.
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
  /// - Parameter passAt: the k of pass@k; values above the sample count are dropped.
  public init(_ run: ArmRunRecord, passAt: [Int]) {
    func final(_ split: Split, _ kind: EvaluationKind) -> EvaluationRecord? {
      run.evaluations.first { $0.isFinal(split, kind) && !$0.problems.isEmpty }
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
      Dictionary(
        uniqueKeysWithValues: Set(passAt).compactMap { k in
          (evaluation?.passAtK(k)).map { ("\(k)", Measured($0.mean)) }
        })
    }
    self.passAtK = passAtK(test)
    transferPassAtK = passAtK(final(.transfer, .sampled))
    trainAccuracy = Measured(final(.train, .greedy)?.accuracy)
  }
}
