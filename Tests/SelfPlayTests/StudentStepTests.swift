// Locks, of one student step:
// - its gradient is that of 1/(nG) sum(-A log p + klCoefficient KL), by finite differences of a loss
//   written down here, with rewards, advantages and KL worked out by hand
// - the sign: right answers become likelier, wrong ones less likely
// - the 1/(nG): twice the questions with the same rollouts halve each rollout's weight
// - groups of zero variance, their KL term included, change nothing; where all are, no step is taken

import Diagnostics
import Foundation
import LanguageModel
import Numerics
import Randomness
import ReinforcementLearning
import SelfPlay
import Tasks
import Testing
import Tokenization

/// Questions are single letters; a response is one token, and right when it is the question's letter.
struct LetterTask: ProblemTask {
  static let letters = ["a", "b", "c", "d", "e", "f"]
  let vocabulary = Vocabulary(tokens: ["<pad>", "<end>"] + letters)

  var name: String { "letters" }
  var tokenizer: any Tokenizer { vocabulary }
  func studentPrompt(for question: String) -> [Int32] {
    [0] + (vocabulary.encode(question) ?? [])
  }
  var studentLimits: ResponseLimits { ResponseLimits(maximumTokens: 1, stopTokens: []) }
  var teacherPrompt: [Int32] { [0] }
  var teacherLimits: ResponseLimits { ResponseLimits(maximumTokens: 2, stopTokens: []) }
  func parse(_ document: Rollout) -> GeneratedQuestion? { nil }
  func canonical(_ answer: String) -> String? { Self.letters.contains(answer) ? answer : nil }

  func grade(_ requests: [GradingRequest]) -> [[GradedResponse]] {
    requests.map { request in
      request.responses.map { response in
        let answer = canonical(vocabulary.decode(response.tokens))
        return GradedResponse(
          grade: answer == nil
            ? .unboxed : answer == request.question.answer ? .correct : .wrong,
          answer: answer)
      }
    }
  }

  func hardCandidates(_ count: Int, using stream: inout RandomStream) -> [CandidateProblem] {
    (0..<count).map { _ in
      let letter = stream.element(of: Self.letters)
      return CandidateProblem(question: TrainingQuestion(question: letter, answer: letter))
    }
  }
}

/// A trainer that keeps its gradient for the test and what it was trained on.
actor WatchedTrainer: Trainer {
  let model: Transformer
  let reference: Transformer
  private(set) var gradient: [Float] = []
  private(set) var sequences: [TrainingSequence] = []
  private(set) var responses: [[SampledResponse]] = []
  private(set) var steps = 0

  init(_ model: Transformer, reference: Transformer) {
    self.model = model
    self.reference = reference
  }

  func sample(_ requests: [SamplingRequest], _ parameters: SamplingParameters) -> SampledBatch {
    responses = Generator(model).sample(requests, parameters)
    return SampledBatch(responses: responses, flops: .zero)
  }
  func forwardBackward(_ sequences: [TrainingSequence]) -> LossReport {
    let learner = Learner(model)
    let report = learner.accumulate(sequences, reference: reference)
    gradient = learner.gradients.array()
    self.sequences = sequences
    return report
  }
  func optimizerStep(learningRate: Double) -> OptimizerReport {
    steps += 1
    return OptimizerReport(gradientNorm: 1, applied: true)
  }
  func freeze() -> any Sampler { LocalSampler(model.duplicate()) }
  func save(to folder: URL) {}
}

@Suite struct StudentStepTests {
  static let task = LetterTask()
  static let shape = TransformerConfiguration(
    vocabularySize: 8, hiddenSize: 8, intermediateSize: 16, layerCount: 1, headCount: 2,
    keyValueHeadCount: 2, headDimension: 4, maximumPositions: 8)
  static let questions = ["a", "b", "c"].map { TrainingQuestion(question: $0, answer: $0) }
  /// G
  static let groupSize = 6

  static func step(
    kl: Double = 0.3, reward: GradedReward = GradedReward(correct: 1, wrong: 0.25, unboxed: 0)
  ) -> StudentStep {
    StudentStep(
      task: task, reward: reward, groupSize: groupSize, temperature: 1, klCoefficient: kl)
  }

  /// log p(token after the prompt), one per token of the vocabulary, in double precision.
  static func logprobs(_ model: Transformer, _ prompt: [Int32]) -> [Double] {
    let row = Learner(model).logits(prompt)[prompt.count - 1].map(Double.init)
    let top = row.max() ?? 0
    let logSum = top + log(row.reduce(0) { $0 + exp($1 - top) })
    return row.map { $0 - logSum }
  }

  /// The loss as the documentation has it, for responses that were drawn before.
  static func loss(
    _ model: Transformer, _ reference: Transformer, _ responses: [[SampledResponse]], kl: Double
  ) -> Double {
    var loss = 0.0
    for (question, group) in zip(questions, responses) {
      let prompt = task.studentPrompt(for: question.question)
      let rewards: [Double] = group.map { response in
        guard let word = task.canonical(task.vocabulary.decode(response.tokens)) else { return 0 }
        return word == question.answer ? 1 : 0.25
      }
      guard Set(rewards).count > 1 else { continue }
      let (p, q) = (logprobs(model, prompt), logprobs(reference, prompt))
      let divergence = zip(p, q).reduce(0) { $0 + exp($1.0) * ($1.0 - $1.1) }
      for (index, response) in group.enumerated() {
        let others = rewards.indices.filter { $0 != index }.map { rewards[$0] }
        let advantage = rewards[index] - others.reduce(0, +) / Double(others.count)
        loss += -advantage * p[Int(response.tokens[0])] + kl * divergence
      }
    }
    return loss / Double(questions.count * groupSize)
  }

  @Test func theGradientIsThatOfTheLossWrittenDown() async throws {
    let model = Transformer(Self.shape, seed: 3)
    let reference = Transformer(Self.shape, seed: 4)
    let trainer = WatchedTrainer(model, reference: reference)
    let report = try await Self.step().run(
      trainer, on: Self.questions, learningRate: 1, stream: RandomStream(seed: 2, path: "step"))
    #expect(report.zeroVarianceGroupShare < 1 && report.kl > 0)
    let responses = await trainer.responses
    let gradient = await trainer.gradient
    var stream = RandomStream(seed: 4, path: "directions")
    for tensor in model.layout.tensors {
      let direction = (0..<tensor.count).map { _ in Float(stream.normal()) }
      let original = model.parameters.array(tensor.range)
      let size: Float = 1e-2 / Float(tensor.count).squareRoot()
      func loss(at t: Float) -> Double {
        model.parameters.write(
          zip(original, direction).map { $0 + t * size * $1 }, at: tensor.offset)
        return Self.loss(model, reference, responses, kl: 0.3)
      }
      let numeric = (loss(at: 1) - loss(at: -1)) / (2 * Double(size))
      model.parameters.write(original, at: tensor.offset)
      let analytic = zip(gradient[tensor.range], direction).reduce(0.0) {
        $0 + Double($1.0) * Double($1.1)
      }
      let norm = gradient[tensor.range].reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
      #expect(abs(numeric - analytic) < 2e-2 * norm + 1e-4, "\(tensor.name)")
    }
  }

  @Test func weightsAreAdvantagesOverAllRollouts() async throws {
    let trainer = WatchedTrainer(
      Transformer(Self.shape, seed: 3), reference: Transformer(Self.shape, seed: 4))
    _ = try await Self.step(kl: 0.5).run(
      trainer, on: Self.questions, learningRate: 1, stream: RandomStream(seed: 2, path: "step"))
    let sequences = await trainer.sequences
    #expect(!sequences.isEmpty)
    let all = Double(Self.questions.count * Self.groupSize)
    for sequence in sequences {
      #expect(sequence.klWeight == Float(0.5 / all))
      #expect(sequence.weights[..<2].allSatisfy { $0 == 0 })
      let word = Self.task.canonical(Self.task.vocabulary.decode([sequence.tokens[2]]))
      let isRight = word == Self.task.vocabulary.decode([sequence.tokens[1]])
      // The best reward is above the mean of the others, the worst below it.
      if isRight { #expect(sequence.weights[2] > 0) }
      if word == nil { #expect(sequence.weights[2] < 0) }
      #expect(abs(Double(sequence.weights[2])) <= 1 / all)
    }
  }

  @Test func rightAnswersBecomeLikelierAndWrongOnesLess() async throws {
    let start = Transformer(Self.shape, seed: 3)
    let engine = LocalEngine(pool: WorkerPool(workers: 1), vocabulary: [])
    var student = StudentConfiguration()
    student.groupSize = 32
    student.batchQuestions = 3
    student.learningRate = 0.02
    student.reward = GradedReward(correct: 1, wrong: 0, unboxed: 0)
    let (trained, report) = try await InnerLoop(
      task: Self.task, engine: engine, configuration: student
    ).train(
      from: LocalSampler(start), reference: LocalSampler(start),
      on: QuestionSchedule(synthetic: Self.questions, stream: RandomStream(seed: 1, path: "s")),
      steps: 12, stream: RandomStream(seed: 1, path: "loop"))
    #expect(report.steps.count == 12 && (report.flops?.total ?? 0) > 0)
    let model = try #require(trained as? LocalSampler).model
    for question in Self.questions {
      let prompt = Self.task.studentPrompt(for: question.question)
      let right = Int(prompt[1])
      let (before, after) = (Self.logprobs(start, prompt), Self.logprobs(model, prompt))
      #expect(after[right] > before[right], "\(question.question)")
      let wrong = before.indices.filter { $0 != right }
      #expect(
        wrong.reduce(0) { $0 + exp(after[$1]) } < wrong.reduce(0) { $0 + exp(before[$1]) },
        "\(question.question)")
    }
  }

  @Test func groupsOfZeroVarianceChangeNothing() async throws {
    let trainer = WatchedTrainer(
      Transformer(Self.shape, seed: 3), reference: Transformer(Self.shape, seed: 4))
    // Every grade is worth the same, so no group has a signal.
    let same = GradedReward(
      correct: 1, wrongButMentionsReference: 1, wrong: 1, gaveUp: 1, unboxed: 1)
    let report = try await Self.step(reward: same).run(
      trainer, on: Self.questions, learningRate: 1, stream: RandomStream(seed: 2, path: "step"))
    #expect(abs(report.zeroVarianceGroupShare - 1) < 1e-12)
    #expect(report.trainedTokens == 0 && report.sampledTokens == 18)
    #expect(await trainer.steps == 0)
    #expect(await trainer.sequences.isEmpty)
  }
}
