// Locks: arms of different designs have one seed's problems in common; a filter keeps a subset of
// what is drawn, the same for every arm of a set; corrected answers are the world's, and ill-posed
// questions keep their own; configurations that make no sense say so.

import Diagnostics
import Randomness
import ReinforcementLearning
import SelfPlay
import Tasks
import Testing
import Tokenization
import Worlds

@Suite struct DesignedArmTests {
  private let fixture = ArmTests.Fixture()
  private let world = ArmTests.world

  private func questions(
    _ arm: ArmConfiguration, stream name: String = "arm"
  ) async throws -> [TrainingQuestion]? {
    var result = ArmOutcome(
      points: [], report: InnerLoopReport(), questions: [], rejected: 0, teacherSampledTokens: 0,
      seconds: 0)
    return try await fixture.runner().questions(
      of: arm, base: fixture.outer.policies(documents: documents).base, teacher: nil,
      stream: RandomStream(seed: 1, path: name), seedStream: RandomStream(seed: 1, path: "seed"),
      result: &result)
  }

  /// One well-posed and right, one well-posed and wrong, one ill-posed.
  private var documents: [[Int32]] {
    let texts = [
      "Q Dan has 0 1 2 . Dan plus3 Jim . Jim ? A Dan has 0 1 2 Dan plus3 Jim 3 4 5 # 3 4 5 <end>",
      "Q Dan has 0 1 2 . Dan plus3 Jim . Jim ? A Dan has 0 1 2 Dan plus3 Jim 3 4 5 # 3 4 6 <end>",
      "Q Dan has 0 1 2 . Dan plus3 Jim . Fay ? A Dan has 0 1 2 Dan plus3 Jim 3 4 5 # 3 4 5 <end>",
    ]
    return texts.compactMap { world.vocabulary.encode($0) }
  }

  @Test func designsShareTheSeedsProblems() async throws {
    var arms: [ArmConfiguration] = []
    for (name, answer) in [("a", QuestionDesign.Answer.correct), ("b", .random)] {
      var arm = ArmTests.arm(.designed, count: 12)
      arm.name = name
      arm.designs = [QuestionDesign(answer: answer, lengths: [1, 2])]
      arms.append(arm)
    }
    let first = try #require(try await questions(arms[0], stream: "first"))
    let second = try #require(try await questions(arms[1], stream: "second"))
    #expect(first.map(\.question) == second.map(\.question))
    #expect(first.map(\.answer) != second.map(\.answer))
    #expect(Set(first.map(\.question)).count == 12)
    // Two designs take turns.
    var half = arms[0]
    half.designs.append(QuestionDesign(form: .illPosed, lengths: [1, 2]))
    let mixed = try #require(try await questions(half))
    #expect(mixed.map { world.trueAnswer(to: $0.question) != nil } == (0..<12).map { $0 % 2 == 0 })
  }

  @Test func answersWithinReachAreThoseThatTheStudentGives() async throws {
    // The scripted student never answers questions that it does not know, and knows none of these.
    func reached(
      _ form: QuestionDesign.Form, _ answer: QuestionDesign.Answer, _ reach: [Double]
    ) async throws -> [TrainingQuestion]? {
      var arm = ArmTests.arm(.designed, count: 12)
      arm.designs = [QuestionDesign(form: form, answer: answer, lengths: [1, 2])]
      arm.reach = reach
      return try await questions(arm)
    }
    let right = try #require(try await reached(.wellPosed, .correct, [0, 0]))
    #expect(right.count == 12)
    for question in right { #expect(world.trueAnswer(to: question.question) == question.answer) }
    let wrong = try #require(try await reached(.wellPosed, .random, [0, 0]))
    #expect(wrong.map(\.question) == right.map(\.question), "the same questions")
    for question in wrong { #expect(world.trueAnswer(to: question.question) != question.answer) }
    let illPosed = try #require(try await reached(.illPosed, .random, [0, 0]))
    for question in illPosed { #expect(world.trueAnswer(to: question.question) == nil) }
    #expect(try await reached(.wellPosed, .correct, [0.5, 1]) == nil)
    #expect(try await reached(.wellPosed, .random, [0.5, 1]) == nil)
  }

  @Test func senselessReachesAreErrors() {
    func place(_ change: (inout ArmConfiguration) -> Void) -> String? {
      var configuration = RunConfiguration()
      var arm = ArmTests.arm(.designed, count: 12)
      arm.designs = [QuestionDesign(lengths: [1])]
      arm.reach = [0, 1]
      change(&arm)
      configuration.arms = [arm]
      return (#expect(throws: UserError.self) { try configuration.validate() })?.place
    }
    #expect(place { $0.reach = [0.5] } == "arms[0].reach")
    #expect(place { $0.reach = [0.5, 0.1] } == "arms[0].reach")
    #expect(place { $0.reach = [0, 1.5] } == "arms[0].reach")
    #expect(place { $0.designs.append(QuestionDesign()) } == "arms[0].reach")
    #expect(
      place { $0.designs = [QuestionDesign(form: .illPosed)] } == "arms[0].designs[0]")
  }

  @Test func filtersKeepSubsetsOfOneSet() async throws {
    try #require(documents.count == 3)
    func kept(
      _ filter: ArmConfiguration.Filter, _ answers: ArmConfiguration.Answers = .own
    ) async throws -> [TrainingQuestion] {
      var arm = ArmTests.arm(.untrainedTeacher, count: 30)
      arm.name = "\(filter) \(answers)"
      arm.filter = filter
      arm.answers = answers
      arm.questionSet = "one"
      return try #require(try await questions(arm, stream: arm.name))
    }
    let all = try await kept(.all)
    let wellPosed = try await kept(.wellPosed)
    let correct = try await kept(.correct)
    let wrong = try await kept(.wrong)
    let illPosed = try await kept(.illPosed)
    #expect(all.count == 30 && wellPosed.count + illPosed.count == 30)
    #expect(correct.count + wrong.count == wellPosed.count)
    #expect(!correct.isEmpty && !wrong.isEmpty && !illPosed.isEmpty)
    #expect(correct == all.filter { world.trueAnswer(to: $0.question) == $0.answer })
    let corrected = try await kept(.all, .corrected)
    #expect(corrected.map(\.question) == all.map(\.question))
    for (own, new) in zip(all, corrected) {
      #expect(new.answer == world.trueAnswer(to: own.question) ?? own.answer)
    }
  }

  @Test func senselessDesignsAreErrors() throws {
    func place(
      _ source: ArmConfiguration.Source, _ change: (inout ArmConfiguration) -> Void
    ) throws -> String? {
      var configuration = RunConfiguration()
      var arm = ArmTests.arm(source, count: 4)
      change(&arm)
      configuration.arms = [arm]
      return try #require(throws: UserError.self) { try configuration.validate() }.place
    }
    #expect(try place(.designed) { _ in } == "arms[0].designs")
    #expect(try place(.curated) { $0.designs = [QuestionDesign()] } == "arms[0].designs")
    #expect(
      try place(.designed) { $0.designs = [QuestionDesign(lengths: [])] }
        == "arms[0].designs[0].lengths")
    #expect(
      try place(.designed) { $0.designs = [QuestionDesign(), QuestionDesign(lengths: [99])] }
        == "arms[0].designs[1].lengths")
    var bare = RunConfiguration()
    bare.world.misconceptionRate = 0
    var shared = ArmTests.arm(.designed, count: 4)
    shared.designs = [QuestionDesign(answer: .shared)]
    bare.arms = [shared]
    let error = try #require(throws: UserError.self) { try bare.validate() }
    #expect(error.place == "arms[0].designs[0].answer")
    #expect(
      try place(.none) {
        $0.mixing = .hardOnly
        $0.filter = .correct
      } == "arms[0].filter")
    for preset in RunConfiguration.presetNames {
      try #require(RunConfiguration.preset(preset)).validate()
    }
  }
}
