// Locks: OpenBLAS kernels without AVX are replaced by ones that the processor's flags allow, and no
// others; a recycled buffer is cleared; waiting pages never raise the peak.

import Foundation
import Testing

@testable import Numerics

@Suite struct BLASKernelTests {
  private func processors(_ flags: String) -> String {
    "processor\t: 0\nmodel name\t: A Processor\nflags\t\t: fpu sse2 \(flags)\n\nprocessor\t: 1\n"
  }

  @Test func flagsDecide() {
    let version4 = "avx2 fma avx512f avx512dq avx512cd avx512bw avx512vl"
    #expect(BLASKernels.suited(to: processors(version4)) == "SkylakeX")
    #expect(BLASKernels.suited(to: processors("avx avx2 fma avx512f")) == "Haswell")
    #expect(BLASKernels.suited(to: processors("avx2")) == nil)
    #expect(BLASKernels.suited(to: processors("")) == nil)
    #expect(BLASKernels.suited(to: "") == nil)
  }

  /// On every processor that the tests run on.
  @Test func noOutdatedKernelsWhereBetterOnesWork() throws {
    let processors = try String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
    guard BLASKernels.suited(to: processors) != nil,
      ProcessInfo.processInfo.environment["OPENBLAS_CORETYPE"] == nil
    else { return }
    #expect(!BLASKernels.outdated.contains(BLASInfo.coreName))
    #expect(BLASInfo.threads == 1)
  }
}

@Suite struct PagePoolTests {
  /// No other test has buffers of this size.
  private let count = (PageBlock.smallest / 4) + 12_345

  @Test func aRecycledBufferIsCleared() {
    var first: FloatBuffer? = FloatBuffer(count: count, isRecycled: true)
    first?[count - 1] = 7
    first = nil
    let second = FloatBuffer(count: count, isRecycled: true)
    #expect(second[count - 1] == 0 && second[0] == 0)
    let twin = second.duplicate()
    #expect(twin[count - 1] == 0)
  }

  @Test func waitingPagesGoBeforeThePeakRises() throws {
    let bytes = PageBlock.smallest + 8192
    let pool = PagePool()
    pool.put(try #require(PageBlock(bytes: bytes)))
    pool.makeRoom(used: 1, limit: .max)
    let block = try #require(pool.take(bytes: bytes))
    pool.put(block)
    pool.put(try #require(PageBlock(bytes: bytes + 4096, isPopulated: true)))
    // One goes, the one that has waited longer.
    pool.makeRoom(used: bytes, limit: 2 * bytes + 4096)
    #expect(pool.take(bytes: bytes) == nil)
    pool.makeRoom(used: bytes, limit: bytes)
    #expect(pool.take(bytes: bytes + 4096) == nil)
  }
}
