import Foundation
import RunStore
import SelfPlay
import Statistics

/// A run's report as JSON: the numbers behind its tables and figures. Shares are 0 to 1; non-finite
/// numbers are null.
struct ReportDocument: Encodable {
  static let fileName = "report.json"

  /// Version of this format; increases when a key is removed or changes its meaning.
  static let formatVersion = 1

  struct Number: Encodable {
    var value: Double?

    init(_ value: Double?) { self.value = value }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      if let value, value.isFinite {
        try container.encode(value)
      } else {
        try container.encodeNil()
      }
    }
  }

  struct Interval: Encodable {
    var mean, low, high: Number

    init(_ estimate: Estimate) {
      mean = Number(estimate.value)
      low = Number(estimate.interval?.lower)
      high = Number(estimate.interval?.upper)
    }
  }

  struct Arm: Encodable {
    var name, explanation: String
    var paperArm: String?
    var seeds, students: Int
    /// Keyed by k.
    var passAtK: [String: Interval]
    /// Greedy, on hard-train.
    var trainAccuracy: Interval?

    init(_ arm: ArmResult) {
      name = arm.name
      explanation = arm.explanation
      paperArm = arm.paperArm
      seeds = arm.seedCount
      students = arm.studentCount
      passAtK = Dictionary(
        arm.passAtK.map { ("\($0.k)", Interval($0.estimate)) },
        uniquingKeysWith: { first, _ in first })
      trainAccuracy = arm.trainAccuracy.map(Interval.init)
    }
  }

  struct Comparison: Encodable {
    var arm, reference: String
    var k, seeds: Int
    var difference: Interval
    var p, holm, detectable: Double?
    var verdict: Decision
  }

  struct Further: Encodable {
    var explanation: String
    var arms: [Arm]
    var noteTitle: String
    var notes, missing: [String]

    init(_ results: FurtherResults) {
      explanation = results.explanation
      arms = results.arms.map(Arm.init)
      noteTitle = results.noteTitle
      notes = results.notes
      missing = results.missing
    }
  }

  struct Step: Encodable {
    var teacher: String
    var scheme: String?
    var seed, step: Int
    var reward, movingAverage, threshold, baselineAccuracy: Number
    var isPromoted: Bool
  }

  struct Cost: Encodable {
    var name, questions, mixing: String
    var runs: Int
    var steps, rollouts, tokensSampled, tokensTrained, flops, seconds: Number
  }

  struct Share: Encodable {
    var seed: Int
    var step: Int?
    var questions: Int
    var wellPosed, correct, meanOperations, targetShare, distinctShare: Number
  }

  struct FigureEntry: Encodable {
    var file, caption: String
  }

  var format = Self.formatVersion
  var title: String
  var digest: String?
  var run: RunRecord
  var methods: ReportMethods?
  var settings: [ReportSetting]
  var seeds: [Int]
  var hardTrain, hardTest, transferProblems, screened: Int
  var intervals, reference: String
  /// The paper's findings with their verdicts and evidence.
  var findings: [Finding]
  var arms: [Arm]
  var comparisons: [Comparison]
  /// Empty without a plan.
  var planned: [PlannedComparisons.Row]
  var transfer, checkpoint, expected: Further?
  /// Performance profiles of the arms that the figure shows; empty without one.
  var profiles: [ProfileFigure.Arm]
  var loopRewards: [LoopRewards.Loop]
  var trainingSignal: [TrainingSignal.Row]
  var outerSteps: [Step]
  var classifier: String
  var questionShares: [Share]
  var cost: [Cost]
  var events: [EventRecord]
  var figures: [FigureEntry]

  init(_ report: MarkdownReport) {
    let data = report.data
    title = data.title
    digest = data.digest
    run = data.run
    methods = data.methods
    settings = data.settings
    seeds = data.seeds
    hardTrain = data.hardProblems.count { $0.split == .train }
    hardTest = data.testProblemCount
    transferProblems = data.transferProblemCount
    screened = data.screening.count { !$0.isTransfer }
    intervals = data.intervals
    reference = data.reference
    findings = report.findings
    arms = data.arms.map(Arm.init)
    comparisons = data.comparisons.map {
      Comparison(
        arm: $0.arm, reference: $0.reference, k: $0.k, seeds: $0.difference.seeds,
        difference: Interval($0.difference.estimate), p: $0.difference.pValue,
        holm: $0.difference.adjusted, detectable: $0.difference.detectable,
        verdict: $0.difference.decision)
    }
    planned = data.planned?.rows ?? []
    transfer = data.transfer.map(Further.init)
    checkpoint = data.checkpoint.map(Further.init)
    expected = data.expected.map(Further.init)
    profiles = data.profile?.arms ?? []
    loopRewards = LoopRewards(data.outerSteps, kinds: data.questionKinds).loops
    trainingSignal = data.trainingSignal.rows
    outerSteps = data.outerSteps.map {
      Step(
        teacher: $0.teacher, scheme: $0.scheme, seed: $0.seed, step: $0.step,
        reward: Number($0.meanReward), movingAverage: Number($0.movingAverage),
        threshold: Number($0.threshold), baselineAccuracy: Number($0.baselineAccuracy),
        isPromoted: $0.isPromoted)
    }
    classifier = data.classifier
    questionShares = data.questionShares.map {
      Share(
        seed: $0.seed, step: $0.step, questions: $0.questions, wellPosed: Number($0.wellPosed),
        correct: Number($0.correct), meanOperations: Number($0.meanOperations),
        targetShare: Number($0.targetShare), distinctShare: Number($0.distinctShare))
    }
    cost = CostRow.rows(data).map {
      Cost(
        name: $0.name, questions: $0.source, mixing: $0.mixing, runs: $0.runs,
        steps: Number($0.steps), rollouts: Number($0.rollouts),
        tokensSampled: Number($0.tokensSampled), tokensTrained: Number($0.tokensTrained),
        flops: Number($0.operations), seconds: Number($0.seconds))
    }
    events = data.events
    figures = (data.figures + report.whatTeaches.figures).map {
      FigureEntry(file: "figures/\($0.fileName).svg", caption: $0.caption)
    }
  }

  var json: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
      encoder.dateEncodingStrategy = .iso8601
      return try encoder.encode(self) + Data("\n".utf8)
    }
  }
}
