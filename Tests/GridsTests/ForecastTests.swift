// Locks: the work of a run is that of its parts; only the problems that screening should leave are confirmed,
// however many candidates there are.

import Experiments
import SelfPlay
import Testing

@testable import Grids

@Suite struct ForecastTests {
  private static var configuration: RunConfiguration {
    var c = RunConfiguration()
    c.arms = [ArmConfiguration(name: "Base"), ArmConfiguration(name: "Hard-Only", steps: 5)]
    return c
  }

  @Test func theWholeIsItsParts() throws {
    let parts = try ExpectedWork.parts(of: Self.configuration)
    #expect(parts.filter { $0.kind == .arm }.map(\.name) == ["Base", "Hard-Only"])
    let whole = try ExpectedWork(Self.configuration)
    #expect(abs(parts.reduce(0) { $0 + $1.work.rollouts } - whole.rollouts) < 1e-6)
  }

  @Test func onlyWhatScreeningLeavesIsConfirmed() throws {
    var c = Self.configuration
    c.hardSet.by = .probability
    c.hardSet.size = 16
    c.hardSet.confirmationSamples = 10
    func sampled(_ candidates: Int) throws -> Double? {
      c.hardSet.candidates = candidates
      return try ExpectedWork.parts(of: c).first { $0.kind == .hardSet }?.work.sampled
    }
    #expect(try sampled(100) == 100 + 16 * 10)
    #expect(try sampled(1000) == 1000 + 16 * 10)
  }
}
