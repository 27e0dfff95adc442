// Locks: what notebooks know of commands is what the commands declare: every command, every option
// with a value, and which values are files or folders.

import Foundation
import Notebooks
import TestSupport
import Testing

@Suite struct SubcommandTests {
  private struct Dump: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }
    struct Argument: Decodable {
      var kind: String
      var names: [Name]?
      var valueName: String?
      var completionKind: [String: Value]?

      struct Value: Decodable {}
    }
    struct Command: Decodable {
      var commandName: String
      var arguments: [Argument]?
      var subcommands: [Command]?
    }
    var command: Command
  }

  /// Commands without subcommands, by their full names.
  private static func leaves(_ command: Dump.Command, _ name: String = "") -> [(
    name: String, arguments: [Dump.Argument]
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
    let dump = try Tool.run("--experimental-dump-help")
    let command = try JSONDecoder().decode(Dump.self, from: Data(dump.output.utf8)).command
    let declared = Self.leaves(command).filter { !$0.name.hasPrefix("notebook") }
    #expect(declared.map(\.name).sorted() == Subcommand.all.map(\.name).sorted())
    for (name, arguments) in declared {
      let known = try #require(Subcommand.all.first { $0.name == name })
      var options: Set<String> = []
      for argument in arguments where argument.kind == "option" {
        let completion = argument.completionKind?.keys.first
        let isPath = completion == "file" || completion == "directory"
        for name in argument.names ?? [] {
          let option = name.kind == "short" ? "-\(name.name)" : "--\(name.name)"
          options.insert(option)
          #expect(
            known.options[option].map { $0 != .word } == isPath, "\(known.name) \(option)")
        }
      }
      #expect(options == Set(known.options.keys), "\(name)")
      let positional = arguments.filter { $0.kind == "positional" }.map {
        ["file", "directory"].contains($0.completionKind?.keys.first)
      }
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
