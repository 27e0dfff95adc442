import Synchronization

/// Temporary memory of a computation: activations, caches, logits. Borrowed from a pool for one
/// call, so there are at most as many workspaces as workers, regardless of the number of models,
/// and the system allocates memory only while they grow.
///
/// A workspace's old contents never reach a result: every buffer is written before it is read.
final class Workspace: @unchecked Sendable {
  var training: Activations?
  /// For passes without a backward pass: KL reference, prompts, scores.
  var inference: Activations?
  var decoding: DecodingBuffers?

  private static let idle = Mutex<[Workspace]>([])

  /// Runs `body` with a workspace borrowed from the pool.
  static func borrow<Result>(_ body: (Workspace) -> Result) -> Result {
    let workspace = idle.withLock { $0.popLast() } ?? Workspace()
    defer { idle.withLock { $0.append(workspace) } }
    return body(workspace)
  }
}
