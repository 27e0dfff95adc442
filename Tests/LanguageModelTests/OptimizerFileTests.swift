// Locks:
// - training continued from a saved model and optimizer is bitwise the uninterrupted training;
// - an optimizer's file of another model is refused and changes nothing;
// - the reference fixtures are the files of their manifest, bit for bit.

import Diagnostics
import Foundation
import LanguageModel
import Numerics
import Testing

@Suite struct OptimizerFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func interruptedTrainingContinuesBitwise() throws {
    let fixture = try ModelFixture("gqa-tied-deep")
    func steps(_ count: Int, _ model: Transformer, _ optimizer: AdamW) {
      let learner = Learner(model)
      for _ in 0..<count {
        learner.zeroGradients()
        _ = learner.accumulate(fixture.crossEntropy)
        _ = optimizer.update(model, gradients: learner.gradients, learningRate: 1e-3)
      }
    }
    let model = try fixture.model()
    let optimizer = AdamW(model.layout, AdamWParameters())
    steps(3, model, optimizer)
    try ModelFolder.save(model, to: folder.file("model"))
    try optimizer.save(to: folder.file("optimizer.safetensors"))
    steps(3, model, optimizer)

    let resumed = try ModelFolder.load(folder.file("model")).transformer
    let resumedOptimizer = AdamW(resumed.layout, AdamWParameters())
    try resumedOptimizer.load(folder.file("optimizer.safetensors"))
    #expect(resumedOptimizer.step == 3)
    steps(3, resumed, resumedOptimizer)
    #expect(resumed.parameters.array() == model.parameters.array())
    #expect(resumedOptimizer.secondMoment.array() == optimizer.secondMoment.array())
  }

  @Test func fileOfAnotherModelIsRefused() throws {
    let small = try ModelFixture("mha-tied").model()
    let large = try ModelFixture("gqa-tied-deep").model()
    let url = folder.file("optimizer.safetensors")
    try AdamW(small.layout, AdamWParameters()).save(to: url)
    let optimizer = AdamW(large.layout, AdamWParameters())
    let error = try #require(throws: UserError.self) { try optimizer.load(url) }
    #expect(error.place == "exp_avg.model.embed_tokens.weight")
    #expect(error.message == "expected shape [40, 24], found [24, 16]")
    #expect(throws: UserError.self) {
      try optimizer.load(try ModelFixture.url("mha-tied/model.safetensors"))
    }
    #expect(optimizer.step == 0)
  }

  @Test func fixturesAreThoseOfTheManifest() throws {
    let root = try ModelFixture.url("")
    let manifest = try String(
      contentsOf: root.appendingPathComponent("MANIFEST.sha256"), encoding: .utf8)
    let lines = manifest.split(separator: "\n")
    #expect(lines.count == 28)
    for line in lines {
      let name = String(line.dropFirst(66))
      var hash = SHA256()
      hash.update(try Data(contentsOf: root.appendingPathComponent(name)))
      let digest = hash.hexDigest()
      #expect(digest == line.prefix(64), "\(name)")
    }
  }
}
