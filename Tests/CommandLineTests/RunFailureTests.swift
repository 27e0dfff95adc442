// Behaviours locked here: what cannot be run fails before anything is written, with one line and
// its own status:
// - configurations with unknown keys, wrong types, values out of range or in contradiction: 65 or 78
// - gnuplot missing: 69; output that cannot be written: 73 or 77
// - a disk that fills up: 74, and the run continues once there is space

import Foundation
import TestSupport
import Testing

@Suite struct RunFailureTests {
  @Test(arguments: [
    ("soar:\n  outerStep: 3\n", "bad.yaml: soar.outerStep: ", "outerSteps"),
    ("soars: {}\n", "bad.yaml: soars: ", "soar"),
    ("soar:\n  outerSteps: many\n", "bad.yaml: soar.outerSteps: ", ""),
    ("seeds: 1\n", "bad.yaml: seeds: ", ""),
    ("student:\n  groupSize: 1\n", "bad.yaml: student.groupSize: ", ""),
    ("student:\n  learningRate: -1\n", "bad.yaml: student.learningRate: ", ""),
    ("evaluation:\n  samples: 8\n", "bad.yaml: evaluation.passAt: ", ""),
    ("model:\n  contextLength: 16\n", "bad.yaml: model.contextLength: ", ""),
    ("hardSet:\n  size: 1000\n", "bad.yaml: hardSet.size: ", ""),
    ("world:\n  hardLengths: [99]\n", "bad.yaml: world.hardLengths", ""),
    ("arms:\n  - {name: A, mixing: alone, steps: 3}\n", "bad.yaml: arms[0].mixing: ", ""),
    ("preset: quack\n", "bad.yaml: preset: ", "quick"),
    ("soar: [\n", "bad.yaml: ", ""),
    ("\u{0}\u{1}", "bad.yaml: ", ""),
    ("a: &a [*a]\n", "bad.yaml: ", ""),
  ])
  func badConfigurations(_ yaml: String, _ place: String, _ hint: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(yaml, to: "bad.yaml")
    // `hardset` has its preset from its option alone.
    for command in yaml.hasPrefix("preset") ? ["run"] : ["run", "hardset"] {
      let outcome = try Tool.run([command, "bad.yaml"], in: folder.url)
      #expect(outcome.status == 65 || outcome.status == 78, "\(outcome.errors)")
      #expect(outcome.isOneError, "\(outcome.errors)")
      #expect(outcome.errors.hasPrefix("error: "), "\(outcome.errors)")
      #expect(outcome.errors.contains(place), "\(outcome.errors)")
      #expect(hint.isEmpty || outcome.errors.contains(hint), "\(outcome.errors)")
      #expect(try folder.contents == ["bad.yaml"])
    }
  }

  @Test(arguments: [
    ["--set", "soar.outerStep=3"], ["--set", "soar.outerSteps=many"], ["--set", "soar"],
    ["--set", "student.groupSize=1"], ["--set", "seeds=[1,1]"], ["--preset", "quack"],
    ["--set", "=3"], ["--set", "arms[0].steps=-1"], ["--set", "soar.threshold=0.05 # less"],
    ["--set", "soar.threshold=null"], ["--set", "soar.threshold="], ["--set", "+soar.window=2"],
    ["--set", "~soar.window"], ["--set", "soar.window=1,2"], ["--set", "seeds=[1,1,]"],
    ["--set", "world.name='a"], ["--set", "soar.threshold=0.1\n--- 0.2"],
  ])
  func badOverrides(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run(["run"] + arguments, in: folder.url)
    #expect([64, 65, 78].contains(outcome.status), "\(outcome.errors)")
    #expect(outcome.isOneError, "\(outcome.errors)")
    #expect(try folder.contents.isEmpty)
  }

  @Test func configurationsThatAreNoFiles() throws {
    let folder = try TemporaryFolder()
    let missing = try Tool.run("run", "missing.yaml", in: folder.url)
    #expect(missing.status == 66 && missing.isOneError, "\(missing.errors)")
    let directory = try Tool.run("run", "/", in: folder.url)
    #expect(directory.status == 66 && directory.isOneError, "\(directory.errors)")
    #expect(try folder.contents.isEmpty)
  }

  @Test func withoutGnuplot() throws {
    let folder = try TemporaryFolder()
    let arguments = try TinyRun.arguments(in: folder)
    let outcome = try Tool.run(arguments, environment: ["PATH": "/nonexistent"], in: folder.url)
    #expect(outcome.status == 69 && outcome.isOneError, "\(outcome.errors)")
    #expect(outcome.errors.contains("apt-get install gnuplot-nox"))
    #expect(try folder.contents == ["tiny.yaml"])
  }

  @Test(arguments: ["file/run", "/dev/null/run", "/proc/run", "/sys/run", "file"])
  func outputThatCannotBeWritten(_ output: String) throws {
    let folder = try TemporaryFolder()
    var arguments = try TinyRun.arguments(in: folder)
    try folder.write("", to: "file")
    arguments[3] = output
    let outcome = try Tool.run(arguments, in: folder.url)
    #expect(outcome.status == 73 || outcome.status == 77, "\(outcome.errors)")
    #expect(outcome.isOneError, "\(outcome.errors)")
    #expect(try folder.contents == ["file", "tiny.yaml"])
    #expect(try folder.text("file").isEmpty)
  }

  @Test func aCacheThatCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    let arguments = try TinyRun.arguments(in: folder).filter { $0 != "--no-cache" }
    let outcome = try Tool.run(
      arguments, environment: ["SOAR_CACHE_DIR": "/dev/null/cache"], in: folder.url)
    #expect(outcome.status == 73 || outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.lastErrorLine.contains("/dev/null/cache") || outcome.status == 0)
  }
}

/// A file system in memory, of a size given in kilobytes.
final class SmallDisk {
  let folder: TemporaryFolder

  /// Whether this user may mount one.
  static let isAvailable: Bool = (try? SmallDisk(kilobytes: 64)) != nil

  init(kilobytes: Int) throws {
    folder = try TemporaryFolder()
    try Self.call("mount", ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", folder.url.path])
  }

  func setSize(kilobytes: Int) throws {
    try Self.call("mount", ["-o", "remount,size=\(kilobytes)k", folder.url.path])
  }

  func setWritable(_ isWritable: Bool) throws {
    try Self.call("mount", ["-o", "remount,\(isWritable ? "rw" : "ro")", folder.url.path])
  }

  deinit { try? Self.call("umount", [folder.url.path]) }

  private static func call(_ program: String, _ arguments: [String]) throws {
    let outcome = try Tool.Running(
      [program] + arguments, program: URL(fileURLWithPath: "/usr/bin/env")
    ).outcome()
    guard outcome.status == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}

@Suite(.serialized, .enabled(if: SmallDisk.isAvailable, "may not mount a tmpfs"))
struct FullDiskTests {
  @Test(arguments: [16, 100, 340, 600, 1000, 2000])
  func theRunStopsAndContinues(kilobytes: Int) throws {
    let disk = try SmallDisk(kilobytes: kilobytes)
    let home = try TemporaryFolder()
    var arguments = try TinyRun.arguments(in: home) + ["--quiet"]
    arguments[3] = disk.folder.path("run")
    let outcome = try Tool.run(arguments, in: home.url)
    #expect(outcome.status == 74, "\(outcome.errors)")
    #expect(outcome.isOneError, "\(outcome.errors)")
    // What failed at the start leaves nothing; what failed later continues.
    if disk.folder.exists("run") {
      try disk.setSize(kilobytes: 50_000)
      let resumed = try Tool.run(
        "run", "--resume", disk.folder.path("run"), "--no-cache", "--quiet")
      #expect(resumed.status == 0, "\(resumed.errors)")
      #expect(try TinyRun.digest(disk.folder) == TinyRun.finished.get().digest)
    } else {
      #expect(try disk.folder.contents.isEmpty)
      #expect(kilobytes <= 600)
    }
  }
}
