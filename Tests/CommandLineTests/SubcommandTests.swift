// Locks: what notebooks know of commands is what the commands declare: every command, every option
// with a value, and which values are files or folders.

import Notebooks
import Testing

@Suite struct SubcommandTests {
  /// Commands without subcommands, by their full names.
  private static func leaves(_ command: CommandHelp, _ name: String = "") -> [(
    name: String, arguments: [CommandHelp.Argument]
  )] {
    let inner = (command.subcommands ?? []).filter { $0.commandName != "help" }
    guard inner.isEmpty else {
      return inner.flatMap {
        leaves($0, name.isEmpty ? $0.commandName : "\(name) \($0.commandName)")
      }
    }
    return [(name, command.arguments ?? [])]
  }

  @Test func theyAreWhatIsDeclared() throws {
    let declared = Self.leaves(try CommandHelp.root.get()).filter { !$0.name.hasPrefix("notebook") }
    #expect(declared.map(\.name).sorted() == Subcommand.all.map(\.name).sorted())
    for (name, arguments) in declared {
      let known = try #require(Subcommand.all.first { $0.name == name })
      var options: Set<String> = []
      for argument in arguments where argument.kind == "option" {
        for option in (argument.names ?? []).map(\.typed) {
          options.insert(option)
          #expect(
            known.options[option].map { $0 != .word } == argument.isPath,
            "\(known.name) \(option)")
        }
      }
      #expect(options == Set(known.options.keys), "\(name)")
      let positional = arguments.filter { $0.kind == "positional" }.map(\.isPath)
      let expected: [Subcommand.Arguments] =
        switch positional {
        case []: [.words, .paths]
        case [true]: [.paths]
        case [true, false]: [.firstPath]
        case [false]: [.words]
        default: []
        }
      #expect(expected.contains(known.arguments), "\(name): \(positional)")
    }
  }
}
