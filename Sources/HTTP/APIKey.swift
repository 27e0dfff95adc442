import Diagnostics
public import Foundation

/// A secret that a server asks for. It prints as `<redacted>` wherever it is interpolated, dumped or
/// mirrored; only a transport reads it.
public struct APIKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  private let value: String

  /// The key that an environment variable holds.
  ///
  /// - Throws: ``UserError`` if the variable is unset or holds what no header can carry.
  public init(
    environmentVariable name: String,
    in environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws {
    guard let value = environment[name], !value.isEmpty else {
      throw UserError(
        .configuration, "the environment variable \(name) is not set",
        hint: "export \(name)=... with the server's key; a local server takes any value")
    }
    guard value.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
      throw UserError(
        .configuration, "the environment variable \(name) holds spaces or control characters",
        hint: "copy the key again, without quotes and line ends")
    }
    self.value = value
  }

  public var description: String { "<redacted>" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// How a server wants to see the key.
  public enum Header: Sendable {
    /// `Authorization: Bearer KEY`
    case bearer
    /// `NAME: KEY`
    case named(String)
  }

  func field(_ header: Header) -> (name: String, value: String) {
    switch header {
    case .bearer: ("Authorization", "Bearer \(value)")
    case .named(let name): (name, value)
    }
  }

  /// `text` with every occurrence of the key blotted out: a server may echo what it was sent.
  public func redacting(_ text: String) -> String {
    text.replacingOccurrences(of: value, with: description)
  }
}
