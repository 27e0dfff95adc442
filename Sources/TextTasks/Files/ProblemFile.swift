public import Diagnostics
public import Foundation

/// Problems in JSON Lines: one object per line, blank lines ignored.
///
/// | member | value |
/// |---|---|
/// | `question` | the text, as the student reads it |
/// | `answer` | the reference, a string or an integer |
/// | `id` | optional: a name, unique in the file; string or integer |
/// | `level` | optional: string or integer, for `task.hardLevels` and `task.easierLevels` |
/// | `source` | optional: where the problem is from |
/// | `metadata` | optional: anything; not read |
///
/// Any other member is an error, so that a misspelled `level` cannot go unnoticed. Texts are kept byte
/// for byte, without Unicode normalization. A byte order mark at the start of the file is skipped.
public struct ProblemFile: Sendable {
  /// One problem.
  public struct Problem: Sendable {
    public var question: String
    public var answer: String
    public var id: String?
    public var level: String?
    public var source: String?
    /// Its line in the file, from 1.
    public var line: Int
  }

  /// The path, as the user named it.
  public let path: String
  public let problems: [Problem]

  /// Largest file and longest line, in bytes.
  public static let maximumBytes = 1 << 28
  public static let maximumLineBytes = 1 << 20

  /// Reads a file.
  ///
  /// - Throws: ``UserError`` for the first defect.
  public init(_ url: URL) throws {
    let (file, findings) = try Self.read(url)
    if let first = findings.first { throw first }
    self = file
  }

  /// Reads a file as far as it can be read.
  ///
  /// - Returns: the problems of all good lines, and every defect in the order of the lines.
  /// - Throws: ``UserError`` if the file as a whole cannot be read.
  public static func read(_ url: URL) throws -> (file: ProblemFile, findings: [UserError]) {
    let file = try InputFile(url)
    guard file.size <= maximumBytes else {
      throw UserError(
        .dataError, file: file.path,
        "has \(file.size) bytes, and at most \(maximumBytes) are read", hint: "split it")
    }
    let handle = FileHandle(fileDescriptor: file.descriptor, closeOnDealloc: false)
    let data: Data
    do { data = try handle.read(upToCount: max(1, file.size)) ?? Data() } catch {
      throw UserError(.ioError, file: file.path, "cannot be read: \(error.localizedDescription)")
    }
    var reader = ProblemFileReader(path: file.path)
    reader.read([UInt8](data))
    return (ProblemFile(path: file.path, problems: reader.problems), reader.findings)
  }

  private init(path: String, problems: [Problem]) {
    self.path = path
    self.problems = problems
  }

  /// Problems per level, in the order of first occurrence; a level of nil is that of problems without
  /// one.
  public var levels: [(level: String?, count: Int)] {
    var counts: [ExactText?: Int] = [:]
    for problem in problems { counts[problem.level?.exact, default: 0] += 1 }
    return problems.map { $0.level?.exact }.distinct.map { ($0?.text, counts[$0] ?? 0) }
  }

  /// A defect of one line.
  func defect(_ problem: Problem, _ key: String, _ message: String, hint: String? = nil)
    -> UserError
  {
    .line(problem.line, key, message, of: path, hint: hint)
  }
}

extension UserError {
  /// `FILE: line N: key: message (hint)`
  static func line(
    _ number: Int, _ key: String?, _ message: String, of path: String, hint: String?
  ) -> UserError {
    UserError(
      .dataError, file: path, place: "line \(number)" + (key.map { ": \($0)" } ?? ""), message,
      hint: hint)
  }
}
