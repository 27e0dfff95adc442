// Locks: the engine keeps every rule of engines over both wire formats and both ways of adding up
// losses, over real HTTP too; it trains what the local engine trains; copies queue for adapters and
// give them back; checkpoints that nothing refers to are deleted; stray token ids, weight decay and
// clipping are refused; where checkpoints must be loaded to be sampled they are, in a few adapters that they
// share, and keep their weights; a gradient that is not finite is skipped, and its adapter built up again.

import Conformance
import Diagnostics
import FlyingFox
import Foundation
import HTTP
import LanguageModel
import Randomness
import ReinforcementLearning
import TestServer
import TestSupport
import Testing
import TinkerEngine
import Tokenization

@Suite struct TinkerEngineTests {
  @Test(arguments: [
    FakeServer.Behaviour(), FakeServer.Behaviour(scaling: .mean, namesAreFinal: true),
    FakeServer.Behaviour(takesProtobuf: false, padsPromptLogprobs: false),
    FakeServer.Behaviour(scaling: LossScaling(dividesByTokens: true, dividesBySequences: false)),
  ])
  func theEngineKeepsTheRulesOfEngines(_ behaviour: FakeServer.Behaviour) async throws {
    let (engine, _) = Setup.engine(behaviour)
    try await Self.conform(engine)
  }

  @Test func checkpointsAreLoadedWhereTheyMustBe() async throws {
    let behaviour = FakeServer.Behaviour(samplesLoadedOnly: true)
    func adapted(_ engine: TinkerEngine) async throws -> TinkerEngine {
      let report = try await TinkerContract.check(engine, prompt: Setup.prompt)
      #expect(report.samplesLoadedOnly && report.text.contains("adapters of their own"))
      return engine.adapted(to: report)
    }
    try await Self.conform(try await adapted(Setup.engine(behaviour).engine))
    let (found, server) = Setup.engine(behaviour, trainers: 2)
    let engine = try await adapted(found)
    do {
      let trainer = try engine.makeTrainer(
        from: engine.base, reference: engine.base, optimizer: Setup.optimizer)
      var frozen: [any Sampler] = []
      var scores: [[Float]] = []
      for index in 0..<4 {
        _ = try await Setup.step(trainer, index)
        frozen.append(try await trainer.freeze())
        scores.append(try await Setup.score(frozen[index]))
      }
      // More checkpoints than places, all at once, while the trainer has moved on.
      let again = try await engine.map(count: 8) { [frozen] in
        try await Setup.score(frozen[$0 % 4])
      }
      for (index, score) in again.enumerated() {
        #expect(zip(score, scores[index % 4]).allSatisfy { abs($0 - $1) < 1e-5 })
      }
      #expect(scores[0] != scores[3])
      // Servers that restart lose what was loaded.
      await server.restart()
      #expect(try await Setup.score(frozen[1]).count == scores[1].count)
    }
    try await Self.eventually { await server.modelCount == 0 }
    try await Self.eventually { await server.checkpointCount == 0 }
    #expect(await server.mostModels <= 5)
  }

  @Test func soItDoesOverHTTP() async throws {
    let fake = FakeServer(Setup.model)
    try await LocalServer.run { request in
      guard request.headers[HTTPHeader("X-API-Key")] == "secret-1" else {
        return FlyingFox.HTTPResponse(statusCode: .unauthorized)
      }
      let answer = await fake.answer(
        HTTP.HTTPRequest(
          request.method == .GET ? .get : request.method == .POST ? .post : .delete,
          String(request.path.dropFirst()), body: try await request.bodyData,
          contentType: request.headers[.contentType] ?? ""))
      return FlyingFox.HTTPResponse(
        statusCode: HTTPStatusCode(answer.status, phrase: ""),
        headers: [.contentType: answer.headers["content-type"] ?? ""], body: answer.body)
    } _: { address in
      let key = try APIKey(environmentVariable: "KEY", in: ["KEY": "secret-1"])
      let engine = try TinkerEngine(url: address, key: key, settings: Setup.settings())
      #expect(try await engine.models() == ["tiny"])
      try await Self.conform(engine)
    }
  }

  static func conform(_ engine: TinkerEngine) async throws {
    try await TemporaryFolder.with { folder in
      let findings = try await EngineConformance.check(
        EngineConformance.Subject(
          engine: engine, weights: engine.base, tokens: [2, 3, 4, 5, 6, 7], isDeterministic: false),
        in: folder)
      #expect(findings.isEmpty, "\(findings)")
      #expect(findings.rules.count > 18)
    }
  }

  @Test(arguments: [LossScaling.sum, .mean])
  func itTrainsWhatTheLocalEngineTrains(_ scaling: LossScaling) async throws {
    let (engine, _) = Setup.engine(FakeServer.Behaviour(scaling: scaling))
    let local = LocalTrainer(
      Setup.model, reference: Setup.model, optimizer: Setup.optimizer)
    let remote = try engine.makeTrainer(
      from: engine.base, reference: engine.base, optimizer: Setup.optimizer)
    for index in 0..<3 {
      let tokens: [Int32] = [2, 3, 4, Int32(5 + index), 6, 7]
      let sequences = [
        TrainingSequence(tokens: tokens, weights: [0, 0, 0, 0.5, 0.5, 0.5]),
        TrainingSequence(tokens: Array(tokens.dropLast()), weights: [0, 0, 0, -0.25, -0.25]),
      ]
      let one = await local.forwardBackward(sequences)
      let other = try await remote.forwardBackward(sequences)
      #expect(abs(one.weightedLoss - other.weightedLoss) < 1e-4)
      #expect(one.scoredTokens == other.scoredTokens)
      let step = try await local.optimizerStep(learningRate: 0.01)
      let otherStep = try await remote.optimizerStep(learningRate: 0.01)
      #expect(abs(step.gradientNorm - otherStep.gradientNorm) < 1e-3 * step.gradientNorm)
    }
    let (a, b) = (
      try await Setup.score(await local.freeze()), try await Setup.score(try await remote.freeze())
    )
    #expect(zip(a, b).allSatisfy { abs($0 - $1) < 2e-3 }, "\(a) \(b)")
    #expect(engine.usage.optimizerSteps == 3)
    #expect(engine.usage.trainedTokens == 3 * 9)
  }

  @Test func theKLTermPullsTowardsTheReference() async throws {
    let (engine, _) = Setup.engine()
    var distances: [Double] = []
    for coefficient in [0.0, 5] {
      let trainer = try engine.makeTrainer(
        from: engine.base, reference: engine.base, optimizer: Setup.optimizer)
      var kl = 0.0
      for index in 0..<6 {
        let (loss, _, _) = try await Setup.step(trainer, index, klCoefficient: coefficient)
        kl = loss.kl
      }
      #expect((kl != 0) == (coefficient != 0))
      let (before, after) = (
        try await Setup.score(engine.base), try await Setup.score(try await trainer.freeze())
      )
      distances.append(zip(before, after).reduce(0.0) { $0 + Double(abs($1.0 - $1.1)) })
    }
    #expect(distances[1] < distances[0], "\(distances)")
  }

  @Test func samplesOfAPromptAreOneRequest() async throws {
    let (engine, server) = Setup.engine()
    let stream = RandomStream(seed: 1, path: "samples")
    let batch = try await engine.base.sample(
      (0..<3).map {
        SamplingRequest(prompt: Setup.prompt, streams: stream.family("\($0)", 0..<7))
      }, SamplingParameters(maximumTokens: 4, stopTokens: []))
    #expect(batch.responses.map(\.count) == [7, 7, 7])
    #expect(await server.sampleRequests == 3)
    #expect(engine.usage.sampledTokens == 3 * 7 * 4)
    #expect(engine.usage.promptTokens == 9)
  }

  @Test func copiesQueueForAdapters() async throws {
    let (engine, server) = Setup.engine(trainers: 2)
    let norms = try await engine.map(count: 6) { index in
      let trainer = try engine.makeTrainer(
        from: engine.base, reference: engine.base, optimizer: Setup.optimizer)
      return try await Setup.step(trainer, index).1.gradientNorm
    }
    #expect(norms.count == 6)
    #expect(await server.mostModels <= 2)
    try await Self.eventually { await server.modelCount == 0 }
  }

  @Test func checkpointsThatNothingRefersToAreDeleted() async throws {
    let (engine, server) = Setup.engine()
    try await TemporaryFolder.with { folder in
      do {
        let trainer = try engine.makeTrainer(
          from: engine.base, reference: engine.base, optimizer: Setup.optimizer)
        _ = try await Setup.step(trainer, 0)
        let kept = try await trainer.freeze()
        try engine.save(kept, to: folder.appendingPathComponent("kept"))
        _ = try await Setup.step(trainer, 1)
        _ = try await trainer.freeze()
        #expect(await server.checkpointCount == 4)
      }
      try await Self.eventually { await server.checkpointCount == 2 }
      let loaded = try engine.load(from: folder.appendingPathComponent("kept"))
      #expect(try await Setup.score(loaded).count == 4)
    }
  }

  static func eventually(_ holds: () async -> Bool) async throws {
    for _ in 0..<500 {
      if await holds() { return }
      try await Task.sleep(for: .milliseconds(10))
    }
    Issue.record("it never came to that")
  }

  @Test func strayTokensNeverReachTheServer() async throws {
    let (engine, server) = Setup.engine()
    let trainer = try engine.makeTrainer(
      from: engine.base, reference: engine.base, optimizer: Setup.optimizer)
    for stray: Int32 in [12, -1, .max] {
      await #expect(throws: UserError.self) {
        try await trainer.forwardBackward([
          TrainingSequence(tokens: [2, stray], weights: [0, 1])
        ])
      }
      await #expect(throws: UserError.self) {
        try await engine.base.sample(
          [
            SamplingRequest(
              prompt: [stray], streams: RandomStream(seed: 1, path: "").family("a", 0..<1))
          ], SamplingParameters(maximumTokens: 1, stopTokens: []))
      }
    }
    #expect(await server.paths.isEmpty)
  }

  @Test func whatServersIgnoreOrSpreadIsRefused() throws {
    let (engine, _) = Setup.engine()
    for (decay, clip, key) in [(0.1, 0.0, "weightDecay"), (0, 1, "clipNorm")] {
      #expect {
        try engine.makeTrainer(
          from: engine.base, reference: engine.base,
          optimizer: AdamWParameters(weightDecay: decay, clipNorm: clip))
      } throws: {
        ($0 as? UserError)?.place?.hasSuffix(key) == true
      }
    }
  }

  @Test func aGradientThatIsNotFiniteIsSkipped() async throws {
    for behaviour in [
      FakeServer.Behaviour(poisonedFrom: 2), FakeServer.Behaviour(poisonsStep: 2),
    ] {
      let (engine, server) = Setup.engine(behaviour)
      let trainer = try engine.makeTrainer(
        from: engine.base, reference: engine.base, optimizer: Setup.optimizer)
      var reports: [OptimizerReport] = []
      for index in 0..<5 {
        reports.append(try await Setup.step(trainer, index).1)
        if reports.last?.applied == false {
          #expect(reports.last?.gradientNorm.isFinite == false)
          await server.heal()
        }
      }
      #expect(reports.count { !$0.applied } == 1)
      #expect(reports.last?.applied == true)
      #expect(engine.usage.rebuiltModels == 1)
      #expect(try await Setup.score(try await trainer.freeze()).allSatisfy(\.isFinite))
    }
  }

  @Test func foldersOfOtherModelsAreRefused() throws {
    let (engine, _) = Setup.engine()
    try TemporaryFolder.with { folder in
      let file = folder.appendingPathComponent("tinker.json")
      for text in [
        "", "{}", #"{"format": 1, "baseModel": "other", "loraRank": 4, "hasOptimizer": false}"#,
        #"{"format": 1, "baseModel": "tiny", "loraRank": 8, "hasOptimizer": false}"#,
        #"{"format": 1, "baseModel": "tiny", "loraRank": 4, "hasOptimizer": false, "weights": "/etc"}"#,
      ] {
        try Data(text.utf8).write(to: file)
        #expect(throws: UserError.self) { try engine.load(from: folder) }
      }
    }
  }

  @Test func keysStayOutOfErrors() async throws {
    let fake = FakeServer(Setup.model, FakeServer.Behaviour(echo: "key secret-1 is wrong"))
    let wrong = TinkerEngine(
      transport: FakeTransport(server: fake),
      settings: TinkerSettings(baseModel: "other", vocabularySize: 12),
      redact: { $0.replacingOccurrences(of: "secret-1", with: "<redacted>") },
      sleep: { _ in })
    let trainer = try wrong.makeTrainer(
      from: wrong.base, reference: wrong.base, optimizer: Setup.optimizer)
    await #expect {
      try await trainer.forwardBackward([TrainingSequence(tokens: [2, 3], weights: [0, 1])])
    } throws: {
      let text = "\($0)"
      return $0 is UserError && !text.contains("secret-1") && text.contains("<redacted>")
    }
    let real = try TinkerEngine(
      url: "http://127.0.0.1:1",
      key: try APIKey(environmentVariable: "KEY", in: ["KEY": "secret-1"]),
      settings: Setup.settings())
    var dumped = "\(real)"
    dump(real, to: &dumped)
    #expect(!dumped.contains("secret-1"))
  }
}

extension FakeServer {
  /// Ends the poisoning.
  func heal() {
    behaviour.poisonedFrom = .max
    behaviour.poisonsStep = .max
  }
}
