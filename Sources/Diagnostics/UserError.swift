/// Exit statuses of `soar`, from BSD's sysexits(3).
public enum ExitStatus: Int32, Sendable {
  /// Wrong use of the command line.
  case usage = 64
  /// Input data (a configuration, a checkpoint, a database, JSONL) is malformed.
  case dataError = 65
  /// An input file does not exist or cannot be read.
  case noInput = 66
  /// A program or library that the command needs is missing.
  case unavailable = 69
  /// An internal inconsistency: a bug in soar-lab.
  case software = 70
  /// The operating system refused a resource.
  case osError = 71
  /// An output file or folder cannot be created.
  case cannotCreate = 73
  /// Reading or writing failed half-way, for example on a full disk.
  case ioError = 74
  /// The user interrupted the command; finished work is saved.
  case interrupted = 75
  /// Permission was denied.
  case noPermission = 77
  /// The configuration is well-formed but cannot run: a value is out of range, or two values
  /// contradict each other.
  case configuration = 78
}

/// A problem that the user can fix. The command line prints it as one line,
/// `error: FILE: key.path: what is wrong (hint)`, and exits with `status`.
public struct UserError: Error, Sendable, Equatable, CustomStringConvertible {
  public var status: ExitStatus
  /// The file concerned, as the user named it.
  public var file: String?
  /// Where in the file: a dotted key path, `line 12`, or a tensor's name.
  public var place: String?
  public var message: String
  /// How to fix it.
  public var hint: String?

  public init(
    _ status: ExitStatus, file: String? = nil, place: String? = nil, _ message: String,
    hint: String? = nil
  ) {
    self.status = status
    self.file = file
    self.place = place
    self.message = message
    self.hint = hint
  }

  /// One line with the control characters of quoted input escaped, so that untrusted text cannot
  /// break the line, control a terminal or reorder the display.
  public var description: String {
    let head = [file, place].compactMap { $0 }.map { "\($0): " }.joined()
    let tail = hint.map { " (\($0))" } ?? ""
    return (head + message + tail).escapingControlCharacters
  }
}

extension String {
  /// At most `limit` characters of text quoted from a file.
  package func shortened(to limit: Int = 80) -> String {
    count <= limit ? self : "\(prefix(limit))..."
  }

  /// Escapes as `\u{..}` each character that ends a line, controls a terminal, or invisibly changes
  /// the text direction.
  public var escapingControlCharacters: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        escaped += "\\u{\(String(scalar.value, radix: 16))}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The candidate nearest by edit distance, if close enough to be a likely typo (a distance of at
  /// most a third of the length, or 1 for short strings).
  public func nearest(among candidates: [String]) -> String? {
    let limit = max(1, count / 3)
    return
      candidates
      .map { (candidate: $0, distance: editDistance(to: $0)) }
      .filter { $0.distance <= limit }
      .min { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }?
      .candidate
  }

  /// Levenshtein distance in characters.
  func editDistance(to other: String) -> Int {
    let target = Array(other.lowercased())
    var row = Array(0...target.count)
    for (i, character) in lowercased().enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, candidate) in target.enumerated() {
        let substitution = diagonal + (character == candidate ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = Swift.min(substitution, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[target.count]
  }
}
