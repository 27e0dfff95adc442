// Locks: the score of a response is the sum of its tokens' log-softmax and of what ends it; a teacher
// that chooses draws from the softmax of its own scores and asks true problems of the pool; an oracle answers well-posed questions alone;
// arms reward majority, other and shuffled answers as their names say; hard sets screened by
// probability hold what is unlikely enough and was not solved in the confirmation; a reward by
// probability is the mean probability.

import Diagnostics
import Foundation
import LanguageModel
import Numerics
import Randomness
import ReinforcementLearning
import SelfPlay
import Synchronization
import Tasks
import TestSupport
import Testing
import TextTasks
import Tokenization

@Suite struct TextRunTests {
  static let tokenizer = ByteTokenizer()
  static let model = Transformer(
    TransformerConfiguration(
      vocabularySize: 257, hiddenSize: 16, intermediateSize: 32, layerCount: 1, headCount: 2,
      keyValueHeadCount: 1, headDimension: 8, maximumPositions: 96), seed: 3)
  static let engine = LocalEngine(pool: WorkerPool(workers: 1), vocabulary: [])

  static func task(_ change: (inout TaskConfiguration) -> Void = { _ in }) async throws
    -> any ProblemTask
  {
    var configuration = TaskConfiguration()
    configuration.kind = .text
    change(&configuration)
    return try await TextTask.make(
      configuration, tokenizer: tokenizer, endTokens: [ByteTokenizer.end], contextLength: 96)
  }

  /// Writes given texts in turn, whatever it is asked.
  struct Scripted: Sampler {
    var texts: [String]

    func sample(_ requests: [SamplingRequest], _ parameters: SamplingParameters) -> SampledBatch {
      var index = 0
      return SampledBatch(
        responses: requests.map { request in
          (0..<request.streams.count).map { _ in
            defer { index += 1 }
            let tokens = TextRunTests.tokenizer.encode(texts[index % texts.count]) ?? []
            return SampledResponse(
              tokens: tokens, logprobs: tokens.map { _ in -1 }, stopReason: .stop)
          }
        }, flops: .zero)
    }
  }

  @Test func aScoreIsTheSumOfLogprobs() async throws {
    let prompt = try #require(Self.tokenizer.encode("3 + 4 ="))
    let response = try #require(Self.tokenizer.encode(" 7"))
    let endings: [Int32] = [0, 11]
    let scored = Self.model.score([
      ScoringRequest(prompt: prompt, response: response, endings: endings),
      ScoringRequest(prompt: [5], response: []),
    ])
    let logits = Learner(Self.model).logits(prompt + response)
    func logprob(_ row: Int, _ tokens: [Int32]) -> Double {
      let row = logits[row].map(Double.init)
      let total = log(row.reduce(0) { $0 + exp($1) })
      return log(tokens.reduce(0) { $0 + exp(row[Int($1)]) }) - total
    }
    let expected = response.indices.map { logprob(prompt.count - 1 + $0, [response[$0]]) }
    for (one, other) in zip(scored.scores[0].logprobs, expected) {
      #expect(abs(Double(one) - other) < 1e-5)
    }
    let ending = logprob(prompt.count + response.count - 1, endings)
    #expect(abs(scored.scores[0].endingLogprob - ending) < 1e-5)
    #expect(abs(scored.scores[0].total - expected.reduce(ending, +)) < 2e-5)
    #expect(scored.scores[1] == ResponseScore(logprobs: [], endingLogprob: 0))
    #expect(scored.flops.forward > 0)
  }

  @Test func aChoosingTeacherDrawsFromItsOwnProbabilities() async throws {
    let task = try await Self.task()
    var configuration = TeacherConfiguration()
    configuration.poolSize = 6
    // Flattens the scores, so that every problem of the pool comes up.
    configuration.temperature = 4
    let teacher = Teacher(task: task, engine: Self.engine, configuration: configuration)
    let author = LocalSampler(Self.model)
    let stream = RandomStream(seed: 1, path: "choose")
    let sample = try await teacher.write(3000, with: author, stream: stream)
    #expect(sample.questions.count == 3000 && sample.rejected == 0)
    #expect(
      try await teacher.write(40, with: author, stream: stream).questions
        == Array(sample.questions.prefix(40)))
    var counts: [String: Int] = [:]
    var scores: [String: Double] = [:]
    let oracle = try #require(task as? any AnswerOracle)
    for question in sample.questions {
      counts[question.question, default: 0] += 1
      #expect(oracle.trueAnswer(to: question.question) == question.answer)
      #expect(question.rollout.turns[0].prompt == task.teacherPrompt)
      let response = question.rollout.turns[0].response
      if scores[question.question] == nil {
        scores[question.question] =
          Self.model.score([
            ScoringRequest(prompt: task.teacherPrompt, response: response.tokens)
          ]).scores[0].total
      }
      #expect(Self.tokenizer.decode(response.tokens) == question.question + " =")
    }
    #expect(counts.count == 6)
    let weights = scores.mapValues { exp($0 / 4) }
    let total = weights.values.reduce(0, +)
    for (question, count) in counts {
      let share = try #require(weights[question]) / total
      let error = (share * (1 - share) / 3000).squareRoot()
      #expect(abs(Double(count) / 3000 - share) < 5 * error, "\(question)")
    }
  }

  @Test func anOracleAnswersWhatHasAnAnswer() async throws {
    let task = try await Self.task()
    let author = Scripted(texts: ["12 + 7 = 20\n", "3 + x = 5\n", "nonsense\n"])
    func answers(_ source: TeacherAnswers) async throws -> [String] {
      var configuration = TeacherConfiguration()
      configuration.answers = source
      configuration.documentsPerRound = 12
      let sample = try await Teacher(
        task: task, engine: Self.engine, configuration: configuration
      ).write(4, with: author, stream: RandomStream(seed: 1, path: "oracle"))
      #expect(sample.rejected > 0)
      return sample.questions.prefix(2).map(\.answer)
    }
    #expect(try await answers(.own) == ["20", "5"])
    #expect(try await answers(.oracle) == ["19", "5"])
  }

  @Test func armsRewardTheAnswersThatTheyName() async throws {
    let task = try await Self.task()
    // Of every four responses to a question two say 3, one 5, one nothing.
    let base = Scripted(texts: [" 3\n", " 5\n", " \n", " 3\n"])
    let runner = ArmRunner(
      teacher: Teacher(task: task, engine: Self.engine, configuration: TeacherConfiguration()),
      innerLoop: InnerLoop(task: task, engine: Self.engine, configuration: StudentConfiguration()),
      evaluator: Evaluator(
        task: task, engine: Self.engine, hardTrain: [],
        test: SealedTestHalf(sealing: [], of: task)), evaluation: EvaluationConfiguration())
    func trained(
      _ answers: ArmConfiguration.Answers
    ) async throws -> (on: [TrainingQuestion], stored: [GeneratedQuestion]) {
      var arm = ArmConfiguration(name: "arm", source: .curated, mixing: .alone, steps: 1)
      arm.sourceCount = 24
      arm.answers = answers
      arm.questionSet = "shared"
      var result = ArmOutcome(
        points: [], report: InnerLoopReport(), questions: [], rejected: 0, teacherSampledTokens: 0,
        seconds: 0)
      let seed = RandomStream(seed: 1, path: "seed")
      let questions = try #require(
        try await runner.questions(
          of: arm, base: base, teacher: nil, stream: seed.child("arm"), seedStream: seed,
          result: &result))
      return (questions, result.questions)
    }
    func questions(_ answers: ArmConfiguration.Answers) async throws -> [TrainingQuestion] {
      try await trained(answers).on
    }
    let own = try await questions(.own)
    let majority = try await questions(.majority)
    #expect(majority.map(\.question) == own.map(\.question))
    #expect(majority.allSatisfy { $0.answer == "3" })
    let other = try await questions(.otherMajority)
    for (question, answer) in zip(own, other) {
      #expect(answer.answer == (question.answer == "3" ? "5" : "3"))
    }
    let shuffled = try await questions(.shuffled)
    #expect(shuffled.map(\.question) == own.map(\.question))
    #expect(shuffled.map(\.answer).sorted() == own.map(\.answer).sorted())
    #expect(shuffled != own)

    // With answers of their own they are the task's problems, which nobody has to classify.
    #expect(try await trained(.own).stored.isEmpty)
    for answers in [ArmConfiguration.Answers.majority, .otherMajority, .shuffled, .corrected] {
      let (on, stored) = try await trained(answers)
      #expect(stored.map(TrainingQuestion.init) == on)
      for question in stored {
        #expect(task.tokenizer.decode(question.rollout.tokens).hasSuffix(" \(question.answer)"))
        #expect(question.rollout.sampledTokens == 0)
      }
    }
  }

  @Test func hardSetsByProbability() async throws {
    let task = try await Self.task()
    var configuration = HardSetConfiguration()
    configuration.candidates = 40
    configuration.size = 40
    configuration.by = .probability
    configuration.maximumProbability = 1
    let base = LocalSampler(Self.model)
    func build() async throws -> HardSet {
      try await HardSet.build(
        task: task, base: base, configuration: configuration, engine: Self.engine
      ) { _ in }
    }
    let all = try await build()
    #expect(all.candidates.allSatisfy { $0.fate == .train || $0.fate == .test })
    let probabilities = try all.candidates.map { try #require($0.probability) }
    #expect(probabilities.allSatisfy { $0 > 0 && $0 < 0.01 })
    configuration.maximumProbability = probabilities.sorted()[19]
    let half = try await build()
    #expect(half.candidates.map(\.probability) == all.candidates.map(\.probability))
    for candidate in half.candidates {
      #expect(
        (candidate.fate == .solved)
          == (try #require(candidate.probability) > configuration.maximumProbability))
    }
    #expect(half.train.count == 10 && half.test.count == 10)
    configuration.confirmationSamples = 3
    #expect(configuration.drawnSamples == 3)
    // A model that solves nothing is confirmed in all of it.
    #expect(try await build().candidates.map(\.fate) == half.candidates.map(\.fate))
    // The confirmation tells how many it samples again, and when they are done.
    let begun = Mutex<[Int]>([])
    let confirmed = Mutex(0)
    let told = try await HardSet.build(
      task: task, base: base, configuration: configuration, engine: Self.engine,
      confirming: { problems in
        begun.withLock { $0.append(problems) }
        return { batch in confirmed.withLock { $0 += batch } }
      }, observe: { _ in })
    #expect(told.candidates == half.candidates)
    #expect(begun.withLock { $0 } == [20] && confirmed.withLock { $0 } == 20)
    await #expect(throws: UserError.self) {
      try await HardSet.build(
        task: task, base: Scripted(texts: [" 3\n"]), configuration: configuration,
        engine: Self.engine
      ) { _ in }
    }
  }

  @Test func aRewardByProbabilityIsTheMeanProbability() async throws {
    let task = try await Self.task()
    var stream = RandomStream(seed: 1, path: "problems")
    let problems = try task.hardCandidates(6, using: &stream).map(\.question)
    let evaluator = Evaluator(
      task: task, engine: Self.engine, hardTrain: problems,
      test: SealedTestHalf(sealing: problems, of: task))
    let model = LocalSampler(Self.model)
    let counts = try await evaluator.onHardTrain(model, by: .probability)
    let short = try #require(task as? any ShortAnswers)
    let expected = try problems.map { problem in
      let response = try #require(
        short.shortestResponse(to: problem.question, answer: problem.answer))
      return exp(
        Self.model.score([
          ScoringRequest(
            prompt: task.studentPrompt(for: problem.question), response: response.tokens,
            endings: response.endings)
        ]).scores[0].total)
    }
    for index in problems.indices {
      #expect(abs(counts.rate(ofProblem: index) / expected[index] - 1) < 1e-4)
    }
    #expect(abs(counts.accuracy / (expected.reduce(0, +) / 6) - 1) < 1e-4)
    let some = try await evaluator.onHardTrain(model, by: .probability, indices: [4])
    #expect(abs(some.accuracy / expected[4] - 1) < 1e-4)
    #expect(try await evaluator.onHardTrain(model, by: .greedy).samples == 1)
    let tested = try await evaluator.sampledOnTest(
      model, samples: 2, exact: true, stream: RandomStream(seed: 1, path: "test"))
    #expect(tested.probabilities?.count == 6 && tested.samples == 2)
  }

  @Test func whatATaskLacksIsRefused() async throws {
    try await TemporaryFolder.with { folder in
      let file = folder.appendingPathComponent("problems.jsonl")
      try Data(#"{"question": "12 + 7", "answer": "19"}"#.utf8).write(to: file)
      let task = try await Self.task { $0.file = file.path }
      func complaint(_ change: (inout RunConfiguration) -> Void) throws -> String? {
        var configuration = RunConfiguration()
        configuration.task.kind = .text
        configuration.arms = []
        configuration.teachers = []
        configuration.hardSet.candidates = 1
        change(&configuration)
        do { try configuration.validate(for: task) } catch let error as UserError {
          return error.description
        }
        return nil
      }
      #expect(try complaint { _ in } == nil)
      #expect(try complaint { $0.hardSet.candidates = 2 } == nil, "all of a file that has fewer")
      #expect(
        try complaint {
          var loop = TeacherRunConfiguration(name: "a")
          loop.poolSize = 4
          $0.teachers = [loop]
        } == "teachers[0]: needs easier problems, and task 'text' has none")
      #expect(
        try complaint {
          var loop = TeacherRunConfiguration(name: "a")
          loop.answers = "oracle"
          $0.teachers = [loop]
        } == "teachers[0]: needs true answers, and task 'text' has none")
    }
  }
}
