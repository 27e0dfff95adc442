import Foundation

/// Zeroed memory straight from the system, for large buffers. A page takes memory when it is first
/// written, so a buffer's spare room is free, and nothing is cleared twice.
///
/// Without advice on huge pages: they made nothing faster here and the first use slower
/// (docs/performance.md).
struct PageBlock: @unchecked Sendable {
  /// Bytes from which a buffer is worth pages of its own.
  static let smallest = 4 << 20

  /// Aligned to a page.
  let start: UnsafeMutableRawPointer
  let bytes: Int

  /// Nil if there is no memory.
  init?(bytes: Int) {
    guard
      let start = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      start != MAP_FAILED
    else { return nil }
    self.start = start
    self.bytes = bytes
  }

  func unmap() { munmap(start, bytes) }
}
