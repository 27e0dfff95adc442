// Behaviours locked here: what a grid file gets wrong is one line that names the file, the place and
// what to do about it, before anything is run.

import Diagnostics
import Testing

@Suite struct GridComplaintTests {
  @Test(arguments: [
    ("grids: {}", "my.yaml: grids: unknown key on line 1 (did you mean grid?)"),
    (
      "name: x\nbase: {presets: quick}",
      "my.yaml: base.presets: unknown key on line 2 (did you mean base.preset?)"
    ),
    (
      "grid: {soar.dataset: [2]}",
      "my.yaml: grid: soar.dataset: unknown key on line 1 (did you mean soar.datasets?)"
    ),
    ("grid: {soars.x: [2]}", "my.yaml: grid: soars: unknown key"),
    ("list: [{soar.datasets: many}]", "my.yaml: list[0]: soar.datasets: expected an integer"),
    ("base: {set: {soar.window: x}}", "my.yaml: base.set: soar.window: expected an integer"),
    ("grid: {}", "my.yaml: grid: is empty on line 1"),
    ("grid: {soar.datasets: []}", "my.yaml: grid.soar.datasets: is empty"),
    (
      "grid: {soar.datasets: 4}",
      "my.yaml: grid.soar.datasets: expected a list of values or a range"
    ),
    ("list: []", "my.yaml: list: is empty"),
    ("exclude: [{}]", "my.yaml: exclude[0]: is empty"),
    (
      "zip:\n  soar.datasets: [2, 4]\n  soar.repeats: [1, 3, 5]",
      "my.yaml: zip.soar.repeats: has 3 values on line 3, but soar.datasets has 2"
    ),
    (
      "grid: {soar.datasets: [2, 4]}\nexclude: [{soar.datasets: 8}]",
      "my.yaml: exclude[0]: excludes nothing"
    ),
    (
      "grid: {soar.datasets: [2, 4]}\nexclude: [{soar.datasets: 2}, {soar.datasets: 4}]",
      "my.yaml: exclude: leaves no cell"
    ),
    ("exclude: [{soar.dataset: 8}]", "my.yaml: exclude[0]: soar.dataset: unknown key"),
    ("grid: {soar.datasets: [1]}", "my.yaml: grid: soar.datasets: is 1, but"),
    (
      "grid: {soar.datasets: [2, 1]}", ", at datasets=1",
    ),
    (
      "grid: {soar.datasets: [2]}\nzip: {soar.datasets: [4]}",
      "my.yaml: zip.soar.datasets: is set by grid too"
    ),
    (
      "grid: {soar: [{window: 2}], soar.datasets: [4]}",
      "my.yaml: grid.soar.datasets: overlaps with grid.soar"
    ),
    ("grid: {soar.datasets: [2, 2]}", "my.yaml: grid.soar.datasets: holds 2 twice"),
    (
      "list: [{soar.window: 3}, {}]", "my.yaml: list[1]: 'base' is the same configuration as",
    ),
    ("grid: {seeds: [[1], [2]]}", "my.yaml: grid.seeds: is not set here on line 1 (use seeds of"),
    ("grid: {preset: [quick]}", "my.yaml: grid.preset: is not set here"),
    ("seeds: [1, 1]", "my.yaml: seeds: names seed 1 twice"),
    ("seeds: [-1]", "my.yaml: seeds: expected a seed"),
    ("seeds: []", "my.yaml: seeds: is empty"),
    ("students: 0", "my.yaml: students: expected a number of students"),
    ("arms: [Bass]", "my.yaml: arms[0]: there is no arm 'Bass' in the base (did you mean Base?)"),
    ("arms: [{name: X, mixin: alone}]", "my.yaml: arms: arms[0].mixin: unknown key"),
    ("grid: {soar.window: \"range(1)\"}", "my.yaml: grid.soar.window: 'range(1)' is no range"),
    ("grid: {soar.window: \"range(1,9,0)\"}", "has a step of zero"),
    ("grid: {soar.window: \"range(3,1)\"}", "is empty (the end is not included"),
    ("grid: {soar.window: \"range(1,99999999)\"}", "has more than 1000 values"),
    ("grid: {soar..window: [1]}", "'soar..window' is no key path"),
    ("- 1", "my.yaml: expected a mapping of keys to values, found a list"),
    ("a: &a [*a]", "my.yaml: "), ("grid: [", "my.yaml: line"),
  ])
  func files(_ text: String, _ message: String) throws {
    let (status, line) = try #require(complaint(text), "\(text) is taken")
    #expect([Status.configuration, .dataError, .usage].contains(status))
    #expect(line.contains(message), "\(line)")
    #expect(!line.contains("\n"))
  }

  @Test func tooManyCells() throws {
    let axes = (1...5).map { _ in "range(1,12)" }
    let keys = ["window", "repeats", "innerSteps", "outerSteps", "questionsPerDataset"]
    let text = zip(keys, axes).map { "  soar.\($0): \"\($1)\"" }.joined(separator: "\n")
    let (_, line) = try #require(complaint("grid:\n\(text)"))
    #expect(line.contains("asks for 161051 cells"))
  }

  @Test(arguments: [
    (
      "soar.dataset=2,4",
      "my.yaml: command line: soar.dataset: unknown key (did you mean soar.datasets?)"
    ),
    (
      "soar.dataset=2",
      "my.yaml: command line: soar.dataset: unknown key (did you mean soar.datasets?)"
    ),
    ("soar.datasets=", "has no value"), ("soar.datasets", "is no override"),
    ("=3", "is no override"), ("soar.datasets=2,", "ends with a comma"),
    ("soar.datasets=2,,4", "invalid YAML"), ("world.name=a,'b", "invalid YAML"),
    ("world.name=tag(a,b)", "has a comma in parentheses"),
    ("world.name=tag(a", "has a parenthesis without its other half"),
    ("world.name=a),b", "has a parenthesis without its other half"),
    (#"world.name=a\,b"#, "has a backslash before a comma"),
    ("soar.datasets=2 # or 4", "has a comment"), ("soar.datasets=null", "expected"),
    ("soar.datasets=2,2", "holds 2 twice"), ("seeds=1,x", "expected a seed"),
    ("students=2,3", "is no number of students"), ("preset=paper", "cannot be overridden"),
    ("soar.innerSteps=3", "as zip.soar.innerSteps of my.yaml sets it"),
    ("soar.datasets=[2", "soar.datasets="), ("soar.repeats=1,2", "as list[0].soar.repeats"),
  ])
  func overrides(_ override: String, _ message: String) throws {
    let text = "zip: {soar.innerSteps: [8, 9], soar.window: [2, 4]}\nlist: [{soar.repeats: 5}]"
    let (_, line) = try #require(complaint(text, set: [override]), "\(override) is taken")
    #expect(line.contains(message), "\(line)")
  }
}
