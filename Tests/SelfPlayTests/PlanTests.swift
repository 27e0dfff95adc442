// Locks: a plan compares two arms of the run, at a step at which both are measured, and nothing twice;
// every key but the arms has a default, and configurations without a plan have none.

import Configuration
import Diagnostics
import SelfPlay
import Testing

@Suite struct PlanTests {
  private static let text = """
    evaluation: {greedyEvery: 5, testEvery: 20}
    arms:
      - {name: Base}
      - {name: Hard-Only, steps: 120}
      - {name: Base-T, source: untrainedTeacher, mixing: alone, steps: 60}
      - {name: Often, source: untrainedTeacher, mixing: alone, steps: 50, measureEvery: 10}

    """

  private static func configuration(_ plan: String) throws -> RunConfiguration {
    try ConfigurationLoader.load(
      RunConfiguration(), text: plan.isEmpty ? text : text + "plan: [\(plan)]\n", name: "plan.yaml")
  }

  private static func error(_ plan: String) throws -> UserError {
    let configuration = try configuration(plan)
    return try #require(throws: UserError.self) { try configuration.validate() }
  }

  @Test func defaults() throws {
    #expect(try Self.configuration("").plan == [])
    let plan = try Self.configuration("{arm: Base-T, reference: Hard-Only}").plan
    #expect(plan == [PlannedComparison(arm: "Base-T", reference: "Hard-Only")])
    #expect(plan[0].measure == .testPass && plan[0].step == 0)
  }

  @Test(arguments: [
    "", "{arm: Base-T, reference: Base}", "{arm: Base-T, reference: Hard-Only, step: 40}",
    "{arm: Base-T, reference: Hard-Only, measure: trainGreedy, step: 15}",
    "{arm: Often, reference: Hard-Only, step: 20}", "{arm: Base-T, reference: Hard-Only, step: 60}",
    "{arm: Often, reference: Base-T, measure: trainGreedy, step: 50}, {arm: Often, reference: Base-T}",
  ]) func whatCanBePlanned(_ plan: String) throws {
    try Self.configuration(plan).validate()
  }

  @Test func whatCannotBePlanned() throws {
    var error = try Self.error("{arm: Base-TT, reference: Hard-Only}")
    #expect(error.place == "plan[0].arm" && error.hint == "did you mean Base-T?")
    error = try Self.error("{arm: Base-T, reference: elsewhere}")
    #expect(error.place == "plan[0].reference")
    #expect(error.hint == "add it to arms, or leave the comparison out")
    error = try Self.error("{arm: Base-T, reference: Base-T}")
    #expect(error.message == "compares 'Base-T' with itself")
    error = try Self.error("{arm: Base-T, reference: Base}, {arm: Base, reference: Base-T}")
    #expect(error.place == "plan[1]" && error.message == "repeats plan[0]")
    error = try Self.error("{arm: Base-T, reference: Base, step: -1}")
    #expect(error.place == "plan[0].step" && error.message == "is -1, but must not be negative")
    error = try Self.error("{arm: Base-T, reference: Hard-Only, step: 80}")
    #expect(error.message == "is 80, but 'Base-T' trains for 60 steps")
    error = try Self.error("{arm: Base-T, reference: Hard-Only, step: 30}")
    #expect(error.message.hasSuffix("is measured every 20 steps and at its end"))
    #expect(error.hint?.contains("evaluation.testEvery, to a divisor of 30") == true)
    error = try Self.error("{arm: Often, reference: Base-T, measure: trainGreedy, step: 18}")
    #expect(error.description.contains("plan[0].step: is 18"))

    var atEnd = try Self.configuration("{arm: Base-T, reference: Hard-Only, step: 40}")
    atEnd.evaluation.testEvery = 0
    let late = try #require(throws: UserError.self) { try atEnd.validate() }
    #expect(late.message.hasSuffix("is measured at its end only"))
  }
}
