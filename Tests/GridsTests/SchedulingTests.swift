// Behaviours locked here:
// - the longest cell is taken first, and before it those of unknown length
// - a missing base model is made once, before any cell that needs it, on the processes that are free
// - no cell waits on a base model while another could run
// - estimates come from measurements of the same base model alone

import Grids
import SelfPlay
import Testing

@Suite struct SchedulingTests {
  private func item(
    _ name: String, _ base: String = "a", _ seconds: Double? = nil, workers: Int = 2
  )
    -> CellQueue.Item
  {
    CellQueue.Item(name: name, base: base, seconds: seconds, baseWorkers: workers)
  }

  private func names(_ queue: inout CellQueue, free: Int, count: Int) -> [String] {
    (0..<count).compactMap { _ in queue.next(free: free)?.item.name }
  }

  @Test func theLongestFirst() {
    var queue = CellQueue(
      [item("short", "a", 1), item("long", "a", 9), item("unknown"), item("middle", "a", 5)],
      missingBases: [])
    #expect(names(&queue, free: 1, count: 5) == ["unknown", "long", "middle", "short"])
    #expect(queue.isEmpty)
  }

  @Test func aBaseIsMadeOnceByAllThatIsFree() {
    var queue = CellQueue([item("1"), item("2"), item("3")], missingBases: ["a"])
    #expect(queue.next(free: 4) == .base(item("1"), workers: 2))
    #expect(queue.next(free: 2) == nil)
    queue.baseIsReady("a")
    #expect(queue.next(free: 2) == .cell(item("1")))
    #expect(queue.next(free: 1) == .cell(item("2")))
    #expect(queue.next(free: 0) == nil)
  }

  @Test func basesShareWhatIsFree() {
    var queue = CellQueue(
      [item("1", "a"), item("2", "a"), item("3", "b"), item("4", "c")], missingBases: ["a", "b"])
    #expect(queue.next(free: 2) == .base(item("1", "a"), workers: 1))
    #expect(queue.next(free: 1) == .base(item("3", "b"), workers: 1))
    // Meanwhile a cell of a base that is there runs.
    #expect(queue.next(free: 1) == .cell(item("4", "c")))
    #expect(queue.next(free: 1) == nil)
    queue.baseIsReady("b")
    #expect(queue.next(free: 1) == .cell(item("3", "b")))
  }

  @Test func aBaseThatFailsTakesItsCellsWithIt() {
    var queue = CellQueue([item("1", "a"), item("2", "b"), item("3", "a")], missingBases: ["a"])
    _ = queue.next(free: 2)
    #expect(queue.removeCells(of: "a").map(\.name) == ["1", "3"])
    #expect(names(&queue, free: 1, count: 2) == ["2"])
  }

  @Test func withoutACacheEachCellMakesItsOwn() {
    var queue = CellQueue([item("1", ""), item("2", "")], missingBases: [])
    #expect(names(&queue, free: 2, count: 2) == ["1", "2"])
  }

  @Test func estimates() throws {
    var small = base
    small.arms = small.arms.filter { $0.name == "Base" }
    let work = try ExpectedWork(base)
    #expect(try work.rollouts > ExpectedWork(small).rollouts)
    var estimate = CostEstimate()
    #expect(estimate.seconds(work, base: "a") == nil)
    estimate.add(
      [10, 30, 20].map { .init(base: "a", work: work, seconds: $0) }, origin: "here")
    estimate.add([.init(base: "a", work: work, seconds: 500)], origin: "there")
    #expect(estimate.origins == ["here"])
    #expect(abs((estimate.seconds(work, base: "a") ?? 0) - 20) < 1e-9)
    #expect(estimate.seconds(work, base: "b") == nil)
    let half = (try estimate.seconds(ExpectedWork(small), base: "a") ?? 0) / 20
    #expect(try abs(half - ExpectedWork(small).rollouts / work.rollouts) < 1e-9)
  }

  @Test func workFollowsTheConfiguration() throws {
    func rollouts(_ change: (inout RunConfiguration) -> Void) throws -> Double {
      var changed = base
      change(&changed)
      return try ExpectedWork(changed).rollouts
    }
    let plain = try rollouts { _ in }
    #expect(try rollouts { $0.soar.datasets *= 2 } > plain)
    #expect(try rollouts { $0.soar.outerSteps *= 2 } > plain)
    #expect(try rollouts { $0.studentsPerSeed = 3 } > plain)
    #expect(try rollouts { $0.hardSet.samples = 8 } < plain)
    // Loops that no arm draws on are not run.
    #expect(try rollouts { $0.arms.removeAll(where: \.needsTeacherRun) } < plain / 2)
  }

  @Test func makespan() {
    #expect(CostEstimate.makespan([], processes: 2) == 0)
    #expect(CostEstimate.makespan([3, 3, 2, 2, 2], processes: 2) == 7)
    #expect(CostEstimate.makespan([4, 1], running: [5], processes: 2) == 5)
  }
}
