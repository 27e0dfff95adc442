public import Worlds

/// Labels questions of the embedded world by calculation, without a judge's errors. The kinds and
/// the order of decisions are in `docs/labels.md`.
///
/// A question is judged by ``EmbeddedWorld/parseQuestion(_:)``, the answer to a well-posed one is
/// compared with the exact one, and a wrong answer is traced through the worked solution by
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
  /// 1: as first released. 2: duplicate definitions are ambiguous and no longer impossible; finer
  /// kinds of ill-posed questions and wrong answers.
  public static let version = 2

  public func classify(_ generated: GeneratedQuestion) -> QuestionLabel {
    classify(generated, diagnosis: world.parseQuestion(generated.question))
  }

  /// - Parameter diagnosis: of the question, for callers that need it themselves.
  public func classify(
    _ generated: GeneratedQuestion, diagnosis: QuestionDiagnosis
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
    return QuestionLabel(
      classifier: Self.name, version: Self.version,
      verdict: Verdict(
        posedness, isCorrect: isCorrect,
        onlyDigitsAreWrong: solution.faults.allSatisfy(\.isArithmetic),
        verifiedAnswer: diagnosis.derivation.map { $0.answer.map(String.init).joined() }),
      posedness: posedness, diagnosis: diagnosis, matchesMisconceptions: matchesMisconceptions,
      solution: solution,
      structure: world.structure(of: diagnosis, tokenCount: generated.question.count))
  }
}
