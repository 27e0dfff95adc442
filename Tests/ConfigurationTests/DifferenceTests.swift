// Locks: differences between configurations are told by key, with both values, in order.

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
}
