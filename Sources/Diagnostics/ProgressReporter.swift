public import Foundation
import Synchronization

/// Output of a ``ProgressReporter``.
public protocol ProgressDisplay: Sendable {
  /// Whether lines can be rewritten, as on a terminal.
  var isLive: Bool { get }
  /// Replaces the line written by the previous ``show(_:)``.
  func show(_ line: String)
  /// Removes the line written by ``show(_:)``.
  func clear()
  /// Adds a permanent line.
  func print(_ line: String)
}

/// Progress of a long computation in stages. A live display shows one rewritten line with stage,
/// step, rate and time left; other displays get plain lines, at most one per ten seconds plus one
/// at each stage's end. Plain lines also go to a log file with timestamps. Safe from any thread.
public final class ProgressReporter: Sendable {
  private struct State {
    var stage = ""
    var total = 0
    var done = 0
    var detail = ""
    var began = ContinuousClock.now
    /// Steps finished in an earlier run: the count reported within 100 ms of the stage's start.
    var doneBefore: Int?
    var lastShown = ContinuousClock.now
    var lastPlain = ContinuousClock.now
    var lastLogged = ContinuousClock.now
    var lineIsOpen = false
    /// Time left of all stages together, in words.
    var whole: String?
    var log: FileHandle?
  }

  private let state = Mutex(State())
  private let display: (any ProgressDisplay)?

  /// - Parameter display: nil shows nothing; a log is written anyway.
  public init(on display: (any ProgressDisplay)? = nil) { self.display = display }

  private var isTerminal: Bool { display?.isLive ?? false }

  /// Also appends plain lines to this file. Skips a log that cannot be written: the store is the
  /// record.
  public func log(to url: URL) {
    if !FileManager.default.fileExists(atPath: url.path) {
      _ = FileManager.default.createFile(atPath: url.path, contents: nil)
    }
    let handle = try? FileHandle(forWritingTo: url)
    _ = try? handle?.seekToEnd()
    state.withLock { $0.log = handle }
  }

  /// Shows on the display, beside each stage's time left, that of all stages together.
  public func expect(_ whole: String?) {
    state.withLock { state in
      guard state.whole != whole else { return }
      state.whole = whole
      if !state.stage.isEmpty { show(&state) }
    }
  }

  /// - Parameter total: number of steps; 0 for a stage without a step count.
  public func begin(stage: String, total: Int) {
    state.withLock { state in
      state.stage = stage
      state.total = total
      state.done = 0
      state.detail = ""
      state.began = .now
      state.doneBefore = nil
      state.lastPlain = .now
      state.lastLogged = .now
      write("\(stage): begins", to: state.log)
      show(&state)
    }
  }

  /// - Parameter detail: shown beside the count, such as the last reward; empty keeps the previous
  ///   detail.
  public func update(_ done: Int, detail: String) {
    state.withLock { state in
      guard !state.stage.isEmpty else { return }
      let now = ContinuousClock.now
      if state.doneBefore == nil {
        state.doneBefore = now - state.began < .milliseconds(100) ? done : 0
      }
      state.done = done
      if !detail.isEmpty { state.detail = detail.escapingControlCharacters }
      if now - state.lastLogged >= .seconds(1) {
        state.lastLogged = now
        write(line(state), to: state.log)
      }
      if isTerminal {
        if now - state.lastShown >= .milliseconds(50) || done >= state.total { show(&state) }
      } else if now - state.lastPlain >= .seconds(10) {
        state.lastPlain = now
        plain(line(state, whole: state.whole), &state)
      }
    }
  }

  /// Ends the open stage, if any, and reports its result.
  public func end(_ summary: String) {
    state.withLock { state in
      guard !state.stage.isEmpty else { return }
      let seconds = (ContinuousClock.now - state.began) / .seconds(1)
      let tail = summary.isEmpty ? "" : ": \(summary.escapingControlCharacters)"
      let text = "\(state.stage): done in \(Self.duration(seconds))\(tail)"
      write(text, to: state.log)
      plain(text, &state)
      state.stage = ""
    }
  }

  /// Ends the open stage, if any, silently.
  public func close() {
    state.withLock { state in
      if state.lineIsOpen { display?.clear() }
      state.lineIsOpen = false
      state.stage = ""
    }
  }

  /// Prints a permanent line.
  public func note(_ text: String) {
    state.withLock { state in
      write(text.escapingControlCharacters, to: state.log)
      plain(text.escapingControlCharacters, &state)
      if !state.stage.isEmpty { show(&state) }
    }
  }

  /// - Parameter whole: for a display; the log has the stage alone.
  private func line(_ state: State, whole: String? = nil) -> String {
    let whole = whole.map { " (whole run: \($0))" } ?? ""
    guard state.total > 0 else { return "\(state.stage) ...\(whole)" }
    var text = "\(state.stage): \(state.done)/\(state.total)"
    let seconds = (ContinuousClock.now - state.began) / .seconds(1)
    let steps = Double(state.done - (state.doneBefore ?? 0))
    if steps > 0 && seconds > 1 && state.done < state.total {
      let rate = steps / seconds
      let left = Double(state.total - state.done) / rate
      text += rate >= 1 ? ", \(rate.fixed(1))/s" : ", \((1 / rate).fixed(1)) s each"
      text += ", \(Self.duration(left)) left"
    }
    text += whole
    return state.detail.isEmpty ? text : "\(text), \(state.detail)"
  }

  /// Rewrites the line on the display.
  private func show(_ state: inout State) {
    guard isTerminal else { return }
    state.lastShown = .now
    state.lineIsOpen = true
    display?.show(line(state, whole: state.whole))
  }

  private func plain(_ text: String, _ state: inout State) {
    guard let display else { return }
    if state.lineIsOpen { display.clear() }
    state.lineIsOpen = false
    display.print(text)
  }

  private func write(_ text: String, to log: FileHandle?) {
    guard let log else { return }
    let time = Date().formatted(.iso8601)
    try? log.write(contentsOf: Data("\(time) \(text)\n".utf8))
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(max(0, min(seconds, 1e9)).rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
