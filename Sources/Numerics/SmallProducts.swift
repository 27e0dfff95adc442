internal import CKernels
internal import COpenBLAS

/// Products in parts so small that OpenBLAS reads their operands where they lie.
///
/// OpenBLAS packs the operands of a product into panels and clears its result first, a fifth of the time
/// at the widths of the presets' model. Its AVX-512 builds have kernels that do neither, for products of
/// up to a million multiplications whose left operand (in column-major terms) is not transposed
/// (`sgemm_small_kernel_permit_skylakex.c`, 0.3.21). A part has the bits that it has in the whole:
/// each number is one sum along the inner dimension, up to a depth from which OpenBLAS sums blocks, and
/// the parts are cut at the same depths. Where the last columns are summed in another order than the
/// others, there are no parts.
enum SmallProducts {
  static let multiplications = 1_000_000
  /// A part of fewer rows does not repay its call.
  static let fewestRows = 16
  /// Forward products of so few results have a kernel of their own, transposed operand or not.
  static let fewResults = 1200

  /// The depth of OpenBLAS's blocks (`SGEMM_DEFAULT_Q` of 0.3.21) for kernels with small products.
  static let depths = ["SkylakeX": 448, "Cooperlake": 320, "SapphireRapids": 320]
  static let depth = depths[BLASInfo.coreName]

  /// c [M, N] (+)= a b for b [K, N] and a [M, K], or [K, M] if `isTransposed`; false, with nothing done,
  /// where parts do not pay.
  static func multiply(
    _ c: UnsafeMutablePointer<Float>, _ a: UnsafePointer<Float>, isTransposed: Bool,
    _ b: UnsafePointer<Float>, rows: Int, columns: Int, inner: Int, accumulate: Bool
  ) -> Bool {
    guard let depth, rows * columns * inner > multiplications, hasOneOrder(columns),
      partRows(columns: columns, inner: min(inner, depth)) >= fewestRows
    else { return false }
    var start = 0
    while start < inner {
      let length = blockLength(inner - start, depth: depth)
      let step = partRows(columns: columns, inner: length)
      var row = 0
      while row < rows {
        let count = min(step, rows - row)
        cblas_sgemm(
          CblasRowMajor, isTransposed ? CblasTrans : CblasNoTrans, CblasNoTrans, blasint(count),
          blasint(columns), blasint(length), 1,
          isTransposed ? a + (start * rows + row) : a + (row * inner + start),
          blasint(isTransposed ? rows : inner), b + start * columns, blasint(columns),
          accumulate || start > 0 ? 1 : 0, c + row * columns, blasint(columns))
        row += count
      }
      start += length
    }
    return true
  }

  /// y[N, O] = x[N, I] w[O, I]^T, of the weights' transpose; false, with nothing done, where that does
  /// not pay.
  static func project(
    _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ w: UnsafePointer<Float>,
    rows: Int, inputs: Int, outputs: Int
  ) -> Bool {
    guard let depth, inputs <= depth, hasOneOrder(outputs), rows >= fewestRows,
      rows * outputs > fewResults, partRows(columns: outputs, inner: inputs) >= fewestRows
    else { return false }
    let transposed = ck_panel()
    ck_transpose(
      transposed, Int64(outputs), w, Int64(inputs), Int32(outputs), Int32(inputs))
    if multiply(
      y, x, isTransposed: false, transposed, rows: rows, columns: outputs, inner: inputs,
      accumulate: false)
    {
      return true
    }
    cblas_sgemm(
      CblasRowMajor, CblasNoTrans, CblasNoTrans, blasint(rows), blasint(outputs), blasint(inputs),
      1, x, blasint(inputs), transposed, blasint(outputs), 0, y, blasint(outputs))
    return true
  }

  /// Whether all columns are summed along the inner dimension in its order: in a product of many rows
  /// OpenBLAS sums the last one to eight columns in another.
  static func hasOneOrder(_ columns: Int) -> Bool { columns % 16 == 0 || columns % 16 > 8 }

  /// Rows of a part, a multiple of four.
  static func partRows(columns: Int, inner: Int) -> Int {
    multiplications / (columns * inner) / 4 * 4
  }

  /// How far OpenBLAS sums before it adds to the result, of the `rest` of the inner dimension
  /// (`driver/level3/level3.c`).
  static func blockLength(_ rest: Int, depth: Int) -> Int {
    if rest >= 2 * depth { return depth }
    return rest > depth ? (rest / 2 + 15) / 16 * 16 : rest
  }
}
