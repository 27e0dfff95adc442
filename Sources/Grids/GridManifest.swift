import Configuration

/// The cells of a grid's folder.
public struct GridManifest: Codable, Sendable, Equatable {
  public struct Value: Codable, Sendable, Equatable {
    public var key: String
    /// As YAML on one line.
    public var value: String
  }

  public struct Cell: Codable, Sendable, Equatable {
    public var name: String
    public var label: String
    public var seed: Int
    /// SHA-256 of the resolved configuration.
    public var hash: String
    public var point: [Value]
    /// False for a cell of an earlier version of the grid, left untouched.
    public var isCurrent: Bool
  }

  public static let formatVersion = 1

  public var format = Self.formatVersion
  public var name: String
  /// The grid's file, as last given.
  public var source: String
  public var overrides: [String]
  public var cells: [Cell]

  public var currentCells: [Cell] { cells.filter(\.isCurrent) }

  /// Keys that current points set, in the order of first mention.
  public var keys: [String] {
    currentCells.flatMap { $0.point.map(\.key) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The manifest after adding a grid's cells, possibly another version of the previous one: cells
  /// with equal configuration keep their names; the remaining old cells stay, marked not current.
  static func merging(_ cells: [GridCell], of grid: GridFile, overrides: [String], into old: Self?)
    -> Self
  {
    let merged = cells.map { cell in
      Cell(
        name: old?.cells.first { $0.hash == cell.hash }?.name ?? cell.name, label: cell.label,
        seed: cell.seed, hash: cell.hash,
        point: cell.point.map { Value(key: $0.key, value: $0.value.text) }, isCurrent: true)
    }
    let hashes = Set(merged.map(\.hash))
    let rest = (old?.cells ?? []).filter { !hashes.contains($0.hash) }.map { cell in
      var cell = cell
      cell.isCurrent = false
      return cell
    }
    return GridManifest(
      name: grid.name, source: grid.source, overrides: overrides, cells: merged + rest)
  }
}
