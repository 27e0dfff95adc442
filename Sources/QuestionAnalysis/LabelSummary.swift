/// Shares over a set of labelled questions, in the terms of the paper's table 7 and beyond. All
/// shares are in 0...1 and 0 when there are no labels.
public struct LabelSummary: Sendable, Hashable, Codable {
  /// Number of labels.
  public let count: Int
  public let wellPosedShare: Double
  public let correctShare: Double
  /// By error type, in the order of ``ErrorType``'s cases; they sum to 1.
  public let errorTypeShares: [Double]
  /// By answer kind, in the order of ``AnswerKind``'s cases; they sum to 1.
  public let answerKindShares: [Double]
  /// Mean over all questions of the share of definitions that use a target operation.
  public let meanTargetShare: Double
  /// Mean number of operations needed by the well-posed questions; 0 when there are none.
  public let meanOperationsNeeded: Double

  public init(_ labels: [QuestionLabel]) {
    let total = labels.count
    func share(_ matches: (QuestionLabel) -> Bool) -> Double {
      total == 0 ? 0 : Double(labels.count(where: matches)) / Double(total)
    }
    count = total
    wellPosedShare = share(\.isWellPosed)
    correctShare = share(\.isCorrect)
    errorTypeShares = ErrorType.allCases.map { type in share { $0.errorType == type } }
    answerKindShares = AnswerKind.allCases.map { kind in share { $0.answerKind == kind } }
    meanTargetShare =
      total == 0 ? 0 : labels.reduce(0) { $0 + $1.targetShare } / Double(total)
    let lengths = labels.compactMap(\.operationsNeeded)
    meanOperationsNeeded =
      lengths.isEmpty ? 0 : Double(lengths.reduce(0, +)) / Double(lengths.count)
  }

  public func share(of type: ErrorType) -> Double {
    ErrorType.allCases.firstIndex(of: type).map { errorTypeShares[$0] } ?? 0
  }

  public func share(of kind: AnswerKind) -> Double {
    AnswerKind.allCases.firstIndex(of: kind).map { answerKindShares[$0] } ?? 0
  }
}
