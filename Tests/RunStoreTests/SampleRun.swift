import Foundation
import RunStore

/// A small run with a value in every column, and folders to keep it in.
enum SampleRun {
  static let created = Date(timeIntervalSince1970: 1_750_000_000.125)

  static let run = RunRecord(
    commandLine: "soar run --preset quick", config: "seed: 1\n", configHash: "abc",
    gitCommit: "0123", toolchain: "Swift 6.3", operatingSystem: "Linux", cpu: "x86-64",
    blasCore: "Haswell", workers: 2, started: created, peakMemoryBytes: 1000)

  static let pretraining = [
    PretrainingPoint(phase: "textbook", step: 0, tokens: 0, loss: 3.5, learningRate: 0.004),
    PretrainingPoint(phase: "web", step: 10, tokens: 640, loss: .nan, learningRate: 0.003),
  ]

  static let screening = (0..<4).map {
    ScreeningRecord(candidate: $0, samples: 128, successes: $0 == 3 ? 2 : 0, isKept: $0 != 3)
  }

  static let hardProblems = (0..<3).map {
    HardProblemRecord(
      id: $0, split: $0 == 2 ? .test : .train, question: "Q problem \($0) ?", answer: "\($0) 2 3",
      screeningSamples: 128, screeningSuccesses: 0, length: 6 + $0)
  }

  static func label(version: Int = 1, isCorrect: Bool? = false) -> LabelRecord {
    LabelRecord(
      classifier: "exact", version: version, created: created, isWellPosed: true,
      isCorrect: isCorrect, errorType: "Arithmetic", verifiedAnswer: "7 8 9",
      detail: "wrong digit", operations: 2, targetShare: 0.5, structure: "plus1 rev")
  }

  /// What came with format 4 to labels.
  static let features = LabelFeatures(
    posedness: "wellPosed", answerKind: "wrongSlip", questionTokens: 17, depth: 2, width: 1,
    distractors: 0, operationMultiset: "plus1 rev", steps: 2, validSteps: 1,
    misconceivedDigits: 0, slippedDigits: 1)

  static let context = QuestionContextRecord(
    version: 1, created: created, hardDistance: 0.5, corpusTexts: 0, corpusStructures: 12,
    archiveTexts: 1, archiveStructures: 2)

  static let answers = AnswerSampleRecord(
    model: "base", created: created, samples: 32, answered: 20, agreeing: 8, correct: 4)

  /// Adds what only later formats can hold: labels, contexts and samples of format 4 to every
  /// question of the store, a question with the measurements of format 5 and the place of format 10,
  /// and the probabilities of format 8.
  static func fillLaterFormats(_ store: RunStore) throws {
    var step = outerStep(7, seed: 9, isPromoted: true)
    step.datasetsPerQuestion = 2
    step.datasets[0].trainings[0].accuracyAt = ["16": 0.1, "48": 0.2]
    step.promotion?.confirmedReward = 0.0625
    // Not one of the dataset's three.
    step.promotion?.repeatIndex = 3
    step.confirmations = (0..<4).map {
      ConfirmationRecord(
        dataset: 1, repeatIndex: $0, reward: 0.25, accuracyBefore: 0.125, accuracyAfter: 0.375,
        tokensSampled: 10 + $0, tokensTrained: 20)
    }
    try store.commit(outerStep: step)
    try store.commit(
      screening: [
        ScreeningRecord(
          candidate: 90, samples: 0, successes: 0, isKept: false, probability: 0.25)
      ], hardProblems: [])
    var arm = armRun("exact", seed: 9)
    arm.evaluations[0].problems[0].probability = 0.125
    try store.commit(armRun: arm)
    var label = label(version: 2)
    label.features = features
    label.measures = ["answer_length": 3, "confidence": 0.1]
    let ids = try store.questions().map(\.id)
    _ = try store.label(classifier: "exact", version: 2, contextVersion: 1) { _ in
      QuestionFindings(label: label, context: context)
    }
    try store.commit(samples: ids.map { ($0, answers) })
    var question = question(0)
    question.advantage = -0.25
    question.solveRateAfter = 0.5
    question.alignment = -0.125
    question.trainingSolveRate = 0.25
    question.zeroVarianceShare = 0.75
    question.poolPosition = 5
    question.copy = 0
    try store.importQuestions { importer in
      try importer.add(
        StoredQuestion(
          place: .init(run: "theirs", seed: 3, teacher: "their teacher"), question: question),
        line: 1)
      return true
    }
  }

  static func question(_ position: Int, _ text: String = "Dan has 0 1 2 . Dan ?") -> QuestionRecord
  {
    QuestionRecord(
      position: position, question: text, answer: "0 1 2", document: "Q \(text) A # 0 1 2",
      tokenCount: 12, solveRate: 0.25, majorityShare: 0.5, questionReward: 0.75, labels: [label()])
  }

  static func outerStep(_ step: Int, seed: Int = 1, isPromoted: Bool = false) -> OuterStepRecord {
    let datasets = (0..<2).map { index in
      DatasetRecord(
        index: index, reward: 0.01 * Double(index), advantage: Double(index) - 0.5,
        isPromoted: isPromoted && index == 1, questions: (0..<3).map { question($0) },
        trainings: (0..<3).map { repeatIndex in
          StudentTrainingRecord(
            repeatIndex: repeatIndex, reward: 0.1 * Double(repeatIndex), accuracyBefore: 0.1,
            accuracyAfter: 0.1 + 0.1 * Double(repeatIndex), meanTrainingReward: 11.5,
            tokensSampled: 100, tokensTrained: 200)
        })
    }
    return OuterStepRecord(
      seed: seed, step: step, scheme: "grounded", meanReward: 0.005, movingAverage: 0.1 + 0.2,
      threshold: 0.01,
      isPromoted: isPromoted, chosenDataset: isPromoted ? 1 : nil,
      chosenRepeat: isPromoted ? 2 : nil, rejected: 7, tokensSampled: 900, tokensTrained: 1800,
      forwardFLOPs: 2.5e10, backwardFLOPs: 5e10, teacherLoss: 0.25, teacherKL: 0.001,
      teacherGradientNorm: 1.5, baselineAccuracy: 0.125,
      seconds: 3.5, datasets: datasets,
      promotion: isPromoted
        ? PromotionRecord(dataset: 1, repeatIndex: 2, accuracyBefore: 0, accuracyAfter: 0.125)
        : nil,
      events: [
        EventRecord(
          teacher: OuterStepRecord.defaultTeacher, seed: seed, step: step, kind: "note",
          message: "step \(step)")
      ])
  }

  /// What came with format 3: candidates of a transfer set, one of which is kept.
  static let transferScreening = (4..<6).map {
    ScreeningRecord(
      candidate: $0, samples: 128, successes: $0 - 4, isKept: $0 == 4, isTransfer: true)
  }

  static let transferProblem = HardProblemRecord(
    id: 4, split: .transfer, question: "sha256:00", answer: "", screeningSamples: 128,
    screeningSuccesses: 0, length: 9)

  static func armRun(_ arm: String, seed: Int = 1, student: Int = 0) -> ArmRunRecord {
    ArmRunRecord(
      arm: arm, seed: seed, student: student, questionsSource: "promotion questions",
      mixing: "mixed", steps: 60,
      rollouts: 15_360, tokensSampled: 400_000, tokensTrained: 390_000, forwardFLOPs: 1.5e12,
      backwardFLOPs: 3e12, seconds: 12.25,
      curve: [
        ArmCurvePoint(step: 0, trainAccuracy: 0, testPass1: 0, testPass32: 0),
        ArmCurvePoint(
          step: 10, trainingReward: 14.5, trainAccuracy: 0.25, testPass1: 0.01, testPass32: 0.2),
      ],
      evaluations: [
        EvaluationRecord(
          split: .test, kind: .sampled, samplesPerProblem: 32,
          problems: [ProblemSuccesses(problem: 2, successes: 5)]),
        EvaluationRecord(
          split: .train, kind: .greedy, step: 10, samplesPerProblem: 1,
          problems: (0..<2).map { ProblemSuccesses(problem: $0, successes: $0) }),
      ],
      questions: [question(0), question(1)],
      events: [
        EventRecord(
          arm: arm, seed: seed, student: student > 0 ? student : nil, kind: "note",
          message: "an arm")
      ])
  }

  /// A second student, measured on transfer problems too.
  static var secondStudent: ArmRunRecord {
    var run = armRun("PQ", student: 1)
    run.evaluations.append(
      EvaluationRecord(
        split: .transfer, kind: .sampled, samplesPerProblem: 32,
        problems: [ProblemSuccesses(problem: 4, successes: 3)]))
    return run
  }

  /// Stores the whole sample; `reversed` does so in the opposite order.
  ///
  /// - Parameter nested: whether with what only format 3 can hold.
  static func fill(_ store: RunStore, reversed: Bool = false, nested: Bool = false) throws {
    try store.begin(run)
    func ordered<Value>(_ values: [Value]) -> [Value] { reversed ? values.reversed() : values }
    try store.commit(
      pretraining: pretraining, screening: ordered(screening + (nested ? transferScreening : [])),
      hardProblems: ordered(hardProblems + (nested ? [transferProblem] : [])))
    for step in ordered([outerStep(0), outerStep(1, isPromoted: true), outerStep(0, seed: 2)]) {
      try store.commit(outerStep: step)
    }
    let second = nested ? [secondStudent] : []
    for arm in ordered([armRun("Base"), armRun("PQ"), armRun("PQ", seed: 2)] + second) {
      try store.commit(armRun: arm)
    }
  }
}
