import Diagnostics

/// tinker-cookbook's evaluations (`trajectories.jsonl`) and logtrees of training
/// (`train_logtree.json`). Its other files hold no texts.
enum TinkerLog {
  static func rollouts(
    _ fields: LogFields, _ options: LogOptions, at place: LogPlace
  ) throws(LineDefect) -> [LoggedRollout] {
    let step = place.step(after: "iteration_")
    if let root = fields["root"] {
      var reader = LogtreeReader(step: step)
      reader.read(root, section: nil)
      guard !reader.rollouts.isEmpty else {
        throw LineDefect(
          path: "root", message: "holds no attempt with a prompt, a response and a reward",
          hint: "only environments that log like ProblemEnv can be read")
      }
      return reader.rollouts
    }
    if fields["turns"] != nil { return [try trajectory(fields, options, step: step)] }
    if fields["traj_idx"] != nil {
      throw LineDefect(
        message: "holds rewards of rollouts without their texts",
        hint: "import the train_logtree.json of the same folder")
    }
    throw LineDefect(
      message: "holds no questions",
      hint: "import iteration_NNNNNN/train_logtree.json, or trajectories.jsonl of an evaluation")
  }

  private static func trajectory(
    _ fields: LogFields, _ options: LogOptions, step: Int
  ) throws(LineDefect) -> LoggedRollout {
    let turns = fields["turns"]?.array ?? []
    func content(_ turn: JSONValue?) -> String? { turn?["content"]?.string }
    guard let prompt = content(turns.first { $0["role"]?.string == "user" }) else {
      throw fields.defect("turns", "have no user's turn with a text")
    }
    let completion = content(turns.last { $0["role"]?.string == "assistant" }) ?? ""
    guard !prompt.utf8.contains(0), !completion.utf8.contains(0) else {
      throw fields.defect("turns", "contain a NUL character")
    }
    // An attempt that failed for want of a server says nothing of the question.
    let hasFailed = fields["error"] != nil
    return LoggedRollout(
      step: step, prompt: prompt, completion: completion,
      answer: try fields.anyText("logs.expected"),
      reward: hasFailed
        ? nil : try fields.reward(options.rewards.isEmpty ? ["reward"] : options.rewards))
  }
}

/// Gathers attempts from a logtree: sections named Prompt, Policy Response and Reward, in this
/// order.
private struct LogtreeReader {
  let step: Int
  private(set) var rollouts: [LoggedRollout] = []
  private var prompt: String?
  private var completion: String?

  init(step: Int) { self.step = step }

  /// - Parameter section: the title of the innermost section.
  mutating func read(_ node: JSONValue, section: String?) {
    var section = section
    let children = node["children"]?.array ?? []
    if node["tag"]?.string == "section" {
      section = children.first.flatMap { Self.isHeader($0) ? Self.text($0) : nil } ?? section
    }
    if let data = node["data"], data["type"]?.string == "conversation" {
      let text = Self.lastText(data["messages"]?.array ?? [])
      switch section {
      case "Prompt": (prompt, completion) = (text, nil)
      case "Policy Response": completion = text
      default: break
      }
    }
    if node["tag"]?.string == "table", section == "Reward" { finish(Self.rows(node)) }
    for child in children { read(child, section: section) }
  }

  private mutating func finish(_ rows: [(key: String, value: String)]) {
    guard let prompt, !prompt.utf8.contains(0) else { return }
    func value(_ key: String) -> String? { rows.first { $0.key == key }?.value }
    guard let reward = value("reward") else { return }
    let number = Double(reward).flatMap { $0.isFinite ? $0 : nil }
    rollouts.append(
      LoggedRollout(
        step: step, prompt: prompt, completion: completion ?? "",
        answer: value("reference_answer").flatMap { $0.utf8.contains(0) ? nil : $0 },
        reward: number))
    completion = nil
  }

  private static func isHeader(_ node: JSONValue) -> Bool {
    guard let tag = node["tag"]?.string else { return false }
    return tag.count == 2 && tag.hasPrefix("h")
  }

  /// The text of the last message; parts of other types than text are left out.
  private static func lastText(_ messages: [JSONValue]) -> String? {
    guard let content = messages.last?["content"] else { return nil }
    return content.string
      ?? content.array.map { parts in parts.compactMap { $0["text"]?.string }.joined() }
  }

  private static func rows(_ table: JSONValue) -> [(key: String, value: String)] {
    descendants(of: table, tag: "tr").compactMap { row in
      let cells = descendants(of: row, tag: "td").map(text)
      return cells.count == 2 ? (cells[0], cells[1]) : nil
    }
  }

  private static func descendants(of node: JSONValue, tag: String) -> [JSONValue] {
    (node["children"]?.array ?? []).flatMap { child in
      child["tag"]?.string == tag ? [child] : descendants(of: child, tag: tag)
    }
  }

  /// The text below a node, with HTML's entities resolved.
  private static func text(_ node: JSONValue) -> String {
    if let text = node.string { return unescaped(text) }
    return (node["children"]?.array ?? []).map(text).joined()
  }

  private static func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    // The ampersand last: what it would make is no entity.
    return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
