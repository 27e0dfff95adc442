import Numerics

/// Shifted and scaled rows of several columns in blocks, without copying all rows.
struct RowBlocks {
  /// Rows per block: fits the second-level cache at 20 columns.
  static let size = 1024

  let columns: [[Double]]
  let shifts: [Double]
  let scales: [Double]
  /// Whether a column of ones comes first.
  let intercept: Bool

  init(
    _ columns: [[Double]], shifts: [Double], scales: [Double]? = nil, intercept: Bool = false
  ) {
    self.columns = columns
    self.shifts = shifts
    self.scales = scales ?? columns.map { _ in 1 }
    self.intercept = intercept
  }

  /// Columns per block.
  var width: Int { columns.count + (intercept ? 1 : 0) }

  /// Calls `body` with (x - shift) / scale, [rows, width], column-major, and the block's row range.
  func forEach(rowCount: Int, _ body: (inout [Double], Range<Int>) -> Void) {
    var block: [Double] = []
    for start in stride(from: 0, to: rowCount, by: Self.size) {
      let rows = start..<min(start + Self.size, rowCount)
      if block.count != rows.count * width {
        block = [Double](repeating: 1, count: rows.count * width)
      }
      if intercept {
        for row in rows.indices { block[row - start] = 1 }
      }
      for (index, column) in columns.enumerated() {
        let base = (width - columns.count + index) * rows.count - start
        let shift = shifts[index]
        let factor = 1 / scales[index]
        for row in rows { block[base + row] = (column[row] - shift) * factor }
      }
      body(&block, rows)
    }
  }
}

/// Compresses columns of n values to the R of their QR factorisation: as many values as there are
/// columns, with the same inner products. Least squares on them is small and as accurate as on all
/// rows.
struct CompressedColumns {
  let rowCount: Int
  /// Value subtracted from each column: its mean, or 0.
  let means: [Double]
  /// [column][columns.count]
  let columns: [[Double]]
  /// Minimum share of its own length that a column must keep, after removing others, to count as
  /// independent. Above 1 for a constant column that was only centred: only rounding remains of it.
  let tolerances: [Double]

  /// - Parameters:
  ///   - columns: [column][row], finite.
  ///   - centred: whether to subtract means, as an intercept does.
  init(_ columns: [[Double]], rowCount: Int, centred: Bool) {
    self.rowCount = rowCount
    means = columns.map { centred ? $0.refinedMean : 0 }
    var factor = StreamingQR(columns: columns.count)
    RowBlocks(columns, shifts: means).forEach(rowCount: rowCount) { block, rows in
      factor.append(block, rows: rows.count)
    }
    let q = columns.count
    let compressed = (0..<q).map { Array(factor.triangle[$0 * q..<($0 + 1) * q]) }
    self.columns = compressed
    let rootCount = Double(rowCount).squareRoot()
    // A value is known to half a unit in the last place; an offset leaves that much error.
    tolerances = zip(compressed, means).map { column, mean in
      let deviation = column.norm / rootCount
      return max(1e-9, deviation > 0 ? 16 * Double.ulpOfOne * abs(mean) / deviation : .infinity)
    }
  }
}

/// Orthonormalises columns one after another and drops columns that add nothing. Uses Gram-Schmidt
/// twice, which is as accurate as Householder reflections.
struct Orthogonalization {
  /// Indices of columns that are linearly independent of earlier ones.
  private(set) var kept: [Int] = []
  /// Indices of the dropped columns.
  private(set) var aliased: [Int] = []
  /// [kept][value], orthonormal.
  private(set) var basis: [[Double]] = []
  /// `triangle[j][i]`, i <= j: component of kept column j along basis vector i.
  private(set) var triangle: [[Double]] = []

  init(_ columns: [[Double]], tolerances: [Double]) {
    for (index, column) in columns.enumerated() {
      let (parts, rest) = split(column)
      let length = rest.norm
      guard length > tolerances[index] * column.norm else {
        aliased.append(index)
        continue
      }
      kept.append(index)
      basis.append(rest.map { $0 / length })
      triangle.append(parts + [length])
    }
  }

  /// A vector's coordinates in the basis: [kept]; and its remainder: [value].
  func split(_ vector: [Double]) -> (coordinates: [Double], rest: [Double]) {
    var rest = vector
    var coordinates = [Double](repeating: 0, count: basis.count)
    for _ in 0..<2 {
      for (index, direction) in basis.enumerated() {
        let part = direction.dot(rest)
        coordinates[index] += part
        for i in rest.indices { rest[i] -= part * direction[i] }
      }
    }
    return (coordinates, rest)
  }
}

/// Small upper triangular matrices, `triangle[column][row]`.
enum Triangular {
  /// Solves R x = c for x.
  static func solve(_ triangle: [[Double]], _ c: [Double]) -> [Double] {
    var x = c
    for j in triangle.indices.reversed() {
      x[j] /= triangle[j][j]
      for i in 0..<j { x[i] -= triangle[j][i] * x[j] }
    }
    return x
  }

  /// Solves R^T x = c for x.
  static func solveTransposed(_ triangle: [[Double]], _ c: [Double]) -> [Double] {
    var x = c
    for j in triangle.indices {
      for i in 0..<j { x[j] -= triangle[j][i] * x[i] }
      x[j] /= triangle[j][j]
    }
    return x
  }

  /// Replaces a block X [rows, columns], column-major, by X R^-1.
  static func divide(_ block: inout [Double], rows: Int, by triangle: [[Double]]) {
    for j in triangle.indices {
      for i in 0..<j {
        let part = triangle[j][i]
        let (from, to) = (i * rows, j * rows)
        for row in 0..<rows { block[to + row] -= part * block[from + row] }
      }
      let diagonal = triangle[j][j]
      for row in 0..<rows { block[j * rows + row] /= diagonal }
    }
  }
}

extension Array where Element == Double {
  var norm: Double {
    let scale = reduce(0) { Swift.max($0, abs($1)) }
    guard scale > 0 && scale.isFinite else { return scale }
    return scale * reduce(0) { $0 + ($1 / scale) * ($1 / scale) }.squareRoot()
  }
}
