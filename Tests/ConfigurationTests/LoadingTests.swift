// Behaviours locked here:
// - a file sets a subset of the keys, the rest stays as the preset has it
// - integers serve as doubles; text, booleans and numbers do not turn into each other
// - lists replace whole lists
// - what is written is read back to the bitwise same value, and to the same bytes
// - overrides win over the file, later ones over earlier ones
import Configuration
import Diagnostics
import Foundation
import Testing

@Suite struct LoadingTests {
  @Test func aSubsetOfKeysIsLaidOverTheDefaults() throws {
    let sample = try load(
      """
      # a comment
      preset: quick
      seed: 18446744073709551615
      soar:
        learningRate: 1
        decay: linear
      ks: [1, 32]
      """)
    #expect(sample.seed == .max)
    #expect(sample.soar.learningRate == 1)
    #expect(sample.soar.decay == .linear)
    #expect(sample.soar.groupSize == 4)
    #expect(sample.ks == [1, 32])
    #expect(sample.arms == Sample().arms)
  }

  @Test(arguments: ["", "# nothing but a comment\n", "---\n", "{}"])
  func anEmptyFileLeavesTheDefaults(text: String) throws {
    #expect(try load(text) == Sample())
  }

  @Test func listsOfMappingsReplaceWholeLists() throws {
    let sample = try load(
      """
      arms:
        - name: only
          steps: 3
      tags: ["1", two]
      """)
    #expect(sample.arms == [Sample.Arm(name: "only", steps: 3)])
    #expect(sample.tags == ["1", "two"])
  }

  @Test(
    arguments: [
      ("1e-3", 1e-3), (".5", 0.5), ("5.", 5), ("-2.5E+4", -2.5e4), ("1_000", 1000), ("0x10", 16),
      (".inf", Double.infinity),
    ])
  func doublesInAllSpellings(text: String, value: Double) throws {
    #expect(try load("soar: {learningRate: \(text)}").soar.learningRate == value)
  }

  /// A configuration whose list elements may leave out a key.
  private struct Loops: Codable, Equatable {
    struct Loop: Codable, Equatable {
      var name: String
      var steps = 1

      init(name: String, steps: Int = 1) {
        self.name = name
        self.steps = steps
      }

      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decode(String.self, forKey: .name)
        steps = try container.decodeIfPresent(Int.self, forKey: .steps) ?? 1
      }
    }
    var loops = [Loop(name: "a")]
  }

  @Test func overridesReachKeysThatTheFilesListLeavesOut() throws {
    let loops = try ConfigurationLoader.load(
      Loops(), text: "loops: [{name: b}]", name: "my.yaml",
      overrides: ["loops=[{name: c}]", "loops=[{name: d, steps: 3}]"])
    #expect(loops.loops == [Loops.Loop(name: "d", steps: 3)])
  }

  @Test func writingAndReadingIsTheIdentity() throws {
    var sample = Sample()
    sample.seed = .max
    sample.name = "a: \"b\"\n\\ \u{7}\u{2028} 'é' # no"
    sample.tags = ["true", "12", "", "null", "yes", "a b", "1e3", "*x", "-", "plain", "😀"]
    sample.soar.weights = [
      1e-3, 0.1 + 0.2, .pi, .leastNonzeroMagnitude, 1.7976931348623157e308, -0.0, 1e22,
    ]
    let text = try ConfigurationLoader.yaml(sample)
    let again = try load(text)
    #expect(again == sample)
    #expect(
      again.soar.weights.map(\.bitPattern) == sample.soar.weights.map(\.bitPattern))
    #expect(try ConfigurationLoader.yaml(again) == text)
  }

  @Test func emptyListsSurviveWriting() throws {
    var sample = Sample()
    sample.arms = []
    sample.soar.weights = []
    #expect(try load(ConfigurationLoader.yaml(sample)) == sample)
  }

  @Test func theWrittenFormIsStable() throws {
    #expect(
      try ConfigurationLoader.yaml(Sample()) == """
        seed: 7
        name: quick
        soar:
          groupSize: 4
          learningRate: 0.001
          promotes: true
          decay: cosine
          weights: [0.5, 0.5]
        arms:
          - name: base
            steps: 0
          - name: soar
            steps: 10
        ks: [1, 4, 8]
        tags: []

        """)
  }

  @Test func overridesWinOverTheFile() throws {
    let sample = try load(
      "soar: {groupSize: 8}",
      set: [
        "soar.groupSize=9", "soar.groupSize=10", "soar.learningRate=3e-4", "name=a=b",
        "ks=[2]", "soar.promotes=false",
      ])
    #expect(sample.soar.groupSize == 10)
    #expect(sample.soar.learningRate == 3e-4)
    #expect(sample.soar.promotes == false)
    #expect(sample.name == "a=b")
    #expect(sample.ks == [2])
  }

  @Test func filesAndPresetNames() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("configuration-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("a.yaml")

    try Data("preset: standard\nseed: 3\n".utf8).write(to: file)
    #expect(try ConfigurationLoader.presetName(in: file) == "standard")
    #expect(try ConfigurationLoader.load(Sample(), file: file).seed == 3)

    try Data("seed: 3\n".utf8).write(to: file)
    #expect(try ConfigurationLoader.presetName(in: file) == nil)

    try Data("preset: 3\n".utf8).write(to: file)
    #expect(throws: UserError.self) { try ConfigurationLoader.presetName(in: file) }

    try Data([0x61, 0xFF, 0xFE]).write(to: file)
    #expect(throws: UserError.self) { try ConfigurationLoader.load(Sample(), file: file) }

    try Data(repeating: 0x23, count: 1 << 20).write(to: file)
    #expect(throws: UserError.self) { try ConfigurationLoader.load(Sample(), file: file) }

    let missing = folder.appendingPathComponent("none.yaml")
    #expect(throws: UserError(.noInput, file: missing.path, "no such file")) {
      try ConfigurationLoader.load(Sample(), file: missing)
    }
    #expect(throws: UserError(.noInput, file: folder.path, "cannot be read")) {
      try ConfigurationLoader.load(Sample(), file: folder)
    }
  }
}
