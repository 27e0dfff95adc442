import Foundation
import TestSupport

/// What a notebook's commands are at, by the folders that they run in.
enum NotebookWork {
  private static let place = ".soar-notebook/work"

  static func sessions(in folder: TemporaryFolder) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path(place))) ?? []
  }

  /// The path of a file below a folder that is in use now.
  static func find(_ name: String, in folder: TemporaryFolder) -> String? {
    for session in sessions(in: folder) {
      let works = "\(place)/\(session)"
      for work in (try? FileManager.default.contentsOfDirectory(atPath: folder.path(works))) ?? []
      where folder.exists("\(works)/\(work)/\(name)") {
        return "\(works)/\(work)/\(name)"
      }
    }
    return nil
  }

  static func holds(_ name: String, in folder: TemporaryFolder) -> Bool {
    find(name, in: folder) != nil
  }
}
