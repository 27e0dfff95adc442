// Behaviours locked here:
// - event files are read by TensorBoard itself: every scalar and every sampled question of the store,
//   with its step, in order of time; every checksum holds
// - the same store gives the same bytes; events of two runs are not mixed
//
// TensorBoard comes from PyPI into .build/tensorboard at the first call. Where pip cannot get it, as
// without a network, these tests are skipped; what the files hold is decoded in ReportingTests too.

import Foundation
import RunStore
import TestSupport
import Testing

enum TensorBoard {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let environment = root.appendingPathComponent(".build/tensorboard")
  private static let python = environment.appendingPathComponent("bin/python")

  private static func call(_ program: URL, _ arguments: [String]) throws -> Tool.Outcome {
    try Tool.Running(arguments, program: program).outcome(timeout: 600)
  }

  /// Whether the reader is there, or could be got. A marker is made last, under a lock: two test runs
  /// may be at it.
  private static let isThere: Bool = {
    let marker = environment.appendingPathComponent("complete")
    if FileManager.default.fileExists(atPath: marker.path) { return true }
    let system = URL(fileURLWithPath: "/usr/bin/env")
    let requirements = root.appendingPathComponent("tools/tensorboard-requirements.txt")
    let folder = environment.path
    let script = """
      exec 9> '\(folder).lock' && flock 9 || exit 1
      test -e '\(marker.path)' && exit 0
      # Debian has it in a package of its own.
      python3 -c 'import ensurepip' 2>/dev/null ||
        { apt-get update -qq; apt-get install -y -qq python3-venv; } >&2
      rm -rf '\(folder)' && python3 -m venv '\(folder)' &&
        '\(folder)/bin/pip' install -q --disable-pip-version-check --retries 2 --timeout 20 \
          -r '\(requirements.path)' && touch '\(marker.path)'
      """
    guard let outcome = try? call(system, ["bash", "-c", script]) else { return false }
    if outcome.status != 0 {
      FileHandle.standardError.write(
        Data("no TensorBoard to read event files with: \(outcome.lastErrorLine)\n".utf8))
    }
    return outcome.status == 0
  }()

  /// Where warnings are errors, as before a merge, nothing is left out for want of a network.
  static let isWanted =
    isThere || ProcessInfo.processInfo.environment["SOAR_LAB_STRICT"] == "1"

  struct Run: Decodable {
    struct Scalar: Decodable {
      var step: Int
      var time: Double
      var value: Double

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        step = try values.decode(Int.self)
        time = try values.decode(Double.self)
        value = try values.decode(Double.self)
      }
    }

    struct Text: Decodable {
      var step: Int
      var text: String

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        step = try values.decode(Int.self)
        text = try values.decode(String.self)
      }
    }

    var scalars: [String: [Scalar]]
    var texts: [String: [Text]]
    var records: Int
  }

  static func read(_ folder: URL) throws -> [String: Run] {
    let script = root.appendingPathComponent("tools/check_tensorboard.py").path
    let outcome = try call(python, [script, folder.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try JSONDecoder().decode([String: Run].self, from: Data(outcome.output.utf8))
  }
}

@Suite struct TensorBoardTests {
  @Test(.enabled(if: TensorBoard.isWanted, "pip cannot get TensorBoard")) func itIsRead() throws {
    let folder = try TinyRun.finished.get().copy()
    let outcome = try Tool.run(
      "export", "run", "--format", "tensorboard", "-o", "tb", in: folder.url)
    #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.errors)")
    let runs = try TensorBoard.read(folder.file("tb"))
    #expect(runs.keys.sorted() == ["seed-1", "seed-2"])
    let store = try RunStore.open(at: folder.file("run"), readOnly: true)
    let started = try store.run().started.timeIntervalSince1970
    func expect(_ run: TensorBoard.Run, _ tag: String, _ pairs: [(Int, Double?)]) {
      let known = pairs.filter { $0.1 != nil }
      let scalars = run.scalars[tag] ?? []
      #expect(scalars.map(\.step) == known.map(\.0), "\(tag)")
      #expect(scalars.map { Float($0.value) } == known.map { Float($0.1 ?? .nan) }, "\(tag)")
      #expect(zip(scalars, scalars.dropFirst()).allSatisfy { $0.time <= $1.time })
      #expect(scalars.allSatisfy { $0.time >= started && $0.time < started + 100_000 })
    }
    var checked = 0
    for seed in [1, 2] {
      let run = try #require(runs["seed-\(seed)"])
      for teacher in ["SOAR", "intrinsic", "matched"] {
        let steps = try store.outerSteps(teacher: teacher, seed: seed)
        #expect(!steps.isEmpty)
        let prefix = teacher.lowercased()
        expect(run, "\(prefix)/reward", steps.map { ($0.step, $0.meanReward) })
        expect(run, "\(prefix)/promoted", steps.map { ($0.step, $0.isPromoted ? 1 : 0) })
        expect(run, "\(prefix)/teacher/kl", steps.map { ($0.step, $0.teacherKL) })
        expect(run, "\(prefix)/baseline_accuracy", steps.map { ($0.step, $0.baselineAccuracy) })
        let shares = try store.questionShares(classifier: "exact", teacher: teacher)
          .filter { $0.seed == seed }
        expect(
          run, "\(prefix)/labels/exact/well_posed", shares.map { ($0.step ?? -1, $0.wellPosed) })
        expect(run, "\(prefix)/labels/exact/correct", shares.map { ($0.step ?? -1, $0.correct) })
        let texts = try #require(run.texts["\(prefix)/questions"])
        #expect(texts.map(\.step) == steps.map(\.step))
        for text in texts {
          let questions = try store.questions(teacher: teacher, seed: seed, step: text.step)
          let shown = text.text.components(separatedBy: "\n").filter { $0.hasPrefix("    Q: ") }
          #expect(shown.count == 4)
          for line in shown {
            #expect(questions.contains { "    Q: \($0.question.question)" == line })
          }
        }
        checked += 1
      }
      for arm in try store.armRuns() where arm.seed == seed {
        expect(
          run, "arm/\(arm.arm)/test_pass_at_1", arm.curve.map { ($0.step, $0.testPass1) })
        expect(
          run, "arm/\(arm.arm)/training_reward", arm.curve.map { ($0.step, $0.trainingReward) })
        checked += 1
      }
      #expect(run.records > 20)
    }
    #expect(checked == 2 * (3 + 9))
  }

  @Test func sameBytesAndNoMixing() throws {
    let folder = try TinyRun.finished.get().copy()
    func export(_ run: String, _ place: String) throws -> Tool.Outcome {
      try Tool.run("export", run, "--format", "tensorboard", "-o", place, in: folder.url)
    }
    for place in ["a", "b", "a"] { #expect(try export("run", place).status == 0) }
    for seed in ["seed-1", "seed-2"] {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("a/\(seed)"))
      #expect(names.count == 1 && names[0].hasPrefix("events.out.tfevents."))
      #expect(
        try Data(contentsOf: folder.file("a/\(seed)/\(names[0])"))
          == Data(contentsOf: folder.file("b/\(seed)/\(names[0])")))
    }
    try folder.write("", to: "a/seed-2/events.out.tfevents.1.other")
    let mixed = try export("run", "a")
    #expect(mixed.status == 73 && mixed.isOneError)
    #expect(mixed.errors.contains("holds events of another run"))
    try folder.write(#"{"question": "x", "answer": "2"}"# + "\n", to: "log.jsonl")
    try Tool.run("import", "log.jsonl", "-o", "empty", in: folder.url)
    let empty = try export("empty", "c")
    #expect(empty.status == 65 && empty.isOneError && !folder.exists("c"))
  }
}
