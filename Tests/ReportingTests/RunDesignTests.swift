// Locks: loops that differ in what the teacher learns with, or whose answers it gives, are other loops,
// whatever their names; loops that differ in their names alone are the same; arms of a loop's best
// teacher are told from those of its last; where model and problems come from is said in plain sentences.

import SelfPlay
import Testing

@testable import Reporting

@Suite struct RunDesignTests {
  @Test func loopsAreIdentifiedByTheirOwnSettings() throws {
    var configuration = RunConfiguration()
    let plain = TeacherRunConfiguration(name: "plain", promotion: false)
    var changed = [plain, plain, plain, plain, plain, plain]
    changed[1].klCoefficient = 0.05
    changed[2].learningRate = 3e-4
    changed[3].answers = TeacherAnswers.oracle.rawValue
    changed[4].poolSize = 64
    changed[5].datasetsPerQuestion = 2
    for index in changed.indices { changed[index].name = "loop-\(index)" }
    configuration.teachers = [plain] + changed
    let design = try RunDesign(configuration)
    let identities = design.teachers.map(design.identity)
    #expect(identities[0] == identities[1])
    #expect(Set(identities).count == 6)
  }

  @Test func modelAndProblemsAreDescribed() throws {
    var configuration = RunConfiguration()
    #expect(
      configuration.groundPhrase.hasPrefix(
        "Teacher and students start from one base model, a Llama"))
    configuration.model.folder = "models/own"
    #expect(configuration.groundPhrase.hasPrefix("Teacher and students start from the model own, "))
    var text = try #require(RunConfiguration.preset("smollm2"))
    text.model.folder = "models/smollm2"
    #expect(
      text.groundPhrase
        == "Teacher and students start from the pretrained model smollm2, unchanged. It answers problems in "
        + "plain text (arithmetic); the integer verifier grades its answers.")
  }

  @Test func armsOfTheBestTeacherAreTheirOwn() throws {
    var configuration = RunConfiguration()
    configuration.arms = ArmConfiguration.TeacherStep.allCases.map { step in
      var arm = ArmConfiguration(
        name: step.rawValue, source: .trainedTeacher, mixing: .alone, steps: 3)
      arm.teacherAt = step
      return arm
    }
    func best() throws -> [String] {
      try RunDesign(configuration).arms.filter(\.takesBestTeacher).map(\.name)
    }
    #expect(try best() == ["best"])
    configuration.soar.keepsBestTeacher = true
    #expect(try best() == ["kept", "best"])
  }
}
