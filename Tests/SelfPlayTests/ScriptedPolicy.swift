import Foundation
import LanguageModel
import Randomness
import ReinforcementLearning
import Synchronization
import Tokenization
import Worlds

/// Everything that policies of one family were asked to do.
final class PolicyLog: Sendable {
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

/// A policy without a model. As a student it solves the first `skill` of the known problems, and
/// every optimizer step adds one to its skill; as a teacher it writes the given documents in turn.
actor ScriptedPolicy: Policy {
  let lineage: String
  private var skill: Int
  private let world: EmbeddedWorld
  /// Known problems in the order in which they are learned.
  private let problems: [TrainingQuestion]
  private let documents: [[Int32]]
  private let log: PolicyLog

  init(
    lineage: String, skill: Int, world: EmbeddedWorld, problems: [TrainingQuestion],
    documents: [[Int32]], log: PolicyLog
  ) {
    self.lineage = lineage
    self.skill = skill
    self.world = world
    self.problems = problems
    self.documents = documents
    self.log = log
  }

  func sample(_ requests: [SamplingRequest], _ parameters: SamplingParameters)
    -> [[SampledResponse]]
  {
    log.append(.init(lineage: lineage, skill: skill, prompts: requests.map(\.prompt)))
    return requests.map { request in
      request.streams.enumerated().map { index, _ in
        let tokens =
          request.prompt == world.teacherPrompt
          ? Array(documents[index % documents.count].dropFirst(world.teacherPrompt.count))
          : answer(to: request.prompt, rollout: index)
        return SampledResponse(
          tokens: tokens, logprobs: tokens.map { _ in -1 }, stopReason: .stop)
      }
    }
  }

  /// Right for a known problem within the skill; else right on every other rollout for the
  /// teacher's questions, so that their groups have a signal, and wrong for hard problems.
  private func answer(to prompt: [Int32], rollout: Int) -> [Int32] {
    let index = problems.firstIndex { world.studentPrompt(for: $0.question) == prompt }
    if let index, index < skill { return boxed(problems[index].answer) }
    if index == nil && rollout % 2 == 0 {
      for document in documents {
        if let question = world.parseDocument(document),
          world.studentPrompt(for: question.question) == prompt
        {
          return boxed(question.answer)
        }
      }
    }
    return [Lexicon.quit]
  }

  private func boxed(_ digits: [Int32]) -> [Int32] { [Lexicon.box] + digits + [Vocabulary.end] }

  func forwardBackward(_ sequences: [TrainingSequence]) -> LossReport {
    log.append(.init(lineage: lineage, skill: skill, trained: sequences))
    return LossReport()
  }

  /// The weights of the tokens, added up by the token's last two bits: a vector of four that is
  /// zero when nothing has a weight.
  func gradient(_ sequences: [TrainingSequence]) -> [Float] {
    var sums: [Float] = [0, 0, 0, 0]
    for sequence in sequences {
      for (token, weight) in zip(sequence.tokens, sequence.weights) {
        sums[Int(token & 3)] += weight
      }
    }
    return sums
  }

  func optimizerStep(learningRate: Double) -> OptimizerReport {
    skill += 1
    return OptimizerReport(gradientNorm: 1, applied: true)
  }

  func fork(_ optimizer: AdamWParameters) -> any Policy {
    ScriptedPolicy(
      lineage: lineage, skill: skill, world: world, problems: problems, documents: documents,
      log: log)
  }

  func flops() -> FLOPCount { .zero }

  func snapshot() -> any Policy { fork(AdamWParameters()) }
  func anchored() -> any Policy { snapshot() }

  func save(to folder: URL) {}
}
