import Diagnostics
public import Foundation

extension NotebookPlan {
  static let cellLimit = 1000
  static let commandLimit = 1000
  static let wordLimit = 1000

  /// - Parameter references: the files that a given file names, relative to its folder. The given
  ///   file may be missing or of any format.
  /// - Throws: ``UserError`` with the notebook's name and the line of the first mistake.
  public init(_ notebook: Notebook, references: @escaping (URL) -> [String] = { _ in [] }) throws {
    var planner = NotebookPlanner(notebook, references: references)
    guard notebook.cells.count <= Self.cellLimit else {
      throw Notebook.error(
        notebook.path, notebook.cells[Self.cellLimit].line, "more than \(Self.cellLimit) cells",
        hint: "make it several notebooks")
    }
    let steps = try notebook.cells.map { try planner.step($0) }
    self.init(steps: steps, made: planner.made)
  }
}

/// Goes through the cells in order and tracks what exists at each of them.
struct NotebookPlanner {
  let path: String
  /// The notebook's own folder; file names are relative to it.
  private let folder: URL
  /// What commands have made so far, in order.
  private(set) var made: [NotebookPlan.Version] = []
  private var contents: [String: String] = [:]
  /// Queries by name: the key of the cell.
  var queries: [String: String] = [:]
  var figures: Set<String> = []
  private var commandCount = 0
  private let references: (URL) -> [String]

  init(_ notebook: Notebook, references: @escaping (URL) -> [String]) {
    path = notebook.path
    self.references = references
    folder = URL(fileURLWithPath: notebook.path).deletingLastPathComponent()
  }

  mutating func step(_ cell: Notebook.Cell) throws -> NotebookPlan.Step {
    switch cell.kind {
    case .soar: return try soar(cell)
    case .sql: return try query(cell)
    case .gnuplot: return try drawing(cell)
    }
  }

  // MARK: - soar

  private mutating func soar(_ cell: Notebook.Cell) throws -> NotebookPlan.Step {
    var commands: [NotebookPlan.Command] = []
    for (bodyLine, parsed) in try CommandWords.commands(cell.body) {
      let line = cell.fileLine(bodyLine)
      do {
        commands.append(try command(try parsed.get(), line))
      } catch let mistake as CommandWords.Mistake {
        throw error(line, mistake.message, hint: mistake.hint)
      }
    }
    guard !commands.isEmpty else {
      throw error(cell.line, "the cell has no command", hint: "write one, such as soar ls")
    }
    let lines = try whole(cell, "lines", default: 40, in: 0...10_000)
    var key = NotebookKey("soar cell")
    key.add(commands.map(\.key))
    key.add("\(lines)")
    return NotebookPlan.Step(
      line: cell.line, work: .soar(commands: commands, lines: lines), key: key.key())
  }

  private mutating func command(_ words: [String], _ line: Int) throws -> NotebookPlan.Command {
    commandCount += 1
    guard commandCount <= NotebookPlan.commandLimit, words.count <= NotebookPlan.wordLimit else {
      throw error(line, "the notebook is too long: too many commands or words in one")
    }
    guard words.first == "soar" else {
      throw error(
        line, "'\((words.first ?? "").prefix(40))' is not soar", hint: "each line runs soar")
    }
    guard words.count > 1 else {
      throw error(line, "soar needs a subcommand", hint: "such as soar ls")
    }
    guard words[1] != "notebook" else { throw error(line, "a notebook does not run notebooks") }
    let subcommand = Subcommand.of(words)
    let complain = { (message: String, hint: String?) in
      Notebook.error(path, line, message, hint: hint)
    }
    var named = try NamedPaths(
      Array(words.dropFirst(1 + subcommand.name.split(separator: " ").count)), of: subcommand,
      complain)
    if subcommand.choosesName, named.outputs.isEmpty, !subcommand.makesNothing(named.options) {
      throw error(
        line, "soar \(subcommand.name) needs --output here",
        hint: "later cells name the \(subcommand.refers ? "grid" : "run") by it")
    }
    if subcommand.refers {
      for file in named.all where !named.outputs.contains(file) {
        for other in references(folder.appendingPathComponent(file)) {
          try named.add(other, namedBy: file, complain)
        }
      }
    }
    return try command(subcommand, Array(words.dropFirst()), named, line)
  }

  private mutating func command(
    _ subcommand: Subcommand, _ arguments: [String], _ named: NamedPaths, _ line: Int
  ) throws -> NotebookPlan.Command {
    var given: [NotebookPlan.Version] = []
    var inputs: [NotebookPlan.Input] = []
    for path in named.all {
      let touched = made.filter { $0.path.isRelated(to: path) }
      given += touched.filter { !given.contains($0) }
      if touched.isEmpty, !named.outputs.contains(path), let input = try input(path, line),
        !inputs.contains(where: { $0.path == path })
      {
        inputs.append(input)
      }
    }
    if given.isEmpty && inputs.isEmpty && named.outputs.isEmpty {
      // Such as `soar ls`: it may read anything that is there.
      given = made
    }
    var key = NotebookKey("command")
    key.add(arguments)
    for input in inputs { key.add([input.path, input.content]) }
    for version in given { key.add([version.path, version.key]) }
    let commandKey = key.key()
    let changes = !subcommand.onlyReads(named)
    var leaves: [String] = changes ? given.map(\.path) : []
    for output in named.outputs {
      // A folder within an existing one changes that one.
      let parents = made.map(\.path).filter { $0.isRelated(to: output) }
      leaves += (parents.isEmpty ? [output] : parents).filter { !leaves.contains($0) }
    }
    let versions = leaves.map { NotebookPlan.Version(path: $0, key: commandKey) }
    for version in versions {
      if let index = made.firstIndex(where: { $0.path == version.path }) {
        made[index] = version
      } else {
        made.append(version)
      }
    }
    return NotebookPlan.Command(
      line: line, arguments: arguments, inputs: inputs, given: given, leaves: versions,
      key: commandKey)
  }

  /// The file or folder beside the notebook with this name, if any.
  mutating func input(_ name: String, _ line: Int) throws -> NotebookPlan.Input? {
    let url = folder.appendingPathComponent(name)
    guard !name.isEmpty, name.utf8.count < 1024,
      FileManager.default.fileExists(atPath: url.path)
    else { return nil }
    if let content = contents[name] { return NotebookPlan.Input(path: name, content: content) }
    do {
      let content = try NotebookKey.content(of: url)
      contents[name] = content
      return NotebookPlan.Input(path: name, content: content)
    } catch let problem as UserError {
      throw Notebook.error(path, line, problem.description, problem.status)
    }
  }

  // MARK: - For all kinds of cells

  func whole(
    _ cell: Notebook.Cell, _ key: String, default: Int, in range: ClosedRange<Int>
  ) throws -> Int {
    guard let text = cell.attributes[key] else { return `default` }
    guard let value = Int(text), range.contains(value) else {
      throw error(
        cell.line, "\(key) is '\(text.prefix(40))'",
        hint: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  func error(_ line: Int, _ message: String, hint: String? = nil) -> UserError {
    Notebook.error(path, line, message, hint: hint)
  }
}
