import Diagnostics
import Foundation
import RunStore

extension NotebookPlan {
  static let cellLimit = 1000
  static let commandLimit = 1000
  static let wordLimit = 1000

  /// - Throws: ``UserError`` with the notebook's name and the line of the first mistake.
  public init(_ notebook: Notebook) throws {
    var planner = NotebookPlanner(notebook)
    guard notebook.cells.count <= Self.cellLimit else {
      throw Notebook.error(
        notebook.path, notebook.cells[Self.cellLimit].line, "more than \(Self.cellLimit) cells",
        hint: "make it several notebooks")
    }
    let steps = try notebook.cells.map { try planner.step($0) }
    self.init(steps: steps, made: planner.made)
  }
}

/// Goes through the cells in their order and keeps what is there at each of them.
struct NotebookPlanner {
  private let path: String
  /// The notebook's own, which names of files are relative to.
  private let folder: URL
  /// What commands have made, in the order of its making.
  private(set) var made: [NotebookPlan.Version] = []
  private var contents: [String: String] = [:]
  /// Queries by name: the key of the cell.
  private var queries: [String: String] = [:]
  private var figures: Set<String> = []
  private var commandCount = 0

  init(_ notebook: Notebook) {
    path = notebook.path
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
    let subcommand = words[1]
    guard subcommand != "notebook" else { throw error(line, "a notebook does not run notebooks") }
    let named = try NamedPaths(Array(words.dropFirst(2))) {
      Notebook.error(path, line, $0, hint: $1)
    }
    if SubcommandTable.naming.contains(subcommand), named.outputs.isEmpty,
      !named.options.contains(where: {
        ["--print-config", "--resume", "--help", "-h"].contains($0)
      })
    {
      throw error(
        line, "soar \(subcommand) needs --output here", hint: "later cells name the run by it")
    }
    return try command(subcommand, Array(words.dropFirst()), named, line)
  }

  private mutating func command(
    _ subcommand: String, _ arguments: [String], _ named: NamedPaths, _ line: Int
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
      // Such as `soar ls`: it may look at whatever is there.
      given = made
    }
    var key = NotebookKey("command")
    key.add(arguments)
    for input in inputs { key.add([input.path, input.content]) }
    for version in given { key.add([version.path, version.key]) }
    let commandKey = key.key()
    let changes =
      !SubcommandTable.reading.contains(subcommand) || named.options.contains("--resume")
    var leaves: [String] = changes ? given.map(\.path) : []
    for output in named.outputs {
      // A folder within one that is there changes that one.
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

  /// What lies beside the notebook under this name, if anything does.
  private mutating func input(_ name: String, _ line: Int) throws -> NotebookPlan.Input? {
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

  // MARK: - sql

  private mutating func query(_ cell: Notebook.Cell) throws -> NotebookPlan.Step {
    guard let run = cell.attributes["run"], !run.isEmpty else {
      throw error(
        cell.line, "the cell does not say which run it asks",
        hint: "```sql run=DIR; to show SQL without running it, call the block something else")
    }
    let runPath = try NamedPaths.relative(run) { Notebook.error(path, cell.line, $0, hint: $1) }
    var key = NotebookKey("sql cell")
    let source: NotebookPlan.Query.Source
    if let version = made.first(where: { ($0.path + "/").isPrefix(of: runPath + "/") }) {
      source = .made(version)
      key.add(version.key)
    } else if let input = try input("\(runPath)/\(RunStore.fileName)", cell.line) {
      source = .input(input)
      key.add(input.content)
    } else {
      throw error(
        cell.line, "no earlier cell makes \(run), and it is not beside the notebook",
        hint: "give soar run the option --output \(run)")
    }
    let sql = cell.body.joined(separator: "\n")
    guard !sql.isBlankText else { throw error(cell.line, "the cell has no SQL") }
    let query = NotebookPlan.Query(
      source: source, run: runPath, sql: sql, name: try name(cell), groups: cell.attributes["by"],
      rows: try whole(cell, "rows", default: 20, in: 0...10_000),
      digits: try whole(cell, "digits", default: 4, in: 1...17))
    if query.groups != nil && query.name == nil {
      throw error(cell.line, "'by' is for figures, and needs a name", hint: "add name=")
    }
    key.add([sql, run, query.name ?? "", query.groups ?? "", "\(query.rows)", "\(query.digits)"])
    let cellKey = key.key()
    if let name = query.name { queries[name] = cellKey }
    return NotebookPlan.Step(line: cell.line, work: .query(query), key: cellKey)
  }

  private func name(_ cell: Notebook.Cell) throws -> String? {
    guard let name = cell.attributes["name"] else { return nil }
    guard name.wholeMatch(of: /[A-Za-z][A-Za-z0-9_]{0,31}/) != nil else {
      throw error(
        cell.line, "'\(name.prefix(40))' cannot be the name of a result",
        hint: "a letter, then letters, digits and _, up to 32")
    }
    guard queries[name] == nil else {
      throw error(cell.line, "an earlier cell is named \(name) already")
    }
    return name
  }

  // MARK: - gnuplot

  private mutating func drawing(_ cell: Notebook.Cell) throws -> NotebookPlan.Step {
    guard let name = cell.attributes["figure"] else {
      throw error(cell.line, "the figure has no name", hint: "```gnuplot figure=NAME")
    }
    guard name.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9_-]{0,63}/) != nil else {
      throw error(
        cell.line, "'\(name.prefix(40))' cannot be the name of a figure",
        hint: "letters, digits, - and _, up to 64")
    }
    guard figures.insert(name).inserted else {
      throw error(cell.line, "an earlier figure is named \(name) already")
    }
    var key = NotebookKey("gnuplot cell")
    let data = (cell.attributes["data"] ?? "").split(separator: ",").map(String.init)
    for name in data {
      guard let query = queries[name] else {
        let hint = name.nearest(among: queries.keys.sorted()).map { "did you mean \($0)?" }
        throw error(
          cell.line, "no earlier sql cell is named \(name.prefix(40))",
          hint: hint ?? "```sql run=DIR name=\(name.prefix(40))")
      }
      key.add([name, query])
    }
    guard Set(data).count == data.count else { throw error(cell.line, "data names a result twice") }
    let size = cell.attributes["size"] ?? "800x480"
    guard let match = size.wholeMatch(of: /([0-9]{3,4})x([0-9]{3,4})/),
      let width = Int(match.1), let height = Int(match.2), width <= 4000, height <= 4000
    else {
      throw error(
        cell.line, "size is '\(size.prefix(40))'", hint: "WIDTHxHEIGHT in pixels, 100 to 4000")
    }
    let caption = cell.attributes["caption"] ?? ""
    key.add([name, size, caption])
    key.add(cell.body)
    return NotebookPlan.Step(
      line: cell.line,
      work: .drawing(
        NotebookPlan.Drawing(
          name: name, data: data, size: (width, height), caption: caption, commands: cell.body)),
      key: key.key())
  }

  // MARK: -

  private func whole(
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

  private func error(_ line: Int, _ message: String, hint: String? = nil) -> UserError {
    Notebook.error(path, line, message, hint: hint)
  }
}

/// The files and folders that a command's words may name.
private struct NamedPaths {
  /// Values of options that say where to write.
  var outputs: [String] = []
  /// All that may be a path, outputs included.
  var all: [String] = []
  /// Names of options.
  var options: [String] = []

  init(_ words: [String], _ complain: (String, String?) -> UserError) throws {
    var writes = false
    for word in words {
      var value = Substring(word)
      var isOutput = writes
      writes = false
      if !isOutput, word.hasPrefix("-"), word.count > 1 {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        options.append(String(parts[0]))
        guard parts.count == 2 else {
          writes = SubcommandTable.output.contains(word)
          continue
        }
        isOutput = SubcommandTable.output.contains(String(parts[0]))
        value = parts[1]
      }
      let path = try Self.relative(String(value), complain)
      guard !path.isEmpty else { continue }
      if isOutput { outputs.append(path) }
      all.append(path)
    }
  }

  /// A path without `.` and slashes at its end. What leads out of the folder is refused: it would
  /// not be the same elsewhere.
  static func relative(_ text: String, _ complain: (String, String?) -> UserError) throws -> String
  {
    let parts = text.split(separator: "/", omittingEmptySubsequences: true)
    guard !text.hasPrefix("/"), !(parts.contains("..") && text.utf8.count < 1024) else {
      throw complain(
        "'\(text.prefix(80))' leads out of the notebook's folder",
        "name what lies beside the notebook or what an earlier cell makes")
    }
    return parts.filter { $0 != "." }.joined(separator: "/")
  }
}

extension String {
  /// Whether one path is the other, or lies in it.
  fileprivate func isRelated(to other: String) -> Bool {
    self == other || hasPrefix(other + "/") || other.hasPrefix(self + "/")
  }

  fileprivate func isPrefix(of other: String) -> Bool { other.hasPrefix(self) }

  fileprivate var isBlankText: Bool { allSatisfy(\.isWhitespace) }
}
