import Configuration
import Diagnostics

extension GridFile {
  /// One override of the command line, in the way of Hydra. A key with one value has it at every
  /// point; one with several is a sweep that every point is crossed with. Either replaces the axis
  /// of `grid` that has the key.
  mutating func apply(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let key = parts.first.map(String.init), !key.isEmpty else {
      throw UserError(
        .usage, "'\(text.prefix(60))' is no override",
        hint: "write key.path=value, key.path=value,value or key.path=range(first,end,step)")
    }
    let reader = GridFileReader(source: key)
    let values = try Self.values(String(parts[1]), key: key)
    switch key {
    case "seeds":
      seeds = try reader.seeds(.list(values))
    case "students":
      guard values.count == 1, let count = values[0].integer, count > 0 else {
        throw UserError(
          .usage, "students=\(parts[1].prefix(60)) is no number of students",
          hint: "give one, 1 or more")
      }
      students = count
    case "studentsPerSeed", "preset":
      throw UserError(
        .usage, "\(key) cannot be overridden",
        hint: key == "preset" ? "a grid's base is in its file" : "use students=N")
    default:
      try requireFree(key)
      grid.removeAll { $0.key == key }
      set.removeAll { $0.key == key }
      settings.removeAll { $0.key == key }
      sweeps.removeAll { $0.key == key }
      if values.count == 1 {
        settings.append(Assignment(key: key, value: values[0]))
      } else {
        sweeps.append(Axis(key: key, values: values))
      }
    }
  }

  /// A key that `zip` or points of `list` set would be set twice.
  private func requireFree(_ key: String) throws {
    func overlaps(_ other: String) -> Bool {
      key == other || key.hasPrefix("\(other).") || other.hasPrefix("\(key).")
    }
    let places =
      zip.filter { overlaps($0.key) }.map { "zip.\($0.key)" }
      + list.flatMap { point in
        point.assignments.filter { overlaps($0.key) }.map { "\(point.place).\($0.key)" }
      } + grid.filter { $0.key != key && overlaps($0.key) }.map { "grid.\($0.key)" }
    // The same key again wins; of a key and a part of it neither does.
    if let other = (settings.map(\.key) + sweeps.map(\.key)).first(where: {
      $0 != key && overlaps($0)
    }) {
      throw UserError(.usage, "\(key) and \(other) overlap", hint: "give one of them")
    }
    guard let place = places.first else { return }
    throw UserError(
      .usage, "\(key) cannot be overridden, as \(place) of \(source) sets it",
      hint: "change the file, or a copy of it")
  }

  /// `2,4,8`, `[3,4],[5,6]`, `range(1,10,2)`.
  private static func values(_ text: String, key: String) throws -> [YAMLValue] {
    if let range = try ValueRange.values(text, source: "\(key)=", place: nil) { return range }
    guard !text.hasSuffix(",") else {
      throw UserError(
        .usage, "\(key)=\(text.prefix(60)) ends with a comma", hint: "write \(key)=value,value")
    }
    if let fault = OverrideText.fault(in: text) {
      throw UserError(
        .usage, "\(key)=\(text.prefix(60)) \(fault)",
        hint: "quote a value that has them, inside the shell's quotes: '\(key)=\"a(b,c)\"'")
    }
    let list = try YAMLValue.read("[\(text)]", name: "\(key)=", namesLines: false)
    guard let values = list.elements, !values.isEmpty else {
      throw UserError(.usage, "\(key)= has no value", hint: "write \(key)=value,value")
    }
    for (index, value) in values.enumerated() where values[..<index].contains(value) {
      throw UserError(.usage, "\(key)= holds \(value.plainText.prefix(60)) twice")
    }
    return values
  }
}

/// What Hydra's grammar reads as one value, and a list of plain YAML scalars as several.
enum OverrideText {
  /// Why commas of a list would cut a value; nil if none does. Text in quotes is left alone.
  static func fault(in text: String) -> String? {
    var depth = 0
    var quote: Character?
    var isEscaped = false
    // A quote inside a plain scalar, as in `it's`, is a character as any other.
    var startsScalar = true
    for character in text {
      defer { isEscaped = character == "\\" && !isEscaped && quote != "'" }
      if let open = quote {
        if character == open && !isEscaped { quote = nil }
        continue
      }
      switch character {
      case "'", "\"":
        if startsScalar { quote = character }
      case "(": depth += 1
      case ")":
        depth -= 1
        if depth < 0 { return "has a parenthesis without its other half" }
      case ",":
        if isEscaped { return "has a backslash before a comma" }
        if depth > 0 { return "has a comma in parentheses" }
      default: break
      }
      startsScalar =
        character.isWhitespace ? startsScalar : [",", "[", "{", ":"].contains(character)
    }
    return depth > 0 ? "has a parenthesis without its other half" : nil
  }
}
