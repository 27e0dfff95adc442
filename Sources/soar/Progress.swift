import Foundation
import Synchronization

/// What a long command tells its user, on stderr: on a terminal one line that is rewritten, with
/// stage, step, rate and time left; elsewhere plain lines, at most one in ten seconds and one at
/// each stage's end. Plain lines also go to a log file, with the time. Safe from any thread.
final class Progress: Sendable {
  private struct State {
    var stage = ""
    var total = 0
    var done = 0
    var detail = ""
    var began = ContinuousClock.now
    /// Steps done when the stage began or was resumed; the rate counts from here.
    var firstDone: Int?
    var lastPlain = ContinuousClock.now
    var lineIsOpen = false
    var log: FileHandle?
  }

  private let state = Mutex(State())
  private let quiet: Bool
  private let isTerminal: Bool

  init(quiet: Bool) {
    self.quiet = quiet
    isTerminal =
      isatty(2) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Also writes plain lines to this file, after what it holds.
  func log(to url: URL) {
    if !FileManager.default.fileExists(atPath: url.path) {
      _ = FileManager.default.createFile(atPath: url.path, contents: nil)
    }
    let handle = try? FileHandle(forWritingTo: url)
    _ = try? handle?.seekToEnd()
    state.withLock { $0.log = handle }
  }

  func begin(stage: String, total: Int) {
    state.withLock { state in
      state.stage = stage
      state.total = total
      state.done = 0
      state.detail = ""
      state.began = .now
      state.firstDone = nil
      state.lastPlain = .now
      show(&state)
    }
  }

  /// - Parameter detail: what to show beside the count, such as the last reward; empty keeps the
  ///   one before.
  func update(_ done: Int, detail: String) {
    state.withLock { state in
      if state.firstDone == nil { state.firstDone = min(done, done > 1 ? done : 0) }
      state.done = done
      if !detail.isEmpty { state.detail = detail }
      show(&state)
      let isDue = ContinuousClock.now - state.lastPlain >= .seconds(10)
      if isDue {
        state.lastPlain = .now
        plain(line(state), &state, onTerminal: false)
      } else {
        write(line(state), to: state.log)
      }
    }
  }

  /// Ends the stage with what came of it.
  func end(_ summary: String) {
    state.withLock { state in
      let seconds = (ContinuousClock.now - state.began) / .seconds(1)
      let tail = summary.isEmpty ? "" : ": \(summary)"
      plain("\(state.stage): done in \(Self.duration(seconds))\(tail)", &state)
      state.stage = ""
    }
  }

  /// A line that stays.
  func note(_ text: String) {
    state.withLock { state in
      plain(text, &state)
      if !state.stage.isEmpty { show(&state) }
    }
  }

  private func line(_ state: State) -> String {
    var text = "\(state.stage): \(state.done)/\(state.total)"
    let seconds = (ContinuousClock.now - state.began) / .seconds(1)
    let steps = Double(state.done - (state.firstDone ?? 0))
    if steps > 0 && seconds > 1 && state.done < state.total {
      let rate = steps / seconds
      let left = Double(state.total - state.done) / rate
      text += rate >= 1 ? ", \(rate.fixed(1))/s" : ", \((1 / rate).fixed(1)) s each"
      text += ", \(Self.duration(left)) left"
    }
    return state.detail.isEmpty ? text : "\(text), \(state.detail)"
  }

  private func show(_ state: inout State) {
    guard isTerminal && !quiet else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(line(state))".utf8))
    state.lineIsOpen = true
  }

  private func plain(_ text: String, _ state: inout State, onTerminal: Bool = true) {
    write(text, to: state.log)
    guard !quiet && (onTerminal || !isTerminal) else { return }
    let clear = state.lineIsOpen ? "\r\u{1B}[K" : ""
    state.lineIsOpen = false
    FileHandle.standardError.write(Data("\(clear)\(text)\n".utf8))
  }

  private func write(_ text: String, to log: FileHandle?) {
    guard let log else { return }
    let time = Date().formatted(.iso8601)
    try? log.write(contentsOf: Data("\(time) \(text)\n".utf8))
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(max(0, seconds).rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
