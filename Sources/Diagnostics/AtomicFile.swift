public import Foundation

/// Atomic file writes: write a temporary file alongside, sync, then rename.
public enum AtomicFile {
  /// Writes `data` to `url`. A crash or a full disk leaves the previous file, if any.
  ///
  /// - Throws: ``UserError`` naming the file.
  public static func write(_ data: Data, to url: URL) throws {
    let temporary = url.deletingLastPathComponent()
      .appendingPathComponent(".\(url.lastPathComponent).\(getpid()).partial")
    do {
      try data.write(to: temporary)
      let handle = try FileHandle(forWritingTo: temporary)
      try handle.synchronize()
      try handle.close()
      guard rename(temporary.path, url.path) == 0 else {
        throw CocoaError(.fileWriteUnknown)
      }
    } catch {
      try? FileManager.default.removeItem(at: temporary)
      throw UserError.writing(url.path, error)
    }
  }

  public static func write(_ text: String, to url: URL) throws {
    try write(Data(text.utf8), to: url)
  }

  /// Replaces the content of a user's own file and nothing else: follows symbolic links, keeps the
  /// mode and, where permitted, the owner.
  ///
  /// - Throws: ``UserError`` naming the file.
  public static func rewrite(_ data: Data, at url: URL) throws {
    let place = url.resolvingSymlinksInPath()
    var status = stat()
    guard stat(place.path, &status) == 0 else { return try write(data, to: place) }
    let temporary = place.deletingLastPathComponent()
      .appendingPathComponent(".\(place.lastPathComponent).\(getpid()).partial")
    do {
      // Until the final mode is set, only the owner may read the new content.
      let descriptor = open(temporary.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw NSError.ofLastCall }
      let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      // chown fails for another user's file, which then becomes ours with only its mode preserved.
      _ = fchown(descriptor, status.st_uid, status.st_gid)
      guard fchmod(descriptor, status.st_mode & 0o7777) == 0 else { throw NSError.ofLastCall }
      try handle.write(contentsOf: data)
      try handle.synchronize()
      try handle.close()
      guard rename(temporary.path, place.path) == 0 else { throw NSError.ofLastCall }
    } catch {
      try? FileManager.default.removeItem(at: temporary)
      throw UserError.writing(url.path, error)
    }
  }

  /// Moves a finished folder into place. The old folder moves aside first and is deleted last, so
  /// readers miss the path only for the time between two renames.
  public static func replaceFolder(at url: URL, by temporary: URL) throws {
    let aside = temporary.deletingLastPathComponent()
      .appendingPathComponent(".\(url.lastPathComponent).\(UUID().uuidString).old")
    do {
      let isReplaced = rename(url.path, aside.path) == 0
      guard isReplaced || errno == ENOENT else { throw NSError.ofLastCall }
      guard rename(temporary.path, url.path) == 0 else {
        let error = NSError.ofLastCall
        if isReplaced { rename(aside.path, url.path) }
        throw error
      }
      if isReplaced { try FileManager.default.removeItem(at: aside) }
    } catch {
      throw UserError.writing(url.path, error)
    }
  }

  public static func createFolder(_ url: URL) throws {
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw UserError.writing(url.path, error)
    }
  }
}

extension UserError {
  /// Describes why a file could not be written, with a hint.
  public static func writing(_ path: String, _ error: any Error) -> UserError {
    let posix = (error as NSError).underlyingPOSIXCode
    switch posix {
    case ENOSPC, EDQUOT:
      return UserError(
        .ioError, file: path, "no space left on the disk",
        hint: "free some space and go on where it stopped")
    case EACCES, EPERM, EROFS:
      return UserError(
        .noPermission, file: path, "cannot be written: permission denied",
        hint: "choose another folder with --output")
    default:
      return UserError(
        .cannotCreate, file: path, "cannot be written: \(error.localizedDescription)")
    }
  }
}

extension NSError {
  /// The current errno as an error.
  fileprivate static var ofLastCall: NSError {
    NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
  }

  /// The errno at the bottom of a chain of Cocoa errors.
  fileprivate var underlyingPOSIXCode: Int32? {
    if domain == NSPOSIXErrorDomain { return Int32(code) }
    if let underlying = userInfo[NSUnderlyingErrorKey] as? NSError {
      return underlying.underlyingPOSIXCode
    }
    switch CocoaError.Code(rawValue: code) {
    case .fileWriteOutOfSpace: return ENOSPC
    case .fileWriteNoPermission: return EACCES
    case .fileWriteVolumeReadOnly: return EROFS
    default: return nil
    }
  }
}
