public import Tasks
public import Worlds

/// Labels questions of the embedded world by calculation, without a judge's errors.
/// `docs/labels.md` gives the kinds and the order of decisions.
///
/// ``EmbeddedWorld/parseQuestion(_:)`` judges the question. The answer to a well-posed question is
/// compared with the exact one, and ``EmbeddedWorld/verify(solution:diagnosis:)`` traces a wrong
/// answer through the worked solution: `Arithmetic` if only digits are wrong, in copying or
/// calculating; `Logical_Fallacy` if a step is missing, made up, out of order or unreadable, or if
/// another name's value is the answer. A right answer counts as right whatever its solution; the
/// faults are still recorded.
public struct ExactClassifier: Sendable {
  public let world: EmbeddedWorld

  public init(world: EmbeddedWorld) {
    self.world = world
  }

  public static let name = "exact"
  /// 1: as first released. 2: duplicate definitions are ambiguous and no longer impossible; finer
  /// kinds of ill-posed questions and wrong answers.
  public static let version = 2

  /// Nil when the question is not in the language of the world.
  public func classify(_ generated: GeneratedQuestion) -> QuestionLabel? {
    world.document(of: generated).map { classify($0) }
  }

  public func classify(_ document: WorldDocument) -> QuestionLabel {
    classify(document, diagnosis: world.parseQuestion(document.question))
  }

  /// - Parameter diagnosis: of the question, for callers that need it too.
  public func classify(
    _ generated: WorldDocument, diagnosis: QuestionDiagnosis
  ) -> QuestionLabel {
    let solution = SolutionSummary(
      world.verify(solution: generated.response, diagnosis: diagnosis))
    let posedness = Posedness(diagnosis)
    let answer = generated.answer.compactMap(world.lexicon.digit)
    var isCorrect = false
    var matchesMisconceptions = false
    if let derivation = diagnosis.derivation {
      isCorrect = answer == derivation.answer
      matchesMisconceptions =
        !isCorrect
        && answer == world.misconceivedAnswer(from: derivation.values[0], along: derivation.links)
    }
    let label = QuestionLabel(
      classifier: Self.name, version: Self.version,
      verdict: Verdict(
        posedness, isCorrect: isCorrect,
        onlyDigitsAreWrong: solution.faults.allSatisfy(\.isArithmetic),
        verifiedAnswer: diagnosis.derivation.map { $0.answer.map(String.init).joined() }),
      posedness: posedness, diagnosis: diagnosis, matchesMisconceptions: matchesMisconceptions,
      solution: solution,
      structure: world.structure(of: diagnosis, tokenCount: generated.question.count))
    return label
  }
}
