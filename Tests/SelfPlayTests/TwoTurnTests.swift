// Locks, on a model whose every sample is known from the name of its random stream:
// - with two turns a question ends at its mark, and what is no question is rejected before any answer
// - an answer is asked for the kept question, the same one, until it is boxed; a question without one
//   after the last attempt is rejected; accepted ones keep the order of their attempts
// - costs count every attempt; the result does not depend on the number of workers
// - the update covers the question and the accepted solution, not what asks for the second turn
// - a teacher that never finishes has collapsed; configurations say who writes in two turns

import Diagnostics
import Foundation
import LanguageModel
import Randomness
import ReinforcementLearning
import SelfPlay
import Synchronization
import Tasks
import Testing
import Tokenization
import Worlds

/// Writes question i as attempt i; every fifth is none. Question i is answered at attempt i modulo 4,
/// every seventh never.
final class TwoTurnModel: Trainer {
  let documents: [[Int32]]
  let finishes: Bool
  let trained = Mutex<[TrainingSequence]>([])
  let prompts = Mutex<[[Int32]]>([])

  init(documents: [[Int32]], finishes: Bool = true) {
    self.documents = documents
    self.finishes = finishes
  }

  func document(_ index: Int) -> [Int32] { documents[index % documents.count] }

  static func isQuestion(_ index: Int) -> Bool { index % 5 != 0 }
  /// Attempts at an answer, of 3; nil when none boxes one.
  static func attempts(_ index: Int) -> Int? {
    index % 7 == 0 || index % 4 > 2 ? nil : index % 4 + 1
  }

  func sample(_ requests: [SamplingRequest], _ parameters: SamplingParameters) -> SampledBatch {
    prompts.withLock { $0 += requests.map(\.prompt) }
    let responses = requests.map { request in
      request.streams.map { stream in
        let parts = stream.path.split(separator: "/")
        var tokens: [Int32]
        if parts.suffix(2).first == "attempt" {
          let index = Int(parts[parts.count - 1])!
          tokens = Self.isQuestion(index) ? Array(document(index).dropFirst()) : [Lexicon.quit]
        } else {
          let index = Int(parts[parts.count - 3])!
          let attempt = Int(parts[parts.count - 1])!
          let isBoxed = finishes && attempt + 1 == Self.attempts(index)
          tokens =
            isBoxed ? Array(document(index).dropFirst(request.prompt.count)) : [Lexicon.quit]
        }
        if let stop = tokens.firstIndex(where: parameters.stopTokens.contains) {
          tokens = Array(tokens[...stop])
        }
        return SampledResponse(
          tokens: tokens, logprobs: tokens.map { _ in -1 }, stopReason: .stop)
      }
    }
    return SampledBatch(responses: responses, flops: .zero)
  }

  func forwardBackward(_ sequences: [TrainingSequence]) -> LossReport {
    trained.withLock { $0 += sequences }
    return LossReport()
  }
  func optimizerStep(learningRate: Double) -> OptimizerReport {
    OptimizerReport(gradientNorm: 1, applied: true)
  }
  func freeze() -> any Sampler { self }
  func save(to folder: URL) {}
}

@Suite struct TwoTurnTests {
  static let world = OuterLoopTests.world
  let model = TwoTurnModel(documents: OuterLoopTests.documents(64))

  func teacher(attempts: Int = 3, workers: Int = 2) -> Teacher {
    var configuration = TeacherConfiguration()
    configuration.turns = 2
    configuration.answerAttempts = attempts
    configuration.rewardScale = 1
    return Teacher(
      task: Self.world, engine: ScriptedEngine(workers: workers), configuration: configuration)
  }

  func write(_ count: Int, with author: TwoTurnModel? = nil, workers: Int = 2) async throws
    -> TeacherSample
  {
    try await teacher(workers: workers).write(
      count, with: author ?? self.model, stream: RandomStream(seed: 1, path: "two"))
  }

  @Test func questionsAreKeptAndAnsweredApart() async throws {
    let sample = try await write(20)
    let accepted = (0..<200).filter {
      TwoTurnModel.isQuestion($0) && TwoTurnModel.attempts($0) != nil
    }.prefix(20)
    let expected = accepted.map { model.document($0) }
    #expect(expected.count == 20)
    #expect(sample.questions.map(\.rollout.tokens) == expected)
    #expect(
      sample.questions.map(\.question)
        == expected.compactMap { Self.world.parse(Rollout(given: $0))?.question })
    let last = try #require(accepted.last)
    #expect(sample.rejected == last + 1 - 20)
    // A token for what is none, the question's own for the others, and one for each vain attempt.
    let tokens = (0...last).reduce(0) { sum, index in
      guard TwoTurnModel.isQuestion(index) else { return sum + 1 }
      let document = model.document(index)
      let mark = document.firstIndex(of: Lexicon.ask)!
      guard let attempts = TwoTurnModel.attempts(index) else { return sum + mark + 3 }
      return sum + mark + (attempts - 1) + (document.count - mark - 2)
    }
    #expect(sample.sampledTokens == tokens)
    // No prompt but the fixed one and a question with the mark that asks for its answer.
    let questions = Set(
      (0..<64).map { index in
        Array(model.document(index).prefix { $0 != Lexicon.ask })
      })
    for prompt in model.prompts.withLock({ $0 }) where prompt != Self.world.teacherPrompt {
      #expect(prompt.suffix(2) == [Lexicon.ask, Lexicon.solution])
      #expect(questions.contains(Array(prompt.dropLast(2))))
    }
    let alone = try await write(20, workers: 1)
    #expect(alone.questions == sample.questions && alone.sampledTokens == sample.sampledTokens)
  }

  @Test func theUpdateCoversBothTurns() async throws {
    let sample = try await write(4)
    let datasets = [Array(sample.questions[..<2]), Array(sample.questions[2...])]
    _ = try await teacher().learn(
      model, datasets: datasets, rewards: [0.5, 0.25], learningRate: 1)
    let trained = model.trained.withLock { $0 }
    #expect(trained.count == 4)
    for (index, sequence) in trained.enumerated() {
      let question = sample.questions[index]
      #expect(sequence.tokens == question.rollout.tokens)
      let mark = try #require(sequence.tokens.firstIndex(of: Lexicon.ask)) + 1
      let expected = Float((index < 2 ? 0.25 : -0.25) / 4)
      for (position, weight) in sequence.weights.enumerated() {
        let isGiven = position == 0 || position == mark
        #expect(weight == (isGiven ? 0 : expected), "\(position)")
      }
    }
  }

  @Test func aTeacherWithoutAnswersHasCollapsed() async throws {
    let silent = TwoTurnModel(documents: model.documents, finishes: false)
    await #expect(throws: TeacherCollapse.self) { try await write(2, with: silent) }
  }

  @Test func whatIsAQuestion() throws {
    let document = model.document(0)
    let mark = try #require(document.firstIndex(of: Lexicon.ask))
    #expect(Self.world.isQuestion(Array(document[...mark])))
    #expect(!Self.world.isQuestion(Array(document[..<mark])))
    #expect(!Self.world.isQuestion(document))
    #expect(!Self.world.isQuestion([Lexicon.question, Lexicon.quit]))
    #expect(!Self.world.isQuestion([Lexicon.question, Vocabulary.end, Lexicon.ask]))
    #expect(!Self.world.isQuestion(Array(document[1...mark])))
  }

  @Test func configurationsSayWhoWritesInTwoTurns() throws {
    var configuration = RunConfiguration()
    configuration.teachers = [
      TeacherRunConfiguration(name: "SOAR"), TeacherRunConfiguration(name: "apart", turns: 2),
    ]
    try configuration.validate()
    #expect(configuration.teacherConfiguration(of: "SOAR").turns == 1)
    #expect(configuration.teacherConfiguration(of: "apart").turns == 2)
    #expect(configuration.teacherConfiguration(of: "absent").turns == 1)
    configuration.teacher.turns = 2
    configuration.teachers[1].turns = 1
    #expect(configuration.teacherConfiguration(of: "SOAR").turns == 2)
    #expect(configuration.teacherConfiguration(of: "apart").turns == 1)
    configuration.teachers[1].turns = 3
    #expect(
      try #require(throws: UserError.self) { try configuration.validate() }.place
        == "teachers[1].turns")
    configuration.teachers[1].turns = 0
    configuration.teacher.turns = 0
    #expect(
      try #require(throws: UserError.self) { try configuration.validate() }.place
        == "teacher.turns")
    configuration.teacher.turns = 1
    configuration.teacher.answerAttempts = 0
    #expect(
      try #require(throws: UserError.self) { try configuration.validate() }.place
        == "teacher.answerAttempts")
  }
}
