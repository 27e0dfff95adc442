import Diagnostics
public import ReinforcementLearning
public import Tasks
import TextTasks

extension RunConfiguration {
  /// Rejects what a task or an engine cannot do, before any work starts.
  ///
  /// - Throws: ``UserError`` for the first arm, teacher or reward that needs a missing capability.
  public func validate(
    for task: any ProblemTask, engine: any Engine, schemes: RewardSchemeRegistry = .standard
  ) throws {
    try validate(for: task, schemes: schemes)
    if !engine.countsFLOPs { try rejectMatchedCosts(engine: engine.name) }
  }

  /// Rejects arms and loops that match a cost, for an engine that counts no operations.
  package func rejectMatchedCosts(engine: String) throws {
    for (index, arm) in arms.enumerated() where !arm.matchCostOf.isEmpty {
      throw uncounted(by: engine, "arms[\(index)].matchCostOf", hint: "give steps instead")
    }
    for (index, teacher) in teachers.enumerated() where !teacher.matchCostOf.isEmpty {
      throw uncounted(by: engine, "teachers[\(index)].matchCostOf", hint: "give outerSteps instead")
    }
  }

  /// Rejects what a task cannot do.
  ///
  /// - Throws: ``UserError`` for the first arm, teacher, reward or measurement that needs a missing
  ///   capability.
  public func validate(
    for task: any ProblemTask, schemes: RewardSchemeRegistry = .standard
  ) throws {
    for (isAsked, place) in [
      (hardSet.by == .probability, "hardSet.by"), (evaluation.exact, "evaluation.exact"),
      (soar.rewardBy == .probability, "soar.rewardBy"),
    ] where isAsked && !(task is any ShortAnswers) {
      throw missing("answers that are written without work", of: task, place)
    }
    // A file may hold fewer problems than are to be screened.
    if self.task.kind == .text { _ = try HardSet.drawCandidates(of: task, hardSet) }
    for (index, arm) in arms.enumerated() {
      let place = "arms[\(index)]"
      if arm.source == .curated && !(task is any EasierProblems) {
        throw missing("easier problems", of: task, "\(place).source")
      }
      if arm.source == .designed && !(task is any QuestionDesigner) {
        throw missing("questions made to a design", of: task, "\(place).source")
      }
      if (arm.filter != .all || arm.answers == .corrected) && !(task is any AnswerOracle) {
        throw missing(
          "true answers", of: task, "\(place).\(arm.filter != .all ? "filter" : "answers")")
      }
      try check(teacherConfiguration(of: arm.teacher), task, "\(place).teacher")
    }
    for (index, teacher) in teachers.enumerated() {
      let place = "teachers[\(index)]"
      try check(teacherConfiguration(of: teacher.name), task, place)
      // Making a scheme that validates questions fails if the task cannot.
      _ = try schemes.make(
        teacher.reward, validity: task.validity, at: "\(place).reward")
    }
  }

  private func check(
    _ teacher: TeacherConfiguration, _ task: any ProblemTask, _ place: String
  ) throws {
    if teacher.turns == 2 && !(task is any TwoTurnTeaching) {
      throw missing("teachers of two turns", of: task, place)
    }
    if teacher.answers == .oracle && !(task is any AnswerOracle) {
      throw missing("true answers", of: task, place)
    }
    if teacher.poolSize > 0 && !(task is any EasierProblems) {
      throw missing("easier problems", of: task, place)
    }
  }

  private func uncounted(by engine: String, _ place: String, hint: String) -> UserError {
    UserError(
      .configuration, place: place,
      "needs floating-point operations, and engine '\(engine)' counts none", hint: hint)
  }

  private func missing(_ what: String, of task: any ProblemTask, _ place: String) -> UserError {
    UserError(.configuration, place: place, "needs \(what), and task '\(task.name)' has none")
  }
}

extension ProblemTask {
  /// Whether a question is well-posed; nil if the task cannot tell.
  package var validity: QuestionValidity? {
    guard let validator = self as? any QuestionValidator else { return nil }
    return { validator.isWellPosed($0) }
  }
}
