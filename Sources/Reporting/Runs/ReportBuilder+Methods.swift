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
    let screened =
      c.hardSet.by == .samples && c.hardSet.confirmationSamples == 0
      ? " Of \(c.hardSet.candidates) problems screened with \(c.hardSet.samples) samples each (seed "
        + "\(c.hardSet.seed)), "
      : " Of \(c.hardSet.candidates) problems (seed \(c.hardSet.seed)) those count as hard "
        + c.hardness + "; "
    let sizes = [Split.train, .test].map { half in problems.count { $0.split == half } }
    return ReportMethods(
      ground: c.groundPhrase + screened + "\(sizes[0]) that it "
        + (c.hardSet.by == .samples ? "never" : "as good as never")
        + " solves are for training and \(sizes[1]) for the test.",
      studentsPerSeed: c.studentsPerSeed,
      differences: differences.map { ReportSetting($0.key, $0.first, paper: $0.second) })
  }
}
