import Configuration
import RunStore
package import SelfPlay
import Worlds

extension RunDesign {
  /// What a run was configured to be.
  package init(_ c: RunConfiguration) throws {
    self.init(
      teachers: try c.teachers.map { teacher in
        Teacher(
          name: teacher.name, scheme: teacher.reward.scheme,
          reward: try ConfigurationLoader.yaml(teacher.reward), promotion: teacher.promotion,
          outerSteps: teacher.matchCostOf.isEmpty
            ? (teacher.outerSteps > 0 ? teacher.outerSteps : c.soar.outerSteps)
            : c.matchedStepsLimit,
          matchCostOf: teacher.matchCostOf.isEmpty ? nil : teacher.matchCostOf)
      },
      arms: c.arms.map { arm in
        Arm(
          name: arm.name, startsFromBase: arm.start == .base, questions: Arm.Questions(arm.source),
          teacher: arm.needsTeacherRun ? arm.teacher : nil,
          mixing: arm.source == .none ? .hardOnly : Arm.Mixing(arm.mixing),
          curriculumSteps: arm.curriculumSteps, count: arm.sourceCount, steps: arm.steps,
          groupSize: arm.groupSize > 0 ? arm.groupSize : c.student.groupSize,
          selection: arm.selection, questionSet: arm.questionSet,
          cells: arm.designs.map(ExperimentCell.init))
      }, settings: Self.settings(c))
  }

  private static func settings(_ c: RunConfiguration) -> [ReportSetting] {
    let soar = c.soar
    return [
      ReportSetting("world", "\(c.world.name) (seed \(c.world.seed))"),
      ReportSetting(
        "base model",
        "layers \(c.model.layerCount), width \(c.model.hiddenSize), pretraining seed "
          + "\(c.pretraining.seed)"),
      ReportSetting(
        "hard set",
        "of at most \(c.hardSet.size) problems, solved in 0 of \(c.hardSet.samples) samples "
          + "(seed \(c.hardSet.seed))"),
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
        "\(soar.datasets) of \(soar.questionsPerDataset) questions, \(soar.repeats) students each"),
      ReportSetting(
        "inner steps", "\(soar.innerSteps) (+\(soar.extraStepsAfterPromotion) once promoted)"),
      ReportSetting(
        "promotion above", "\(soar.threshold) (window \(soar.window))"),
      ReportSetting("reward questions", "\(soar.rewardQuestions)"),
    ]
  }
}

extension RunDesign.Arm.Questions {
  init(_ source: ArmConfiguration.Source) {
    self =
      switch source {
      case .none: .none
      case .promotionQuestions: .promotionQuestions
      case .untrainedTeacher: .untrainedTeacher
      case .trainedTeacher: .trainedTeacher
      case .curated: .curated
      case .majorityVoted: .majorityVoted
      case .designed: .designed
      }
  }
}

extension RunDesign.Arm.Mixing {
  init(_ mixing: ArmConfiguration.Mixing) {
    self =
      switch mixing {
      case .alone: .alone
      case .hardOnly: .hardOnly
      case .mixed: .mixed
      case .curriculum: .curriculum
      }
  }
}

extension CostAxis {
  /// FLOPs where all runs counted them, else tokens.
  package static func best(for runs: [ComparedRun]) -> CostAxis {
    let areCounted = runs.allSatisfy { run in
      run.armRuns.allSatisfy { $0.forwardFLOPs != nil && $0.backwardFLOPs != nil }
        && run.outerSteps.allSatisfy { $0.forwardFLOPs != nil && $0.backwardFLOPs != nil }
    }
    return areCounted ? .flops : .tokens
  }
}

extension ArmConfiguration {
  /// Equal for arms that keep the same of their questions, with the same answers; empty for all with
  /// their own.
  var selection: String {
    [filter == .all ? "" : filter.rawValue, answers == .own ? "" : answers.rawValue]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension ExperimentCell {
  init(_ design: QuestionDesign) {
    let answer: Answer =
      switch design.answer {
      case .correct: .correct
      case .shared: .shared
      case .idiosyncratic: .idiosyncratic
      case .random: .random
      }
    self.init(
      form: design.form == .wellPosed ? .wellPosed : .illPosed, answer: answer,
      lengths: design.lengths)
  }
}
