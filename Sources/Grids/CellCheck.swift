import Configuration
import Diagnostics
import Experiments
import Foundation
public import RunStore
import SelfPlay
import Statistics

/// A finished cell whose run is complete, with its headline numbers.
public struct CollectedCell: Encodable {
  struct Arm: Encodable {
    var arm: String
    /// Tested students; 0 for an arm that could not be trained.
    var students: Int
    /// On hard-test, by k: mean share over the cell's students.
    var passAtK: [String: Measured]
    /// Greedy, on hard-train.
    var trainAccuracy: Measured
  }

  var name, label, hash, digest, folder: String
  var seed: Int
  /// The point's values by key, each as one line of YAML.
  var values: [String: String]
  /// Seconds of the run, over all its sessions.
  var seconds: Double
  var workers: Int
  var outerSteps: Int
  var promotions: Int
  var arms: [Arm]

  /// - Throws: ``UserError`` if the run is incomplete, or not the cell's.
  init(_ cell: GridManifest.Cell, recorded: CellState?, in folder: GridFolder) throws {
    let url = folder.run(cell.name)
    let store = try RunStore.open(at: url, readOnly: true)
    let record = try store.run()
    let configuration = try ConfigurationLoader.load(
      RunConfiguration(), text: record.config, name: "\(url.relativePath)/\(RunStore.fileName)")
    func defect(_ message: String) -> UserError {
      UserError(.dataError, file: url.relativePath, message)
    }
    try record.requireFinished(as: cell, folder: url.relativePath)
    let current = try store.digest()
    digest = recorded?.digest ?? current
    // Labels added since the run ended are no defect.
    guard try digest == current || digest == store.digest(labelledUntil: record.ended) else {
      throw defect("holds other results than the cell had when it finished")
    }
    let run = RunFolder(url: url)
    for file in [run.resolvedConfiguration, run.reportFile]
    where !FileManager.default.fileExists(atPath: file.path) {
      throw defect("lacks \(file.lastPathComponent)")
    }
    let runs = try store.armRuns()
    let skipped = try store.events().filter { $0.kind == "skipped" }
    for arm in configuration.arms {
      let students = runs.count { $0.arm == arm.name } + skipped.count { $0.arm == arm.name }
      guard students >= arm.students(perSeed: configuration.studentsPerSeed) else {
        throw defect("lacks students of \(arm.name)")
      }
    }
    if let diverged = runs.first(where: { $0.status == .diverged }) {
      throw defect("training of \(diverged.arm) met a loss that is not finite")
    }
    let steps = try store.outerSteps()
    name = cell.name
    label = cell.label
    hash = cell.hash
    self.folder = url.relativePath
    seed = cell.seed
    values = Dictionary(cell.point.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    seconds = record.activeSeconds
    workers = record.workers
    outerSteps = steps.count
    promotions = steps.count(where: \.isPromoted)
    arms = configuration.arms.map { arm in
      Arm(
        arm.name, runs.filter { $0.arm == arm.name }, passAt: configuration.evaluation.passAt)
    }
  }
}

extension CollectedCell.Arm {
  fileprivate init(_ name: String, _ runs: [ArmRunRecord], passAt: [Int]) {
    let summaries = runs.map { RunSummary.Arm($0, passAt: passAt) }
    func mean(_ values: [Double]) -> Measured {
      Measured(values.isEmpty ? nil : values.mean)
    }
    self.init(
      arm: name, students: runs.count,
      passAtK: Dictionary(
        Set(passAt).sorted().map { k in
          ("\(k)", mean(summaries.compactMap { $0.passAtK["\(k)"]?.value }))
        }, uniquingKeysWith: { first, _ in first }),
      trainAccuracy: mean(summaries.compactMap { $0.trainAccuracy.value }))
  }
}

extension RunRecord {
  /// - Throws: ``UserError`` if the run is another cell's or has not ended.
  public func requireFinished(as cell: GridManifest.Cell, folder: String) throws {
    guard configHash == cell.hash, SHA256.hexDigest(of: config) == cell.hash else {
      throw UserError(.dataError, file: folder, "holds a run of another configuration")
    }
    guard outcome == .finished else {
      throw UserError(
        .dataError, file: folder, "holds a run that is not finished (\(outcome.rawValue))")
    }
  }
}
