import Foundation
import Reporting
import RunStore
import Statistics

/// Made-up results with the shape of a real run: 3 seeds, 30 outer steps, 6 arms.
enum SyntheticReport {
  static let created = Date(timeIntervalSince1970: 1_750_000_000)
  static let arms = [
    "Base", "Hard-Only", "PS", "PQ + hard-train", "PQ alone", "Base-T + hard-train",
  ]

  /// A repeatable number between 0 and 1 for each sequence of coordinates.
  static func noise(_ coordinates: Int...) -> Double {
    var state: UInt64 = 0x9e37_79b9_7f4a_7c15
    for coordinate in coordinates {
      state ^= UInt64(bitPattern: Int64(coordinate &+ 1))
      state = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
      state = (state ^ (state >> 27)) &* 0x94d0_49bb_1331_11eb
      state ^= state >> 31
    }
    return Double(state >> 11) / 9_007_199_254_740_992
  }

  static func outerSteps(seeds: Int = 3, steps: Int = 30) -> [OuterStepRecord] {
    (1...max(1, seeds)).flatMap { seed in
      var rewards: [Double] = []
      var lastPromotion = 0
      return (0..<steps).map { step in
        let climb = 0.06 * Double(min(12, step - lastPromotion)) / 12
        rewards.append(climb - 0.015 + 0.04 * (noise(seed, step) - 0.5))
        let average = rewards.suffix(3).reduce(0, +) / Double(min(3, rewards.count))
        let isPromoted = average > 0.04
        if isPromoted { lastPromotion = step }
        return OuterStepRecord(
          seed: seed, step: step, meanReward: rewards[step], movingAverage: average,
          threshold: 0.04, isPromoted: isPromoted, rejected: 300, tokensSampled: 210_000,
          tokensTrained: 190_000, forwardFLOPs: 4e10, backwardFLOPs: 2e10, teacherLoss: 0.1,
          teacherKL: 0.01, teacherGradientNorm: 1,
          baselineAccuracy: 0.1, seconds: 4.25)
      }
    }
  }

  static func armRuns(seeds: Int = 3) -> [ArmRunRecord] {
    arms.enumerated().flatMap { index, arm in
      (1...seeds).map { seed in
        let isTrained = !["Base", "PS"].contains(arm)
        let level = [0, 0, 0.25, 0.45, 0.2, 0.1][index]
        let curve = (0...12).map { point in
          let progress = Double(point) / 12
          let value = level * progress * (0.8 + 0.4 * noise(index, seed, point))
          return ArmCurvePoint(
            step: 5 * point, trainingReward: 12 + 60 * value, trainAccuracy: value,
            testPass1: 0.3 * value, testPass32: min(1, 1.6 * value))
        }
        return ArmRunRecord(
          arm: arm, seed: seed,
          questionsSource: isTrained ? (index == 1 ? "hard-train" : "questions") : "none",
          mixing: index == 4 ? "alone" : "mixed", steps: isTrained ? 60 : 0,
          rollouts: isTrained ? 15_360 : 0, tokensSampled: isTrained ? 540_000 : 0,
          tokensTrained: isTrained ? 530_000 : 0, forwardFLOPs: isTrained ? 1.6e11 : nil,
          backwardFLOPs: isTrained ? 3.2e11 : nil, seconds: isTrained ? 12.5 : 0.4,
          curve: isTrained ? curve : [])
      }
    }
  }

  static func results(seeds: Int = 3) -> [ArmResult] {
    arms.enumerated().map { index, arm in
      let top = [0.004, 0.006, 0.32, 0.52, 0.31, 0.12][index]
      return ArmResult(
        name: arm, explanation: ["the base model, inference only", "", "", "", "", ""][index],
        paperArm: ["Base", "Hard-Only", "PS", "PQ", nil, nil][index], seedCount: seeds,
        passAtK: [1, 4, 8, 16, 32].map { k in
          let mean = top * log2(1 + Double(k)) / log2(33)
          return .init(
            k: k, Estimate(value: mean, lower: max(0, mean - 0.25 * mean - 0.01), upper: 1.3 * mean)
          )
        },
        trainAccuracy: Estimate(value: top / 2, lower: top / 3, upper: top))
    }
  }

  static func shares(seeds: Int = 3, steps: Int = 30) -> [QuestionShare] {
    (1...seeds).flatMap { seed in
      (0..<steps).map { step in
        let progress = Double(step) / Double(steps)
        return QuestionShare(
          teacher: "SOAR", seed: seed, step: step, questions: 128,
          wellPosed: 0.55 + 0.2 * progress + 0.08 * (noise(seed, step, 1) - 0.5),
          correct: 0.45 - 0.1 * progress + 0.08 * (noise(seed, step, 2) - 0.5),
          meanOperations: 1.2 + 1.3 * progress + 0.3 * (noise(seed, step, 3) - 0.5),
          targetShare: 0.08 + 0.4 * progress + 0.05 * (noise(seed, step, 4) - 0.5),
          distinctShare: 0.9 - 0.3 * progress + 0.05 * (noise(seed, step, 5) - 0.5),
          meanTokens: 24)
      }
    }
  }

  static func question(
    step: Int, _ text: String = "Dan has 0 1 2 . Bob times7 Dan . Bob ?", isPromoted: Bool = false
  ) -> StoredQuestion {
    StoredQuestion(
      id: Int64(step), place: .init(seed: 1, teacher: "SOAR", step: step, dataset: 0),
      dataset: .init(reward: nil, rewards: [], isPromoted: isPromoted),
      question: QuestionRecord(
        position: 0, question: text, answer: "0 7 4", document: "Q \(text)", tokenCount: 20,
        labels: [
          LabelRecord(
            classifier: "exact", version: 1, created: created, isWellPosed: true,
            isCorrect: step % 2 == 0, errorType: step % 2 == 0 ? "None" : "Logical_Fallacy",
            verifiedAnswer: "0 7 4", detail: step % 2 == 0 ? nil : "wrong order", operations: 1,
            targetShare: 1, structure: "times7")
        ]))
  }

  static func comparisons(_ differences: [(String, Estimate)]) -> [ArmComparison] {
    differences.map {
      let reach = ($0.1.upper - $0.1.lower) / 2
      let isOpen = $0.1.covers(0)
      return ArmComparison(
        arm: $0.0, reference: "Hard-Only", k: 32,
        difference: Effect(
          estimate: $0.1, seeds: 3, pValue: $0.1.interval == nil ? nil : isOpen ? 0.4 : 0.01,
          detectable: reach.isFinite ? 1.4 * reach : nil))
    }
  }

  static var data: ReportData {
    var data = bare
    data.methods = ReportMethods(
      ground: "In the embedded world skills-12 a Llama of 3 layers is pretrained.",
      studentsPerSeed: 2,
      differences: [
        ReportSetting("soar.outerSteps", "20", paper: "200"),
        ReportSetting("student.decay", "<b>|constant`", paper: "cosine"),
      ])
    data.digest = "f79d666c"
    data.findings = [
      Finding(
        .practice, isPlanned: false,
        data.comparisons.map {
          Finding.Evidence(
            subject: $0.arm, rival: $0.reference, measure: "pass@32 on hard-test, end of training",
            effect: $0.difference)
        }), Finding(.sharpening, isPlanned: true, []), Finding(.learning, isPlanned: true, []),
      Finding(.grounding, isPlanned: true, []),
    ]
    return data
  }

  private static var bare: ReportData {
    ReportData(
      title: "SOAR, preset standard",
      run: RunRecord(
        commandLine: "soar run --preset standard --seeds 1,2,3", config: "seed: 1\n",
        configHash: String(repeating: "ab", count: 32), gitCommit: "0123456789ab",
        toolchain: "Swift 6.3.1", operatingSystem: "Debian GNU/Linux 12", cpu: "x86-64 CPU",
        blasCore: "Haswell", workers: 2, started: created,
        ended: created.addingTimeInterval(1325), activeSeconds: 1325, outcome: .finished,
        peakMemoryBytes: 900 << 20),
      settings: [
        ReportSetting("datasets per outer step (g)", "4", paper: "4"),
        ReportSetting("world", "skills-12"),
      ],
      reference: "Hard-Only", arms: results(),
      comparisons: comparisons([
        ("PS", Estimate(value: 0.314, lower: 0.2, upper: 0.41)),
        ("Base-T + hard-train", Estimate(value: 0.114, lower: -0.02, upper: 0.25)),
      ]),
      intervals: "95% intervals over seeds and problems",
      hardProblems: (0..<256).map {
        HardProblemRecord(
          id: $0, split: $0 % 2 == 0 ? .train : .test, question: "Q", answer: "1 2 3",
          screeningSamples: 128, screeningSuccesses: 0, length: 6)
      },
      screening: (0..<300).map {
        ScreeningRecord(candidate: $0, samples: 128, successes: $0 < 256 ? 0 : 1, isKept: $0 < 256)
      },
      outerSteps: outerSteps(), armRuns: armRuns(), classifier: "exact", questionShares: shares(),
      stages: QuestionStage.select(
        from: (0..<30).map { question(step: $0, isPromoted: $0 % 10 == 9) }, count: 3),
      events: [
        EventRecord(
          teacher: "SOAR", seed: 1, step: 9, kind: "promotion",
          message: "dataset 2, greedy accuracy on hard-train 0.0% to 5.5%"),
        EventRecord(arm: "PQ alone", seed: 2, kind: "zero-signal", message: "20 steps"),
      ],
      limits: ["The base model has 149,568 parameters."],
      transfer: further("On 64 problems of another distribution.", note: "6.9 ± 2.7"),
      checkpoint: further(
        "By the paper's rule.", note: "12 to 31", missing: ["PQ was not measured."])
    )
  }

  /// The first two arms, the second one with two students per seed.
  static func further(_ explanation: String, note: String, missing: [String] = [])
    -> FurtherResults
  {
    var arms = Array(results().prefix(2))
    arms[1].studentCount = 6
    return FurtherResults(
      explanation: explanation, arms: arms, noteTitle: "note", notes: ["5.8", note],
      missing: missing)
  }

  /// The same run before anything happened.
  static var empty: ReportData {
    var data = data
    data.arms = []
    data.comparisons = []
    data.transfer = nil
    data.checkpoint = FurtherResults(explanation: "By rule.", arms: [], noteTitle: "", notes: [])
    data.outerSteps = []
    data.armRuns = []
    data.questionShares = []
    data.stages = QuestionStage.select(from: [])
    data.events = []
    data.hardProblems = []
    data.screening = []
    data.run.outcome = .failed
    return data
  }
}
