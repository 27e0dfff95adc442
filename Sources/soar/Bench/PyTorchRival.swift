import Diagnostics
import Foundation
import LanguageModel
import ReinforcementLearning
import SelfPlay
import Tokenization
import Worlds

/// The student step in PyTorch, run by a Python script that answers line by line.
struct PyTorchRival: Sendable {
  enum Form: String, CaseIterable, Sendable {
    case loop, trl
    case tunedTRL = "trl-tuned"

    func title(_ versions: [String: String]) -> String {
      let trl = "TRL \(versions["trl"] ?? "?") RLOOTrainer"
      return switch self {
      case .loop: "PyTorch \(versions["torch"] ?? "?"), hand-written loop"
      case .trl: trl
      case .tunedTRL: "\(trl), no gradient checkpointing"
      }
    }
  }

  /// One measured step of the script.
  struct Step: Decodable {
    var seconds: Double
    var sampledTokens: Double
    var meanReward: Double

    enum CodingKeys: String, CodingKey {
      case seconds
      case sampledTokens = "sampled_tokens"
      case meanReward = "mean_reward"
    }
  }

  let python: String
  let script: String

  /// - Throws: when the script or one of its packages is missing.
  init(python: String, script: String) throws {
    self.python = python
    self.script = script
    guard FileManager.default.fileExists(atPath: script) else {
      throw UserError(
        .noInput, file: script, "there is no such file",
        hint: "run this in a clone of soar-lab, or name the file with --python-script")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python, "-c", "import torch, transformers, trl"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    var isThere = false
    if (try? process.run()) != nil {
      process.waitUntilExit()
      isThere = process.terminationStatus == 0
    }
    guard isThere else {
      throw UserError(
        .unavailable, place: "--against-pytorch",
        "\(python) cannot import torch, transformers and trl",
        hint: "\(python) -m pip install torch transformers trl, or name another --python")
    }
  }

  /// A running script.
  final class Session {
    private(set) var versions: [String: String] = [:]
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var buffer = Data()

    fileprivate init(_ rival: PyTorchRival, _ form: Form, workload: URL, threads: Int) throws {
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = [
        rival.python, rival.script, "--workload", workload.path, "--form", form.rawValue,
        "--threads", "\(threads)",
      ]
      process.standardInput = input
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      let first = try line()
      guard
        let ready = try? JSONSerialization.jsonObject(with: first) as? [String: Any],
        ready["ready"] as? Bool == true
      else {
        process.terminate()
        throw failure("answered \(String(decoding: first.prefix(200), as: UTF8.self))")
      }
      versions = ready.compactMapValues { $0 as? String }
    }

    func step(seed: Int) throws -> Step {
      try input.fileHandleForWriting.write(contentsOf: Data("step \(seed)\n".utf8))
      let text = try line()
      do {
        return try JSONDecoder().decode(Step.self, from: text)
      } catch {
        throw failure("answered \(String(decoding: text.prefix(200), as: UTF8.self))")
      }
    }

    func end() {
      try? input.fileHandleForWriting.close()
      process.terminate()
      process.waitUntilExit()
    }

    private func line() throws -> Data {
      while true {
        if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
          let line = buffer[..<end]
          buffer = Data(buffer[(end + 1)...])
          return Data(line)
        }
        let part = output.fileHandleForReading.availableData
        guard !part.isEmpty else { throw failure("ended early") }
        buffer += part
      }
    }

    private func failure(_ what: String) -> UserError {
      UserError(
        .unavailable, file: process.arguments?.dropFirst().first, what,
        hint: "run it by hand to see why: \((process.arguments ?? []).joined(separator: " "))")
    }
  }

  func start(_ form: Form, workload: URL, threads: Int) throws -> Session {
    try Session(self, form, workload: workload, threads: threads)
  }
}

/// What the script reads: the model as a Hugging Face folder, and the step's settings.
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
      Question(prompt: world.studentPrompt(for: $0.question), answer: $0.answer)
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
