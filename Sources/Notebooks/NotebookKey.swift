import Diagnostics
public import Foundation

/// Hashes that identify content: 64 bits of a SHA-256 over named parts, each preceded by its
/// length, so that different lists of parts never hash the same bytes.
public struct NotebookKey {
  private var hash = SHA256()

  /// - Parameter kind: names the hashed content; different kinds never share a key.
  public init(_ kind: String) {
    // Increase the number when the same cell should give another output.
    add("soar notebook 1")
    add(kind)
  }

  public mutating func add(_ part: String) {
    let bytes = part.utf8
    hash.update("\(bytes.count):")
    hash.update(bytes)
  }

  public mutating func add(_ parts: [String]) {
    add("\(parts.count)")
    for part in parts { add(part) }
  }

  public consuming func key() -> String { String(hash.hexDigest().prefix(16)) }

  static func isKey(_ text: String) -> Bool {
    text.utf8.count == 16
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// Key of a file's content, or of everything in a folder: names and bytes.
  ///
  /// - Throws: ``UserError`` when something cannot be read.
  public static func content(of url: URL) throws -> String {
    var key = NotebookKey("content")
    for (name, file) in try files(at: url) {
      var hash = SHA256()
      do {
        hash.update(try Data(contentsOf: file, options: .mappedIfSafe))
      } catch {
        throw UserError(
          .noPermission, file: file.relativePath, "cannot be read: \(error.localizedDescription)")
      }
      key.add(name)
      key.add(hash.hexDigest())
    }
    return key.key()
  }

  /// The file itself, or the files of a folder by their sorted relative paths.
  private static func files(at url: URL) throws -> [(name: String, url: URL)] {
    var isFolder: ObjCBool = false
    let path = url.resolvingSymlinksInPath().path
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw UserError(.noInput, file: url.relativePath, "does not exist")
    }
    guard isFolder.boolValue else { return [("", URL(fileURLWithPath: path))] }
    let names = try FileManager.default.subpathsOfDirectory(atPath: path).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    return names.compactMap { name in
      let file = URL(fileURLWithPath: path).appendingPathComponent(name)
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      return exists && !isFolder.boolValue ? (name, file) : nil
    }
  }
}
