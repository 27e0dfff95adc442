import Diagnostics
package import Foundation
import LanguageModel
import Numerics
import Randomness
import ReinforcementLearning
import Tokenization

/// A model from a folder, such as SmolLM2: 64 responses of 32 tokens to one prompt, and the gradient
/// of one sequence of 512 tokens, each beside transformers if asked for. Token ids are made up: the time
/// does not depend on them.
package struct BenchPretrained {
  static let responses = 64
  static let length = 32
  static let promptLength = 24
  static let trained = 512
  let folder: URL
  let model: Transformer

  package init(folder: URL) throws {
    self.folder = folder
    model = try ModelFolder.load(folder).transformer
    let needed = Self.trained + 1
    guard model.configuration.maximumPositions >= needed else {
      throw UserError(
        .dataError, file: folder.path, place: "max_position_embeddings",
        "is \(model.configuration.maximumPositions), and the stage needs \(needed)")
    }
  }

  /// The token ids of both sides.
  private func tokens(_ count: Int) -> [Int32] {
    (0..<count).map { Int32(($0 * 7919 + 13) % model.configuration.vocabularySize) }
  }

  private func sample(seed: Int) -> (responses: [SampledResponse], flops: FLOPCount) {
    let root = RandomStream(seed: UInt64(seed), path: "bench/pretrained")
    let request = SamplingRequest(
      prompt: tokens(Self.promptLength), streams: root.family("rollout", 0..<Self.responses))
    let (responses, flops) = Generator(model).counted(
      [request], SamplingParameters(maximumTokens: Self.length, stopTokens: []))
    return (responses[0], flops)
  }

  /// The gradient of the mean cross entropy, added to the learner's.
  private func train(_ learner: Learner) -> LossReport {
    let tokens = tokens(Self.trained + 1)
    let weights = [Float](repeating: 1 / Float(Self.trained), count: tokens.count)
    return learner.accumulate([TrainingSequence(tokens: tokens, weights: weights)])
  }

  package func run(_ clock: BenchClock) async throws -> [BenchResult] {
    let name = folder.lastPathComponent
    let learner = Learner(model)
    let verified = try verify(learner)
    var flops = FLOPCount.zero
    let sampling = await clock.time { flops = sample(seed: 1).flops }
    var report = LossReport()
    let training = await clock.time { report = train(learner) }
    return [
      BenchResult(
        .pretrained, model: name, "sampling \(Self.responses) x \(Self.length)",
        verified: verified, count: Double(Self.responses * Self.length), flops: flops.total,
        timing: sampling),
      BenchResult(
        .pretrained, model: name, "gradient of \(Self.trained) tokens", verified: verified,
        count: Double(report.tokens), flops: report.flops?.total, timing: training),
    ]
  }

  /// Compares sampled logprobs with the training forward's, and the loss with the score's.
  private func verify(_ learner: Learner) throws -> String {
    let response = sample(seed: 1).responses[0]
    let tokens = tokens(Self.promptLength) + response.tokens
    let ones = TrainingSequence(
      tokens: tokens, weights: [Float](repeating: 1, count: tokens.count))
    let scored = learner.score([ones]).logprobs.suffix(response.tokens.count)
    let worst = zip(response.logprobs, scored).map { abs($0 - $1) }.max() ?? .nan
    try benchRequire(worst < 1e-3, "a sampled logprob is off by \(worst)")
    return "logprobs equal the training forward's (worst difference \(short(Double(worst))))"
  }

  /// Alternates both kinds of work here and in transformers.
  package func compare(with rival: PyTorchRival, _ clock: BenchClock) async throws
    -> [BenchComparison]
  {
    let learner = Learner(model)
    return try await rival.session(.pretrained, workload: folder, threads: 1) { session in
      var ours: [String: [Double]] = [:]
      var theirs: [String: [Double]] = [:]
      var losses = (here: 0.0, there: 0.0)
      // One warm-up each.
      for seed in 0...clock.repeats {
        for work in ["sample", "train"] {
          let start = ContinuousClock.now
          if work == "sample" {
            _ = sample(seed: seed)
          } else {
            losses.here = train(learner).weightedLoss
          }
          let seconds = (ContinuousClock.now - start) / .seconds(1)
          let other = try await session.work(work, seed: seed)
          losses.there = other.loss ?? losses.there
          guard seed > 0 else { continue }
          ours[work, default: []].append(seconds)
          theirs[work, default: []].append(other.seconds)
        }
      }
      try benchRequire(
        abs(losses.here - losses.there) < 1e-4 * losses.there,
        "the other side's loss is \(losses.there), here \(losses.here)")
      let title = PyTorchRival.Form.pretrained.title(session.versions)
      return ["sample", "train"].compactMap { work in
        guard let here = ours[work], let there = theirs[work] else { return nil }
        let count = Double(work == "sample" ? Self.responses * Self.length : 0)
        let what =
          work == "sample"
          ? "sampling \(Self.responses) x \(Self.length)" : "gradient of \(Self.trained) tokens"
        return BenchComparison(
          name: "\(folder.lastPathComponent), \(what): \(title)", threads: 1, soar: Spread(here),
          rival: Spread(there), ratio: Spread(zip(there, here).map { $0 / $1 }),
          details: ["soar_sampled_tokens": count, "rival_sampled_tokens": count])
      }
    }
  }
}
