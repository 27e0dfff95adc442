// Locks, on a made-up experiment whose effects are known:
// - structure, correctness, their difference and the interaction are the contrasts that the text says
// - a verdict follows from both intervals; fewer than three seeds decide nothing
// - a contrast without its cells is left out, and so is an arm that was not measured
// - what the base student's rate explains of structure and correctness, where all cells were sampled
// - parts of one set are compared with its well-posed questions, seed by seed
// - designs of arithmetic problems are not told in a world's words
// - names stay names; files are whole and the same each time; the gain is over the base model's

import Diagnostics
import Foundation
import RunStore
import SelfPlay
import Statistics
import Tasks
import TestSupport
import Testing
import Worlds

@testable import Reporting

@Suite struct InterventionTests {
  /// Share of eight test problems that a cell's students solve.
  private typealias Solved = (QuestionDesign, Int) -> Int

  private func run(
    seeds: ClosedRange<Int> = 1...4, cells: [QuestionDesign] = Self.cells,
    more: [RunDesign.Arm] = [], rename: (String) -> String = { $0 }, _ solved: Solved
  ) -> ComparedRun {
    let arms =
      cells.map { cell in
        Self.arm(rename("\(cell.form), \(cell.answer), \(cell.lengths)"), cells: [cell])
      } + more
    return ComparedRun(
      name: "run", identity: "", passAt: [1, 4], armOrder: arms.map(\.name), draws: [:],
      operations: [], classifier: "exact", run: SyntheticReport.data.run,
      armRuns: arms.flatMap { arm in
        seeds.map { seed in
          let count =
            arm.cells.first.map { solved($0, seed) } ?? (arm.selection == "correct" ? 1 : 3)
          return Self.armRun(arm.name, seed: seed, solved: count)
        }
      }, outerSteps: [], questions: [],
      design: RunDesign(arms: arms, settings: [ReportSetting("world", "tiny | `x`")]))
  }

  private static let cells = [[1], [2, 3]].flatMap { lengths in
    QuestionDesign.Form.allCases.flatMap { form in
      QuestionDesign.Answer.allCases.map { answer in
        QuestionDesign(form: form, answer: answer, lengths: lengths)
      }
    }
  }

  private static func arm(
    _ name: String, cells: [QuestionDesign] = [], selection: String = "", set: String = ""
  ) -> RunDesign.Arm {
    RunDesign.Arm(
      name: name, startsFromBase: true, questions: cells.isEmpty ? .untrainedTeacher : .designed,
      mixing: .alone, count: 8, steps: 4, groupSize: 4, selection: selection, questionSet: set,
      cells: cells)
  }

  /// Of eight problems in each half; the base model solves the last of hard-train.
  private static func armRun(_ name: String, seed: Int, solved: Int) -> ArmRunRecord {
    func problems(_ count: Int, of whole: Int, base: Bool = false) -> [ProblemSuccesses] {
      (0..<8).map {
        ProblemSuccesses(problem: $0, successes: $0 < count || base && $0 == 7 ? whole : 0)
      }
    }
    return ArmRunRecord(
      arm: name, seed: seed, questionsSource: "designed", mixing: "alone", steps: 4, rollouts: 8,
      tokensSampled: 8, tokensTrained: 8, forwardFLOPs: 1, backwardFLOPs: 1, seconds: 1,
      evaluations: [
        EvaluationRecord(
          split: .train, kind: .greedy, step: 0, samplesPerProblem: 1,
          problems: problems(0, of: 1, base: true)),
        EvaluationRecord(
          split: .train, kind: .greedy, samplesPerProblem: 1,
          problems: problems(solved, of: 1, base: true)),
        EvaluationRecord(
          split: .test, kind: .sampled, samplesPerProblem: 4, problems: problems(solved, of: 4)),
      ])
  }

  /// Well-posed: 6 right, 5 shared, 3 idiosyncratic, 1 random; ill-posed: 1 whatever the answer.
  private static func known(_ cell: QuestionDesign, seed: Int) -> Int {
    guard cell.form == .wellPosed else { return 1 }
    return switch cell.answer {
    case .correct: 6
    case .shared: 5
    case .idiosyncratic: 3
    case .random: 1
    }
  }

  private func text(of report: InterventionReport) -> String {
    let part = WhatTeaches(experiment: report)
    return part.summary + "\n\n" + part.details
  }

  @Test func effectsAreTheContrasts() throws {
    let report = try #require(InterventionReport(run(Self.known)))
    let effects = try #require(report.effects)
    #expect(effects.cells.count == 16 && effects.k == 4)
    let expected: [(InterventionEffect.Kind, Double)] = [
      // (6 + 5 + 3 + 1) / 4 - 1, 6 - (5 + 3 + 1) / 3, and so on, of eight problems.
      (.structure, 2.75 / 8), (.correctness, 3.0 / 8), (.difference, -0.25 / 8),
      (.interaction, 3.0 / 8), (.againstShared, 1.0 / 8), (.againstIdiosyncratic, 3.0 / 8),
      (.againstRandom, 5.0 / 8),
    ]
    for outcome in InterventionOutcome.allCases {
      for lengths in [nil, [1], [2, 3]] as [[Int]?] {
        for (kind, value) in expected {
          let effect = try #require(effects.effect(kind, outcome, lengths: lengths))
          #expect(abs(effect.effect.estimate.value - value) < 1e-12, "\(kind) \(outcome)")
          #expect(effect.effect.seeds == 4)
        }
      }
    }
    // The base model's own problem is no gain.
    #expect(effects.cells.first?.trainGain.value == 6.0 / 8)
  }

  @Test func verdictsFollowTheRule() throws {
    func verdict(seeds: ClosedRange<Int>, _ solved: Solved) throws -> Decision? {
      try #require(InterventionReport(run(seeds: seeds, solved))?.effects).verdict(.testPass)
    }
    let structure: Solved = { cell, _ in cell.form == .wellPosed ? 6 : 0 }
    #expect(try verdict(seeds: 1...4, structure) == .above)
    #expect(try verdict(seeds: 1...2, structure) == .undecided)
    let correctness: Solved = { cell, _ in cell.answer == .correct ? 6 : 0 }
    #expect(try verdict(seeds: 1...4, correctness) == .below)
    // As often one way as the other.
    let neither: Solved = { cell, seed in
      seed % 2 == 0 ? structure(cell, seed) : correctness(cell, seed)
    }
    #expect(try verdict(seeds: 1...4, neither) == .undecided)
    let report = try #require(InterventionReport(run(structure)))
    let text = text(of: report)
    #expect(text.contains("over all lengths it **holds**"))
    #expect(text.contains("at 2 or 3 operations it **holds**"))
    // The finding at the top tells of all lengths together and of each, which may differ.
    let turned: Solved = { cell, seed in
      (cell.lengths == [1] ? structure : correctness)(cell, seed)
    }
    let finding = WhatTeaches(experiment: InterventionReport(run(turned))).finding
    #expect(
      finding.evidence.map(\.subject) == [
        "the effect of structure over all lengths", "the effect of structure at 1 operation",
        "the effect of structure at 2 or 3 operations",
      ])
    #expect(finding.evidence.compactMap(\.effect?.decision) == [.undecided, .above, .below])
    let line = FindingText(finding: finding).line
    #expect(line.contains("Holds in part**: the effect of structure over all lengths"))
    #expect(line.contains("). The effect of structure at 2 or 3 operations is 75.0 points"))
    let single = WhatTeaches(
      experiment: InterventionReport(
        run(cells: Self.cells.filter { $0.lengths == [1] }, structure)))
    #expect(single.finding.evidence.map(\.subject) == ["the effect of structure"])
  }

  @Test func whatIsMissingIsLeftOut() throws {
    let wellPosed = Self.cells.filter { $0.form == .wellPosed && $0.answer != .random }
    let report = try #require(InterventionReport(run(cells: wellPosed, Self.known)))
    let effects = try #require(report.effects)
    #expect(effects.effect(.structure, .testPass) == nil)
    #expect(effects.effect(.difference, .testPass) == nil)
    #expect(effects.effect(.againstRandom, .testPass) == nil)
    // Over the wrong answers that there are.
    #expect(effects.effect(.correctness, .testPass)?.effect.estimate.value == 2.0 / 8)
    #expect(effects.verdict(.testPass) == nil)
    let text = text(of: report)
    #expect(text.contains("over all lengths it was **not tested**"))
    #expect(text.contains("A test needs well-posed and ill-posed questions with right answers"))
    #expect(!text.contains("---: |\n\n"), "a table without rows")
    let json = try String(decoding: report.json, as: UTF8.self)
    #expect(json.contains(#""testPass" : "not tested""#))
    #expect(InterventionReport(run(cells: [], Self.known)) == nil)
    var unmeasured = run(Self.known)
    for index in unmeasured.armRuns.indices { unmeasured.armRuns[index].evaluations.removeLast() }
    #expect(InterventionReport(unmeasured) == nil)
  }

  @Test func theRateExplainsItsShareOfTheEffects() throws {
    // A student solves as many problems as its questions' answers are within reach, and one more if they
    // are well-posed.
    func rate(_ cell: QuestionDesign, _ seed: Int) -> Double {
      let isLong = cell.lengths == [2, 3]
      return switch (cell.form, cell.answer) {
      case (.wellPosed, .correct): isLong ? 0.5 : 0.75
      case (.wellPosed, .shared): isLong ? 0.25 : 0.5
      default: seed % 2 == 0 && !isLong ? 0.125 : 0
      }
    }
    var sampled = run { cell, seed in
      Int(8 * rate(cell, seed)) + (cell.form == .wellPosed ? 1 : 0)
    }
    #expect(try #require(InterventionReport(sampled)).mediations.isEmpty, "nothing was sampled")
    for (arm, cell) in zip(sampled.design.arms, Self.cells) {
      for seed in 1...4 { sampled.baseRates[arm.name, default: [:]][seed] = rate(cell, seed) }
    }
    let report = try #require(InterventionReport(sampled))
    let effects = try #require(report.effects)
    #expect(report.mediations.count == 4)
    for mediation in report.mediations {
      let effect = try #require(effects.effect(mediation.kind, mediation.outcome))
      let total = mediation.total.estimate.value
      #expect(abs(total - effect.effect.estimate.value) < 1e-12)
      #expect(abs(mediation.ofRate.estimate.value - 1) < 1e-9)
      let direct = mediation.kind == .structure ? 1.0 / 8 : 0
      #expect(abs(mediation.direct.estimate.value - direct) < 1e-9)
      #expect(abs(mediation.indirect.estimate.value - (total - direct)) < 1e-9)
      #expect(mediation.cells == (mediation.kind == .structure ? 16 : 8))
    }
    let structure = try #require(report.mediations.first { $0.kind == .structure })
    let share = try #require(structure.share)
    #expect(
      abs(share.value - structure.indirect.estimate.value / structure.total.estimate.value) < 1e-12)
    let text = text(of: report)
    #expect(text.contains("##### Through the student's rate"))
    #expect(text.contains("| well-posed | correct | 1 | 75.0 | 4 |"))
    #expect(text.contains("- The rate explains "))
    sampled.baseRates[sampled.design.arms[3].name]?[2] = nil
    let partial = try #require(InterventionReport(sampled))
    #expect(partial.mediations.isEmpty && partial.effects?.cells[3].seedRates == nil)
  }

  @Test func partsAreComparedWithTheWellPosedOnes() throws {
    let arms = [
      Self.arm("whole", set: "base"), Self.arm("good", selection: "wellPosed", set: "base"),
      Self.arm("right", selection: "correct", set: "base"),
    ]
    let report = try #require(InterventionReport(run(cells: [], more: arms, Self.known)))
    #expect(report.effects == nil && report.subsets.map(\.arm) == ["whole", "good", "right"])
    #expect(report.subsets.map { $0.difference?.estimate.value } == [0, nil, -2.0 / 8])
    #expect(WhatTeaches(experiment: report).details.contains("| right | correct | 4 |"))
  }

  @Test func aMapCountsItsVerdicts() throws {
    func point(_ solved: @escaping Solved) throws -> InterventionEffects? {
      try #require(InterventionReport(run(solved))).effects
    }
    let map = PhaseMap(
      x: PhaseMap.Axis(key: "a|b", values: ["1", "2"]),
      y: PhaseMap.Axis(key: "c", values: ["[3, 4]", "<b>"]),
      points: [
        [
          try point { cell, _ in cell.form == .wellPosed ? 6 : 0 },
          try point { cell, _ in cell.answer == .correct ? 6 : 0 },
        ], [try point(Self.known), nil],
      ], missing: [[nil, nil], [nil, "no problem | survived"]], settings: [])
    #expect(
      map.text.contains(
        "Of 3 points the finding holds at 1, does not hold at 1, and is undecided at 1."),
      "\(map.text)")
    #expect(map.text.contains("no problem") && !map.text.contains("<b>"))
    for table in map.text.components(separatedBy: "\n\n") where table.hasPrefix("|") {
      let rows = table.split(separator: "\n").map { row in
        row.replacingOccurrences(of: "\\|", with: "").filter { $0 == "|" }.count
      }
      #expect(Set(rows).count == 1, "\(table)")
    }
    let script = try map.figure.script()
    #expect(script.contains("'holds'") && script.contains("'does not hold'"))
    let kinds: [InterventionEffect.Kind] = [.structure, .correctness, .difference]
    let intervals = try kinds.map { kind in
      let effect = try #require(map.points[1][0]?.effect(kind, .testPass)).effect.estimate
      let interval = try #require(effect.interval)
      return "'[\(Format.signedPoints(interval.lower)), \(Format.signedPoints(interval.upper))]'"
    }
    #expect(Set(intervals).count == 3)
    #expect(intervals.allSatisfy { script.contains($0) })
    let long = String(repeating: "k", count: 40)
    var wide = map
    wide.x = PhaseMap.Axis(key: long, values: ["1", "2"])
    wide.y = PhaseMap.Axis(key: long, values: ["1", "2"])
    #expect(wide.figure.size.width > map.figure.size.width)
    #expect(wide.figure.size.height > map.figure.size.height)
    try TemporaryFolder.with(keptAs: "phase") { folder in
      let report = folder.appendingPathComponent("report")
      try map.write(to: report, gnuplot: Gnuplot.locate())
      // What is read back is what was written.
      let read = try PhaseMap(folder: folder)
      #expect(try read.json == map.json && read.text == map.text)
      #expect(WhatTeaches(phase: read).summary.contains("**Over the map.** Of"))
      try Data("{\"x\": 3}".utf8).write(to: report.appendingPathComponent("phase.json"))
      let error = #expect(throws: UserError.self) { try PhaseMap(folder: folder) }
      #expect(error?.status == .dataError && error?.message.contains("x: ") == true)
      let figure = report.appendingPathComponent("figures/phase.png")
      #expect(try Data(contentsOf: figure).count > 1000)
    }
  }

  @Test func arithmeticIsNotToldInAWorldsWords() throws {
    let words = ["operation", "misconception", "corpus"]
    var run = self.run(Self.known)
    let world = text(of: try #require(InterventionReport(run)))
    #expect(words.allSatisfy { world.contains($0) })
    run.design.designTerms = .arithmetic
    let report = try #require(InterventionReport(run))
    let captions = report.figures.map(\.caption)
    for text in [text(of: report)] + captions {
      // "no operation" is one of the defects.
      let told = text.replacing("no operation", with: "")
      #expect(!words.contains { told.contains($0) }, "\(text)")
    }
    #expect(text(of: report).contains("levels 2 or 3"))
  }

  @Test func namesStayNamesAndFilesTheSame() throws {
    let mixture = Self.arm("half | `x`", cells: [Self.cells[0], Self.cells[4]])
    let hostile = run(more: [mixture], rename: { "\($0)|<b>`\n# y" }, Self.known)
    let report = try #require(InterventionReport(hostile))
    #expect(report.mixtures.count == 1)
    let text = text(of: report)
    #expect(!text.contains("<b>") && !text.contains("\n# y"))
    for table in text.components(separatedBy: "\n\n") where table.hasPrefix("|") {
      let bars = table.split(separator: "\n").map { $0.filter { $0 == "|" }.count }
      #expect(Set(bars).count == 1, "\(table)")
    }
    try TemporaryFolder.with(keptAs: "interventions") { folder in
      let gnuplot = try Gnuplot.locate()
      func files() throws -> [String: Data] {
        let names = ["what-teaches.json", "figures/cells-pass-at-k.svg"]
        return try Dictionary(
          uniqueKeysWithValues: names.map {
            ($0, try Data(contentsOf: folder.appendingPathComponent($0)))
          })
      }
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("figures"), withIntermediateDirectories: true)
      try WhatTeaches(experiment: report).write(to: folder, gnuplot: gnuplot)
      let first = try files()
      try WhatTeaches(experiment: report).write(to: folder, gnuplot: gnuplot)
      #expect(try files() == first)
      let json = try #require(
        try JSONSerialization.jsonObject(with: first["what-teaches.json"] ?? Data())
          as? [String: Any])
      #expect((json["finding3"] as? [String: String])?["testPass"] == "undecided")
    }
  }
}
