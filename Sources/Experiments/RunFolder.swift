import Diagnostics
package import Foundation
import LanguageModel
import ReinforcementLearning
import SelfPlay

/// The places inside a run's folder.
package struct RunFolder {
  package let url: URL

  package init(url: URL) {
    self.url = url
  }

  var givenConfiguration: URL { url.appendingPathComponent("config.yaml") }
  package var resolvedConfiguration: URL { url.appendingPathComponent("config.resolved.yaml") }
  package var metrics: URL { url.appendingPathComponent("metrics.jsonl") }
  package var log: URL { url.appendingPathComponent("run.log") }
  package var report: URL { url.appendingPathComponent("report") }
  /// The last file of a report to be written.
  package var reportFile: URL { report.appendingPathComponent("report.md") }
  package var baseModel: URL { url.appendingPathComponent("checkpoints/base") }

  /// Where an outer loop keeps its checkpoints; the teacher's name is fit for a folder.
  private func checkpoints(_ teacher: String, seed: Int) -> URL {
    let folder = url.appendingPathComponent("checkpoints/seed-\(seed)")
    return teacher == TeacherRunConfiguration.soar
      ? folder : folder.appendingPathComponent("teacher-\(teacher)")
  }

  private func checkpoint(_ teacher: String, seed: Int, step: Int) -> URL {
    checkpoints(teacher, seed: seed).appendingPathComponent("step-\(step)")
  }

  /// Writes what the outer loop continues from after `step`; whole or not at all.
  func save(
    _ state: OuterLoopState, _ policies: OuterLoopPolicies, _ teacher: String, seed: Int, step: Int
  ) async throws {
    let folder = checkpoint(teacher, seed: seed, step: step)
    let temporary = checkpoints(teacher, seed: seed).appendingPathComponent(".step-\(step).partial")
    try? FileManager.default.removeItem(at: temporary)
    try AtomicFile.createFolder(temporary)
    try await policies.teacher.save(to: temporary.appendingPathComponent("teacher"))
    try await policies.baseline.save(to: temporary.appendingPathComponent("baseline"))
    try await policies.best.save(to: temporary.appendingPathComponent("best"))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    try AtomicFile.write(
      encoder.encode(state), to: temporary.appendingPathComponent("state.json"))
    try AtomicFile.replaceFolder(at: folder, by: temporary)
  }

  /// Reads what `save` wrote.
  func load(
    _ teacherName: String, seed: Int, step: Int, reference: Transformer, vocabulary: [String],
    teacher: AdamWParameters
  ) throws -> (OuterLoopState, OuterLoopPolicies) {
    let folder = checkpoint(teacherName, seed: seed, step: step)
    let stateFile = folder.appendingPathComponent("state.json")
    let state: OuterLoopState
    do {
      state = try JSONDecoder().decode(OuterLoopState.self, from: Data(contentsOf: stateFile))
    } catch {
      throw UserError(
        .dataError, file: stateFile.path, "the checkpoint cannot be read",
        hint: "the run cannot be continued from here; start it anew in another folder")
    }
    func policy(_ name: String, restoring: Bool = false) throws -> LocalPolicy {
      let place = folder.appendingPathComponent(name)
      let hasMoments = FileManager.default.fileExists(
        atPath: place.appendingPathComponent(AdamW.fileName).path)
      return try LocalPolicy.load(
        from: place, reference: reference, vocabulary: vocabulary, optimizer: teacher,
        restoringOptimizer: restoring && hasMoments)
    }
    return (
      state,
      OuterLoopPolicies(
        teacher: try policy("teacher", restoring: true), baseline: try policy("baseline"),
        best: try policy("best"))
    )
  }

  /// Removes the checkpoints of an outer loop other than that of `step`.
  func prune(_ teacher: String, seed: Int, keeping step: Int) {
    let folder = checkpoints(teacher, seed: seed)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    // Other teachers' folders stand beside the steps of SOAR.
    for name in names where name != "step-\(step)" && !name.hasPrefix("teacher-") {
      try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }
  }
}
