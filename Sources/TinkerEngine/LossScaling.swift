/// How a server adds up the losses of tokens, found out by ``TinkerContract``. The protocol says that
/// it sums them; some servers take means, which the engine undoes.
public struct LossScaling: Sendable, Codable, Equatable {
  /// Whether each sequence's loss is divided by its number of tokens, prompt included.
  public var dividesByTokens: Bool
  /// Whether the gradient is divided by the number of sequences since the last step.
  public var dividesBySequences: Bool

  public init(dividesByTokens: Bool, dividesBySequences: Bool) {
    self.dividesByTokens = dividesByTokens
    self.dividesBySequences = dividesBySequences
  }

  /// Tinker's, and SkyRL's over Megatron or FSDP.
  public static let sum = LossScaling(dividesByTokens: false, dividesBySequences: false)
  /// SkyRL's over JAX.
  public static let mean = LossScaling(dividesByTokens: true, dividesBySequences: true)

  /// What to multiply a sequence's advantages with.
  ///
  /// - Parameter sequences: those of the step's first call. In a step of one call, which is what the
  ///   loops of this project take, the gradient is then exact. In a step of several its direction
  ///   is, and its norm as reported; Adam sees it divided by about the number of calls.
  func factor(tokens: Int, sequences: Int) -> Float {
    (dividesByTokens ? Float(tokens) : 1) * (dividesBySequences ? Float(sequences) : 1)
  }
}
