// Behaviours locked here:
// - `soar doctor` succeeds where the tests run, and its JSON names every part
// - what is missing is named with the command that installs it, and the status is 69
import Foundation
import Testing

@Suite struct DoctorTests {
  private struct Report: Decodable {
    struct Problem: Decodable {
      var what: String
      var fix: String
    }
    struct BLAS: Decodable { var core: String }
    struct CPU: Decodable { var cores: Int }
    struct Cache: Decodable { var path: String }
    var problems: [Problem]
    var openBLAS: BLAS
    var cpu: CPU
    var cache: Cache
    var sqlite: String?
  }

  /// Runs the tool that was built beside the test bundle.
  private func doctor(_ arguments: [String], environment changes: [String: String]) throws
    -> (status: Int32, output: Data)
  {
    let outcome = try Tool.run(["doctor"] + arguments, environment: changes)
    return (outcome.status, Data(outcome.output.utf8))
  }

  @Test func nothingIsMissingHere() throws {
    let cache = FileManager.default.temporaryDirectory.appendingPathComponent("not/there/yet")
    let (status, output) = try doctor(["--json"], environment: ["SOAR_CACHE_DIR": cache.path])
    let report = try JSONDecoder().decode(Report.self, from: output)
    #expect(status == 0)
    #expect(report.problems.isEmpty)
    #expect(!report.openBLAS.core.isEmpty)
    #expect(report.cpu.cores > 0)
    #expect(report.cache.path == cache.path)
    #expect(report.sqlite?.hasPrefix("3.") == true)
    #expect(!FileManager.default.fileExists(atPath: cache.path))
  }

  @Test func whatIsMissingComesWithItsRemedy() throws {
    let (status, output) = try doctor(
      [], environment: ["PATH": "/nonexistent", "SOAR_CACHE_DIR": "/dev/null/cache"])
    let text = String(decoding: output, as: UTF8.self)
    #expect(status == 69)
    #expect(text.contains("apt-get install gnuplot-nox"))
    #expect(text.contains("/dev/null/cache cannot be written: export SOAR_CACHE_DIR="))
  }
}
