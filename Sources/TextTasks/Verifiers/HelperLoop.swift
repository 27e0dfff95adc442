import Diagnostics
import Foundation
import Subprocesses

/// Pairs to compare by the helper process, and what is known of them so far.
struct HelperJob: Sendable {
  struct Results: Sendable {
    var comparisons: [AnswerComparison] = []
    var restarts = 0
  }

  let pairs: [AnswerPair]
  let reply: CheckedContinuation<Results, any Error>
  var results = Results()
  /// Whether the next pair failed already, in a process that had compared others before.
  var isSecondTry = false
}

/// Runs the helper process and starts it again after a hang or a crash. Works on one job after the
/// other, until there are no more.
struct HelperLoop {
  let python: String
  let secondsPerAnswer: Double
  /// Receives what the process says of itself, each time it starts.
  let onReady: @Sendable (String) -> Void

  /// Longest time until the process says that it is ready: it imports SymPy, from a cold disk.
  private static let startLimit = Duration.seconds(120)
  /// Bytes of one line to the process. Smaller than a pipe, so that writing to a process that does not
  /// read cannot block.
  private static let lineLimit = 32_768
  private static let pairsPerLine = 64
  /// Longest line from the process that is looked at.
  private static let answerLimit = 1_000

  /// The process's own limits come first: see ``HelperScript``.
  private var answerLimit: Duration { .seconds(4 * secondsPerAnswer + 2) }

  func run(_ jobs: AsyncStream<HelperJob>) async {
    // A process that ends while it is written to is a crash to deal with, not a signal to die of.
    signal(SIGPIPE, SIG_IGN)
    var iterator = jobs.makeAsyncIterator()
    var waiting = await iterator.next()
    while waiting != nil {
      do {
        try await child.converse { conversation in
          onReady(try await greeting(conversation))
          var compared = 0
          while var job = waiting {
            let isDone = await work(on: &job, conversation, compared: &compared)
            waiting = job
            guard isDone else { return }
            job.reply.resume(returning: job.results)
            waiting = nil
            waiting = await iterator.next()
          }
        }
      } catch {
        guard let job = waiting else { return }
        job.reply.resume(throwing: explained(error))
        waiting = await iterator.next()
      }
    }
  }

  private var child: ChildProcess {
    var child = ChildProcess(
      python.contains("/") ? .at(URL(fileURLWithPath: python)) : .named(python),
      ["-c", HelperScript.text])
    // Sets of symbols in the same order each time.
    child.environment = ["PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8"]
    return child
  }

  /// - Returns: false if the process must be started again.
  private func work(
    on job: inout HelperJob, _ conversation: Conversation, compared: inout Int
  ) async -> Bool {
    while job.results.comparisons.count < job.pairs.count {
      let first = job.results.comparisons.count
      let (line, count) = request(job.pairs[first...], id: first)
      let isSent = (try? await conversation.send(line)) != nil
      for index in 0..<count {
        let began = ContinuousClock.now
        if isSent, let comparison = await answer(conversation, id: first, index: index) {
          job.results.comparisons.append(comparison)
          job.isSecondTry = false
          compared += 1
          continue
        }
        // A process that compared others before may have failed of their remains: the pair gets
        // one more try in a fresh one.
        if compared == 0 || job.isSecondTry {
          let isSlow = ContinuousClock.now - began >= .seconds(secondsPerAnswer)
          job.results.comparisons.append(isSlow ? .timedOut : .failed)
          job.isSecondTry = false
        } else {
          job.isSecondTry = true
        }
        job.results.restarts += 1
        return false
      }
    }
    return true
  }

  /// The line that asks for as many pairs as fit, at least one.
  private func request(_ pairs: ArraySlice<AnswerPair>, id: Int) -> (line: String, count: Int) {
    var items: [JSONValue] = []
    var size = 0
    for pair in pairs.prefix(Self.pairsPerLine) {
      let item = JSONValue.array([.string(pair.reference), .string(pair.answer)])
      size += item.text(indented: false).utf8.count
      if size > Self.lineLimit, !items.isEmpty { break }
      items.append(item)
    }
    let document = JSONValue.object([
      .init("id", .integer(id)), .init("seconds", .real(secondsPerAnswer)),
      .init("pairs", .array(items)),
    ])
    return (document.text(indented: false), items.count)
  }

  /// Nil if the process ended, took too long or says something else.
  private func answer(
    _ conversation: Conversation, id: Int, index: Int
  ) async -> AnswerComparison? {
    guard let line = try? await conversation.nextLine(within: answerLimit),
      let answer = Self.json(line), answer["id"]?.integer == id, answer["index"]?.integer == index,
      let result = answer["result"]?.string
    else { return nil }
    return AnswerComparison(rawValue: result)
  }

  private static func json(_ line: String) -> JSONValue? {
    line.utf8.count <= answerLimit ? try? JSONParser.parse(Array(line.utf8)) : nil
  }
}

// MARK: - The start

extension HelperLoop {

  private func greeting(_ conversation: Conversation) async throws -> String {
    let line = try await conversation.nextLine(within: Self.startLimit)
    let greeting = line.flatMap(Self.json)
    if let ready = greeting?["ready"]?.string { return ready }
    if let missing = greeting?["missing"]?.string {
      let name = missing == "math_verify" ? "math-verify" : missing
      throw UserError(
        .unavailable, place: Self.place, "'\(python)' lacks the Python package \(name.shortened())",
        hint: "install it: \(installation)")
    }
    throw UserError(
      .unavailable, place: Self.place, "'\(python)' does not run the helper of math-verify",
      hint: "see why: \(python.shellWord) -c 'import math_verify'")
  }

  private static let place = "task.verifier.python"

  private var installation: String {
    "\(python.shellWord) -m pip install 'math-verify[antlr4_13_2]'"
  }

  private func explained(_ error: any Error) -> any Error {
    guard let error = error as? UserError, error.status == .osError else { return error }
    return UserError(
      .unavailable, place: Self.place, "there is no program '\(python)' that can be run",
      hint: "install Python 3.9 or newer and then \(installation)")
  }
}
