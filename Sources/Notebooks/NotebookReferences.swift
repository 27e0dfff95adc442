import Configuration
import Foundation

/// Files that a notebook depends on without naming them.
enum NotebookReferences {
  /// The configuration that a grid file starts from, as it names it. Any other file names none; the
  /// command that is given it reports why.
  static func of(_ file: URL) -> [String] {
    let grid = try? YAMLValue.read(file: file)
    return [grid?["base"]?["config"]?.string].compactMap { $0 }
  }
}
