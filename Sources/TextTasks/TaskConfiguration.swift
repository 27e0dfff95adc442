/// Where a run's problems come from: the embedded world, or problems that are text.
public struct TaskConfiguration: Sendable, Codable, Equatable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// The embedded world (`world`), whose model is pretrained by the run.
    case world
    /// Text problems for a pretrained model (`model.folder`): those of `file`, or the built-in
    /// arithmetic.
    case text
  }

  public var kind = Kind.world
  /// JSON Lines of problems, each an object with `question` and `answer`, and optionally `id`, `level`
  /// and `source`. Empty takes the problems of `arithmetic`.
  public var file = ""
  /// Levels of the file's problems that the hard set is screened from; empty takes every level that is
  /// not among `easierLevels`.
  public var hardLevels: [String] = []
  /// Levels of the file's problems that the `curated` arms train on; empty if there are none.
  public var easierLevels: [String] = []
  /// The built-in problems, which have an exact oracle and an exact classifier.
  public var arithmetic = ArithmeticConfiguration()
  public var verifier = VerifierConfiguration()
  public var format = PromptFormat()

  public init() {}
}
