import Diagnostics
import Experiments
import Foundation
import LanguageModel
import ReinforcementLearning
import SelfPlay
import Subprocesses
import Tasks
import Tokenization
import Worlds

/// The same work in PyTorch, run by a Python script that answers line by line.
package struct PyTorchRival: Sendable {
  enum Form: String, CaseIterable, Sendable {
    case loop, trl
    case tunedTRL = "trl-tuned"
    case pretrained

    /// Those of the student step.
    static let steps: [Form] = [.loop, .trl, .tunedTRL]

    func title(_ versions: [String: String]) -> String {
      let trl = "TRL \(versions["trl"] ?? "?") RLOOTrainer"
      return switch self {
      case .loop: "PyTorch \(versions["torch"] ?? "?"), hand-written loop"
      case .trl: trl
      case .tunedTRL: "\(trl), no gradient checkpointing"
      case .pretrained:
        "transformers \(versions["transformers"] ?? "?"), PyTorch \(versions["torch"] ?? "?")"
      }
    }
  }

  /// One measured step of the script.
  struct Step: Decodable, Sendable {
    var seconds: Double
    var sampledTokens: Double
    var meanReward: Double

    enum CodingKeys: String, CodingKey {
      case seconds
      case sampledTokens = "sampled_tokens"
      case meanReward = "mean_reward"
    }
  }

  /// One piece of work with a pretrained model.
  struct Work: Decodable, Sendable {
    var seconds: Double
    var loss: Double?
  }

  let python: String
  let script: String

  /// - Parameter packages: what the script will import.
  /// - Throws: if the script or one of its packages is missing.
  package init(
    python: String, script: String, packages: [String] = ["torch", "transformers", "trl"]
  ) throws {
    self.python = python
    self.script = script
    guard FileManager.default.fileExists(atPath: script) else {
      throw UserError(
        .noInput, file: script, "there is no such file",
        hint: "run this in a clone of soar-lab, or name the file with --python-script")
    }
    var child = ChildProcess(
      Self.program(python), ["-c", "import \(packages.joined(separator: ", "))"])
    // Importing takes a minute from a slow disk.
    child.timeout = .seconds(600)
    let isThere = (try? child.runBlocking())?.isSuccess ?? false
    guard isThere else {
      throw UserError(
        .unavailable, place: "--against-pytorch",
        "\(python) cannot import \(packages.joined(separator: ", "))",
        hint: "\(python) -m pip install \(packages.joined(separator: " ")), "
          + "or name another --python")
    }
  }

  /// A name is looked up on the search path, a path is not.
  private static func program(_ python: String) -> ChildProcess.Program {
    python.contains("/") ? .at(URL(fileURLWithPath: python)) : .named(python)
  }

  /// A running script.
  struct Session {
    let versions: [String: String]
    fileprivate let call: [String]
    fileprivate let conversation: Conversation

    fileprivate init(_ conversation: Conversation, _ call: [String]) async throws {
      self.conversation = conversation
      self.call = call
      let first = try await Self.line(conversation, call)
      guard
        let ready = try? JSONSerialization.jsonObject(with: Data(first.utf8)) as? [String: Any],
        ready["ready"] as? Bool == true
      else { throw Self.failure("answered \(first.prefix(200))", call) }
      versions = ready.compactMapValues { $0 as? String }
    }

    func step(seed: Int) async throws -> Step { try await ask("step", seed: seed) }

    /// - Parameter name: `sample` or `train`.
    func work(_ name: String, seed: Int) async throws -> Work { try await ask(name, seed: seed) }

    private func ask<Answer: Decodable>(_ name: String, seed: Int) async throws -> Answer {
      try await conversation.send("\(name) \(seed)")
      let text = try await Self.line(conversation, call)
      do {
        return try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
      } catch {
        throw Self.failure("answered \(text.prefix(200))", call)
      }
    }

    private static func line(_ conversation: Conversation, _ call: [String]) async throws -> String
    {
      guard let line = try await conversation.nextLine() else { throw failure("ended early", call) }
      return line
    }

    private static func failure(_ what: String, _ call: [String]) -> UserError {
      UserError(
        .unavailable, file: call[1], what,
        hint: "run it by hand to see why: \(call.joined(separator: " "))")
    }
  }

  /// Runs the script for the duration of `body`.
  func session<Result: Sendable>(
    _ form: Form, workload: URL, threads: Int, _ body: (Session) async throws -> Result
  ) async throws -> Result {
    let arguments = [
      script, "--workload", workload.path, "--form", form.rawValue, "--threads", "\(threads)",
    ]
    return try await ChildProcess(Self.program(python), arguments).converse { conversation in
      try await body(Session(conversation, [python] + arguments))
    }
  }
}

/// The script's input: the model as a Hugging Face folder, and the step's settings.
struct PyTorchWorkload: Encodable {
  struct Question: Encodable {
    var prompt: [Int32]
    var answer: [Int32]
  }
  struct Optimizer: Encodable {
    var beta1, beta2, epsilon, weightDecay, clipNorm: Double
  }
  var questions: [Question]
  var groupSize: Int
  var maximumTokens: Int
  var stopTokens: [Int32]
  var padToken = Vocabulary.padding
  var endToken = Vocabulary.end
  var quitToken = Lexicon.quit
  var boxToken = Lexicon.box
  var digitTokens: [Int32]
  var temperature: Double
  var klCoefficient: Double
  var learningRate: Double
  var adamw: Optimizer
  var rewards: [String: Double]
  private let model: Transformer
  private let tokens: [String]

  private enum CodingKeys: String, CodingKey {
    case questions, groupSize, maximumTokens, stopTokens, padToken, endToken, quitToken, boxToken
    case digitTokens, temperature, klCoefficient, learningRate, adamw, rewards
  }

  init(_ subject: BenchSubject.Prepared, _ questions: [TrainingQuestion], groupSize: Int) {
    let (world, student) = (subject.world, subject.configuration.student)
    self.questions = questions.map {
      Question(
        prompt: world.studentPrompt(for: $0.question),
        answer: world.vocabulary.encode($0.answer) ?? [])
    }
    self.groupSize = groupSize
    maximumTokens = world.maximumResponseLength
    stopTokens = world.stopTokens
    digitTokens = Array(world.lexicon.digits)
    temperature = student.temperature
    klCoefficient = student.klCoefficient
    learningRate = student.learningRate
    adamw = Optimizer(
      beta1: student.optimizer.beta1, beta2: student.optimizer.beta2,
      epsilon: student.optimizer.epsilon, weightDecay: student.optimizer.weightDecay,
      clipNorm: student.optimizer.clipNorm)
    rewards = Dictionary(
      uniqueKeysWithValues: ResponseGrade.allCases.map { ($0.rawValue, student.reward($0)) })
    model = subject.base
    tokens = world.vocabulary.tokens
  }

  func write(to folder: URL) throws {
    try AtomicFile.createFolder(folder)
    try ModelFolder.save(
      model, tokens: tokens, specialTokens: .embeddedWorld,
      to: folder.appendingPathComponent("model"))
    try AtomicFile.write(
      try JSONEncoder().encode(self), to: folder.appendingPathComponent("workload.json"))
  }
}
