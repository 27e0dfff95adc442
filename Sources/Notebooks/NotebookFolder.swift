import Diagnostics
import Foundation

/// `.soar-notebook/` beside the notebooks of a folder: what their commands printed and made, stored
/// by command key. Entries appear whole and never change, so any number of notebooks and processes
/// can share them.
///
///     .soar-notebook/
///       kept/KEY/printed        standard output; KEY is gone after thirty days without use
///       kept/KEY/files/...      what the command left, by its path
///       work/SESSION/lock       held by the process that made the session, as long as it lives
///       work/SESSION/.../       where one of its commands runs
///       NAME/                   copies of what the notebook NAME made last, to look at
struct NotebookFolder {
  private let url: URL
  /// The session of this process and notebook.
  private let session: URL
  private let lock: FileLock

  init(beside notebook: String) throws {
    url = URL(fileURLWithPath: notebook).deletingLastPathComponent()
      .appendingPathComponent(".soar-notebook")
    try AtomicFile.createFolder(url.appendingPathComponent("kept"))
    try AtomicFile.createFolder(url.appendingPathComponent("work"))
    // Nothing here belongs in a repository, whoever owns it.
    let ignore = url.appendingPathComponent(".gitignore")
    if !FileManager.default.fileExists(atPath: ignore.path) {
      try AtomicFile.write("*\n", to: ignore)
    }
    Self.removeAbandoned(in: url.appendingPathComponent("work"))
    (session, lock) = try Self.begin(in: url.appendingPathComponent("work"))
  }

  /// Call when nothing runs any more; if a process cannot, the next one removes what it leaves.
  func end() {
    removeUnused()
    try? FileManager.default.removeItem(at: session)
  }

  /// Records that a notebook still uses what these commands left, if it is there.
  static func use(_ keys: [String], beside notebook: String) {
    let kept = URL(fileURLWithPath: notebook).deletingLastPathComponent()
      .appendingPathComponent(".soar-notebook/kept")
    for key in keys {
      try? FileManager.default.setAttributes(
        [.modificationDate: Date()], ofItemAtPath: kept.appendingPathComponent(name(key)).path)
    }
  }

  /// The text that a command printed, if it is kept.
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
    let work = session.appendingPathComponent(UUID().uuidString)
    try AtomicFile.createFolder(work)
    return work
  }

  /// Keeps the files that a command left in its working folder.
  ///
  /// - Returns: paths that the command should have left but did not.
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

  /// Copies `source` into the folder that a command is to run in.
  func copy(_ source: URL, to path: String, in work: URL) throws {
    let place = work.appendingPathComponent(path)
    try AtomicFile.createFolder(place.deletingLastPathComponent())
    try Self.writing(place) {
      try FileManager.default.copyItem(at: source.resolvingSymlinksInPath(), to: place)
    }
  }

  /// Copies a notebook's results to where its user can look at them.
  func show(_ versions: [NotebookPlan.Version], of notebook: String) throws {
    let name = URL(fileURLWithPath: notebook).deletingPathExtension().lastPathComponent
    guard !["kept", "work"].contains(name), !name.isEmpty else { return }
    let work = try makeWork()
    defer { try? FileManager.default.removeItem(at: work) }
    for version in versions { try copy(file(version), to: version.path, in: work) }
    try AtomicFile.replaceFolder(at: url.appendingPathComponent(name), by: work)
  }

  private func entry(_ key: String) -> URL {
    url.appendingPathComponent("kept").appendingPathComponent(Self.name(key))
  }

  private static func name(_ key: String) -> String {
    var local = NotebookKey("kept")
    local.add(key)
    local.add(program)
    return local.key()
  }

  /// The program that makes the kept entries: another build may make different ones.
  private static let program: String = {
    var status = stat()
    guard stat(OwnProgram.running.path, &status) == 0 else { return OwnProgram.path }
    return "\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
  }()

  // MARK: - Sessions

  private static let lockName = "lock"
  private static let newPrefix = "new-"

  /// A session appears with its lock held, so that nobody mistakes it for abandoned.
  private static func begin(in work: URL) throws -> (URL, FileLock) {
    let name = UUID().uuidString
    let new = work.appendingPathComponent(newPrefix + name)
    try AtomicFile.createFolder(new)
    guard let lock = try FileLock.attempt(new.appendingPathComponent(lockName)) else {
      throw UserError(.osError, file: new.relativePath, "cannot be locked")
    }
    let session = work.appendingPathComponent(name)
    try writing(session) { try FileManager.default.moveItem(at: new, to: session) }
    return (session, lock)
  }

  /// Removes sessions of processes that are gone, on any machine: nobody holds their locks.
  private static func removeAbandoned(in work: URL) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: work.path)) ?? []
    for name in names {
      let session = work.appendingPathComponent(name)
      if name.hasPrefix(newPrefix) {
        // Its process may not hold the lock yet; that takes less than an hour.
        let attributes = try? FileManager.default.attributesOfItem(atPath: session.path)
        guard let made = attributes?[.modificationDate] as? Date, made.timeIntervalSinceNow < -3600
        else { continue }
      }
      guard let lock = try? FileLock.attempt(session.appendingPathComponent(lockName)) else {
        continue
      }
      try? FileManager.default.removeItem(at: session)
      withExtendedLifetime(lock) {}
    }
  }

  /// Removes entries that no notebook has used for thirty days: each edit of a command and each
  /// build of the program makes new entries, and they hold whole runs.
  private func removeUnused() {
    let kept = url.appendingPathComponent("kept")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: kept.path)) ?? []
    for name in names {
      let entry = kept.appendingPathComponent(name)
      let attributes = try? FileManager.default.attributesOfItem(atPath: entry.path)
      guard let used = attributes?[.modificationDate] as? Date,
        used.timeIntervalSinceNow < -30 * 86_400
      else { continue }
      // Move it to the session first, since half an entry would pass for a whole one.
      try? FileManager.default.moveItem(
        at: entry, to: session.appendingPathComponent("unused-\(name)"))
    }
  }

  private static func writing(_ url: URL, _ body: () throws -> Void) throws {
    do { try body() } catch { throw UserError.writing(url.relativePath, error) }
  }
}
