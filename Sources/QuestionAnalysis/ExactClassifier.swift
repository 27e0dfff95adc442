public import Worlds

/// Labels questions of the embedded world by calculation, without a judge's errors.
///
/// A question is judged by ``EmbeddedWorld/parseQuestion(_:)``: contradictions, conflicting
/// definitions and cycles are impossibilities (`Ill_Posed`); what is undefined, not given, not
/// asked or unreadable is missing (`Ambiguous`). The answer to a well-posed question is compared
/// with the exact one. A wrong answer is traced through the worked solution by
/// ``EmbeddedWorld/verify(solution:diagnosis:)``: `Arithmetic` when nothing but digits is wrong,
/// in copying or calculating, `Logical_Fallacy` as soon as a step is missing, made up, out of
/// order or unreadable, or another name's value is given as the answer. A right answer counts as
/// right whatever its solution looks like; the faults are recorded all the same.
public struct ExactClassifier: Sendable {
  public let world: EmbeddedWorld

  public init(world: EmbeddedWorld) {
    self.world = world
  }

  public static let name = "exact"
  public var name: String { Self.name }
  public var version: Int { 1 }

  public func classify(_ generated: GeneratedQuestion) -> QuestionLabel {
    let diagnosis = world.parseQuestion(generated.question)
    let verification = world.verify(solution: generated.response, diagnosis: diagnosis)
    let faults = verification.faults
    let answerKind = answerKind(of: generated.answer, diagnosis)
    return QuestionLabel(
      classifier: name, version: version,
      verdict: Verdict(
        isWellPosed: diagnosis.isWellPosed, isCorrect: answerKind == .correct,
        errorType: errorType(diagnosis.kind, answerKind, faults),
        verifiedAnswer: diagnosis.derivation.map { $0.answer.map(String.init).joined() }),
      diagnosis: diagnosis.kind, malformation: diagnosis.malformation, notes: diagnosis.notes,
      duplicateChangesAnswer: diagnosis.duplicateChangesAnswer, answerKind: answerKind,
      solutionFaults: faults,
      showsMisconception: verification.steps.contains(where: \.isMisconception),
      structure: world.structure(of: diagnosis, tokenCount: generated.question.count))
  }

  private func answerKind(of answer: [Int32], _ diagnosis: QuestionDiagnosis) -> AnswerKind {
    guard let derivation = diagnosis.derivation else { return .undecidable }
    let digits = answer.compactMap(world.lexicon.digit)
    if digits == derivation.answer { return .correct }
    let believed = world.misconceivedAnswer(from: derivation.values[0], along: derivation.links)
    return digits == believed ? .wrongShared : .wrongOther
  }

  private func errorType(
    _ kind: QuestionDiagnosis.Kind, _ answer: AnswerKind, _ faults: [SolutionVerification.Fault]
  ) -> ErrorType {
    switch kind {
    case .wellPosed:
      if answer == .correct { return .none }
      return faults.allSatisfy(\.isArithmetic) ? .arithmetic : .logicalFallacy
    case .duplicateDefinition, .contradiction, .cycle:
      return .illPosed
    case .undefinedParent, .undefinedAsked, .missingGiven, .noQuestion, .malformed:
      return .ambiguous
    }
  }
}
