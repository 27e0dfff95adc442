package import Foundation

/// The executable of this process. Its call name is not enough: a shell may have found a bare name
/// on its search path.
package enum OwnProgram {
  /// Path for starting child processes: always the program now running, even if its file was
  /// rebuilt or deleted since.
  package static let running = URL(fileURLWithPath: "/proc/\(getpid())/exe")

  /// Suffix that the system adds to the path of a deleted file.
  private static let deleted = " (deleted)"

  private static let link =
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    ?? CommandLine.arguments.first ?? "soar"

  /// Whether the file at ``path`` is still the running program.
  package static let isInPlace: Bool = {
    var (here, there) = (stat(), stat())
    return stat(running.path, &here) == 0 && stat(path, &there) == 0
      && here.st_dev == there.st_dev && here.st_ino == there.st_ino
  }()

  /// Path of the executable's file, for other machines and for people; may now be a different
  /// build.
  package static let path =
    link.hasSuffix(deleted) && !FileManager.default.fileExists(atPath: link)
    ? String(link.dropLast(deleted.count)) : link

  /// Arguments for a run's provenance: replaces ``running``, which is meaningless later, by
  /// ``path``.
  package static func readable(_ arguments: [String]) -> [String] {
    guard let name = arguments.first, name.wholeMatch(of: /\/proc\/[0-9]+\/exe/) != nil else {
      return arguments
    }
    return [path] + arguments.dropFirst()
  }
}
