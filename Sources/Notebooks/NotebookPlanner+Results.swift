import Diagnostics
import Foundation
import RunStore

/// Cells of queries and figures.
extension NotebookPlanner {
  // MARK: - sql

  mutating func query(_ cell: Notebook.Cell) throws -> NotebookPlan.Step {
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

  mutating func drawing(_ cell: Notebook.Cell) throws -> NotebookPlan.Step {
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
}
