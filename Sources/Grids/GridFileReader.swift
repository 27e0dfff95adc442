import Configuration
import Diagnostics
import Foundation

/// Turns a grid file's YAML into a ``GridFile``; configuration keys are checked later, when a
/// configuration exists.
struct GridFileReader {
  static let mostSeeds = 10_000
  static let longestLabel = 100

  let source: String

  mutating func read(_ document: YAMLValue, name: String, folder: URL) throws -> GridFile {
    let keys = ["name", "base", "seeds", "students", "arms", "grid", "zip", "list", "exclude"]
    let entries = try entries(document, keys, at: "")
    var grid = GridFile(source: source, name: name)
    for entry in entries {
      switch entry.key {
      case "name":
        guard let name = entry.value.string, !name.isEmpty else {
          throw misplaced(entry.value, "a name", at: "name")
        }
        grid.name = name
      case "base": try readBase(entry.value, folder: folder, into: &grid)
      case "seeds": grid.seeds = try seeds(entry.value)
      case "students":
        guard let students = entry.value.integer, students > 0 else {
          throw misplaced(entry.value, "a number of students, 1 or more", at: "students")
        }
        grid.students = students
      case "arms":
        guard let arms = entry.value.elements else {
          throw misplaced(entry.value, "a list of arms", at: "arms")
        }
        grid.arms = arms
      case "grid": grid.grid = try axes(entry.value, at: "grid")
      case "zip": grid.zip = try zipped(entry.value)
      case "list": grid.list = try points(entry.value, at: "list", allowsEmpty: true)
      default: grid.exclude = try points(entry.value, at: "exclude", allowsEmpty: false)
      }
    }
    try grid.requireApart(
      grid.grid.map { ($0.key, "grid") } + grid.zip.map { ($0.key, "zip") })
    var labels = Set<String>()
    for point in grid.list {
      try grid.requireApart(point.assignments.map { ($0.key, point.place) })
      if let label = point.label, !labels.insert(label).inserted {
        throw UserError(
          .configuration, file: source, place: "\(point.place).label",
          "'\(label.prefix(60))' is the label of another point", hint: "give it one of its own")
      }
    }
    return grid
  }

  private func readBase(_ value: YAMLValue, folder: URL, into grid: inout GridFile) throws {
    for entry in try entries(value, ["preset", "config", "set"], at: "base") {
      let place = "base.\(entry.key)"
      switch entry.key {
      case "preset":
        guard let preset = entry.value.string else {
          throw misplaced(entry.value, "the name of a preset", at: place)
        }
        grid.preset = preset
      case "config":
        guard let path = entry.value.string, !path.isEmpty else {
          throw misplaced(entry.value, "the name of a file", at: place)
        }
        grid.config =
          path.hasPrefix("/")
          ? URL(fileURLWithPath: path)
          : URL(fileURLWithPath: "\(folder.relativePath)/\(path)").standardizedRelative
      default:
        grid.set = try assignments(entry.value, at: place)
        try grid.requireApart(grid.set.map { ($0.key, place) })
      }
    }
  }

  func seeds(_ value: YAMLValue) throws -> [Int] {
    let values = try self.values(value, at: "seeds")
    guard values.count <= Self.mostSeeds else {
      throw UserError(
        .configuration, file: source, place: "seeds", "names more than \(Self.mostSeeds) seeds")
    }
    let seeds = try values.map { value in
      guard let seed = value.integer, seed >= 0 else {
        throw misplaced(value, "a seed, 0 or more", at: "seeds")
      }
      return seed
    }
    for (index, seed) in seeds.enumerated() where seeds[..<index].contains(seed) {
      throw UserError(.configuration, file: source, place: "seeds", "names seed \(seed) twice")
    }
    return seeds
  }

  /// Keys with lists of values or ranges.
  private func axes(_ value: YAMLValue, at place: String) throws -> [GridFile.Axis] {
    guard let entries = value.entries else {
      throw misplaced(value, "keys with lists of values", at: place)
    }
    guard !entries.isEmpty else { throw empty(place, value.line) }
    return try entries.map { entry in
      let place = "\(place).\(entry.key)"
      try requireOpen(entry.key, at: place, line: entry.line)
      let values = try values(entry.value, at: place)
      for (index, value) in values.enumerated() where values[..<index].contains(value) {
        throw UserError(
          .configuration, file: source, place: place,
          "holds \(value.plainText.prefix(60)) twice" + onLine(entry.line))
      }
      return GridFile.Axis(key: entry.key, values: values)
    }
  }

  private func zipped(_ value: YAMLValue) throws -> [GridFile.Axis] {
    guard let entries = value.entries else {
      throw misplaced(value, "keys with lists of values", at: "zip")
    }
    guard !entries.isEmpty else { throw empty("zip", value.line) }
    let axes = try entries.map { entry in
      let place = "zip.\(entry.key)"
      try requireOpen(entry.key, at: place, line: entry.line)
      return GridFile.Axis(key: entry.key, values: try values(entry.value, at: place))
    }
    for (axis, entry) in Swift.zip(axes, entries) where axis.values.count != axes[0].values.count {
      throw UserError(
        .configuration, file: source, place: "zip.\(axis.key)",
        "has \(axis.values.count) values" + onLine(entry.line)
          + ", but \(axes[0].key) has \(axes[0].values.count)",
        hint: "lists of zip advance together; put independent ones under grid")
    }
    return axes
  }

  private func points(
    _ value: YAMLValue, at place: String, allowsEmpty: Bool
  ) throws -> [GridFile.Point] {
    guard let elements = value.elements else {
      throw misplaced(value, "a list of points", at: place)
    }
    guard !elements.isEmpty else { throw empty(place, value.line) }
    return try elements.enumerated().map { index, element in
      let place = "\(place)[\(index)]"
      var point = GridFile.Point(assignments: [], place: place)
      var rest: [Assignment] = []
      for assignment in try assignments(element, at: place, reserving: allowsEmpty) {
        if allowsEmpty, assignment.key == "label" {
          guard let label = assignment.value.string, (1...Self.longestLabel).contains(label.count)
          else {
            throw misplaced(
              assignment.value, "a label of at most \(Self.longestLabel) characters",
              at: "\(place).label")
          }
          point.label = label
        } else {
          rest.append(assignment)
        }
      }
      guard allowsEmpty || !rest.isEmpty else { throw empty(place, element.line) }
      point.assignments = rest
      return point
    }
  }

  /// - Parameter reserving: rejects keys for which the grid has its own words.
  private func assignments(
    _ value: YAMLValue, at place: String, reserving: Bool = true
  ) throws -> [Assignment] {
    guard let entries = value.entries else {
      throw misplaced(value, "keys with values, as in {soar.threshold: 0.05}", at: place)
    }
    return try entries.map { entry in
      if reserving { try requireOpen(entry.key, at: "\(place).\(entry.key)", line: entry.line) }
      return Assignment(key: entry.key, value: entry.value)
    }
  }

  private func requireOpen(_ key: String, at place: String, line: Int?) throws {
    guard let word = GridFile.reserved[key] else { return }
    throw UserError(
      .configuration, file: source, place: place, "is not set here" + onLine(line),
      hint: "use \(word) of the grid")
  }

  /// A list, or a range in place of a list.
  func values(_ value: YAMLValue, at place: String) throws -> [YAMLValue] {
    if let text = value.string,
      let range = try ValueRange.values(text, source: source, place: place)
    {
      return range
    }
    guard let elements = value.elements else {
      throw misplaced(value, "a list of values or a range(first, end, step)", at: place)
    }
    guard !elements.isEmpty else { throw empty(place, value.line) }
    return elements
  }

  private func entries(
    _ value: YAMLValue, _ known: [String], at place: String
  ) throws -> [YAMLValue.Entry] {
    guard let entries = value.entries else {
      throw misplaced(value, "a mapping of keys to values", at: place)
    }
    for entry in entries where !known.contains(entry.key) {
      let parent = place.isEmpty ? "" : "\(place)."
      let hint =
        entry.key.nearest(among: known).map { "did you mean \(parent)\($0)?" }
        ?? "keys here: \(known.joined(separator: ", "))"
      throw UserError(
        .configuration, file: source,
        place: parent + entry.key.prefix(60),
        "unknown key" + onLine(entry.line), hint: hint)
    }
    return entries
  }

  private func misplaced(_ value: YAMLValue, _ expected: String, at place: String) -> UserError {
    UserError(
      .configuration, file: source, place: place.isEmpty ? nil : place,
      "expected \(expected), found \(value.found)" + onLine(value.line))
  }

  private func empty(_ place: String, _ line: Int?) -> UserError {
    UserError(
      .configuration, file: source, place: place, "is empty" + onLine(line),
      hint: "give values, or leave it out")
  }

  private func onLine(_ line: Int?) -> String { line.map { " on line \($0)" } ?? "" }
}

extension URL {
  /// Removes `./` and `a/..`, and keeps relative paths relative.
  fileprivate var standardizedRelative: URL {
    URL(fileURLWithPath: (relativePath as NSString).standardizingPath)
  }
}
