// Behaviours locked here:
// - a folder is written whole; the same grid again changes nothing; another version of it adds cells,
//   keeps the names of those it had, and leaves the rest as not current
// - a state left `running` by a process that is gone reads as interrupted; a finished one without
//   its run as never tried
// - one scheduler to a folder; locks end with their holder

import Configuration
import Diagnostics
import Foundation
import Grids
import SelfPlay
import Testing

@Suite struct GridFolderTests {
  let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("soar-grid-\(UUID().uuidString)")
  var folder: GridFolder { GridFolder(url) }

  @discardableResult
  private func write(_ text: String) throws -> GridManifest {
    try folder.write(grid(text), cells(text), overrides: [])
  }

  @Test func versionsOfAGrid() throws {
    defer { try? FileManager.default.removeItem(at: url) }
    let first = try write("grid: {soar.window: [2, 4]}")
    #expect(first.cells.map(\.label) == ["window=2", "window=4"])
    #expect(try write("grid: {soar.window: [2, 4]}") == first)
    // The labels change with another axis; names of cells that were there do not.
    let second = try write("grid: {soar.window: [4, 5], soar.repeats: [1, 3]}")
    #expect(second.cells.count == 5)
    let kept = try #require(second.cells.first { $0.hash == first.cells[1].hash })
    #expect(kept.name == first.cells[1].name && kept.isCurrent)
    #expect(kept.label == "window=4, repeats=1")
    #expect(second.cells.filter { !$0.isCurrent }.map(\.name) == [first.cells[0].name])
    #expect(second.keys == ["soar.window", "soar.repeats"])
    for cell in second.cells { #expect(try folder.resolved(cell).seeds == [1]) }
    #expect(try GridFolder.open(url).manifest == second)
  }

  @Test func otherFoldersAreLeftAlone() throws {
    defer { try? FileManager.default.removeItem(at: url) }
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    try Data().write(to: url.appendingPathComponent("mine.txt"))
    #expect(throws: UserError.self) { try write("name: x") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: url.path) == ["mine.txt"])
    #expect(throws: UserError.self) { try GridFolder.open(url) }
  }

  @Test func aConfigurationThatWasChanged() throws {
    defer { try? FileManager.default.removeItem(at: url) }
    let cell = try write("name: x").cells[0]
    let file = folder.configuration(cell.name)
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("window: 3", with: "window: 9").utf8).write(to: file)
    #expect(throws: UserError.self) { try folder.resolved(cell) }
    // The grid's file mends it.
    try write("name: x")
    #expect(try folder.resolved(cell).soar.window == 3)
  }

  @Test func states() throws {
    defer { try? FileManager.default.removeItem(at: url) }
    let name = try write("name: x").cells[0].name
    #expect(try folder.state(name) == nil)
    var state = CellState(status: .running, attempts: 1)
    try folder.write(state, name)
    #expect(try folder.state(name)?.status == .interrupted)
    do {
      let lock = try #require(try folder.lock(name))
      #expect(try folder.state(name)?.status == .running)
      #expect(try folder.lock(name) == nil)
      withExtendedLifetime(lock) {}
    }
    #expect(try folder.state(name)?.status == .interrupted)
    state.status = .finished
    try folder.write(state, name)
    #expect(try folder.state(name) == nil)
    try FileManager.default.createDirectory(
      at: folder.run(name), withIntermediateDirectories: true)
    #expect(try folder.state(name)?.status == .finished)
    try Data("{".utf8).write(to: url.appendingPathComponent("state/\(name).json"))
    #expect(throws: UserError.self) { try folder.state(name) }
  }

  @Test func oneSchedulerToAFolder() throws {
    defer { try? FileManager.default.removeItem(at: url) }
    var lock: FileLock? = try folder.lock()
    #expect(folder.isLocked)
    do {
      _ = try folder.lock()
      Issue.record("two schedulers")
    } catch let error as UserError {
      #expect(error.status == .cannotCreate)
      #expect(error.message.contains("process \(getpid()) on"))
    }
    // Made before the grid itself, it does not stand in its way.
    try write("name: x")
    withExtendedLifetime(lock) {}
    lock = nil
    #expect(!folder.isLocked)
  }

  @Test func namesThatLeadElsewhere() throws {
    defer { try? FileManager.default.removeItem(at: url) }
    let name = try write("name: x").cells[0].name
    let file = folder.manifestFile
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing(name, with: "../../x").utf8).write(to: file)
    #expect(throws: UserError.self) { try folder.manifest() }
  }
}
