import Diagnostics
import Foundation
import RunStore

/// The members of a JSON object, read by key and by type. Null is the same as absent.
struct JSONFields {
  private let members: [JSONValue.Member]
  private let path: String

  /// - Parameter known: the keys that the object may have.
  init(_ value: JSONValue, path: String, known: [String]) throws(LineDefect) {
    self.path = path
    guard let members = value.members else {
      throw LineDefect(
        path: path.isEmpty ? nil : path, message: "is \(value.kind), not an object")
    }
    self.members = members
    for member in members where !known.contains(member.key) {
      let near = member.key.nearest(among: known)
      throw LineDefect(
        path: place(member.key.shortened()), message: "unknown key",
        hint: near.map { "did you mean \(place($0))?" } ?? "keys: \(known.joined(separator: ", "))")
    }
  }

  private func place(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  private func value(_ key: String) -> JSONValue? {
    guard let value = members.first(where: { $0.key == key })?.value, value != .null else {
      return nil
    }
    return value
  }

  /// Whether the key is present, even with null.
  func has(_ key: String) -> Bool { members.contains { $0.key == key } }

  func defect(_ key: String, _ message: String, hint: String? = nil) -> LineDefect {
    LineDefect(path: place(key), message: message, hint: hint)
  }

  func required<Value>(_ key: String, _ value: Value?) throws(LineDefect) -> Value {
    guard let value else { throw defect(key, "is missing") }
    return value
  }

  func string(_ key: String) throws(LineDefect) -> String? {
    guard let value = value(key) else { return nil }
    guard let string = value.string else { throw defect(key, "is \(value.kind), not a string") }
    // Readers of SQLite text through C stop at NUL.
    guard !string.utf8.contains(0) else { throw defect(key, "contains a NUL character") }
    return string
  }

  /// One of the given words.
  func word(_ key: String, of words: [String]) throws(LineDefect) -> String? {
    guard let string = try string(key) else { return nil }
    guard words.contains(string) else {
      let near = string.nearest(among: words)
      throw defect(
        key, "'\(string.shortened())' is not allowed",
        hint: near.map { "did you mean \($0)?" } ?? "one of \(words.joined(separator: ", "))")
    }
    return string
  }

  func bool(_ key: String) throws(LineDefect) -> Bool? {
    guard let value = value(key) else { return nil }
    guard case .bool(let flag) = value else {
      throw defect(key, "is \(value.kind), not true or false")
    }
    return flag
  }

  /// The greatest whole number that every JSON reader reads exactly (RFC 8259, section 6).
  private static let greatestCount = 9_007_199_254_740_991

  /// A whole number, 0 or more; also accepts 3.0, as data frames write it.
  func count(_ key: String) throws(LineDefect) -> Int? {
    guard let value = value(key) else { return nil }
    guard let number = value.integer ?? value.number.flatMap({ Int(exactly: $0) }) else {
      throw defect(key, "is \(value.kind), not a whole number")
    }
    guard number >= 0 else { throw defect(key, "is \(number)", hint: "0 or more") }
    guard number <= Self.greatestCount else {
      throw defect(key, "is \(number)", hint: "\(Self.greatestCount) or less")
    }
    return number
  }

  func number(_ key: String) throws(LineDefect) -> Double? {
    guard let value = value(key) else { return nil }
    guard let number = value.number else { throw defect(key, "is \(value.kind), not a number") }
    return number
  }

  /// An object of numbers whose keys are words such as `answer_length`.
  func numbersByName(_ key: String) throws(LineDefect) -> [String: Double]? {
    guard let value = value(key) else { return nil }
    guard let members = value.members else { throw defect(key, "is \(value.kind), not an object") }
    guard members.count <= 64 else {
      throw defect(key, "has \(members.count) numbers", hint: "64 or fewer")
    }
    var numbers: [String: Double] = [:]
    for member in members {
      let name = "\(key).\(member.key.shortened())"
      guard member.key.wholeMatch(of: /[a-z][a-z0-9_]{0,63}/) != nil else {
        throw defect(name, "is no name for a number", hint: "lower-case letters, digits and _")
      }
      guard let number = member.value.number else {
        throw defect(name, "is \(member.value.kind), not a number")
      }
      numbers[member.key] = number
    }
    return numbers
  }

  /// A number in 0...1.
  func share(_ key: String) throws(LineDefect) -> Double? {
    guard let number = try number(key) else { return nil }
    guard (0...1).contains(number) else { throw defect(key, "is \(number)", hint: "0 to 1") }
    return number
  }

  func time(_ key: String) throws(LineDefect) -> Date? {
    guard let string = try string(key) else { return nil }
    guard let date = Timestamp.parse(string) else {
      throw defect(
        key, "'\(string.shortened())' is not a time", hint: "such as 2026-01-27T09:30:00Z")
    }
    return date
  }

  /// Numbers or nulls; nil when the key is absent.
  func numbers(_ key: String) throws(LineDefect) -> [Double?]? {
    guard let value = value(key) else { return nil }
    guard let array = value.array else { throw defect(key, "is \(value.kind), not an array") }
    var numbers: [Double?] = []
    for (index, element) in array.enumerated() {
      guard element == .null || element.number != nil else {
        throw defect("\(key)[\(index)]", "is \(element.kind), not a number")
      }
      numbers.append(element.number)
    }
    return numbers
  }

  /// Objects; empty when the key is absent.
  func objects(_ key: String, known: [String]) throws(LineDefect) -> [JSONFields] {
    guard let value = value(key) else { return [] }
    guard let array = value.array else { throw defect(key, "is \(value.kind), not an array") }
    var objects: [JSONFields] = []
    for (index, element) in array.enumerated() {
      objects.append(try JSONFields(element, path: "\(place(key))[\(index)]", known: known))
    }
    return objects
  }
}
