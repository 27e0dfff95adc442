package import Foundation

/// A folder that is gone after the test.
package final class TemporaryFolder: Sendable {
  package let url: URL

  package init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("soar-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { remove() }

  package func remove() { try? FileManager.default.removeItem(at: url) }

  package func file(_ name: String) -> URL { url.appendingPathComponent(name) }

  package func path(_ name: String) -> String { file(name).path }

  package func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: path(name))
  }

  package func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: file(name)), as: UTF8.self)
  }

  @discardableResult
  package func write(_ text: String, to name: String) throws -> URL {
    try write(text.utf8, to: name)
  }

  @discardableResult
  package func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> URL {
    try Data(bytes).write(to: file(name))
    return file(name)
  }

  /// Writes a script that can be run.
  @discardableResult
  package func writeProgram(_ script: String, to name: String) throws -> URL {
    try Self.writeProgram(script, to: file(name))
    return file(name)
  }

  /// Writes a script that can be run. A shell writes it: while this process has a file open for writing, a
  /// process that another test starts can inherit that for a moment, and the file cannot be run ("text
  /// file busy").
  package static func writeProgram(_ script: String, to file: URL) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", #"printf %s "$2" > "$1" && chmod 755 "$1""#, "sh", file.path, script,
    ]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// Every file and folder in it, hidden ones too.
  package var contents: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }

  /// Calls `body` with a fresh folder that is gone afterwards.
  ///
  /// - Parameter name: keeps the folder under this name where SOAR_KEEP_FIGURES says.
  package static func with<Value>(
    keptAs name: String? = nil, _ body: (URL) async throws -> Value
  ) async throws -> Value {
    if let kept = try keptFolder(name) { return try await body(kept) }
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    return try await body(folder.url)
  }

  package static func with<Value>(
    keptAs name: String? = nil, _ body: (URL) throws -> Value
  ) throws -> Value {
    if let kept = try keptFolder(name) { return try body(kept) }
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    return try body(folder.url)
  }

  private static func keptFolder(_ name: String?) throws -> URL? {
    guard let name, let place = ProcessInfo.processInfo.environment["SOAR_KEEP_FIGURES"] else {
      return nil
    }
    let folder = URL(fileURLWithPath: place).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
