// Locks: writing outputs changes nothing else of a file, to the byte: line ends, empty lines at the
// end, an end without a newline, a byte order mark.

import Foundation
import Notebooks
import Testing

@Suite struct NotebookWritingTests {
  private static func written(_ text: String, _ body: [String] = ["out"]) throws -> String {
    let notebook = try Notebook(path: "/nowhere/n.md", text: text)
    #expect(Data(notebook.text.utf8) == Data(text.utf8))
    let steps = try NotebookPlan(notebook).steps
    return notebook.text(with: steps.map { Notebook.output($0, body: body) })
  }

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static let cell = "```soar\nsoar ls\n```\n"

  @Test(arguments: [
    "", "\n", "\n\n\n", "\nend", "\nend\n", "\nend\n\n\n", "\n  \t\n",
    "\r\nmixed\r\nends\nhere\r\n",
  ])
  func whatFollowsStays(_ end: String) throws {
    let before = "\u{FEFF}# A\r\n\n\n"
    let once = try Self.written(before + Self.cell + end)
    #expect(once.utf8.starts(with: (before + Self.cell).utf8))
    #expect(Self.bytes(once).suffix(end.utf8.count) == Self.bytes(end)[...])
    // Not even the outputs change when they are written again.
    #expect(Self.bytes(try Self.written(once)) == Self.bytes(once))
    let shorter = try Self.written(once, [])
    #expect(Self.bytes(try Self.written(shorter)) == Self.bytes(once))
  }

  @Test func outputsHaveTheLineEndsOfTheirCells() throws {
    let text = "# A\r\n\r\n```soar\r\nsoar ls\r\n```\r\n\r\nend\r\n"
    let once = try Self.written(text, ["a", "b"])
    let lines = once.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.dropLast().allSatisfy { $0.last == "\r" } && lines.last?.isEmpty == true)
    // As a file of the other system would be, but for its line ends.
    let plain = try Self.written(text.replacing("\r\n", with: "\n"), ["a", "b"])
    #expect(once.replacing("\r\n", with: "\n") == plain)
    #expect(Self.bytes(try Self.written(once, ["a", "b"])) == Self.bytes(once))
  }

  @Test func aCellAtTheVeryEnd() throws {
    for cell in ["```soar\nsoar ls\n```", "```soar\r\nsoar ls\r\n```", "```soar\nsoar ls\n```\r"] {
      let once = try Self.written(cell)
      #expect(once.utf8.last == 0x0A)
      let read = try Notebook(path: "/nowhere/n.md", text: once)
      #expect(read.cells.first?.output?.body == ["out"])
      #expect(Self.bytes(try Self.written(once)) == Self.bytes(once))
    }
  }
}
