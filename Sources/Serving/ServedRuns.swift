import Diagnostics
import Experiments
import Foundation
import RunStore
import SelfPlay
import Synchronization

/// The runs of some folders, as JSON. What has not changed since it was last read is not read again.
final class ServedRuns: Sendable {
  private let directories: [String]
  private let cache = ResponseCache()

  private let expecting: RunServer.Expectation
  private struct Expected {
    var configuration: RunConfiguration
    var workers: Int
    var duration: ExpectedDuration?
  }

  /// By folder, which another run can take over: what other runs say does not change quickly, and reading
  /// it takes their stores.
  private let expected = Mutex<[ExactText: Expected]>([:])

  init(directories: [String], expecting: @escaping RunServer.Expectation) {
    self.directories = directories
    self.expecting = expecting
  }

  private func snapshot(_ folder: String, rewards: Int = 60) throws -> RunSnapshot {
    try RunSnapshot(folder: folder, rewards: rewards) { configuration, workers in
      if let known = expected.withLock({ $0[folder.exact] }), known.workers == workers,
        known.configuration == configuration
      {
        return known.duration
      }
      let found = expecting(URL(fileURLWithPath: folder), configuration, workers)
      expected.withLock {
        $0[folder.exact] = Expected(
          configuration: configuration, workers: workers, duration: found)
      }
      return found
    }
  }

  /// Every run's folder, once, and what is wrong with the directories now.
  func folders() -> (names: [String], errors: [UserError]) {
    var names: [String] = []
    var errors: [UserError] = []
    for directory in directories {
      do {
        names += try RunListing.folders(directory)
      } catch let error as UserError {
        errors.append(error)
      } catch {
        errors.append(UserError(.noInput, file: directory, "cannot be read: \(error)"))
      }
    }
    return (names.map(\.exact).distinct.map(\.text), errors)
  }

  // MARK: The list

  fileprivate struct Row: Encodable {
    var run, shellWord: String
    var state: RunSnapshot.State?
    var preset: String?
    var seeds: [Int] = []
    var started, ended: Date?
    var outerSteps = 0
    var outerStepsWanted: Int?
    var arms = 0
    var armsWanted: Int?
    var promotions = 0
    var remaining: RemainingTime?
    /// Of the loop that wrote last: its last R_t, in order, and whether they are gains of accuracy.
    var rewards: [Measured] = []
    var isGrounded = true
    var error: String?
  }

  func list() throws -> String {
    let (names, errors) = folders()
    let rows = try names.map(row)
    let problems = try safeJSON(errors.map(\.description))
    return #"{"problems":\#(problems),"runs":[\#(rows.joined(separator: ","))]}"#
  }

  private func row(_ folder: String) throws -> String {
    try cache.text(.row, of: folder) {
      var row = Row(run: folder, shellWord: folder.shellWord)
      do {
        let snapshot = try snapshot(folder)
        row.fill(snapshot)
        return (try safeJSON(row), keeps: snapshot.state.isOver)
      } catch let error as UserError {
        row.error = error.description
        return (try safeJSON(row), keeps: false)
      }
    }
  }

  // MARK: One run

  private struct Run: Encodable {
    var run, shellWord: String
    var isOver: Bool
    var snapshot: RunSnapshot
  }

  /// Most R_t of a loop that a page draws.
  private static let rewards = 20_000

  func run(_ folder: String) throws -> String {
    try cache.text(.run, of: folder) {
      let snapshot = try snapshot(folder, rewards: Self.rewards)
      let run = Run(
        run: folder, shellWord: folder.shellWord, isOver: snapshot.state.isOver,
        snapshot: snapshot)
      return (try safeJSON(run), keeps: run.isOver)
    }
  }

  func details(_ folder: String) throws -> String {
    try cache.text(.details, of: folder) {
      (try safeJSON(try RunDetails(folder: folder)), keeps: true)
    }
  }

  func questions(
    _ folder: String, _ filter: QuestionFilter, offset: Int, count: Int
  ) throws -> QuestionPage {
    try cache.reading(folder) {
      try RunStore.watch(at: URL(fileURLWithPath: folder))
        .questionPage(filter, offset: offset, count: count)
    }
  }
}

extension ServedRuns.Row {
  fileprivate mutating func fill(_ snapshot: RunSnapshot) {
    state = snapshot.state
    preset = snapshot.preset
    seeds = snapshot.seeds
    (started, ended) = (snapshot.started, snapshot.ended)
    (outerSteps, outerStepsWanted) = (snapshot.outerSteps, snapshot.outerStepsWanted)
    (arms, armsWanted) = (snapshot.arms, snapshot.armsWanted)
    promotions = snapshot.loops.reduce(0) { $0 + $1.promotions.count }
    remaining = snapshot.remaining
    guard let latest = snapshot.latestLoop else { return }
    rewards = snapshot.loops[latest].rewards
    isGrounded = snapshot.loops[latest].isGrounded
  }
}
