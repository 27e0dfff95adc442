internal import COpenBLAS
import Foundation

/// The kernels that OpenBLAS works with.
///
/// OpenBLAS chooses them by the processor's model number. Releases older than the processor do not
/// know it and take the kernels of 2004, four times slower or worse (OpenBLAS 0.3.21 of Debian 12 on
/// Emerald Rapids). Then this chooses by what the processor can do. `OPENBLAS_CORETYPE`, if set, is
/// left alone.
enum BLASKernels {
  /// Once per process, before the first product: one thread, and kernels that fit the processor.
  static let areChosen: Void = {
    if let core = better(than: String(cString: openblas_get_corename())) { change(to: core) }
    openblas_set_num_threads(1)
  }()

  /// Kernels without AVX.
  static let outdated: Set<String> = [
    "Generic", "Katmai", "Coppermine", "Northwood", "Prescott", "Banias", "Core2", "Penryn",
    "Dunnington",
    "Nehalem", "Athlon", "Opteron", "Opteron_SSE3", "Barcelona", "Bobcat", "Atom", "Nano",
    "Unknown",
  ]

  /// A core name that suits the processor better; nil if `core` does, or if the user has chosen.
  private static func better(than core: String) -> String? {
    #if arch(x86_64)
      guard outdated.contains(core), getenv("OPENBLAS_CORETYPE") == nil else { return nil }
      return suited(to: (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? "")
    #else
      return nil
    #endif
  }

  /// - Parameter processors: what `/proc/cpuinfo` says.
  static func suited(to processors: String) -> String? {
    guard let line = processors.split(separator: "\n").first(where: { $0.hasPrefix("flags") })
    else {
      return nil
    }
    let flags = Set(line.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init))
    if flags.isSuperset(of: ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"]) {
      return "SkylakeX"
    }
    return flags.isSuperset(of: ["avx2", "fma"]) ? "Haswell" : nil
  }

  /// What OpenBLAS does when it is loaded, once more with another environment. Builds with a single
  /// set of kernels lack the functions and stay as they are.
  private static func change(to core: String) {
    typealias Step = @convention(c) () -> Void
    guard let quit = symbol("gotoblas_dynamic_quit"), let begin = symbol("gotoblas_dynamic_init")
    else { return }
    setenv("OPENBLAS_CORETYPE", core, 1)
    unsafeBitCast(quit, to: Step.self)()
    unsafeBitCast(begin, to: Step.self)()
    unsetenv("OPENBLAS_CORETYPE")
  }

  /// A function of the loaded libraries.
  private static func symbol(_ name: String) -> UnsafeMutableRawPointer? { dlsym(nil, name) }
}
