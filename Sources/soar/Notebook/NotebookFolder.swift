import Diagnostics
import Foundation
import Reporting

/// `.soar-notebook/` beside the notebooks of a folder: what their commands printed and made, by the
/// keys of the commands. Entries are put in place whole and never changed, so that any number of
/// notebooks and processes can share them.
///
///     .soar-notebook/
///       kept/KEY/printed        standard output
///       kept/KEY/files/...      what the command left, by its path
///       work/PID-.../           where a command runs
///       NAME/                   copies of what the notebook NAME made last, to look at
struct NotebookFolder {
  private let url: URL

  init(beside notebook: String) throws {
    url = URL(fileURLWithPath: notebook).deletingLastPathComponent()
      .appendingPathComponent(".soar-notebook")
    try AtomicFile.createFolder(url.appendingPathComponent("kept"))
    try AtomicFile.createFolder(url.appendingPathComponent("work"))
    // Nothing of it is for a repository, whoever's it is.
    let ignore = url.appendingPathComponent(".gitignore")
    if !FileManager.default.fileExists(atPath: ignore.path) {
      try AtomicFile.write("*\n", to: ignore)
    }
    removeAbandonedWork()
  }

  /// What a command printed, if it is kept.
  func printed(_ key: String) -> String? {
    let file = entry(key).appendingPathComponent("printed")
    return FileManager.default.contents(atPath: file.path).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// A file or folder that a command left.
  func file(_ version: NotebookPlan.Version) -> URL {
    entry(version.key).appendingPathComponent("files").appendingPathComponent(version.path)
  }

  /// A new folder to run in.
  func makeWork() throws -> URL {
    let work = url.appendingPathComponent("work/\(getpid())-\(UUID().uuidString)")
    try AtomicFile.createFolder(work)
    return work
  }

  /// Keeps what a command left in the folder that it ran in.
  ///
  /// - Returns: paths that the command should have left and did not.
  func keep(
    _ command: NotebookPlan.Command, printed: String, from work: URL
  ) throws -> [String] {
    let staging = try makeWork()
    defer { try? FileManager.default.removeItem(at: staging) }
    let files = staging.appendingPathComponent("files")
    try AtomicFile.createFolder(files)
    var missing: [String] = []
    for version in command.leaves {
      let made = work.appendingPathComponent(version.path)
      guard FileManager.default.fileExists(atPath: made.path) else {
        missing.append(version.path)
        continue
      }
      let place = files.appendingPathComponent(version.path)
      try AtomicFile.createFolder(place.deletingLastPathComponent())
      try Self.writing(place) { try FileManager.default.moveItem(at: made, to: place) }
    }
    guard missing.isEmpty else { return missing }
    try AtomicFile.write(printed, to: staging.appendingPathComponent("printed"))
    try AtomicFile.replaceFolder(at: entry(command.key), by: staging)
    return []
  }

  /// Copies into the folder that a command is to run in.
  func copy(_ source: URL, to path: String, in work: URL) throws {
    let place = work.appendingPathComponent(path)
    try AtomicFile.createFolder(place.deletingLastPathComponent())
    try Self.writing(place) {
      try FileManager.default.copyItem(at: source.resolvingSymlinksInPath(), to: place)
    }
  }

  /// Puts copies of what a notebook made where its user may look for them.
  func show(_ versions: [NotebookPlan.Version], of notebook: String) throws {
    let name = URL(fileURLWithPath: notebook).deletingPathExtension().lastPathComponent
    guard !["kept", "work"].contains(name), !name.isEmpty else { return }
    let work = try makeWork()
    defer { try? FileManager.default.removeItem(at: work) }
    for version in versions { try copy(file(version), to: version.path, in: work) }
    try AtomicFile.replaceFolder(at: url.appendingPathComponent(name), by: work)
  }

  private func entry(_ key: String) -> URL {
    var local = NotebookKey("kept")
    local.add(key)
    local.add(Self.program)
    return url.appendingPathComponent("kept").appendingPathComponent(local.key())
  }

  /// The program that makes what is kept: another build may make something else.
  private static let program: String = {
    let path = SoarProcess.program.path
    var status = stat()
    guard stat(path, &status) == 0 else { return path }
    return "\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
  }()

  /// Folders of processes that are gone.
  private func removeAbandonedWork() {
    let work = url.appendingPathComponent("work")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: work.path)) ?? []
    for name in names {
      guard let process = name.split(separator: "-").first.flatMap({ pid_t($0) }), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      try? FileManager.default.removeItem(at: work.appendingPathComponent(name))
    }
  }

  private static func writing(_ url: URL, _ body: () throws -> Void) throws {
    do { try body() } catch { throw UserError.writing(url.relativePath, error) }
  }
}
