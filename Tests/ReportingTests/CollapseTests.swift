// Locks, on sequences made by hand: a collapse sets in at the first step from which on the mean of
// three steps stays past its limit to the end, for three steps at least; a level is that of the first
// three steps; what recovers, what was so from the start, and what is too short did not collapse.

import Reporting
import Testing

@Suite struct CollapseTests {
  private func series(_ values: [Double]) -> Collapse.Series {
    Collapse.Series(steps: Array(values.indices), values: values)
  }

  @Test func illPosed() {
    // The start is 0.6. Means of three fall to 0.4, 0.2 (step 4), 0.1, 0, 0.
    let falls = series([0.6, 0.6, 0.6, 0, 0, 0.3, 0, 0])
    #expect(Collapse.illPosed(wellPosed: falls) == 4)
    // 0.3 is half of 0.6 and not below it.
    #expect(Collapse.illPosed(wellPosed: series([0.6, 0.6, 0.6, 0.3, 0.3, 0.3, 0.3, 0.3])) == nil)
    let recovers = series([0.6, 0.6, 0.6, 0, 0, 0, 0, 0.6, 0.6, 0.6])
    #expect(Collapse.illPosed(wellPosed: recovers) == nil)
    // Below the limit in the last two means only.
    #expect(Collapse.illPosed(wellPosed: series([0.6, 0.6, 0.6, 0.6, 0.6, 0, 0])) == nil)
    #expect(Collapse.illPosed(wellPosed: series([0.6, 0, 0, 0])) == nil)
    #expect(Collapse.illPosed(wellPosed: series([0, 0, 0, 0, 0, 0, 0])) == nil)
    let unlabelled = series([0.6, 0.6, 0.6, 0, .nan, 0, 0, 0])
    #expect(Collapse.illPosed(wellPosed: unlabelled) == nil)
    // A second collapse after a recovery is the one that lasts: means 0, 0.2, 0.2, 0.2, 0.
    let again = series([0.6, 0.6, 0.6, 0, 0, 0, 0.6, 0.6, 0.6, 0, 0, 0, 0])
    #expect(Collapse.illPosed(wellPosed: again) == 10)
  }

  @Test func oneLength() {
    let settles = series([0.5, 0.6, 0.7, 0.9, 1, 1, 1, 1])
    // Means from step 3 on: 0.73, 0.87, 0.97, 1, 1.
    #expect(Collapse.oneLength(modal: settles) == 5)
    #expect(Collapse.oneLength(modal: series([0.95, 0.95, 0.95, 1, 1, 1, 1])) == nil)
    #expect(Collapse.oneLength(modal: series([0.5, 0.5, 0.5, 0.9, 0.9, 0.9, 0.9, 0.9])) == nil)
  }

  @Test func repeats() {
    let steady = series([1, 1, 1, 1, 1, 1, 1, 1])
    let falls = series([8, 8, 8, 2, 2, 2, 2, 2])
    // 8, 6, 4 (not below half), 2.
    #expect(Collapse.repeats(distinct: steady, vendi: falls) == 5)
    #expect(Collapse.repeats(distinct: falls, vendi: steady) == 5)
    #expect(Collapse.repeats(distinct: steady, vendi: steady) == nil)
    // Measured at every tenth step only.
    let sparse = Collapse.Series(
      steps: (0..<8).map { 10 * $0 }, values: [8, 8, 8, 2, 2, 2, 2, 2])
    #expect(Collapse.repeats(distinct: steady, vendi: sparse) == 50)
  }
}
