import Numerics

/// Rows of several columns in blocks, shifted and scaled, without a copy of the whole.
struct RowBlocks {
  /// Rows of a block: small enough for the second-level cache at 20 columns.
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

  /// Columns of a block.
  var width: Int { columns.count + (intercept ? 1 : 0) }

  /// Calls `body` with (x - shift) / scale, [rows, width] and column-major, and the rows it is of.
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

/// Columns of n values, each replaced by one of as many values as there are columns, with the same
/// inner products among them: the R of their QR factorisation. Whatever least squares needs is then
/// small, and as accurate as it would be on all rows.
struct CompressedColumns {
  let rowCount: Int
  /// What was taken from each column: its mean, or 0.
  let means: [Double]
  /// [column][as many values as columns]
  let columns: [[Double]]
  /// How much of its own length a column must keep, once others are taken out of it, to count as
  /// something new. Above 1 for a constant that is only centred, which keeps nothing but rounding.
  let tolerances: [Double]

  /// - Parameters:
  ///   - columns: [column][row], finite.
  ///   - centred: whether means are taken out, as an intercept does.
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
    // A value is known to half a unit in its last place, which is what an offset leaves of it.
    tolerances = zip(compressed, means).map { column, mean in
      let deviation = column.norm / rootCount
      return max(1e-9, deviation > 0 ? 16 * Double.ulpOfOne * abs(mean) / deviation : .infinity)
    }
  }
}

/// Columns made orthonormal one after the other, those that add nothing left out: by Gram and
/// Schmidt twice over, which is as accurate as Householder's reflections.
struct Orthogonalization {
  /// Indices of the columns that are linearly independent of those before them.
  private(set) var kept: [Int] = []
  /// Indices of the others.
  private(set) var aliased: [Int] = []
  /// [kept][value], orthonormal.
  private(set) var basis: [[Double]] = []
  /// `triangle[j][i]`, i <= j: what kept column j has of basis vector i.
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

  /// A vector's coordinates in the basis, and what is left of it.
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
  /// x of R x = c.
  static func solve(_ triangle: [[Double]], _ c: [Double]) -> [Double] {
    var x = c
    for j in triangle.indices.reversed() {
      x[j] /= triangle[j][j]
      for i in 0..<j { x[i] -= triangle[j][i] * x[j] }
    }
    return x
  }

  /// x of R^T x = c.
  static func solveTransposed(_ triangle: [[Double]], _ c: [Double]) -> [Double] {
    var x = c
    for j in triangle.indices {
      for i in 0..<j { x[j] -= triangle[j][i] * x[i] }
      x[j] /= triangle[j][j]
    }
    return x
  }

  /// X R^-1 for a block [rows, columns], column-major, in place.
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
