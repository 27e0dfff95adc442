import Diagnostics
public import Foundation
import Statistics

/// Where a finding holds: one experiment at each point of two axes of settings.
public struct PhaseMap: Sendable {
  /// A setting that was varied.
  public struct Axis: Codable, Sendable, Equatable {
    /// Path of the configuration's key.
    public var key: String
    /// The values as written, in order.
    public var values: [String]

    public init(key: String, values: [String]) {
      self.key = key
      self.values = values
    }
  }

  public var x: Axis
  public var y: Axis
  /// `[y][x]`; nil if a point has no experiment to report.
  public var points: [[InterventionEffects?]]
  /// Why a point has no experiment, `[y][x]`.
  public var missing: [[String?]]
  public var settings: [ReportSetting]

  public init(
    x: Axis, y: Axis, points: [[InterventionEffects?]], missing: [[String?]],
    settings: [ReportSetting]
  ) {
    self.x = x
    self.y = y
    self.points = points
    self.missing = missing
    self.settings = settings
  }

  public static let fileName = "phase"

  public var text: String {
    (["# Where structure matters more than correctness"] + parts(level: 2))
      .joined(separator: "\n\n") + "\n"
  }

  /// The text, with headings of the given level.
  func parts(level: Int) -> [String] {
    [
      introduction, Markdown.image(PhaseFigure(self)), conclusion,
      "\(String(repeating: "#", count: level)) Points", table,
    ]
  }

  /// Structure less correctness at each point, adjusted over the map: `[y][x]`.
  var findings: [[Effect?]] {
    var rest = points.joined().map { $0?.effect(.difference, .testPass)?.effect }
      .decided(\.self)[...]
    return points.map { row in
      defer { rest = rest.dropFirst(row.count) }
      return Array(rest.prefix(row.count))
    }
  }

  private var k: Int { points.joined().lazy.compactMap { $0?.k }.first ?? 0 }

  private var introduction: String {
    """
    At each point a base model of its own is pretrained in a world with these settings, its hard \
    problems are screened, and fresh students train on questions made to measure. *Structure* is \
    well-posed less ill-posed, over all answers; *correctness* right less wrong answers of well-posed \
    questions; the finding **holds** where (structure less correctness) is decided to be above zero, \
    **does not hold** where it is decided to be below, and is **undecided** otherwise. Measured by \
    pass@\(k) on hard-test. The points are one table: \(Effect.rule)

    Across: \(Markdown.code(x.key)). Down: \(Markdown.code(y.key)). \
    \(settings.map { "\(Markdown.escape($0.name)) \(Markdown.escape($0.value))" }
      .joined(separator: "; ")).
    """
  }

  var conclusion: String {
    let verdicts = findings.joined().compactMap { $0?.decision }
    func count(_ verdict: Decision) -> Int { verdicts.count { $0 == verdict } }
    return
      "Of \(verdicts.count.counted("point")) the finding holds at \(count(.above)), does not hold "
      + "at \(count(.below)), and is undecided at \(count(.undecided))."
  }

  private var table: String {
    var rows: [[String]] = []
    let findings = findings
    for (row, down) in y.values.enumerated() {
      for (column, across) in x.values.enumerated() {
        let head = [Markdown.code(across), Markdown.code(down)]
        guard let point = points[row][column] else {
          rows.append(
            head + ["", ""] + Format.effectHeader.dropFirst().map { _ in "" } + [
              Markdown.escape(missing[row][column] ?? "nothing was measured")
            ])
          continue
        }
        func cell(_ kind: InterventionEffect.Kind) -> String {
          point.effect(kind, .testPass).map { Format.signedEstimate($0.effect.estimate) }
            ?? Format.missing
        }
        rows.append(
          head + [cell(.structure), cell(.correctness)]
            + (findings[row][column].map {
              Format.effectCells($0, words: ("holds", "does not hold"))
            } ?? Format.noEffect))
      }
    }
    return Markdown.table(
      [
        Markdown.escape(x.key), Markdown.escape(y.key), "structure", "correctness",
      ] + Format.effectHeader, rows, leading: 2)
      + "\n\nThe effect is structure less correctness."
  }

  private struct Document: Codable {
    struct Point: Codable {
      var x: String
      var y: String
      var finding3: String?
      var effects: InterventionEffects?
      var missing: String?
    }
    var x: Axis
    var y: Axis
    var settings: [ReportSetting]
    var points: [Point]
  }

  /// The numbers; shares are 0 to 1.
  public var json: Data {
    get throws {
      var all: [Document.Point] = []
      let findings = findings
      for (row, down) in y.values.enumerated() {
        for (column, across) in x.values.enumerated() {
          let effects = points[row][column]
          all.append(
            Document.Point(
              x: across, y: down, finding3: findings[row][column]?.decision.findingWords,
              effects: effects,
              missing: missing[row][column]))
        }
      }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
      return try encoder.encode(Document(x: x, y: y, settings: settings, points: all))
        + Data("\n".utf8)
    }
  }

  /// Reads the map that `soar phase` left in a folder.
  ///
  /// - Throws: ``UserError`` if there is none, or it has another format.
  public init(folder: URL) throws {
    let file = folder.appendingPathComponent("report/\(Self.fileName).json")
    let document: Document
    do {
      document = try JSONDecoder().decode(Document.self, from: Data(contentsOf: file))
    } catch let error as DecodingError {
      throw UserError(
        .dataError, file: file.relativePath, "is no map of soar phase: \(error.place)",
        hint: "repeat the command that made it; finished points are kept")
    } catch {
      throw UserError(
        .noInput, file: file.relativePath, "cannot be read",
        hint: "soar phase writes it when all points are done")
    }
    let width = document.x.values.count
    guard width > 0, document.points.count == width * document.y.values.count else {
      throw UserError(
        .dataError, file: file.relativePath,
        "holds \(document.points.count.counted("point")) for \(width) x "
          + "\(document.y.values.count) settings",
        hint: "repeat the command that made it; finished points are kept")
    }
    let rows = document.y.values.indices.map {
      document.points[($0 * width)..<(($0 + 1) * width)]
    }
    self.init(
      x: document.x, y: document.y, points: rows.map { $0.map(\.effects) },
      missing: rows.map { $0.map(\.missing) }, settings: document.settings)
  }

  public var figure: any Figure { PhaseFigure(self) }

  /// - Returns: the text's file.
  @discardableResult
  public func write(to folder: URL, gnuplot: Gnuplot) throws -> URL {
    let images = folder.appendingPathComponent("figures")
    try AtomicFile.createFolder(images)
    try gnuplot.draw(PhaseFigure(self), in: images)
    try AtomicFile.write(try json, to: folder.appendingPathComponent("\(Self.fileName).json"))
    let file = folder.appendingPathComponent("\(Self.fileName).md")
    try AtomicFile.write(text, to: file)
    return file
  }
}

extension DecodingError {
  fileprivate var place: String {
    let (context, what) =
      switch self {
      case .keyNotFound(let key, let context): (context, "\(key.stringValue) is missing")
      case .typeMismatch(_, let context): (context, "another type is needed")
      case .valueNotFound(_, let context): (context, "a value is missing")
      case .dataCorrupted(let context): (context, "not valid JSON")
      @unknown default: (Context(codingPath: [], debugDescription: ""), "unreadable")
      }
    let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
    return path.isEmpty ? what : "\(path.joined(separator: ".")): \(what)"
  }
}
