import Configuration
public import Diagnostics
public import Foundation
public import SelfPlay

/// A grid on disk:
///
///     grid.yaml        as given
///     manifest.json    the cells: name, label, point, seed, hash
///     configs/NAME.yaml   each cell's resolved configuration
///     cells/NAME/      its run, a folder as made by `soar run`
///     logs/NAME.log    output of its processes
///     state/NAME.json  its outcome
///     sessions/        calls of the scheduler
///     locks/           held by the scheduler and by each cell's process
public struct GridFolder: Sendable {
  public let url: URL

  public init(_ url: URL) { self.url = url }

  public var path: String { url.relativePath }
  public var manifestFile: URL { url.appendingPathComponent("manifest.json") }
  public var gridFile: URL { url.appendingPathComponent("grid.yaml") }
  var lockFile: URL { url.appendingPathComponent("locks/scheduler") }

  public func configuration(_ name: String) -> URL {
    url.appendingPathComponent("configs/\(name).yaml")
  }
  public func run(_ name: String) -> URL { url.appendingPathComponent("cells/\(name)") }
  public func log(_ name: String) -> URL { url.appendingPathComponent("logs/\(name).log") }
  public func slurm(_ name: String) -> URL { url.appendingPathComponent("slurm/\(name)") }
  func stateFile(_ name: String) -> URL { url.appendingPathComponent("state/\(name).json") }
  func lockFile(_ name: String) -> URL { url.appendingPathComponent("locks/\(name)") }
  private var sessions: URL { url.appendingPathComponent("sessions") }

  public static func isGrid(_ url: URL) -> Bool {
    FileManager.default.fileExists(atPath: GridFolder(url).manifestFile.path)
  }

  /// - Throws: ``UserError`` if the folder holds no grid.
  public static func open(_ url: URL) throws -> (folder: GridFolder, manifest: GridManifest) {
    let folder = GridFolder(url)
    guard isGrid(url) else {
      throw UserError(
        .noInput, file: url.relativePath, "holds no grid", hint: "soar grid run makes one")
    }
    return (folder, try folder.manifest())
  }

  public func manifest() throws -> GridManifest {
    let manifest: GridManifest = try read(manifestFile)
    guard manifest.format <= GridManifest.formatVersion else {
      throw UserError(
        .dataError, file: manifestFile.relativePath,
        "has format version \(manifest.format); this soar reads up to "
          + "\(GridManifest.formatVersion)", hint: "update soar")
    }
    // Names become paths below this folder.
    for cell in manifest.cells where !isPlain(cell.name) {
      throw UserError(
        .dataError, file: manifestFile.relativePath, "names a cell '\(cell.name.prefix(60))'",
        hint: "run the grid again to have the file written anew")
    }
    return manifest
  }

  private func isPlain(_ name: String) -> Bool {
    name.wholeMatch(of: /[A-Za-z0-9_][A-Za-z0-9._-]*/) != nil
  }

  /// The manifest that ``write(_:_:given:overrides:)`` would write.
  public func preview(
    _ grid: GridFile, _ cells: [GridCell], overrides: [String]
  ) throws -> GridManifest {
    GridManifest.merging(
      cells, of: grid, overrides: overrides, into: Self.isGrid(url) ? try manifest() : nil)
  }

  /// Creates the folder or updates it to another version of the grid. Writes the manifest last, so
  /// that everything it names exists.
  ///
  /// - Throws: ``UserError`` if the folder holds something else.
  public func write(
    _ grid: GridFile, _ cells: [GridCell], overrides: [String]
  ) throws -> GridManifest {
    let manager = FileManager.default
    let isNew = try requireGridOrNothing()
    do {
      let old = Self.isGrid(url) ? try manifest() : nil
      let new = try preview(grid, cells, overrides: overrides)
      for name in ["configs", "cells", "logs", "state", "sessions", "locks"] {
        try AtomicFile.createFolder(url.appendingPathComponent(name))
      }
      for (cell, entry) in zip(cells, new.cells) {
        let yaml = Data(try ConfigurationLoader.yaml(cell.configuration).utf8)
        if (try? Data(contentsOf: configuration(entry.name))) != yaml {
          try AtomicFile.write(yaml, to: configuration(entry.name))
        }
      }
      try AtomicFile.write(grid.text, to: gridFile)
      if new != old { try write(new, to: manifestFile) }
      return new
    } catch {
      if isNew { try? manager.removeItem(at: url) }
      throw error
    }
  }

  /// Whether the folder is missing or still empty.
  ///
  /// - Throws: ``UserError`` if it holds something other than a grid.
  @discardableResult
  private func requireGridOrNothing() throws -> Bool {
    if url.lastPathComponent == StandardOutput.name { throw UserError.standardOutputAsFolder }
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
    let contents = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    let isNew = contents.isEmpty || contents == ["locks"]
    // A grid killed before its manifest was written, or that lost it, is restored.
    let own = [
      "grid.yaml", "configs", "cells", "logs", "state", "sessions", "locks", "slurm", "compare",
      "report", "cells.csv", "cells.json",
    ]
    guard !exists || isFolder.boolValue,
      Self.isGrid(url) || contents.allSatisfy({ own.contains($0) || $0.hasSuffix(".partial") })
    else {
      throw UserError(
        .cannotCreate, file: path, "exists and holds no grid", hint: "choose another --output")
    }
    return isNew
  }

  /// A cell's configuration.
  public func resolved(_ cell: GridManifest.Cell) throws -> RunConfiguration {
    let file = configuration(cell.name)
    let configuration = try ConfigurationLoader.load(RunConfiguration(), file: file)
    guard try SHA256.hexDigest(of: ConfigurationLoader.yaml(configuration)) == cell.hash else {
      throw UserError(
        .dataError, file: file.relativePath, "is not the configuration of its cell",
        hint: "it was changed by hand, or by another release; run the grid from its file again")
    }
    return configuration
  }

  // MARK: States

  /// The cell's state; nil for a cell that has not been tried or whose finished run was removed. A
  /// cell left `running` by a dead process reads as interrupted.
  public func state(_ name: String) throws -> CellState? {
    guard FileManager.default.fileExists(atPath: stateFile(name).path) else { return nil }
    var state: CellState = try read(stateFile(name))
    if state.status == .running, !FileLock.isHeld(lockFile(name)) {
      // A process records its end before it releases the lock.
      state = try read(stateFile(name))
      if state.status == .running {
        state.status = .interrupted
        state.reason = "its process is gone"
      }
    }
    if state.status == .finished, !FileManager.default.fileExists(atPath: run(name).path) {
      return nil
    }
    return state
  }

  public func write(_ state: CellState, _ name: String) throws {
    try write(state, to: stateFile(name))
  }

  // MARK: Locks

  /// The lock that admits one scheduler to the folder.
  ///
  /// - Throws: ``UserError`` while another process has it.
  public func lock() throws -> FileLock {
    try requireGridOrNothing()
    try AtomicFile.createFolder(lockFile.deletingLastPathComponent())
    if let lock = try FileLock.attempt(lockFile) { return lock }
    throw UserError(
      .cannotCreate, file: path,
      "another soar grid works here, \(FileLock.lastHolder(of: lockFile))",
      hint: "soar grid status \(path) shows its progress")
  }

  public var isLocked: Bool { FileLock.isHeld(lockFile) }

  /// The lock that admits one process to a cell; nil while another has it.
  public func lock(_ name: String) throws -> FileLock? {
    try AtomicFile.createFolder(lockFile(name).deletingLastPathComponent())
    return try FileLock.attempt(lockFile(name))
  }

  public func isLocked(_ name: String) -> Bool { FileLock.isHeld(lockFile(name)) }

  public func lockHolder(_ name: String) -> String { FileLock.lastHolder(of: lockFile(name)) }

  // MARK: Sessions

  /// Every call of the local scheduler, in order; skips unreadable ones, since only a figure of
  /// merit depends on them.
  public func allSessions() -> [GridSession] {
    sessionNumbers.compactMap { try? read(sessionFile($0)) }
  }

  /// A number for a new session.
  public var nextSession: Int { (sessionNumbers.last ?? 0) + 1 }

  public func write(_ session: GridSession, number: Int) throws {
    try write(session, to: sessionFile(number))
  }

  private func sessionFile(_ number: Int) -> URL {
    sessions.appendingPathComponent("\(number).json")
  }

  private var sessionNumbers: [Int] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: sessions.path)) ?? []
    return names.compactMap { name in
      name.wholeMatch(of: /([0-9]{1,9})\.json/).flatMap { Int($0.1) }
    }.sorted()
  }

  // MARK: JSON

  private func read<Value: Decodable>(_ file: URL) throws -> Value {
    do {
      let decoder = JSONDecoder()
      decoder.dateDecodingStrategy = .iso8601
      return try decoder.decode(Value.self, from: Data(contentsOf: file))
    } catch {
      throw UserError(
        .dataError, file: file.relativePath, "cannot be read",
        hint: "delete it and run the grid again; finished cells are kept")
    }
  }

  private func write(_ value: some Encodable, to file: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    try AtomicFile.write(encoder.encode(value), to: file)
  }
}
