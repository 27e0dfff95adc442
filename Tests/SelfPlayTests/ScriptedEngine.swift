import Diagnostics
import Foundation
import LanguageModel
import Randomness
import ReinforcementLearning
import Synchronization
import Tasks
import Tokenization
import Worlds

/// Everything that models of one family were asked to do.
final class ModelLog: Sendable {
  struct Entry: Sendable {
    var lineage: String
    var skill: Int
    var prompts: [[Int32]] = []
    var trained: [TrainingSequence] = []
  }
  private let state = Mutex<[Entry]>([])

  func append(_ entry: Entry) { state.withLock { $0.append(entry) } }
  var entries: [Entry] { state.withLock { $0 } }
}

/// What scripted models of one family are made of.
struct Script: Sendable {
  let lineage: String
  let world: EmbeddedWorld
  /// Known problems in the order in which they are learned.
  let problems: [TrainingQuestion]
  /// What it writes as a teacher, in turn.
  let documents: [[Int32]]
  let log: ModelLog
  /// Students whose rollouts' stream has this in its path learn nothing; empty spares all.
  var unlucky = ""
  /// The cost of one call that samples.
  var flops = FLOPCount.zero

  func model(skill: Int = 0) -> ScriptedModel { ScriptedModel(script: self, skill: skill) }

  func trainer(skill: Int = 0) -> ScriptedTrainer { ScriptedTrainer(script: self, skill: skill) }
}

/// A model without weights. As a student it solves the first `skill` of the known problems; as a
/// teacher it writes the given documents in turn.
struct ScriptedModel: GradientSampler {
  let script: Script
  let skill: Int

  func sample(_ requests: [SamplingRequest], _ parameters: SamplingParameters) -> SampledBatch {
    script.log.append(
      .init(lineage: script.lineage, skill: skill, prompts: requests.map(\.prompt)))
    let responses = requests.map { request in
      request.streams.enumerated().map { index, _ in
        let tokens =
          request.prompt == script.world.teacherPrompt
          ? Array(script.documents[index % script.documents.count].dropFirst(request.prompt.count))
          : answer(to: request.prompt, rollout: index)
        return SampledResponse(
          tokens: tokens, logprobs: tokens.map { _ in -1 }, stopReason: .stop)
      }
    }
    return SampledBatch(responses: responses, flops: script.flops)
  }

  /// Right for a known problem within the skill; else right on every other rollout for the
  /// teacher's questions, so that their groups have a signal, and wrong for hard problems.
  private func answer(to prompt: [Int32], rollout: Int) -> [Int32] {
    let world = script.world
    let index = script.problems.firstIndex { world.studentPrompt(for: $0.question) == prompt }
    if let index, index < skill { return boxed(script.problems[index].answer) }
    if index == nil && rollout % 2 == 0 {
      for document in script.documents {
        if let question = world.parse(Rollout(given: document)),
          world.studentPrompt(for: question.question) == prompt
        {
          return boxed(question.answer)
        }
      }
    }
    return [Lexicon.quit]
  }

  private func boxed(_ answer: String) -> [Int32] {
    [Lexicon.box] + (script.world.vocabulary.encode(answer) ?? []) + [Vocabulary.end]
  }

  /// The weights of the tokens, added up by the token's last two bits: a vector of four that is
  /// zero when nothing has a weight.
  func gradient(_ sequences: [TrainingSequence]) -> (gradient: [Float], flops: FLOPCount?) {
    var sums: [Float] = [0, 0, 0, 0]
    for sequence in sequences {
      for (token, weight) in zip(sequence.tokens, sequence.weights) {
        sums[Int(token & 3)] += weight
      }
    }
    return (sums, .zero)
  }
}

/// A scripted model in training: every optimizer step adds one to its skill.
actor ScriptedTrainer: Trainer {
  private let script: Script
  private var skill: Int
  private var isUnlucky = false

  init(script: Script, skill: Int) {
    self.script = script
    self.skill = skill
  }

  func sample(_ requests: [SamplingRequest], _ parameters: SamplingParameters) -> SampledBatch {
    isUnlucky = requests.contains { request in
      !script.unlucky.isEmpty && request.streams.contains { $0.path.contains(script.unlucky) }
    }
    return script.model(skill: skill).sample(requests, parameters)
  }

  func forwardBackward(_ sequences: [TrainingSequence]) -> LossReport {
    script.log.append(.init(lineage: script.lineage, skill: skill, trained: sequences))
    return LossReport()
  }

  func optimizerStep(learningRate: Double) -> OptimizerReport {
    if !isUnlucky { skill += 1 }
    return OptimizerReport(gradientNorm: 1, applied: true)
  }

  func freeze() -> any Sampler { script.model(skill: skill) }

  func save(to folder: URL) {}
}

/// Where scripted models live. Nothing of them can be saved.
struct ScriptedEngine: Engine {
  let pool: WorkerPool
  var countsFLOPs = true

  init(workers: Int = 2, countsFLOPs: Bool = true) {
    pool = WorkerPool(workers: workers)
    self.countsFLOPs = countsFLOPs
  }

  var name: String { "scripted" }
  var maximumTrainers: Int? { nil }

  func makeTrainer(
    from weights: any Sampler, reference: any Sampler, optimizer: AdamWParameters
  ) throws -> any Trainer {
    guard let model = weights as? ScriptedModel else { throw Missing() }
    return model.script.trainer(skill: model.skill)
  }

  struct Missing: Error {}

  func restoreTrainer(
    from folder: URL, reference: any Sampler, optimizer: AdamWParameters
  ) throws -> any Trainer { throw Missing() }

  func save(_ weights: any Sampler, to folder: URL) throws { throw Missing() }
  func load(from folder: URL) throws -> any Sampler { throw Missing() }

  func map<Result: Sendable>(
    count: Int, atOnce: Int?, _ body: @escaping @Sendable (Int) async throws -> Result
  ) async throws -> [Result] {
    try await pool.map(count: count, atOnce: atOnce, body)
  }
}
