import Diagnostics
import LanguageModel

extension Bound {
  /// `48`, `up to 60` or `48 to 60`; from 100,000 on with three digits, such as `1.23 M`.
  public var text: String {
    guard !isExact else { return Self.short(most) }
    return least == 0
      ? "up to \(Self.short(most))" : "\(Self.short(least)) to \(Self.short(most))"
  }

  static func short(_ value: Double) -> String {
    guard value.isFinite, value < 1e24 else { return String(value) }
    guard value >= 1e5 else { return "\(Int(value.rounded()))" }
    var (scaled, unit) = (value, "")
    for next in ["k", "M", "G", "T", "P", "E", "Z"] where scaled >= 999.5 {
      scaled /= 1000
      unit = next
    }
    return scaled.fixed(scaled < 9.995 ? 2 : scaled < 99.95 ? 1 : 0) + " " + unit
  }
}

extension WorkPlan {
  /// Two tables, of the work and of the requests, and notes. What no part does has no column.
  public var text: String {
    let rows = stages.map { ($0.name, "\($0.copies)", $0.work) } + [("total", "", total)]
    let work = Self.table(
      [
        "part", "times", "outer steps", "datasets", "trainings", "steps", "rollouts",
        "other samples", "scored texts", "sampled tokens", "trained tokens", "operations",
      ], rows.map { name, copies, part in [name, copies] + part.cells })
    let calls = Self.table(
      ["engine calls"] + EngineCalls().byKind.map(\.name),
      rows.map { name, _, part in [name] + part.calls.byKind.map { $0.count.text } })
    let notes = stages.flatMap { stage in stage.notes.map { "\(stage.name): \($0)" } }
    return
      ([work, Self.explanation, calls, Self.callExplanation]
      + (notes.isEmpty ? [] : ["Notes:\n" + notes.joined(separator: "\n")]))
      .joined(separator: "\n\n")
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> String {
    let used = header.indices.filter { column in rows.contains { $0[column] != "0" } }
    var table = TextTable(used.map { header[$0] }, rightAligned: Set(1..<max(2, used.count)))
    for row in rows { table.add(used.map { row[$0] }) }
    return table.text
  }

  private static let explanation = """
    Over all seeds and students. Sampled tokens are those of responses as long as their limits. Trained tokens
    and operations are upper bounds: such responses, questions as long as a teacher may write, every group
    with a signal. Operations are those of the built-in engine without shared prefixes.
    What matches the cost of a loop is bounded by its limit of steps, and ends long before it.
    Assumed: screening finds as many hard problems as hardSet.size, and no teacher collapses.
    """

  private static let callExplanation = """
    As the Tinker engine sends them, polls and repeated requests left out. other: create_model,
    unload_model and the deletion of checkpoints. A server that samples loaded models alone (SkyRL over
    JAX) is asked for four more per checkpoint that is sampled: to create, load, save and unload it.
    """
}

extension Work {
  fileprivate var cells: [String] {
    [
      outerSteps, datasets, trainings, studentSteps, rollouts, samples, scoredTexts,
      generatedTokens,
    ].map(\.text)
      + [
        trainedTokens > 0 ? "up to \(Bound.short(trainedTokens))" : "0",
        flops.map { Bound.short($0.total) } ?? "unknown",
      ]
  }
}

extension WorkPlan: Encodable {
  private enum Keys: String, CodingKey { case stages, total }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(stages, forKey: .stages)
    try container.encode(total, forKey: .total)
  }
}

extension Work: Encodable {
  private enum Keys: String, CodingKey {
    case outerSteps, datasets, documents, trainings, studentSteps, rollouts, samples, scoredTexts
    case sampledTokensAtFullLength, trainedTokensAtMost, operationsAtMost, calls
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(outerSteps, forKey: .outerSteps)
    try container.encode(datasets, forKey: .datasets)
    try container.encode(documents, forKey: .documents)
    try container.encode(trainings, forKey: .trainings)
    try container.encode(studentSteps, forKey: .studentSteps)
    try container.encode(rollouts, forKey: .rollouts)
    try container.encode(samples, forKey: .samples)
    try container.encode(scoredTexts, forKey: .scoredTexts)
    try container.encode(generatedTokens, forKey: .sampledTokensAtFullLength)
    try container.encode(trainedTokens, forKey: .trainedTokensAtMost)
    try container.encode(Measured(flops?.total), forKey: .operationsAtMost)
    try container.encode(calls, forKey: .calls)
  }
}
