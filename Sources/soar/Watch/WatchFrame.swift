import Diagnostics
import Experiments
import Foundation
import SelfPlay

/// A snapshot as lines for a terminal. Names and questions are untrusted text: they pass through
/// `forTerminal`.
struct WatchFrame {
  let snapshot: RunSnapshot
  var columns = 80
  var unicode = true
  var color = false

  var lines: [String] {
    var lines = [head]
    guard snapshot.started != nil else {
      return lines + ["", "no run has begun here yet; waiting for one"]
    }
    lines += [progress, stage, remaining].compactMap { $0 }
    lines += loop
    if let measured { lines += ["", measured] }
    if !snapshot.questions.isEmpty { lines += ["", "last questions"] + questions }
    if !snapshot.events.isEmpty { lines += ["", "last events"] + events }
    if let advice { lines += ["", advice] }
    return lines
  }

  private func cut(_ text: String) -> String { text.forTerminal(columns) }

  /// The state comes first, so it can be coloured without being cut.
  private var head: String {
    let state = snapshot.state.rawValue
    let facts = [
      snapshot.folder, snapshot.preset.map { "preset \($0)" },
      snapshot.seeds.isEmpty
        ? nil : "seeds \(snapshot.seeds.map(String.init).joined(separator: ", "))",
      snapshot.started.map { "since \($0.formatted(.iso8601))" },
    ]
    let rest = facts.compactMap { $0 }.joined(separator: "  ").forTerminal(
      max(10, columns - state.count - 2))
    return "\(painted(state))  \(rest)"
  }

  private func painted(_ state: String) -> String {
    guard color else { return state }
    let code =
      switch snapshot.state {
      case .running, .finished: 32
      case .waiting, .unknown, .stalled, .interrupted: 33
      case .killed, .failed: 31
      }
    return "\u{1B}[\(code)m\(state)\u{1B}[0m"
  }

  private var progress: String {
    let steps = snapshot.outerStepsWanted.map { "/\($0)" } ?? ""
    let arms = snapshot.armsWanted.map { "/\($0)" } ?? ""
    return cut(
      "run       \(snapshot.outerSteps)\(steps) outer steps, \(snapshot.arms)\(arms) students of arms"
    )
  }

  private var stage: String? {
    guard let stage = snapshot.stage else { return nil }
    guard stage.total > 0 else { return cut("stage     \(stage.name): begins") }
    // The time left stays: the bar gives way first, then the end of the detail, then the name.
    let timing =
      stage.detail.range(of: " left").map { left in
        // One more, for the sign of a cut.
        min(stage.detail.count, stage.detail[..<left.upperBound].count + 1)
      } ?? 0
    let count = ": \(stage.done)/\(stage.total) "
    let lead = "stage     "
    let name = stage.name.forTerminal(max(8, columns - lead.count - count.count - timing))
    let room = columns - lead.count - name.count - count.count - stage.detail.count
    return cut(lead + name + count + Self.bar(stage, width: min(20, room - 3)) + stage.detail)
  }

  /// With a space behind it; empty where there is no room for one that shows anything.
  private static func bar(_ stage: LogLine.Stage, width: Int) -> String {
    guard width >= 5 else { return "" }
    let filled = min(width, width * min(stage.done, stage.total) / stage.total)
    return "[" + String(repeating: "#", count: filled)
      + String(repeating: "-", count: width - filled) + "] "
  }

  private var remaining: String? {
    guard let remaining = snapshot.remaining else { return nil }
    guard remaining.seconds > 0 || remaining.unmeasured == 0 else {
      return "left      \(remaining.unmeasured) loops or students, none measured yet"
    }
    if remaining.basis != nil, let words = remaining.words { return cut("left      \(words)") }
    let rest =
      remaining.unmeasured > 0
      ? "; \(remaining.unmeasured) loops or students not measured yet" : ""
    return cut(
      "left      \(remaining.unmeasured > 0 ? "at least " : "about ")"
        + Self.duration(remaining.seconds) + rest)
  }

  // MARK: The outer loop

  private var loop: [String] {
    guard let index = snapshot.latestLoop, snapshot.loops.indices.contains(index) else { return [] }
    let loop = snapshot.loops[index]
    let room = max(10, columns - 12)
    let rewards = loop.rewards.suffix(room).map { $0.value ?? .nan }
    let first = loop.steps - rewards.count
    var marks = rewards.indices.map { loop.promotions.contains(first + $0) ? "^" : " " }
    while marks.last == " " { marks.removeLast() }
    let steps = loop.stepsWanted.map { "/\($0)" } ?? ""
    let promotions =
      loop.promotions.isEmpty
      ? "no promotion"
      : "promoted at \(loop.promotions.suffix(8).map(String.init).joined(separator: ", "))"
        + (loop.promotions.count > 8 ? " (\(loop.promotions.count) in all)" : "")
    var lines = [
      "",
      cut("\(loop.teacher), seed \(loop.seed): \(loop.steps)\(steps) outer steps, \(promotions)"),
      "R_t       " + Sparkline.text(rewards, unicode: unicode),
    ]
    if !marks.isEmpty { lines.append("promoted  " + marks.joined()) }
    // A probability gains thousandths of a point where greedy decoding gains nothing.
    let digits = snapshot.rewardBy == .probability ? 3 : 1
    func shown(_ value: Double?) -> String {
      guard let value, value.isFinite else { return "-" }
      return loop.isGrounded ? (100 * value).fixed(digits) : value.fixed(3)
    }
    let finite = rewards.filter(\.isFinite)
    lines.append(
      cut(
        "          last \(shown(rewards.last)), average \(shown(loop.movingAverage.value)), "
          + "threshold \(shown(loop.threshold.value)), between \(shown(finite.min())) and "
          + "\(shown(finite.max()))\(loop.isGrounded ? " points" : "")"))
    if let accuracy = loop.baselineAccuracy.value {
      let percent = "\((100 * accuracy).fixed(digits))%"
      lines.append(
        snapshot.rewardBy == .probability
          ? "          hard-train probability of the answer \(percent)"
          : "          hard-train accuracy \(percent), greedy")
    }
    return lines
  }

  /// The arm's numbers on the last line of metrics.jsonl.
  private var measured: String? {
    let names = snapshot.metrics.keys.filter { $0.hasPrefix("arm/") }.sorted()
    guard let name = names.first, let end = name.lastIndex(of: "/") else { return nil }
    let arm = name[..<end].dropFirst(4)
    let values = names.compactMap { name -> String? in
      guard let value = snapshot.metrics[name], let key = name.split(separator: "/").last else {
        return nil
      }
      return "\(key.replacingOccurrences(of: "_", with: " ")) \((100 * value).fixed(1))%"
    }
    // Any program may have written there: ignore a seed that is not a whole number.
    let seed = snapshot.metrics["seed"].flatMap(Int.init(exactly:)).map { ", seed \($0)" } ?? ""
    return cut("last arm  \(arm)\(seed): \(values.joined(separator: ", "))")
  }

  // MARK: Questions, events

  private var questions: [String] {
    snapshot.questions.flatMap { question in
      let label =
        switch (question.isWellPosed, question.isCorrect) {
        case (false, _): "ill-posed"
        case (true, true): "right"
        case (true, false): "wrong"
        default: "no label"
        }
      let place =
        "\(question.teacher), seed \(question.seed)"
        + (question.step.map { ", step \($0)" } ?? "")
      return [
        "  \(question.question)".forTerminal(columns),
        "    = \(question.answer)  (\(label); \(place))".forTerminal(columns),
      ]
    }
  }

  private var events: [String] {
    snapshot.events.map { cut("  \($0.kind)  \($0.place): \($0.message)") }
  }

  private var advice: String? {
    let quiet = snapshot.quietSeconds.map(Self.duration) ?? "?"
    switch snapshot.state {
    case .killed:
      return cut(
        "no process has this run and nothing ended it: soar run --resume \(snapshot.folder.shellWord)"
      )
    case .interrupted: return cut("continue with soar run --resume \(snapshot.folder.shellWord)")
    case .stalled: return "nothing was written for \(quiet); the process is alive"
    case .unknown:
      return "begun by a soar without locks: running or killed; nothing was written for \(quiet)"
    case .failed: return cut("the end of \(snapshot.folder)/run.log tells where")
    case .waiting, .running, .finished: return nil
    }
  }

  static func duration(_ seconds: Double) -> String {
    let whole = Int(max(0, min(seconds.isFinite ? seconds : 0, 1e9)).rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
