// Every mistake in a configuration is one line that names the file, the key path, the line and the
// way out, with the status that tells broken YAML (65) from a wrong key or value (78) and from a
// wrong command line (64).
import Configuration
import Diagnostics
import Testing

@Suite struct ComplaintTests {
  @Test(
    arguments: [
      (
        "soar:\n  groupSiz: 4",
        "my.yaml: soar.groupSiz: unknown key on line 2 (did you mean soar.groupSize?)"
      ),
      (
        "zebra: 4",
        "my.yaml: zebra: unknown key on line 1 (keys here: seed, name, soar, arms, ks, tags)"
      ),
      (
        "soar: {preset: x}",
        "my.yaml: soar.preset: unknown key on line 1"
          + " (keys here: groupSize, learningRate, promotes, decay, weights)"
      ),
      (
        "\nsoar:\n  groupSize: abc",
        "my.yaml: soar.groupSize: expected an integer, found 'abc' on line 3"
      ),
      (
        "soar: {groupSize: 1.0}",
        "my.yaml: soar.groupSize: expected an integer, found 1.0 on line 1"
      ),
      (
        "soar: {groupSize: 010}",
        "my.yaml: soar.groupSize: expected an integer, found '010' on line 1"
      ),
      (
        "soar: {groupSize: 99999999999999999999}",
        "my.yaml: soar.groupSize: expected an integer from -9223372036854775808 to"
          + " 9223372036854775807, found 99999999999999999999 on line 1"
      ),
      (
        "seed: -1",
        "my.yaml: seed: expected an integer from 0 to 18446744073709551615, found -1 on line 1"
      ),
      (
        "soar: {learningRate: fast}",
        "my.yaml: soar.learningRate: expected a number, found 'fast' on line 1"
      ),
      (
        "soar: {learningRate: .nan}",
        "my.yaml: soar.learningRate: expected a number, found .nan on line 1"
      ),
      (
        "soar: {learningRate: 1e999}",
        "my.yaml: soar.learningRate: expected a number, found 1e999 on line 1"
      ),
      (
        "soar: {learningRate: \"1\"}",
        "my.yaml: soar.learningRate: expected a number, found '1' on line 1"
      ),
      (
        "soar: {promotes: yes}",
        "my.yaml: soar.promotes: expected true or false, found 'yes' on line 1"
      ),
      ("soar: {promotes: 1}", "my.yaml: soar.promotes: expected true or false, found 1 on line 1"),
      ("name: 12", "my.yaml: name: expected a string, found 12 on line 1 (put it in quotes)"),
      ("name:", "my.yaml: name: expected a string, found nothing on line 1"),
      (
        "soar: {decay: cosin}",
        "my.yaml: soar.decay: expected one of cosine, linear, constant, found 'cosin' on line 1"
          + " (did you mean cosine?)"
      ),
      (
        "soar: {decay: 3}",
        "my.yaml: soar.decay: expected a string, found 3 on line 1 (put it in quotes)"
      ),
      ("name: [a]", "my.yaml: name: expected a string, found a list on line 1"),
      ("name: {a: b}", "my.yaml: name: expected a string, found a mapping on line 1"),
      ("ks: 3", "my.yaml: ks: expected a list, found 3 on line 1"),
      ("ks: [1, x]", "my.yaml: ks[1]: expected an integer, found 'x' on line 1"),
      ("tags: [a, 2]", "my.yaml: tags[1]: expected a string, found 2 on line 1 (put it in quotes)"),
      (
        "arms:\n  - name: a\n    step: 1",
        "my.yaml: arms[0].step: unknown key on line 3 (did you mean arms[0].steps?)"
      ),
      ("arms: [{name: a}]", "my.yaml: arms[0]: missing key 'steps' on line 1"),
      (
        "arms: [base]",
        "my.yaml: arms[0]: expected a mapping of keys to values, found 'base' on line 1"
          + " (keys: name, steps)"
      ),
      (
        "soar: 3",
        "my.yaml: soar: expected a mapping of keys to values, found 3 on line 1"
          + " (keys: groupSize, learningRate, promotes, decay, weights)"
      ),
    ])
  func keysAndValues(text: String, line: String) {
    let (status, description) = complaint(text)
    #expect(description == line)
    #expect(status == .configuration)
  }

  @Test(
    arguments: [
      "[1, 2]", "just text", "12",
    ])
  func theRootIsAMapping(text: String) {
    let (status, description) = complaint(text)
    #expect(description.hasPrefix("my.yaml: expected a mapping of keys to values, found "))
    #expect(status == .configuration)
  }

  @Test(
    arguments: [
      ("a: [1, 2", "line 2: invalid YAML: did not find expected ',' or ']'"),
      ("soar:\n\t groupSize: 3", "line 2: invalid YAML: found character"),
      ("name: \"a", "line 1: invalid YAML: found unexpected end of stream"),
      ("seed: 1\nname: a\nseed: 2", "line 1: duplicate key 'seed'"),
      ("soar:\n  groupSize: 1\n  groupSize: 2", "line 2: duplicate key 'groupSize'"),
      ("seed: 1\n---\nseed: 2", "line 2: invalid YAML: but found another document"),
      ("a: &x 1", "line 1: anchors and aliases (& and *) are not supported"),
      ("soar: &x {a: 1}\nname: *x", "line 2: anchors and aliases (& and *) are not supported"),
      ("? [a]\n: 1", "line 1: a key must be a word"),
      ("name: \u{1}", "invalid YAML: control characters are not allowed"),
    ])
  func brokenYAML(text: String, tail: String) {
    let (status, description) = complaint(text)
    #expect(description.hasPrefix("my.yaml: \(tail)"))
    #expect(status == .dataError)
  }

  @Test func bombsAreRefusedBeforeTheyGoOff() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let alias = "*a\(level - 1)"
      bomb +=
        "a\(level): &a\(level) [\(Array(repeating: alias, count: 9).joined(separator: ","))]\n"
    }
    bomb += "? *a30\n: 1\n"
    #expect(complaint(bomb).1.contains("anchors and aliases"))
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func depthIsBounded(opener: String) {
    for depth in [100, 900, 50_000] {
      let (status, description) = complaint("name: \n  " + String(repeating: opener, count: depth))
      #expect(status == .dataError, "\(description)")
      #expect(description.count < 200)
    }
    let closed = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
    #expect(complaint("name: \(closed)").1.contains("nested more than 32 levels deep"))
  }

  @Test func aKeyWithoutAValueIsNoAbsentKey() throws {
    struct Lenient: Codable, Equatable {
      var name = "a"
      init() {}
      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decodeIfPresent(String.self, forKey: .name) ?? "absent"
      }
    }
    struct Holder: Codable { var items = [Lenient()] }
    let loaded = try ConfigurationLoader.load(Holder(), text: "items: [{}]", name: "my.yaml")
    #expect(loaded.items.map(\.name) == ["absent"])
    #expect(throws: UserError.self) {
      try ConfigurationLoader.load(Holder(), text: "items: [{name: }]", name: "my.yaml")
    }
  }

  @Test func messagesStayOnOneLine() {
    let (_, description) = complaint("soar: {\"a\\nb\\e[31m\": 1}")
    #expect(!description.contains("\n"))
    #expect(!description.contains("\u{1B}"))
  }

  @Test(
    arguments: [
      (
        "soar.groupSiz=4", Status.configuration,
        "--set: soar.groupSiz: unknown key (did you mean soar.groupSize?)"
      ),
      (
        "soar.groupSize=abc", .configuration,
        "--set: soar.groupSize: expected an integer, found 'abc'"
      ),
      (
        "soar=3", .configuration,
        "--set: soar: expected a mapping of keys to values, found 3"
          + " (keys: groupSize, learningRate, promotes, decay, weights)"
      ),
      (
        "soar.groupSize.x=3", .configuration,
        "--set: soar.groupSize: expected an integer, found a mapping"
      ),
      (
        "soar.groupSize=", .configuration,
        "--set: soar.groupSize: expected an integer, found nothing"
      ),
      (
        "soar.groupSize", .usage,
        "--set: 'soar.groupSize' is not an assignment (write --set key.path=value)"
      ),
      ("=3", .usage, "--set: '=3' is not an assignment (write --set key.path=value)"),
      ("soar..x=3", .usage, "--set: 'soar..x=3' is not an assignment (write --set key.path=value)"),
      ("", .usage, "--set: '' is not an assignment (write --set key.path=value)"),
      ("ks=[1", .dataError, "--set: invalid YAML: did not find expected ',' or ']'"),
    ])
  func overrides(override: String, status: Status, line: String) {
    let found = complaint("", set: [override])
    #expect(found.1 == line)
    #expect(found.0 == status)
  }
}
