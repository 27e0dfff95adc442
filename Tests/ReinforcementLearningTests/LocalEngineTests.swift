// Locks: of a small model all trainings are in progress at once, of a large one as many as there are
// workers; moments that wait in their file give the same bits, wherever the file went; those of a
// large model wait there from each save to the next step.

import Diagnostics
import Foundation
import LanguageModel
import Numerics
import ReinforcementLearning
import TestSupport
import Testing

@Suite struct LocalEngineTests {
  static let words = (0..<12).map { "word\($0)" }

  @Test(arguments: [(100, 12), (270_000, 2)])
  func largeModelsTrainOnePerWorker(vocabulary: Int, atOnce: Int) {
    let engine = LocalEngine(pool: WorkerPool(workers: 2), vocabulary: [])
    let base = LocalSampler(
      Transformer(TransformerConfiguration(vocabularySize: vocabulary)))
    #expect(engine.trainingsAtOnce(12, from: base) == atOnce)
    #expect(engine.trainingsAtOnce(1, from: base) == 1)
  }

  @Test func momentsInTheirFileChangeNoBit() async throws {
    let folder = try TemporaryFolder()
    let base = Transformer(TransformerConfiguration(vocabularySize: 20), seed: 3)
    func trainer(leavesMomentsInFile: Bool) -> LocalTrainer {
      LocalTrainer(
        base.duplicate(), reference: base, vocabulary: Self.words,
        leavesMomentsInFile: leavesMomentsInFile)
    }
    func steps(_ trainer: any Trainer, _ range: Range<Int32>) async throws {
      for token in range {
        _ = try await trainer.forwardBackward([
          TrainingSequence(tokens: [2, token, 5, token + 1], weights: [0, 0, 1, -0.5])
        ])
        _ = try await trainer.optimizerStep(learningRate: 0.01)
      }
    }
    func weights(_ trainer: any Trainer) async throws -> [Float] {
      let sampler = try #require(try await trainer.freeze() as? LocalSampler)
      return sampler.model.parameters.array()
    }
    let kept = trainer(leavesMomentsInFile: false)
    let filed = trainer(leavesMomentsInFile: true)
    for (index, trainer) in [kept, filed].enumerated() {
      // Nothing to leave before the first step.
      try await trainer.save(to: folder.file("fresh-\(index)"))
      #expect(!folder.exists("fresh-\(index)/\(AdamW.fileName)"))
      try await steps(trainer, 6..<9)
      try await trainer.save(to: folder.file("first-\(index)"))
      // Moved, then saved again without a step, then deleted.
      try FileManager.default.moveItem(
        at: folder.file("first-\(index)"), to: folder.file("moved-\(index)"))
      try await trainer.save(to: folder.file("second-\(index)"))
      try FileManager.default.removeItem(at: folder.file("moved-\(index)"))
    }
    func saved(_ index: Int) throws -> Data {
      try Data(contentsOf: folder.file("second-\(index)/\(AdamW.fileName)"))
    }
    #expect(try saved(0) == saved(1))
    let engine = LocalEngine(pool: WorkerPool(workers: 1), vocabulary: Self.words)
    let restored = try engine.restoreTrainer(
      from: folder.file("second-1"), reference: LocalSampler(base), optimizer: AdamWParameters())
    try FileManager.default.removeItem(at: folder.file("second-1"))
    for trainer in [kept, filed, restored] as [any Trainer] {
      try await steps(trainer, 9..<12)
    }
    let expected = try await weights(kept)
    #expect(try await weights(filed) == expected)
    #expect(try await weights(restored) == expected)
  }

  @Test(arguments: [(100, true), (270_000, false)])
  func aLargeModelsMomentsWaitInTheirFile(vocabulary: Int, holdsMoments: Bool) async throws {
    let folder = try TemporaryFolder()
    let engine = LocalEngine(pool: WorkerPool(workers: 1), vocabulary: Self.words)
    let base = LocalSampler(
      Transformer(TransformerConfiguration(vocabularySize: vocabulary), seed: 3))
    let made = engine.makeTrainer(from: base, reference: base, optimizer: AdamWParameters())
    let trainer = try #require(made as? LocalTrainer)
    #expect(await !trainer.holdsMoments)
    _ = try await trainer.optimizerStep(learningRate: 0.01)
    #expect(await trainer.holdsMoments)
    try await trainer.save(to: folder.file("trainer"))
    #expect(await trainer.holdsMoments == holdsMoments)
    let restored = try #require(
      try engine.restoreTrainer(
        from: folder.file("trainer"), reference: base, optimizer: AdamWParameters())
        as? LocalTrainer)
    #expect(await !restored.holdsMoments)
    _ = try await restored.optimizerStep(learningRate: 0.01)
    #expect(await restored.holdsMoments)
  }
}
