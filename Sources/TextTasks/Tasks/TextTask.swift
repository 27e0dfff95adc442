public import Diagnostics
import Foundation
public import Tasks
public import Tokenization

/// A task whose answers a ``Verifier`` compares.
public protocol VerifiedTask: ProblemTask {
  var verifier: any Verifier { get }
}

/// Makes the task of a configuration whose `task.kind` is `text`.
public enum TextTask {
  /// What a task must know of the model that reads and writes its text.
  public struct Model: Sendable {
    public var tokenizer: any Tokenizer
    /// Ids that end a response, such as that of `<|im_end|>`.
    public var endTokens: [Int32]
    /// Most tokens that the model takes, prompt and response together.
    public var contextLength: Int

    public init(tokenizer: any Tokenizer, endTokens: [Int32], contextLength: Int) {
      self.tokenizer = tokenizer
      self.endTokens = endTokens
      self.contextLength = contextLength
    }
  }

  public static let name = "text"

  /// The task, with the capabilities that its problems allow: ``EasierProblems`` if a file has easier
  /// levels; that, ``AnswerOracle``, ``QuestionValidator``, ``QuestionDesigner`` and ``ExactLabels``
  /// for the built-in arithmetic (designs' lengths are levels); and ``TwoTurnTeaching`` if
  /// `task.format.document` is a pattern, which tells where a question ends.
  ///
  /// With math-verify every reference of a file is read once, which takes milliseconds each.
  ///
  /// - Throws: ``UserError`` for a configuration or a problem file with a defect, or if the verifier's
  ///   program is missing.
  public static func make(
    _ configuration: TaskConfiguration, tokenizer: any Tokenizer, endTokens: [Int32],
    contextLength: Int
  ) async throws -> any VerifiedTask {
    try configuration.validate()
    let core = try TextTaskCore(
      configuration,
      model: Model(tokenizer: tokenizer, endTokens: endTokens, contextLength: contextLength),
      verifier: try await configuration.verifier.makeVerifier())
    guard !configuration.file.isEmpty else {
      let arithmetic = Arithmetic(
        configuration.arithmetic, verifier: configuration.verifier, format: configuration.format)
      try core.checkPrompts(of: arithmetic)
      return core.twoTurns == nil
        ? ArithmeticTask(core: core, arithmetic: arithmetic)
        : TwoTurnArithmeticTask(core: core, arithmetic: arithmetic)
    }
    let (file, findings) = try ProblemFile.read(URL(fileURLWithPath: configuration.file))
    if let first = findings.first { throw first }
    let check = ProblemFileCheck(
      configuration: configuration, format: core.format, verifier: core.verifier)
    if let first = try await check.findings(in: file).first { throw first }
    let problems = FileProblems(file, configuration)
    if problems.easier.isEmpty {
      return core.twoTurns == nil
        ? FileTask(core: core, problems: problems)
        : TwoTurnFileTask(core: core, problems: problems)
    }
    return core.twoTurns == nil
      ? LevelledFileTask(core: core, problems: problems)
      : TwoTurnLevelledFileTask(core: core, problems: problems)
  }

  /// Checks a problem file and collects everything that is wrong with it, in the order of its lines.
  ///
  /// - Parameters:
  ///   - configuration: with the file's path in `file`.
  ///   - model: nil leaves out the checks of prompts.
  /// - Throws: ``UserError`` for a file that cannot be read at all, a configuration with a defect, or
  ///   a missing program of the verifier.
  public static func check(
    _ configuration: TaskConfiguration, model: Model? = nil
  ) async throws -> ProblemFileReport {
    try configuration.validate()
    let verifier = try await configuration.verifier.makeVerifier()
    let (file, findings) = try ProblemFile.read(URL(fileURLWithPath: configuration.file))
    let check = ProblemFileCheck(
      configuration: configuration,
      format: try model.map { try TextFormat(configuration.format, model: $0) }, verifier: verifier)
    let problems = FileProblems(file, configuration)
    let others = try await check.findings(in: file)
    return ProblemFileReport(
      file: file, hardProblems: problems.hard.count, easierProblems: problems.easier.count,
      findings: findings + others)
  }
}

/// What a check of a problem file found.
public struct ProblemFileReport: Sendable {
  /// The problems of all lines that can be read.
  public var file: ProblemFile
  /// Problems that the hard set can be screened from.
  public var hardProblems: Int
  /// Problems of the easier levels.
  public var easierProblems: Int
  /// All defects: those of single lines, then those that need other lines or the configuration.
  public var findings: [UserError]
}
