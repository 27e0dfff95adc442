import Diagnostics
public import ReinforcementLearning
public import Tasks

extension RunConfiguration {
  /// Rejects what a task or an engine cannot do, before any work starts.
  ///
  /// - Throws: ``UserError`` for the first arm, teacher or reward that needs a missing capability.
  public func validate(
    for task: any ProblemTask, engine: any Engine, schemes: RewardSchemeRegistry = .standard
  ) throws {
    for (index, arm) in arms.enumerated() {
      let place = "arms[\(index)]"
      if arm.source == .curated && !(task is any EasierProblems) {
        throw missing("easier problems", of: task, "\(place).source")
      }
      if arm.source == .designed && !(task is any QuestionDesigner) {
        throw missing("questions made to a design", of: task, "\(place).source")
      }
      if (arm.filter != .all || arm.answers != .own) && !(task is any AnswerOracle) {
        throw missing(
          "true answers", of: task, "\(place).\(arm.filter != .all ? "filter" : "answers")")
      }
      if teacherConfiguration(of: arm.teacher).turns == 2 && !(task is any TwoTurnTeaching) {
        throw missing("teachers of two turns", of: task, "\(place).teacher")
      }
      if !arm.matchCostOf.isEmpty && !engine.countsFLOPs {
        throw uncounted(by: engine, "\(place).matchCostOf", hint: "give steps instead")
      }
    }
    for (index, teacher) in teachers.enumerated() {
      let place = "teachers[\(index)]"
      if !teacher.matchCostOf.isEmpty && !engine.countsFLOPs {
        throw uncounted(by: engine, "\(place).matchCostOf", hint: "give outerSteps instead")
      }
      // Making a scheme that validates questions fails if the task cannot.
      _ = try schemes.make(
        teacher.reward, validity: task.validity, at: "\(place).reward")
    }
  }

  private func uncounted(by engine: any Engine, _ place: String, hint: String) -> UserError {
    UserError(
      .configuration, place: place,
      "needs floating-point operations, and engine '\(engine.name)' counts none", hint: hint)
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
