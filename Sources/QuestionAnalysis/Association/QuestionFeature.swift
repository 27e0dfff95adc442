/// A property to relate to a dataset's reward. A question has one value or none; a dataset has the
/// mean over its questions that have one. The raw value is the name of the column.
public enum QuestionFeature: String, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
  /// 0 or 1, like all labels; the dataset's value is a share.
  case wellPosed = "well_posed"
  /// Ill-posed questions count as not correct.
  case correct
  /// Of well-posed questions only.
  case correctIfWellPosed = "correct_if_well_posed"
  case arithmetic = "error_arithmetic"
  case logicalFallacy = "error_logical_fallacy"
  case illPosed = "error_ill_posed"
  case ambiguous = "error_ambiguous"
  /// The kinds of answers, for questions whose label gives it.
  case wrongShared = "answer_wrong_shared"
  case wrongSlip = "answer_wrong_slip"
  case wrongIdiosyncratic = "answer_wrong_idiosyncratic"
  /// Operations needed for the answer; no value if ill-posed.
  case operations
  case targetShare = "target_share"
  case depth
  case width
  case distractors
  case steps
  case validSteps = "valid_steps"
  case questionTokens = "question_tokens"
  /// Tokens of everything that the teacher wrote.
  case tokens
  case hardDistance = "hard_distance"
  /// Whether the structure occurs nowhere in the corpus sample, or earlier in the loop.
  case newToCorpus = "new_to_corpus"
  case newToArchive = "new_to_archive"
  /// Share of the student's samples with the teacher's answer, and with their most frequent answer.
  case solveRate = "solve_rate"
  case majorityShare = "majority_share"
  /// Share of the dataset's students' rollouts in training with the teacher's answer, and of the
  /// question's groups in training without variance: measured during the training that the reward
  /// measures, so they can follow from what made the reward as well as explain it.
  case trainingSolveRate = "training_solve_rate"
  case zeroVarianceShare = "zero_variance_share"
  /// Share of the base model's samples with the teacher's answer, and with the right answer.
  case baseAgreement = "base_agreement"
  case baseSolveRate = "base_solve_rate"
  /// Share of the base model's samples with the teacher's answer among those that give one: what it
  /// would say if it did not give up.
  case baseAgreementIfAnswered = "base_agreement_if_answered"
  /// The question as plain text (``TextStructure``).
  case characters
  case words
  case sentences
  case numbers
  case largestNumber = "largest_number"
  case operatorSigns = "operator_signs"
  case questionWords = "question_words"
  case wordLength = "word_length"
  case wordVariety = "word_variety"
  /// Share of the question's pairs of words that no earlier question of the loop has.
  case novelty
  /// Datasets only: distinct structures divided by questions with a known structure.
  case distinctStructures = "distinct_structures"

  /// The features in regressions and partial correlations, where the data have them.
  public static let core: [QuestionFeature] = [.wellPosed, .correct, .operations, .targetShare]

  /// Core features too, where questions are read as plain text. The other counts of a text go with
  /// its length or say the same again.
  public static let textCore: [QuestionFeature] = [.words, .numbers, .operatorSigns, .novelty]

  /// Display name for tables and figures.
  public var title: String {
    switch self {
    case .wellPosed: "well-posed"
    case .correct: "correct"
    case .correctIfWellPosed: "correct if well-posed"
    case .arithmetic: "error: Arithmetic"
    case .logicalFallacy: "error: Logical_Fallacy"
    case .illPosed: "error: Ill_Posed"
    case .ambiguous: "error: Ambiguous"
    case .wrongShared: "wrong, shared"
    case .wrongSlip: "wrong, slip"
    case .wrongIdiosyncratic: "wrong, idiosyncratic"
    case .operations: "operations"
    case .targetShare: "target share"
    case .depth: "depth"
    case .width: "width"
    case .distractors: "distractors"
    case .steps: "steps worked"
    case .validSteps: "valid steps"
    case .questionTokens: "question tokens"
    case .tokens: "tokens"
    case .hardDistance: "distance to hard set"
    case .newToCorpus: "new to corpus"
    case .newToArchive: "new to archive"
    case .solveRate: "solve rate"
    case .majorityShare: "majority share"
    case .trainingSolveRate: "training solve rate"
    case .zeroVarianceShare: "zero-variance groups"
    case .baseAgreement: "base model agrees"
    case .baseSolveRate: "base model solves"
    case .baseAgreementIfAnswered: "base model agrees, if it answers"
    case .characters: "characters"
    case .words: "words"
    case .sentences: "sentences"
    case .numbers: "numbers"
    case .largestNumber: "digits of the largest number"
    case .operatorSigns: "operator signs"
    case .questionWords: "question words"
    case .wordLength: "word length"
    case .wordVariety: "word variety"
    case .novelty: "novelty"
    case .distinctStructures: "distinct structures"
    }
  }

  /// The place in `allCases`, by which columns are kept.
  var ordinal: Int { Self.ordinals[self] ?? 0 }

  private static let ordinals = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}

/// The features of one question, allocated once and refilled for each: even a million questions
/// take no memory beyond their columns.
public struct FeatureValues: Sendable {
  /// NaN where there is no value.
  private(set) var values = [Double](repeating: .nan, count: QuestionFeature.allCases.count)

  public init() {}

  public mutating func removeAll() {
    for index in values.indices { values[index] = .nan }
  }

  /// Setting a value that is not finite clears it.
  public subscript(feature: QuestionFeature) -> Double? {
    get {
      let value = values[feature.ordinal]
      return value.isNaN ? nil : value
    }
    set {
      let value = newValue ?? .nan
      values[feature.ordinal] = value.isFinite ? value : .nan
    }
  }

  public mutating func set(_ feature: QuestionFeature, _ isTrue: Bool) {
    self[feature] = isTrue ? 1 : 0
  }
}
