// Locks: curated problems are well-posed, true, shorter than the hard ones and as many as asked for;
// majority-voted answers are those that most samples agree on, and questions outside the band are
// left out; an arm of a teacher that has collapsed takes what there is; an arm starts from the weights that it names, and is not run without them; it takes the best teacher or the last, as it says; configurations
// name their teachers.

import Diagnostics
import LanguageModel
import Numerics
import Randomness
import ReinforcementLearning
import SelfPlay
import Tasks
import Testing
import Worlds

@Suite struct ArmTests {
  static let world = OuterLoopTests.world

  struct Fixture {
    var outer = OuterLoopTests.Fixture()

    func runner() -> ArmRunner {
      let loop = outer.loop()
      return ArmRunner(
        teacher: loop.teacher, innerLoop: loop.innerLoop, evaluator: loop.evaluator,
        evaluation: EvaluationConfiguration(),
        answers: AnsweredQuestions(questions: 24, samples: 4))
    }

    /// Runs an arm and returns the prompts that its student was trained or measured on.
    func run(
      _ arm: ArmConfiguration, teacher: TeacherOutcome? = nil, matching flops: Double? = nil
    ) async throws
      -> (outcome: ArmOutcome?, trained: Set<[Int32]>)
    {
      let outcome = try await runner().run(
        arm, base: outer.policies().base, teacher: teacher, matching: flops,
        stream: RandomStream(seed: 1, path: "arm"))
      let prompts = outer.log.entries.flatMap(\.trained).map { sequence in
        Array(sequence.tokens.prefix { $0 != Lexicon.solution })
      }
      return (outcome, Set(prompts))
    }
  }

  static func arm(_ source: ArmConfiguration.Source, count: Int) -> ArmConfiguration {
    var arm = ArmConfiguration(name: "arm", source: source, mixing: .alone, steps: 3)
    arm.sourceCount = count
    return arm
  }

  @Test func easierProblemsAreWellPosedAndTrue() {
    var stream = RandomStream(seed: 4, path: "curated")
    let shortest = Self.world.configuration.hardLengths.min() ?? 0
    var lengths = Set<Int>()
    for _ in 0..<500 {
      let problem = Self.world.sampleEasierProblem(using: &stream)
      let parsed = Self.world.parseQuestion(problem.question)
      #expect(parsed.kind == .wellPosed)
      let answer = Self.world.solve(question: problem.question)?.map {
        Self.world.lexicon.token(ofDigit: $0)
      }
      #expect(answer == problem.answer)
      let length = problem.question.count { Self.world.lexicon.operation($0) != nil }
      lengths.insert(length)
    }
    #expect(lengths == Set(1..<shortest))
  }

  @Test func anArmCanMatchACost() async throws {
    var fixture = Fixture()
    fixture.outer.flops = FLOPCount(forward: 1, backward: 0)
    var arm = ArmConfiguration(name: "Hard-Only", steps: 20)
    arm.measureEvery = 2
    let (outcome, _) = try await fixture.run(arm, matching: 2.5)
    let points = try #require(outcome).points
    // Each step samples once: the third crosses the cost, and the last is measured as such.
    #expect(points.map(\.step) == [0, 1, 2, 3])
    #expect(points.map { $0.train != nil } == [true, false, true, true])
    #expect(points.map { $0.test != nil } == [true, false, true, true])
    let (whole, _) = try await fixture.run(arm, matching: 1000)
    #expect(whole?.points.last?.step == 20)
  }

  @Test func anArmsCostNeedsALoop() throws {
    var configuration = RunConfiguration()
    configuration.arms = [ArmConfiguration(name: "Hard-Only", steps: 20)]
    #expect(configuration.neededTeachers.isEmpty)
    configuration.arms[0].matchCostOf = "SOAR"
    try configuration.validate()
    #expect(configuration.neededTeachers.map(\.name) == ["SOAR"])
    configuration.arms[0].matchCostOf = "SOAP"
    let error = #expect(throws: UserError.self) { try configuration.validate() }
    #expect(error?.place == "arms[0].matchCostOf")
  }

  @Test func theMajorityDecidesTheAnswer() async throws {
    let votes: [String?] = ["1", nil, "2", "2", nil, "3", "1", "4"]
    // Of two that are as frequent the first; those who give up count as votes.
    let majority = try #require(ArmRunner.majority(of: votes))
    #expect(majority.answer == "1")
    #expect(majority.share == 0.25)
    #expect(ArmRunner.majority(of: [nil, nil]) == nil)
    #expect(ArmRunner.majority(of: []) == nil)

    // The scripted student answers every other time as the teacher does and gives up else: a share
    // of one half, inside the band.
    let fixture = Fixture()
    let (outcome, trained) = try await fixture.run(Self.arm(.majorityVoted, count: 6))
    #expect(try #require(outcome).points.last?.step == 3)
    let known = Set(fixture.outer.documents.compactMap { Self.world.parseDocument($0)?.question })
    #expect(!trained.isEmpty)
    #expect(trained.isSubset(of: known))
  }

  @Test func weightsThatAreNotThereAreNotReplaced() async throws {
    let fixture = Fixture()
    for arm in [
      ArmConfiguration(name: "PS", start: .promotedStudent),
      ArmConfiguration(name: "solver", start: .trainedTeacher),
      Self.arm(.promotionQuestions, count: 8),
    ] {
      let (outcome, trained) = try await fixture.run(arm)
      #expect(outcome == nil)
      #expect(trained.isEmpty)
    }
  }

  @Test func aCollapsedTeachersArmTakesWhatThereIs() async throws {
    let fixture = Fixture()
    func outcome(of documents: [[Int32]]) async throws -> ArmOutcome? {
      let teacher = try await fixture.outer.policies(documents: documents).teacher.freeze()
      return try await fixture.run(
        Self.arm(.trainedTeacher, count: 8),
        teacher: TeacherOutcome(
          promotionQuestions: [], promotedStudent: nil, teacher: teacher)
      ).outcome
    }
    // One document in 128 can be read, and 60 times 8 may be sampled: a round of 512.
    let silent: [Int32] = [Lexicon.question, Lexicon.quit]
    let readable = fixture.outer.documents[0]
    let scarce = try #require(
      try await outcome(of: [readable] + [[Int32]](repeating: silent, count: 127)))
    #expect(scarce.questions.count == 4)
    #expect(scarce.missingQuestions == 4)
    #expect(scarce.rejected == 508)
    #expect(scarce.points.last?.step == 3)
    #expect(try await outcome(of: [silent]) == nil)
    #expect(try #require(try await outcome(of: [readable])).missingQuestions == 0)
  }

  @Test func theTeacherCanBeTheSolver() async throws {
    let fixture = Fixture()
    let policies = fixture.outer.policies()
    let outcome = TeacherOutcome(
      promotionQuestions: [], promotedStudent: nil, teacher: try await policies.teacher.freeze())
    let before = fixture.outer.teacherLog.entries.count
    let (result, _) = try await fixture.run(
      ArmConfiguration(name: "solver", start: .trainedTeacher), teacher: outcome)
    #expect(result?.points.count == 1)
    // It was the teacher who was asked.
    let asked = fixture.outer.teacherLog.entries.dropFirst(before).flatMap(\.prompts)
    #expect(asked.contains(Self.world.studentPrompt(for: fixture.outer.hard[0].question)))
  }

  @Test func anArmTakesTheBestTeacherOrTheLast() async throws {
    for (step, prefersBest, isKept, skill) in [
      (ArmConfiguration.TeacherStep.kept, false, true, 2), (.kept, true, true, 1),
      (.last, true, true, 2), (.best, false, true, 1), (.best, false, false, 2),
    ] {
      let fixture = Fixture()
      let trainer = fixture.outer.policies().teacher
      _ = try await trainer.optimizerStep(learningRate: 1)
      let best = try await trainer.freeze()
      _ = try await trainer.optimizerStep(learningRate: 1)
      let outcome = TeacherOutcome(
        promotionQuestions: [], promotedStudent: nil, teacher: try await trainer.freeze(),
        bestTeacher: isKept ? best : nil, prefersBest: prefersBest)
      // As a solver, and as the author of questions.
      var solver = ArmConfiguration(name: "solver", start: .trainedTeacher)
      var author = Self.arm(.trainedTeacher, count: 4)
      (solver.teacherAt, author.teacherAt) = (step, step)
      for arm in [solver, author] {
        let before = fixture.outer.teacherLog.entries.count
        _ = try await fixture.run(arm, teacher: outcome)
        let asked = fixture.outer.teacherLog.entries.dropFirst(before)
        #expect(!asked.isEmpty && asked.allSatisfy { $0.skill == skill }, "\(step), \(arm.name)")
      }
    }
  }

  @Test func aLoopKeepsTheTeacherThatAnArmAsksFor() throws {
    var configuration = RunConfiguration()
    configuration.teachers = [
      TeacherRunConfiguration(name: "SOAR"), TeacherRunConfiguration(name: "other"),
      TeacherRunConfiguration(name: "intrinsic", reward: .init("learnability")),
    ]
    var arm = ArmConfiguration(
      name: "early", source: .trainedTeacher, mixing: .alone, steps: 3, teacher: "other")
    arm.teacherAt = .best
    configuration.arms = [arm]
    try configuration.validate()
    #expect(configuration.soarConfiguration(of: "other").keepsBestTeacher)
    #expect(!configuration.soarConfiguration(of: "SOAR").keepsBestTeacher)
    #expect(configuration.explanation(of: arm).contains("teacher of other after its best step;"))

    configuration.arms[0].teacher = "intrinsic"
    var error = try #require(throws: UserError.self) { try configuration.validate() }
    #expect(error.place == "arms[0].teacherAt" && error.message.contains("'learnability'"))
    configuration.arms[0].teacherAt = .last
    try configuration.validate()
    configuration.arms[0].source = .untrainedTeacher
    error = try #require(throws: UserError.self) { try configuration.validate() }
    #expect(error.place == "arms[0].teacherAt")
  }

  @Test func configurationsNameTheirTeachers() throws {
    var configuration = RunConfiguration()
    try configuration.validate()
    configuration.arms = [
      ArmConfiguration(name: "PS", start: .promotedStudent, teacher: "other")
    ]
    var error = try #require(throws: UserError.self) { try configuration.validate() }
    #expect(error.place == "arms[0].teacher")
    #expect(error.hint == "known: SOAR")
    configuration.teachers = [
      TeacherRunConfiguration(name: "SOAR"), TeacherRunConfiguration(name: "other"),
    ]
    try configuration.validate()
    configuration.teachers.append(TeacherRunConfiguration(name: "other"))
    error = try #require(throws: UserError.self) { try configuration.validate() }
    #expect(error.place == "teachers[2].name")
    configuration.teachers = [TeacherRunConfiguration(name: "../SOAR")]
    error = try #require(throws: UserError.self) { try configuration.validate() }
    #expect(error.place == "teachers[0].name")
  }
}
