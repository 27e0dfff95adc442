package import Foundation

/// The processor properties that affect speed and bitwise results.
package struct Processor: Encodable {
  package var model: String
  package var architecture: String
  package var cores: Int
  /// Available vector extensions, among those that numeric kernels use.
  package var features: [String]
  /// Which clone of the `CKernels` kernels runs.
  package var kernels: String

  package init() {
    let path = "/proc/cpuinfo"
    let flags =
      Provenance.field("flags", in: path, separator: ":")
      ?? Provenance.field("Features", in: path, separator: ":") ?? ""
    let present = Set(flags.split(separator: " ").map(String.init))
    model = Provenance.field("model name", in: path, separator: ":") ?? "unknown"
    cores = ProcessInfo.processInfo.activeProcessorCount
    features = Self.interesting.filter(present.contains)
    #if arch(x86_64)
      architecture = "x86_64"
      let levels = [("x86-64-v4", Self.version3 + Self.version4), ("x86-64-v3", Self.version3)]
      kernels = levels.first { $0.1.allSatisfy(present.contains) }?.0 ?? "default"
    #elseif arch(arm64)
      architecture = "arm64"
      kernels = "default"
    #else
      architecture = "unknown"
      kernels = "default"
    #endif
  }

  private static let interesting = [
    "sse4_2", "avx", "avx2", "fma", "avx512f", "avx512bw", "avx512vl", "avx512_vnni",
    "avx512_bf16", "avx512_fp16", "amx_tile", "amx_bf16", "asimd", "sve", "sve2", "bf16",
  ]
  /// Features required by the psABI levels, under the kernel's names.
  private static let version3 = ["avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe"]
  private static let version4 = ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"]
}

/// A folder that may not exist yet.
package struct CacheFolder: Encodable {
  package var path: String
  package var isWritable: Bool
  package var freeBytes: UInt64?

  package init(_ url: URL) {
    path = url.path
    let manager = FileManager.default
    // Test the nearest existing ancestor by writing: permissions alone mean little to root.
    var existing = url.standardizedFileURL
    while !manager.fileExists(atPath: existing.path) && existing.path != "/" {
      existing.deleteLastPathComponent()
    }
    let probe = existing.appendingPathComponent(".soar-doctor-\(UUID().uuidString)")
    isWritable = mkdir(probe.path, 0o700) == 0
    if isWritable { rmdir(probe.path) }
    let system = try? manager.attributesOfFileSystem(forPath: existing.path)
    freeBytes = (system?[.systemFreeSize] as? NSNumber)?.uint64Value
  }
}
