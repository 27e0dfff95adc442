// Locks: the teacher is prompted with its fixed prompt alone, never receives a token of the hard
// set and learns from its own documents; a promoted student really is where the next step's
// students start; promoted datasets and only they become promotion questions; inner loops grow
// after the first promotion; every document of a dataset carries the dataset's advantage; a
// teacher that cannot be parsed is reported as collapsed.

import Diagnostics
import LanguageModel
import Randomness
import ReinforcementLearning
import SelfPlay
import Synchronization
import Tasks
import Testing
import Tokenization
import Worlds

@Suite struct OuterLoopTests {
  static let world = try! EmbeddedWorld(.skills12)

  static func problems(_ count: Int, seed: UInt64) -> [TrainingQuestion] {
    var stream = RandomStream(seed: seed, path: "problems")
    return world.hardCandidates(count, using: &stream).map(\.question)
  }

  static func documents(_ count: Int) -> [[Int32]] {
    var stream = RandomStream(seed: 9, path: "documents")
    return (0..<count).map { _ in
      world.sampleCorpusDocument(phase: .textbook, using: &stream).tokens
    }
  }

  struct Fixture {
    let hard = OuterLoopTests.problems(40, seed: 1)
    let log = ModelLog()
    let teacherLog = ModelLog()
    let documents = OuterLoopTests.documents(16)
    var soar = SOARConfiguration()
    var unlucky = ""
    var flops = FLOPCount.zero

    init() {
      soar.outerSteps = 3
      soar.datasets = 2
      soar.questionsPerDataset = 8
      soar.repeats = 3
      soar.innerSteps = 2
      soar.extraStepsAfterPromotion = 1
      soar.window = 1
      soar.threshold = 0
      soar.rewardQuestions = 40
      soar.confirmationStudents = 0
    }

    func loop(_ engine: any Engine = ScriptedEngine()) -> OuterLoop {
      let world = OuterLoopTests.world
      var student = StudentConfiguration()
      student.groupSize = 4
      student.batchQuestions = 4
      let evaluator = Evaluator(
        task: world, engine: engine, hardTrain: hard, test: SealedTestHalf(sealing: [], of: world))
      return OuterLoop(
        soar: soar,
        teacher: Teacher(task: world, engine: engine, configuration: TeacherConfiguration()),
        innerLoop: InnerLoop(task: world, engine: engine, configuration: student),
        evaluator: evaluator, engine: engine, stream: RandomStream(seed: 1, path: "run"))
    }

    func policies(documents: [[Int32]]? = nil) -> OuterLoopPolicies {
      func script(_ lineage: String, _ log: ModelLog) -> Script {
        Script(
          lineage: lineage, world: OuterLoopTests.world, problems: hard,
          documents: documents ?? self.documents, log: log, unlucky: unlucky,
          flops: flops)
      }
      return OuterLoopPolicies(
        teacher: script("teacher", teacherLog).trainer(), base: script("student", log).model())
    }
  }

  @Test func theTeacherNeverSeesTheHardSet() async throws {
    let fixture = Fixture()
    _ = try await fixture.loop().run(
      state: OuterLoopState(), policies: fixture.policies()
    ) { _, _, _ in }
    let entries = fixture.teacherLog.entries
    #expect(entries.contains { !$0.prompts.isEmpty })
    for prompt in entries.flatMap(\.prompts) { #expect(prompt == Self.world.teacherPrompt) }
    let written = Set(fixture.documents)
    for sequence in entries.flatMap(\.trained) { #expect(written.contains(sequence.tokens)) }
    for question in fixture.hard {
      let tokens = try #require(Self.world.vocabulary.encode(question.question))
      for sequence in entries.flatMap(\.trained) { #expect(!sequence.tokens.starts(with: tokens)) }
    }
    // The students, by contrast, were measured on it.
    #expect(
      fixture.log.entries.flatMap(\.prompts)
        .contains(Self.world.studentPrompt(for: fixture.hard[0].question)))
  }

  @Test func aPromotedStudentIsTheNextBaseline() async throws {
    let fixture = Fixture()
    let results = Mutex<[OuterStepResult]>([])
    let (state, _) = try await fixture.loop().run(
      state: OuterLoopState(), policies: fixture.policies()
    ) { result, _, _ in results.withLock { $0.append(result) } }
    let steps = results.withLock { $0 }
    #expect(steps.count == 3)
    #expect(state.promotions == 3)
    // Two steps, then three after the first promotion; each adds one problem of forty.
    let expected: [Double] = [2.0 / 40, 5.0 / 40, 8.0 / 40]
    #expect(steps.map(\.baselineAccuracy) == expected)
    for (step, before) in zip(steps, [0] + expected) {
      #expect(step.promotion?.accuracyBefore == before)
      for student in step.datasets.flatMap(\.students) {
        #expect(student.accuracyBefore == before)
        let gain = student.accuracyAfter - before
        #expect(abs(student.reward - gain) < 1e-12)
      }
    }
  }

  @Test func promotedDatasetsBecomeThePromotionQuestions() async throws {
    var fixture = Fixture()
    fixture.soar.window = 2
    let results = Mutex<[OuterStepResult]>([])
    let (state, _) = try await fixture.loop().run(
      state: OuterLoopState(), policies: fixture.policies()
    ) { result, _, _ in results.withLock { $0.append(result) } }
    let steps = results.withLock { $0 }
    // A window of two is full at the second step; the third starts a new one.
    #expect(steps.map { $0.promotion != nil } == [false, true, false])
    let promoted = try #require(steps[1].promotion)
    #expect(
      state.promotionQuestions
        == steps[1].datasets[promoted.dataset].questions.map(TrainingQuestion.init))
  }

  @Test func everyDocumentCarriesItsDatasetsAdvantage() async throws {
    let fixture = Fixture()
    let trainer = fixture.policies().teacher
    let questions = fixture.documents.compactMap { document in
      Self.world.parse(
        Rollout(
          prompt: [document[0]],
          response: SampledResponse(
            tokens: Array(document.dropFirst()), logprobs: document.dropFirst().map { _ in -1 },
            stopReason: .stop)))
    }
    let datasets = [Array(questions[0..<8]), Array(questions[8..<16])]
    var configuration = TeacherConfiguration()
    configuration.rewardScale = 1
    let teacher = Teacher(
      task: Self.world, engine: ScriptedEngine(), configuration: configuration)
    let update = try await teacher.learn(
      trainer, datasets: datasets, rewards: [0.3, 0.1], learningRate: 1)
    let advantages = try #require(update).advantages
    #expect(abs(advantages[0] - 0.2) < 1e-12)
    #expect(abs(advantages[1] + 0.2) < 1e-12)
    let trained = fixture.teacherLog.entries.flatMap(\.trained)
    #expect(trained.count == 16)
    for (index, sequence) in trained.enumerated() {
      let expected = Float((index < 8 ? 0.2 : -0.2) / 16)
      #expect(sequence.weights[0] == 0)
      for weight in sequence.weights.dropFirst() { #expect(abs(weight - expected) < 1e-7) }
    }
    let silent = try await teacher.learn(
      trainer, datasets: datasets, rewards: [0.2, 0.2], learningRate: 1)
    #expect(silent == nil)
  }

  @Test func anUnparseableTeacherHasCollapsed() async throws {
    let fixture = Fixture()
    let policies = fixture.policies(documents: [[Lexicon.question, Lexicon.quit]])
    await #expect(throws: TeacherCollapse.self) {
      _ = try await fixture.loop().run(state: OuterLoopState(), policies: policies) { _, _, _ in }
    }
  }
}
