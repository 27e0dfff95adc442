import Configuration
import Foundation

/// Files that a notebook depends on without naming them.
enum NotebookReferences {
  /// What a grid's file starts from, as it names it. What is no such file names none: the command that
  /// is given it says why.
  static func of(_ file: URL) -> [String] {
    let grid = try? YAMLValue.read(file: file)
    return [grid?["base"]?["config"]?.string].compactMap { $0 }
  }
}
