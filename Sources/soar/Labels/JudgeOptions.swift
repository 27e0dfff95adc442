import ArgumentParser
import Diagnostics
import Experiments
import Foundation
import HTTP
import QuestionAnalysis

/// The options of `soar classify` for labels by a language model.
struct JudgeOptions: ParsableArguments {
  /// Protocols that a judge may speak.
  enum Judge: String, ExpressibleByArgument, CaseIterable {
    case openai
  }

  static let defaultKey = "OPENAI_API_KEY"

  @Option(
    help: """
      For a run: ask a language model instead, over this protocol: openai, the chat completions of \
      OpenAI, vLLM, llama.cpp and others.
      """)
  var judge: Judge?

  @Option(
    help: ArgumentHelp(
      "The judge's server: the URL before /chat/completions, such as http://127.0.0.1:8000/v1.",
      valueName: "url"))
  var url: String?

  @Option(help: ArgumentHelp("The server's name of the judging model.", valueName: "name"))
  var model: String?

  @Option(
    help: ArgumentHelp(
      """
      The environment variable with the server's key; OPENAI_API_KEY by default, which may be \
      unset for servers without keys.
      """, valueName: "name"))
  var keyFrom: String?

  @Option(
    help: ArgumentHelp(
      "A file with the judge's prompt; --print-prompt prints the built-in one.", valueName: "file"),
    completion: .file())
  var prompt: String?

  @Option(
    help: ArgumentHelp("Times to ask each question; the majority decides.", valueName: "count"))
  var votes = 1

  @Option(
    help: ArgumentHelp(
      "The judge's sampling temperature; by default 0 for one vote and 1 for several.",
      valueName: "number"))
  var temperature: Double?

  @Option(help: ArgumentHelp("Longest reply of the judge, in tokens.", valueName: "count"))
  var maxTokens = 1024

  @Option(help: ArgumentHelp("Questions in flight at once.", valueName: "count"))
  var concurrency = 8

  @Option(
    help: ArgumentHelp(
      "Judge at most this many distinct questions, in a fixed random order.",
      valueName: "count"))
  var limit: Int?

  @Flag(help: "Print the built-in prompt of the judge, and end.")
  var printPrompt = false

  func validate() throws {
    if !(1...1024).contains(concurrency) {
      throw ValidationError("--concurrency takes a number from 1 to 1024.")
    }
    if let limit, limit < 1 { throw ValidationError("--limit takes a positive number.") }
    guard judge != nil else {
      if url != nil || model != nil || prompt != nil || keyFrom != nil || limit != nil {
        throw ValidationError(
          "--url, --model, --prompt, --key-from and --limit need --judge openai.")
      }
      return
    }
    if url == nil { throw ValidationError("--judge needs the server's --url.") }
    if model == nil { throw ValidationError("--judge needs the server's name of its --model.") }
  }

  /// Asks the judge what it was not asked yet about a run's questions.
  func ask(about folder: String) async throws -> JudgingReport {
    guard let url, let model else { throw UserError(.usage, "--judge needs --url and --model") }
    let settings = try JudgeSettings(
      model: model,
      prompt: prompt.map { try JudgePrompt(contentsOf: URL(fileURLWithPath: $0)) } ?? .standard,
      votes: votes, temperature: temperature, maximumTokens: maxTokens)
    let key = try key()
    let transport = try URLSessionTransport(
      base: url, key: key, maximumBytes: JudgeClient.responseLimit, connections: concurrency)
    var judging = try RunJudging(folder: folder, settings: settings, url: url)
    let progress = ProgressReporter(quiet: false)
    let client: JudgeClient
    do {
      client = try await JudgeClient(
        settings, transport: transport, redacting: { key?.redacting($0) ?? $0 })
    } catch let failure as JudgeFailure {
      throw failure.userError
    }
    try await judging.ask(client, limit: limit, concurrency: concurrency, progress: progress)
    return judging.report
  }

  private func key() throws -> APIKey? {
    let environment = ProcessInfo.processInfo.environment
    if keyFrom == nil && (environment[Self.defaultKey] ?? "").isEmpty { return nil }
    return try APIKey(environmentVariable: keyFrom ?? Self.defaultKey)
  }
}
