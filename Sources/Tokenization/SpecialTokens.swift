/// Ids of the tokens with a role, as `config.json` names them.
public struct SpecialTokens: Sendable, Codable, Equatable {
  /// Starts every sequence (`bos_token_id`).
  public var beginning: Int?
  /// Each ends a sequence (`eos_token_id`).
  public var end: [Int]
  /// Fills up a batch (`pad_token_id`).
  public var padding: Int?

  public init(beginning: Int? = nil, end: [Int] = [], padding: Int? = nil) {
    self.beginning = beginning
    self.end = end
    self.padding = padding
  }

  /// Every id with a role, without repetition, in ascending order.
  package var all: [Int] {
    Set([beginning, padding].compactMap { $0 } + end).sorted()
  }
}
