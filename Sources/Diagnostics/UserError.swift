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
  /// The user interrupted the command; what was finished is saved.
  case interrupted = 75
  /// Permission was denied.
  case noPermission = 77
  /// The configuration is well-formed and cannot be run: a value out of range, or two that
  /// contradict each other.
  case configuration = 78
}

/// A mistake or a circumstance that the user can mend. The command line prints it as one line,
/// `error: FILE: key.path: what is wrong (hint)`, and exits with `status`.
public struct UserError: Error, Sendable, Equatable, CustomStringConvertible {
  public var status: ExitStatus
  /// The file concerned, as the user named it.
  public var file: String?
  /// Where in the file: a dotted key path, `line 12`, or a tensor's name.
  public var place: String?
  public var message: String
  /// What to do about it.
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

  /// One line: control characters of quoted input are escaped, so that untrusted text can
  /// neither break the line nor drive a terminal nor show another order than it has.
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

  /// The string with every character written as `\u{..}` that ends a line, that a terminal would
  /// obey, or that shows nothing itself and turns the writing around it.
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

  /// The candidate nearest to this string by edit distance, when it is near enough to be a likely
  /// slip of the finger (at most a third of the length, and at least one edit).
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
