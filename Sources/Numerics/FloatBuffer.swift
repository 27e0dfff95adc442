import CKernels
import Foundation
import Synchronization

/// Fixed-size float32 storage, zeroed and aligned to 64 bytes, so that kernels see the same
/// alignment (and BLAS takes the same path) in every run.
///
/// Exposes its memory only to the numeric targets; other targets receive arrays.
///
/// `@unchecked Sendable` holds because each buffer has one owner at a time: a model, or a workspace
/// that is confined to an actor or handed over whole.
public final class FloatBuffer: @unchecked Sendable {
  public let count: Int
  /// Valid only while the buffer lives. The pointer does not keep it alive: the caller of a kernel
  /// must hold the buffer until the kernel returns.
  package let base: UnsafeMutablePointer<Float>
  /// The pages of a large buffer.
  private let pages: PageBlock?
  private let isRecycled: Bool

  /// - Parameter isRecycled: takes the memory of an earlier buffer of this size and leaves its own to
  ///   the next. For buffers that are written to as a whole: all of it takes memory at once.
  public init(count: Int, isRecycled: Bool = false) {
    precondition(count >= 0)
    self.count = count
    self.isRecycled = isRecycled
    let bytes = Self.bytes(count)
    if bytes >= PageBlock.smallest {
      var block = isRecycled ? PagePool.shared.take(bytes: bytes) : nil
      if block == nil {
        PagePool.shared.makeRoom(used: Self.liveBytes + bytes, limit: Self.mostBytes)
        block = PageBlock(bytes: bytes, isPopulated: isRecycled)
      }
      guard let block else { fatalError("out of memory: \(count) floats") }
      pages = block
      base = block.start.bindMemory(to: Float.self, capacity: count)
    } else {
      var raw: UnsafeMutableRawPointer?
      let status = posix_memalign(&raw, 64, bytes)
      guard status == 0, let raw else { fatalError("out of memory: \(count) floats") }
      pages = nil
      base = raw.bindMemory(to: Float.self, capacity: max(count, 16))
      base.initialize(repeating: 0, count: max(count, 16))
    }
    let live = Self.live.add(bytes, ordering: .relaxed).newValue
    Self.peak.max(live, ordering: .relaxed)
    Self.most.max(live, ordering: .relaxed)
  }

  private static let live = Atomic(0)
  private static let peak = Atomic(0)
  private static let most = Atomic(0)
  /// Maximum of `liveBytes` since the start.
  private static var mostBytes: Int { most.load(ordering: .relaxed) }

  /// Total bytes of all buffers in this process: nearly all of its numeric memory.
  public static var liveBytes: Int { live.load(ordering: .relaxed) }
  /// Maximum of `liveBytes` since the start or the last `resetPeak`.
  public static var peakBytes: Int { peak.load(ordering: .relaxed) }
  public static func resetPeak() { peak.store(liveBytes, ordering: .relaxed) }

  public convenience init(_ values: [Float]) {
    self.init(count: values.count)
    values.withUnsafeBufferPointer { source in
      if let address = source.baseAddress { base.update(from: address, count: count) }
    }
  }

  deinit {
    switch pages {
    case nil: free(base)
    case let pages? where isRecycled: PagePool.shared.put(pages)
    case let pages?: pages.unmap()
    }
    Self.live.subtract(Self.bytes(count), ordering: .relaxed)
  }

  private static func bytes(_ count: Int) -> Int { max(count, 16) * MemoryLayout<Float>.stride }

  public subscript(index: Int) -> Float {
    get {
      precondition(index >= 0 && index < count)
      return base[index]
    }
    set {
      precondition(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  /// A copy of a range, for inspection and for writing to disk.
  public func array(_ range: Range<Int>? = nil) -> [Float] {
    let range = range ?? 0..<count
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return Array(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  public func copy(from other: FloatBuffer) {
    precondition(other.count == count)
    base.update(from: other.base, count: count)
  }

  /// Writes values starting at `offset`.
  public func write(_ values: [Float], at offset: Int) {
    precondition(offset >= 0 && offset + values.count <= count)
    values.withUnsafeBufferPointer { source in
      if let address = source.baseAddress {
        (base + offset).update(from: address, count: values.count)
      }
    }
  }

  public func zero() { base.update(repeating: 0, count: count) }

  public func duplicate() -> FloatBuffer {
    let twin = FloatBuffer(count: count, isRecycled: isRecycled)
    twin.copy(from: self)
    return twin
  }
}

extension FloatBuffer {
  /// Adds another buffer of the same size.
  public func add(_ other: FloatBuffer) {
    precondition(other.count == count)
    ck_add(base, other.base, Int64(count))
  }
}
