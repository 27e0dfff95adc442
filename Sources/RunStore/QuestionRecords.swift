public import Foundation

/// What one classifier says of one question. Labelling again with a higher version adds a row.
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
  /// Equal for questions that differ in names and digits only.
  public var structure: String?
  public var features: LabelFeatures

  public init(
    classifier: String, version: Int, created: Date, isWellPosed: Bool, isCorrect: Bool?,
    errorType: String, verifiedAnswer: String? = nil, detail: String? = nil,
    operations: Int? = nil, targetShare: Double? = nil, structure: String? = nil,
    features: LabelFeatures = LabelFeatures()
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
  }
}

/// What came to labels with format 4; all nil in older ones and where a judge does not tell.
public struct LabelFeatures: Codable, Sendable, Equatable {
  /// Whether the question is well-posed and if not, the finer reason.
  public var posedness: String?
  /// correct, wrongShared, wrongSlip, wrongIdiosyncratic or undecidable.
  public var answerKind: String?
  /// Tokens of the question; ``QuestionRecord/tokenCount`` is of the whole document.
  public var questionTokens: Int?
  public var depth: Int?
  public var width: Int?
  /// Sentences that the answer does not need.
  public var distractors: Int?
  /// The operations of all definitions, sorted, with single spaces between.
  public var operationMultiset: String?
  /// Definitions worked in the solution, and those of them without a fault.
  public var steps: Int?
  public var validSteps: Int?
  /// Wrong digits of the solution that a misconception explains, and those that none does.
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

/// How a question stands to the hard set, to the corpus and to the questions before it.
public struct QuestionContextRecord: Codable, Sendable, Equatable {
  /// Of the definitions of these numbers.
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

/// Answers of a model to one question, counted.
public struct AnswerSampleRecord: Codable, Sendable, Equatable {
  /// Which model answered, such as `base`.
  public var model: String
  public var created: Date
  public var samples: Int
  /// Of the samples, with a boxed answer.
  public var answered: Int
  /// Of the samples, with the teacher's answer.
  public var agreeing: Int
  /// Of the samples, with the right answer; nil where none is known.
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
}
