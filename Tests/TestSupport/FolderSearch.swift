package import Foundation

/// Files anywhere below a folder.
package enum FolderSearch {
  /// The paths of all files, relative to the folder.
  package static func files(in folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
      var isFolder: ObjCBool = false
      let place = folder.appendingPathComponent(path).path
      return FileManager.default.fileExists(atPath: place, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  /// Those whose bytes hold a text, or whose path does.
  package static func files(in folder: URL, holding text: String) throws -> [String] {
    try files(in: folder).filter { path in
      try path.contains(text)
        || Data(contentsOf: folder.appendingPathComponent(path)).range(of: Data(text.utf8)) != nil
    }
  }
}
