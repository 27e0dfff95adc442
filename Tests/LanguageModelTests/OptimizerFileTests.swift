// Locks:
// - training continued from a saved model and optimizer is bitwise the uninterrupted training;
// - an optimizer's file of another model is refused;
// - the reference fixtures are the files of their manifest, bit for bit.

import Diagnostics
import Foundation
import LanguageModel
import Numerics
import TestSupport
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
    try optimizer.save(to: folder.file("model"))
    steps(3, model, optimizer)

    let resumed = try ModelFolder.load(folder.file("model")).transformer
    let resumedOptimizer = try OptimizerFile(in: folder.file("model"), layout: resumed.layout)
      .read(AdamWParameters())
    #expect(resumedOptimizer.step == 3)
    steps(3, resumed, resumedOptimizer)
    #expect(resumed.parameters.array() == model.parameters.array())
    #expect(resumedOptimizer.secondMoment.array() == optimizer.secondMoment.array())
  }

  @Test func fileOfAnotherModelIsRefused() throws {
    let small = try ModelFixture("mha-tied").model().layout
    let large = try ModelFixture("gqa-tied-deep").model().layout
    try AdamW(small, AdamWParameters()).save(to: folder.url)
    let error = try #require(throws: UserError.self) {
      try OptimizerFile(in: folder.url, layout: large)
    }
    #expect(error.place == "exp_avg.model.embed_tokens.weight")
    #expect(error.message == "expected shape [40, 24], found [24, 16]")
    let weights = try Data(contentsOf: ModelFixture.url("mha-tied/model.safetensors"))
    try weights.write(to: folder.file(AdamW.fileName))
    #expect(throws: UserError.self) {
      try OptimizerFile(in: folder.url, layout: small)
    }
  }

  @Test func fixturesAreThoseOfTheManifest() throws {
    let root = try ModelFixture.url("")
    let manifest = try String(
      contentsOf: root.appendingPathComponent("MANIFEST.sha256"), encoding: .utf8)
    let lines = manifest.split(separator: "\n")
    #expect(lines.count == 48)
    for line in lines {
      let name = String(line.dropFirst(66))
      var hash = SHA256()
      hash.update(try Data(contentsOf: root.appendingPathComponent(name)))
      let digest = hash.hexDigest()
      #expect(digest == line.prefix(64), "\(name)")
    }
  }
}
