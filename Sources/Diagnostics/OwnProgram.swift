package import Foundation

/// The program behind this process. What it was called by says little: a name that a shell found on
/// its search path is no path.
package enum OwnProgram {
  /// To be started by this process: the very program that runs here, also when its file has been
  /// built anew or deleted since.
  package static let running = URL(fileURLWithPath: "/proc/\(getpid())/exe")

  /// What the system adds to the path of a file that is gone.
  private static let deleted = " (deleted)"

  private static let link =
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    ?? CommandLine.arguments.first ?? "soar"

  /// Whether the file at ``path`` is still the program that runs.
  package static let isInPlace: Bool = {
    var (here, there) = (stat(), stat())
    return stat(running.path, &here) == 0 && stat(path, &there) == 0
      && here.st_dev == there.st_dev && here.st_ino == there.st_ino
  }()

  /// Where its file lies, or lay: for other machines and for people. Another build may be there now.
  package static let path =
    link.hasSuffix(deleted) && !FileManager.default.fileExists(atPath: link)
    ? String(link.dropLast(deleted.count)) : link

  /// A line of a run's provenance: a process that one of ours started was called by ``running``,
  /// which means nothing later.
  package static func readable(_ arguments: [String]) -> [String] {
    guard let name = arguments.first, name.wholeMatch(of: /\/proc\/[0-9]+\/exe/) != nil else {
      return arguments
    }
    return [path] + arguments.dropFirst()
  }
}
