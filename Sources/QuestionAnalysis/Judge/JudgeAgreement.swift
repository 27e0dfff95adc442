public import Statistics

/// A judge's verdicts beside those of a reference on the same questions.
public struct JudgeAgreement: Sendable, Equatable {
  /// One label, as a yes or a no.
  public struct Label: Sendable, Equatable {
    /// A question feature: well-posed, correct (no for ill-posed questions), or an error type.
    public let feature: QuestionFeature
    /// The reference is the truth.
    public fileprivate(set) var table = ConfusionTable()
    /// Nil if the reference says only yes or only no.
    public var errors: Misclassification? { Misclassification(table) }
  }

  /// By label, in the order of ``features``.
  public private(set) var labels = Self.features.map { Label(feature: $0) }
  /// Questions by the reference's error type and the judge's: [reference][judge], in the order of
  /// `ErrorType.allCases`.
  public private(set) var errorTypes = [[Int]](
    repeating: [Int](repeating: 0, count: ErrorType.allCases.count),
    count: ErrorType.allCases.count)
  public private(set) var count = 0

  /// "None" is the same as correct.
  static let features: [QuestionFeature] = [
    .wellPosed, .correct, .arithmetic, .logicalFallacy, .illPosed, .ambiguous,
  ]

  public init() {}

  /// Adds a question. An error type says everything: which error, and with it whether the question
  /// is well-posed and its answer right.
  public mutating func add(reference: ErrorType, judge: ErrorType) {
    count += 1
    for index in labels.indices {
      let feature = labels[index].feature
      labels[index].table.add(truth: reference.has(feature), label: judge.has(feature))
    }
    if let row = ErrorType.allCases.firstIndex(of: reference),
      let column = ErrorType.allCases.firstIndex(of: judge)
    {
      errorTypes[row][column] += 1
    }
  }

  /// Agreement on the five error types.
  public var kappa: CohenKappa? { CohenKappa(errorTypes) }

  /// Errors between ill-posed, well-posed but wrong, and correct; nil unless the reference has all
  /// three.
  public var nestedErrors: NestedMisclassification? {
    var counts = [[Int]](repeating: [0, 0, 0], count: 3)
    for (reference, row) in zip(ErrorType.allCases, errorTypes) {
      for (judge, count) in zip(ErrorType.allCases, row) {
        counts[reference.category][judge.category] += count
      }
    }
    return NestedMisclassification(counts)
  }

  public subscript(feature: QuestionFeature) -> Label? { labels.first { $0.feature == feature } }
}

extension ErrorType {
  /// 0 for ill-posed, 1 for well-posed but wrong, 2 for correct.
  fileprivate var category: Int { self == .none ? 2 : isOfWellPosed ? 1 : 0 }

  fileprivate func has(_ feature: QuestionFeature) -> Bool {
    switch feature {
    case .wellPosed: isOfWellPosed
    case .correct: self == .none
    case .arithmetic: self == .arithmetic
    case .logicalFallacy: self == .logicalFallacy
    case .illPosed: self == .illPosed
    case .ambiguous: self == .ambiguous
    default: false
    }
  }
}
