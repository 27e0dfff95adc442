// Locks: `soar bench` names what it verified and prints rates that follow from its own counts and
// times; its bad arguments and missing rivals are one line. No time is asserted: machines are shared.

import Foundation
import TestSupport
import Testing

@Suite struct BenchTests {
  struct Report: Decodable {
    struct Spread: Decodable { var min, median, max: Double }
    struct Result: Decodable {
      var stage, model, name, verified: String
      var seconds: Spread
      var perSecond: Spread
      var count: Double
      var flops: Double?
      var flopsPerSecond: Spread?
      var mfu: Spread?
    }
    var sgemmFlopsPerSecond: Double
    var results: [Result]
  }

  @Test func measurementsAreVerifiedAndConsistent() throws {
    let outcome = try Tool.run(
      "bench", "train", "rollout", "kernels", "--model", "quick", "--repeats", "2", "--json", "-q")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    #expect(report.sgemmFlopsPerSecond > 0)
    #expect(Set(report.results.map(\.stage)) == ["kernels", "rollout", "train"])
    for result in report.results {
      #expect(!result.verified.isEmpty)
      #expect(result.model == "d64")
      #expect(result.seconds.min <= result.seconds.median)
      #expect(result.seconds.median <= result.seconds.max)
      let fastest = result.count / result.seconds.min
      #expect(abs(result.perSecond.max - fastest) <= 1e-9 * fastest)
      if let flops = result.flops, let rate = result.flopsPerSecond, let mfu = result.mfu {
        #expect(abs(rate.max - flops / result.seconds.min) <= 1e-9 * rate.max)
        #expect(mfu.median > 0)
      }
    }
    // Matrix products dominate the FLOPs of training: it has a share to show.
    #expect(report.results.contains { $0.stage == "train" && $0.mfu != nil })
  }

  @Test func whatIsWrongIsSaidFirst() throws {
    for arguments in [
      ["bench", "warp"], ["bench", "--repeats", "0"], ["bench", "--model", "gpt"],
      ["bench", "train", "--against-pytorch"],
    ] {
      let outcome = try Tool.run(arguments)
      #expect(outcome.status == 64)
      #expect(outcome.output.isEmpty)
    }
    let folder = try TemporaryFolder()
    let absent = try Tool.run("bench", "step", "--against-pytorch", in: folder.url)
    #expect(absent.status == 66)
    #expect(absent.isOneError)
    #expect(absent.errors.contains("tools/bench_pytorch.py"))
    try folder.write("", to: "rival.py")
    let python = try Tool.run(
      "bench", "step", "--against-pytorch", "--python", "/nonexistent/python", "--python-script",
      "rival.py", in: folder.url)
    #expect(python.status == 69)
    #expect(python.isOneError)
    #expect(python.errors.contains("-m pip install torch transformers trl"))
  }
}
