internal import COpenBLAS

/// The OpenBLAS of this process. Results are bitwise equal only for the same core name.
public enum BLASInfo {
  /// Set of kernels for this CPU, such as `SkylakeX`: OpenBLAS's choice, or a better one where OpenBLAS does
  /// not know the CPU.
  public static var coreName: String {
    BLASKernels.areChosen
    return String(cString: openblas_get_corename())
  }
  /// Version and build options.
  public static var configuration: String { String(cString: openblas_get_config()) }
  /// Threads per product; this program uses one and runs independent products in parallel.
  public static var threads: Int { Int(openblas_get_num_threads()) }
}
