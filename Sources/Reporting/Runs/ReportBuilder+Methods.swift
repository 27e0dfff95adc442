import Configuration
import RunStore
import SelfPlay
import TextTasks
import Worlds

extension ReportBuilder {
  /// The settings that determine the behaviour of a teacher and its students, apart from model,
  /// world and arms: the paper gives most of them.
  private struct Hyperparameters: Encodable {
    struct HardSet: Encodable {
      var samples: Int
    }

    var hardSet: HardSet
    var student: StudentConfiguration
    var teacher: TeacherConfiguration
    var soar: SOARConfiguration
    var evaluation: EvaluationConfiguration

    init(_ configuration: RunConfiguration) {
      hardSet = HardSet(samples: configuration.hardSet.samples)
      student = configuration.student
      teacher = configuration.teacher
      soar = configuration.soar
      evaluation = configuration.evaluation
    }
  }

  /// The paper's values, as far as it gives them: the preset's, except learning rates, which the
  /// preset sets for another model than the paper's.
  private static var paper: RunConfiguration {
    var paper = RunConfiguration.preset("paper") ?? RunConfiguration()
    paper.student.learningRate = 1e-5
    paper.teacher.learningRate = 1e-5
    return paper
  }

  func methods() throws -> ReportMethods {
    let c = configuration
    let differences = try ConfigurationLoader.differences(
      Hyperparameters(c), Hyperparameters(Self.paper))
    let problems = try store.hardProblems()
    // A file can have fewer problems than the configuration asks for.
    let screened = try store.screening().count { !$0.isTransfer }
    let sizes = [Split.train, .test].map { half in problems.count { $0.split == half } }
    return ReportMethods(
      ground: c.groundPhrase
        + " The run screened \(screened) candidate problems (seed \(c.hardSet.seed)). Hard means "
        + "\(c.hardness) of the base model. \(sizes[0]) hard problems are for training (hard-train), "
        + "\(sizes[1]) for testing (hard-test).",
      studentsPerSeed: c.studentsPerSeed,
      differences: differences.map { ReportSetting($0.key, $0.first, paper: $0.second) })
  }
}
