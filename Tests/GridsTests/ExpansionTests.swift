// Behaviours locked here:
// - grid is a cross product, zip one axis of it, list beside it, sweeps of the command line across all
// - ranges end before their end, and count in decimals
// - exclusions go by what a configuration is, not by who set it
// - arms are kept by name or given whole; students and seeds are those of the grid
// - a cell's hash follows what matters, and nothing else: no order of keys, no place of the file

import Configuration
import Foundation
import Grids
import SelfPlay
import Testing
import Worlds

@Suite struct ExpansionTests {
  @Test func crossProduct() throws {
    let text = """
      grid:
        soar.datasets: [2, 4]
        soar.threshold: [0.01, 0.05]
      seeds: [1, 7]
      """
    #expect(
      try points(text) == [
        "datasets=2, threshold=0.01 | 1", "datasets=2, threshold=0.01 | 7",
        "datasets=2, threshold=0.05 | 1", "datasets=2, threshold=0.05 | 7",
        "datasets=4, threshold=0.01 | 1", "datasets=4, threshold=0.01 | 7",
        "datasets=4, threshold=0.05 | 1", "datasets=4, threshold=0.05 | 7",
      ])
    let last = try #require(try cells(text).last)
    #expect(last.configuration.soar.datasets == 4)
    #expect(last.configuration.soar.threshold == 0.05)
    #expect(last.configuration.seeds == [7])
    #expect(last.configuration.soar.repeats == base.soar.repeats)
  }

  @Test func zipIsOneAxis() throws {
    #expect(
      try points(
        """
        zip:
          soar.innerSteps: [8, 32]
          soar.extraStepsAfterPromotion: [2, 9]
        grid:
          soar.repeats: [1, 5]
        """) == [
          "repeats=1, innerSteps=8, extraStepsAfterPromotion=2 | 1",
          "repeats=1, innerSteps=32, extraStepsAfterPromotion=9 | 1",
          "repeats=5, innerSteps=8, extraStepsAfterPromotion=2 | 1",
          "repeats=5, innerSteps=32, extraStepsAfterPromotion=9 | 1",
        ])
  }

  @Test func listStandsBesideTheProduct() throws {
    let text = """
      grid:
        soar.repeats: [3, 5]
      list:
        - {}
        - {label: "lower rate", soar.rateFactorAfterPromotion: 0.1, teacher.noiseGate: 1}
        - {soar: {window: 5}}
      """
    #expect(
      try points(text) == [
        "repeats=3 | 1", "repeats=5 | 1", "base | 1", "lower rate | 1", "soar={window: 5} | 1",
      ])
    let found = try cells(text)
    #expect(found[3].configuration.soar.rateFactorAfterPromotion == 0.1)
    #expect(found[3].configuration.teacher.noiseGate == 1)
    #expect(found[4].configuration.soar.window == 5)
    // The mapping is laid over what is there.
    #expect(found[4].configuration.soar.datasets == base.soar.datasets)
    #expect(found[3].name.hasPrefix("lower-rate-seed-1-"))
  }

  @Test func listAloneHasNoProduct() throws {
    #expect(try points("list: [{soar.repeats: 1}]") == ["repeats=1 | 1"])
    #expect(try points("name: one") == ["base | 1"])
  }

  @Test func axesOfOneValueAreNotTold() throws {
    #expect(
      try points("grid: {soar.repeats: [1], soar.window: [2, 4]}")
        == ["window=2 | 1", "window=4 | 1"])
    // Two keys of one last part are told in full.
    #expect(
      try points("grid: {student.klCoefficient: [0, 0.1], teacher.klCoefficient: [0.5, 1]}")[0]
        == "student.klCoefficient=0, teacher.klCoefficient=0.5 | 1")
  }

  @Test func listsAreValues() throws {
    let found = try cells("grid: {world.hardLengths: [[4, 5], [4, 5, 6], [7]]}")
    #expect(found.map(\.configuration.world.hardLengths) == [[4, 5], [4, 5, 6], [7]])
    #expect(found[0].label == "hardLengths=[4, 5]")
  }

  @Test(arguments: [
    ("range(1, 10, 2)", ["1", "3", "5", "7", "9"]), ("range(2,4)", ["2", "3"]),
    ("range(5, 1, -2)", ["5", "3"]),
  ])
  func ranges(_ text: String, _ values: [String]) throws {
    let axis = try #require(try grid("grid: {soar.window: \"\(text)\"}").grid.first)
    #expect(axis.values.map(\.text) == values)
    // In block style without quotes.
    #expect(try grid("grid:\n  soar.window: \(text)").grid == [axis])
  }

  @Test func rangesCountInDecimals() throws {
    let found = try cells("grid: {soar.threshold: \"range(0.01, 0.05, 0.01)\"}")
    #expect(found.map(\.configuration.soar.threshold) == [0.01, 0.02, 0.03, 0.04])
    #expect(found[2].label == "threshold=0.03")
  }

  @Test func seedsMayBeARange() throws {
    #expect(try cells("seeds: \"range(3, 6)\"").map(\.seed) == [3, 4, 5])
  }

  @Test func exclusions() throws {
    let text = """
      grid:
        soar.datasets: [2, 4]
        soar.repeats: [1, 3]
      seeds: [1, 2]
      exclude:
        - {soar.datasets: 2, soar.repeats: 3}
        - {soar.datasets: 4, seed: 2}
        - {soar.repeats: 1, soar.datasets: 4.0}
      """
    // 4.0 is no integer: a mistake that is told, not a pattern that never matches.
    #expect(complaint(text)?.1.contains("exclude[2]: soar.datasets") == true)
    #expect(
      try points(text.replacing("4.0", with: "4")) == [
        "datasets=2, repeats=1 | 1", "datasets=2, repeats=1 | 2", "datasets=4, repeats=3 | 1",
      ])
    // What the base has counts as well as what a point sets.
    #expect(
      try points("grid: {soar.window: [2, 4]}\nlist: [{}]\nexclude: [{soar.window: 3}]")
        == ["window=2 | 1", "window=4 | 1"])
  }

  @Test func armsAndStudents() throws {
    let found = try cells(
      """
      students: 4
      arms: [PQ, Base, {name: Mine, source: untrainedTeacher, mixing: alone, steps: 5}]
      """)
    #expect(found[0].configuration.arms.map(\.name) == ["PQ", "Base", "Mine"])
    #expect(found[0].configuration.arms[0] == base.arms.first { $0.name == "PQ" })
    #expect(found[0].configuration.studentsPerSeed == 4)
  }

  @Test func overridesThatOverlap() throws {
    let file = "grid: {soar.datasets: [2, 4]}"
    for pair in [
      ["student.optimizer={beta1: 0.8}", "student.optimizer.beta1=0.9"],
      ["student.optimizer.beta1=0.8,0.9", "student.optimizer={beta1: 0.7}"],
    ] {
      let (_, line) = try #require(complaint(file, set: pair))
      #expect(line.contains("overlap (give one of them)"), "\(line)")
      // The advice, followed.
      #expect(complaint(file, set: [pair[0]]) == nil && complaint(file, set: [pair[1]]) == nil)
    }
    // The same key again wins, and quotes keep what means something else without them.
    #expect(try cells(file, set: ["soar.repeats=1,2", "soar.repeats=3"]).count == 2)
    let quoted = try cells("name: x", set: ["world.name='a # b, c'"])
    #expect(quoted.map(\.configuration.world.name) == ["a # b, c"])
  }

  @Test(arguments: [
    #""tag(a,b)""#, "'tag(a,b)'", #""a(","b)""#, "tag(a),tag(b)", "it's (a)", #"'a\,b'"#,
  ])
  func parenthesesAndQuotes(_ values: String) throws {
    let count = try cells("name: x", set: ["world.name=\(values)"]).count
    let one = try cells("name: x", set: ["world.name=a"]).count
    #expect(count == one * (values.contains("\",\"") || values == "tag(a),tag(b)" ? 2 : 1))
  }

  @Test func overrides() throws {
    let text = """
      base: {set: {soar.outerSteps: 3}}
      grid: {soar.datasets: [2, 4], soar.repeats: [1, 3]}
      list: [{soar.window: 5}]
      """
    // One value holds at every point, in place of the axis; several multiply all points.
    let found = try cells(text, set: ["soar.datasets=8", "soar.outerSteps=2,5", "seeds=3,4"])
    #expect(found.count == 3 * 2 * 2)
    #expect(found.allSatisfy { $0.configuration.soar.datasets == 8 })
    #expect(found[0].label == "repeats=1, outerSteps=2" && found[0].seed == 3)
    #expect(found.last?.label == "window=5, outerSteps=5")
    #expect(try cells(text, set: ["soar.threshold=range(0.1,0.4,0.1)"]).count == 5 * 3)
    #expect(
      try cells(text, set: ["world.hardLengths=[4,5],[5,6]", "students=2"]).map(
        \.configuration.world.hardLengths
      ).suffix(2) == [[4, 5], [5, 6]])
  }

  // MARK: Identity

  @Test func theHashGoesByTheConfigurationAlone() throws {
    let one = try cells("grid: {soar.datasets: [2], soar.repeats: [5]}\nname: a")
    let other = try GridFile.read(
      text: """
        name: b
        list: [{label: x, soar: {repeats: 5}, soar.datasets: 2}]
        """.replacing(
          "soar: {repeats: 5}, soar.datasets: 2", with: "soar: {repeats: 5, datasets: 2}"),
      source: "elsewhere/other.yaml", folder: URL(fileURLWithPath: "/elsewhere")
    ).cells(base: base)
    #expect(one[0].hash == other[0].hash)
    #expect(one[0].hash.count == 64)
    let swapped = try cells("grid: {soar.repeats: [5], soar.datasets: [2]}")
    #expect(swapped[0].hash == one[0].hash)
    #expect(one[0].name.hasSuffix(one[0].hash.prefix(12)))
    // The run records the same hash of its configuration.
    let yaml = try ConfigurationLoader.yaml(one[0].configuration)
    let again = try ConfigurationLoader.load(RunConfiguration(), text: yaml, name: "again")
    #expect(try ConfigurationLoader.yaml(again) == yaml)
  }

  @Test(arguments: [
    "soar.datasets=8", "soar.threshold=0.02", "seeds=2", "students=2", "world.seed=5",
    "pretraining.seed=3", "model.hiddenSize=32", "teacher.turns=2", "evaluation.testEvery=0",
    "hardSet.samples=64", "soar.klReference=baseline", "student.optimizer.epsilon=0.0003",
    "arms=[[{name: Base}]][0]",
  ])
  func theHashDiffersWhereAnythingDoes(_ override: String) throws {
    guard !override.hasPrefix("arms") else {
      #expect(try cells("arms: [Base]")[0].hash != cells("name: x")[0].hash)
      return
    }
    #expect(try cells("name: x", set: [override])[0].hash != cells("name: x")[0].hash)
  }

  @Test(arguments: [
    ("../../etc", "etc"), ("a/b\\c", "a-b-c"), ("--help", "help"), (".hidden", "hidden"),
    ("x=1, y=[2, 3]", "x-1-y-2-3"), ("", "cell"), ("\u{1B}[31m", "31m"), ("é", "cell"),
    ("a..b", "a.b"), ("0.01", "0.01"),
  ])
  func slugs(_ text: String, _ slug: String) {
    #expect(GridCell.slug(text) == slug)
    #expect(GridCell.slug(String(repeating: text + "x", count: 100)).count <= 60)
  }
}
