import Configuration
public import Diagnostics
import Experiments
public import Foundation
import RunStore
public import SelfPlay

/// An experiment on questions at each point of a grid of two settings; each point is a run.
public struct PhaseExperiment {
  public var x: PhaseMap.Axis
  public var y: PhaseMap.Axis
  /// `[y][x]`.
  public var configurations: [[RunConfiguration]]
  /// Holds the runs of the points, below `points/`.
  public var folder: URL
  public var usesCache: Bool
  /// Threads for independent students.
  public var workers: Int
  /// Draws the reports of the points.
  public var gnuplot: Gnuplot

  public init(
    x: PhaseMap.Axis, y: PhaseMap.Axis, configurations: [[RunConfiguration]], folder: URL,
    usesCache: Bool = true, workers: Int, gnuplot: Gnuplot
  ) {
    self.x = x
    self.y = y
    self.configurations = configurations
    self.folder = folder
    self.usesCache = usesCache
    self.workers = workers
    self.gnuplot = gnuplot
  }

  /// Runs the unfinished points. Repeating the call resumes where it stopped.
  ///
  /// - Parameters:
  ///   - tell: receives a line before each point.
  ///   - warn: called if a resumed point will not match an uninterrupted one bit for bit.
  ///   - progress: makes the reporter of one point.
  public func run(
    tell: (String) -> Void = { _ in }, warn: (String) -> Void = { _ in },
    progress: () -> ProgressReporter = { ProgressReporter() }
  ) async throws -> PhaseMap {
    var points: [[InterventionEffects?]] = []
    var missing: [[String?]] = []
    for (row, line) in configurations.enumerated() {
      points.append([])
      missing.append([])
      for (column, configuration) in line.enumerated() {
        try Task.checkCancellation()
        tell(
          "point \(row * line.count + column + 1) of \(line.count * configurations.count): "
            + "\(x.key) \(x.values[column]), \(y.key) \(y.values[row])")
        let place = folder.appendingPathComponent("points/x\(column + 1)-y\(row + 1)")
        let (effects, reason) = try await point(configuration, at: place, warn, progress)
        points[row].append(effects)
        missing[row].append(reason)
      }
    }
    let first = configurations[0][0]
    return PhaseMap(
      x: x, y: y, points: points, missing: missing,
      settings: [ReportSetting("seeds", first.seeds.map(String.init).joined(separator: ", "))]
        + (try RunDesign(first).settings))
  }

  /// The result of a point; a world in which nothing is hard, or everything, is a result too.
  private func point(
    _ configuration: RunConfiguration, at url: URL, _ warn: (String) -> Void,
    _ progress: () -> ProgressReporter
  ) async throws -> (InterventionEffects?, String?) {
    let execution: RunExecution
    if FileManager.default.fileExists(atPath: url.appendingPathComponent(RunStore.fileName).path) {
      let store = try RunStore.open(at: url, readOnly: true)
      let record = try store.run()
      guard try record.config == ConfigurationLoader.yaml(configuration) else {
        throw UserError(
          .cannotCreate, file: url.relativePath, "holds a point with other settings",
          hint: "choose another --output, or delete it")
      }
      if record.outcome == .finished {
        let builder = ReportBuilder(configuration: configuration, store: store)
        return (try builder.interventions()?.effects, nil)
      }
      execution = try RunExecution.resume(at: url, workers: workers, warn: warn)
    } else {
      execution = try RunExecution.begin(configuration, at: url, workers: workers)
    }
    do {
      try await execution.carryOut(
        usesCache: usesCache, progress: progress(), resumeHint: "the same command")
      try execution.writeReport(gnuplot: gnuplot)
      try execution.store.consolidate()
      return (try execution.builder.interventions()?.effects, nil)
    } catch let error as UserError where error.place == "hardSet" {
      return (nil, error.message)
    }
  }
}
