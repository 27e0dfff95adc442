// Locks: soar presets, arms, schemes and figures
// - list exactly the names that other commands accept, as a table and as JSON
// - fit into 100 columns where the lines are of fixed length, and end with how to use them
// - soar arms --preset lists the preset's arms; an unknown preset is one error

import Foundation
import Testing

@Suite struct ListingCommandTests {
  private func names(_ arguments: String..., key: String = "name") throws -> [String] {
    let outcome = try Tool.run(arguments + ["--json"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let rows = try #require(try outcome.json() as? [[String: Any]])
    #expect(rows.allSatisfy { ($0["explanation"] as? String)?.isEmpty == false })
    return rows.compactMap { $0[key] as? String }
  }

  /// The names that an error lists after `lead`.
  private func accepted(_ lead: String, _ arguments: String...) throws -> [String] {
    let errors = try Tool.run(arguments).errors
    let start = try #require(errors.range(of: lead), "\(errors)")
    return errors[start.upperBound...].prefix { !")\n.".contains($0) }
      .components(separatedBy: ", ")
  }

  @Test func namesAreThoseThatAreAccepted() throws {
    #expect(
      try names("presets") == accepted("(one of ", "run", "--preset", "xyzzy", "--print-config"))
    #expect(
      try names("schemes")
        == accepted(
          "; there are ", "run", "--print-config", "--set",
          "teachers=[{name: SOAR, reward: {scheme: xyzzy}}]"))
    let help = try Tool.run("plot", "--help").output
    for name in try names("figures") { #expect(help.contains("\n  \(name) "), "\(name)") }
    for word in try names("arms", key: "word") {
      #expect(!word.isEmpty && word.allSatisfy(\.isLetter))
    }
  }

  @Test(arguments: ["presets", "arms", "schemes", "figures"])
  func tablesEndWithTheirUse(_ command: String) throws {
    let outcome = try Tool.run(command)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let blocks = outcome.output.components(separatedBy: "\n\n")
    #expect(blocks.count == 2 && blocks[1].contains("soar "))
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 }, "\(outcome.output)")
  }

  @Test func armsOfAPreset() throws {
    #expect(
      try names("arms", "--preset", "quick") == [
        "Base", "Hard-Only", "PS", "PQ", "PQ + hard", "Base-T", "Base-T + hard", "Grounded-T",
        "Grounded-T + hard",
      ])
    let unknown = try Tool.run("arms", "--preset", "quik")
    #expect(unknown.status == 78 && unknown.isOneError, "\(unknown.errors)")
    #expect(unknown.errors.contains("did you mean quick?"))
  }
}
