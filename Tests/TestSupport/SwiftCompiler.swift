package import Foundation

/// The compiler, with the modules of this package as the build left them beside the test bundle.
package enum SwiftCompiler {
  package static let packageFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let products: URL = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Modules").path) {
        return folder
      }
    }
    return folder
  }()

  /// As the build system derives it from the folder's name.
  private static let packageName = String(
    packageFolder.lastPathComponent.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })

  /// Arguments with which a source file sees what another package sees.
  package static var asClient: [String] {
    let checkouts = products.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("checkouts")
    let maps = [
      products.appendingPathComponent("CKernels.build/module.modulemap"),
      packageFolder.appendingPathComponent("Sources/COpenBLAS/module.modulemap"),
      checkouts.appendingPathComponent("GRDB.swift/Sources/GRDBSQLite/module.modulemap"),
      checkouts.appendingPathComponent("Yams/Sources/CYaml/include/module.modulemap"),
      checkouts.appendingPathComponent("FlyingFox/CSystemLinux/include/module.modulemap"),
      checkouts.appendingPathComponent("swift-system/Sources/CSystem/include/module.modulemap"),
      checkouts.appendingPathComponent(
        "swift-subprocess/Sources/_SubprocessCShims/include/module.modulemap"),
    ]
    return ["-I", products.appendingPathComponent("Modules").path]
      + maps.flatMap { ["-Xcc", "-fmodule-map-file=\($0.path)"] }
  }

  /// And with which it is part of this package.
  package static var asPart: [String] {
    asClient + [
      "-package-name", packageName, "-swift-version", "6", "-parse-as-library",
      "-enable-upcoming-feature", "ExistentialAny",
      "-enable-upcoming-feature", "InternalImportsByDefault",
      "-enable-upcoming-feature", "MemberImportVisibility",
    ]
  }

  /// Runs a program by its name, to its end; `timeout` ends it, with all that it started, after ten
  /// minutes. Its messages go to a file: a process that is left behind could hold a pipe for ever.
  package static func run(
    _ program: String, _ arguments: [String], in folder: URL? = nil
  ) throws -> (ok: Bool, message: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["timeout", "-k", "5", "600", program] + arguments
    process.currentDirectoryURL = folder
    let place = try TemporaryFolder()
    let file = try place.write("", to: "errors")
    process.standardError = try FileHandle(forWritingTo: file)
    try process.run()
    process.waitUntilExit()
    let message = try Data(contentsOf: file)
    return (process.terminationStatus == 0, String(decoding: message, as: UTF8.self))
  }
}
