import Foundation
import Synchronization

/// Blocks that were given back and wait for the next buffer of their size.
///
/// Weights, moments and gradients of a model are equally large, and students come and go. Fresh pages
/// from the system cost up to 2.6 s per GB on a virtual machine (docs/performance.md).
final class PagePool: Sendable {
  /// That of all buffers.
  static let shared = PagePool()

  private let waiting = Mutex<[PageBlock]>([])

  /// A cleared block; nil if none of this size waits.
  func take(bytes: Int) -> PageBlock? {
    let block = waiting.withLock { blocks in
      blocks.lastIndex { $0.bytes == bytes }.map { blocks.remove(at: $0) }
    }
    if let block { memset(block.start, 0, block.bytes) }
    return block
  }

  func put(_ block: PageBlock) { waiting.withLock { $0.append(block) } }

  /// Gives blocks back to the system, the oldest first, until they and what else is in use are within
  /// `limit`: waiting blocks never raise the peak.
  ///
  /// - Parameter used: bytes in use, those about to be allocated included.
  func makeRoom(used: Int, limit: Int) {
    let surplus = waiting.withLock { blocks in
      var held = blocks.reduce(0) { $0 + $1.bytes }
      let kept = blocks.firstIndex {
        guard used + held > limit else { return true }
        held -= $0.bytes
        return false
      }
      defer { blocks.removeFirst(kept ?? blocks.count) }
      return blocks.prefix(kept ?? blocks.count)
    }
    for block in surplus { block.unmap() }
  }
}
