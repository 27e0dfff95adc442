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

  /// Moves a finished folder into place, replacing what is there.
  public static func replaceFolder(at url: URL, by temporary: URL) throws {
    do {
      if FileManager.default.fileExists(atPath: url.path) {
        try FileManager.default.removeItem(at: url)
      }
      try FileManager.default.moveItem(at: temporary, to: url)
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
