import Foundation

/// Zeroed memory straight from the system, for large buffers. A page takes memory when it is first
/// written, so a buffer's spare room is free, and nothing is cleared twice.
///
/// Without advice on huge pages: they made nothing faster here and the first use slower
/// (docs/performance.md).
struct PageBlock: @unchecked Sendable {
  /// Bytes from which a buffer is worth pages of its own.
  static let smallest = 4 << 20

  /// `MADV_POPULATE_WRITE`.
  private static let populateForWriting: Int32 = 23

  /// Aligned to a page.
  let start: UnsafeMutableRawPointer
  let bytes: Int

  /// Nil if there is no memory.
  ///
  /// - Parameter isPopulated: takes all pages at once, for a block that is written to as a whole. A
  ///   page that is read before it is written would fault twice.
  init?(bytes: Int, isPopulated: Bool = false) {
    guard
      let start = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      start != MAP_FAILED
    else { return nil }
    self.start = start
    self.bytes = bytes
    // Kernels before 5.14 refuse; then pages come one by one.
    if isPopulated { _ = madvise(start, bytes, Self.populateForWriting) }
  }

  func unmap() { munmap(start, bytes) }
}
