public import Diagnostics
import Foundation
import Grids
import RunStore

/// The runs of run folders and grids.
public struct GivenRuns {
  private(set) var runs: [GivenRun] = []
  /// Missing grid cells, in sentences.
  private(set) var remarks: [String] = []

  /// - Parameter force: accepts runs with other base models and hard sets.
  public init(_ folders: [String], force: Bool, progress: ProgressReporter) throws {
    for folder in folders {
      if GridFolder.isGrid(URL(fileURLWithPath: folder)) {
        try add(grid: folder, progress: progress)
      } else {
        runs.append(try GivenRun(folder: folder))
      }
    }
    try leaveOutCopies(progress)
    var names = NameRegister()
    for run in runs { try run.store.requireDistinctNames(&names) }
    guard !force, let first = runs.first else { return }
    for run in runs.dropFirst() { try run.requireGround(of: first) }
  }

  private mutating func leaveOutCopies(_ progress: ProgressReporter) throws {
    var known = RunCopies()
    for index in runs.indices {
      runs[index].copies = try known.seeds(
        of: runs[index].store, in: runs[index].folder, comparesContents: false)
    }
    // Keeps a run without results: its own error names it.
    try runs.removeAll { run in
      try !run.copies.isEmpty && run.copies.isSuperset(of: run.store.seeds())
    }
    for remark in known.remarks { progress.note(remark) }
    remarks += known.remarks.map { "\($0)." }
  }

  /// Each run with its differences from the first.
  func compared(progress: ProgressReporter) throws -> [ComparedRun] {
    try runs.told("reading runs", to: progress) { try $0.compared(with: runs[0]) }
  }

  /// The comparison for a report: adds each run's methods and digest, which takes reading all of
  /// its results, and remarks on what is missing.
  public func comparison(
    _ options: (_ runs: [ComparedRun]) throws -> RunComparison.Options, progress: ProgressReporter
  ) throws -> RunComparison {
    let compared = try compared(progress: progress)
    let told = try zip(runs, compared).map { ($0, $1) }
      .told("reading their methods and digests", to: progress) { given, run in
        var run = run
        run.methods = try ReportBuilder(configuration: given.configuration, store: given.store)
          .methods()
        run.digest = try given.store.digest()
        return run
      }
    progress.begin(stage: "comparing arms and questions", total: 0)
    defer { progress.close() }
    var comparison = try RunComparison(told, options: options(told))
    comparison.remarks = remarks
    return comparison
  }

  // MARK: - Grids

  /// Adds the finished cells of a grid, labelled by point if there are several. Names and leaves
  /// out a cell whose run is incomplete or another cell's, as `soar grid collect` does.
  private mutating func add(grid folder: String, progress: ProgressReporter) throws {
    let (grid, manifest) = try GridFolder.open(URL(fileURLWithPath: folder))
    let cells = manifest.currentCells
    var found: [(label: String, run: GivenRun)] = []
    var unfinished: [GridManifest.Cell] = []
    var broken: [String] = []
    for cell in cells {
      let state = try grid.state(cell.name)
      let run = grid.run(cell.name)
      // A run without a state was copied here from elsewhere.
      guard
        state?.status == .finished
          || state == nil && FileManager.default.fileExists(atPath: run.path)
      else {
        unfinished.append(cell)
        continue
      }
      do {
        let given = try GivenRun(folder: run.relativePath)
        try given.store.run().requireFinished(as: cell, folder: given.folder)
        found.append((cell.label, given))
      } catch let error as UserError {
        progress.note("left out: \(error.description)")
        broken.append(cell.name)
      }
    }
    guard !found.isEmpty else {
      throw UserError(
        .dataError, file: folder, "holds no finished cell",
        hint: "soar grid status \(folder) shows its progress")
    }
    let hasPoints = Set(found.map(\.label)).count > 1
    runs += found.map { label, run in
      var run = run
      if hasPoints { run.point = label }
      return run
    }
    guard found.count < cells.count else { return }
    var remark = "Of the grid \(manifest.name) \(found.count) of \(cells.count) cells are here."
    if !unfinished.isEmpty { remark += " Not finished: \(Self.listed(unfinished))." }
    if !broken.isEmpty { remark += " Left out, not whole: \(broken.joined(separator: ", "))." }
    remarks.append(remark)
  }

  /// `as it is (seed 3), noise gate 2 (seeds 1, 2, 3)`.
  private static func listed(_ cells: [GridManifest.Cell]) -> String {
    cells.map(\.label).distinct.map { label in
      let seeds = cells.filter { $0.label == label }.map { "\($0.seed)" }
      let word = seeds.count == 1 ? "seed" : "seeds"
      let place = "\(word) \(seeds.joined(separator: ", "))"
      return label.isEmpty ? place : "\(label) (\(place))"
    }.joined(separator: "; ")
  }
}

extension Array {
  /// Maps while reporting progress; stops soon after the task is cancelled.
  fileprivate func told<Result>(
    _ stage: String, to progress: ProgressReporter, _ body: (Element) throws -> Result
  ) throws -> [Result] {
    progress.begin(stage: stage, total: count)
    defer { progress.close() }
    return try enumerated().map { index, element in
      try Task.checkCancellation()
      let result = try body(element)
      progress.update(index + 1, detail: "")
      return result
    }
  }
}
