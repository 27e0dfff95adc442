// Locks, on a synthetic pair of runs with numbers worked out by hand:
// - a run is a seed on a problem, a score the share of its samples that are right; the profile's left end is
//   pass@n, the area under it pass@1; students count within their seed
// - mean, interquartile mean and shares of the table; no interval has zero width
// - the arms are those that the figure of the costs names; it is drawn as text within 80 columns
// - a script without a name in it, whatever the names

import Foundation
import Reporting
import RunStore
import Statistics
import TestSupport
import Testing

@Suite struct ProfileFigureTests {
  private func figure(_ runs: [ComparedRun]) throws -> ProfileFigure {
    ProfileFigure(try RunComparison(runs, options: .init()))
  }

  @Test func sharesOfSeedsAndProblems() throws {
    let figure = try figure(SyntheticRuns.pair)
    #expect(figure.arms.map(\.arm) == ["Hard-Only", "PQ", "Grounded-T"])
    // Of 4 samples on two problems: seed 1 has 2 and 0, seed 2 has 4 and 0, seed 3 none.
    let arm = figure.arms[1]
    #expect(arm.profile.map(\.threshold) == [0, 0.25, 0.5, 0.75])
    for (point, share) in zip(arm.profile, [2.0, 2, 1, 1]) {
      #expect(abs(point.share.value - share / 6) < 1e-12)
    }
    #expect(abs(arm.once.value - 1.0 / 3) < 1e-12 && arm.once == arm.profile[0].share)
    #expect(abs(arm.half.value - 1.0 / 3) < 1e-12)
    #expect(abs(arm.mean.value - 0.25) < 1e-12)
    // Of 0, 0, 0, 0, 0.5 and 1 the middle four.
    #expect(abs(arm.interquartileMean.value - 0.125) < 1e-12)
    #expect(figure.caption.contains("Left end: pass@4; area under a line: pass@1."))
    #expect(figure.caption.contains("1 and 3 seeds per arm, 2 problems, 4 samples each; bands: "))
  }

  @Test func theEndsArePassAtK() throws {
    let comparison = try RunComparison([SyntheticContest.run()], options: .init(axis: .flops))
    let figure = ProfileFigure(comparison)
    #expect(figure.arms.map(\.arm) == CostFigure(comparison).labelled.map(\.arm))
    #expect(figure.arms.count == CostFigure.labelLimit)
    #expect(figure.caption.contains("Not shown: the other 5 arms;"))
    for arm in figure.arms {
      let row = try #require(comparison.rows.first { $0.arm == arm.arm })
      let area = arm.profile.map(\.share.value).mean
      #expect(abs(area - row.passAtK[0].estimate.value) < 1e-12)
      #expect(abs(arm.once.value - row.passAtK[1].estimate.value) < 1e-12)
      for estimate in arm.profile.map(\.share) + [arm.mean, arm.interquartileMean, arm.half] {
        #expect(estimate.interval.map { $0.lower < $0.upper } ?? true)
        #expect(estimate.interval == nil || estimate.covers(estimate.value))
      }
      // Every score is 0 or a quarter, and the middle half the same whoever is left out.
      #expect(arm.interquartileMean.interval == nil)
    }
  }

  @Test func itIsDrawn() throws {
    for (runs, name) in [
      (SyntheticRuns.pair, "profile-bands"), ([SyntheticContest.run()], "profile-bars"),
      ([SyntheticContest.run { "\($0)' | ; system('false') #\n`x`" }], "profile-hostile"),
    ] {
      let figure = try figure(runs)
      try TemporaryFolder.with(keptAs: name) { folder in
        try Gnuplot.locate().draw(figure, in: folder, formats: [.svg, .png])
        let script = try String(
          contentsOf: folder.appendingPathComponent("performance-profiles.gnuplot"),
          encoding: .utf8)
        #expect(script.contains("with steps"))
        #expect(script.contains("with filledcurves") == (name == "profile-bands"))
        #expect(script.contains("with yerrorbars") == (name != "profile-bands"))
        #expect(!script.contains("' | ; system"))
        // An arm that never solves anything is a line at zero: bands of several would be one block.
        if name == "profile-bands" {
          let above = figure.arms.filter { $0.profile.contains { $0.share.value > 0 } }
          #expect(above.map(\.arm) == ["PQ", "Grounded-T"])
          #expect(script.components(separatedBy: "with filledcurves").count == 1 + above.count)
          #expect(script.components(separatedBy: "with steps").count == 1 + figure.arms.count)
        }
      }
      let text = try Gnuplot.locate().text(figure, columns: 80)
      #expect(text.contains("runs above tau") || text.contains("tau: share of the samples"))
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
      guard name != "profile-hostile" else { continue }
      for arm in figure.arms.map(\.arm) { #expect(text.contains(arm), "\(arm)\n\(text)") }
    }
  }
}
