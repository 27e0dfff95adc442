// Locks: a loop that matches a cost ends with the first step that reaches it, or at its maximum of
// steps; only an earlier entry of `teachers` can be matched, and not beside a number of steps; a
// loop runs when an arm draws on it or when one that runs matches its cost.

import Diagnostics
import SelfPlay
import Testing

@Suite struct MatchedCostTests {
  private static func teacher(
    _ name: String, steps: Int = 0, matching: String = ""
  ) -> TeacherRunConfiguration {
    TeacherRunConfiguration(
      name: name, reward: RewardSchemeConfiguration("random"), outerSteps: steps,
      matchCostOf: matching)
  }

  private static func error(_ teachers: [TeacherRunConfiguration]) throws -> UserError {
    var configuration = RunConfiguration()
    configuration.teachers = [TeacherRunConfiguration(name: "SOAR")] + teachers
    return try #require(throws: UserError.self) { try configuration.validate() }
  }

  @Test func extents() {
    let steps = OuterLoopExtent.steps(4)
    #expect(steps.maximumSteps == 4 && !steps.isSpent(.infinity))
    let cost = OuterLoopExtent.cost(flops: 10, maximumSteps: 7)
    #expect(cost.maximumSteps == 7)
    #expect(!cost.isSpent(9.5) && cost.isSpent(10) && cost.isSpent(11))
  }

  @Test func whatCanBeMatched() throws {
    var configuration = RunConfiguration()
    configuration.teachers = [
      Self.teacher("SOAR"), Self.teacher("a", matching: "SOAR"), Self.teacher("b", steps: 5),
      Self.teacher("c", matching: "a"),
    ]
    try configuration.validate()
    configuration.soar.outerSteps = 16
    #expect(configuration.matchedStepsLimit == 1600)

    var error = try Self.error([Self.teacher("a", matching: "SOAP")])
    #expect(error.place == "teachers[1].matchCostOf" && error.hint == "did you mean SOAR?")
    error = try Self.error([Self.teacher("a", matching: "elsewhere")])
    #expect(error.hint == "earlier ones: SOAR")
    error = try Self.error([Self.teacher("a", matching: "a")])
    #expect(error.message == "names the teacher itself")
    error = try Self.error([Self.teacher("a", matching: "b"), Self.teacher("b")])
    #expect(error.message == "names 'b', which stands later in the list")
    error = try Self.error([Self.teacher("a", steps: 3, matching: "SOAR")])
    #expect(error.message == "is given beside outerSteps")
    error = try Self.error([Self.teacher("a", steps: -1)])
    #expect(error.place == "teachers[1].outerSteps")
  }

  @Test func whichLoopsRun() {
    var configuration = RunConfiguration()
    configuration.teachers = [
      Self.teacher("SOAR"), Self.teacher("idle"), Self.teacher("a", matching: "SOAR"),
      Self.teacher("b", matching: "a"), Self.teacher("c", matching: "idle"),
    ]
    configuration.arms = [ArmConfiguration(name: "B", start: .trainedTeacher, teacher: "b")]
    #expect(configuration.neededTeachers.map(\.name) == ["SOAR", "a", "b"])
    configuration.arms = [ArmConfiguration(name: "Base", teacher: "c")]
    #expect(configuration.neededTeachers.isEmpty)
  }
}
