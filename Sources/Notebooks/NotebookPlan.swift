import Diagnostics
import Foundation

/// What each cell of a notebook needs and makes, and its key: a hash of its text and of everything
/// that its output depends on. Computed without running anything.
public struct NotebookPlan: Sendable {
  /// A state of a file or folder made by commands: the key of the last command that changed it.
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
    /// Line of the file, counted from 1.
    public var line: Int
    /// Arguments without `soar`.
    public var arguments: [String]
    public var inputs: [Input]
    /// Results of earlier commands that this one is given.
    public var given: [Version]
    /// Files and folders that it leaves, new or changed.
    public var leaves: [Version]
    public var key: String
  }

  public struct Query: Sendable {
    public enum Source: Sendable {
      case made(Version)
      case input(Input)
    }

    public var source: Source
    /// The run's folder, relative to the commands' working folder or to the notebook's folder.
    public var run: String
    public var sql: String
    /// Used by cells that draw; nil if the cell has none.
    public var name: String?
    /// The column that groups a figure's data.
    public var groups: String?
    /// Maximum number of rows shown.
    public var rows: Int
    /// Significant digits shown for numbers that are not whole.
    public var digits: Int
  }

  public struct Drawing: Sendable {
    /// File name without extension.
    public var name: String
    /// Names of the queries.
    public var data: [String]
    public var size: (width: Int, height: Int)
    public var caption: String
    public var commands: [String]
  }

  public enum Work: Sendable {
    /// - Parameter lines: maximum number of printed lines shown.
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
  /// Keys of all commands, in order.
  public var commandKeys: [String] {
    steps.flatMap { step -> [String] in
      if case .soar(let commands, _) = step.work { commands.map(\.key) } else { [] }
    }
  }

  /// The last state of everything that commands made.
  public var made: [Version]
}
