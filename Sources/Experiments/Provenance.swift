import Diagnostics
import Foundation
import Numerics
package import RunStore
import Subprocesses

/// Where a run is made, and with which program.
package enum Provenance {
  package static func record(configuration: String, workers: Int) -> RunRecord {
    RunRecord(
      commandLine: OwnProgram.readable(CommandLine.arguments).map(\.shellWord).joined(
        separator: " "),
      config: configuration, configHash: SHA256.hexDigest(of: configuration),
      gitCommit: gitCommit, toolchain: toolchain,
      operatingSystem: operatingSystem, cpu: cpu, blasCore: BLASInfo.coreName, workers: workers,
      started: Date())
  }

  /// The commit of the checkout that built this program, followed by `+` when files differ. Nil if
  /// it cannot be determined: for a program outside a checkout's build folder, which may be in
  /// anybody's repository, and for one rebuilt since it started.
  private static let gitCommit: String? = {
    let folder = URL(fileURLWithPath: OwnProgram.path).deletingLastPathComponent().path
    // A git hook that runs soar sets variables that name a repository and override -C.
    let git = ["-u", "GIT_DIR", "-u", "GIT_WORK_TREE", "git", "-C", folder]
    guard OwnProgram.isInPlace, let checkout = output(git + ["rev-parse", "--show-toplevel"]),
      OwnProgram.path.hasPrefix("\(checkout)/.build/"),
      let commit = output(git + ["rev-parse", "HEAD"])
    else { return nil }
    let changes = output(git + ["status", "--porcelain", "--untracked-files=no"])
    return commit + (changes?.isEmpty ?? true ? "" : "+")
  }()

  /// A command's output, trimmed; nil if the command is missing or fails.
  package static func output(_ command: [String]) -> String? {
    var child = ChildProcess(.named("env"), command)
    // A question about the machine, such as git's on a file system that hangs, is not worth a run.
    child.timeout = .seconds(60)
    guard let outcome = try? child.runBlocking(), outcome.isSuccess else { return nil }
    return outcome.printed.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  package static var toolchain: String {
    #if swift(>=6.3)
      "Swift 6.3 or later"
    #else
      "Swift 6.2"
    #endif
  }

  package static var operatingSystem: String {
    field("PRETTY_NAME", in: "/etc/os-release", separator: "=")
      ?? ProcessInfo.processInfo.operatingSystemVersionString
  }

  package static var cpu: String {
    let name = field("model name", in: "/proc/cpuinfo", separator: ":") ?? "unknown"
    return "\(name), \(ProcessInfo.processInfo.activeProcessorCount) cores"
  }

  /// The value of the first `key separator value` line of a file.
  static func field(_ key: String, in path: String, separator: Character) -> String? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: separator, maxSplits: 1)
      guard parts.count == 2, parts[0].trimmingCharacters(in: .whitespaces) == key else {
        continue
      }
      return parts[1].trimmingCharacters(in: CharacterSet(charactersIn: " \""))
    }
    return nil
  }

  /// Peak resident memory of this process so far, in bytes.
  package static var peakMemoryBytes: Int {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}
