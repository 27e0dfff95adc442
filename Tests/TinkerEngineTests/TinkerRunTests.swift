// Locks: a run whose configuration names a Tinker server goes from screening to its arms on it, with a
// tokenizer and no weights at hand; it stores what the contract found and what was asked; a run whose
// server fails for good goes on later, from the last committed outer step, to the same results; it
// asks no more than its plan says; what a server cannot do is refused before a folder is made.

import Diagnostics
import Experiments
import FlyingFox
import Foundation
import HTTP
import LanguageModel
import Numerics
import Randomness
import ReinforcementLearning
import RunStore
import SelfPlay
import Synchronization
import Tasks
import TestServer
import TestSupport
import Testing
import TextTasks
import TinkerEngine
import Tokenization

@Suite(.serialized) struct TinkerRunTests {
  static let keyVariable = "SOAR_TEST_TINKER_KEY"
  static let key = "secret-1"

  /// A folder with a tokenizer of bytes and the shape of a model, but no weights.
  static func modelFolder(_ model: Transformer, in folder: URL) throws -> URL {
    // GPT-2's alphabet: printable bytes stand for themselves, the others for U+0100 and on.
    var spare: UInt32 = 256
    let vocabulary = (UInt32(0)..<256).map { byte -> Diagnostics.JSONValue.Member in
      let isPrintable = (33...126).contains(byte) || (161...255).contains(byte) && byte != 173
      let scalar = Unicode.Scalar(isPrintable ? byte : spare) ?? " "
      if !isPrintable { spare += 1 }
      return .init(String(Character(scalar)), .integer(Int(byte)))
    }
    let level =
      #"{"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": true}"#
    let text = """
      {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [{"id": 256,
      "content": "<|end|>", "single_word": false, "lstrip": false, "rstrip": false,
      "normalized": false, "special": true}], "normalizer": null, "pre_tokenizer": \(level),
      "post_processor": null, "decoder": \(level), "model": {"type": "BPE", "dropout": null,
      "vocab": \(Diagnostics.JSONValue.object(vocabulary).text(indented: false)), "merges": []}}
      """
    let place = folder.appendingPathComponent("model")
    try ModelFolder.save(
      model, tokens: nil, tokenizerFile: Data(text.utf8),
      specialTokens: SpecialTokens(end: [256]), to: place)
    try FileManager.default.removeItem(at: place.appendingPathComponent("model.safetensors"))
    return place
  }

  static func configuration(_ model: URL, _ address: String) -> RunConfiguration {
    var c = RunConfiguration()
    c.task.kind = .text
    c.task.format.examples = []
    c.task.format.teacher = "Sums:\n"
    c.task.format.studentTokens = 4
    c.model.folder = model.path
    c.engine.kind = .tinker
    c.engine.url = address
    c.engine.keyFrom = keyVariable
    c.engine.baseModel = "tiny"
    c.engine.maximumTrainers = 3
    c.hardSet.candidates = 12
    c.hardSet.samples = 2
    c.hardSet.size = 4
    c.student.batchQuestions = 2
    c.student.groupSize = 4
    c.student.learningRate = 1e-2
    c.student.optimizer.clipNorm = 0
    c.teacher.optimizer.clipNorm = 0
    c.teacher.poolSize = 8
    c.soar.outerSteps = 2
    c.soar.datasets = 2
    c.soar.questionsPerDataset = 2
    c.soar.repeats = 2
    c.soar.innerSteps = 2
    c.soar.rewardBy = .probability
    c.soar.rewardQuestions = 2
    c.soar.confirmationStudents = 0
    c.teachers = [TeacherRunConfiguration(name: TeacherRunConfiguration.soar)]
    var grounded = ArmConfiguration(
      name: "Grounded-T", source: .trainedTeacher, mixing: .alone, steps: 2)
    grounded.sourceCount = 4
    c.arms = [
      ArmConfiguration(name: "Base"), ArmConfiguration(name: "Hard-Only", steps: 2), grounded,
    ]
    c.evaluation.samples = 4
    c.evaluation.passAt = [1, 4]
    c.evaluation.testEvery = 1
    return c
  }

  /// A tiny model that has seen sums, so that its responses are numbers now and then.
  static func base() async throws -> Transformer {
    let model = Transformer(
      TransformerConfiguration(
        vocabularySize: 257, hiddenSize: 16, intermediateSize: 32, layerCount: 1, headCount: 2,
        keyValueHeadCount: 1, headDimension: 8, maximumPositions: 64), seed: 3)
    let learner = Learner(model)
    let optimizer = AdamW(model.layout, AdamWParameters())
    var stream = RandomStream(seed: 1, path: "sums")
    for _ in 0..<60 {
      learner.zeroGradients()
      let documents = (0..<16).map { _ in
        let (a, b) = (stream.integer(below: 10), stream.integer(below: 10))
        return "\(a) + \(b) = \(a + b)\n".utf8.map { Int32($0) }
      }
      _ = learner.accumulate(
        documents.map { tokens in
          TrainingSequence(tokens: tokens, weights: tokens.map { _ in 0.01 })
        })
      _ = optimizer.update(model, gradients: learner.gradients, learningRate: 1e-2)
    }
    return model
  }

  /// Serves whoever sends the key until `limit` requests are answered, and refuses the rest with
  /// errors that hold the key.
  static func serve(
    _ fake: FakeServer, _ limit: LockedCount, _ body: (String) async throws -> Void
  ) async throws {
    setenv(keyVariable, key, 1)
    try await LocalServer.run { request in
      guard limit.take(), request.headers[HTTPHeader("X-API-Key")] == key else {
        return FlyingFox.HTTPResponse(
          statusCode: .badRequest, body: Data(#"{"detail": "no more for \#(key)"}"#.utf8))
      }
      let answer = await fake.answer(
        HTTP.HTTPRequest(
          request.method == .GET ? .get : request.method == .POST ? .post : .delete,
          String(request.path.dropFirst()), body: try await request.bodyData,
          contentType: request.headers[.contentType] ?? ""))
      return FlyingFox.HTTPResponse(
        statusCode: HTTPStatusCode(answer.status, phrase: ""),
        headers: [.contentType: answer.headers["content-type"] ?? ""], body: answer.body)
    } _: {
      try await body($0)
    }
  }

  /// How many requests are still answered.
  final class LockedCount: Sendable {
    private let left = Mutex(Int.max)
    let answered = Mutex(0)
    func set(_ count: Int) { left.withLock { $0 = count } }
    func take() -> Bool {
      left.withLock { left in
        guard left > 0 else { return false }
        left -= 1
        answered.withLock { $0 += 1 }
        return true
      }
    }
  }

  @Test func aRunGoesOnWhereItsServerFailed() async throws {
    let base = try await Self.base()
    try await TemporaryFolder.with { folder in
      let model = try Self.modelFolder(base, in: folder)
      let limit = LockedCount()
      var digests: [String] = []
      let fake = FakeServer(base)
      try await Self.serve(fake, limit) { address in
        let configuration = Self.configuration(model, address)
        let whole = try RunExecution.begin(
          configuration, at: folder.appendingPathComponent("whole"), workers: 1)
        try await whole.carryOut(usesCache: false)
        digests.append(try whole.store.digest())
        let events = try whole.store.events()
        #expect(events.contains { $0.kind == "engine" && $0.message.contains("summed") })
        #expect(events.contains { $0.kind == "remote-usage" })
        #expect(try whole.store.armRuns().count == 3)
        #expect(try whole.store.outerSteps().count == 2)
        #expect(try whole.store.outerSteps().allSatisfy { $0.forwardFLOPs == nil })
        try await Self.compare(await fake.paths, with: configuration)

        // The same again, with a server that fails at two thirds and then loses all models.
        let place = folder.appendingPathComponent("parts")
        limit.set(limit.answered.withLock(\.self) * 2 / 3)
        do {
          let part = try RunExecution.begin(configuration, at: place, workers: 1)
          await #expect(throws: UserError.self) { try await part.carryOut(usesCache: false) }
          #expect(try part.store.run().outcome == .failed)
        }
        limit.set(.max)
        await fake.restart()
        let rest = try RunExecution.resume(at: place, workers: 1)
        try await rest.carryOut(usesCache: false)
        digests.append(try rest.store.digest())
      }
      #expect(digests.count == 2 && digests[0] == digests[1])
    }
  }

  /// What a run asked of its server lies within its plan.
  static func compare(_ paths: [String], with configuration: RunConfiguration) async throws {
    let plan = try WorkPlan(
      configuration, subject: try await RunSubject(configuration),
      cache: BaseModelCache(folder: nil))
    let calls = plan.total.calls
    func isWithin(_ names: [String], _ bound: Bound) -> Bool {
      let count = Double(paths.count { path in names.contains { path.hasPrefix($0) } })
      return bound.least <= count && count <= bound.most
    }
    #expect(isWithin(["asample"], calls.sample))
    #expect(isWithin(["forward_backward"], calls.forwardBackward + calls.forward))
    #expect(isWithin(["optim_step"], calls.optimizerStep))
    #expect(isWithin(["save_weights"], calls.save))
    #expect(isWithin(["load_weights"], calls.load))
    #expect(isWithin(["create_model", "unload_model", "training_runs"], calls.other))
  }

  @Test func whatAServerCannotDoIsRefused() throws {
    let model = URL(fileURLWithPath: "/nowhere")
    let changes: [(String, (inout RunConfiguration) -> Void)] = [
      ("engine.kind", { $0.task.kind = .world }), ("engine.url", { $0.engine.url = "" }),
      ("engine.baseModel", { $0.engine.baseModel = "" }),
      ("engine.keyFrom", { $0.engine.keyFrom = "" }),
      ("engine.loraRank", { $0.engine.loraRank = 0 }),
      ("engine.maximumTrainers", { $0.engine.maximumTrainers = 1 }),
      ("student.optimizer.weightDecay", { $0.student.optimizer.weightDecay = 0.1 }),
      ("student.optimizer.clipNorm", { $0.student.optimizer.clipNorm = 1 }),
      ("teacher.optimizer.clipNorm", { $0.teacher.optimizer.clipNorm = 1 }),
      ("teacher.temperature", { $0.teacher.temperature = 0.7 }),
    ]
    try Self.configuration(model, "http://127.0.0.1:1").validate()
    for (place, change) in changes {
      var configuration = Self.configuration(model, "http://127.0.0.1:1")
      if place == "engine.kind" { configuration.soar.rewardBy = .greedy }
      change(&configuration)
      let error = #expect(throws: UserError.self, "\(place)") { try configuration.validate() }
      #expect(error?.place == place)
    }
    setenv(Self.keyVariable, Self.key, 1)
    try TemporaryFolder.with { folder in
      for address in ["nonsense", "http://example.com", "http://user:secret@127.0.0.1"] {
        let place = folder.appendingPathComponent("run")
        #expect(throws: UserError.self) {
          try RunExecution.begin(Self.configuration(model, address), at: place, workers: 1)
        }
        #expect(!FileManager.default.fileExists(atPath: place.path))
      }
    }
  }
}
