import Diagnostics
import LanguageModel
import TextTasks

/// Where models live and train.
public struct EngineConfiguration: Sendable, Codable, Equatable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// In this process.
    case local
    /// On a server that speaks the Tinker REST API, for text problems. `model.folder` then needs only
    /// `tokenizer.json` and `config.json`.
    case tinker
  }

  public var kind = Kind.local
  /// The server's address, without `/api/v1`, such as `http://127.0.0.1:8000`.
  public var url = ""
  /// Name of the environment variable with the server's key; a local server takes any value.
  public var keyFrom = "TINKER_API_KEY"
  /// The model's name on the server.
  public var baseModel = ""
  /// Rank of the adapters (LoRA) that are trained.
  public var loraRank = 32
  /// Most adapters on the server at once: the teacher's and its students'. Further students queue.
  public var maximumTrainers = 4

  public init() {}
}

extension RunConfiguration {
  /// Checks the engine, and what it cannot do of the rest.
  ///
  /// - Throws: ``UserError`` with the key path of the first defect.
  func validateEngine() throws {
    guard engine.kind == .tinker else { return }
    func require(
      _ condition: Bool, _ place: String, _ message: String, _ hint: String? = nil
    ) throws {
      guard condition else {
        throw UserError(.configuration, place: place, message, hint: hint)
      }
    }
    try require(
      task.kind == .text, "engine.kind",
      "is tinker, but the embedded world's model is pretrained in this process",
      "set task.kind: text, or engine.kind: local")
    for (key, value) in [
      ("url", engine.url), ("baseModel", engine.baseModel), ("keyFrom", engine.keyFrom),
    ] {
      try require(!value.isEmpty, "engine.\(key)", "is empty, but a Tinker server needs it")
    }
    try require(
      1...1024 ~= engine.loraRank, "engine.loraRank",
      "is \(engine.loraRank), but must lie between 1 and 1024")
    try require(
      2...1024 ~= engine.maximumTrainers, "engine.maximumTrainers",
      "is \(engine.maximumTrainers), but must lie between 2 and 1024",
      "one is the teacher's, the others are students'")
    for (place, optimizer, temperature) in [
      ("student", student.optimizer, student.temperature),
      ("teacher", teacher.optimizer, teacher.temperature),
    ] {
      try require(
        optimizer.weightDecay == 0, "\(place).optimizer.weightDecay",
        "is \(optimizer.weightDecay), and a Tinker server would decay other models' adapters too",
        "set it to 0")
      try require(
        optimizer.clipNorm == 0, "\(place).optimizer.clipNorm",
        "is \(optimizer.clipNorm), and a Tinker server ignores it", "set it to 0")
      try require(
        temperature == 1, "\(place).temperature",
        "is \(temperature), but log-probabilities of a Tinker server are compared at 1")
    }
  }
}
