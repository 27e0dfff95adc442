import Diagnostics
import Foundation

/// What the cells of a notebook need and make, and the key of each: a hash of its text and of all
/// that its output depends on. It is known without running anything.
public struct NotebookPlan: Sendable {
  /// A state of a file or folder that commands made: the key of the last command that changed it.
  public struct Version: Sendable, Hashable {
    /// Relative to the folder that commands run in.
    public var path: String
    public var key: String
  }

  /// A file or folder beside the notebook that a command names.
  public struct Input: Sendable {
    public var path: String
    public var content: String
  }

  public struct Command: Sendable {
    /// Of the file, counted from 1.
    public var line: Int
    /// Without `soar`.
    public var arguments: [String]
    public var inputs: [Input]
    /// What earlier commands made and this one is given.
    public var given: [Version]
    /// What it leaves, new or changed.
    public var leaves: [Version]
    public var key: String
  }

  public struct Query: Sendable {
    public enum Source: Sendable {
      case made(Version)
      case input(Input)
    }

    public var source: Source
    /// The run's folder, relative to the folder that commands run in or to the notebook's.
    public var run: String
    public var sql: String
    /// For cells that draw; nil where the cell has none.
    public var name: String?
    /// The column by whose values a figure's data are parted.
    public var groups: String?
    /// Shown at most.
    public var rows: Int
    /// Significant digits shown of numbers that are not whole.
    public var digits: Int
  }

  public struct Drawing: Sendable {
    /// Without extension.
    public var name: String
    /// Names of the queries.
    public var data: [String]
    public var size: (width: Int, height: Int)
    public var caption: String
    public var commands: [String]
  }

  public enum Work: Sendable {
    /// - Parameter lines: shown at most of what the commands print.
    case soar(commands: [Command], lines: Int)
    case query(Query)
    case drawing(Drawing)
  }

  public struct Step: Sendable {
    public var line: Int
    public var work: Work
    public var key: String
  }

  public var steps: [Step]
  /// Of all commands, in their order.
  public var commandKeys: [String] {
    steps.flatMap { step -> [String] in
      if case .soar(let commands, _) = step.work { commands.map(\.key) } else { [] }
    }
  }

  /// The last state of all that commands made.
  public var made: [Version]
}
