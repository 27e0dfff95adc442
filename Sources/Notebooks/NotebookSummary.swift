import Diagnostics

/// The outcome of one notebook.
public struct NotebookSummary: Encodable {
  struct Cell: Encodable {
    var line: Int
    var kind: String
    /// `run`, `kept` or `current`.
    var outcome: String
  }

  var file: String
  var cells: [Cell]

  public var line: String {
    let counts = ["run", "kept", "current"].compactMap { outcome -> String? in
      let count = cells.count { $0.outcome == outcome }
      return count > 0 ? "\(count) \(outcome)" : nil
    }
    let number = "\(cells.count) cell\(cells.count == 1 ? "" : "s")"
    return "\(file): \(number)" + (counts.isEmpty ? "" : ": " + counts.joined(separator: ", "))
  }

  init(file: String, cells: [Cell]) {
    self.file = file
    self.cells = cells
  }

  /// - Throws: ``UserError`` at the first cell whose output is not current.
  public init(checking path: String) throws {
    let notebook = try Notebook.read(path)
    try self.init(
      checking: notebook, try NotebookPlan(notebook, references: NotebookReferences.of))
  }

  init(checking notebook: Notebook, _ plan: NotebookPlan) throws {
    var first: (line: Int, reason: String)?
    var count = 0
    for (index, step) in plan.steps.enumerated() {
      guard let reason = try notebook.staleness(index, step) else { continue }
      count += 1
      if first == nil { first = (step.line, reason) }
    }
    if first == nil, let line = notebook.orphanLine {
      first = (line, "an output without a cell")
      count = 1
    }
    if let first {
      let more = count > 1 ? ", and \(count - 1) more" : ""
      throw Notebook.error(
        notebook.path, first.line, first.reason + more,
        hint: "soar notebook run \(notebook.path)")
    }
    file = notebook.path
    cells = notebook.cells.map { Cell(line: $0.line, kind: $0.kind.rawValue, outcome: "current") }
  }
}
