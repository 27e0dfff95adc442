import RunStore

/// Reads the filter of questions from an address. An empty value is none.
struct Parameters {
  private let query: [QueryItem]

  init(_ query: [QueryItem]) { self.query = query }

  func filter() throws -> QuestionFilter {
    var filter = QuestionFilter()
    filter.writer = text("writer")
    filter.seed = try whole("seed")
    filter.firstStep = try whole("from")
    filter.lastStep = try whole("to")
    filter.label = try choice("label")
    filter.leastReward = try number("least")
    filter.greatestReward = try number("greatest")
    filter.text = text("text")
    filter.classifier = text("classifier")
    filter.order = try choice("order") ?? .newest
    return filter
  }

  private func text(_ name: String) -> String? {
    query.last { $0.name == name }.flatMap { $0.value.isEmpty ? nil : $0.value }
  }

  func whole(_ name: String) throws -> Int? {
    try read(name, "a whole number") { Int($0) }
  }

  private func number(_ name: String) throws -> Double? {
    try read(name, "a number") { Double($0).flatMap { $0.isFinite ? $0 : nil } }
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String
  ) throws -> Choice? where Choice.RawValue == String {
    let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    return try read(name, "one of \(choices)") { Choice(rawValue: $0) }
  }

  private func read<Value>(
    _ name: String, _ expected: String, _ value: (String) -> Value?
  ) throws -> Value? {
    guard let text = text(name) else { return nil }
    guard let value = value(text) else {
      throw Refusal(status: 400, message: "\(name): takes \(expected)")
    }
    return value
  }
}
