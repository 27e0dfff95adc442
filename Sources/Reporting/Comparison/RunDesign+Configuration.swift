import Configuration
import RunStore
public import SelfPlay
import TextTasks
import Worlds

extension RunDesign {
  /// The design of a configured run.
  public init(_ c: RunConfiguration) throws {
    self.init(
      teachers: try c.teachers.map { teacher in
        let shared = c.soarConfiguration(of: teacher.name).datasetsPerQuestion
        return Teacher(
          name: teacher.name, scheme: teacher.reward.scheme,
          reward: try ConfigurationLoader.yaml(teacher.reward), promotion: teacher.promotion,
          settings: try ConfigurationLoader.yaml(c.teacherConfiguration(of: teacher.name))
            + (shared > 1 ? "datasetsPerQuestion: \(shared)\n" : ""),
          questionKind: c.questionKind(of: teacher.name),
          outerSteps: teacher.matchCostOf.isEmpty
            ? (teacher.outerSteps > 0 ? teacher.outerSteps : c.soar.outerSteps)
            : c.matchedStepsLimit,
          window: c.soar.window,
          matchCostOf: teacher.matchCostOf.isEmpty ? nil : teacher.matchCostOf)
      },
      arms: c.arms.map { arm in
        Arm(
          name: arm.name, startsFromBase: arm.start == .base, questions: arm.source,
          teacher: arm.needsTeacherRun ? arm.teacher : nil,
          mixing: arm.source == .none ? .hardOnly : arm.mixing,
          curriculumSteps: arm.curriculumSteps, count: arm.sourceCount, steps: arm.steps,
          groupSize: arm.groupSize > 0 ? arm.groupSize : c.student.groupSize,
          selection: arm.selection, questionSet: arm.questionSet,
          cells: arm.designs, reach: arm.reach,
          takesBestTeacher: arm.teacherAt == .best
            || arm.teacherAt == .kept && c.soar.keepsBestTeacher,
          questionKind: arm.source == .untrainedTeacher ? c.questionKind(of: arm.teacher) : "")
      }, settings: Self.settings(c), designTerms: c.task.kind == .world ? .world : .arithmetic)
  }

  private static func settings(_ c: RunConfiguration) -> [ReportSetting] {
    let soar = c.soar
    return [
      c.task.kind == .world
        ? ReportSetting("world", "\(c.world.name) (seed \(c.world.seed))")
        : ReportSetting("problems", c.problemsSetting),
      ReportSetting(
        "base model",
        c.task.kind == .world
          ? "layers \(c.model.layerCount), width \(c.model.hiddenSize), pretraining seed "
            + "\(c.pretraining.seed)" : c.modelSetting),
      ReportSetting(
        "hard set",
        "of at most \(c.hardSet.size) problems with \(c.hardness) (seed \(c.hardSet.seed))"),
      ReportSetting("teacher learning rate", "\(c.teacher.learningRate)"),
      ReportSetting("teacher KL", "\(c.teacher.klCoefficient)"),
      ReportSetting("teacher reward scale", "\(c.teacher.rewardScale)"),
      ReportSetting("student learning rate", "\(c.student.learningRate)"),
      ReportSetting("student KL", "\(c.student.klCoefficient)"),
      ReportSetting(
        "student batch", "\(c.student.batchQuestions) x \(c.student.groupSize) rollouts"),
      ReportSetting("outer steps", "\(soar.outerSteps)"),
      ReportSetting(
        "datasets per outer step",
        "\(soar.datasets) of \(soar.questionsPerDataset) questions, \(soar.repeats) students each"
          + (soar.datasetsPerQuestion > 1
            ? ", each question in \(soar.datasetsPerQuestion) datasets" : "")),
      ReportSetting(
        "inner steps", "\(soar.innerSteps) (+\(soar.extraStepsAfterPromotion) once promoted)"),
      ReportSetting(
        "promotion above",
        "\(soar.threshold) (window \(soar.window), patience \(soar.patience), confirmed by "
          + "\(soar.confirmationStudents.counted("student")))"),
      ReportSetting("reward questions", "\(soar.rewardQuestions)"),
    ]
  }
}

extension CostAxis {
  /// FLOPs if all runs counted them, otherwise tokens.
  public static func best(for runs: [ComparedRun]) -> CostAxis {
    let areCounted = runs.allSatisfy { run in
      run.armRuns.allSatisfy { $0.forwardFLOPs != nil && $0.backwardFLOPs != nil }
        && run.outerSteps.allSatisfy { $0.forwardFLOPs != nil && $0.backwardFLOPs != nil }
    }
    return areCounted ? .flops : .tokens
  }
}

extension ArmConfiguration {
  /// Which questions an arm keeps, with what answers; empty for all with their own. Arms that
  /// select alike have equal values.
  var selection: String {
    [filter == .all ? "" : filter.rawValue, answers == .own ? "" : answers.rawValue]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension RunConfiguration {
  /// What each arm needs of an outer loop.
  var teacherDraws: [String: TeacherDraw] {
    let drawing = arms.filter(\.needsTeacherRun).map { arm in
      let isWhole = arm.source == .trainedTeacher || arm.start == .trainedTeacher
      return (
        arm.name,
        TeacherDraw(teacher: arm.teacher, extent: isWhole ? .wholeLoop : .untilLastPromotion)
      )
    }
    return Dictionary(drawing) { $1 }
  }
}
