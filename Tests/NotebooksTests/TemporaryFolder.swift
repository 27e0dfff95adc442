import Foundation

enum TemporaryFolder {
  /// A fresh folder, deleted again after `body`, unless SOAR_KEEP_FIGURES names one to keep.
  static func inFolder<Value>(
    _ name: String, _ body: (URL) async throws -> Value
  ) async throws -> Value {
    let (folder, isKept) = try makeFolder(name)
    defer { if !isKept { try? FileManager.default.removeItem(at: folder) } }
    return try await body(folder)
  }

  static func inFolder<Value>(_ name: String, _ body: (URL) throws -> Value) throws -> Value {
    let (folder, isKept) = try makeFolder(name)
    defer { if !isKept { try? FileManager.default.removeItem(at: folder) } }
    return try body(folder)
  }

  private static func makeFolder(_ name: String) throws -> (url: URL, isKept: Bool) {
    if let kept = ProcessInfo.processInfo.environment["SOAR_KEEP_FIGURES"] {
      let folder = URL(fileURLWithPath: kept).appendingPathComponent(name)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      return (folder, true)
    }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("soar-report-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return (folder, false)
  }
}
