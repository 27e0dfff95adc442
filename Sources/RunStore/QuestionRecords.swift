public import Foundation

/// A question that a teacher wrote, with the teacher's own, unverified answer.
public struct QuestionRecord: Codable, Sendable, Equatable {
  public var position: Int
  /// Token text, or plain text in an imported log.
  public var question: String
  public var answer: String
  /// The teacher's whole document: question, solution and answer; empty where an imported log omits
  /// it.
  public var document: String
  /// Tokens of the document; 0 where an imported log omits the count.
  public var tokenCount: Int
  /// Share of the student's samples that equal the teacher's answer, 0 to 1. Nil, like the fields
  /// below, where the reward scheme does not measure it.
  public var solveRate: Double?
  /// Share of the student's samples that give its most frequent answer, 0 to 1.
  public var majorityShare: Double?
  /// Reward that an intrinsic scheme gives this question alone, in the scheme's units.
  public var questionReward: Double?
  /// The document's advantage, where each question is credited separately or datasets share them.
  public var advantage: Double?
  /// Solve rate of the students that trained on the question's dataset.
  public var solveRateAfter: Double?
  /// Cosine between the question's policy gradient and that of hard-train, -1 to 1.
  public var alignment: Double?
  /// Share of the rollouts of the dataset's students in training that give the teacher's answer, 0
  /// to 1; nil where no student trained on the question.
  public var trainingSolveRate: Double?
  /// Share of the question's groups in training whose rewards were all equal, 0 to 1.
  public var zeroVarianceShare: Double?
  /// Place of the document among those of its outer step, in the order in which they were written;
  /// nil, like `copy`, unless datasets share questions.
  public var poolPosition: Int?
  /// Counts the step's datasets that hold the document, from 0: every copy is a record of its own.
  public var copy: Int?
  public var labels: [LabelRecord]
  public var contexts: [QuestionContextRecord]
  public var samples: [AnswerSampleRecord]

  public init(
    position: Int, question: String, answer: String, document: String, tokenCount: Int,
    solveRate: Double? = nil, majorityShare: Double? = nil, questionReward: Double? = nil,
    advantage: Double? = nil, solveRateAfter: Double? = nil, alignment: Double? = nil,
    trainingSolveRate: Double? = nil, zeroVarianceShare: Double? = nil, poolPosition: Int? = nil,
    copy: Int? = nil, labels: [LabelRecord] = [], contexts: [QuestionContextRecord] = [],
    samples: [AnswerSampleRecord] = []
  ) {
    self.position = position
    self.question = question
    self.answer = answer
    self.document = document
    self.tokenCount = tokenCount
    self.solveRate = solveRate
    self.majorityShare = majorityShare
    self.questionReward = questionReward
    self.advantage = advantage
    self.solveRateAfter = solveRateAfter
    self.alignment = alignment
    self.trainingSolveRate = trainingSolveRate
    self.zeroVarianceShare = zeroVarianceShare
    self.poolPosition = poolPosition
    self.copy = copy
    self.labels = labels
    self.contexts = contexts
    self.samples = samples
  }
}

extension QuestionRecord {
  /// Whether an earlier dataset of the step holds the same document: what counts questions, and not
  /// datasets, leaves it out.
  public var isRepeated: Bool { (copy ?? 0) > 0 }
}

extension QuestionRecord: StoredRecord {
  /// The columns that locate a question; labels are ordered by them too.
  static let key = "teacher, seed, step, dataset, student, position"

  package static let layout = RecordLayout(
    "question", owner: ["teacher", "seed", .student, "step", "dataset"], key: key,
    blank: QuestionRecord(position: 0, question: "", answer: "", document: "", tokenCount: 0),
    [
      StoredColumn("position", \.position) { $0.position = $1 },
      StoredColumn("question", \.question) { $0.question = $1 },
      StoredColumn("answer", \.answer) { $0.answer = $1 },
      StoredColumn("document", \.document) { $0.document = $1 },
      StoredColumn("token_count", \.tokenCount) { $0.tokenCount = $1 },
    ] + measurements)

  /// Optional measurements of a question, and where datasets share it.
  package static let measurements = [
    StoredColumn("solve_rate", \QuestionRecord.solveRate, as: .share, since: 2) {
      $0.solveRate = $1
    },
    StoredColumn("majority_share", \.majorityShare, as: .share, since: 2) {
      $0.majorityShare = $1
    },
    StoredColumn("question_reward", \.questionReward, since: 2) {
      $0.questionReward = $1
    },
    // Derived from the rewards.
    StoredColumn("advantage", \.advantage, since: 5, isResult: false) {
      $0.advantage = $1
    },
    StoredColumn("solve_rate_after", \.solveRateAfter, as: .share, since: 5) {
      $0.solveRateAfter = $1
    },
    StoredColumn("alignment", \.alignment, since: 5) { $0.alignment = $1 },
    // Not in the digest, so that runs keep the digests that they had before these were stored.
    StoredColumn(
      "training_solve_rate", \.trainingSolveRate, as: .share, since: 7, isResult: false
    ) { $0.trainingSolveRate = $1 },
    StoredColumn(
      "zero_variance_share", \.zeroVarianceShare, as: .share, since: 7, isResult: false
    ) { $0.zeroVarianceShare = $1 },
    StoredColumn("pool_position", \.poolPosition, since: 10) { $0.poolPosition = $1 },
    StoredColumn("copy", \.copy, since: 10) { $0.copy = $1 },
  ]
}

/// One classifier's label of one question. Relabelling with a higher version adds a row.
public struct LabelRecord: Codable, Sendable, Equatable {
  public var classifier: String
  public var version: Int
  public var created: Date
  public var isWellPosed: Bool
  /// Nil where correctness is undefined, as for an ill-posed question.
  public var isCorrect: Bool?
  /// None, Arithmetic, Logical_Fallacy, Ill_Posed or Ambiguous.
  public var errorType: String
  public var verifiedAnswer: String?
  /// A finer kind of error, in the classifier's own words.
  public var detail: String?
  /// Operations needed for the answer.
  public var operations: Int?
  /// Share of those operations that are target operations, 0 to 1.
  public var targetShare: Double?
  /// Same for questions that differ only in names and digits.
  public var structure: String?
  public var features: LabelFeatures
  /// What else the classifier measured, by name.
  public var measures: [String: Double]

  public init(
    classifier: String, version: Int, created: Date, isWellPosed: Bool, isCorrect: Bool?,
    errorType: String, verifiedAnswer: String? = nil, detail: String? = nil,
    operations: Int? = nil, targetShare: Double? = nil, structure: String? = nil,
    features: LabelFeatures = LabelFeatures(), measures: [String: Double] = [:]
  ) {
    self.classifier = classifier
    self.version = version
    self.created = created
    self.isWellPosed = isWellPosed
    self.isCorrect = isCorrect
    self.errorType = errorType
    self.verifiedAnswer = verifiedAnswer
    self.detail = detail
    self.operations = operations
    self.targetShare = targetShare
    self.structure = structure
    self.features = features
    self.measures = measures
  }
}

extension LabelRecord: StoredRecord {
  package static let layout = RecordLayout(
    "label", owner: ["question"], key: "\(QuestionRecord.key), classifier, version",
    from: "label JOIN question ON question.id = label.question",
    blank: LabelRecord(
      classifier: "", version: 0, created: Date(timeIntervalSince1970: 0), isWellPosed: false,
      isCorrect: nil, errorType: ""),
    [
      StoredColumn("classifier", \.classifier) { $0.classifier = $1 },
      StoredColumn("version", \.version) { $0.version = $1 },
      StoredColumn("created", \.created, isResult: false) { $0.created = $1 },
      StoredColumn("is_well_posed", \.isWellPosed) { $0.isWellPosed = $1 },
      StoredColumn("is_correct", \.isCorrect) { $0.isCorrect = $1 },
      StoredColumn("error_type", \.errorType) { $0.errorType = $1 },
      StoredColumn("verified_answer", \.verifiedAnswer) { $0.verifiedAnswer = $1 },
      StoredColumn("detail", \.detail) { $0.detail = $1 },
      StoredColumn("operations", \.operations) { $0.operations = $1 },
      StoredColumn("target_share", \.targetShare, as: .share) { $0.targetShare = $1 },
      StoredColumn("structure", \.structure) { $0.structure = $1 },
      StoredColumn("posedness", \.features.posedness, since: 4) {
        $0.features.posedness = $1
      },
      StoredColumn("answer_kind", \.features.answerKind, since: 4) {
        $0.features.answerKind = $1
      },
      StoredColumn("question_tokens", \.features.questionTokens, since: 4) {
        $0.features.questionTokens = $1
      },
      StoredColumn("depth", \.features.depth, since: 4) { $0.features.depth = $1 },
      StoredColumn("width", \.features.width, since: 4) { $0.features.width = $1 },
      StoredColumn("distractors", \.features.distractors, since: 4) {
        $0.features.distractors = $1
      },
      StoredColumn("operation_multiset", \.features.operationMultiset, since: 4) {
        $0.features.operationMultiset = $1
      },
      StoredColumn("steps", \.features.steps, since: 4) { $0.features.steps = $1 },
      StoredColumn("valid_steps", \.features.validSteps, since: 4) {
        $0.features.validSteps = $1
      },
      StoredColumn("misconceived_digits", \.features.misconceivedDigits, since: 4) {
        $0.features.misconceivedDigits = $1
      },
      StoredColumn("slipped_digits", \.features.slippedDigits, since: 4) {
        $0.features.slippedDigits = $1
      },
      StoredColumn("measures", \.measures, since: 5) { $0.measures = $1 },
    ])
}

/// Label fields added in format 4; all nil in older labels and where a judge does not give them.
public struct LabelFeatures: Codable, Sendable, Equatable {
  /// Whether the question is well-posed, and if not, why.
  public var posedness: String?
  /// correct, wrongShared, wrongSlip, wrongIdiosyncratic or undecidable.
  public var answerKind: String?
  /// Tokens of the question alone; ``QuestionRecord/tokenCount`` covers the whole document.
  public var questionTokens: Int?
  public var depth: Int?
  public var width: Int?
  /// Sentences that the answer does not need.
  public var distractors: Int?
  /// The operations of all definitions, sorted, separated by single spaces.
  public var operationMultiset: String?
  /// Definitions worked in the solution, and how many of them are correct.
  public var steps: Int?
  public var validSteps: Int?
  /// Wrong digits in the solution: explained by a misconception, and unexplained.
  public var misconceivedDigits: Int?
  public var slippedDigits: Int?

  public init(
    posedness: String? = nil, answerKind: String? = nil, questionTokens: Int? = nil,
    depth: Int? = nil, width: Int? = nil, distractors: Int? = nil,
    operationMultiset: String? = nil, steps: Int? = nil, validSteps: Int? = nil,
    misconceivedDigits: Int? = nil, slippedDigits: Int? = nil
  ) {
    self.posedness = posedness
    self.answerKind = answerKind
    self.questionTokens = questionTokens
    self.depth = depth
    self.width = width
    self.distractors = distractors
    self.operationMultiset = operationMultiset
    self.steps = steps
    self.validSteps = validSteps
    self.misconceivedDigits = misconceivedDigits
    self.slippedDigits = slippedDigits
  }
}

/// How a question relates to the hard set, the corpus and the earlier questions.
public struct QuestionContextRecord: Codable, Sendable, Equatable {
  /// Version of the definitions of these numbers.
  public var version: Int
  public var created: Date
  /// Distance to the hard set's structure profile, 0 to 1.
  public var hardDistance: Double?
  /// Occurrences in the reference sample of the corpus: of the text, and of the structure.
  public var corpusTexts: Int?
  public var corpusStructures: Int?
  /// Occurrences among the earlier questions of the same loop or arm.
  public var archiveTexts: Int?
  public var archiveStructures: Int?

  public init(
    version: Int, created: Date, hardDistance: Double? = nil, corpusTexts: Int? = nil,
    corpusStructures: Int? = nil, archiveTexts: Int? = nil, archiveStructures: Int? = nil
  ) {
    self.version = version
    self.created = created
    self.hardDistance = hardDistance
    self.corpusTexts = corpusTexts
    self.corpusStructures = corpusStructures
    self.archiveTexts = archiveTexts
    self.archiveStructures = archiveStructures
  }
}

extension QuestionContextRecord: StoredRecord {
  package static let layout = RecordLayout(
    "question_context", owner: ["question"], key: "\(QuestionRecord.key), version",
    from: "question_context JOIN question ON question.id = question_context.question",
    blank: QuestionContextRecord(version: 0, created: Date(timeIntervalSince1970: 0)),
    [
      StoredColumn("version", \.version) { $0.version = $1 },
      StoredColumn("created", \.created, isResult: false) { $0.created = $1 },
      StoredColumn("hard_distance", \.hardDistance) { $0.hardDistance = $1 },
      StoredColumn("corpus_texts", \.corpusTexts) { $0.corpusTexts = $1 },
      StoredColumn("corpus_structures", \.corpusStructures) {
        $0.corpusStructures = $1
      },
      StoredColumn("archive_texts", \.archiveTexts) { $0.archiveTexts = $1 },
      StoredColumn("archive_structures", \.archiveStructures) {
        $0.archiveStructures = $1
      },
    ])
}

/// Counts of a model's sampled answers to one question.
public struct AnswerSampleRecord: Codable, Sendable, Equatable {
  /// Which model answered, such as `base`.
  public var model: String
  public var created: Date
  public var samples: Int
  /// Samples with a boxed answer.
  public var answered: Int
  /// Samples that equal the teacher's answer.
  public var agreeing: Int
  /// Samples with the right answer; nil where no right answer is known.
  public var correct: Int?

  public init(
    model: String, created: Date, samples: Int, answered: Int, agreeing: Int, correct: Int? = nil
  ) {
    self.model = model
    self.created = created
    self.samples = samples
    self.answered = answered
    self.agreeing = agreeing
    self.correct = correct
  }

  /// Share of the samples that give the teacher's answer, 0 to 1; nil without samples.
  public var agreement: Double? { samples > 0 ? Double(agreeing) / Double(samples) : nil }

  /// The same of the samples that give an answer; nil if none does.
  public var agreementIfAnswered: Double? {
    answered > 0 ? Double(agreeing) / Double(answered) : nil
  }
}

extension AnswerSampleRecord: StoredRecord {
  package static let layout = RecordLayout(
    "answer_sample", owner: ["question"], key: "\(QuestionRecord.key), model",
    from: "answer_sample JOIN question ON question.id = answer_sample.question",
    blank: AnswerSampleRecord(
      model: "", created: Date(timeIntervalSince1970: 0), samples: 0, answered: 0, agreeing: 0),
    [
      StoredColumn("model", \.model) { $0.model = $1 },
      StoredColumn("created", \.created, isResult: false) { $0.created = $1 },
      StoredColumn("samples", \.samples) { $0.samples = $1 },
      StoredColumn("answered", \.answered) { $0.answered = $1 },
      StoredColumn("agreeing", \.agreeing) { $0.agreeing = $1 },
      StoredColumn("correct", \.correct) { $0.correct = $1 },
    ])
}
