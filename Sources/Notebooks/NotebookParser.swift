import Diagnostics
import Foundation

extension Notebook {
  /// Larger files are not notebooks.
  static let sizeLimit = 4 << 20

  /// Reads and parses a file.
  ///
  /// - Throws: ``UserError`` with the file's name and, if there is one, the line.
  public static func read(_ path: String) throws -> Notebook {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw UserError(.noInput, file: path, "no such file")
    }
    guard !isFolder.boolValue else {
      throw UserError(
        .noInput, file: path, "is a folder", hint: "name notebooks, as in \(path)/*.md")
    }
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: sizeLimit + 1)
    else {
      // An empty file gives nil.
      if let data = FileManager.default.contents(atPath: path), data.isEmpty {
        return try Notebook(path: path, text: "")
      }
      throw UserError(.noPermission, file: path, "cannot be read: permission denied")
    }
    guard data.count <= sizeLimit else {
      throw UserError(.dataError, file: path, "is larger than \(sizeLimit >> 20) MiB")
    }
    // Foundation's own decoder would drop a byte order mark.
    guard let text = String(validating: data, as: UTF8.self) else {
      throw UserError(.dataError, file: path, "is not UTF-8 text")
    }
    return try Notebook(path: path, text: text)
  }

  public init(path: String, text: String) throws {
    var lines: [String] = []
    var ends: [String] = []
    // By scalars, because a carriage return and a line feed are one character.
    var rest = text.unicodeScalars[...]
    let mark = rest.first == "\u{FEFF}" ? String(rest.removeFirst()) : ""
    while !rest.isEmpty {
      let end = rest.firstIndex(of: "\n")
      let line = rest[..<(end ?? rest.endIndex)]
      rest = end.map { rest[rest.index(after: $0)...] } ?? rest[rest.endIndex...]
      let hasReturn = line.last == "\r"
      lines.append(String(hasReturn ? line.dropLast() : line))
      ends.append((hasReturn ? "\r" : "") + (end == nil ? "" : "\n"))
    }
    self.init(path: path, lines: lines, lineEnds: ends, byteOrderMark: mark, cells: [], orphans: [])
    try parse()
  }

  private mutating func parse() throws {
    var index = 0
    while index < lines.count {
      if let fence = Fence(lines[index]) {
        let close = lines[(index + 1)...].firstIndex { fence.isClosed(by: $0) }
        if let cell = try cell(fence, at: index, closedAt: close) {
          cells.append(cell)
          index = cell.output?.range.upperBound ?? cell.end
        } else {
          index = (close ?? lines.count) + 1
        }
      } else if let output = try output(at: index, after: index) {
        orphans.append(output.range)
        index = output.range.upperBound
      } else if lines[index].isCommentOpening {
        // Commented-out cells do not run. The comment may end on its own line.
        let rest = lines[index...].firstIndex { $0.contains("-->") }
        index = (rest ?? lines.count) + 1
      } else {
        index += 1
      }
    }
  }

  private func cell(_ fence: Fence, at index: Int, closedAt close: Int?) throws -> Cell? {
    guard fence.mark == "`" else { return nil }
    let name = fence.info.prefix { $0 != " " && $0 != "\t" }
    guard let kind = Cell.Kind(rawValue: String(name)) else { return nil }
    guard let close else {
      throw Self.error(path, index + 1, "this cell is not closed", hint: "end it with ```")
    }
    let attributes = try attributes(String(fence.info.dropFirst(name.count)), kind, index + 1)
    var cell = Cell(
      kind: kind, line: index + 1, attributes: attributes,
      body: Array(lines[(index + 1)..<close]), end: close + 1)
    let start = lines[cell.end...].firstIndex { !$0.isBlank }
    if let start { cell.output = try output(at: start, after: cell.end) }
    return cell
  }

  /// The output that begins at a line, if any.
  ///
  /// - Parameter first: where the empty lines before it begin.
  private func output(at index: Int, after first: Int) throws -> Output? {
    guard let keys = Self.keys(of: lines[index]) else { return nil }
    var next = index + 1
    while next < lines.count, lines[next] != Self.closing {
      guard let fence = Fence(lines[next]) else {
        next += 1
        continue
      }
      // Text inside a fence is never a marker.
      next = (lines[(next + 1)...].firstIndex { fence.isClosed(by: $0) } ?? lines.count) + 1
    }
    guard next < lines.count else {
      throw Self.error(
        path, index + 1, "the output that begins here has no end",
        hint: "delete it, from here to where it ends")
    }
    var body = lines[(index + 1)..<next]
    while body.first?.isBlank == true { body.removeFirst() }
    while body.last?.isBlank == true { body.removeLast() }
    return Output(
      cellKey: keys.cell, outputKey: keys.output, body: Array(body), range: first..<(next + 1))
  }

  private static func keys(of line: String) -> (cell: String, output: String)? {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count == 6, words[0] == "<!--", words[1] == "soar", words[2] == "output",
      words[5] == "-->", NotebookKey.isKey(words[3]), NotebookKey.isKey(words[4])
    else { return nil }
    return (words[3], words[4])
  }

  private func attributes(_ text: String, _ kind: Cell.Kind, _ line: Int) throws -> [String: String]
  {
    let words: [String]
    do {
      words = try CommandWords.split(text)
    } catch {
      throw Self.error(path, line, error.message, hint: error.hint)
    }
    let known = kind.attributes
    var attributes: [String: String] = [:]
    for word in words {
      guard let equals = word.firstIndex(of: "="), equals > word.startIndex else {
        throw Self.error(path, line, "'\(word)' is not of the form key=value")
      }
      let key = String(word[..<equals])
      guard known.contains(key) else {
        let hint = key.nearest(among: known).map { "did you mean \($0)?" }
        throw Self.error(
          path, line, "\(kind.rawValue) cells have no '\(key)'",
          hint: hint ?? "they have \(known.joined(separator: ", "))")
      }
      guard attributes[key] == nil else {
        throw Self.error(path, line, "'\(key)' is given twice")
      }
      attributes[key] = String(word[word.index(after: equals)...])
    }
    return attributes
  }
}

extension Notebook.Cell.Kind {
  /// Keys of the info string.
  var attributes: [String] {
    switch self {
    case .soar: ["lines"]
    case .sql: ["run", "name", "by", "rows", "digits"]
    case .gnuplot: ["figure", "data", "size", "caption"]
    }
  }
}

/// The opening of a fenced block, as CommonMark defines it.
private struct Fence {
  var mark: Character
  var length: Int
  var info: String

  init?(_ line: String) {
    let indent = line.prefix { $0 == " " }.count
    guard indent <= 3, let mark = line.dropFirst(indent).first, mark == "`" || mark == "~" else {
      return nil
    }
    let rest = line.dropFirst(indent)
    let marks = rest.prefix { $0 == mark }
    let info = rest.dropFirst(marks.count)
    guard marks.count >= 3, mark == "~" || !info.contains("`") else { return nil }
    self.mark = mark
    length = marks.count
    self.info = info.trimmingCharacters(in: .whitespaces)
  }

  func isClosed(by line: String) -> Bool {
    let indent = line.prefix { $0 == " " }.count
    let rest = line.dropFirst(indent)
    let marks = rest.prefix { $0 == mark }
    return indent <= 3 && marks.count >= length && String(rest.dropFirst(marks.count)).isBlank
  }
}

extension String {
  fileprivate var isCommentOpening: Bool {
    let indent = prefix { $0 == " " }.count
    return indent <= 3 && dropFirst(indent).hasPrefix("<!--")
  }
}
