// Locks:
// - every figure comes as SVG and PNG, whatever the data: none, one point, NaN, hostile names; as text
//   too, without anything that a terminal would obey
// - a missing gnuplot, or one that fails, is one clear error

import Diagnostics
import Foundation
import Reporting
import RunStore
import Statistics
import TestSupport
import Testing

@Suite struct FigureTests {
  private let names = ["pass-at-k", "questions", "teacher-reward", "training-curves"]

  private func expectImages(in folder: URL) throws {
    for name in names {
      let png = try Data(contentsOf: folder.appendingPathComponent("figures/\(name).png"))
      #expect(png.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
      #expect(png.count > 4000)
      let svg = try String(
        contentsOf: folder.appendingPathComponent("figures/\(name).svg"), encoding: .utf8)
      #expect(svg.hasPrefix("<?xml"))
      #expect(svg.contains("</svg>"))
    }
    let files = try FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("figures").path)
    #expect(files.count == 4 * names.count)
  }

  private func write(_ data: ReportData, as name: String) throws {
    try TemporaryFolder.with(keptAs: name) { folder in
      let report = try MarkdownReport(data).write(to: folder, gnuplot: Gnuplot.locate())
      #expect(report.lastPathComponent == "report.md")
      try expectImages(in: folder)
    }
  }

  @Test func ofAFullRun() throws { try write(SyntheticReport.data, as: "full") }

  @Test func ofNothing() throws { try write(SyntheticReport.empty, as: "empty") }

  @Test func ofOneStepAndOneSeed() throws {
    var data = SyntheticReport.data
    data.outerSteps = Array(SyntheticReport.outerSteps(seeds: 1, steps: 1))
    data.questionShares = SyntheticReport.shares(seeds: 1, steps: 1)
    data.armRuns = SyntheticReport.armRuns(seeds: 1)
    data.arms = SyntheticReport.results(seeds: 1).map {
      var arm = $0
      for index in arm.passAtK.indices {
        arm.passAtK[index].estimate = Estimate(value: 0)
      }
      return arm
    }
    try write(data, as: "single")
  }

  @Test func ofManyArms() throws {
    var data = SyntheticReport.data
    let names = (1...20).map { "arm \($0) of many with a long name" }
    data.arms = names.map { name in
      var arm = data.arms[0]
      arm.name = name
      return arm
    }
    data.comparisons = names.flatMap { name in
      data.comparisons.prefix(2).map { comparison in
        var comparison = comparison
        comparison.arm = name
        return comparison
      }
    }
    data.armRuns = names.flatMap { name in
      data.armRuns.filter { $0.arm == data.armRuns.last?.arm }.map { run in
        var run = run
        run.arm = name
        return run
      }
    }
    try write(data, as: "many")
    // Rows and panels grow with the arms; the first paragraph does not repeat itself for each.
    #expect(data.figures[0].size.height > 700 && data.figures[2].size.height > 600)
    let text = MarkdownReport(data).text
    #expect(text.components(separatedBy: "least detectable are").count <= 2)
    #expect(text.contains("Differences to Hard-Only at pass@"))
  }

  @Test func ofSixSeeds() throws {
    var data = SyntheticReport.data
    data.outerSteps = SyntheticReport.outerSteps(seeds: 6, steps: 200)
    data.questionShares = SyntheticReport.shares(seeds: 6, steps: 200)
    data.armRuns = SyntheticReport.armRuns(seeds: 6)
    try write(data, as: "six")
  }

  @Test func ofWhatIsNotANumber() throws {
    var data = SyntheticReport.data
    for index in data.outerSteps.indices {
      data.outerSteps[index].meanReward = .nan
      data.outerSteps[index].movingAverage = .infinity
    }
    data.questionShares = data.questionShares.map {
      var share = $0
      share.meanOperations = nil
      share.targetShare = nil
      return share
    }
    data.arms = data.arms.map {
      var arm = $0
      arm.passAtK = arm.passAtK.map { .init(k: $0.k, Estimate(value: .nan)) }
      return arm
    }
    try write(data, as: "nan")
  }

  @Test func hostileNamesAreDrawnAndNotRun() throws {
    try TemporaryFolder.with(keptAs: "hostile") { folder in
      let mark = folder.appendingPathComponent("owned")
      let hostile = [
        "'' a''; system('touch \(mark.path)'); '' #", "`touch \(mark.path)`",
        "x\nEND_OF_DATA\nset output '\(mark.path)'\nplot 1", "\\' \" $data0 @m {/Bold=200 x}",
      ]
      var data = SyntheticReport.data
      for (index, name) in hostile.enumerated() {
        data.arms[index].name = name
        for run in data.armRuns.indices
        where data.armRuns[run].arm == SyntheticReport.arms[index + 1] {
          data.armRuns[run].arm = name
        }
      }
      data.reference = hostile[1]
      try MarkdownReport(data).write(to: folder, gnuplot: Gnuplot.locate())
      try expectImages(in: folder)
      #expect(!FileManager.default.fileExists(atPath: mark.path))
      let svg = try String(
        contentsOf: folder.appendingPathComponent("figures/pass-at-k.svg"), encoding: .utf8)
      #expect(svg.contains("{/Bold=200 x}"))
    }
  }

  @Test func asTextForATerminal() throws {
    var data = SyntheticReport.data
    data.arms[0].name = "a\u{1B}[2J\u{9B}31m\u{202E}b\r\nc'; print 1"
    data.arms[1].name = "\u{1B}]0;title\u{7}"
    for figure in data.figures {
      let text = try Gnuplot.locate().text(figure, columns: 90)
      #expect(try text == Gnuplot.locate().text(figure, columns: 90))
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count > 12 && lines.allSatisfy { $0.count <= 90 })
      for scalar in text.unicodeScalars where scalar != "\n" {
        #expect(scalar.value >= 32 && !(0x7F..<0xA0).contains(scalar.value))
        #expect(scalar.value != 0x202E)
      }
      let high = try Gnuplot.locate().text(figure, columns: 120, rows: 60)
      #expect(high.split(separator: "\n", omittingEmptySubsequences: false).count > 45)
    }
  }

  @Test func aMissingProgramIsToldAtOnce() throws {
    try TemporaryFolder.with(keptAs: "missing") { folder in
      let error = #expect(throws: UserError.self) {
        try Gnuplot.locate(searchPath: folder.path + ":/nonexistent")
      }
      #expect(error?.status == .unavailable)
      #expect(error?.hint?.contains("apt-get install gnuplot-nox") == true)
    }
  }

  @Test func aFailingProgramIsTold() throws {
    try TemporaryFolder.with(keptAs: "failing") { folder in
      let program = folder.appendingPathComponent("gnuplot")
      // Lists its terminals, then dies on every drawing.
      try TemporaryFolder.writeProgram(
        """
        #!/bin/sh
        if grep -q '^set terminal$'; then echo "  png   x" >&2; echo "  svg   x" >&2; exit 0; fi
        echo "out of ink" >&2
        exit 3
        """, to: program)
      let gnuplot = try Gnuplot.locate(
        searchPath: folder.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? ""))
      #expect(gnuplot.program.path == program.path)
      let output = folder.appendingPathComponent("report")
      let error = #expect(throws: UserError.self) {
        try MarkdownReport(SyntheticReport.data).write(to: output, gnuplot: gnuplot)
      }
      #expect(error?.message.contains("out of ink") == true)
      #expect(
        !FileManager.default.fileExists(atPath: output.appendingPathComponent("report.md").path))
    }
  }

  @Test func versionIsTold() throws {
    #expect(try Gnuplot.locate().version().contains("patchlevel"))
  }
}
