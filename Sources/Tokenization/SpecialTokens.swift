/// Ids of the special tokens, as `config.json` names them.
public struct SpecialTokens: Sendable, Codable, Equatable {
  /// Starts every sequence (`bos_token_id`).
  public var beginning: Int?
  /// Ends a sequence; there may be several (`eos_token_id`).
  public var end: [Int]
  /// Fills up a batch (`pad_token_id`).
  public var padding: Int?

  public init(beginning: Int? = nil, end: [Int] = [], padding: Int? = nil) {
    self.beginning = beginning
    self.end = end
    self.padding = padding
  }

  /// Every special id once, ascending.
  package var all: [Int] {
    Set([beginning, padding].compactMap { $0 } + end).sorted()
  }
}
