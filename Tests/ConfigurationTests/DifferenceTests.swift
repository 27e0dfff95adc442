// Locks: differences between configurations are told by key, with both values, in order; what was
// changed is written as YAML that gives the same configuration when it is laid over the defaults.

import Configuration
import Testing

@Suite struct DifferenceTests {
  private struct Part: Codable {
    var rate = 0.5
    var lengths = [1, 2]
  }

  private struct Whole: Codable {
    var name = "a"
    var part = Part()
  }

  @Test func byKey() throws {
    #expect(try ConfigurationLoader.differences(Whole(), Whole()).isEmpty)
    var other = Whole()
    other.name = "b"
    other.part.rate = 0.25
    other.part.lengths = [1, 3, 4]
    #expect(
      try ConfigurationLoader.differences(Whole(), other) == [
        .init(key: "name", first: "'a'", second: "'b'"),
        .init(key: "part.rate", first: "0.5", second: "0.25"),
        .init(key: "part.lengths[1]", first: "2", second: "3"),
        .init(key: "part.lengths[2]", first: "nothing", second: "4"),
      ])
  }

  @Test func asYAML() throws {
    #expect(try ConfigurationLoader.yaml(changing: Whole(), to: Whole()) == "{}\n")
    #expect(
      try ConfigurationLoader.yaml(changing: Whole(), to: Whole(), keeping: ["name"])
        == "name: a\n")
    var other = Whole()
    other.part.lengths = []
    other.part.rate = 0.1 + 0.2
    let text = try ConfigurationLoader.yaml(changing: Whole(), to: other)
    #expect(text == "part:\n  rate: 0.30000000000000004\n  lengths: []\n")
    let again = try ConfigurationLoader.load(Whole(), text: text, name: "again.yaml")
    #expect(try ConfigurationLoader.differences(again, other).isEmpty)
  }
}
