public import Configuration
import Diagnostics
public import Foundation

/// A grid as its file describes it (docs/ablations.md): a base configuration, the points that
/// change it, and the teacher seeds for each point.
///
/// The points are the cross product of the axes of `grid` and `zip` (whose lists advance together
/// as one axis), plus the points of `list`; all of them are crossed with the command line's sweeps,
/// minus the points matched by `exclude`.
public struct GridFile: Sendable {
  /// One key and its values.
  public struct Axis: Sendable, Equatable {
    public var key: String
    public var values: [YAMLValue]

    public init(key: String, values: [YAMLValue]) {
      self.key = key
      self.values = values
    }
  }

  /// An explicit point, or the pattern of an exclusion.
  public struct Point: Sendable, Equatable {
    /// Replaces the values in names and tables; nil if not given.
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

  /// The file, as the user named it, for messages.
  public var source: String
  public var name: String
  /// The file's text, verbatim.
  public private(set) var text = ""
  /// The base's preset; nil if the base's own file may name one.
  public var preset: String?
  /// The base's file; relative to the grid's own.
  public var config: URL?
  /// Changes to the base's preset and file.
  public var set: [Assignment] = []
  /// Nil uses the base's.
  public var seeds: [Int]?
  /// Students per seed; nil uses the base's.
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

  /// Configuration keys for which a grid has its own words, with these words.
  static let reserved = ["seeds": "seeds", "studentsPerSeed": "students", "preset": "base.preset"]

  /// - Parameter overrides: `key=value`, `key=value,value`, `key=range(first,end,step)` and
  ///   `seeds=...`, `students=...`; later ones win.
  /// - Throws: ``UserError`` naming the file, place and line of the unusable input.
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

  /// Requires each key to be set once and not inside another: choosing a winner would be a guess.
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
