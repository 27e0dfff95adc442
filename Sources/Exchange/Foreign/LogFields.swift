import Diagnostics

/// Fields of a foreign record, which may hold more than is read; nested fields are named with dots.
struct LogFields {
  private let record: JSONValue

  init(_ record: JSONValue) throws(LineDefect) {
    guard record.members != nil else {
      throw LineDefect(message: "is \(record.kind), not an object")
    }
    self.record = record
  }

  var members: [JSONValue.Member] { record.members ?? [] }

  /// Nil where the path leads nowhere or to null. A key that has dots itself is found first.
  subscript(path: String) -> JSONValue? {
    let value =
      record[path]
      ?? path.split(separator: ".").reduce(record as JSONValue?) { $0?[String($1)] }
    return value == .null ? nil : value
  }

  func defect(_ path: String, _ message: String, hint: String? = nil) -> LineDefect {
    LineDefect(path: path.shortened(), message: message, hint: hint)
  }

  /// - Parameter hint: what to do if the field is missing.
  func required(_ path: String, hint: String? = nil) throws(LineDefect) -> JSONValue {
    guard let value = self[path] else { throw defect(path, "is missing", hint: hint) }
    return value
  }

  /// A string, or the text of the last message of a conversation.
  func text(_ path: String, hint: String? = nil) throws(LineDefect) -> String {
    let value = try required(path, hint: hint)
    guard let text = value.string ?? value.array?.last?["content"]?.string else {
      throw defect(path, "is \(value.kind), not a text")
    }
    return try checked(text, path)
  }

  /// A string as it is, another value as JSON; nil if absent.
  func anyText(_ path: String) throws(LineDefect) -> String? {
    guard let value = self[path] else { return nil }
    return try checked(value.string ?? value.text(indented: false), path)
  }

  private func checked(_ text: String, _ path: String) throws(LineDefect) -> String {
    // Readers of SQLite text through C stop at NUL.
    guard !text.utf8.contains(0) else { throw defect(path, "contains a NUL character") }
    return text
  }

  /// A whole number from 0 to a billion.
  func step(_ path: String) throws(LineDefect) -> Int {
    let value = try required(path)
    guard let number = value.integer ?? value.number.flatMap({ Int(exactly: $0) }) else {
      throw defect(path, "is \(value.kind), not a whole number")
    }
    guard (0...1_000_000_000).contains(number) else {
      throw defect(path, "is \(number)", hint: "0 to 1000000000")
    }
    return number
  }

  /// A number, a flag as 0 or 1, or the sum of an array of numbers, as of rewards by token; nil if
  /// absent.
  func number(_ path: String) throws(LineDefect) -> Double? {
    guard let value = self[path] else { return nil }
    if let number = Self.scalar(value) { return number }
    guard let array = value.array else { throw defect(path, "is \(value.kind), not a number") }
    var sum = 0.0
    for (index, element) in array.enumerated() {
      guard let number = Self.scalar(element) else {
        throw defect("\(path)[\(index)]", "is \(element.kind), not a number")
      }
      sum += number
    }
    return sum.isFinite ? sum : nil
  }

  private static func scalar(_ value: JSONValue) -> Double? {
    if case .bool(let flag) = value { return flag ? 1 : 0 }
    return value.number
  }

  /// The sum of the named fields; nil if all are null.
  ///
  /// - Throws: ``LineDefect`` if a field does not exist at all.
  func reward(_ paths: [String]) throws(LineDefect) -> Double? {
    var sum: Double?
    for path in paths {
      if self[path] == nil, record[path] == nil {
        let near = path.nearest(among: members.map(\.key))
        throw defect(
          path, "is missing",
          hint: near.map { "did you mean \($0)?" } ?? "--reward names the field with the reward")
      }
      if let number = try number(path) { sum = (sum ?? 0) + number }
    }
    return sum.flatMap { $0.isFinite ? $0 : nil }
  }
}
