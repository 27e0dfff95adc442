import Foundation

/// What `soar --experimental-dump-help` tells of a command.
struct CommandHelp: Decodable {
  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String

      /// With its dashes.
      var typed: String { (kind == "short" ? "-" : "--") + name }
    }

    struct Completion: Decodable {
      struct List: Decodable { var values: [String] }
      struct Place: Decodable {}

      var list: List?
      var file: Place?
      var directory: Place?
    }

    /// `positional`, `option` or `flag`.
    var kind: String
    var names: [Name]?
    var valueName: String?
    var isOptional: Bool
    var isRepeating: Bool
    var defaultValue: String?
    var allValues: [String]?
    var completionKind: Completion?

    /// The values that it knows; nil where any will do.
    var values: [String]? { allValues ?? completionKind?.list?.values }
    var isPath: Bool { completionKind?.file != nil || completionKind?.directory != nil }
    var isRequired: Bool { !isOptional && defaultValue == nil }
  }

  var commandName: String
  var arguments: [Argument]?
  var subcommands: [CommandHelp]?

  /// The help of the whole program, asked for once.
  static let root = Result {
    struct Dump: Decodable { var command: CommandHelp }
    let outcome = try Tool.run("--experimental-dump-help")
    return try JSONDecoder().decode(Dump.self, from: Data(outcome.output.utf8)).command
  }
}
