import Diagnostics

/// The records of a log, as JSON lines, as a JSON array, or as an indented document.
package struct RecordReader {
  private enum Layout {
    case lines(LineReader)
    case values(JSONSequenceReader)
  }

  /// Maximum bytes of an indented document, which is parsed as a whole.
  static let documentLimit = 64 << 20

  private var layout: Layout
  /// Maximum bytes of a record.
  let limit: Int

  /// - Parameter path: the file; `-` is standard input.
  package init(path: String) throws {
    var input = try InputBytes(path: path)
    guard try !input.peek().starts(with: Array("PAR1".utf8)) else {
      throw Self.parquet(path == StandardOutput.name ? "x.parquet" : path, input.path)
    }
    let head = try input.peek().drop { byte in
      JSONSequenceReader.isSpace(byte) || [0xEF, 0xBB, 0xBF].contains(byte)
    }
    let isArray = head.first == UInt8(ascii: "[")
    // One line holds a record, or nothing but the brace that an indented document begins with.
    let isDocument =
      head.first == UInt8(ascii: "{")
      && head.dropFirst().first { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 } == 0x0A
    limit = isDocument ? Self.documentLimit : LineReader.limit
    layout =
      isArray || isDocument
      ? .values(JSONSequenceReader(input, isArray: isArray, limit: limit))
      : .lines(LineReader(input))
  }

  /// - Parameters:
  ///   - path: for the command that converts the file.
  ///   - name: for the message.
  private static func parquet(_ path: String, _ name: String) -> UserError {
    let ending = ".parquet"
    let lines = (path.hasSuffix(ending) ? String(path.dropLast(ending.count)) : path) + ".jsonl"
    let command =
      "import pandas; pandas.read_parquet(\(JSONText.quoted(path))).to_json("
      + "\(JSONText.quoted(lines)), orient=\"records\", lines=True)"
    return UserError(
      .dataError, file: name, "is a Parquet file, not JSON lines",
      hint: "convert it with python3 -c \(command.shellWord)")
  }

  package var path: String {
    switch layout {
    case .lines(let reader): reader.path
    case .values(let reader): reader.path
    }
  }

  /// Line of the record returned last, from 1.
  package var number: Int {
    switch layout {
    case .lines(let reader): reader.number
    case .values(let reader): reader.number
    }
  }

  /// The next record's bytes; nil after the last.
  ///
  /// - Throws: ``LineDefect`` for a record that is too long, or where an array is broken.
  package mutating func next() throws -> [UInt8]? {
    let record: LineReader.Line?
    switch layout {
    case .lines(var reader):
      defer { layout = .lines(reader) }
      record = try reader.next()
    case .values(var reader):
      defer { layout = .values(reader) }
      record = try reader.next()
    }
    switch record {
    case nil: return nil
    case .text(let bytes): return bytes
    case .tooLong: throw LineDefect(message: "is longer than \(limit >> 20) MiB")
    }
  }
}
