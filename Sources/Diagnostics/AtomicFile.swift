public import Foundation

/// Writes of whole files.
public enum AtomicFile {
  /// Writes `data` to a file. A regular file is replaced at once: a crash or a full disk leaves the
  /// previous one, if any. Symbolic links are followed, and a replaced file's mode and, where
  /// permitted, owner are kept. A FIFO or a device is written through.
  ///
  /// - Throws: ``UserError`` naming the file.
  public static func write(_ data: Data, to url: URL) throws {
    switch try OutputPlace(url.path) {
    case .file(let place):
      let replacement = try FileReplacement(of: place, named: url.path)
      do {
        try FileDescriptorOutput.write(data, to: replacement.descriptor, named: url.path)
        try replacement.finish()
      } catch {
        replacement.discard()
        throw error
      }
    case .stream(let place):
      let descriptor = try FileDescriptorOutput.open(place, named: url.path)
      defer { close(descriptor) }
      try FileDescriptorOutput.write(data, to: descriptor, named: url.path)
    case .descriptor(let number):
      try FileDescriptorOutput.write(data, to: number, named: url.path)
    }
  }

  public static func write(_ text: String, to url: URL) throws {
    try write(Data(text.utf8), to: url)
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
    if url.lastPathComponent == StandardOutput.name { throw UserError.standardOutputAsFolder }
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw UserError.writing(url.path, error)
    }
  }
}

/// A file being written beside the one that it will replace.
final class FileReplacement {
  let descriptor: Int32
  private var isOpen = true
  private let temporary: String
  private let place: String
  /// The file, as the user named it.
  private let name: String

  /// - Parameter place: where symbolic links end; a regular file, or none.
  init(of place: String, named name: String) throws(UserError) {
    let url = URL(fileURLWithPath: place)
    self.place = place
    self.name = name
    temporary =
      url.deletingLastPathComponent()
      .appendingPathComponent(".\(url.lastPathComponent).\(getpid()).partial").path
    var old = stat()
    let exists = stat(place, &old) == 0
    // Until the final mode is set, only the owner may read the new content.
    descriptor = open(
      temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, exists ? 0o600 : 0o666)
    guard descriptor >= 0 else { throw .writing(name, NSError.ofLastCall) }
    guard exists else { return }
    // chown fails for another user's file, which then becomes ours with only its mode preserved.
    _ = fchown(descriptor, old.st_uid, old.st_gid)
    _ = fchmod(descriptor, old.st_mode & 0o7777)
  }

  /// Puts the file in its place.
  func finish() throws(UserError) {
    guard fsync(descriptor) == 0 else { throw .writing(name, NSError.ofLastCall) }
    isOpen = false
    guard close(descriptor) == 0, rename(temporary, place) == 0 else {
      throw .writing(name, NSError.ofLastCall)
    }
  }

  /// Ends the attempt; nothing is left of it.
  func discard() {
    if isOpen { close(descriptor) }
    isOpen = false
    unlink(temporary)
  }
}

extension FileDescriptorOutput {
  /// Opens a FIFO, waiting for its reader, or a device.
  static func open(_ place: String, named name: String) throws(UserError) -> Int32 {
    let descriptor = Foundation.open(place, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .writing(name, NSError.ofLastCall) }
    return descriptor
  }
}

extension UserError {
  /// `-` where a folder is to be written.
  package static var standardOutputAsFolder: UserError {
    UserError(
      .usage, file: StandardOutput.name, "is standard output, but the command writes a folder",
      hint: "name a folder")
  }

  /// Describes why a file could not be written, with a hint.
  public static func writing(_ path: String, _ error: any Error) -> UserError {
    let posix = (error as NSError).underlyingPOSIXCode
    switch posix {
    case ENOSPC, EDQUOT:
      return UserError(
        .ioError, file: path, "no space left on the disk",
        hint: "free some space and \(runAgain)")
    case EACCES, EPERM, EROFS:
      return UserError(
        .noPermission, file: path, "cannot be written: permission denied",
        hint: "choose another folder")
    case ENOENT, ENOTDIR:
      return UserError(
        .cannotCreate, file: path, "cannot be written: there is no such folder",
        hint: "create the folder first, or choose another")
    case let code?:
      return UserError(
        .cannotCreate, file: path,
        "cannot be written: \(String(cString: strerror(code)).lowercased())")
    case nil:
      return UserError(
        .cannotCreate, file: path, "cannot be written: \(error.localizedDescription)")
    }
  }
}

extension NSError {
  /// The current errno as an error.
  static var ofLastCall: NSError {
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
