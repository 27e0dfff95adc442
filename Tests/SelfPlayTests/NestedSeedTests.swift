// Locks: the first student of a seed has the randomness that a seed had before there were others;
// each further student draws questions of its own and sees them in an order of its own; an arm
// without training has one student; arms of every mixing and group size can be written in YAML.

import Configuration
import Diagnostics
import Randomness
import ReinforcementLearning
import SelfPlay
import Tasks
import Testing
import Worlds

@Suite struct NestedSeedTests {
  @Test func streamsOfStudents() {
    let arm = RandomStream(seed: 3, path: "run").child("arm/PQ")
    #expect(ArmConfiguration.stream(ofStudent: 0, arm: arm).path == "run/arm/PQ")
    #expect(ArmConfiguration.stream(ofStudent: 2, arm: arm).path == "run/arm/PQ/student/2")
    #expect(ArmConfiguration(name: "Base").students(perSeed: 4) == 1)
    #expect(ArmConfiguration(name: "Hard-Only", steps: 5).students(perSeed: 4) == 4)
    var configuration = RunConfiguration()
    #expect(configuration.studentsPerSeed == 1)
    configuration.studentsPerSeed = 0
    #expect(throws: UserError.self) { try configuration.validate() }
  }

  @Test func everyStudentHasQuestionsOfItsOwn() async throws {
    // Curated questions are a function of the stream alone.
    let fixture = ArmTests.Fixture()
    let arm = ArmTests.arm(.curated, count: 8)
    func trained(_ student: Int) async throws -> Set<[Int32]> {
      let outer = ArmTests.Fixture()
      let stream = ArmConfiguration.stream(
        ofStudent: student, arm: RandomStream(seed: 1, path: "arm"))
      _ = try await outer.runner().run(
        arm, base: outer.outer.policies().base, teacher: nil, stream: stream)
      return Set(outer.outer.log.entries.flatMap(\.prompts))
    }
    let hard = Set(fixture.outer.hard.map { OuterLoopTests.world.studentPrompt(for: $0.question) })
    let questions = try await [trained(0), trained(0), trained(1), trained(2)].map {
      $0.subtracting(hard)
    }
    #expect(questions.allSatisfy { !$0.isEmpty })
    #expect(questions[0] == questions[1])
    #expect(questions[0].isDisjoint(with: questions[2]))
    #expect(questions[2].isDisjoint(with: questions[3]))
  }

  @Test func thePapersArmsCanBeWritten() throws {
    let text = """
      studentsPerSeed: 3
      transfer: {size: 0}
      teachers:
        - {name: SOAR}
        - {name: two-turn, turns: 2}
      arms:
        - {name: Hard-Only, steps: 60, groupSize: 32}
        - {name: Hard-Only g128, steps: 60, groupSize: 128}
        - {name: PQ curriculum, source: promotionQuestions, mixing: curriculum, curriculumSteps: 64, steps: 120}
        - {name: PQ mixed, source: promotionQuestions, mixing: mixed, steps: 60}
        - {name: Grounded-T, source: trainedTeacher, mixing: alone, steps: 60}
        - {name: Base-T two-turn, source: untrainedTeacher, teacher: two-turn, mixing: mixed, steps: 60}
      """
    let configuration = try ConfigurationLoader.load(
      RunConfiguration.preset("quick") ?? RunConfiguration(), text: text, name: "arms.yaml")
    try configuration.validate()
    #expect(configuration.arms.map(\.groupSize) == [32, 128, 0, 0, 0, 0])
    #expect(
      configuration.arms.map(\.mixing) == [
        .hardOnly, .hardOnly, .curriculum, .mixed, .alone, .mixed,
      ])
    let last = try #require(configuration.arms.last)
    #expect(configuration.teacherConfiguration(of: last.teacher).turns == 2)
    // Nothing needs the run of that teacher.
    #expect(!last.needsTeacherRun)
    #expect(configuration.studentsPerSeed == 3)
    // What is stored with a run is read back to the same.
    let yaml = try ConfigurationLoader.yaml(configuration)
    #expect(
      try ConfigurationLoader.load(RunConfiguration(), text: yaml, name: "again") == configuration)
  }

  @Test func mixingByTheStep() {
    func problems(_ seed: UInt64) -> [TrainingQuestion] { OuterLoopTests.problems(8, seed: seed) }
    let (synthetic, hard) = (problems(5), problems(6))
    func counts(_ mixing: ArmConfiguration.Mixing, step: Int) -> (synthetic: Int, hard: Int) {
      let batch = QuestionSchedule(
        synthetic: synthetic, hardTrain: hard, mixing: mixing, curriculumSteps: 2,
        stream: RandomStream(seed: 1, path: "mix")
      ).batch(step: step, size: 4)
      return (batch.count { synthetic.contains($0) }, batch.count { hard.contains($0) })
    }
    #expect((0..<4).allSatisfy { counts(.alone, step: $0) == (4, 0) })
    #expect((0..<4).allSatisfy { counts(.hardOnly, step: $0) == (0, 4) })
    #expect((0..<4).allSatisfy { counts(.mixed, step: $0) == (2, 2) })
    #expect((0..<4).allSatisfy { counts(.curriculum, step: $0) == ($0 < 2 ? (4, 0) : (0, 4)) })
  }
}
