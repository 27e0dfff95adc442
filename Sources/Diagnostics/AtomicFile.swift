public import Foundation

/// Files that are either absent or whole: written beside their place, synced, then renamed.
public enum AtomicFile {
  /// Writes `data` to `url`. A crash or a full disk leaves the previous file, or none.
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

  /// Gives a file of the user's own another content and changes nothing else of it: the file behind
  /// a link is replaced, not the link, and mode and, where that is allowed, owner stay.
  ///
  /// - Throws: ``UserError`` naming the file.
  public static func rewrite(_ data: Data, at url: URL) throws {
    let place = url.resolvingSymlinksInPath()
    var status = stat()
    guard stat(place.path, &status) == 0 else { return try write(data, to: place) }
    let temporary = place.deletingLastPathComponent()
      .appendingPathComponent(".\(place.lastPathComponent).\(getpid()).partial")
    do {
      // Nobody else may read what comes before the mode is known to the file.
      let descriptor = open(temporary.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw NSError.ofLastCall }
      let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      // Others' files in one's own folder become one's own: then the mode is all that can be kept.
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

  /// Moves a finished folder into place. What is there goes aside first and is deleted last, so that
  /// others who read the place miss it for no longer than two renames take.
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
  /// What the system said when a file could not be written, with what to do about it.
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
  /// What errno says.
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
