import ArgumentParser
import Diagnostics
import Experiments
import Foundation
import Numerics
import Reporting
import RunStore

/// `soar doctor`.
struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Show what this machine has, and what is missing.",
    discussion: """
      Exits with 69 when something that a run needs is missing, and prints the command that \
      installs it.

      EXAMPLES
        soar doctor
        soar doctor --json
      """)

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let diagnosis = Diagnosis()
    try json ? printJSON(diagnosis) : Console.print(diagnosis.text)
    if !diagnosis.problems.isEmpty { throw ExitCode(Diagnostics.ExitStatus.unavailable.rawValue) }
  }
}

/// The findings of `soar doctor`.
struct Diagnosis: Encodable {
  struct Toolchain: Encodable {
    /// The toolchain that built this binary.
    var builtWith = Provenance.toolchain
    /// The output of `swift --version`; absent if swift is not on the search path. Only a build
    /// needs it.
    var installed = Provenance.output(["swift", "--version"])?
      .split(separator: "\n").first { $0.contains("Swift version") }
      .map { $0.replacingOccurrences(of: "Swift version ", with: "") }
  }

  struct OpenBLAS: Encodable {
    var configuration = BLASInfo.configuration.trimmingCharacters(in: .whitespaces)
    var core = BLASInfo.coreName
    /// The library's default threads; this program uses one per worker.
    var threads = BLASInfo.threads
  }

  struct Program: Encodable {
    var path: String
    var version: String
  }

  struct Problem: Encodable {
    var what: String
    var fix: String
  }

  var toolchain = Toolchain()
  var operatingSystem = Provenance.operatingSystem
  var openBLAS = OpenBLAS()
  var sqlite: String?
  var gnuplot: Program?
  var cpu = Processor()
  var memoryBytes = ProcessInfo.processInfo.physicalMemory
  var cache = CacheFolder(BaseModelCache.userFolder())
  var problems: [Problem] = []

  init() {
    sqlite = examine("SQLite", fix: "sudo apt-get install libsqlite3-dev") {
      try RunStore.sqliteVersion()
    }
    gnuplot = examine("gnuplot", fix: "sudo apt-get install gnuplot-nox") {
      let program = try Gnuplot.locate()
      let version = try program.version().split(separator: " ").joined(separator: " ")
      return Program(path: program.program.path, version: version)
    }
    if !cache.isWritable {
      problems.append(
        Problem(
          what: "the cache folder \(cache.path) cannot be written",
          fix: "export SOAR_CACHE_DIR=/some/other/folder, or run with --no-cache"))
    }
  }

  /// The result of `look`; its failure becomes a problem.
  private mutating func examine<T>(_ name: String, fix: String, _ look: () throws -> T) -> T? {
    do {
      return try look()
    } catch let error as UserError {
      problems.append(Problem(what: error.message, fix: error.hint ?? fix))
    } catch {
      problems.append(Problem(what: "\(name): \(error)", fix: fix))
    }
    return nil
  }

  var text: String {
    let blas = openBLAS.configuration.split(separator: " ").prefix(2).joined(separator: " ")
    let rows = [
      ("Swift", "\(toolchain.installed ?? "not on PATH"); built with \(toolchain.builtWith)"),
      ("OpenBLAS", "\(blas), kernels \(openBLAS.core), \(openBLAS.threads) threads available"),
      ("SQLite", sqlite ?? "missing"),
      ("gnuplot", gnuplot.map { "\($0.version), \($0.path)" } ?? "missing"),
      ("system", operatingSystem),
      ("CPU", "\(cpu.model), \(cpu.architecture), \(cpu.cores) cores, kernels \(cpu.kernels)"),
      ("features", cpu.features.isEmpty ? "none known" : cpu.features.joined(separator: " ")),
      ("memory", gigabytes(memoryBytes)),
      (
        "cache",
        "\(cache.path), \(cache.isWritable ? "writable" : "not writable")"
          + (cache.freeBytes.map { ", \(gigabytes($0)) free" } ?? "")
      ),
    ]
    var lines = rows.map { name, value in
      name.padding(toLength: 10, withPad: " ", startingAt: 0) + value
    }
    lines.append("")
    lines +=
      problems.isEmpty
      ? ["nothing is missing"] : problems.map { "missing: \($0.what): \($0.fix)" }
    return lines.map(\.escapingControlCharacters).joined(separator: "\n")
  }

  private func gigabytes(_ bytes: UInt64) -> String {
    "\((Double(bytes) / 1e8).rounded() / 10) GB"
  }
}
