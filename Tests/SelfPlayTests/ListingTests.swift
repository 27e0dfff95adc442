// Locks: presets, reward schemes and what arms are made of have a line each, none twice; every
// preset's name makes it; an arm's keys and words are those of a configuration; an arm in one line
// says where its student starts and what it trains on.

import Configuration
import SelfPlay
import Testing

@Suite struct ListingTests {
  private static func check(
    _ lines: [(name: String, explanation: String)], _ location: SourceLocation = #_sourceLocation
  ) {
    for (name, line) in lines {
      #expect(!line.isEmpty, "\(name) has no line", sourceLocation: location)
      #expect(line.count <= 72 && !line.contains("\n"), "\(name)", sourceLocation: location)
      #expect(!line.hasSuffix("."), "\(name)", sourceLocation: location)
    }
    #expect(Set(lines.map(\.explanation)).count == lines.count, sourceLocation: location)
    #expect(Set(lines.map(\.name)).count == lines.count, sourceLocation: location)
  }

  @Test func presets() throws {
    Self.check(RunConfiguration.Preset.allCases.map { ($0.rawValue, $0.explanation) })
    for name in RunConfiguration.presetNames {
      #expect(try #require(RunConfiguration.preset(name)).preset == name)
    }
    #expect(RunConfiguration.preset("quik") == nil)
  }

  @Test func schemes() {
    let lines = RewardSchemeRegistry.standard.explanations
    Self.check(lines)
    #expect(lines.map(\.name) == RewardSchemeRegistry.standard.names)
  }

  @Test func partsOfArms() throws {
    for part in ArmConfiguration.parts {
      Self.check(part.words.map { ($0.name, $0.explanation) })
      for word in part.words {
        let text = "arms: [{name: x, \(part.key): \(word.name)}]"
        let loaded = try ConfigurationLoader.load(RunConfiguration(), text: text, name: "x.yaml")
        let written = try ConfigurationLoader.yaml(loaded)
        #expect(written.contains("    \(part.key): \(word.name)\n"), "\(part.key): \(word.name)")
      }
    }
  }

  @Test func armsInOneLine() {
    let c = RunConfiguration()
    #expect(
      c.arms.map(c.explanation(of:)).prefix(3) == [
        "the base model, inference only",
        "the base model trained on hard-train problems; 120 steps of 8 x 32 rollouts",
        "the best promoted student of SOAR, inference only",
      ])
    for preset in RunConfiguration.Preset.allCases {
      let c = preset.configuration
      let lines = c.arms.map(c.explanation(of:))
      #expect(lines.allSatisfy { !$0.isEmpty && !$0.contains("\n") }, "\(preset)")
    }
  }
}
