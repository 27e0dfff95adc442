public import Configuration
import Diagnostics
public import Foundation

/// A grid as its file describes it (docs/ablations.md): a base configuration, the points at which it
/// is changed, and the teacher seeds that each point is run with.
///
/// The points are the cross product of the axes of `grid` and of `zip`, whose lists advance together
/// as one axis, and the points of `list` beside it; that whole is crossed with the sweeps of the
/// command line; what `exclude` names is left out.
public struct GridFile: Sendable {
  /// One key with the values that it takes.
  public struct Axis: Sendable, Equatable {
    public var key: String
    public var values: [YAMLValue]

    public init(key: String, values: [YAMLValue]) {
      self.key = key
      self.values = values
    }
  }

  /// An explicit point, or what an exclusion has to match.
  public struct Point: Sendable, Equatable {
    /// In place of the values in names and tables; nil where none is given.
    public var label: String?
    public var assignments: [Assignment]
    /// For messages: `list[2]`, `exclude[1]`.
    public var place: String

    public init(label: String? = nil, assignments: [Assignment], place: String) {
      self.label = label
      self.assignments = assignments
      self.place = place
    }
  }

  /// The file as the user named it, for messages.
  public var source: String
  public var name: String
  /// As given.
  public private(set) var text = ""
  /// The preset of the base; nil where the base's own file may name one.
  public var preset: String?
  /// The base's file; relative to the grid's own.
  public var config: URL?
  /// What the base changes of its preset and file.
  public var set: [Assignment] = []
  /// Nil takes those of the base.
  public var seeds: [Int]?
  /// Students per seed; nil takes the base's.
  public var students: Int?
  /// Names of arms to keep, and whole arms; nil keeps all of the point's.
  public var arms: [YAMLValue]?
  public var grid: [Axis] = []
  public var zip: [Axis] = []
  public var list: [Point] = []
  public var exclude: [Point] = []
  /// From the command line: keys with one value at every point.
  public var settings: [Assignment] = []
  /// From the command line: keys with several values.
  public var sweeps: [Axis] = []

  /// Keys of a configuration that a grid has words of its own for, with these words.
  static let reserved = ["seeds": "seeds", "studentsPerSeed": "students", "preset": "base.preset"]

  /// - Parameter overrides: `key=value`, `key=value,value`, `key=range(first,end,step)` and
  ///   `seeds=...`, `students=...`; later ones win.
  /// - Throws: ``UserError`` naming the file, the place and the line of what cannot be used.
  public static func read(_ url: URL, overrides: [String] = []) throws -> GridFile {
    try read(
      text: YAMLValue.text(ofFile: url), source: url.relativePath,
      name: url.deletingPathExtension().lastPathComponent, folder: url.deletingLastPathComponent(),
      overrides: overrides)
  }

  /// As ``read(_:overrides:)``, from text.
  public static func read(
    text: String, source: String, name: String = "grid", folder: URL, overrides: [String] = []
  ) throws -> GridFile {
    var reader = GridFileReader(source: source)
    var grid = try reader.read(
      YAMLValue.read(text, name: source), name: name, folder: folder)
    grid.text = text
    for override in overrides { try grid.apply(override) }
    return grid
  }

  /// A key must be set in one place only, and not within another: which of two wins would be a guess.
  func requireApart(_ keys: [(key: String, place: String)]) throws {
    for (index, (key, place)) in keys.enumerated() {
      for (other, otherPlace) in keys[..<index]
      where key == other || key.hasPrefix("\(other).") || other.hasPrefix("\(key).") {
        throw UserError(
          .configuration, file: source, place: "\(place).\(key)",
          key == other ? "is set by \(otherPlace) too" : "overlaps with \(otherPlace).\(other)",
          hint: "set a key in one place")
      }
    }
  }
}
