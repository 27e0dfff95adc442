// Locks:
// - pass@k, training curves, differences and trajectories show names whole, in rows, legends and panels; a
//   legend cuts from 41 letters on
// - names in a row stay apart, with commas in them or without
// - numbers of an axis stay apart, and have room beside the panel, however small they are

import Foundation
import RunStore
import Statistics
import TestSupport
import Testing

@testable import Reporting

@Suite struct FigureRoomTests {
  private static let names = [
    "Grounded-T, oracle, then hard", "Grounded-T, choosing, then hard",
    "Curated, shared wrong answers",
  ]

  /// - Parameter copies: how many arms have each of the names, numbered.
  private static func data(copies: Int) -> ReportData {
    var data = SyntheticReport.data
    let all = (0..<copies).flatMap { copy in names.map { copy == 0 ? $0 : "\($0) \(copy)" } }
    let (arm, runs) = (data.arms[3], data.armRuns.filter { $0.arm == data.arms[3].name })
    data.arms = all.map {
      var arm = arm
      arm.name = $0
      return arm
    }
    data.armRuns = all.flatMap { name in
      runs.map {
        var run = $0
        run.arm = name
        return run
      }
    }
    return data
  }

  @Test(arguments: [1, 6])
  func longNamesAreWhole(copies: Int) throws {
    let data = Self.data(copies: copies)
    #expect(!data.armRuns.isEmpty)
    for figure in [data.passAtKFigure, data.trainingFigure] as [any Figure] {
      let script = try figure.script()
      #expect(!script.contains("…"), "\(figure.fileName)")
      for name in data.arms.map(\.name) {
        #expect(script.contains("'\(name)'"), "\(name), \(figure.fileName)")
      }
    }
    let short = SyntheticReport.data.passAtKFigure
    #expect(data.passAtKFigure.size.width > short.size.width)
  }

  @Test func comparisonsShowNamesWhole() throws {
    func figures(_ suffix: String) throws -> [any Figure] {
      let run = SyntheticContest.run { $0 + suffix }
      let comparison = try RunComparison([run], options: .init(axis: .flops))
      return [
        DifferenceFigure(ComparisonReport(comparison).answers),
        TrajectoriesFigure(arms: comparison.arms, k: comparison.k),
      ]
    }
    let suffix = ", answers by an oracle"
    let (long, short) = (try figures(suffix), try figures(""))
    for (figure, plain) in zip(long, short) {
      let script = try figure.script()
      #expect(script.contains("Better-T\(suffix)") || script.contains("better\(suffix)"))
      #expect(!script.contains("…"), "\(figure.fileName)")
      #expect(figure.size != plain.size, "\(figure.fileName)")
    }
  }

  /// The narrower figure of three columns or fewer decides, not the one of four.
  @Test func manyArmsWithLongNamesHaveTwoColumns() throws {
    let arms = try RunComparison([SyntheticContest.run()], options: .init(axis: .flops)).arms
    let arm = try #require(arms.first { $0.units.contains { $0.points.count > 1 } })
    func figure(letters: Int) -> TrajectoriesFigure {
      let name = String(repeating: "x", count: letters)
      return TrajectoriesFigure(
        arms: (0..<14).map { _ in
          var other = arm
          other.name = name
          return other
        }, k: 4)
    }
    #expect(figure(letters: 8).size.width == 1500)
    let long = figure(letters: 40).size
    #expect(long.width == 1200 && long.height > 7 * 320, "seven rows of two")
  }

  @Test func longLegendsHaveFewerColumns() {
    func grid(_ names: [String]) -> LegendGrid {
      LegendGrid(names: names, styles: names.indices.map(SeriesStyle.other), width: 1000)
    }
    let short = grid(["a", "b", "c", "d"])
    let long = grid((0..<4).map { "\(Self.names[0]) \($0)" })
    #expect(long.height > short.height)
    let veryLong = String(repeating: "x", count: 41)
    #expect(GnuplotScript.legendText(veryLong).contains("…"))
    #expect(!GnuplotScript.legendText(String(veryLong.dropLast())).contains("…"))
  }

  @Test func namesInARowStayApart() {
    #expect(["PS", "PQ"].listedNames == "PS, PQ")
    #expect(["PQ, then hard", "PQ"].listedNames == "PQ, then hard; PQ")
  }

  @Test func smallNumbersHaveRoom() throws {
    // -0.004 and 0.008 in steps of 0.002.
    #expect(GnuplotScript.ticCharacters(over: [-0.0034, 0.0081], intervals: 8) == 6)
    #expect(GnuplotScript.ticCharacters(over: [0, 40], intervals: 4) == 2)
    #expect(GnuplotScript.ticCharacters(over: [-3e-6, 8e-6], intervals: 8) == 8, "-2e-06")
    #expect(GnuplotScript.ticCharacters(over: [], intervals: 4) > 0)
    #expect(GnuplotScript.ticIntervals(over: [-0.2, 0.3], width: 360) == 5)
    #expect(GnuplotScript.ticIntervals(over: [-0.0009, 0.0006], width: 360) == 3)
    func figure(_ scale: Double) -> PartialEffectsFigure {
      PartialEffectsFigure(
        ["well-posed", "correct"].map { title in
          AssociationFacts.PartialEffect(
            title: title, points: [(-0.9, -0.4), (0.6, 0.8)].map { (scale * $0, scale * $1) },
            slope: Estimate(value: 0.8))
        })
    }
    let (large, small) = (try figure(1).script(), try figure(0.001).script())
    func firstEdge(_ script: String) -> Double? {
      script.components(separatedBy: "set lmargin at screen ").dropFirst().first
        .flatMap { $0.split(separator: "\n").first }.flatMap { Double($0) }
    }
    let edges = (try #require(firstEdge(large)), try #require(firstEdge(small)))
    #expect(edges.1 > edges.0, "longer numbers need more room")
    #expect(small.contains("set xtics 0.001\n") && large.contains("set xtics 0.5\n"))
  }
}
