import Synchronization

/// Memory that a computation needs while it runs and nobody needs afterwards: activations, caches,
/// logits. Borrowed from a pool for one call at a time, so that there are as many as there are
/// workers, whatever the number of models, and memory is asked of the system only while they grow.
///
/// What a workspace holds never reaches a result: every buffer is written before it is read.
final class Workspace: @unchecked Sendable {
  var training: Activations?
  /// Passes without a backward pass: the KL reference, prompts, scores.
  var inference: Activations?
  var decoding: DecodingBuffers?

  private static let idle = Mutex<[Workspace]>([])

  /// Runs `body` with a workspace of its own.
  static func borrow<Result>(_ body: (Workspace) -> Result) -> Result {
    let workspace = idle.withLock { $0.popLast() } ?? Workspace()
    defer { idle.withLock { $0.append(workspace) } }
    return body(workspace)
  }
}
